"""Whether photographs of one poster show the same writing: it may have been added to, or wiped, between them.

A merged picture of two states is a record of neither. Not here: which of the two is right.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np

from sopprint.photo.glare import COARSE

if TYPE_CHECKING:
    from sopprint.photo.arrays import Array, Image, Light, Mask

_DARKER = 50  # levels
_NEAR = 20.0  # u that the two pictures may be apart
_CLEAR = 0.1  # level of a veil under which a place can be compared
_LEAST = 400.0  # u² of one change: a letter


def changed(first: Image, second: Image, lost: tuple[Light, Light], scale: float) -> Mask:
    """Coarse mask of places that are much darker in one of two evened pictures, where both are clear."""
    reach = max(1, round(_NEAR * scale / COARSE))
    near = np.ones((2 * reach + 1,) * 2, np.uint8)
    one, other = (_grey(picture, lost[0].shape) for picture in (first, second))
    clear = cv2.dilate(np.maximum(*lost), np.ones((5, 5), np.uint8)) < _CLEAR
    here, there = (cv2.subtract(cv2.erode(a, near), b) > _DARKER for a, b in ((other, one), (one, other)))
    return _letters((here | there) & clear, scale)


def _grey(picture: Image, shape: tuple[int, ...]) -> Mask:
    small = cv2.resize(picture, (shape[1], shape[0]), interpolation=cv2.INTER_AREA)
    return cv2.cvtColor(small, cv2.COLOR_RGB2GRAY).astype(np.uint8)


def _letters(changes: Array, scale: float) -> Mask:
    count, label, facts, _ = cv2.connectedComponentsWithStats(changes.astype(np.uint8), connectivity=8)
    large = facts[:, cv2.CC_STAT_AREA] * (COARSE / scale) ** 2 > _LEAST
    large[0] = False
    return np.asarray(large[label].astype(np.uint8) * 255, np.uint8) if count > 1 else changes.astype(np.uint8)
