"""A filled poster becomes files: pictures under the limit, tagged PDF, handwriting alone, a crop for each zone, sheets.

Purpose: which files there are, what they are called, and that none replaces anything it should not. Everything is made
from covered pixels, encoded anew: nothing of a photograph's file can get here. Not here: encoding (`encode.py`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from sopprint.deliver import deliver
from sopprint.diagnostics import Diagnostic
from sopprint.errors import ExitCode, SopprintError
from sopprint.frame import Element, ImageItem, Page
from sopprint.geometry import Box, Size
from sopprint.photo import zones
from sopprint.photo.encode import ink_png, jpeg_under
from sopprint.photo.forms import about
from sopprint.photo.record import record_sheet
from sopprint.photo.transcript import transcript_form

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from sopprint.photo.arrays import Image
    from sopprint.photo.encode import Encoded
    from sopprint.photo.filled import Filled
    from sopprint.text.typesetter import Typesetter

Format = Literal["jpg", "pdf", "ink", "zones", "record", "transcript"]
FORMATS: Final[tuple[Format, ...]] = ("jpg", "pdf", "ink", "zones", "record", "transcript")
LONG_SIDE: Final = 792.0  # points; the poster's page in its PDF, so that it prints on letter
_MARGIN: Final = 12.0  # u around a zone's crop


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which files, and how. `limit` is bytes for each picture. `archive`: PDF/A-2b."""

    formats: tuple[Format, ...] = FORMATS
    limit: int = 2_000_000
    grey: bool = False
    archive: bool = False


@dataclass(frozen=True, slots=True)
class Output:
    """A finished file: its name, its bytes, and what to tell of it."""

    name: str
    data: bytes
    note: str = ""


def make(filled: Filled, wanted: Wanted, setter: Typesetter) -> Iterator[Output]:
    """Every file that is wanted of one poster, in the order of `FORMATS`."""
    name, formats = filled.name, wanted.formats
    if "jpg" in formats or "pdf" in formats:
        picture = jpeg_under(filled.pictures.poster, wanted.limit, grey=wanted.grey)
        if "jpg" in formats:
            yield Output(f"{name}.jpg", picture.data, _note(picture))
        if "pdf" in formats:
            yield Output(f"{name}.pdf", _finished(_poster_pdf(filled, picture), wanted))
    if "ink" in formats:
        ink = ink_png(filled.pictures.ink, grey=wanted.grey)
        yield Output(f"{name}-ink.png", ink.data)
    if "zones" in formats:
        for zone in filled.verdict.shown:
            made = jpeg_under(_crop(filled, zone), wanted.limit, grey=wanted.grey)
            yield Output(f"{name}-zone-{zone}.jpg", made.data)
    if "record" in formats:
        yield Output(f"{name}-record.pdf", _finished(record_sheet(filled, setter), wanted))
    if "transcript" in formats:
        yield Output(f"{name}-transcript.pdf", _finished(transcript_form(filled, setter), wanted))


def _note(picture: Encoded) -> str:
    told = f"{picture.width} × {picture.height} pixels, {len(picture.data) / 1000:.0f} KB"
    return told if picture.fits else f"{told}: more than the limit, which would make it unreadable"


def _finished(data: bytes, wanted: Wanted) -> bytes:
    if not wanted.archive:
        return data
    from sopprint.pdf.archive import to_archive

    return to_archive(data)


def _poster_pdf(filled: Filled, picture: Encoded) -> bytes:
    """The picture as one figure with its alternative text, on a page that prints on letter."""
    from sopprint.pdf.painter import paint

    scale = LONG_SIDE / max(picture.width, picture.height)
    size = Size(picture.width * scale, picture.height * scale)
    elements = (Element("Document", None), Element("Figure", 0, alt=alternative(filled)))
    item = ImageItem(Box(0, 0, size.width, size.height), picture.data, 1, "poster")
    return paint([Page(size, 0.0, (item,), elements)], about(filled, f"Filled poster: {filled.title}"))


def alternative(filled: Filled) -> str:
    """What a screen reader says in place of the picture. The writing itself is in the transcript."""
    names = {d.zone: d.name for d in filled.verdict.decisions}
    parts = [f"Photo of a filled poster, {filled.title}, edition {filled.blank.edition}."]
    parts.append(f"Parts shown: {', '.join(names[z] for z in filled.verdict.shown)}.")
    if filled.verdict.hidden:
        parts.append(f"Hidden on purpose: {', '.join(names[z] for z in filled.verdict.hidden)}.")
    parts.append("The handwriting is not in this text; see the transcript.")
    return " ".join(parts)


def _crop(filled: Filled, zone: str) -> Image:
    box = zones.largest(filled.blank, zone).outset(_MARGIN).scaled(filled.scale)
    rows, columns = (slice(max(0, round(a)), max(1, round(b))) for a, b in
                     ((box.top, box.bottom), (box.left, box.right)))  # fmt: skip
    return filled.pictures.poster[rows, columns]


# ------------------------------------------------------------------------------------------ into the folder


def write(outputs: Sequence[Output], folder: Path, *, force: bool) -> None:
    """Write all files or none: a name that is taken by other content stops it (SP708).

    Another family's record may have the same name; only `force` replaces it.
    """
    taken = [o.name for o in outputs if not force and _differs(folder / o.name, o.data)]
    if taken:
        message = f"{folder / taken[0]} is there already, with other content"
        hint = "choose another folder with --out for each family, or add --force to replace it"
        raise SopprintError([Diagnostic("SP708", message, hints=(hint,))], ExitCode.IO)
    for output in outputs:
        deliver(output.data, folder / output.name, force=True)


def _differs(file: Path, data: bytes) -> bool:
    if not file.exists():
        return file.is_symlink()  # a link to nowhere would be followed
    return not file.is_file() or file.stat().st_size != len(data) or file.read_bytes() != data
