"""What an import or `accept` decided, put into files: the words first, then the record of what they were made from.

Each file is written whole or not at all. Not here: deciding (`bring.py`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopprint.deliver import deliver
from sopprint.diagnostics import Diagnostic
from sopprint.errors import ExitCode, SopprintError
from sopprint.resolve.sources import record_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sopprint.translate.bring import Brought
    from sopprint.translate.owner import File, Owner

_INSTALLED = "_data"  # the program's own folder, in which an upgrade replaces everything


def write(brought: Brought) -> None:
    """Write one owner's words and their record. Raises SopprintError."""
    file = brought.file
    require_writable(file)
    if brought.made is not None:
        if brought.made.base is not None:
            name, text = brought.made.base
            deliver(text.encode(), file.folder.root / name, force=True)
        deliver(brought.made.text.encode(), file.path, force=True)
    if file.folder.exists(file.name):
        deliver(brought.record.encode(), file.folder.root / file.record, force=True)


def require_writable(file: File) -> None:
    """Raise SopprintError for a file that comes with the program as it is installed."""
    if _INSTALLED in file.folder.root.parts:
        message = f"{file.shown} comes with the program, and an upgrade would undo the change"
        hint = "name your county's kit with --kit"
        raise SopprintError([Diagnostic("SP908", message, hints=(hint,))], ExitCode.USAGE)


def accept(owner: Owner, source: str, lang: str, paths: Sequence[str]) -> tuple[str, ...]:
    """Record that translations are of today's source: those at the paths, or all. The texts whose record changed.

    Raises SopprintError for a language or a path that is not there.
    """
    from sopprint.resolve.sources import recorded
    from sopprint.source.sentences import did_you_mean

    _, said = owner.source(source)
    owner.source(lang)
    made, before, file = owner.texts(lang), owner.record(lang), owner.file(lang)
    for path in paths:
        if path not in said or path not in made:
            hints = did_you_mean(path, [name for name in said if name in made])[:1]
            raise SopprintError([Diagnostic("SP176", f"there is no text “{path}”", hints=hints)], ExitCode.USAGE)
    require_writable(file)
    wanted = paths or [path for path in said if path in made]
    changed = tuple(path for path in wanted if before.get(path) != said[path].forms)
    known = {**recorded(file.folder, file.name), **{path: said[path].forms for path in changed}}
    text = record_text(source, {path: known[path] for path in said if path in known})
    if changed:
        deliver(text.encode(), file.folder.root / file.record, force=True)
    return changed
