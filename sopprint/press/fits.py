"""What size a poster has on paper, printed and laminated, and whether a shop's machines take it.

Pure numbers, before anything is printed. Sizes are (width, height) in points; machines are told apart by their width,
because a sheet may go in either way round.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from sopprint.geometry import Size
from sopprint.model.shop import points

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopprint.model.shop import Shop

_SLACK = 0.01  # points


class Fits(Struct, frozen=True):
    """`sheet` is what the printer must take, marks and bleed included; `laminated` is None without a film.

    `roll` and `laminator` are the narrowest that will do, in points; None where the shop names none that does.
    """

    trim: Size
    sheet: Size
    laminated: Size | None
    roll: float | None
    laminator: float | None

    def lines(self) -> Iterator[str]:
        """The report, for people."""
        yield f"paper cut to {measure(self.trim)}, printed on {measure(self.sheet)}{_machine(self.roll, 'roll')}"
        if self.laminated is not None:
            yield f"laminated {measure(self.laminated)}{_machine(self.laminator, 'laminator')}"


def fits(trim: Size, shop: Shop) -> Fits:
    """How a trimmed page of that size fits a shop."""
    sheet = _grown(trim, shop.room)
    film = shop.lamination
    laminated = None if film is None else _grown(trim, points(film.lip))
    laminator = None if laminated is None else _narrowest(laminated, shop.laminators)
    return Fits(trim, sheet, laminated, _narrowest(sheet, shop.rolls), laminator)


def faults(found: Fits, shop: Shop) -> Iterator[str]:
    """What does not fit, as sentences; nothing where the shop names no machines."""
    if shop.rolls and found.roll is None:
        yield f"the sheet of {measure(found.sheet)} fits none of the shop’s rolls ({', '.join(shop.rolls)})"
    if found.laminated is not None and shop.laminators and found.laminator is None:
        machines = ", ".join(shop.laminators)
        yield f"the laminated size of {measure(found.laminated)} fits none of the shop’s laminators ({machines})"


def measure(size: Size) -> str:
    """ "36 × 24 in", to a hundredth."""
    return f"{_inches(size.width)} × {_inches(size.height)} in"


def _inches(value: float) -> str:
    return f"{round(value / 72, 2):g}"


def _machine(width: float | None, kind: str) -> str:
    return "" if width is None else f" ({_inches(width)} in {kind})"


def _grown(size: Size, by: float) -> Size:
    return Size(size.width + 2 * by, size.height + 2 * by)


def _narrowest(sheet: Size, widths: tuple[str, ...]) -> float | None:
    side = min(sheet.width, sheet.height)
    return min((width for width in map(points, widths) if width >= side - _SLACK), default=None)
