"""Where every point of the poster lies in a photograph, and the poster taken out of it along that way.

A flat sheet before a perfect lens is a homography. Phones and walls add one radial lens term and a smooth bend of the
sheet, a quartic in the plane; without the lens term a careless photograph stays 4 to 6 mm wrong on 24 x 36 in. Pixel
centres are whole numbers. Not here: how any of it is found (`marks.py`, `features.py`, `refine.py`).
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import cv2
import numpy as np

if TYPE_CHECKING:
    from sopprint.photo.arrays import Array, Mask, Points

_DEGREE = 4
TERMS = 15  # of a polynomial of that degree in two variables
_STEP = 16  # pixels between points that are mapped exactly; between them the way is straight


@dataclass(frozen=True, slots=True)
class Lens:
    """A pixel at distance r from the centre moves outward by strength (r / radius)²."""

    strength: float
    x: float
    y: float
    radius: float

    @classmethod
    def plain(cls, width: int, height: int) -> Lens:
        """No lens error, about the middle of a photograph."""
        return cls(0.0, width / 2, height / 2, math.hypot(width, height) / 2)

    def __call__(self, q: Points) -> Points:
        if not self.strength:
            return q
        d = q - (self.x, self.y)
        longer = 1 + self.strength * (d * d).sum(1) / self.radius**2
        return np.asarray((self.x, self.y) + d * longer[:, None])


@dataclass(frozen=True, slots=True)
class Mapping:
    """u → photo pixels, called with n x 2 points. `size` is the poster's in u; `bend` holds TERMS x 2 numbers in u."""

    homography: Array
    size: tuple[float, float]
    lens: Lens
    bend: Array = field(default_factory=lambda: np.zeros((TERMS, 2)))

    def __call__(self, points: Points) -> Points:
        p = np.asarray(points, np.float64).reshape(-1, 2)
        return self.lens(projected(p + self.basis(p) @ self.bend, self.homography))

    def basis(self, p: Points) -> Points:
        """The terms of the bend at each point: n x TERMS."""
        x, y = (2 * p / self.size - 1).T
        powers = [(np.ones_like(x), np.ones_like(y))]
        for _ in range(_DEGREE):
            powers.append((powers[-1][0] * x, powers[-1][1] * y))
        return np.stack([powers[n - j][0] * powers[j][1] for n in range(_DEGREE + 1) for j in range(n + 1)], 1)

    def density(self, points: Points) -> Array:
        """Photo pixels per u at each point, in the direction where there are fewer."""
        p = np.asarray(points, np.float64).reshape(-1, 2)
        here = self(p)
        along, down = (np.linalg.norm(self(p + step) - here, axis=1) for step in ((4, 0), (0, 4)))
        return np.asarray(np.minimum(along, down) / 4)

    def outline(self) -> Points:
        """The poster's corners in the photograph, clockwise from the top left."""
        width, height = self.size
        return self(np.array([(0, 0), (width, 0), (width, height), (0, height)], np.float64))


def projected(points: Points, homography: Array) -> Points:
    """Points through a 3 x 3 homography."""
    q = np.column_stack([points, np.ones(len(points))]) @ homography.T
    return np.asarray(q[:, :2] / q[:, 2:], np.float64)


def taken(image: Array, mapping: Mapping, scale: float, *, shrunk: float = 1.0, smooth: bool = False) -> Array:
    """The poster at `scale` pixels per u, resampled once; black where the photograph does not reach.

    `image` is the photograph, or a copy `shrunk` times as large. `smooth` takes a bicubic instead of a linear filter.
    """
    width, height = (math.ceil(side * scale - 1e-6) for side in mapping.size)
    across, down = (np.arange(0, side + _STEP, _STEP) for side in (width, height))
    gx, gy = np.meshgrid((across + 0.5) / scale, (down + 0.5) / scale)
    at = (mapping(np.column_stack([gx.ravel(), gy.ravel()])) + 0.5) * shrunk - 0.5
    coarse = at.reshape(*gx.shape, 2).astype(np.float32)
    between = np.array([[1 / _STEP, 0, 0], [0, 1 / _STEP, 0]])
    x, y = (
        cv2.warpAffine(part, between, (width, height), flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP)
        for part in cv2.split(coarse)
    )
    how = cv2.INTER_CUBIC if smooth else cv2.INTER_LINEAR
    sharp = _prefiltered(image, mapping, scale / shrunk)
    return cv2.remap(sharp, x, y, how, borderMode=cv2.BORDER_CONSTANT, borderValue=(0, 0, 0))


def _prefiltered(image: Array, mapping: Mapping, scale: float) -> Array:
    """Blurred as much as the picture will shrink, or fine print turns into patterns that are not there."""
    middle = np.array(mapping.size) / 2
    shrink = float(mapping.density(middle)[0]) / scale
    return cv2.GaussianBlur(image, (0, 0), 0.4 * math.sqrt(shrink**2 - 1)) if shrink > 1.3 else image


def reached(mapping: Mapping, frame: tuple[int, ...], scale: float) -> Mask:
    """255 where the photograph of this height and width shows the poster, at `scale` pixels per u."""
    width, height = (math.ceil(side * scale - 1e-6) for side in mapping.size)
    across, down = (np.arange(side) + 0.5 for side in (-(-width // 4), -(-height // 4)))
    gx, gy = np.meshgrid(across * 4 / scale, down * 4 / scale)
    at = mapping(np.column_stack([gx.ravel(), gy.ravel()]))
    inside = ((at >= 1) & (at <= (frame[1] - 2, frame[0] - 2))).all(1).reshape(gx.shape)
    whole = np.kron(inside.astype(np.uint8) * 255, np.ones((4, 4), np.uint8))
    return whole[:height, :width]
