"""What a photograph tells of its poster before any empty poster is compared: the QR code's words, the page's shape.

The corner marks are squares of known size, so four of them give the shape of the page; the code is read where the
marks say it must be, squared up and enlarged, and all over the picture where marks are hidden. Not here: which poster
that makes (`identify.py`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import cv2
import numpy as np

from sopprint.layout.poster import EDGE, MARK
from sopprint.photo import marks
from sopprint.resolve.document import UNITS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sopprint.photo.arrays import Array, Grey, Points
    from sopprint.photo.marks import MarkSet
    from sopprint.photo.values import Photo

_CODE: Final = re.compile(
    r"(?:urn:sopprint:|.*#)([a-z0-9][a-z0-9-]*)/(\d{4}\.\d{1,2})/([A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*"
    r"(?:\+[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*)?)"
)
_SHAPES: Final = (1.2, 1.3, 1.4, 1.5, 1.6, 1.7)  # long side to short side; a first guess is near enough to one
_SHORTEST, _LONGEST, _STEPS = 1.15, 1.75, 241
_LEAST_MARKS: Final = 3  # for a shape
_CORNER: Final = (760.0, 460.0)  # u at the bottom right that hold the code on every poster
_CODE_SCALES: Final = (1.5, 2.5, 1.0)  # pixels per u
_LONG_SIDES: Final = (1600, 2600)  # pixels of the whole picture that are searched for codes


@dataclass(frozen=True, slots=True)
class Label:
    """What a poster's code says."""

    tool: str
    edition: str
    lang: str


@dataclass(frozen=True, slots=True)
class Sight:
    """What a photograph tells. `shape` is width to height, None where too few marks are in view.

    guess: the same as two marks or more tell it, which may be wrong.
    """

    label: Label | None
    shape: float | None
    guess: float | None = None


def read_label(text: str) -> Label | None:
    """From "urn:sopprint:tool/edition/lang" or "https://…#tool/edition/lang"."""
    match = _CODE.fullmatch(text.strip())
    return Label(*match.groups()) if match else None


def look(photo: Photo) -> Sight:
    """Read code and shape. A code of another program, or of nobody's, is no label."""
    grey = np.asarray(cv2.cvtColor(photo.pixels, cv2.COLOR_RGB2GRAY), np.uint8)
    chosen, shape = _shape(grey)
    label = _near(grey, chosen, shape) if chosen is not None and shape is not None else None
    count = len(chosen.marks) if chosen is not None else 0
    sure, guess = (shape if count >= least else None for least in (_LEAST_MARKS, _LEAST_MARKS - 1))
    return Sight(label or _anywhere(grey), sure, guess)


# ------------------------------------------------------------------------------------------ shape


def corners(width: float, height: float) -> Mapping[int, Points]:
    """Where the corner marks of a page are (u), by id: 4 x 2, clockwise from the mark's own top left."""
    far_x, far_y = width - EDGE - MARK, height - EDGE - MARK
    at = ((EDGE, EDGE), (far_x, EDGE), (EDGE, far_y), (far_x, far_y))
    square = np.array([(0, 0), (MARK, 0), (MARK, MARK), (0, MARK)], np.float64)
    return {index: square + place for index, place in enumerate(at)}


def _page(shape: float) -> tuple[float, float]:
    return (UNITS * shape, UNITS) if shape >= 1 else (UNITS, UNITS / shape)


def _shape(grey: Grey) -> tuple[MarkSet | None, float | None]:
    """The marks of one poster, and the page's width to height that they fit best."""
    guesses = [shape for guess in _SHAPES for shape in (guess, 1 / guess)]
    chosen = marks.choose(marks.find(grey), [corners(*_page(guess)) for guess in guesses])
    if chosen is None:
        return None, None
    tall = guesses[chosen.which] < 1
    steps = np.linspace(_SHORTEST, _LONGEST, _STEPS)
    off = [_off(chosen, 1 / step if tall else step) for step in steps]
    best = float(steps[int(np.argmin(off))])
    return chosen, 1 / best if tall else best


def _off(chosen: MarkSet, shape: float) -> float:
    made = _homography(chosen, shape)
    if made is None:
        return float("inf")
    at, seen = corners(*_page(shape)), chosen.marks
    source, target = np.vstack([at[m.id] for m in seen]), np.vstack([m.corners for m in seen])
    mapped = cv2.perspectiveTransform(source.reshape(-1, 1, 2), made).reshape(-1, 2)
    return float(np.square(mapped - target).sum())


def _homography(chosen: MarkSet, shape: float) -> Array | None:
    at = corners(*_page(shape))
    source, target = np.vstack([at[m.id] for m in chosen.marks]), np.vstack([m.corners for m in chosen.marks])
    return cv2.findHomography(source, target, 0)[0]


# ------------------------------------------------------------------------------------------ code


def _near(grey: Grey, chosen: MarkSet, shape: float) -> Label | None:
    """In the corner where every poster has it."""
    made = _homography(chosen, shape)
    if made is None:
        return None
    width, height = _page(shape)
    for scale in _CODE_SCALES:
        size = (round(_CORNER[0] * scale), round(_CORNER[1] * scale))
        move = np.array([[1 / scale, 0, width - _CORNER[0]], [0, 1 / scale, height - _CORNER[1]], [0, 0, 1]])
        patch = cv2.warpPerspective(grey, made @ move, size, flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP)
        for label in _labels(np.asarray(patch, np.uint8)):
            return label
    return None


def _anywhere(grey: Grey) -> Label | None:
    """The only label in the picture; two different ones say nothing."""
    for long_side in _LONG_SIDES:
        factor = min(1.0, long_side / max(grey.shape))
        found = set(_labels(marks.shrunk(grey, factor)))
        if len(found) == 1:
            return found.pop()
        if factor == 1.0:
            break
    return None


def _labels(grey: Grey) -> Iterator[Label]:
    try:
        found, texts, *_ = cv2.QRCodeDetector().detectAndDecodeMulti(grey)
    except cv2.error:  # the reader trips over some broken codes
        return
    for text in texts if found else ():
        label = read_label(text)
        if label is not None:
            yield label
