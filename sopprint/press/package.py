"""The folder for a print shop: names, tickets as data, sums, and a deterministic archive of it all.

Bytes in, bytes out, by their path in the folder; nothing is written here. Not here: making the files
(`products/parcel.py`), the tickets' pages (`ticket_page.py`).
"""

from __future__ import annotations

import json
import re
import unicodedata
import zipfile
from hashlib import sha256
from io import BytesIO
from typing import TYPE_CHECKING

from msgspec import Struct, to_builtins

from sopprint import __version__

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sopprint.press.fits import Fits
    from sopprint.press.ticket import Ticket
    from sopprint.resources import Folder
    from sopprint.source.said import Datum

README, JOB, SUMS = "README.txt", "job.json", "SHA256SUMS"
TEMPLATE = "package.txt.j2"
MADE_BY = b"Producer: sopprint"  # the archive's comment, by which it is known as ours
_LONGEST_NAME = 28
_INCH = 72.0


class Article(Struct, frozen=True):
    """One print file of a job, its ticket as a page, and its picture as PNG."""

    ticket: Ticket
    data: bytes
    page: bytes
    picture: bytes


def slug(words: str) -> str:
    """Words as a part of a file name: small Latin letters and digits with hyphens between."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:_LONGEST_NAME].strip("-")


def print_name(job: str, stem: str, fits: Fits, bleed: float, standard: str) -> str:
    """Job, content, cut size, bleed, colours, standard: "kit-three-houses-en-36x24in-bleed0.25in-cmyk-pdfx4.pdf"."""
    width, height = (f"{round(side / _INCH, 2):g}" for side in (fits.trim.width, fits.trim.height))
    edge = f"bleed{bleed / _INCH:g}in" if bleed else "nobleed"
    return "-".join(filter(None, (slug(job), stem, f"{width}x{height}in", edge, "cmyk", f"pdf{standard}"))) + ".pdf"


def pack(articles: Sequence[Article], shop_note: str, checked: str, folders: Sequence[Folder]) -> dict[str, bytes]:
    """Every file of the folder by its path, in the order of the paths. `checked` tells how print files were verified.

    Raises SopprintError for a README template that cannot be read.
    """
    files: dict[str, bytes] = {}
    for article in articles:
        name = article.ticket.art.file
        stem = name.removesuffix(".pdf")
        files |= {
            f"print/{name}": article.data,
            f"tickets/{stem}-ticket.pdf": article.page,
            f"pictures/{stem}.png": article.picture,
        }
    tickets = [article.ticket for article in articles]
    files[JOB] = _as_json(tickets)
    files[README] = _readme(tickets, shop_note, checked, folders)
    files[SUMS] = sums(files)
    return dict(sorted(files.items()))


def _as_json(tickets: Sequence[Ticket]) -> bytes:
    data = {"made_with": f"sopprint {__version__}", "unit": "in", "items": [to_builtins(each) for each in tickets]}
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode()


def _readme(tickets: Sequence[Ticket], note: str, checked: str, folders: Sequence[Folder]) -> bytes:
    from sopprint.source.template import fill

    first = tickets[0]
    data: dict[str, Datum] = {
        "job": first.job, "shop": first.shop, "note": note, "checked": checked, "standard": first.art.standard,
        "condition": first.art.condition, "contact": first.terms.contact or "", "due": first.terms.due or "",
        "items": tuple(_line(ticket) for ticket in tickets),
    }  # fmt: skip
    return fill(TEMPLATE, data, folders).text.encode()


def _line(ticket: Ticket) -> Datum:
    finish = ticket.finish
    film = f"{finish.film}; laminated {finish.laminated}" if finish.laminated else "no film"
    return {
        "number": ticket.item, "title": ticket.title, "file": ticket.art.file, "cut": str(ticket.art.finished),
        "pages": ticket.art.pages, "film": film, "copies": str(ticket.terms.quantity or "____"),
    }  # fmt: skip


def sums(files: Mapping[str, bytes]) -> bytes:
    """SHA-256 of each file, as `sha256sum --check` reads it."""
    return "".join(f"{sha256(data).hexdigest()}  {name}\n" for name, data in sorted(files.items())).encode()


def listed(text: str) -> dict[str, str]:
    """Path and SHA-256 of what a sums file lists; lines of another kind are left out."""
    lines = (line.partition("  ") for line in text.splitlines())
    return {name: digest for digest, between, name in lines if between and re.fullmatch(r"[0-9a-f]{64}", digest)}


def archive(files: Mapping[str, bytes], folder: str) -> bytes:
    """The files in one folder of a zip; the same files give the same bytes.

    Stored, not compressed: PDF and PNG hardly shrink, and what zlib makes of the rest differs between its versions.
    """
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as made:
        made.comment = MADE_BY
        for name, data in files.items():
            entry = zipfile.ZipInfo(f"{folder}/{name}")  # dated 1980-01-01, the format's first day
            entry.create_system = 3  # Unix, wherever it is made
            entry.external_attr = 0o100644 << 16
            made.writestr(entry, data)
    return out.getvalue()
