"""Even, neutral light over the whole poster, and its printed colours brought home.

The empty poster says what colour each place must have, so the light at each place is the ratio of the two, taken where
the drawing is flat; handwriting is dark and thin, so a quantile a little above the middle passes over it. A bump of
light narrower than a fifth of the sheet is a reflection, which adds light; the rest multiplies it: strokes under a
veil come back instead of being bleached. Not here: places where nothing can come back (`glare.py`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import cv2
import numpy as np

from sopprint.photo.arrays import least, linear, most, srgb

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopprint.photo.arrays import Array, Image, Light, Mask

_SCALE = 0.25  # pixels per u while light is measured
_CELL = 4  # pixels at _SCALE: 16 u
_QUANTILE = 0.6
_REFLECTION = 480.0  # u; wider bumps of light are the room's
_PLAIN = 0.35  # least linear value of print that tells of the light
_FLAT = 0.06  # most contrast of a flat place
_BAND = 256  # rows that are worked on at once, to spare memory
_FEW = 20  # dark places that say nothing yet
_CERTAIN = 0.85  # of a haze that is taken away; a little too much turns black ink brown in the dark
_LUMINANCE = (0.2126, 0.7152, 0.0722)  # of linear sRGB
_COLOURLESS = 0.08  # linear value of the lightest channel under which colour fades out
_HELD = 0.02  # how firmly the colour matrix is held near identity


@dataclass(frozen=True, slots=True)
class Field:
    """Light over the poster, a coarse picture: what multiplies paper and what reflections add."""

    times: Light
    plus: Light

    @property
    def veil(self) -> Light:
        """Added light as a share of white paper, per pixel of the coarse picture."""
        share = self.plus / self.times
        return np.asarray(share.mean(2), np.float32)


@dataclass(frozen=True, slots=True)
class Evened:
    """A poster in even light, sRGB, and the field that was taken away."""

    pixels: Image
    field: Field


def even(square: Image, blank: Image, seen: Mask, scale: float) -> Evened:
    """Even the light of a squared-up photograph. `blank` and `seen` (255 where it shows the poster) are as large."""
    field = measure(square, blank, seen, scale)
    haze, colour = _colours(square, blank, seen, field)
    field = Field(field.times - haze, field.plus + haze)
    out = np.empty_like(square)
    for rows, times, plus in _bands(field, square.shape):
        plain = (linear(square[rows]) - plus) / times
        out[rows] = srgb(_black_without_tint(np.asarray(cv2.transform(plain, colour), np.float32)))
    return Evened(out, field)


def _black_without_tint(light: Light) -> Light:
    """Near black what is left of colour is the haze's and the sensor's; black ink would come out brown or purple."""
    light = np.maximum(light, 0)
    grey = cv2.transform(light, np.array([_LUMINANCE]))[..., None]
    kept = np.clip(most(light) / _COLOURLESS, 0, 1)[..., None]
    return np.asarray(grey + (light - grey) * kept, np.float32)


def measure(square: Image, blank: Image, seen: Mask, scale: float) -> Field:
    """The light over a squared-up photograph."""
    size = (int(square.shape[1] * _SCALE / scale), int(square.shape[0] * _SCALE / scale))
    here, print_, reached = (cv2.resize(a, size, interpolation=cv2.INTER_AREA) for a in (square, blank, seen))
    true = linear(print_)
    tells = (least(true) > _PLAIN) & (_contrast(true, 3) < _FLAT) & (reached == 255)
    ratio = np.where(tells[..., None], linear(here) / np.maximum(true, 0.05), np.nan)
    light = _smooth(np.maximum(_filled(_cells(ratio)), 1e-3))
    return _parted(light)


def _cells(values: Light) -> Light:
    """The quantile of each cell and channel, NaN where a cell tells too little.

    Sorting with infinities last: numpy's own quantile that knows NaN takes fifty times longer.
    """
    n = _CELL
    rows, columns = values.shape[0] // n, values.shape[1] // n
    v = values[: rows * n, : columns * n].reshape(rows, n, columns, n, 3).transpose(0, 2, 4, 1, 3)
    v = np.sort(np.where(np.isnan(v), np.inf, v).reshape(rows, columns, 3, n * n), axis=-1)
    count = np.isfinite(v).sum(-1)
    at = np.clip(np.round(_QUANTILE * (count - 1)), 0, None).astype(int)[..., None]
    found = np.take_along_axis(v, at, -1)[..., 0]
    return np.where(count >= max(2, n * n // 5), found, np.nan).astype(np.float32)


def _filled(light: Light) -> Light:
    """Holes closed from what is around them, by blurring wider and wider; nothing is extrapolated."""
    known = np.isfinite(light.sum(2))
    if not known.any():
        return np.ones_like(light)
    weight, sums = known.astype(np.float32), np.where(known[..., None], light, 0).astype(np.float32)
    out, done, width = sums.copy(), known.copy(), 2.0
    while not done.all() and width < 400:
        near = cv2.GaussianBlur(weight, (0, 0), width)
        new = ~done & (near > 0.05)
        out[new] = cv2.GaussianBlur(sums, (0, 0), width)[new] / near[new][:, None]
        done |= new
        width *= 2
    out[~done] = np.median(out[done], 0)
    return out


def _smooth(light: Light) -> Light:
    """Without cells full of ink, which are dark, and smooth; steep rises of light are a reflection's and stay steep."""
    middle = _median(light)
    calm = np.where(light < 0.86 * middle, middle, light).astype(np.float32)
    wide = cv2.GaussianBlur(calm, (0, 0), 1.6)
    steep = most(np.abs(np.log(calm / wide))) > 0.04
    near = cv2.GaussianBlur(cv2.dilate(steep.astype(np.float32), np.ones((3, 3))), (0, 0), 1)[..., None]
    return np.asarray(near * cv2.GaussianBlur(calm, (0, 0), 0.6) + (1 - near) * wide, np.float32)


