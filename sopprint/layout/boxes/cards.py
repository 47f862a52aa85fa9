"""Prompt cards: a bar with the zone's number, icon and name, then three columns: say, listen for, if stuck."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from sopprint.draw.icons import draw_icon
from sopprint.geometry import line, rounded
from sopprint.layout.boxes.compose import Stack
from sopprint.layout.boxes.marks import SIDE, draw_mark
from sopprint.layout.flow import Slab
from sopprint.layout.running import baseline, words
from sopprint.model.blocks import Box, Span

if TYPE_CHECKING:
    from sopprint.layout.boxes.compose import Compose
    from sopprint.layout.composer import Composer, Room
    from sopprint.layout.sheet import Sheet
    from sopprint.model.blocks import Block

SHARES = (1.62, 1.0, 0.92)
BAR = 22.0
PAD = 9.0
OUTLINE, RADIUS = 1.5, 6.75


def cards_box(box: Box, room: Room, compose: Compose) -> list[Slab]:
    """Column names once, then the cards."""
    made = compose.made
    heads = box.options.get("heads", "").split("|")
    slabs = [_heads(heads, room, compose)] if any(heads) else []
    slabs += [_card(child, room, compose) for child in box.children if isinstance(child, Box) and child.name == "card"]
    if len(slabs) > 1:
        slabs[1] = replace(slabs[1], before=made.gap(2))
    return slabs


def _columns(room: Room, made: Composer) -> list[tuple[float, float]]:
    pad, gap = made.pt(PAD), made.pt(9)
    free = room.width - 2 * pad - 2 * gap
    x, columns = room.x + pad, []
    for share in SHARES:
        width = free * share / sum(SHARES)
        columns.append((x, width))
        x += width + gap
    return columns


def _heads(heads: list[str], room: Room, compose: Compose) -> Slab:
    made = compose.made
    style = made.style("label")
    stacks = [
        Stack.of(words((Span(head),), replace(room, x=x, width=width, frames=()), made, "label",
                       made.tag("P", room.parent), None, ink=made.colour("navy")))
        for head, (x, width) in zip(heads, _columns(room, made), strict=False)
    ]  # fmt: skip

    def draw(sheet: Sheet, y: float) -> None:
        for stack in stacks:
            stack.draw(sheet, y)

    return Slab(style.leading, draw, before=made.gap(6), keep=True, frames=room.frames)


def _card(card: Box, room: Room, compose: Compose) -> Slab:
    """One card; it stays whole."""
    made = compose.made
    colour, bar = card.options.get("colour", "navy"), made.pt(BAR)
    title = _title(card, room, compose, bar)
    stacks = []
    for child, (x, width) in zip(card.children, _columns(room, made), strict=False):
        inner = replace(room, x=x, width=width, frames=(), style="cell")
        stacks.append(Stack.of(_spaced(child.children if isinstance(child, Box) else (child,), inner, compose)))
    height = bar + max((s.height for s in stacks), default=0.0) + made.pt(4.5) + made.pt(6)

    def draw(sheet: Sheet, y: float) -> None:
        outer = sheet.box(room.x, y, room.width, height)
        radius = made.pt(RADIUS)
        sheet.pen.paint(rounded(outer, radius), fill=made.colour("paper"), name="panel")
        band = sheet.box(room.x, y, room.width, bar)
        sheet.pen.paint(rounded(band, (radius, radius, 0, 0)), fill=made.colour(f"{colour}/light"), name="head")
        sheet.pen.paint(line(band.left, band.bottom, band.right, band.bottom), stroke=made.colour(colour), width=1.1,
                        square=True, name="divider")  # fmt: skip
        title(sheet, y)
        for stack in stacks:
            stack.draw(sheet, y + bar + made.pt(4.5))
        sheet.pen.paint(rounded(outer.inset(OUTLINE / 2), radius), stroke=made.colour(colour), width=OUTLINE,
                        name="outline")  # fmt: skip

    return Slab(height, draw, before=made.gap(8), frames=room.frames)


def _spaced(blocks: tuple[Block, ...], room: Room, compose: Compose) -> list[Slab]:
    """Paragraphs in a cell stand a little apart."""
    slabs: list[Slab] = []
    for index, block in enumerate(blocks):
        part = compose.block(block, room)
        if part:
            slabs += [replace(part[0], before=compose.made.gap(2.5) if index else 0.0), *part[1:]]
    return slabs


def _title(card: Box, room: Room, compose: Compose, bar: float):  # type: ignore[no-untyped-def]
    made = compose.made
    side, icon_side, pad = made.pt(SIDE), made.pt(14), made.pt(PAD)
    mark, icon, colour = (card.options.get(key, "") for key in ("mark", "icon", "colour"))
    left = pad + (side + made.pt(6) if mark else 0) + (icon_side + made.pt(6) if icon else 0)
    tag = made.title_tag(room.parent)
    inner = replace(room.inner(left, pad), frames=())
    stack = Stack.of(words((Span(card.options.get("title", "")),), inner, made, "h3", tag, card.place))
    style = made.style("h3")

    def draw(sheet: Sheet, y: float) -> None:
        middle = y + bar / 2
        x = sheet.left + room.x + pad
        if mark:
            draw_mark(sheet, made, mark, (x + side / 2, middle), side * 0.94, tag)
            x += side + made.pt(6)
        if icon:
            box = sheet.box(x - sheet.left, middle - icon_side / 2, icon_side, icon_side)
            draw_icon(sheet.pen, icon, colour or "navy", box)
        stack.draw(sheet, middle - baseline(style) + 0.35 * style.size)

    return draw
