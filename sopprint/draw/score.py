"""A score table: dated rows under numbers joined by a line, where marks show movement from date to date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopprint.draw.frames import RADIUS, ground, outline
from sopprint.draw.labels import ON_MIDDLE, fit_label
from sopprint.draw.lettering import put
from sopprint.draw.numberline import LEAST_RADIUS, number_line
from sopprint.draw.tablegrid import TableGrid
from sopprint.draw.tablehead import COLUMN_HEADER
from sopprint.geometry import Box, line, rounded

if TYPE_CHECKING:
    from sopprint.draw.pen import Pen
    from sopprint.model.elements import Score

_RADIUS = 46.0  # of a number's circle, where the column is wide enough
_CLEAR = 12.0  # round a circle
_PADDING = 32.0
_CLEAR_OF_HEAD = 4.0


def draw(spec: Score, box: Box, pen: Pen) -> None:
    edge = pen.weight("zone")
    numbers = tuple(range(spec.low, spec.high + 1))
    column = (box.width - spec.first) / len(numbers)
    grid = TableGrid.of(box, (spec.first, *(column for _ in numbers)), spec.rows, head=spec.head, edge=edge)
    pen.region("zone", spec.zone, box)
    figure = pen.figure(spec.zone)
    ground(pen, box, "zone", RADIUS, tag=figure)
    _lines(pen, spec, grid)
    _structure(pen, spec, grid, numbers, figure)
    pen.region("write", spec.zone, Box(grid.visible.left, grid.head, grid.visible.right, grid.visible.bottom))
    outline(pen, box, "zone", RADIUS, spec.colour, tag=figure)


def _lines(pen: Pen, spec: Score, grid: TableGrid) -> None:
    half = pen.weight("zone") / 2
    band = Box(grid.box.left + half, grid.box.top + half, grid.box.right - half, grid.head)
    pen.paint(rounded(band, (RADIUS, RADIUS, 0, 0)), fill=pen.colour(spec.colour, "light"), name="head")
    ink, seen = pen.colour("rule"), grid.visible
    top = grid.head + pen.weight("head") / 2 + _CLEAR_OF_HEAD
    for x in grid.inner_edges:
        pen.paint(line(x, top, x, seen.bottom), stroke=ink, width="rule", square=True, name="rule")
    for y in grid.row_lines:
        pen.paint(line(seen.left, y, seen.right, y), stroke=ink, width="rule", square=True, name="rule")
    across = line(seen.left, grid.head, seen.right, grid.head)
    pen.paint(across, stroke=pen.colour(spec.colour), width="head", square=True, name="divider")


def _structure(pen: Pen, spec: Score, grid: TableGrid, numbers: tuple[int, ...], figure: int) -> None:
    table = pen.tag("Table", pen.sect(spec.zone))
    heads = pen.tag("TR", pen.tag("THead", table))
    _date(pen, spec, grid, pen.tag("TH", heads, attributes=COLUMN_HEADER))
    tags = [pen.tag("TH", heads, attributes=COLUMN_HEADER) for _ in numbers]
    column = grid.edges[2] - grid.edges[1]
    middle = (grid.visible.top + grid.head - pen.weight("head") / 2) / 2
    fitting = min(column / 2 - _CLEAR, middle - grid.visible.top - pen.weight("plate") / 2 - 2)
    centers = [(left + right) / 2 for left, right in zip(grid.edges[1:-1], grid.edges[2:], strict=True)]
    radius = max(LEAST_RADIUS, min(_RADIUS, fitting))
    with pen.numbered(Box(grid.edges[1], grid.box.top, grid.edges[-1], grid.head)):
        number_line(pen, numbers, centers, middle, radius, figure=figure, tags=tags)
    body = pen.tag("TBody", table)
    for _ in range(spec.rows):
        row = pen.tag("TR", body)
        for _ in range(len(numbers) + 1):
            pen.tag("TD", row)


def _date(pen: Pen, spec: Score, grid: TableGrid, tag: int) -> None:
    cell = grid.head_cell(0)
    name = pen.maybe(spec.zone, "columns", "date", "name") or pen.say(spec.zone, "name")
    made = fit_label(pen, name, "label", cell.width - 2 * _PADDING, size=48)
    middle = (cell.top + cell.bottom - pen.weight("head") / 2) / 2
    put(pen, made, cell.left + _PADDING, middle - made.drop / 2 + ON_MIDDLE * made.size, tag=tag)
