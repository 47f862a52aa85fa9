"""Booklets: pages two by two on sheets, so that folding or cutting the printed pile puts them in order.

Purpose: a PDF and a scheme in, a PDF for the printer and a report out. Pages keep their size. Not here: the order of
pages (`schemes/`), writing the file (`assemble.py`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from sopprint.errors import ExitCode
from sopprint.geometry import Box, Size
from sopprint.press.assemble import Label, Placed, PrintSheet, assemble
from sopprint.press.original import Original, open_original
from sopprint.press.plan import OFFICE_SHEETS, smallest_sheet, turned_to_fit
from sopprint.press.schemes import SCHEMES
from sopprint.press.sheets import SmallPrint, crop_marks, middle_marks

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sopprint.diagnostics import Diagnostic
    from sopprint.frame import Item
    from sopprint.press.assemble import Duplex
    from sopprint.press.original import Artwork
    from sopprint.press.plan import Plan, Side, Spot
    from sopprint.press.schemes import Scheme

OFFICE_PAPER = 0.1 * 72 / 25.4  # points; 20 lb bond, 80 g/m²
_MARK = 9.0  # length of crop and fold marks
_CLEAR = 4.0  # between the bleed and a mark
_ROOM = 24.0  # margin that marks and a label need; with less there are none
_SIZES_DIFFER = 0.75  # points


class PrintReport(Struct, frozen=True):
    """How to print. `sheet` is the paper as it lies; `blanks` counts empty pages, `creep` is the largest shift."""

    pages: int
    sheets: int
    blanks: int
    sheet: Size
    duplex: Duplex
    creep: float
    finish: str
    findings: tuple[Diagnostic, ...] = ()


class Imposed(Struct, frozen=True):
    data: bytes
    report: PrintReport


class _Press(Struct, frozen=True, eq=False):
    """What all sides share: `cell` is one page's room, `trim` the two of them in the middle of the sheet."""

    sheet: Size
    cell: Size
    trim: Box
    bleed: float
    scheme: Scheme
    duplex: Duplex
    print: SmallPrint | None  # None: no room for marks


def booklet(data: bytes, sheet: Size, thickness: float, *, file: str = "") -> Imposed:
    """Saddle stitch on `sheet`, given either way; `thickness` of one sheet in points. Raises SopprintError."""
    return impose(data, sheet, thickness, file=file)


def impose(
    data: bytes, sheet: Size | None = None, thickness: float = OFFICE_PAPER, *, scheme: str = "booklet", file: str = ""
) -> Imposed:
    """Impose with a scheme of `SCHEMES`, on the smallest office sheet that will do when none is given.

    Raises SopprintError: SP651 to SP654 for the file, SP655 when two pages do not fit.
    """
    original = open_original(data, file)
    pages = tuple(original.artwork(index) for index in range(len(original)))
    cell = Size(max(page.size.width for page in pages), max(page.size.height for page in pages))
    press = _press(original, sheet, cell, pages, SCHEMES[scheme])
    plan = press.scheme.plan(len(pages), thickness)
    sides = tuple(_sides(press, plan, pages))
    sentence = "Imposed for printing, without tags; the file it was made from is the one to read and to send."
    report = PrintReport(
        len(pages), len(plan.sheets), plan.blanks, press.sheet, press.duplex, plan.creep, press.scheme.finish,
        (*original.findings, *_findings(original, pages, cell)),
    )  # fmt: skip
    return Imposed(assemble(original, sides, Label(scheme, sentence, press.duplex)), report)


def _press(original: Original, sheet: Size | None, cell: Size, pages: tuple[Artwork, ...], scheme: Scheme) -> _Press:
    turned = _turned(original, sheet, cell)
    trim = Box.sized(turned.width / 2 - cell.width, (turned.height - cell.height) / 2, 2 * cell.width, cell.height)
    wide = turned.width >= turned.height
    reach = max(max(b.left, b.top, b.right, b.bottom) for b in (page.bleed for page in pages))
    bleed = max(0.0, min(reach, trim.left, trim.top))
    room = min(trim.left, trim.top) >= bleed + _ROOM
    # the back is turned over the upright middle, and the upright edges of a lying sheet are its short ones
    duplex: Duplex = "DuplexFlipShortEdge" if wide else "DuplexFlipLongEdge"
    return _Press(turned, cell, trim, bleed, scheme, duplex, SmallPrint.open() if room else None)


