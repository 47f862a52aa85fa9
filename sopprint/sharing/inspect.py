"""What a package holds, read without trust: one tool, its form, its words and art, and nothing else.

Comes after `archive.py`; `install.py` takes the result. Every file must be of a kind that a tool has and be what its
name says. Not here: whether the tool is right, which `check_tool` says of the unpacked files.
"""

from __future__ import annotations

import re
import zlib
from typing import TYPE_CHECKING

from msgspec import Struct

from sopprint.diagnostics import Diagnostic, Place, Report
from sopprint.draw import png, svg
from sopprint.errors import SopprintError
from sopprint.resources import TEXT_LIMIT, Folder
from sopprint.sharing.archive import MAX_PACKAGE, Entry, unpack
from sopprint.sharing.form import FORM, lacking, parse_form
from sopprint.source.nodes import scan

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from sopprint.model.share import Share

LAYOUT = "layout.yaml"
MAX_PIXELS = 40_000_000  # a picture of 24 x 24 in at 260 ppi
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_TEXTS = re.compile(r"ATTRIBUTION\.txt|LICENSE\.txt")
_DATA = re.compile(rf"{FORM}|{LAYOUT}|words\.[a-z]{{2,3}}(-[A-Za-z0-9]+)*\.yaml")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\ufeff]")  # also what turns the order of others around


class Package(Struct, frozen=True):
    """A tool from elsewhere. `files` are named inside the tool's folder."""

    tool: str
    form: Share
    files: tuple[Entry, ...]


def read_package(file: Path) -> Package:
    """Look into a package. Raises SopprintError with every reason not to use it (SP811 to SP818, SP801, SP802)."""
    data = Folder(file.parent, file.parent.as_posix()).data(file.name, MAX_PACKAGE)
    return inspect(data, file.as_posix())


def inspect(data: bytes, shown: str) -> Package:
    """The package in these bytes; `shown` is what messages call it. Raises SopprintError as `read_package`."""
    entries = unpack(data, shown)
    report = Report()
    tool = _one_tool(entries, shown, report)
    for entry in entries:
        report.extend(_faults(entry, shown))
    form = _form(entries, tool, shown, report)
    if report.errors or form is None:
        raise SopprintError(report)
    return Package(tool, form, tuple(Entry(e.name.partition("/")[2], e.data) for e in entries))


def _one_tool(entries: tuple[Entry, ...], shown: str, report: Report) -> str:
    """The one folder that everything is in."""
    tops = {entry.name.partition("/")[0] if "/" in entry.name else "" for entry in entries}
    tool = next(iter(tops), "")
    if len(tops) != 1 or not _NAME.fullmatch(tool):
        hint = "everything is in one folder that is named like the tool: make packages with sopprint share"
        report.add(Diagnostic("SP816", "this is not a package of one tool", Place(shown), (hint,)))
    names = {entry.name.partition("/")[2] for entry in entries}
    missing = [name for name in (FORM, LAYOUT) if name not in names]
    if not any(name.startswith("words.") for name in names):
        missing.append("words.en.yaml")
    for name in missing:
        report.add(Diagnostic("SP816", f"the package has no {name}", Place(shown)))
    return tool


def _form(entries: tuple[Entry, ...], tool: str, shown: str, report: Report) -> Share | None:
    found = next((entry for entry in entries if entry.name == f"{tool}/{FORM}"), None)
    if found is None or report.errors:
        return None
    where = f"{shown}/{found.name}"
    try:
        form = parse_form(found.data.decode("utf-8"), where)
    except SopprintError as failure:
        report.extend(failure.diagnostics)
        return None
    report.extend(lacking(form, where))
    return form


def _faults(entry: Entry, shown: str) -> Iterator[Diagnostic]:
    """SP817 for a kind of file that tools do not have, SP818 for one that is not what its name says."""
    name, where = entry.name.partition("/")[2], f"{shown}/{entry.name}"
    reader = _reader(name)
    if reader is None:
        hint = "a tool has layout.yaml, words, SVG and PNG; programs, templates and archives do not belong in it"
        yield Diagnostic("SP817", f"a tool has no file such as {name or entry.name}", Place(where), (hint,))
    else:
        yield from reader(entry.data, where)


def _reader(name: str) -> Callable[[bytes, str], Iterator[Diagnostic]] | None:
    if _DATA.fullmatch(name):
        return _yaml
    if _TEXTS.fullmatch(name):
        return _text
    return {".svg": _svg, ".png": _png}.get(name[-4:])


def _text(data: bytes, where: str) -> Iterator[Diagnostic]:
    """SP818: readable words, with nothing in them that hides or turns others."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        yield Diagnostic("SP818", "the file is not a UTF-8 text", Place(where))
        return
    if len(data) > TEXT_LIMIT:
        yield Diagnostic("SP818", f"the text is larger than {TEXT_LIMIT // 1000:,} kB", Place(where))
    for number, line in enumerate(text.split("\n"), 1):
        if found := _CONTROL.search(line.removesuffix("\r")):
            message = f"the text has an invisible character, U+{ord(found[0]):04X}"
            yield Diagnostic("SP818", message, Place(where, number, found.start() + 1))


def _yaml(data: bytes, where: str) -> Iterator[Diagnostic]:
    """SP818 as of any text; SP010 to SP019 where it is no YAML of ours."""
    found = tuple(_text(data, where))
    yield from found or scan(data.decode("utf-8"), where)[1]


def _svg(data: bytes, where: str) -> Iterator[Diagnostic]:
    """SP818 for art that the drawing program would not draw: scripts, links, entities and the like."""
    try:
        svg.read(data)
    except svg.SvgError as error:
        hints = (error.hint,) if error.hint else ()
        yield Diagnostic("SP818", str(error), Place(where, error.line, 1), hints)


def _png(data: bytes, where: str) -> Iterator[Diagnostic]:
    """SP818 for a picture that is none, is too large, or carries something behind its end."""
    try:
        size = png.size_of(data)
    except png.PngError as error:
        yield Diagnostic("SP818", str(error), Place(where))
        return
    if size.width * size.height > MAX_PIXELS:
        message = f"the PNG has {size.width * size.height / 1e6:.0f} million pixels; at most {MAX_PIXELS / 1e6:.0f}"
        yield Diagnostic("SP818", message, Place(where))
    if not _ends_well(data):
        yield Diagnostic("SP818", "the PNG is damaged, or something follows after its end", Place(where))


def _ends_well(data: bytes) -> bool:
    """Chunk after chunk with right checksums, IEND last (ISO/IEC 15948, 5.3)."""
    at = len(png.SIGNATURE)
    while at + 12 <= len(data):
        length = int.from_bytes(data[at : at + 4])
        body, end = data[at + 4 : at + 8 + length], at + 12 + length
        if end > len(data) or zlib.crc32(body) != int.from_bytes(data[end - 4 : end]):
            return False
        if body[:4] == b"IEND":
            return end == len(data)
        at = end
    return False
