"""Printed colours brought home: the haze over black print taken down, casts of colour undone, black without a tint.

The print is the reference: black tells what light a haze adds, tints tell how the camera mixes colours.
Not here: light that changes from place to place (`light.py`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np

from sopprint.photo.arrays import most

if TYPE_CHECKING:
    from sopprint.photo.arrays import Array, Light

_FEW = 20  # dark places that say nothing yet
_CERTAIN = 0.85  # of a haze that is taken away; a little too much turns black ink brown in the dark
_LUMINANCE = (0.2126, 0.7152, 0.0722)  # of linear sRGB
_COLOURLESS = 0.08  # linear value of the lightest channel under which colour fades out
_HELD = 0.02  # how firmly the colour matrix is held near identity


def haze(here: Light, times: Light, true: Light, everywhere: Light) -> Light:
    """From black print: what is there beyond its own light, partly the same all over, partly in step with the light.

    Under a shadow the same haze lifts black four times as far.
    """
    if len(here) <= _FEW:
        return np.zeros_like(everywhere)
    extra = (here - times * true) / (1 - true)
    level = times.mean(1)
    basis = np.column_stack([np.ones_like(level), level])
    weight = np.ones_like(level)
    for _ in range(8):
        weighted = basis * weight[:, None]
        hold = np.diag([0.0, 0.02 * float(weight.sum() * level.mean() ** 2)])
        found = np.clip(np.linalg.solve(basis.T @ weighted + hold, weighted.T @ extra), 0, 0.3)
        weight = 1 / (1 + (np.abs(basis @ found - extra).max(1) / 0.02) ** 2)
    added = _CERTAIN * (found[0] + found[1] * everywhere.mean(2)[..., None])
    return np.asarray(np.minimum(added, 0.3 * everywhere), np.float32)


def mixing(have: Array, want: Light) -> Array:
    """The 3 x 3 (row vectors on its left) between colours, robustly; each printed colour weighs alike, so tints count.

    Its columns add up to 1: white stays white.
    """
    matrix = np.eye(3)
    if not len(want):
        return matrix
    kinds = (want * 15).astype(int) @ np.array([1, 20, 400])
    _, which, count = np.unique(kinds, return_inverse=True, return_counts=True)
    alike = 1 / np.sqrt(count[which])
    weight = alike
    for _ in range(6):
        weighted = have * weight[:, None]
        hold = _HELD * weight.sum() * np.eye(3)
        matrix = np.linalg.solve(have.T @ weighted + hold, weighted.T @ want + hold)
        off = np.linalg.norm(have @ matrix - want, axis=1)
        weight = alike / (1 + (off / 0.05) ** 2)
    return np.asarray(matrix / np.maximum(matrix.sum(0), 0.5))


def without_tint_in_black(light: Light) -> Light:
    """Near black what is left of colour is the haze's and the sensor's; black ink would come out brown or purple."""
    light = np.maximum(light, 0)
    grey = cv2.transform(light, np.array([_LUMINANCE]))[..., None]
    kept = np.clip(most(light) / _COLOURLESS, 0, 1)[..., None]
    return np.asarray(grey + (light - grey) * kept, np.float32)
