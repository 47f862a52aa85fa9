"""Rasters as image XObjects (ISO 32000-1, 8.9.5), each once per document however often it is shown.

A JPEG keeps its own compression; a PNG with transparency gets a soft mask. Not scaling: pixels go in as they are.
Pillow loads here, when the first image comes, and not before.
"""

from __future__ import annotations

from hashlib import sha256
from io import BytesIO
from typing import TYPE_CHECKING, Any

from sopprint.pdf.engine import ImageReader
from sopprint.pdf.faults import PaintError
from sopprint.pdf.objects import write

if TYPE_CHECKING:
    from sopprint.pdf.objects import Indirect, Store, Value


class Images:
    """The pictures of one document and their resource names, in order of first use."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._names: dict[bytes, str] = {}
        self.objects: dict[str, Indirect] = {}

    def use(self, data: bytes) -> str:
        """The resource name of a PNG or JPEG file's content. Raises PaintError."""
        digest = sha256(data).digest()
        if digest not in self._names:
            name = f"Im{len(self._names) + 1}"
            self.objects[name] = self._embed(data)
            self._names[digest] = name
        return self._names[digest]

    def _embed(self, data: bytes) -> Indirect:
        try:
            reader = ImageReader(BytesIO(data))
            jpeg, (width, height), pixels = reader.jpeg_fh(), reader.getSize(), reader.getRGBData()
        except Exception as problem:  # Pillow raises many kinds
            raise PaintError(
                "SP303", "the picture is neither PNG nor JPEG, or is damaged", "save it again"
            ) from problem
        entries = _entries(width, height, _SPACES[reader.mode])
        if jpeg is not None:
            if reader.mode == "CMYK":
                entries["Decode"] = write([1, 0] * 4)  # Photoshop's JPEGs are inverted, and no others are met
            return self._store.stream(data, {**entries, "Filter": "DCTDecode"}, compress=False)
        if reader._dataA is not None:  # ReportLab 5.1 has no other way to the alpha channel
            entries["SMask"] = self._mask(reader._dataA, width, height)
        return self._store.stream(pixels, entries)

    def _mask(self, alpha: Any, width: int, height: int) -> Indirect:
        return self._store.stream(alpha.getRGBData(), _entries(width, height, "DeviceGray"))


_SPACES = {"RGB": "DeviceRGB", "L": "DeviceGray", "CMYK": "DeviceCMYK"}


def _entries(width: int, height: int, space: str) -> dict[str, Value]:
    return {
        "Type": "XObject", "Subtype": "Image", "Width": width, "Height": height, "BitsPerComponent": 8,
        "ColorSpace": space,
    }  # fmt: skip
