"""What a job ticket says of one print file: the file's own facts, its finishing, and the terms of the order.

Values alone, in inches, as they stand in `job.json`; None is what nobody has said yet, left blank to be written in. Not
here: the page (`ticket_page.py`), what goes along with it (`package.py`).
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from msgspec import Struct

from sopprint.model.shop import points

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sopprint.geometry import Size
    from sopprint.model.kit import Kit, Run
    from sopprint.model.shop import Lamination, Shop
    from sopprint.press.fits import Fits
    from sopprint.press.shop import Profile

_INCH = 72.0
STANDARDS: Mapping[str, str] = MappingProxyType({"x4": "PDF/X-4", "x1a": "PDF/X-1a:2003"})


class Inches(Struct, frozen=True):
    """A size in inches, to a hundredth."""

    width: float
    height: float

    @classmethod
    def of(cls, size: Size) -> Inches:
        return cls(round(size.width / _INCH, 2), round(size.height / _INCH, 2))

    def __str__(self) -> str:
        return f"{self.width:g} × {self.height:g} in"


class Art(Struct, frozen=True):
    """The file: what is in it, and how it was made. `finished` is the paper after cutting, `sheet` before."""

    file: str
    sha256: str
    pages: int
    finished: Inches
    sheet: Inches
    bleed: float
    marks: bool
    standard: str
    condition: str
    ink_limit: float


class Finish(Struct, frozen=True):
    """What is done with the printed sheets. `laminated` is the size with the film's lip; None: no film."""

    laminated: Inches | None
    film: str | None
    corners: str | None
    grommets: str | None
    binding: str | None
    note: str | None


class Terms(Struct, frozen=True):
    """What the county and the shop agree on."""

    quantity: int | None = None
    stock: str | None = None
    proof: str | None = None
    contact: str | None = None
    due: str | None = None
    delivery: str | None = None
    budget: str | None = None


class Ticket(Struct, frozen=True):
    """One file of a job; `item` counts from 1."""

    job: str
    item: int
    items: int
    title: str
    tool: str
    variant: str | None
    product: str
    language: str
    edition: str
    shop: str
    art: Art
    finish: Finish
    terms: Terms


def art(file: str, sha256: str, pages: int, fits: Fits, profile: Profile, standard: str) -> Art:
    """The facts of a finished file."""
    shop = profile.shop
    bleed = round(shop.most_bleed / _INCH, 4)
    return Art(
        file, sha256, pages, Inches.of(fits.trim), Inches.of(fits.sheet), bleed, shop.marks is not None,
        STANDARDS[standard], shop.condition.info, shop.ink_limit,
    )  # fmt: skip


def finish(fits: Fits, shop: Shop, run: Run | None) -> Finish:
    """What the shop's profile does with it, and what the kit asks for besides."""
    wanted = run.finishing if run else None
    film = shop.lamination
    binding = "saddle stitch" if wanted and wanted.binding == "saddle-stitch" else None
    note = wanted.note if wanted else None
    if film is None or fits.laminated is None:
        named = f"{wanted.lamination} film" if wanted and wanted.lamination not in (None, "none") else "none"
        return Finish(None, named, None, "yes" if wanted and wanted.grommets else None, binding, note)
    return Finish(Inches.of(fits.laminated), _film(film), _corners(film), _grommets(film), binding, note)


def _film(film: Lamination) -> str:
    edge = f"sealed edge, lip {_inches(film.lip)}" if film.edge == "sealed" else "flush edge"
    return f"{film.film}, {film.mil:g} mil on each side, {edge}"


def _corners(film: Lamination) -> str:
    return f"rounded, radius {_inches(film.radius)}" if points(film.radius) else "square"


def _grommets(film: Lamination) -> str:
    if film.grommets is None:
        return "none"
    every = f", and every {_inches(film.grommets.every)}" if film.grommets.every else ""
    return f"in each corner{every}, {_inches(film.grommets.inset)} from the finished edge"


def _inches(measure: str) -> str:
    return f"{round(points(measure) / _INCH, 3):g} in"


def terms(kit: Kit | None, run: Run | None) -> Terms:
    """What a kit says of the order; all blank without one."""
    if kit is None:
        return Terms()
    printing, contact = kit.printing, kit.county.contact.line
    return Terms(
        run.copies if run else None, run.stock if run else None, printing.proof, contact or None, printing.due,
        printing.delivery, printing.budget,
    )  # fmt: skip
