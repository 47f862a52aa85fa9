"""How a poster is cut into sheets that an office printer can print, and joins again. Numbers only, no PDF.

All tiles of a poster are alike, so that every sheet is trimmed and glued in the same way. A tile's right and bottom
edges are glued under its neighbours, which repeat that strip: the overlap. Points, y down.
"""

from __future__ import annotations

import math
from string import ascii_uppercase

from msgspec import Struct

from sopprint.geometry import Box, Size

_ROUNDING = 1e-6  # of a point; 24 in must not take one more tile than two of 12 in


class TilingError(ValueError):
    """A sheet that has no room for a tile."""


class Tile(Struct, frozen=True):
    """One sheet's part of the poster. `row` and `column` count from 0; `art` is in points of the poster.

    `glue_right` and `glue_bottom`: the strip along that edge lies under the next sheet.
    """

    row: int
    column: int
    art: Box
    glue_right: bool
    glue_bottom: bool

    @property
    def name(self) -> str:
        return f"{_letters(self.row)}{self.column + 1}"


class Tiling(Struct, frozen=True):
    """`sheet` is turned as it is printed; `place` is where every tile lies on it. Tiles run by rows."""

    poster: Size
    sheet: Size
    place: Box
    rows: int
    columns: int
    overlap: float
    tiles: tuple[Tile, ...]


def tile(poster: Size, sheet: Size, *, overlap: float, margin: float) -> Tiling:
    """The tiling with the fewest sheets, turned either way; of two as good, the one with less to glue.

    `margin` is the edge that the printer leaves blank or that marks need. Raises TilingError.
    """
    ways = (sheet, Size(sheet.height, sheet.width))
    return min((_tiled(poster, way, overlap, margin) for way in ways), key=_cost)


def count(length: float, room: float, overlap: float) -> int:
    """The fewest pieces of at most `room` that cover `length` when neighbours share `overlap`. Raises TilingError."""
    if room <= overlap + _ROUNDING:
        raise TilingError("the overlap and the margins leave nothing of the sheet")
    return max(1, math.ceil((length - overlap) / (room - overlap) - _ROUNDING))


def _tiled(poster: Size, sheet: Size, overlap: float, margin: float) -> Tiling:
    columns = count(poster.width, sheet.width - 2 * margin, overlap)
    rows = count(poster.height, sheet.height - 2 * margin, overlap)
    width = (poster.width + (columns - 1) * overlap) / columns
    height = (poster.height + (rows - 1) * overlap) / rows
    place = Box.sized((sheet.width - width) / 2, (sheet.height - height) / 2, width, height)
    tiles = tuple(
        Tile(row, column, Box.sized(column * (width - overlap), row * (height - overlap), width, height),
             column < columns - 1, row < rows - 1)
        for row in range(rows) for column in range(columns)
    )  # fmt: skip
    return Tiling(poster, sheet, place, rows, columns, overlap, tiles)


def _cost(made: Tiling) -> tuple[int, float]:
    seams = (made.columns - 1) * made.poster.height + (made.rows - 1) * made.poster.width
    return len(made.tiles), seams


def _letters(index: int) -> str:
    """A … Z, AA, AB …"""
    high, low = divmod(index, 26)
    return (_letters(high - 1) if high else "") + ascii_uppercase[low]
