"""Tables in running text: an outline, a tinted head that is repeated on the next page, rows that stay whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopprint.geometry import Box as Rect
from sopprint.geometry import line, rounded
from sopprint.layout.flow import Frame, Slab
from sopprint.layout.running import TICK, baseline, tick
from sopprint.model.blocks import TICK_BOX

if TYPE_CHECKING:
    from sopprint.layout.composer import Composer, Room, RunningStyle
    from sopprint.layout.sheet import Sheet
    from sopprint.model.blocks import Paragraph, TableBlock
    from sopprint.text.rich import RichLine

RADIUS = 6.75
OUTLINE = 1.5
RULE = 0.6
PAD_X, PAD_Y = 6.0, 4.2


def table(block: TableBlock, room: Room, made: Composer) -> list[Slab]:
    """A table as one slab a row. Where it goes on over a page its head is printed again, as decoration."""
    tag = made.tag("Table", room.parent)
    columns = _columns(block, room, made)
    head = _row(block.head, columns, room, made, made.tag("TR", made.tag("THead", tag)), block, head=True)
    frame = Frame(
        room.x, room.x + room.width, made.gap(9), made.gap(3), OUTLINE / 2, OUTLINE / 2, None, _outline(made), head
    )
    body = made.tag("TBody", tag)
    last = len(block.rows) - 1
    rows = (
        _row(cells, columns, room, made, made.tag("TR", body), block, ruled=index > 0)
        for index, cells in enumerate(block.rows)
    )
    return [
        Slab(row.height, row.draw, keep=index == 0 < last or index == last - 1, frames=(*room.frames, frame))
        for index, row in enumerate(rows)
    ]


def _columns(block: TableBlock, room: Room, made: Composer) -> list[tuple[float, float]]:
    """Left edge and width of each column's words."""
    total, pad = sum(block.widths), made.pt(PAD_X)
    columns, x = [], room.x
    for share in block.widths:
        width = room.width * share / total
        columns.append((x + pad, width - 2 * pad + pad * 0.5))
        x += width
    return columns


def _row(
    cells: tuple[Paragraph, ...],
    columns: list[tuple[float, float]],
    room: Room,
    made: Composer,
    tag: int,
    block: TableBlock,
    *,
    head: bool = False,
    ruled: bool = False,
) -> Slab:
    style = made.style("head" if head else "cell")
    scope: tuple[tuple[str, str, str | int], ...] = (("Table", "Scope", "Column"),) if head else ()
    tags = [_cell_tag(cell, made, made.tag("TH" if head else "TD", tag, attributes=scope)) for cell in cells]
    texts = [
        () if cell.text == TICK_BOX else made.lines(cell.spans, style, width, cell.place)
        for cell, (_, width) in zip(cells, columns, strict=True)
    ]
    pad = made.gap(PAD_Y)
    height = max((len(t) for t in texts), default=1) * style.leading + 2 * pad
    drawn = [0]

    def draw(sheet: Sheet, y: float) -> None:
        again = head and drawn[0] > 0
        drawn[0] += 1
        if head:
            _head_ground(sheet, room, y, height, made)
        elif ruled:
            _rule(sheet, room, y)
        for cell, text, (x, width), owner, align in zip(cells, texts, columns, tags, block.align, strict=True):
            if cell.text == TICK_BOX:
                side = made.pt(TICK)
                tick(sheet, x + _shift(width - side, align), y + (height - side) / 2, side, owner)
            _cell(sheet, text, (x, width, align), y + pad, style, None if again else owner)

    return Slab(height, draw)


def _cell_tag(cell: Paragraph, made: Composer, tag: int) -> int:
    """The element that owns a cell's content: a box to tick is a figure that says so."""
    return made.tag("Figure", tag, alt=made.tick_words) if cell.text == TICK_BOX else tag


def _shift(free: float, align: str) -> float:
    return {"left": 0.0, "center": free / 2, "right": free}[align]


def _cell(
    sheet: Sheet,
    text: tuple[RichLine, ...],
    at: tuple[float, float, str],
    y: float,
    style: RunningStyle,
    tag: int | None,
) -> None:
    x, width, align = at
    for index, row in enumerate(text):
        shift = _shift(width - row.width * style.size, align)
        runs = max((piece.run for piece in row.pieces), default=0) + 1
        base = y + index * style.leading + baseline(style)
        sheet.words(row, x + shift, base, style.size, sheet.pen.colour(style.ink), (tag,) * runs)


def _head_ground(sheet: Sheet, room: Room, y: float, height: float, made: Composer) -> None:
    radius = made.pt(RADIUS)
    box = sheet.box(room.x, y, room.width, height)
    sheet.pen.paint(rounded(box, (radius, radius, 0, 0)), fill=made.colour("navy/light"), name="head")
    sheet.pen.paint(line(box.left, box.bottom, box.right, box.bottom), stroke=made.colour("navy"), width=1.1,
                    square=True, name="divider")  # fmt: skip


def _rule(sheet: Sheet, room: Room, y: float) -> None:
    left = sheet.left + room.x
    sheet.pen.paint(
        line(left, y, left + room.width, y), stroke=sheet.pen.colour("guide-rule"), width=RULE, square=True, name="rule"
    )


def _outline(made: Composer):  # type: ignore[no-untyped-def]
    def draw(sheet: Sheet, box: Rect) -> None:
        sheet.pen.paint(
            rounded(box.inset(OUTLINE / 2), made.pt(RADIUS)), stroke=made.colour("navy"), width=OUTLINE, name="outline"
        )

    return draw
