"""Whether a file is as it was: told by its size and times where that is safe, else by its contents.

A file that is written twice in one tick of the clock has the same times before and after (git calls such an entry
racily clean). So a stamp taken of a file that had only just changed is not trusted: its contents count then.
"""

from __future__ import annotations

from hashlib import file_digest
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

if TYPE_CHECKING:
    from pathlib import Path

_TICK = 20_000_000  # ns: twice the coarsest tick of a kernel's clock
_COARSE_TICK = 2_000_000_000  # FAT counts in two seconds
_SECOND = 1_000_000_000


class Signature(Struct, frozen=True, array_like=True):
    """What a directory entry tells without the file being opened; times in ns."""

    size: int
    modified: int
    changed: int
    inode: int

    def older_than(self, moment: int) -> bool:
        """Whether the file was surely as it is before a moment (ns since the epoch)."""
        coarse = self.modified % _SECOND == 0 and self.changed % _SECOND == 0
        return max(self.modified, self.changed) < moment - (_COARSE_TICK if coarse else _TICK)


class Stamp(Struct, frozen=True, array_like=True):
    """A file at some moment. `sure`: whoever finds the same signature need not look at the contents."""

    signature: Signature
    sha256: str
    sure: bool


def signature(path: Path) -> Signature | None:
    """None where there is no such file."""
    try:
        stat = path.stat()
    except OSError:
        return None
    return Signature(stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino)


def digest(path: Path) -> str:
    """SHA-256 of the contents; empty where they cannot be read."""
    try:
        with path.open("rb") as stream:
            return file_digest(stream, "sha256").hexdigest()
    except OSError:
        return ""


def take(path: Path, moment: int) -> Stamp | None:
    """A stamp of a file that counts as known from `moment` on (ns); None where there is none.

    Taken before contents are read, so that a change in between is seen the next time.
    """
    found = signature(path)
    return Stamp(found, digest(path), found.older_than(moment)) if found is not None else None


def renewed(stamp: Stamp, path: Path, moment: int) -> Stamp | None:
    """The stamp as of now where the contents are the same, else None."""
    found = signature(path)
    if found is None or found.size != stamp.signature.size:
        return None
    if stamp.sure and found == stamp.signature:
        return stamp
    if not stamp.sha256 or digest(path) != stamp.sha256:
        return None
    return replace(stamp, signature=found, sure=found.older_than(moment))
