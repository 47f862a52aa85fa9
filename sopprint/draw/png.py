"""What a PNG file says of itself in its first bytes: enough to place it and to judge its sharpness, without decoding.

Source: PNG (ISO/IEC 15948), clauses 5.2 and 11.2.1.
"""

from __future__ import annotations

from msgspec import Struct

SIGNATURE = b"\x89PNG\r\n\x1a\n"
MAX_BYTES = 8_000_000
MAX_SIDE = 10_000  # pixels; a poster's longest side at 200 ppi
_HEADER = 33  # signature, length, type, 13 bytes of IHDR, checksum


class PngError(ValueError):
    """A PNG file that is not used."""


class PngSize(Struct, frozen=True):
    """In pixels."""

    width: int
    height: int


def size_of(data: bytes) -> PngSize:
    """Width and height from the header. Raises PngError."""
    if len(data) > MAX_BYTES:
        raise PngError(f"the PNG is larger than {MAX_BYTES // 1_000_000} MB")
    if not data.startswith(SIGNATURE):
        raise PngError("the file is not a PNG")
    if len(data) < _HEADER or data[12:16] != b"IHDR" or int.from_bytes(data[8:12]) != 13:
        raise PngError("the PNG is damaged: it does not start with its header")
    width, height = int.from_bytes(data[16:20]), int.from_bytes(data[20:24])
    if not (0 < width <= MAX_SIDE and 0 < height <= MAX_SIDE):
        raise PngError(f"the PNG is {width} x {height} pixels; at most {MAX_SIDE} on a side can be used")
    return PngSize(width, height)
