"""A table to fill in: heads, rows, and what its columns hold.

Purpose: the table itself, framed by its own outline or inside a panel, with a head row and row headers that a screen
reader finds. Not here: where the lines are (`tablegrid.py`), what stands in the head row (`tablehead.py`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from sopprint.draw.frames import RADIUS, ground, outline
from sopprint.draw.labels import ON_MIDDLE
from sopprint.draw.lettering import fit, put
from sopprint.draw.tablegrid import TableGrid
from sopprint.draw.tablehead import draw_heads
from sopprint.draw.tickbox import SIDE, label_offset, tick_box
from sopprint.geometry import Box, line, rounded

if TYPE_CHECKING:
    from sopprint.draw.pen import Pen
    from sopprint.model.elements import Table, TableColumn
    from sopprint.resolve.words import Phrase

ROW_HEADER = (("Table", "Scope", "Row"),)
_TICK_SIZE = 62.0  # a box to tick on its own is larger than one with a label
_CLEAR_OF_HEAD = 4.0  # inside a panel, rules stop short of the panel's divider
_GUIDE_INSET = 28.0
_TIGHTER = 8.0  # less air in heads of two languages


def draw(spec: Table, box: Box, pen: Pen) -> None:
    if pen.second is not None and spec.head:
        spec = replace(spec, head=spec.head + pen.extra("label", spec.label_size) - _TIGHTER)
    edge = pen.weight("zone") if spec.framed else 0.0
    grid = TableGrid.of(box, [c.width for c in spec.columns], spec.rows, head=spec.head, edge=edge)
    figure = pen.figure(spec.zone) if spec.framed and pen.maybe(spec.zone, "alt") else None
    table = pen.tag("Table", pen.sect(spec.zone))
    if spec.framed:
        pen.region("zone", spec.zone, box)
        ground(pen, box, "zone", RADIUS, tag=figure)
        _tint_head(pen, spec, grid)
    _rules(pen, spec, grid)
    draw_heads(pen, spec, grid, pen.tag("THead", table))
    body = pen.tag("TBody", table)
    items = pen.words.phrases("zones", spec.zone, "items")
    for row in range(spec.rows):
        _row(pen, spec, grid, row, items[row] if row < len(items) else None, pen.tag("TR", body))
    for index, column in enumerate(spec.columns):
        if column.holds == "writing":
            pen.region("write", f"{spec.zone}.{column.column}", grid.column(index))
    if spec.framed:
        outline(pen, box, "zone", RADIUS, spec.colour, tag=figure)


def _tint_head(pen: Pen, spec: Table, grid: TableGrid) -> None:
    if not spec.head:
        return
    half = pen.weight("zone") / 2
    band = Box(grid.box.left + half, grid.box.top + half, grid.box.right - half, grid.head)
    pen.paint(rounded(band, (RADIUS, RADIUS, 0, 0)), fill=pen.colour(spec.colour, "light"), name="head")


def _rules(pen: Pen, spec: Table, grid: TableGrid) -> None:
    """Rules of columns and rows; the line under the heads comes last, over them."""
    ink = pen.colour("rule")
    seen = grid.visible
    top = seen.top if spec.framed else seen.top + _CLEAR_OF_HEAD
    for x in grid.inner_edges:
        pen.paint(line(x, top, x, seen.bottom), stroke=ink, width="rule", square=True, name="rule")
    for y in grid.row_lines:
        pen.paint(line(seen.left, y, seen.right, y), stroke=ink, width="rule", square=True, name="rule")
    if spec.head:
        pen.paint(
            line(seen.left, grid.head, seen.right, grid.head),
            stroke=pen.colour(spec.colour) if spec.framed else ink,
            width="head" if spec.framed else "rule", square=True, name="divider",
        )  # fmt: skip


def _row(pen: Pen, spec: Table, grid: TableGrid, row: int, item: Phrase | None, parent: int) -> None:
    for index, column in enumerate(spec.columns):
        cell = grid.cell(row, index)
        if column.guide:
            _guide(pen, cell)
        match column.holds:
            case "number":
                _number(pen, spec, column, cell, row, pen.tag("TH", parent, attributes=ROW_HEADER))
            case "tick":
                _tick(pen, cell, pen.tag("TD", parent))
            case "item" | "tick-item":
                _item(pen, spec, column, cell, item, parent)
            case "writing":
                pen.tag("TD", parent)


def _guide(pen: Pen, cell: Box) -> None:
    y = cell.center.y
    pen.paint(
        line(cell.left + _GUIDE_INSET, y, cell.right - _GUIDE_INSET, y),
        stroke=pen.colour("guide-rule"), width="rule", name="guide",
    )  # fmt: skip


def _number(pen: Pen, spec: Table, column: TableColumn, cell: Box, row: int, tag: int) -> None:
    made = fit(pen, pen.number(row + 1), "row-number", cell.width, shared=True)
    middle = cell.top + cell.height / 4 if column.guide else cell.center.y
    put(
        pen, made, cell.center.x, middle + ON_MIDDLE * made.size,
        tag=tag, align="center", color=pen.colour(spec.colour),
    )  # fmt: skip


def _tick_alone(pen: Pen, x: float, baseline: float, size: float, parent: int) -> None:
    """Outside a list a box is a figure: labels (Lbl) belong to list items only (ISO 32000-1, 14.8.4.3.3)."""
    tick_box(pen, x, baseline, size, pen.tag("Figure", parent, alt=pen.shared("alt", "tick-box").text))


def _tick(pen: Pen, cell: Box, parent: int) -> None:
    size = min(_TICK_SIZE, cell.width * 0.7, cell.height * 0.7)
    _tick_alone(pen, cell.center.x - SIDE * size / 2, cell.center.y + ON_MIDDLE * size, size, parent)


def _item(pen: Pen, spec: Table, column: TableColumn, cell: Box, item: Phrase | None, parent: int) -> None:
    """A row's own words, with a box to tick before them; a row without words is for the family's own."""
    style = "item" if column.holds == "tick-item" else "label"
    tag = pen.tag("TH" if item else "TD", parent, attributes=ROW_HEADER if item else ())
    x = cell.left + spec.padding
    size = pen.size_of(style, spec.item_size)
    second = pen.extra(style, size) if item is not None and item.second is not None else 0.0
    baseline = cell.center.y - second / 2 + ON_MIDDLE * size
    if column.holds == "tick-item":
        _tick_alone(pen, x, baseline, size, tag)
        x += label_offset(size)
    if item is None:
        start = x if column.holds == "tick-item" else cell.left
        pen.region("write", f"{spec.zone}.{column.column}", Box(start, cell.top, cell.right, cell.bottom))
        return
    made = fit(pen, item, style, cell.right - spec.padding / 2 - x, size=spec.item_size, shared=True)
    put(pen, made, x, cell.center.y - made.drop / 2 + ON_MIDDLE * made.size, tag=tag)
