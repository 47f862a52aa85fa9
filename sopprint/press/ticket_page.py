"""A job ticket as one page: laid out with the boxes of the guides, from a template that a kit may replace.

Not here: what a ticket says (`ticket.py`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from sopprint.errors import SopprintError
from sopprint.frame import About
from sopprint.paper import paper

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sopprint.geometry import Size
    from sopprint.layout.poster import Laid
    from sopprint.press.ticket import Ticket
    from sopprint.resolve.document import Document
    from sopprint.resources import Folder
    from sopprint.source.said import Datum
    from sopprint.text.typesetter import Typesetter

TEMPLATE = "ticket.md.j2"
_SHEET = "letter"
_ZERO_WIDTH_SPACE = "\u200b"
_LONG = re.compile(r"\S{17,}")
_PART = re.compile(r".{1,16}?[-@._/](?=.)|.{1,16}")
_COPIED = frozenset({"file", "sha"})  # what people copy out of the page stays as it is
_TALLEST = 0.7  # of a picture, as a share of its column's width
_POSTER = (
    "The four corner marks and the gray patch are part of the artwork: photographs of the poster are squared up by "
    "them. No grommet, staple, or rounded corner may touch them. Small words are black only and overprint."
)
_GUIDE = (
    "Pages come one by one, in reading order; please put them on sheets yourselves. Pages that are white to the edge "
    "are meant to be. Small words are black only and overprint."
)


def ticket_pdf(
    ticket: Ticket, picture: Laid, document: Document, setter: Typesetter, folders: Sequence[Folder]
) -> bytes:
    """The ticket as a PDF. `picture` is what is shown of the file; `setter` sets English.

    Raises SopprintError for a template that cannot be read, or words of a kit that do not fit.
    """
    from sopprint.layout.guide import Running, lay_out_guide, plan
    from sopprint.pdf.painter import paint
    from sopprint.source.markdown import blocks
    from sopprint.source.template import fill

    data = _data(ticket, document) | {"picture": _share(picture.page.size)}
    said = blocks(fill(TEMPLATE, data, folders))
    foot = f"{ticket.job} · item {ticket.item} of {ticket.items} · {ticket.art.file}"
    running = Running(foot, "{page} of {pages}")
    sheet = replace(plan(paper(_SHEET).size, "quick-guide"), most=1)
    laid = lay_out_guide(said, document, picture, setter, sheet, running)
    if laid.report.errors:
        raise SopprintError(laid.report)
    return paint(laid.pages, About(f"Job ticket: {ticket.title}", "en"), viewer={"PrintScaling": "None"})


def _share(size: Size) -> str:
    """How much of its column the picture takes: all of it, unless it is so tall that the page would run over."""
    return f"{min(1.0, _TALLEST * size.width / size.height):.2f}"


def _data(ticket: Ticket, document: Document) -> dict[str, Datum]:
    """What the template may name: words alone, empty where nobody has said anything."""
    art, finish, terms = ticket.art, ticket.finish, ticket.terms
    many = f"{art.pages} pages" if art.pages > 1 else "1 page, one side"
    said = {
        "job": ticket.job, "count": f"Item {ticket.item} of {ticket.items}", "shop": ticket.shop,
        "county": document.brand.name, "title": ticket.title, "alt": f"Picture of the file: {ticket.title}",
        "file": art.file, "edition": f"{ticket.edition}, {ticket.language}", "pages": many,
        "finished": str(art.finished), "sheet": str(art.sheet),
        "bleed": f"{art.bleed:g} in" if art.bleed else "none; the edge stays white",
        "marks": "crop and registration marks, outside the bleed" if art.marks else "none",
        "colours": f"CMYK; {art.ink_limit:g} % ink at most; for {art.condition}", "standard": art.standard,
        "laminated": str(finish.laminated) if finish.laminated else None, "film": finish.film,
        "corners": finish.corners, "grommets": finish.grommets, "binding": finish.binding, "note": finish.note,
        "quantity": str(terms.quantity) if terms.quantity else None, "stock": terms.stock, "proof": terms.proof,
        "contact": terms.contact, "due": terms.due, "delivery": terms.delivery, "budget": terms.budget,
        "care": _POSTER if ticket.product == "poster" else _GUIDE, "sha": art.sha256,
    }  # fmt: skip
    return {key: value if key in _COPIED else _breakable(value or "") for key, value in said.items()}


def _breakable(text: str) -> str:
    """Places to break in addresses and codes, which may be longer than a cell is wide."""
    return _LONG.sub(lambda word: _ZERO_WIDTH_SPACE.join(_PART.findall(word[0])), text)
