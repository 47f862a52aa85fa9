"""Strokes that are hardly there. They are told to the worker, never shown as writing, and never dropped in silence.

Only on plain paper, away from veils and from sure strokes, whose smears would look alike. Not here: sure strokes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np

from sopprint.photo.arrays import most
from sopprint.photo.glare import UNSEEN

if TYPE_CHECKING:
    from sopprint.photo.arrays import Array, Grey, Image, Light, Mask

SCALE = 0.4  # pixels per u while they are looked for; a pixel is then a stroke's width
_DARKNESS = 0.06  # above the paper's noise
_VEIL = 0.05  # level
_SIDE = 24.0  # u, of the smallest stroke's square
_WIDEST = 22.0  # u; what is wider is a shade
_PRINT, _STROKE, _RIM = 28.0, 30.0, 160.0  # u kept clear of print, sure strokes and veils
_CHANGE = 5  # levels


def faint(dark: Grey, blank: Image, sure: Mask, lost: Light, scale: float) -> Mask:
    """The mask at SCALE of faint strokes. `dark` and `sure` are `ink.find`'s; `lost` is a glare level."""
    size = (max(1, round(dark.shape[1] * SCALE / scale)), max(1, round(dark.shape[0] * SCALE / scale)))
    calm = cv2.GaussianBlur(cv2.resize(dark, size, interpolation=cv2.INTER_AREA), (0, 0), 0.7).astype(np.uint8)
    clear = ~_near(_edges(cv2.resize(blank, size, interpolation=cv2.INTER_AREA)), _PRINT)
    clear &= ~_near(cv2.resize(sure, size, interpolation=cv2.INTER_AREA) > 0, _STROKE)
    level = cv2.resize(lost, size, interpolation=cv2.INTER_NEAREST)
    clear &= ~_near((level > _VEIL) & (level < UNSEEN), _RIM) & ~_near(level >= UNSEEN, _STROKE)
    if not clear.any():
        return np.zeros(calm.shape, np.uint8)
    return _thin(clear & (calm > float(np.median(calm[clear])) + 255 * _DARKNESS))


def _edges(blank: Array) -> Array:
    """Where the drawing changes at all, and the poster's own edge."""
    box = np.ones((3, 3), np.uint8)
    edges = most(cv2.dilate(blank, box) - cv2.erode(blank, box)) > _CHANGE
    edges[[0, -1]] = edges[:, [0, -1]] = True
    return np.asarray(edges)


def _near(mask: Array, reach: float) -> Array:
    return cv2.dilate(mask.astype(np.uint8), _disc(reach)) > 0


def _disc(radius: float) -> Array:
    n = max(1, round(radius * SCALE)) * 2 + 1
    return np.asarray(cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (n, n)))


def _thin(there: Array) -> Mask:
    """The parts that are large enough for a letter and nowhere wider than a pen."""
    mask = there.astype(np.uint8)
    _, label, facts, _ = cv2.connectedComponentsWithStats(mask, connectivity=8)
    keep = facts[:, cv2.CC_STAT_AREA] > (_SIDE * SCALE) ** 2
    keep[np.unique(label[cv2.erode(mask, _disc(_WIDEST / 2)) > 0])] = False
    keep[0] = False
    return np.asarray(keep[label].astype(np.uint8) * 255, np.uint8)
