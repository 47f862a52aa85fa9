"""Gettext PO: units as a file that translators' programs open, and back.

msgctxt is the unit's name; extracted comments (`#.`) have notes, length and place on the picture; a translation that
is out of date is fuzzy and has the source it was made from (`#| msgid`). polib writes and reads the format.
Not here: what may be brought in (`bring.py`).
Source: GNU gettext manual, "The Format of PO Files".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import polib

from sopprint import __version__
from sopprint.diagnostics import Diagnostic, Place
from sopprint.errors import SopprintError
from sopprint.translate.units import Catalogue, State, Unit, split_id

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_LINE = re.compile(r"line (\d+)")
_WHOLE = re.compile(r'(?:msg\w+(?:\[\d+])?)?\s*"(?:[^"\\]|\\.)*"')
_FUZZY = "fuzzy"
_AGAIN = "export it again and compare"
_QUOTES = "a line is a keyword, such as msgstr, and words between two quotation marks"


def write(catalogue: Catalogue) -> str:
    """The catalogue as a PO file."""
    file = polib.POFile(wrapwidth=0)
    file.header = f"Words to translate from {catalogue.source} to {catalogue.target}. Leave the names of entries alone."
    file.metadata = {
        "Project-Id-Version": f"sopprint {__version__}",
        "Language": catalogue.target.replace("-", "_"),
        "X-Source-Language": catalogue.source,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "X-Generator": f"sopprint {__version__}",
    }
    file.extend(map(_entry, catalogue.units))
    return f"{file}"


def _entry(unit: Unit) -> polib.POEntry:
    return polib.POEntry(
        msgctxt=unit.id,
        msgid=unit.source,
        msgstr=unit.target,
        comment="\n".join(_comments(unit)),
        flags=[_FUZZY] if unit.state == "review" else [],
        previous_msgid=unit.previous or None,
    )


def _comments(unit: Unit) -> Iterator[str]:
    for note in unit.notes:
        yield " ".join(note.split())
    if unit.most is not None:
        yield f"max {unit.most} characters"
    if unit.place:
        yield f"picture: {unit.owner}.png, {unit.place}"


def read(path: Path, shown: str) -> Catalogue:
    """A PO file as units, each with its line. Raises SopprintError (SP175)."""
    try:
        _require_whole(path)
        file = polib.pofile(str(path), encoding="utf-8")
    except (OSError, ValueError, IndexError, AssertionError) as failure:
        line = _LINE.search(str(failure))
        place = Place(shown, int(line[1]) if line else 0, 1)
        message = "the file is not UTF-8" if isinstance(failure, UnicodeDecodeError) else "this is not a PO file"
        hints = (_QUOTES, _AGAIN) if line else (_AGAIN,)
        raise SopprintError([Diagnostic("SP175", message, place, hints)]) from failure
    units = [unit for entry in file if not entry.obsolete and (unit := _unit(entry)) is not None]
    if units and not any(unit.owner for unit in units):
        message = "the entries have no names (msgctxt)"
        raise SopprintError([Diagnostic("SP175", message, Place(shown, units[0].line, 1), (_AGAIN,))])
    source = file.metadata.get("X-Source-Language", "en")
    return Catalogue(source, file.metadata.get("Language", "").replace("_", "-"), tuple(units))


def _require_whole(path: Path) -> None:
    """Refuse a line without its closing quote, of which polib would silently take the last letter."""
    with path.open(encoding="utf-8-sig") as lines:
        for number, text in enumerate(map(str.strip, lines), start=1):
            if text and not text.startswith("#") and not _WHOLE.fullmatch(text):
                raise ValueError(f"line {number}")


def _unit(entry: polib.POEntry) -> Unit | None:
    """The unit of an entry; one with a name that is none has all of it as its path, to be told as unknown."""
    owner, path, form = split_id(entry.msgctxt or "") or ("", entry.msgctxt or entry.msgid, 1)
    state: State = "review" if entry.fuzzy else "translated" if entry.msgstr else "new"
    previous, line = entry.previous_msgid or "", entry.linenum or 0
    return Unit(owner, path, form, entry.msgid, entry.msgstr, state, previous, line=line)
