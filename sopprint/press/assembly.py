"""The first sheet of a tiled poster: a map of the tiles, what to do, and a square to measure.

It is printed first, so that a printer that scales is found out before the paper is used. Points, y down.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopprint.geometry import Box
from sopprint.press.assemble import Placed, PrintSheet
from sopprint.press.sheets import PAPER, line, plate, square

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopprint.frame import Item
    from sopprint.press.original import Artwork
    from sopprint.press.sheets import SmallPrint
    from sopprint.press.tiling import Tile, Tiling

_EDGE = 36.0
_TITLE, _TEXT, _LEADING = 15.0, 9.5, 13.0
_GAP = 14.0
_INCH = 72.0
_NAME = 8.0  # size of tile names on the map; small maps have smaller ones
_STEPS = (
    "Print one-sided at actual size (100 %). Measure the square first.",
    "Cut each sheet along its top and left marks; keep the grey flaps.",
    "Start at A1. Glue each sheet over the flap of the one before.",
    "Cut the outer edges last.",
)


def map_sheet(tiling: Tiling, artwork: Artwork, small_print: SmallPrint) -> PrintSheet:
    """The whole poster small, with the sheets' names on it."""
    room = _room(tiling)
    scale = min(room.width / tiling.poster.width, room.height / tiling.poster.height)
    left = room.center.x - tiling.poster.width * scale / 2
    picture = Box.sized(left, room.top, tiling.poster.width * scale, tiling.poster.height * scale)
    over = (*_words(tiling, small_print), *_measure(tiling, small_print), *_grid(tiling, picture, scale, small_print))
    sheet = Box(0.0, 0.0, tiling.sheet.width, tiling.sheet.height)
    placed = Placed(artwork, picture.left, picture.top, picture, scale)
    return PrintSheet(tiling.sheet, sheet, sheet, (placed,), over)


def _room(tiling: Tiling) -> Box:
    top = _EDGE + _TITLE + len(_STEPS) * _LEADING + _GAP
    return Box(_EDGE, top, tiling.sheet.width - _EDGE, tiling.sheet.height - _EDGE - _INCH - _GAP)


def _words(tiling: Tiling, small_print: SmallPrint) -> Iterator[Item]:
    size = f"{tiling.poster.width / 72:.4g} × {tiling.poster.height / 72:.4g} in"
    title = f"{size} from {len(tiling.tiles)} sheets"
    yield small_print.put(title, _EDGE, _EDGE + _TITLE * 0.7, _TITLE, weight=700)
    for number, step in enumerate(_STEPS, 1):
        yield small_print.put(f"{number}. {step}", _EDGE, _EDGE + _TITLE + number * _LEADING, _TEXT)


def _measure(tiling: Tiling, small_print: SmallPrint) -> Iterator[Item]:
    bottom = tiling.sheet.height - _EDGE
    yield square(Box(_EDGE, bottom - _INCH, _EDGE + _INCH, bottom))
    says = ("Each side of this square must measure", "1 in (25.4 mm). If it does not, print again", "without scaling.")
    for number, words in enumerate(says):
        yield small_print.put(words, _EDGE + _INCH + _GAP, bottom - _INCH / 2 + (number - 1) * _LEADING, _TEXT)


def _grid(tiling: Tiling, picture: Box, scale: float, small_print: SmallPrint) -> Iterator[Item]:
    for column in range(1, tiling.columns):
        x = picture.left + tiling.tiles[column].art.left * scale
        yield line(x, picture.top, x, picture.bottom, width=0.75)
    for row in range(1, tiling.rows):
        y = picture.top + tiling.tiles[row * tiling.columns].art.top * scale
        yield line(picture.left, y, picture.right, y, width=0.75)
    yield plate(picture, None, outline=True)
    for one in tiling.tiles:
        yield from _named(one, picture, scale, small_print)


def _named(one: Tile, picture: Box, scale: float, small_print: SmallPrint) -> Iterator[Item]:
    cell = one.art.scaled(scale).shifted(picture.left, picture.top)
    size = min(_NAME, cell.width / 4, cell.height / 2)
    name = small_print.put(one.name, cell.center.x, cell.center.y + size / 3, size, align="center", weight=700)
    under = Box(name.x - size / 3, name.y - size, name.x + name.width + size / 3, name.y + size / 2)
    yield plate(under, PAPER, outline=True)
    yield name