def _median(light: Light) -> Light:
    return np.stack([cv2.medianBlur(np.ascontiguousarray(light[..., c]), 5) for c in range(3)], 2).astype(np.float32)


def _parted(light: Light) -> Field:
    n = int(_REFLECTION * _SCALE / _CELL) | 1
    disc = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (n, n))
    base = cv2.morphologyEx(light, cv2.MORPH_OPEN, disc, borderType=cv2.BORDER_REPLICATE)
    base = np.minimum(cv2.GaussianBlur(base, (0, 0), 4), light)
    plus = np.maximum(light - 1.06 * base, 0)
    return Field((light - plus).astype(np.float32), plus.astype(np.float32))


def _bands(field: Field, shape: tuple[int, ...]) -> Iterator[tuple[slice, Light, Light]]:
    """The field at full size, a band of rows at a time."""
    height, width = shape[:2]
    fx, fy = field.times.shape[1] / width, field.times.shape[0] / height
    for top in range(0, height, _BAND):
        rows = slice(top, min(top + _BAND, height))
        place = np.array([[fx, 0, (fx - 1) / 2], [0, fy, (top + 0.5) * fy - 0.5]])
        how = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
        size = (width, rows.stop - top)
        times, plus = (
            np.asarray(cv2.warpAffine(part, place, size, flags=how, borderMode=cv2.BORDER_REPLICATE), np.float32)
            for part in (field.times, field.plus)
        )
        yield rows, times, plus


# ------------------------------------------------------------------------------------------ colours


def _colours(square: Image, blank: Image, seen: Mask, field: Field) -> tuple[Light, Array]:
    """Light that a haze adds everywhere, per place and channel, and the 3 x 3 matrix that brings colours home."""
    size = (field.times.shape[1] * _CELL, field.times.shape[0] * _CELL)
    here, true = (linear(cv2.resize(image, size, interpolation=cv2.INTER_AREA)) for image in (square, blank))
    times, plus = (cv2.resize(part, size, interpolation=cv2.INTER_LINEAR) for part in (field.times, field.plus))
    reached = cv2.resize(seen, size, interpolation=cv2.INTER_NEAREST) == 255
    dark = reached & (most(cv2.dilate(true, np.ones((3, 3), np.uint8))) < 0.1)
    haze = _haze((here - plus)[dark], times[dark], true[dark], field.times)
    lift = cv2.resize(haze, size, interpolation=cv2.INTER_LINEAR)
    flat = reached & (_contrast(true, 5) < 0.05)
    have = ((here - plus - lift) / (times - lift))[flat][::7]
    return haze, _matrix(have, true[flat][::7]).T.astype(np.float32)


def _contrast(image: Light, n: int) -> Light:
    box = np.ones((n, n), np.uint8)
    return np.asarray(most(cv2.dilate(image, box) - cv2.erode(image, box)), np.float32)


def _haze(here: Light, times: Light, true: Light, everywhere: Light) -> Light:
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
    haze = _CERTAIN * (found[0] + found[1] * everywhere.mean(2)[..., None])
    return np.asarray(np.minimum(haze, 0.3 * everywhere), np.float32)


def _matrix(have: Array, want: Light) -> Array:
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
