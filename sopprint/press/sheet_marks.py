"""The sheet around a trimmed page: artwork ends at the bleed, or at the ink-free border, and marks stand outside it.

A page in, a page out: `Page.bleed` becomes the room around the trim, so that the painter makes the whole sheet. Crop
marks and registration targets are apart, because they print on every plate (the colourant All; ISO 32000-1, 8.6.6.4)
and `pdf/finish.py` draws them. Points from the top left of the trimmed page, so that marks have negative coordinates or
lie beyond the page. No links: PDF/X-4 allows no annotation inside the bleed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from sopprint.color import Color
from sopprint.frame import PRODUCTION, FieldItem, LinkItem, Page, PathItem, TextItem
from sopprint.geometry import Box, Insets, Path, ellipse, line, rectangle
from sopprint.model.shop import points

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sopprint.frame import Element, Item
    from sopprint.geometry import Size
    from sopprint.model.shop import Marks, Shop
    from sopprint.text.typesetter import Typesetter

BLACK = Color((0.0, 0.0, 0.0), (0.0, 0.0, 0.0, 100.0))
_GREYS = tuple(Color((1 - k / 100,) * 3, (0.0, 0.0, 0.0, float(k))) for k in (0, 25, 50, 75, 100))
_PROCESS = (
    Color((0.0, 0.68, 0.94), (100.0, 0.0, 0.0, 0.0)), Color((0.93, 0.0, 0.55), (0.0, 100.0, 0.0, 0.0)),
    Color((1.0, 0.95, 0.0), (0.0, 0.0, 100.0, 0.0)), BLACK,
)  # fmt: skip
_PATCH = 18.0  # points; one square of the colour bar
_TARGET = 5.0  # radius of a registration target's circle; its cross is twice as long
_INDENT = 36.0  # between the crop marks and the slug's words, as in the sheet's design
_LARGE, _SMALL = 14.0, 7.0  # points; slug type on posters, and on pages under 17 inches
_POSTER = 17 * 72.0


class Slug(Struct, frozen=True):
    """The words in the margin: what this is, how it was made, and how to finish it."""

    job: str
    make: str
    finish: str = ""


class Sheet(Struct, frozen=True):
    """`page` with everything but `registration`: the paths that print on all plates, `weight` points wide."""

    page: Page
    bleed: Insets
    registration: tuple[Path, ...] = ()
    weight: float = 0.25


def sheet(page: Page, shop: Shop, slug: Slug, setter: Typesetter, swatches: Sequence[Color]) -> Sheet:
    """One page on the shop's sheet. `swatches` follow the process colours in the colour bar."""
    trim = Box.sized(0, 0, page.size.width, page.size.height)
    artwork = trim.inset(points(shop.border)) if points(shop.border) else _outset(trim, shop.bleeds)
    items = tuple(_ended(item, artwork) for item in page.items if not isinstance(item, LinkItem | FieldItem))
    marks = shop.marks
    printed: tuple[Item, ...] = ()
    registration: tuple[Path, ...] = ()
    if marks is not None:
        printed = (*_bars(page.size, marks, swatches), *_slug(page.size, marks, slug, setter))
        registration = (*_crop(page.size, marks), *_targets(page.size, marks))
    whole = replace(page, bleed=shop.room, items=(*items, *printed), elements=_without_links(page.elements))
    return Sheet(whole, shop.bleeds, registration, points(marks.weight) if marks else 0.25)


def _outset(box: Box, by: Insets) -> Box:
    return Box(box.left - by.left, box.top - by.top, box.right + by.right, box.bottom + by.bottom)


def _ended(item: Item, edge: Box) -> Item:
    """Artwork beyond the edge is not printed; what ends before it is left as it is."""
    if not isinstance(item, PathItem) or edge.contains(_hull(item)):
        return item
    clip = item.clip
    kept = edge if clip is None else Box(
        max(edge.left, clip.left), max(edge.top, clip.top), min(edge.right, clip.right), min(edge.bottom, clip.bottom)
    )  # fmt: skip
    return replace(item, clip=kept)


