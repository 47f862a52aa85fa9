"""Adds composite glyphs to a TrueType subset: one for every cluster that needs several glyphs or moves one.

Knows the tables glyf, loca, hmtx, hhea, maxp and head (OpenType 1.9) and nothing of PDF. The result is a complete font
program with correct checksums.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, ClassVar

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Sequence

    _GLYPHS = tuple[tuple[int, int, int], ...]

_WORDS_AND_XY, _MORE, _OVERLAP = 0x0003, 0x0020, 0x0400  # composite flags
_EMPTY = (0, 0, 0, 0)


class Subset(Struct, frozen=True):
    """The six tables of a subset, and where each original glyph went."""

    TABLES: ClassVar = ("glyf", "head", "hhea", "hmtx", "loca", "maxp")

    tables: dict[str, bytes]
    gids: dict[int, int]


def compose(subset: Subset, clusters: Sequence[_GLYPHS], advances: Sequence[int]) -> tuple[bytes, list[int]]:
    """The font program with its composites, and the glyph id that shows each cluster. Advances in font units."""
    outlines = _Outlines(subset)
    gids = [outlines.gid(glyphs, advance) for glyphs, advance in zip(clusters, advances, strict=True)]
    return outlines.program(), gids


class _Outlines:
    """The glyphs of a subset, growing."""

    def __init__(self, subset: Subset) -> None:
        self._tables, self._gids = subset.tables, subset.gids
        self._offsets = _offsets(subset.tables)
        self._data = subset.tables["glyf"][: self._offsets[-1]]
        self._metrics = _metrics(subset.tables)
        self._added: list[bytes] = []
        self._made: dict[_GLYPHS, int] = {}
        self._most_parts = 0

    def gid(self, glyphs: _GLYPHS, advance: int) -> int:
        """The glyph for a cluster; a composite is made where no single glyph will do."""
        if len(glyphs) == 1 and glyphs[0][1:] == (0, 0):
            return self._gids[glyphs[0][0]]
        if glyphs not in self._made:
            self._made[glyphs] = len(self._metrics)
            self._append(glyphs, advance)
        return self._made[glyphs]

    def _append(self, glyphs: _GLYPHS, advance: int) -> None:
        parts = [(self._gids[glyph], dx, dy) for glyph, dx, dy in glyphs]
        inked = [(gid, dx, dy) for gid, dx, dy in parts if self._offsets[gid] < self._offsets[gid + 1]]
        box = self._box(inked) if inked else _EMPTY
        data = _composite(inked, box) if inked else b""
        self._added.append(data)
        self._offsets.append(self._offsets[-1] + len(data))
        self._metrics.append((advance, box[0]))
        self._most_parts = max(self._most_parts, len(inked))

    def _box(self, parts: list[tuple[int, int, int]]) -> tuple[int, int, int, int]:
        edges = []
        for gid, dx, dy in parts:
            left, bottom, right, top = struct.unpack_from(">4h", self._data, self._offsets[gid] + 2)
            edges.append((left + dx, bottom + dy, right + dx, top + dy))
        lefts, bottoms, rights, tops = zip(*edges, strict=True)
        return min(lefts), min(bottoms), max(rights), max(tops)

    def program(self) -> bytes:
        t, count = self._tables, len(self._metrics)
        return _sfnt({
            "glyf": self._data + b"".join(self._added),
            "head": t["head"][:8] + bytes(4) + t["head"][12:50] + b"\0\1" + t["head"][52:],  # loca in 32 bits
            "hhea": t["hhea"][:34] + struct.pack(">H", count),
            "hmtx": b"".join(struct.pack(">Hh", advance, bearing) for advance, bearing in self._metrics),
            "loca": struct.pack(f">{count + 1}I", *self._offsets),
            "maxp": self._maxima(count),
        })  # fmt: skip

    def _maxima(self, count: int) -> bytes:
        """maxp, with room for the new composites: an upper bound from the largest glyph there is."""
        maxp = bytearray(self._tables["maxp"])
        struct.pack_into(">H", maxp, 4, count)
        if self._most_parts:
            points, contours, in_composite, contours_in_composite = struct.unpack_from(">4H", maxp, 6)
            elements, depth = struct.unpack_from(">2H", maxp, 28)
            n = self._most_parts
            struct.pack_into(">2H", maxp, 10, max(points, in_composite) * n, max(contours, contours_in_composite) * n)
            struct.pack_into(">2H", maxp, 28, max(elements, n), depth + 1)
        return bytes(maxp)


def _offsets(tables: dict[str, bytes]) -> list[int]:
    count = int.from_bytes(tables["maxp"][4:6], "big") + 1
    if tables["head"][51]:
        return list(struct.unpack_from(f">{count}I", tables["loca"]))
    return [2 * half for half in struct.unpack_from(f">{count}H", tables["loca"])]


def _metrics(tables: dict[str, bytes]) -> list[tuple[int, int]]:
    """(advance, left bearing) of every glyph; the last advance of hmtx holds for all that follow."""
    glyphs = int.from_bytes(tables["maxp"][4:6], "big")
    full = int.from_bytes(tables["hhea"][34:36], "big")
    pairs = [struct.unpack_from(">Hh", tables["hmtx"], 4 * at) for at in range(full)]
    bearings = struct.unpack_from(f">{glyphs - full}h", tables["hmtx"], 4 * full)
    return pairs + [(pairs[-1][0], bearing) for bearing in bearings]


def _composite(parts: list[tuple[int, int, int]], box: tuple[int, int, int, int]) -> bytes:
    data = struct.pack(">h4h", -1, *box)
    for index, (gid, dx, dy) in enumerate(parts):
        flags = _WORDS_AND_XY | (_OVERLAP if index == 0 else 0) | (_MORE if index + 1 < len(parts) else 0)
        data += struct.pack(">HHhh", flags, gid, dx, dy)
    return data + bytes(-len(data) % 4)


def _sfnt(tables: dict[str, bytes]) -> bytes:
    """The table directory and the tables, each on four bytes; the whole file's checksum goes into head."""
    count = len(tables)
    power = count.bit_length() - 1
    directory = struct.pack(">IHHHH", 0x00010000, count, 16 << power, power, count * 16 - (16 << power))
    at, body, head_at = 12 + 16 * count, b"", 0
    for tag, data in sorted(tables.items()):
        padded = data + bytes(-len(data) % 4)
        directory += tag.encode("ascii") + struct.pack(">III", _checksum(padded), at, len(data))
        head_at = at if tag == "head" else head_at
        body += padded
        at += len(padded)
    program = bytearray(directory + body)
    struct.pack_into(">I", program, head_at + 8, (0xB1B0AFBA - _checksum(program)) & 0xFFFFFFFF)
    return bytes(program)


def _checksum(data: bytes | bytearray) -> int:
    words: tuple[int, ...] = struct.unpack(f">{len(data) // 4}I", data)
    return sum(words) & 0xFFFFFFFF
