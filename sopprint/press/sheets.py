"""Marks and small print around the artwork, as frame items: fold and crop marks, labels, rulers.

Everything here is an artifact in black ink only, so that no colour plate has to meet another. Points, y down. Not
here: which marks a sheet gets (`impose.py`, `tile.py`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from sopprint.color import Color
from sopprint.frame import Item, PathItem, TextItem
from sopprint.geometry import Box, polyline, rectangle

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sopprint.text.typesetter import Typesetter

Align = Literal["left", "center", "right"]

BLACK = Color((0.0, 0.0, 0.0), (0.0, 0.0, 0.0, 100.0))
TINT = Color((0.88, 0.88, 0.88), (0.0, 0.0, 0.0, 12.0))
PAPER = Color((1.0, 1.0, 1.0), (0.0, 0.0, 0.0, 0.0))
HAIR = 0.25  # points; the usual weight of printers' marks
_FAMILY = "Atkinson Hyperlegible Next"


class SmallPrint(Struct, frozen=True, eq=False):
    """Sets labels in the face of running text."""

    setter: Typesetter

    @classmethod
    def open(cls) -> SmallPrint:
        """With the fonts that come with the program."""
        from sopprint.resolve.library import Library
        from sopprint.text.faces import FaceBook
        from sopprint.text.typesetter import Typesetter

        look = Library.open().look()
        return cls(Typesetter(FaceBook(look.families, look.fallbacks), "en"))

    def put(self, words: str, x: float, y: float, size: float, *, align: Align = "left", weight: int = 400) -> TextItem:
        """One line with its baseline at y."""
        face = self.setter.face(_FAMILY, weight, words)
        shaped = self.setter.shape(words, face)
        width = shaped.width(size)
        left = x - {"left": 0.0, "center": width / 2, "right": width}[align]
        up, down = (size * way / face.units for way in (face.cap_height, face.descent))
        return TextItem(left, y, size, face.ref, face.units, shaped.clusters, width, up, down, BLACK)


def line(x1: float, y1: float, x2: float, y2: float, *, dash: tuple[float, ...] = (), width: float = HAIR) -> PathItem:
    """A straight mark with square ends, so that it is as long as it says."""
    return PathItem(polyline(((x1, y1), (x2, y2))), stroke=BLACK, width=width, dash=dash, square=True, name="mark")


def crop_marks(box: Box, *, offset: float, length: float) -> Iterable[Item]:
    """Two lines at each corner, `offset` away from the trim and so clear of the bleed."""
    near, far = offset, offset + length
    for x in (box.left, box.right):
        yield line(x, box.top - far, x, box.top - near)
        yield line(x, box.bottom + near, x, box.bottom + far)
    for y in (box.top, box.bottom):
        yield line(box.left - far, y, box.left - near, y)
        yield line(box.right + near, y, box.right + far, y)


def middle_marks(box: Box, *, offset: float, length: float, folds: bool) -> Iterable[Item]:
    """Above and below the middle: dashed for a fold, solid for a cut."""
    x, dash = box.center.x, (3.0, 2.0) if folds else ()
    yield line(x, box.top - offset - length, x, box.top - offset, dash=dash)
    yield line(x, box.bottom + offset, x, box.bottom + offset + length, dash=dash)


def plate(box: Box, fill: Color | None = TINT, *, outline: bool = False) -> PathItem:
    """A flat area under a label."""
    stroke = BLACK if outline else None
    return PathItem(rectangle(box), fill=fill, stroke=stroke, width=HAIR if outline else 0.0, square=True, name="plate")


def square(box: Box) -> PathItem:
    """An empty square to measure; the line's middle is the edge."""
    return PathItem(rectangle(box), stroke=BLACK, width=0.5, square=True, name="measure")
