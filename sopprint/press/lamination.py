"""What cutting, rounding, punching and sealing do to a page: content in the way, and ink where film must hold.

Finds and tells; nothing is moved. Boxes are in points from the top left of the trimmed page, as in `frame.py`.
Sources: toner and saturated inkjet at the edge are where a sealed film fails (laminators' notices); a rounded corner of
radius r reaches 0.293 r into the sheet along its diagonal.
"""

from __future__ import annotations

from math import hypot
from typing import TYPE_CHECKING

from msgspec import Struct

from sopprint.diagnostics import Diagnostic, Severity
from sopprint.frame import ImageItem, PathItem, TextItem
from sopprint.geometry import Box, Point
from sopprint.model.shop import points

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopprint.diagnostics import Place
    from sopprint.frame import Item, Page
    from sopprint.geometry import Size
    from sopprint.model.shop import Grommets, Shop

_EDGE_BAND = 9.0  # an eighth of an inch: the seam where the film begins to hold
_EDGE_INK = 30.0  # percent of ink there that film still bonds to
_KEPT = frozenset({"mark", "qr", "patch", "logo"})  # regions that are useless when a part of them is gone


class Content(Struct, frozen=True):
    """Something that must stay whole."""

    name: str
    box: Box
    place: Place | None = None


def findings(page: Page, shop: Shop) -> Iterator[Diagnostic]:
    """Everything in the way of the shop's finishing: SP628 (errors), SP629 and SP630 (warnings)."""
    contents = tuple(_contents(page))
    border = points(shop.border)
    for content in contents:
        if border and not Box.sized(0, 0, page.size.width, page.size.height).inset(border).contains(content.box):
            yield _in_the_way(content, "reaches into the border that takes no ink")
    yield from _near_cut(page.size, contents, points(shop.safe))
    film = shop.lamination
    if film is None:
        return
    for content in contents:
        yield from _cut_away(page.size, content, points(film.lip), points(film.radius), film.grommets)
    if film.edge == "sealed" and not border:
        yield from _inky_edge(page)


def holes(size: Size, lip: float, grommets: Grommets) -> tuple[Point, ...]:
    """The centres of the holes, clockwise from the top left: one in each corner, and evenly between them."""
    inset = points(grommets.inset)
    outer = Box.sized(0, 0, size.width, size.height).outset(lip).inset(inset)
    corners = (
        Point(outer.left, outer.top), Point(outer.right, outer.top),
        Point(outer.right, outer.bottom), Point(outer.left, outer.bottom),
    )  # fmt: skip
    every = points(grommets.every) if grommets.every else None
    return tuple(
        hole for a, b in zip(corners, (*corners[1:], corners[0]), strict=True) for hole in _between(a, b, every)
    )


def _between(a: Point, b: Point, every: float | None) -> Iterator[Point]:
    """`a` and the holes on the way to `b`, no further apart than `every`."""
    length = hypot(b.x - a.x, b.y - a.y)
    steps = 1 if every is None else max(1, -int(-length // every))
    for step in range(steps):
        yield Point(a.x + (b.x - a.x) * step / steps, a.y + (b.y - a.y) * step / steps)


def _contents(page: Page) -> Iterator[Content]:
    for region in page.regions:
        if region.kind in _KEPT:
            yield Content(f"{region.kind} {region.name}".strip(), region.box)
    for item in page.items:
        if isinstance(item, TextItem):
            box = Box(item.x, item.y - item.ascent, item.x + item.width, item.y + item.descent)
            yield Content(f"“{item.text}”", box, item.place)
        elif isinstance(item, ImageItem):
            yield Content(item.name or "a picture", item.box)


def _near_cut(size: Size, contents: tuple[Content, ...], safe: float) -> Iterator[Diagnostic]:
    """One warning for all that a cut out of true could touch."""
    page = Box.sized(0, 0, size.width, size.height)
    near = [content for content in contents if not page.inset(safe).contains(content.box)]
    if near:
        first = min(near, key=lambda content: _to_edge(page, content.box))
        message = (
            f"{first.name} is {_to_edge(page, first.box) / 72:.2f} in from the edge; the shop wants {safe / 72:g} in"
        )
        others = (f"so are {len(near) - 1} others",) if len(near) > 1 else ()
        yield Diagnostic("SP630", message, first.place, others, Severity.WARNING)


def _to_edge(page: Box, box: Box) -> float:
    return min(box.left, box.top, page.right - box.right, page.bottom - box.bottom)


def _cut_away(
    size: Size, content: Content, lip: float, radius: float, grommets: Grommets | None
) -> Iterator[Diagnostic]:
    if _in_cut_corner(size, content.box, lip, radius):
        yield _in_the_way(content, "is cut off by a rounded corner")
    if grommets is not None:
        clear = points(grommets.clear) / 2
        if any(_distance(content.box, hole) < clear for hole in holes(size, lip, grommets)):
            yield _in_the_way(content, "lies under a grommet")


def _in_cut_corner(size: Size, box: Box, lip: float, radius: float) -> bool:
    """Whether a corner of the box lies outside the laminate's rounded outline."""
    outer = Box.sized(0, 0, size.width, size.height).outset(lip)
    straight = outer.inset(radius)
    for x in (box.left, box.right):
        for y in (box.top, box.bottom):
            beyond_x = max(straight.left - x, x - straight.right, 0.0)
            beyond_y = max(straight.top - y, y - straight.bottom, 0.0)
            if beyond_x and beyond_y and hypot(beyond_x, beyond_y) > radius:
                return True
    return False


def _distance(box: Box, point: Point) -> float:
    """From a point to the nearest part of a box; 0 inside it."""
    dx = max(box.left - point.x, point.x - box.right, 0.0)
    dy = max(box.top - point.y, point.y - box.bottom, 0.0)
    return hypot(dx, dy)


def _inky_edge(page: Page) -> Iterator[Diagnostic]:
    inner = Box.sized(0, 0, page.size.width, page.size.height).inset(_EDGE_BAND)
    most = max((_ink_outside(item, inner) for item in page.items), default=0.0)
    if most > _EDGE_INK:
        message = f"up to {most:.0f} % ink lies along the edge, where a sealed film must hold"
        hints = ("choose a shop profile with a border, or ask the shop for a primer",)
        yield Diagnostic("SP629", message, hints=hints, severity=Severity.WARNING)


def _ink_outside(item: Item, inner: Box) -> float:
    if not isinstance(item, PathItem) or item.fill is None or inner.contains(item.path.bounds()):
        return 0.0
    return item.fill.ink


def _in_the_way(content: Content, what: str) -> Diagnostic:
    hint = "choose another shop profile, a larger paper, or ask the shop to leave it out"
    return Diagnostic("SP628", f"{content.name} {what}", content.place, (hint,))
