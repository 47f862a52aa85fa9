"""Reads the one kind of TIFF that Ghostscript writes for a plate: gray, 8 bits, not compressed (TIFF 6.0)."""

from __future__ import annotations

import struct

_WIDTH, _HEIGHT, _COMPRESSION, _STRIPS, _LENGTHS = 256, 257, 259, 273, 279
_ENTRY = 12
_SIZES = {3: 2, 4: 4}.get  # SHORT, LONG


class NotReadableError(ValueError):
    """Some other kind of TIFF."""


def gray_pixels(data: bytes) -> bytes:
    """One byte for each pixel, row after row. Raises NotReadableError."""
    order = {b"II": "<", b"MM": ">"}.get(data[:2], "")
    if not order:
        raise NotReadableError
    try:
        tags = _tags(data, order)
        if tags.get(_COMPRESSION, (1,)) != (1,):
            raise NotReadableError
        strips = zip(tags[_STRIPS], tags[_LENGTHS], strict=True)
        pixels = b"".join(data[start : start + length] for start, length in strips)
        size = tags[_WIDTH][0] * tags[_HEIGHT][0]
    except (struct.error, KeyError, ValueError) as failure:
        raise NotReadableError from failure
    if len(pixels) != size:
        raise NotReadableError
    return pixels


def _tags(data: bytes, order: str) -> dict[int, tuple[int, ...]]:
    """The first directory's numbers by tag."""
    (start,) = struct.unpack_from(f"{order}I", data, 4)
    (count,) = struct.unpack_from(f"{order}H", data, start)
    return dict(_tag(data, order, start + 2 + _ENTRY * i) for i in range(count))


def _tag(data: bytes, order: str, at: int) -> tuple[int, tuple[int, ...]]:
    tag, kind, count = struct.unpack_from(f"{order}HHI", data, at)
    size = _SIZES(kind)
    if size is None:
        return tag, ()
    where = at + 8
    if size * count > 4:
        (where,) = struct.unpack_from(f"{order}I", data, where)
    return tag, struct.unpack_from(f"{order}{count}{'H' if size == 2 else 'I'}", data, where)
