"""The cover of a guide and the banner of a quick guide: artwork to the edges, then words.

Cover (after design language, section 10): sky above a ground line, sand below; the poster stands on the ground like
a board on two legs, so that every tool, a county's own too, gets its cover from its own drawing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from sopprint.draw.icons import draw_icon
from sopprint.frame import PageItem
from sopprint.geometry import Box as Rect
from sopprint.geometry import line, rectangle, rounded
from sopprint.layout.boxes.compose import Stack
from sopprint.layout.flow import Slab
from sopprint.layout.running import words
from sopprint.model.blocks import Span

if TYPE_CHECKING:
    from sopprint.layout.boxes.compose import Compose
    from sopprint.layout.composer import Composer, Room
    from sopprint.layout.sheet import Sheet
    from sopprint.model.blocks import Box

GROUND = 0.64  # of the height
EDGE = 36.0  # text edge of the cover
BANNER = 88.0


def cover_box(box: Box, room: Room, compose: Compose) -> list[Slab]:
    """Program, title, kind and subtitle over the sky; the poster's picture on the ground; county and edition below."""
    made = compose.made
    options = box.options
    inner = replace(room, frames=())
    head = [
        *_line(options.get("program", ""), "program", inner, made, "P", 0),
        *_line(options.get("title", ""), "title", inner, made, "H1", 5),
        *_line(options.get("kind", ""), "subtitle", inner, made, "P", 3),
        *_line(options.get("subtitle", ""), "lead", inner, made, "P", 5),
    ]
    foot = [
        *_line(options.get("county", ""), "h2", inner, made, "P", 0),
        *_line(options.get("audience", ""), "text", inner, made, "P", 4),
        *_line(options.get("edition", ""), "text", inner, made, "P", 0),
    ]
    top, bottom = Stack.of(head), Stack.of(foot)
    figure = made.tag("Figure", room.parent, alt=options["alt"]) if made.poster and "alt" in options else None

    def draw(sheet: Sheet, y: float) -> None:
        _scene(sheet, made)
        top.draw(sheet, y - made.pt(3))
        if figure is not None:
            _picture(sheet, made, y + top.height, figure)
        bottom.draw(sheet, sheet.pen.page.bottom - bottom.height - EDGE)

    return [Slab(top.height, draw)]


def _line(text: str, style: str, room: Room, made: Composer, role: str, before: float) -> list[Slab]:
    if not text:
        return []
    tag = made.tag("H1" if role == "H1" else "P", room.parent)
    slabs = words((Span(text),), room, made, style, tag, None, even=True)
    return [replace(slab, before=made.pt(before) if i == 0 else 0.0) for i, slab in enumerate(slabs)]


def _scene(sheet: Sheet, made: Composer) -> None:
    pen = sheet.pen
    sheet_box = pen.page.outset(pen.bleed)
    ground = pen.page.height * GROUND
    pen.paint(rectangle(sheet_box), fill=made.colour("sky"), square=True, name="sky")
    sand = Rect(sheet_box.left, ground, sheet_box.right, sheet_box.bottom)
    pen.paint(rectangle(sand), fill=made.colour("sand"), square=True, name="sand")
    pen.paint(line(sheet_box.left, ground, sheet_box.right, ground), stroke=made.colour("ink"), width=made.pt(2.2),
              square=True, name="ground")  # fmt: skip


def _picture(sheet: Sheet, made: Composer, top: float, figure: int) -> None:
    """The poster as a board: as wide as it can be under the title, its legs on the ground line."""
    assert made.poster is not None
    page, pen = made.poster.page, sheet.pen
    ground, legs = pen.page.height * GROUND, made.pt(17)
    room = ground - legs - top - made.pt(16)
    scale = min(sheet.width / page.size.width, room / page.size.height)
    width, height = page.size.width * scale, page.size.height * scale
    frame = Rect.sized(sheet.left + (sheet.width - width) / 2, ground - legs - height, width, height)
    for x in (frame.left + width * 0.16, frame.right - width * 0.16):
        leg = line(x, frame.bottom, x, ground)
        pen.paint(leg, stroke=made.colour("navy"), width=made.pt(5), square=True, name="leg")
    pen.add(PageItem(frame, made.picture(made.poster), figure))
    edge = rounded(frame.inset(-made.pt(1.4)), made.pt(4))
    pen.paint(edge, stroke=made.colour("navy"), width=made.pt(2.8), tag=figure, name="picture-edge")


def banner_box(box: Box, room: Room, compose: Compose) -> list[Slab]:
    """A sky band across the top: icon, title and kind at the left, program, county and edition at the right."""
    made = compose.made
    options = box.options
    icon_side = 48.0
    left = replace(room.inner(icon_side + 14, room.width * 0.3), frames=())
    right = replace(room.inner(room.width * 0.62), frames=())
    title = Stack.of([
        *_line(options.get("title", ""), "banner", left, made, "H1", 0),
        *_line(options.get("subtitle", ""), "text", left, made, "P", 0),
    ])
    lines = [options.get(key, "") for key in ("program", "county", "edition")]
    side = Stack.of([
        slab
        for index, text in enumerate(lines)
        if text
        for slab in words((Span(text, "strong" if index == 0 else "plain"),), right, made, "cell",
                          made.tag("P", room.parent), None, align="right",
                          ink=made.colour("navy") if index == 0 else None)
    ])  # fmt: skip

    def draw(sheet: Sheet, y: float) -> None:  # noqa: ARG001  the band keeps to the page's edge
        pen = sheet.pen
        band = Rect(-pen.bleed, -pen.bleed, pen.page.right + pen.bleed, BANNER)
        pen.paint(rectangle(band), fill=made.colour("sky"), square=True, name="sky")
        pen.paint(line(band.left, BANNER, band.right, BANNER), stroke=made.colour("navy"), width=1.8, square=True,
                  name="ground")  # fmt: skip
        middle = BANNER / 2
        draw_icon(pen, options.get("icon", "house"), "navy",
                  sheet.box(room.x, middle - icon_side / 2, icon_side, icon_side))  # fmt: skip
        title.draw(sheet, middle - title.height / 2)
        side.draw(sheet, middle - side.height / 2)

    return [Slab(BANNER - 36.0 + 10, draw, frames=())]
