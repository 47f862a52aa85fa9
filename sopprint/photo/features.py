"""The poster found without its marks: points of the empty drawing looked for all over the photograph.

SIFT with a ratio test and a robust homography; good to a few millimetres, enough for `refine.py` to go on from.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import cv2
import numpy as np

from sopprint.photo.marks import shrunk

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sopprint.photo.arrays import Array, Grey, Points

_PHOTO_SIDE, _BLANK_SIDE = 1800, 1500  # pixels
_RATIO = 0.8
_LEAST = 15  # points that agree
_SHARE = 0.15  # of the matches


@dataclass(frozen=True, slots=True)
class Features:
    """Points of a picture in its own pixels, and what they look like."""

    points: Points
    looks: Array


def of_photo(grey: Grey) -> Features:
    """Features of a photograph."""
    factor = min(1.0, _PHOTO_SIDE / max(grey.shape))
    small = cv2.createCLAHE(2, (8, 8)).apply(shrunk(grey, factor)).astype(np.uint8)
    return _features(small, factor)


def of_blank(grey: Grey, scale: float) -> Features:
    """Features of an empty poster's picture with `scale` pixels per u; points in u."""
    factor = min(1.0, _BLANK_SIDE / max(grey.shape))
    found = _features(shrunk(grey, factor), factor)
    return Features((found.points + 0.5) / scale, found.looks)


def _features(grey: Grey, factor: float) -> Features:
    points, looks = cv2.SIFT.create(4000, contrastThreshold=0.02).detectAndCompute(grey, None)
    at = np.array([p.pt for p in points], np.float64).reshape(-1, 2)
    return Features((at + 0.5) / factor - 0.5, looks if looks is not None else np.zeros((0, 128), np.float32))


def matched(blank: Features, photo: Features, pixels_per_feature: float) -> Array | None:
    """The homography u → photo that enough points agree on, within `pixels_per_feature`; None when they do not."""
    pairs = _pairs(blank, photo)
    if len(pairs) < _LEAST:
        return None
    source = blank.points[[a for a, _ in pairs]]
    target = photo.points[[b for _, b in pairs]]
    homography, agree = cv2.findHomography(
        source, target, cv2.USAC_MAGSAC, pixels_per_feature, maxIters=10_000, confidence=0.9999
    )
    if homography is None:
        return None
    count = int(np.count_nonzero(agree))
    return homography if count >= _LEAST and count > _SHARE * len(pairs) else None


def _pairs(blank: Features, photo: Features) -> Sequence[tuple[int, int]]:
    if len(photo.points) < _LEAST or len(blank.points) < _LEAST:
        return ()
    search = cv2.FlannBasedMatcher({"algorithm": 1, "trees": 4}, {"checks": 64})
    near = search.knnMatch(blank.looks, photo.looks, 2)
    return [(a.queryIdx, a.trainIdx) for a, b in near if a.distance < _RATIO * b.distance]
