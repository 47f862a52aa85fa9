"""A zip file from anywhere as names and bytes, or every reason why it is not opened.

Purpose: hold the container to a strict subset of ZIP (PKWARE APPNOTE 6.3): one plain archive from its first byte to
its last, few entries with plain names, none that overlap, none that grow beyond measure. Nothing is written to the disk
here. Not here: what the files say (`inspect.py`).
"""

from __future__ import annotations

import io
import re
import stat
import struct
import zipfile
import zlib
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from msgspec import Struct

from sopprint.diagnostics import Diagnostic, Place, Report
from sopprint.errors import SopprintError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MAX_PACKAGE = 30_000_000  # bytes, packed
MAX_FILES = 100
MAX_FILE = 8_000_000  # bytes, unpacked; what `resources.py` reads at most
MAX_TOTAL = 40_000_000
MAX_RATIO = 100  # deflate reaches about 1030; YAML, SVG and PNG stay under 20
MAX_DEPTH = 3  # folders and file
_RATIO_FROM = 20_000  # bytes; small files may be empty lines
_END = struct.Struct("<4s4H2LH")  # end of central directory record, 4.3.16
_LOCAL = struct.Struct("<4s5H3L2H")  # local file header, 4.3.7
_ENCRYPTED = 0x0001 | 0x0040 | 0x2000  # general purpose flags, 4.4.4
_PART = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,59}")
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d|conin\$|conout\$)(?:\..*)?", re.IGNORECASE)


class Entry(Struct, frozen=True):
    """One file of a package, whole."""

    name: str
    data: bytes


def unpack(data: bytes, file: str) -> tuple[Entry, ...]:
    """The files of a package, in its order.

    Raises SopprintError with every reason not to: SP811 no plain zip file, SP812 a name that is not safe, SP813 too
    much, SP814 two files of one name, SP815 something that is no plain file.
    """
    _require_plain(data, file)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = archive.infolist()
            report = Report()
            for check in (_names, _kinds, _doubles, _sizes):
                report.extend(check(infos, file))
            report.extend(_overlaps(infos, data, file))
            if report:
                raise SopprintError(report)
            return tuple(_entries(archive, infos, file))
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, ValueError, struct.error) as failure:
        raise _refused("SP811", f"the file is damaged: {failure}", file) from failure


def _require_plain(data: bytes, file: str) -> None:
    """SP811 unless the archive starts with its first file and ends with its own short end record."""
    if not data.startswith(b"PK\x03\x04"):
        raise _refused("SP811", "this is not a zip file", file)
    at = len(data) - _END.size
    if at < 0:
        raise _refused("SP811", "the file is cut off", file)
    signature, disk, first_disk, here, entries, size, offset, comment = _END.unpack_from(data, at)
    if signature != b"PK\x05\x06" or comment or offset + size != at:
        raise _refused("SP811", "something stands before or after the zip file, or inside it", file)
    if disk or first_disk or here != entries:
        raise _refused("SP811", "this is one part of a zip file in several", file)
    if entries > MAX_FILES:
        raise _refused("SP813", f"the package has {entries:,} files; a tool has at most {MAX_FILES}", file)


def _names(infos: Iterable[zipfile.ZipInfo], file: str) -> Iterator[Diagnostic]:
    """SP812: plain letters, in few folders, that mean the same file on every system."""
    for info in infos:
        name = info.orig_filename
        parts = name.removesuffix("/").split("/")
        if not all(map(_is_plain, parts)) or len(parts) > MAX_DEPTH:
            message = f"the package has a file of the unsafe name {_shown(name)}"
            yield Diagnostic("SP812", message, Place(file), (_name_hint(name),))


def _is_plain(part: str) -> bool:
    return bool(_PART.fullmatch(part)) and not part.endswith(".") and not _DEVICE.fullmatch(part)


def _name_hint(name: str) -> str:
    if name.startswith(("/", "\\")) or ".." in name or ":" in name:
        return "it would be written outside of the kit: do not use this package"
    return f"names are letters, digits, “.”, “_” and “-”, in at most {MAX_DEPTH - 1} folders"


def _shown(name: str) -> str:
    """A name that cannot play tricks in a terminal."""
    return ascii(name if len(name) <= 60 else f"{name[:60]}…").replace("\\u2026", "…")


