"""Which page goes where on which sheet: the values every imposition scheme answers with. Numbers only, no PDF.

Purpose: `schemes/` fill these in, `impose.py` reads them. Not here: where on the sheet in points, except for creep.
A side has two pages, left and right, as seen by somebody who looks at it with the fold or the cut upright; the back is
seen after turning the sheet over like the page of a book.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from sopprint.geometry import Size
from sopprint.paper import Paper, paper

if TYPE_CHECKING:
    from collections.abc import Iterator

OFFICE_SHEETS = ("letter", "legal", "tabloid", "a4", "a3")  # what is in the trays of a county's machines
SLACK = 0.75  # points; two A5 pages are 0.2 mm narrower than A4, and other makers' pages are rounded to whole points


class Spot(Struct, frozen=True):
    """One page's half of a side. `page` counts from 0, None stays blank; `inward` points toward the middle."""

    page: int | None
    inward: float = 0.0


class Side(Struct, frozen=True):
    left: Spot
    right: Spot


class Sheet(Struct, frozen=True):
    front: Side
    back: Side


class Plan(Struct, frozen=True):
    """All sheets in the order they leave the printer, face up, first one first."""

    sheets: tuple[Sheet, ...]

    @property
    def blanks(self) -> int:
        return sum(spot.page is None for side in self.sides() for spot in (side.left, side.right))

    @property
    def creep(self) -> float:
        """The largest shift of any page, in points."""
        return max(spot.inward for side in self.sides() for spot in (side.left, side.right))

    def sides(self) -> Iterator[Side]:
        for sheet in self.sheets:
            yield sheet.front
            yield sheet.back


def padded(count: int, *, keep_last: bool) -> tuple[int | None, ...]:
    """Page numbers from 0, filled up with blanks to a multiple of four.

    `keep_last`: the blanks come before the last page, so that a back cover stays outside.
    """
    pages = tuple(range(count))
    blanks = (None,) * (-count % 4)
    return (*pages[:-1], *blanks, pages[-1]) if keep_last and count > 1 else (*pages, *blanks)


def turned_to_fit(sheet: Size, page: Size) -> Size | None:
    """The sheet turned so that two pages fit side by side at their own size, or None. Lying first: it usually is."""
    short, long = sorted((sheet.width, sheet.height))
    for turned in (Size(long, short), Size(short, long)):
        if 2 * page.width <= turned.width + SLACK and page.height <= turned.height + SLACK:
            return turned
    return None


def smallest_sheet(page: Size) -> Paper | None:
    """The smallest office sheet that takes two pages side by side: half-letter gives letter, A5 gives A4."""
    fitting = [made for made in map(paper, OFFICE_SHEETS) if turned_to_fit(made.size, page) is not None]
    return min(fitting, key=lambda made: made.size.width * made.size.height, default=None)
