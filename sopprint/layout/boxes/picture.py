"""The poster inside the guide: the same page, smaller, with callouts where its zones are.

It is drawn from the poster's own frame, so that a zone that moves takes its callout along.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopprint.frame import PageItem
from sopprint.geometry import rounded
from sopprint.layout.boxes.marks import SIDE, draw_mark
from sopprint.layout.flow import Slab

if TYPE_CHECKING:
    from sopprint.frame import Page, Region
    from sopprint.geometry import Box as Rect
    from sopprint.layout.boxes.compose import Compose
    from sopprint.layout.composer import Composer, Room
    from sopprint.layout.sheet import Sheet
    from sopprint.model.blocks import Box

RADIUS = 5.0
EDGE = 1.0


def poster_box(box: Box, room: Room, compose: Compose) -> list[Slab]:
    """A picture of the poster as wide as the room; children are `callout(mark, zone)`."""
    made = compose.made
    poster = made.poster
    if poster is None:
        return []
    page = poster.page
    width = room.width * float(box.options.get("width", 1.0))
    scale = width / page.size.width
    height = page.size.height * scale
    figure = made.tag("Figure", room.parent, alt=box.options.get("alt", poster.about.subject))
    callouts = [(c.options["zone"], c.options["mark"]) for c in box.children if hasattr(c, "options")]
    x = room.x + (room.width - width) / 2

    def draw(sheet: Sheet, y: float) -> None:
        frame = sheet.box(x, y, width, height)
        sheet.pen.add(PageItem(frame, made.picture(poster), figure))
        sheet.pen.paint(
            rounded(frame.inset(-EDGE / 2), made.pt(RADIUS)), stroke=made.colour("guide-rule"), width=EDGE, tag=figure,
            name="picture-edge",
        )  # fmt: skip
        for zone, mark in callouts:
            _callout(sheet, made, page, zone, mark, frame, scale, figure)

    return [Slab(height, draw, before=made.gap(9), frames=room.frames)]


def _callout(
    sheet: Sheet, made: Composer, page: Page, zone: str, mark: str, frame: Rect, scale: float, tag: int
) -> None:
    spot = callout_spot(page, zone)
    if spot is not None:
        x, y = frame.left + spot[0] * scale, frame.top + spot[1] * scale
        draw_mark(sheet, made, mark, (x, y), made.pt(SIDE), tag)


def callout_spot(page: Page, zone: str) -> tuple[float, float] | None:
    """Where a zone's callout stands: the middle of its largest place to write, else of the zone; points."""
    named = [r for r in page.regions if r.name == zone or r.name.startswith(f"{zone}.")]
    places = [r for r in named if r.kind == "write" and not r.name.endswith(".plate")] or named
    if not places:
        return None
    chosen = max(places, key=_area)
    center = chosen.box.center
    return center.x, center.y


def _area(region: Region) -> float:
    return region.box.width * region.box.height
