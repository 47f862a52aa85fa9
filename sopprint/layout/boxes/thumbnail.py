"""The poster of one tool among many, small: for the printed catalogue. Its page comes from the composer's shelf."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopprint.frame import PageItem
from sopprint.geometry import rounded
from sopprint.layout.flow import Slab

if TYPE_CHECKING:
    from sopprint.layout.boxes.compose import Compose
    from sopprint.layout.composer import Room
    from sopprint.layout.sheet import Sheet
    from sopprint.model.blocks import Box

EDGE, RADIUS = 0.75, 3.0


def thumbnail_box(box: Box, room: Room, compose: Compose) -> list[Slab]:
    """The page that `of` names, as wide as the room; `alt` says what it is."""
    made = compose.made
    page = made.shelf[box.options["of"]]
    height = room.width * page.size.height / page.size.width
    figure = made.tag("Figure", room.parent, alt=box.options["alt"])

    def draw(sheet: Sheet, y: float) -> None:
        frame = sheet.box(room.x, y, room.width, height)
        sheet.pen.add(PageItem(frame, page, figure))
        sheet.pen.paint(
            rounded(frame.inset(-EDGE / 2), made.pt(RADIUS)), stroke=made.colour("rule"), width=EDGE, tag=figure,
            name="picture-edge",
        )  # fmt: skip

    return [Slab(height, draw, frames=room.frames)]
