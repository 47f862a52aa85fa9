"""Running words as slabs: paragraphs, headings and lists. One slab a line, tied against widows and orphans."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from sopprint.geometry import Box as Rect
from sopprint.geometry import ellipse, line, rounded
from sopprint.layout.flow import Mark, Slab

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sopprint.color import Color
    from sopprint.diagnostics import Place
    from sopprint.layout.composer import Composer, Room, RunningStyle
    from sopprint.layout.flow import Drawn
    from sopprint.layout.sheet import Sheet
    from sopprint.model.blocks import Block, Heading, ListBlock, Paragraph, Span
    from sopprint.text.rich import RichLine

MARKER = 15.0  # indent of list items
TICK = 10.5  # side of a box to tick


def baseline(style: RunningStyle) -> float:
    """From a line's top to its baseline: capitals stand in the middle of the leading."""
    return (style.leading + 0.668 * style.size) / 2


def paragraph(block: Paragraph, room: Room, made: Composer, *, style: str | None = None) -> list[Slab]:
    """A paragraph in the room's style."""
    return words(block.spans, room, made, style or room.style, made.tag("P", room.parent), block.place)


def words(
    spans: tuple[Span, ...],
    room: Room,
    made: Composer,
    style_name: str,
    tag: int,
    place: Place | None,
    *,
    align: str = "left",
    ink: Color | None = None,
    even: bool = False,
) -> list[Slab]:
    """Lines of words that belong to one structure element; links become Link elements of their own."""
    style = made.style(style_name)
    lines = made.lines(spans, style, room.width, place, even=even)
    tags = tuple(made.tag("Link", tag) if span.link else tag for span in spans)
    colour = ink or made.colour(style.ink)
    slabs = []
    for index, text in enumerate(lines):
        shift = {"left": 0.0, "right": room.width, "center": room.width / 2}[align]
        shift -= {"left": 0.0, "right": 1.0, "center": 0.5}[align] * text.width * style.size
        slabs.append(
            Slab(
                style.leading,
                _line_drawn(text, room.x + shift, style, colour, tags, spans, place),
                before=style.before if index == 0 else 0.0,
                keep=index == 0 < len(lines) - 1 or index == len(lines) - 2,
                frames=room.frames,
            )
        )
    return slabs


def _line_drawn(
    text: RichLine,
    x: float,
    style: RunningStyle,
    ink: Color,
    tags: tuple[int, ...],
    spans: tuple[Span, ...],
    place: Place | None,
) -> Drawn:
    def draw(sheet: Sheet, y: float) -> None:
        base = y + baseline(style)
        sheet.words(text, x, base, style.size, ink, tags, place)
        for piece in text.pieces:
            target = spans[piece.run].link
            if target is not None:
                left = sheet.left + x + piece.x * style.size
                right = left + piece.shaped.width(style.size)
                under = line(left, base + 0.18 * style.size, right, base + 0.18 * style.size)
                sheet.pen.paint(under, stroke=ink, width=0.06 * style.size, name="underline")
                words_there = "".join(s.text for s in spans if s.link == target).strip()
                sheet.link(Rect(left, y, right, y + style.leading), target, tags[piece.run], words_there)

    return draw


def heading(block: Heading, room: Room, made: Composer) -> list[Slab]:
    """A heading; it stays with what follows, and its first line is what links lead to."""
    level = min(block.level, 4)
    made.level = level
    tag = made.tag(("H1", "H2", "H3", "H4")[level - 1], room.parent)
    slabs = words(block.spans, room, made, f"h{level}", tag, block.place, even=True)
    mark = Mark(block.bookmark, block.text, level if level <= 2 else 0)
    return [
        replace(slab, keep=True, marks=(mark,) if index == 0 else ()) for index, slab in enumerate(slabs)
    ]


def bulleted(
    block: ListBlock, room: Room, made: Composer, compose: Callable[[Sequence[Block], Room], list[Slab]]
) -> list[Slab]:
    """A list: markers hang left of the items; nested lists lie in their item's body."""
    kind = {"bullet": "Disc", "number": "Decimal", "check": "None"}[block.kind]
    parent = made.tag("L", room.parent, attributes=(("List", "ListNumbering", kind),))
    slabs: list[Slab] = []
    indent = made.pt(MARKER + (3 if block.kind == "check" else 0))
    for index, item in enumerate(block.items):
        entry = made.tag("LI", parent)
        alt = made.tick_words if block.kind == "check" else None
        marker = made.tag("Lbl", entry, alt=alt)
        inside = room.inner(indent, parent=made.tag("LBody", entry))
        body = _item(item, inside, made) or compose(item, inside)
        if not body:
            continue
        first = replace(
            body[0],
            draw=_with_marker(body[0].draw, _marker(block, index, room, made, marker)),
            before=made.gap(6 if index == 0 else 3.4),
        )
        slabs += [first, *body[1:]]
    return slabs


def _item(item: tuple[Block, ...], room: Room, made: Composer) -> list[Slab]:
    """An item of one paragraph: its words belong to the LBody, with no P between (ISO 32000-1, 14.8.4.3.3)."""
    from sopprint.model.blocks import Paragraph

    only = item[0] if len(item) == 1 else None
    if not isinstance(only, Paragraph):
        return []
    return words(only.spans, room, made, room.style, room.parent, only.place)


def _with_marker(draw: Drawn, marker: Drawn) -> Drawn:
    def both(sheet: Sheet, y: float) -> None:
        marker(sheet, y)
        draw(sheet, y)

    return both


def _marker(block: ListBlock, index: int, room: Room, made: Composer, tag: int) -> Drawn:
    """What hangs before an item: a dot, a number or a box to tick."""
    style = made.style(room.style)
    middle = style.leading / 2
    if block.kind == "check":
        side = made.pt(TICK)
        return lambda sheet, y: tick(sheet, room.x, y + middle - side / 2, side, tag)
    if block.kind == "bullet":
        return lambda sheet, y: sheet.pen.paint(
            ellipse(sheet.left + room.x + made.pt(5), y + middle, made.pt(1.7)), fill=made.colour("ink"), tag=tag,
            name="bullet",
        )  # fmt: skip
    from sopprint.model.blocks import Span

    number = made.rich((Span(f"{block.start + index}.", "strong"),), style, block.place)
    assert number is not None
    text = number.lines(made.pt(100))[0]
    x = room.x + made.pt(MARKER - 4) - text.width * style.size
    return lambda sheet, y: sheet.words(text, x, y + baseline(style), style.size, made.colour("navy"), (tag,))


def tick(sheet: Sheet, x: float, y: float, side: float, tag: int | None) -> None:
    """A box to tick, its top left corner at x, y."""
    sheet.pen.paint(
        rounded(sheet.box(x, y, side, side), side * 0.18), fill=sheet.pen.colour("paper"),
        stroke=sheet.pen.colour("ink"), width=side * 0.105, tag=tag, name="tick",
    )  # fmt: skip
