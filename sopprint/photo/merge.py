"""One picture out of several: each place from the photograph that shows it best.

Seams are feathered, and nothing is averaged: means leave ghosts, and the darkest pixel keeps every shadow and misfit.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import cv2
import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sopprint.photo.arrays import Array, Image, Light

_BLUR_COSTS = 0.12  # the softest photograph against the sharpest
_FIRST = 0.04  # what the best photograph is ahead, so that places do not flicker between like ones


@dataclass(frozen=True, slots=True)
class Merged:
    """The picture, and the coarse level of what is lost in it, as `glare.glare` gives it."""

    pixels: Image
    lost: Light


def merge(pictures: Sequence[Image], lost: Sequence[Light], sharp: Sequence[float]) -> Merged:
    """Merge evened pictures of one poster. `lost` are levels of `glare.glare`; `sharp` is larger for sharper ones."""
    if len(pictures) == 1:
        return Merged(pictures[0], lost[0])
    levels = np.stack(lost)
    best = _cheapest(levels, np.asarray(sharp) / max(sharp))
    left = np.take_along_axis(levels, best[None], 0)[0]
    return Merged(_joined(pictures, best), left)


def _cheapest(levels: Light, sharp: Array) -> Array:
    wide = np.ones((9, 9), np.uint8)
    cost: Array = np.stack([cv2.GaussianBlur(cv2.dilate(level, wide), (0, 0), 4) for level in levels])
    cost = np.maximum(cost, levels)  # feathering must not hide that nothing is there
    cost += _BLUR_COSTS * (1 - sharp)[:, None, None]
    cost[int(np.argmin(cost.mean((1, 2))))] -= _FIRST
    return np.asarray(cost.argmin(0))


def _joined(pictures: Sequence[Image], best: Array) -> Image:
    height, width = pictures[0].shape[:2]
    shares = [cv2.GaussianBlur((best == i).astype(np.float32), (0, 0), 3) for i in range(len(pictures))]
    out = np.zeros(pictures[0].shape, np.uint8)
    for top in range(0, height, 512):
        rows = slice(top, min(top + 512, height))
        whole = np.zeros((rows.stop - top, width, 3), np.float32)
        for picture, share in zip(pictures, shares, strict=True):
            whole += picture[rows] * _band(share, height, width, rows)[..., None]
        out[rows] = np.clip(whole + 0.5, 0, 255)
    return out


def _band(share: Light, height: int, width: int, rows: slice) -> Light:
    """A band of rows of a coarse picture at full size."""
    fx, fy = share.shape[1] / width, share.shape[0] / height
    place = np.array([[fx, 0, (fx - 1) / 2], [0, fy, (rows.start + 0.5) * fy - 0.5]])
    size = (width, rows.stop - rows.start)
    how = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    return cv2.warpAffine(share, place, size, flags=how, borderMode=cv2.BORDER_REPLICATE).astype(np.float32)
