"""The one door for reading: files inside a folder, within limits, and a record of what was read.

Nothing else in the package opens an author's file, so watch mode, staleness and sandboxing come from here. Not here:
writing (`deliver.py`) and understanding what a file says (`source/`).
"""

from __future__ import annotations

import os
from pathlib import Path, PurePosixPath
from typing import Literal

from msgspec import Struct, field

from sopprint.diagnostics import Diagnostic, Place
from sopprint.errors import ExitCode, SopprintError

TEXT_LIMIT = 1_000_000  # bytes
DATA_LIMIT = 8_000_000  # bytes
_BYTE_ORDER_MARK = "\ufeff"


class Record(Struct, frozen=True, eq=False):
    """What was asked of folders: files read, files looked for that were not there, names that fitted a pattern.

    Where all of it is answered as before, the same work has the same result; `building/inputs.py` relies on that.
    """

    reads: dict[Path, None] = field(default_factory=dict)
    absent: dict[Path, None] = field(default_factory=dict)
    names: dict[tuple[Path, str], tuple[str, ...]] = field(default_factory=dict)


class Folder(Struct, frozen=True, eq=False):
    """A folder that files may be read from; what leads out of it is refused.

    `label` stands for the folder in messages, which must be able to find the file again. `reads` are the files read
    so far, in order, each once; sub-folders share the record of them.
    """

    root: Path
    label: str = ""
    record: Record = field(default_factory=Record)

    @property
    def reads(self) -> tuple[Path, ...]:
        return tuple(self.record.reads)

    def shown(self, relative: str) -> str:
        """The name a file goes by in messages."""
        return (PurePosixPath(self.label or self.root.as_posix()) / relative).as_posix()

    def sub(self, relative: str) -> Folder:
        """A folder in this folder, with the same record of reads. Raises SopprintError (SP004)."""
        return Folder(self._inside(relative), self.shown(relative), self.record)

    def exists(self, relative: str) -> bool:
        """Whether there is such a file. Raises SopprintError (SP004)."""
        path = self._inside(relative)
        there = path.is_file()
        if not there:
            self.record.absent[path] = None
        return there

    def path(self, relative: str) -> Path:
        """Where a file is, for libraries that open it themselves; counts as read. Raises SopprintError (SP001, SP004).

        Fonts go this way: HarfBuzz maps them into memory.
        """
        path = self._inside(relative)
        if not path.is_file():
            self.record.absent[path] = None
            raise self._refused(relative, "SP001", f"there is no file “{relative}”", exit_code=ExitCode.IO)
        self.record.reads[path] = None
        return path

    def names(self, pattern: str) -> tuple[str, ...]:
        """Files that match a pattern such as "words.*.yaml", sorted, relative to this folder."""
        self._inside(pattern)
        found = (path for path in self.root.glob(pattern) if path.is_file() and self._holds(path))
        names = tuple(sorted(path.relative_to(self.root).as_posix() for path in found))
        self.record.names[self.root, pattern] = names
        return names

    def data(self, relative: str, limit: int = DATA_LIMIT) -> bytes:
        """A file's bytes. Raises SopprintError (SP001 missing, SP002 too large, SP004 outside, SP005 unreadable)."""
        path = self.path(relative)
        try:
            with path.open("rb") as stream:
                data = stream.read(limit + 1)
        except OSError as failure:
            message = f"cannot read the file: {failure.strerror or 'unknown reason'}"
            raise self._refused(relative, "SP005", message, exit_code=ExitCode.IO) from failure
        if len(data) > limit:
            raise self._refused(relative, "SP002", f"the file is larger than {limit // 1000:,} kB")
        return data

    def text(self, relative: str) -> str:
        """A file's text, without a byte order mark. Raises SopprintError as `data` does, and SP003 when not UTF-8."""
        data = self.data(relative, TEXT_LIMIT)
        try:
            return data.decode("utf-8").removeprefix(_BYTE_ORDER_MARK)
        except UnicodeDecodeError as failure:
            start = data.rfind(b"\n", 0, failure.start) + 1
            place = Place(
                self.shown(relative),
                data.count(b"\n", 0, failure.start) + 1,
                len(data[start : failure.start].decode("utf-8")) + 1,
            )
            message = f"the file is not UTF-8: byte 0x{data[failure.start]:02X} is not a character"
            hint = "save the file as UTF-8 in your editor"
            raise SopprintError([Diagnostic("SP003", message, place, (hint,))]) from failure

    def _inside(self, relative: str) -> Path:
        """The path of a relative name that stays in the folder, after links are followed."""
        pure = PurePosixPath(relative)
        windows = "\\" in relative or ":" in relative
        path = self.root / pure
        if not relative or "\0" in relative or windows or pure.is_absolute() or ".." in pure.parts:
            raise self._refused(relative, "SP004", f"“{relative}” is not a file in this folder", "name a file below it")
        if not self._holds(path):
            raise self._refused(relative, "SP004", f"“{relative}” is a link that leaves the folder")
        return path

    def _holds(self, path: Path) -> bool:
        root = os.path.realpath(self.root)
        return os.path.commonpath((root, os.path.realpath(path))) == root

    def _refused(
        self, relative: str, code: str, message: str, *hints: str, exit_code: ExitCode = ExitCode.DOCUMENT
    ) -> SopprintError:
        shown = self.shown(relative) if code != "SP004" else self.label or self.root.as_posix()
        return SopprintError([Diagnostic(code, message, Place(shown), hints)], exit_code)


def shipped(part: Literal["layouts", "templates"], record: Record | None = None) -> Folder:
    """The layouts or templates that come with the program: from the wheel, else from the checkout."""
    package = Path(__file__).parent
    inside = package / "_data" / part
    root = inside if inside.is_dir() else package.parent / part
    here = Path.cwd()
    label = (root.relative_to(here) if root.is_relative_to(here) else root).as_posix()
    return Folder(root, label, record or Record())