def _turned(original: Original, sheet: Size | None, cell: Size) -> Size:
    size = sheet
    if size is None:
        found = smallest_sheet(cell)
        size = found.size if found else None
    turned = turned_to_fit(size, cell) if size else None
    if turned is not None:
        return turned
    wanted = f"two pages of {_inches(cell)} side by side"
    tried = f"a sheet of {_inches(size)}" if size else f"any of {', '.join(OFFICE_SHEETS)}"
    fitting = smallest_sheet(cell)
    hint = f"use --paper {fitting.name}" if fitting else "name a larger sheet with --paper, such as 24x36in"
    raise original.refused("SP655", f"{wanted} do not fit on {tried}", hint, exit_code=ExitCode.USAGE)


def _sides(press: _Press, plan: Plan, pages: tuple[Artwork, ...]) -> Iterator[PrintSheet]:
    bleed = press.trim.outset(press.bleed)
    total = len(plan.sheets)
    for number, side in enumerate(plan.sides()):
        name = f"sheet {number // 2 + 1} of {total}, {'back' if number % 2 else 'front'}"
        placed = tuple(_placed(press, side, pages))
        yield PrintSheet(press.sheet, _on_sheet(press.trim, press.sheet), _on_sheet(bleed, press.sheet), placed,
                         tuple(_marks(press, name)))  # fmt: skip


def _placed(press: _Press, side: Side, pages: tuple[Artwork, ...]) -> Iterator[Placed]:
    trim, middle = press.trim.outset(press.bleed), press.trim.center.x
    left = Box(trim.left, trim.top, middle, trim.bottom)  # bleed must not cross the middle
    right = Box(middle, trim.top, trim.right, trim.bottom)
    if (page := _page(side.left, pages)) is not None:
        yield Placed(page, middle - page.size.width + side.left.inward, _top(press, page), left)
    if (page := _page(side.right, pages)) is not None:
        yield Placed(page, middle - side.right.inward, _top(press, page), right)


def _page(spot: Spot, pages: tuple[Artwork, ...]) -> Artwork | None:
    return None if spot.page is None else pages[spot.page]


def _top(press: _Press, page: Artwork) -> float:
    return press.trim.top + (press.cell.height - page.size.height) / 2


def _marks(press: _Press, name: str) -> Iterable[Item]:
    if press.print is None:
        return
    offset = press.bleed + _CLEAR
    yield from crop_marks(press.trim, offset=offset, length=_MARK)
    yield from middle_marks(press.trim, offset=offset, length=_MARK, folds=press.scheme.folds)
    yield press.print.put(name, press.trim.left + 6, press.trim.bottom + offset + _MARK, 6.5)


def _on_sheet(box: Box, sheet: Size) -> Box:
    """Pages may be a hair larger than half the sheet; boxes must not be (ISO 32000-1, 14.11.2)."""
    return Box(max(0.0, box.left), max(0.0, box.top), min(sheet.width, box.right), min(sheet.height, box.bottom))


def _findings(original: Original, pages: tuple[Artwork, ...], cell: Size) -> Iterator[Diagnostic]:
    for number, page in enumerate(pages, 1):
        gap = max(cell.width - page.size.width, cell.height - page.size.height)
        if gap > _SIZES_DIFFER:
            message = f"page {number} is {_inches(page.size)}, smaller than the {_inches(cell)} of the largest"
            yield original.warning("SP656", message, "pages of one size make a booklet with even edges")
            return


def _inches(size: Size) -> str:
    return f"{size.width / 72:.4g} × {size.height / 72:.4g} in"
