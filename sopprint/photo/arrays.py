"""Names for the kinds of array that the stages hand about, and light as numbers: sRGB bytes to linear light and back.

Not here: what any of them means. A mask is uint8, 0 or 255, as OpenCV wants it.
"""

from __future__ import annotations

from functools import cache
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

Image: TypeAlias = NDArray[np.uint8]  # height x width x 3, RGB
Grey: TypeAlias = NDArray[np.uint8]  # height x width
Mask: TypeAlias = NDArray[np.uint8]  # height x width, 0 or 255
Light: TypeAlias = NDArray[np.float32]  # linear light, 1 = paper in full light
Points: TypeAlias = NDArray[np.float64]  # n x 2
Array: TypeAlias = NDArray[Any]

_STEPS = 4096


@cache
def _to_linear() -> Light:
    c = np.arange(256) / 255
    return np.where(c <= 0.04045, c / 12.92, ((c + 0.055) / 1.055) ** 2.4).astype(np.float32)


@cache
def _to_bytes() -> Grey:
    t = np.linspace(0, 1, _STEPS + 1)
    return (np.where(t <= 0.0031308, t * 12.92, 1.055 * t ** (1 / 2.4) - 0.055) * 255 + 0.5).astype(np.uint8)


def linear(image: Array) -> Light:
    """Linear light 0..1 of sRGB bytes (IEC 61966-2-1)."""
    return _to_linear()[image]


def srgb(light: Light) -> Image:
    """SRGB bytes of linear light; what is out of 0..1 is cut."""
    return _to_bytes()[(np.clip(light, 0, 1) * _STEPS + 0.5).astype(np.uint16)]


def least(image: Array) -> Array:
    """The smallest channel of each pixel; numpy's own min over a short last axis takes ten times longer."""
    return np.minimum(np.minimum(image[..., 0], image[..., 1]), image[..., 2])


def most(image: Array) -> Array:
    """The largest channel of each pixel."""
    return np.maximum(np.maximum(image[..., 0], image[..., 1]), image[..., 2])
