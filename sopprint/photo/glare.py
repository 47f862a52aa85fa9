"""What reflections take away: 1 where the sensor saw nothing but light, less where a veil lies over the print.

Not here: bringing print back from under a veil (`light.py`); what is lost is never painted in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np

from sopprint.photo.arrays import least

if TYPE_CHECKING:
    from sopprint.photo.arrays import Image, Light, Mask

COARSE = 4  # times smaller than the squared-up picture
BURNT = 0.95  # from here on nothing can be read
UNSEEN = 2.0  # not in the photograph, or behind something
VEILED = 0.3
_FULL = 246.0, 252.0  # levels of the darkest channel, from nearly full to full


def glare(square: Image, veil: Light, seen: Mask) -> Light:
    """How much is lost at each place, 0..1, COARSE times smaller; UNSEEN where the photo does not show the poster."""
    size = (square.shape[1] // COARSE, square.shape[0] // COARSE)
    small = least(cv2.resize(square, size, interpolation=cv2.INTER_AREA)).astype(np.float32)
    burnt: Light = np.clip((small - _FULL[0]) / (_FULL[1] - _FULL[0]), 0, 1)
    hazy = np.clip((cv2.resize(veil, size, interpolation=cv2.INTER_LINEAR) - 0.1) / 0.8, 0, 0.9)
    lost: Light = np.maximum(burnt, hazy).astype(np.float32)
    lost[cv2.resize(seen, size, interpolation=cv2.INTER_AREA) < 255] = UNSEEN
    return lost


def lost(level: Light, shape: tuple[int, ...]) -> Mask:
    """The mask, at full size, of places where nothing can be read."""
    gone = (level > BURNT).astype(np.uint8) * 255
    return (cv2.resize(gone, (shape[1], shape[0]), interpolation=cv2.INTER_LINEAR) > 31).astype(np.uint8) * 255
