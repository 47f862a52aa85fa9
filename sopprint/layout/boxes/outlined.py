"""Outlined boxes: say (navy), do (white), stop (rose), note. Icon and heading first, then anything.

Design language, section 10: outline 2 px, radius 9 px, padding 9 x 13 px at 96 px an inch.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from sopprint.draw.icons import draw_icon
from sopprint.geometry import rounded
from sopprint.layout.flow import Frame, Slab
from sopprint.layout.running import baseline, words
from sopprint.model.blocks import Span

if TYPE_CHECKING:
    from sopprint.geometry import Box as Rect
    from sopprint.layout.boxes.compose import Compose
    from sopprint.layout.composer import Composer, Room
    from sopprint.layout.flow import FrameDrawn
    from sopprint.layout.sheet import Sheet
    from sopprint.model.blocks import Box

OUTLINE, RADIUS = 1.5, 6.75
PAD_X, PAD_Y = 10.5, 7.5
GAP = 9.5
ICON = 15.0
WHOLE, FEW = 8, 3  # slabs of a box that stays whole; slabs that stay together at its ends

_KINDS = {  # line colour, ground, icon
    "say": ("navy", "navy/light", None),
    "do": ("navy", "paper", "check"),
    "stop": ("rose", "rose/light", "stop"),
    "note": ("teal", "paper", None),
}


def say_box(box: Box, room: Room, compose: Compose) -> list[Slab]:
    return outlined(box, room, compose)


do_box = stop_box = note_box = say_box


def outlined(box: Box, room: Room, compose: Compose) -> list[Slab]:
    """A frame with a heading (when it has a title) and what the author put in it."""
    made = compose.made
    line, ground, icon = _KINDS[box.name]
    line = box.options.get("colour", line)
    ground = box.options.get("ground", ground)
    frame = boxed(room, made, line, ground)
    inner = inside(room, made, frame)
    slabs: list[Slab] = []
    title = box.options.get("title")
    if title:
        slabs += titled(title, box.options.get("icon", icon), line, inner, compose)
    elif side_icon := icon_of(box, icon):
        return _with_side_icon(box, inner, compose, line, side_icon)
    body = compose(box.children, inner)
    if title and body:
        body[0] = replace(body[0], before=made.gap(3))
    return _tied([*slabs, *body])


def _tied(slabs: list[Slab]) -> list[Slab]:
    """Small boxes stay whole; larger ones break, but never after their first lines or before their last ones."""
    last = len(slabs) - 1
    return [
        replace(slab, keep=True) if i < last and (last < WHOLE or i < FEW or i > last - FEW) else slab
        for i, slab in enumerate(slabs)
    ]


def icon_of(box: Box, default: str | None) -> str | None:
    return box.options.get("icon", default if box.name == "stop" else None)


def boxed(room: Room, made: Composer, line: str, ground: str) -> Frame:
    """A frame around a room's full width, in a line colour on a ground."""
    pad, gap = made.gap(PAD_Y), made.gap(GAP)
    return Frame(room.x, room.x + room.width, gap, gap * 0.35, pad, pad, _ground(made, ground), _outline(made, line))


def inside(room: Room, made: Composer, frame: Frame) -> Room:
    pad = made.pt(PAD_X)
    return room.inner(pad, pad, frames=(*room.frames, frame))


def titled(title: str, icon: str | None, colour: str, room: Room, compose: Compose) -> list[Slab]:
    """A box's heading with its icon; stays with what follows."""
    made = compose.made
    side = made.pt(ICON)
    indent = side + made.pt(6) if icon else 0.0
    tag = made.title_tag(room.parent)
    slabs = words((Span(title),), room.inner(indent), made, "h3", tag, None)
    if not slabs:
        return []
    style = made.style("h3")
    first = slabs[0]

    def draw(sheet: Sheet, y: float) -> None:
        if icon:
            middle = y + baseline(style) - 0.35 * style.size
            draw_icon(sheet.pen, icon, colour, sheet.box(room.x, middle - side / 2, side, side))
        first.draw(sheet, y)

    return [replace(slab, keep=True, before=0.0, draw=draw if i == 0 else slab.draw) for i, slab in enumerate(slabs)]


def _with_side_icon(box: Box, room: Room, compose: Compose, colour: str, icon: str) -> list[Slab]:
    """A box without a heading: its icon stands at the left of its words, at their middle."""
    made = compose.made
    side = made.pt(22)
    slabs = compose(box.children, room.inner(side + made.pt(10)))
    if not slabs:
        return []
    total = sum(slab.height for slab in slabs) + sum(slab.before for slab in slabs[1:])
    first = slabs[0]

    def draw(sheet: Sheet, y: float) -> None:
        draw_icon(sheet.pen, icon, colour, sheet.box(room.x, y + (total - side) / 2, side, side))
        first.draw(sheet, y)

    kept = [replace(slab, keep=True) for slab in slabs[:-1]]
    return [replace([*kept, slabs[-1]][0], draw=draw), *[*kept, slabs[-1]][1:]]


def _ground(made: Composer, token: str) -> FrameDrawn:
    def draw(sheet: Sheet, box: Rect) -> None:
        sheet.pen.paint(rounded(box, made.pt(RADIUS)), fill=made.colour(token), name="panel")

    return draw


def _outline(made: Composer, token: str) -> FrameDrawn:
    def draw(sheet: Sheet, box: Rect) -> None:
        path = rounded(box.inset(OUTLINE / 2), made.pt(RADIUS))
        sheet.pen.paint(path, stroke=made.colour(token), width=OUTLINE, name="outline")

    return draw