def _hull(item: PathItem) -> Box:
    """A box that holds all the ink: curves lie within their control points."""
    half = item.width / 2 if item.stroke else 0.0
    xs = [x for _, v in item.path.segments for x in v[0::2]]
    ys = [y for _, v in item.path.segments for y in v[1::2]]
    return Box(min(xs), min(ys), max(xs), max(ys)).outset(half)


def _without_links(elements: tuple[Element, ...]) -> tuple[Element, ...]:
    """A Link element owns an annotation (ISO 14289-1, 7.18.5); on paper its words are just words."""
    if not any(element.role == "Link" for element in elements):
        return elements
    return tuple(replace(e, role="Span") if e.role == "Link" else e for e in elements)


def _crop(size: Size, marks: Marks) -> Iterator[Path]:
    near, far = points(marks.offset), points(marks.offset) + points(marks.length)
    for x in (0.0, size.width):
        yield line(x, -far, x, -near)
        yield line(x, size.height + near, x, size.height + far)
    for y in (0.0, size.height):
        yield line(-far, y, -near, y)
        yield line(size.width + near, y, size.width + far, y)


def _targets(size: Size, marks: Marks) -> Iterator[Path]:
    """A circle and a cross in the middle of each side."""
    if not marks.registration:
        return
    out = _middle(marks)
    for x, y in (
        (size.width / 2, -out), (size.width + out, size.height / 2), (size.width / 2, size.height + out),
        (-out, size.height / 2),
    ):  # fmt: skip
        yield ellipse(x, y, _TARGET)
        yield line(x - 2 * _TARGET, y, x + 2 * _TARGET, y)
        yield line(x, y - 2 * _TARGET, x, y + 2 * _TARGET)


def _bars(size: Size, marks: Marks, swatches: Sequence[Color]) -> Iterator[PathItem]:
    """Grey steps, a gap, the process colours and the poster's own, at the right above the page."""
    if not marks.bars:
        return
    row: tuple[Color | None, ...] = (*_GREYS, None, *_PROCESS, *swatches)
    side = min(_PATCH, (size.width / 2 - 2 * _INDENT) / len(row))
    left, top = size.width - _INDENT - side * len(row), -_middle(marks) - side / 2
    for index, color in enumerate(row):
        if color is not None:
            box = Box.sized(left + index * side, top, side, side)
            yield PathItem(rectangle(box), color, BLACK, 0.25, square=True, tag=PRODUCTION, name="bar")


def _slug(size: Size, marks: Marks, slug: Slug, setter: Typesetter) -> Iterator[TextItem]:
    if not marks.slug:
        return
    above, below = -_middle(marks), size.height + _middle(marks)
    yield from _words(setter, slug.job, size, above, right=False)
    yield from _words(setter, slug.make, size, below, right=False)
    yield from _words(setter, slug.finish, size, below, right=True)


def _words(setter: Typesetter, words: str, size: Size, middle: float, *, right: bool) -> Iterator[TextItem]:
    """One line, as large as half the side allows. The family is the one that prints the poster's small words."""
    if not words:
        return
    face = setter.face("Atkinson Hyperlegible Next", 500, words)
    shaped = setter.shape(words, face)
    room = size.width / 2 - 2 * _INDENT
    wanted = _LARGE if min(size.width, size.height) >= _POSTER else _SMALL
    points_ = min(wanted, wanted * room / shaped.width(wanted))
    scale = points_ / face.units
    width = shaped.width(points_)
    x = size.width - _INDENT - width if right else _INDENT
    yield TextItem(
        x, middle + face.cap_height * scale / 2, points_, face.ref, face.units, shaped.clusters, width,
        face.ascent * scale, face.descent * scale, BLACK, PRODUCTION, style="slug",
    )  # fmt: skip


def _middle(marks: Marks) -> float:
    """How far from the trim the middle of the crop marks is."""
    return points(marks.offset) + points(marks.length) / 2
