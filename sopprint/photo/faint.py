"""Strokes that are hardly there. They are told to the worker, never shown as writing, and never dropped in silence.

Only on plain paper, away from veils and from sure strokes, whose smears would look alike. Not here: sure strokes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np

from sopprint.photo.glare import UNSEEN

if TYPE_CHECKING:
    from sopprint.photo.arrays import Array, Grey, Light, Mask

SCALE = 0.4  # pixels per u while they are looked for; a pixel is then a stroke's width
_DARKNESS = 0.05  # above the paper's noise
_VEIL = 0.05  # level
_SIDE = 18.0  # u, of the smallest stroke's square
_WIDEST = 22.0  # u; what is wider is a shade
_PRINT, _STROKE, _RIM = 8.0, 30.0, 160.0  # u kept clear of print, sure strokes and veils


def faint(dark: Grey, plain: Mask, sure: Mask, lost: Light, scale: float) -> Mask:
    """The mask at SCALE of faint strokes. `dark`, `plain` and `sure` are `ink.find`'s; `lost` is a glare level."""
    size = (max(1, round(dark.shape[1] * SCALE / scale)), max(1, round(dark.shape[0] * SCALE / scale)))
    calm = cv2.GaussianBlur(cv2.resize(dark, size, interpolation=cv2.INTER_AREA), (0, 0), 0.7).astype(np.uint8)
    clear = cv2.resize(plain, size, interpolation=cv2.INTER_AREA) == 255
    clear &= ~_near(~clear, _PRINT) & ~_near(cv2.resize(sure, size, interpolation=cv2.INTER_AREA) > 0, _STROKE)
    hazy = cv2.resize(((lost > _VEIL) & (lost < UNSEEN)).astype(np.uint8), size, interpolation=cv2.INTER_NEAREST) > 0
    unseen = cv2.resize((lost >= UNSEEN).astype(np.uint8), size, interpolation=cv2.INTER_NEAREST) > 0
    clear &= ~_near(hazy, _RIM) & ~_near(unseen, _STROKE)
    if not clear.any():
        return np.zeros(calm.shape, np.uint8)
    return _thin(clear & (calm > float(np.median(calm[clear])) + 255 * _DARKNESS))


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
