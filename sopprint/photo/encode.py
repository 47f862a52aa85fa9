"""Pixels as JPEG and PNG files, nothing but pixels in them, under a limit that keeps them readable.

Purpose: full colour resolution first, for thin coloured strokes go when it is halved; then quality; then pixels. The
same pixels give the same bytes. Source of the limits: measured on strokes of 1.3 mm; under quality 55 fewer pixels read
better than worse ones. Not here: what is in the picture.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Final

import cv2
import numpy as np
from msgspec import Struct
from PIL import Image as Pillow

if TYPE_CHECKING:
    from sopprint.photo.arrays import Image

BEST, LEAST = 85, 55  # JPEG quality
INK_COLOURS: Final = 64  # of an octree: the median cut spends its colours on greys, and red ink turned purple
_NEARLY_WHITE: Final = 252
_SMALLER: Final = 0.85  # of both sides, each time that the lowest quality is still too large
_LEAST_WIDTH: Final = 400  # pixels; nobody can read less


class Encoded(Struct, frozen=True):
    """A picture file. `quality` is 0 for PNG; `fits` is False where the limit could not be kept."""

    data: bytes
    width: int
    height: int
    quality: int
    fits: bool = True


def jpeg_under(pixels: Image, limit: int, *, grey: bool = False) -> Encoded:
    """The best JPEG of at most `limit` bytes, progressive, 4:4:4, quality 55 to 85, with fewer pixels if it must be."""
    while True:
        found = _best(pixels, limit, grey=grey)
        if found.fits or pixels.shape[1] * _SMALLER < _LEAST_WIDTH:
            return found
        size = (round(pixels.shape[1] * _SMALLER), round(pixels.shape[0] * _SMALLER))
        pixels = np.asarray(cv2.resize(pixels, size, interpolation=cv2.INTER_AREA), np.uint8)


def _best(pixels: Image, limit: int, *, grey: bool) -> Encoded:
    """Bisect the quality; the lowest where nothing is small enough."""
    found = _jpeg(pixels, BEST, grey=grey)
    if len(found.data) <= limit:
        return found
    low, high, best = LEAST, BEST - 1, None
    while low <= high:
        middle = (low + high) // 2
        made = _jpeg(pixels, middle, grey=grey)
        if len(made.data) <= limit:
            best, low = made, middle + 1
        else:
            high = middle - 1
    return best if best is not None else Encoded(made.data, made.width, made.height, made.quality, fits=False)


def _jpeg(pixels: Image, quality: int, *, grey: bool) -> Encoded:
    """By OpenCV: Pillow's encoder gives up on small pictures with much detail ("suspension not allowed")."""
    ordered = cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY if grey else cv2.COLOR_RGB2BGR)
    settings = {
        cv2.IMWRITE_JPEG_QUALITY: quality,
        cv2.IMWRITE_JPEG_PROGRESSIVE: 1,
        cv2.IMWRITE_JPEG_OPTIMIZE: 1,
        cv2.IMWRITE_JPEG_SAMPLING_FACTOR: cv2.IMWRITE_JPEG_SAMPLING_FACTOR_444,
    }
    done, data = cv2.imencode(".jpg", ordered, [number for pair in settings.items() for number in pair])
    if not done:
        raise ValueError(f"no JPEG of {pixels.shape} pixels")
    return Encoded(data.tobytes(), pixels.shape[1], pixels.shape[0], quality)


def ink_png(pixels: Image, *, grey: bool = False) -> Encoded:
    """A PNG of few colours: handwriting on white stays sharp, and is smaller than a JPEG."""
    image, out = Pillow.fromarray(pixels), io.BytesIO()
    shown = image.convert("L").convert("RGB") if grey else image
    few = shown.quantize(INK_COLOURS, method=Pillow.Quantize.FASTOCTREE, dither=Pillow.Dither.NONE)
    palette = np.array(few.getpalette(), np.uint8).reshape(-1, 3)
    palette[palette.min(1) >= _NEARLY_WHITE] = 255  # the octree rounds white down, which viewers show as a tint
    few.putpalette(palette.tobytes())
    few.save(out, "PNG", optimize=True)
    return Encoded(out.getvalue(), image.width, image.height, 0)
