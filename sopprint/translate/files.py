"""Translators' files by their names: which format a file is in, and all files of an export.

Not here: the formats themselves (`po.py`, `xliff.py`).
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

from msgspec.structs import replace

from sopprint.diagnostics import Diagnostic
from sopprint.errors import ExitCode, SopprintError
from sopprint.resources import Folder
from sopprint.translate.measure import rooms
from sopprint.translate.owner import Owner
from sopprint.translate.units import Catalogue, gather

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sopprint.translate.measure import Room

Format = Literal["po", "xliff"]
_SUFFIXES: dict[str, Format] = {".po": "po", ".pot": "po", ".xlf": "xliff", ".xliff": "xliff"}
_ENDINGS: dict[Format, str] = {"po": ".po", "xliff": ".xlf"}
_LIMIT = 8_000_000  # bytes


def format_of(name: str) -> Format | None:
    """By the ending of a file's name; None for a folder or anything else."""
    return _SUFFIXES.get(Path(name).suffix.lower())


def export(owners: Sequence[Owner], source: str, target: str, *, guides: bool = True) -> Catalogue:
    """Everything a translator needs of some owners. Raises SopprintError."""
    found = {owner.name: _rooms(owner, source, target) for owner in owners if owner.is_tool}
    return gather(owners, source, target, found, guides=guides)


def _rooms(owner: Owner, source: str, target: str) -> Mapping[str, Room]:
    _, said = owner.source(source)
    made = owner.texts(target) or Owner(owner.library, "common").texts(target) or said
    printed = [text.forms[0] for name, text in made.items() if not name.startswith("guide.") and "alt" not in name]
    return rooms(owner.library, owner.name, source, said, " ".join(printed))


def written(catalogue: Catalogue, form: Format, name: str, *, apart: bool) -> dict[str, str]:
    """Names and texts of the files: one, or one for each owner in the folder `name`."""
    from sopprint.translate import po, xliff

    write = po.write if form == "po" else xliff.write
    if not apart:
        return {name: write(catalogue)}
    files = {}
    for owner in dict.fromkeys(unit.owner for unit in catalogue.units):
        own = replace(catalogue, units=tuple(unit for unit in catalogue.units if unit.owner == owner))
        files[str(Path(name) / f"{owner}.{catalogue.target}{_ENDINGS[form]}")] = write(own)
    return files


def read(name: str) -> Catalogue:
    """A translators' file. Raises SopprintError when it cannot be read, is too large or is none (SP175)."""
    from sopprint.translate import po, xliff

    path = Path(name)
    folder = Folder(path.parent, path.parent.as_posix() if str(path.parent) != "." else "")
    form = format_of(name)
    data = folder.data(path.name, _LIMIT)
    if form is None:
        message = f"{name} is neither a PO nor an XLIFF file"
        raise SopprintError([Diagnostic("SP175", message, hints=("names end in .po, .xlf or .xliff",))], ExitCode.USAGE)
    return po.read(path, name) if form == "po" else xliff.read(data, name)
