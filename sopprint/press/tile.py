"""Wall posters from an office printer: a poster cut into sheets that are trimmed and glued, and a map to begin with.

Purpose: a PDF in, a PDF for the printer and a report out; nothing is scaled, so that 24 in stays 24 in. Not here: the
numbers (`tiling.py`), what the first sheet looks like (`assembly.py`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from sopprint.errors import ExitCode
from sopprint.geometry import Box, Size
from sopprint.press.assemble import Label, Placed, PrintSheet, assemble
from sopprint.press.assembly import map_sheet
from sopprint.press.original import open_original
from sopprint.press.sheets import SmallPrint, crop_marks, line, plate
from sopprint.press.tiling import TilingError, tile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopprint.diagnostics import Diagnostic
    from sopprint.frame import Item
    from sopprint.press.original import Artwork, Original
    from sopprint.press.tiling import Tile, Tiling

OVERLAP = 36.0  # points
MARGIN = 18.0  # points; office printers leave up to 4 mm blank, and the rest holds cut marks and the label
MOST_SHEETS = 400
_MARK_OFFSET, _MARK = 2.0, 9.0
_LABEL = 6.0  # points; it must stand between the tile and the edge that does not print
_LABEL_DROP = 5.5
_FLAP_NAME = 8.0
_DASH = (2.0, 1.5)
_PER_SIDE = 0.5  # points; a poster as large as the sheet within this is on it


class TileReport(Struct, frozen=True):
    """How to print and join. `sheet` is the paper as it lies; `tiles` are its sheets without the map."""

    poster: Size
    sheet: Size
    rows: int
    columns: int
    tiles: int
    overlap: float
    findings: tuple[Diagnostic, ...] = ()

    @property
    def sheets(self) -> int:
        return self.tiles + 1


class Tiled(Struct, frozen=True):
    data: bytes
    report: TileReport


def tile_poster(
    data: bytes, sheet: Size, *, overlap: float = OVERLAP, margin: float = MARGIN, page: int = 1, file: str = ""
) -> Tiled:
    """Cut one page into sheets; lengths in points, `page` counts from 1.

    Raises SopprintError: SP651 to SP654 for the file, SP657 when one sheet is enough, SP658 when overlap and margin
    leave no room, SP659 for a page that is not there.
    """
    original = open_original(data, file)
    if not 1 <= page <= len(original):
        message = f"there is no page {page}; the file has {len(original)}"
        raise original.refused("SP659", message, exit_code=ExitCode.USAGE)
    artwork = original.artwork(page - 1)
    tiling = _tiling(original, artwork.size, sheet, overlap, margin)
    small_print = SmallPrint.open()
    sheets = (map_sheet(tiling, artwork, small_print), *(_sheet(tiling, one, artwork, small_print)
                                                         for one in tiling.tiles))  # fmt: skip
    sentence = "Cut into sheets for printing, without tags; the file it was made from is the one to read and to send."
    report = TileReport(tiling.poster, tiling.sheet, tiling.rows, tiling.columns, len(tiling.tiles), overlap,
                        original.findings)  # fmt: skip
    return Tiled(assemble(original, sheets, Label("tiled", sentence, "Simplex")), report)


def _tiling(original: Original, poster: Size, sheet: Size, overlap: float, margin: float) -> Tiling:
    if _holds(sheet, poster):
        hint = "print it at actual size (100 %), or name a smaller sheet"
        raise original.refused("SP657", "the page fits on one such sheet", hint, exit_code=ExitCode.USAGE)
    try:
        made = tile(poster, sheet, overlap=overlap, margin=margin)
    except TilingError as failure:
        raise original.refused("SP658", str(failure), exit_code=ExitCode.USAGE) from failure
    if len(made.tiles) > MOST_SHEETS:
        message = f"that would take {len(made.tiles):,} sheets; at most {MOST_SHEETS} can be joined"
        raise original.refused("SP654", message, "name a larger sheet or a smaller overlap")
    return made


def _holds(sheet: Size, poster: Size) -> bool:
    sides = zip(sorted((poster.width, poster.height)), sorted((sheet.width, sheet.height)), strict=True)
    return all(of_poster <= of_sheet + _PER_SIDE for of_poster, of_sheet in sides)


def _sheet(tiling: Tiling, one: Tile, artwork: Artwork, small_print: SmallPrint) -> PrintSheet:
    place = tiling.place
    placed = Placed(artwork, place.left - one.art.left, place.top - one.art.top, place)
    name = small_print.put(_name(tiling, one), place.left + _MARK, place.bottom + _LABEL_DROP, _LABEL)
    marks = (*crop_marks(place, offset=_MARK_OFFSET, length=_MARK), *_joints(tiling, one))
    over = (*_flaps(tiling, one, small_print), *marks, name)
    return PrintSheet(tiling.sheet, place, place, (placed,), over)


def _name(tiling: Tiling, one: Tile) -> str:
    number = one.row * tiling.columns + one.column + 1
    return (
        f"{one.name}   row {one.row + 1} of {tiling.rows}, column {one.column + 1} of {tiling.columns}   "
        f"sheet {number} of {len(tiling.tiles)}   print at actual size (100 %)"
    )


def _flaps(tiling: Tiling, one: Tile, small_print: SmallPrint) -> Iterator[Item]:
    """A tint on the outer half of what lies under the next sheet, with that sheet's name.

    The inner half keeps the picture, so that a joint that is a little open shows no grey.
    """
    place, depth = tiling.place, tiling.overlap / 2
    below = place.bottom - depth / 2 + _FLAP_NAME / 3
    if one.glue_right and depth:
        yield plate(Box(place.right - depth, place.top, place.right, place.bottom))
        if depth > 2 * _FLAP_NAME:
            name = _at(tiling, one.row, one.column + 1).name
            yield small_print.put(name, place.right - depth / 2, place.center.y, _FLAP_NAME, align="center", weight=600)
    if one.glue_bottom and depth:
        yield plate(Box(place.left, place.bottom - depth, place.right, place.bottom))
        if depth > 2 * _FLAP_NAME:
            name = f"glue under {_at(tiling, one.row + 1, one.column).name}"
            yield small_print.put(name, place.center.x, below, _FLAP_NAME, align="center", weight=600)


def _joints(tiling: Tiling, one: Tile) -> Iterator[Item]:
    """Dashed marks in the margin where the edge of the next sheet comes to lie."""
    place, near, far = tiling.place, _MARK_OFFSET, _MARK_OFFSET + _MARK
    if one.glue_right and tiling.overlap:
        x = place.right - tiling.overlap
        yield line(x, place.top - far, x, place.top - near, dash=_DASH)
        yield line(x, place.bottom + near, x, place.bottom + far, dash=_DASH)
    if one.glue_bottom and tiling.overlap:
        y = place.bottom - tiling.overlap
        yield line(place.left - far, y, place.left - near, y, dash=_DASH)
        yield line(place.right + near, y, place.right + far, y, dash=_DASH)


def _at(tiling: Tiling, row: int, column: int) -> Tile:
    return tiling.tiles[row * tiling.columns + column]