def _kinds(infos: Iterable[zipfile.ZipInfo], file: str) -> Iterator[Diagnostic]:
    """SP815: files and folders, no links or devices; SP811: stored or deflated, nothing encrypted."""
    for info in infos:
        mode = stat.S_IFMT(info.external_attr >> 16)  # 4.4.15: of Unix; 0 where another system packed
        if mode not in (0, stat.S_IFDIR if info.is_dir() else stat.S_IFREG) or (info.is_dir() and info.file_size):
            kind = "a link" if mode == stat.S_IFLNK else "no plain file"
            yield Diagnostic("SP815", f"{_shown(info.orig_filename)} is {kind}", Place(file))
        if info.flag_bits & _ENCRYPTED:
            yield Diagnostic("SP811", f"{_shown(info.orig_filename)} is encrypted", Place(file))
        elif info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            message = f"{_shown(info.orig_filename)} is packed in an unusual way"
            yield Diagnostic("SP811", message, Place(file), ("pack it with sopprint share",))


def _doubles(infos: Iterable[zipfile.ZipInfo], file: str) -> Iterator[Diagnostic]:
    """SP814: no two entries are one file, also where capitals do not count; no file is a folder too."""
    seen: dict[str, zipfile.ZipInfo] = {}
    for info in infos:
        key = info.orig_filename.removesuffix("/").casefold()
        if key in seen:
            pair = f"{_shown(seen[key].orig_filename)} and {_shown(info.orig_filename)}"
            yield Diagnostic("SP814", f"{pair} are one file on some computers", Place(file))
        seen.setdefault(key, info)
    files = {key for key, info in seen.items() if not info.is_dir()}
    for key in seen:
        for above in PurePosixPath(key).parents:
            if above.as_posix() in files:
                yield Diagnostic("SP814", f"{_shown(above.as_posix())} is a file and a folder", Place(file))


def _sizes(infos: Iterable[zipfile.ZipInfo], file: str) -> Iterator[Diagnostic]:
    """SP813: as the archive declares them; `_entries` holds it to that."""
    total = 0
    for info in infos:
        total += info.file_size
        if info.file_size > MAX_FILE:
            message = f"{_shown(info.orig_filename)} would have {info.file_size / 1e6:,.1f} MB; at most"
            yield Diagnostic("SP813", f"{message} {MAX_FILE / 1e6:.0f} MB are read", Place(file))
        elif info.file_size > max(_RATIO_FROM, MAX_RATIO * info.compress_size):
            message = f"{_shown(info.orig_filename)} grows more than {MAX_RATIO} times when it is unpacked"
            yield Diagnostic("SP813", message, Place(file))
    if total > MAX_TOTAL:
        message = f"the package would have {total / 1e6:,.0f} MB; at most {MAX_TOTAL / 1e6:.0f} MB are read"
        yield Diagnostic("SP813", message, Place(file))


def _overlaps(infos: Iterable[zipfile.ZipInfo], data: bytes, file: str) -> Iterator[Diagnostic]:
    """SP811: each file has bytes of its own, one after the other from the first byte on, or there is more to see."""
    reached = 0
    for info in sorted(infos, key=lambda i: i.header_offset):
        if info.header_offset != reached:
            how = "shares its bytes with another" if info.header_offset < reached else "comes after hidden bytes"
            yield Diagnostic("SP811", f"{_shown(info.orig_filename)} {how}", Place(file))
        reached = max(reached, _end_of(info, data))


def _end_of(info: zipfile.ZipInfo, data: bytes) -> int:
    """Where a file's bytes end, with the descriptor that streaming packers put after them (4.3.9: 12 or 16 bytes)."""
    name, extra = _LOCAL.unpack_from(data, info.header_offset)[-2:]
    end: int = info.header_offset + _LOCAL.size + name + extra + info.compress_size
    if info.flag_bits & 0x08:
        end += 16 if data[end : end + 4] == b"PK\x07\x08" else 12
    return end


def _entries(archive: zipfile.ZipFile, infos: Iterable[zipfile.ZipInfo], file: str) -> Iterator[Entry]:
    """Read to the end and no further than declared; the checksum is compared there."""
    for info in infos:
        if info.is_dir():
            continue
        with archive.open(info) as stream:
            data = stream.read(info.file_size)
            more = stream.read(1)
        if more or len(data) != info.file_size:
            raise _refused("SP813", f"{_shown(info.orig_filename)} is not as large as the package says", file)
        yield Entry(info.filename, data)


def _refused(code: str, message: str, file: str) -> SopprintError:
    return SopprintError([Diagnostic(code, message, Place(file), ("do not use this package; ask who sent it",))])
