"""The last step: bytes become a file, whole or not at all.

Purpose: write to a temporary file in the same folder, flush it to the disk, and put it in place in one step, so that
a reader sees the old file or the new one and never a piece (POSIX rename). An existing file that sopprint did not
make is left alone unless forced. Not here: what the bytes are, or where they should go.
"""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path
from typing import TYPE_CHECKING

from sopprint.diagnostics import Diagnostic
from sopprint.errors import ExitCode, SopprintError

if TYPE_CHECKING:
    from collections.abc import Callable

# In a PDF the Producer entry of the XMP packet or of the Info dictionary; in a PNG the Software text (PNG 11.3.4.3);
# in a page of the catalogue its generator.
_MADE_BY_US = re.compile(rb"Producer\W{0,4}sopprint|Software\0sopprint|\"generator\" content=\"sopprint")
_PRINT_PACKAGE = b"Producer: sopprint"  # the zip's comment, which stands at its end (`press/package.py`)
_SHARED_PACKAGE = b"# made by sopprint share"  # the first line of its first file
_LARGEST_LOOKED_INTO = 256 * 1024 * 1024


def deliver(data: bytes, target: Path, *, force: bool = False) -> None:
    """Write `data` as the file `target`; the folder is made when it is missing.

    A link is followed, so that the file it names is replaced and not the link. Devices and pipes are written to
    directly. Raises SopprintError (ExitCode.IO) when `target` is a folder or a file made by something else.
    """
    target = Path(os.path.realpath(target))
    if _is_stream(target):
        target.write_bytes(data)
        return
    require_ours(target, force=force)
    target.parent.mkdir(parents=True, exist_ok=True)
    _replace(target, lambda descriptor: _write_all(descriptor, data))


def require_ours(target: Path, *, force: bool = False) -> None:
    """Raise SopprintError unless `target` is free, ours to replace, or forced."""
    if target.is_dir():
        raise _refused("SP902", f"{target} is a folder", "name a file in it, for example with -o folder/poster.pdf")
    if force or not target.exists() or made_by_sopprint(target):
        return
    raise _refused(
        "SP902",
        f"{target} exists and was not made by sopprint",
        "give another name with -o, or add --force to replace it",
    )


def made_by_sopprint(file: Path) -> bool:
    """True where the file carries our name as its producer."""
    if file.stat().st_size > _LARGEST_LOOKED_INTO:
        return False
    data = file.read_bytes()
    if data.startswith(b"PK\3\4"):  # a zip may hold files of ours and yet be somebody's own
        return data.endswith(_PRINT_PACKAGE) or _SHARED_PACKAGE in data
    return data.startswith((b"%PDF-", b"\x89PNG", b"<!doctype html>")) and _MADE_BY_US.search(data) is not None


def _is_stream(target: Path) -> bool:
    try:
        mode = target.stat().st_mode
    except OSError:
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


def _replace(target: Path, write: Callable[[int], None]) -> None:
    part = target.with_name(f".{target.name}.{os.getpid()}-{os.urandom(4).hex()}.part")
    # 0o666: the caller's umask decides, as for any new file (tempfile would make it private)
    descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    try:
        try:
            write(descriptor)
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        part.replace(target)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def _write_all(descriptor: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def _refused(code: str, message: str, hint: str) -> SopprintError:
    return SopprintError([Diagnostic(code, message, hints=(hint,))], ExitCode.IO)
