"""The geometry of a table: columns, head and rows in a box, and what can be seen of them inside its outline.

Purpose: plain boxes for `table.py` and `score.py`. Nothing here draws.
"""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from msgspec import Struct

from sopprint.geometry import Box

if TYPE_CHECKING:
    from collections.abc import Sequence


class TableGrid(Struct, frozen=True):
    """`box` is the table with its outline, `visible` what the outline leaves; `edges` are x of column sides (u)."""

    box: Box
    visible: Box
    edges: tuple[float, ...]
    head: float  # y of the line under the heads
    rows: int

    @classmethod
    def of(cls, box: Box, widths: Sequence[float], rows: int, *, head: float, edge: float) -> TableGrid:
        """Columns share the box's width; rows share the visible height under the head, which counts from the box."""
        total = sum(widths)
        shares = accumulate(widths, initial=0.0)
        edges = tuple(box.left + box.width * share / total for share in shares)
        visible = box.inset(edge)
        return cls(box, visible, edges, box.top + head if head else visible.top, rows)

    @property
    def row_height(self) -> float:
        return (self.visible.bottom - self.head) / self.rows

    @property
    def inner_edges(self) -> tuple[float, ...]:
        return self.edges[1:-1]

    @property
    def row_lines(self) -> tuple[float, ...]:
        """y of the rules between rows."""
        return tuple(self.head + self.row_height * row for row in range(1, self.rows))

    def head_cell(self, column: int) -> Box:
        left, right = self._sides(column)
        return Box(left, self.visible.top, right, self.head)

    def cell(self, row: int, column: int) -> Box:
        left, right = self._sides(column)
        return Box.sized(left, self.head + row * self.row_height, right - left, self.row_height)

    def column(self, column: int) -> Box:
        left, right = self._sides(column)
        return Box(left, self.head, right, self.visible.bottom)

    def _sides(self, column: int) -> tuple[float, float]:
        """Visible sides: the outline covers part of the first and of the last column."""
        return max(self.edges[column], self.visible.left), min(self.edges[column + 1], self.visible.right)
