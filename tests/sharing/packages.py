"""Packages made by hand: a good one, and the bytes it takes to make bad ones."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from pathlib import Path

EXAMPLE = Path(__file__).parents[2] / "examples" / "safety-network"
TOOL = "safety-network"
FORM = """\
title: Our Safety Network
county: Example County
contact: Practice team, practice@example.org
purpose: Shows who keeps a child safe
why: Families asked for it
audience: [children]
languages: [en]
permission: true
"""
Files = dict[str, bytes]


def good() -> Files:
    """The example tool with its form, by names in the package."""
    files = {f"{TOOL}/share.yaml": FORM.encode()}
    return files | {f"{TOOL}/{p.name}": p.read_bytes() for p in sorted(EXAMPLE.iterdir()) if p.name != "share.yaml"}


def zipped(files: Files, **changes: object) -> bytes:
    """A zip file; `changes` are attributes of the last entry, set before it is written."""
    return entries(list(files.items()), **changes)


def entries(files: list[tuple[str, bytes]], **changes: object) -> bytes:
    """As `zipped`, with names that may come twice."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for index, (name, data) in enumerate(files):
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.filename = name  # as it stands: the class would change separators and stop at NUL
            info.external_attr = 0o100644 << 16
            info.create_system, info.compress_type = 3, zipfile.ZIP_DEFLATED
            if index == len(files) - 1:
                for key, value in changes.items():
                    setattr(info, key, value)
            archive.writestr(info, data, compress_type=info.compress_type)
    return stream.getvalue()


def renamed(old: str, new: str) -> bytes:
    """The good package with one name overwritten in both of its headers, which must be as long."""
    assert len(old.encode()) == len(new.encode())
    return zipped(good()).replace(old.encode(), new.encode())


def chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png(width: int = 4, height: int = 4, *extra: bytes) -> bytes:
    """A grey picture."""
    rows = b"".join(b"\0" + b"\x80" * width for _ in range(height)) if width * height < 1_000_000 else b""
    head = struct.pack(">2I5B", width, height, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + b"".join(extra) + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )  # fmt: skip
