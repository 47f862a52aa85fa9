"""Even, neutral light over the whole poster.

The empty poster says what colour each place must have, so the light at each place is the ratio of the two, taken where
the drawing is flat; handwriting is dark and thin, so a quantile a little above the middle passes over it. A bump of
light narrower than a fifth of the sheet is a reflection, which adds light; the rest multiplies it: strokes under a
veil come back instead of being bleached. Not here: places where nothing can come back (`glare.py`),
colours (`colours.py`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import cv2
import numpy as np

from sopprint.photo.arrays import least, linear, most, srgb
from sopprint.photo.colours import haze, mixing, without_tint_in_black
from sopprint.photo.room import foreign, off_light

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopprint.photo.arrays import Array, Image, Light, Mask

_SCALE = 0.25  # pixels per u while light is measured
_CELL = 4  # pixels at _SCALE: 16 u
_QUANTILE = 0.6
_INK = 0.06  # natural logarithm: how much darker letters are, in the mean of a cell
_LETTERS = 9  # cells; lines of letters are lower, shadows are wider
_REFLECTION = 480.0  # u; wider bumps of light are the room's
_PLAIN = 0.35  # least linear value of print that tells of the light
_FLAT = 0.06  # most contrast of a flat place
_BAND = 256  # rows that are worked on at once, to spare memory


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


@dataclass(frozen=True, slots=True)
class _Coarse:
    """Photograph and print in linear light at _SCALE, and where the photograph shows the poster."""

    here: Light
    true: Light
    reached: Array


def even(square: Image, blank: Image, seen: Mask, scale: float) -> Evened:
    """Even the light of a squared-up photograph. `blank` and `seen` (255 where it shows the poster) are as large."""
    coarse = _coarse(square, blank, seen, scale)
    field = _field(coarse)
    colour = _colours(coarse, field)
    out = np.empty_like(square)
    for rows, times, plus in _bands(field, square.shape):
        plain = (linear(square[rows]) - plus) / times
        out[rows] = srgb(without_tint_in_black(np.asarray(cv2.transform(plain, colour), np.float32)))
    return Evened(out, field)


def _coarse(square: Image, blank: Image, seen: Mask, scale: float) -> _Coarse:
    size = (int(square.shape[1] * _SCALE / scale), int(square.shape[0] * _SCALE / scale))
    here, true, reached = (cv2.resize(a, size, interpolation=cv2.INTER_AREA) for a in (square, blank, seen))
    return _Coarse(linear(here), linear(true), reached == 255)


def _field(coarse: _Coarse) -> Field:
    """Light measured twice: a haze, known only when the light is, weighs more on tints than on white."""
    first = _light(coarse.here, coarse)
    added = _haze(coarse, first)
    second = _light(coarse.here - _spread(added, coarse.here), coarse)
    return Field(second.times, second.plus + added)


def _light(here: Light, coarse: _Coarse) -> Field:
    tells = (least(coarse.true) > _PLAIN) & (_contrast(coarse.true, 3) < _FLAT) & coarse.reached
    cells = _cells(np.where(tells[..., None], here / np.maximum(coarse.true, 0.05), np.nan))
    cells[foreign(off_light(cells, np.ones(cells.shape[:2], bool)))] = np.nan  # filled in with colour, not badly lit
    return _parted(_smooth(np.maximum(_filled(cells), 1e-3)))


def _haze(coarse: _Coarse, field: Field) -> Light:
    dark = coarse.reached & (most(cv2.dilate(coarse.true, np.ones((3, 3), np.uint8))) < 0.1)
    times, plus = (_spread(part, coarse.here) for part in (field.times, field.plus))
    return haze((coarse.here - plus)[dark], times[dark], coarse.true[dark], field.times)


def _colours(coarse: _Coarse, field: Field) -> Array:
    """The 3 x 3 matrix that brings colours home."""
    flat = coarse.reached & (_contrast(coarse.true, 5) < 0.05)
    times, plus = (_spread(part, coarse.here) for part in (field.times, field.plus))
    have = ((coarse.here - plus) / times)[flat][::7]
    return mixing(have, coarse.true[flat][::7]).T.astype(np.float32)


def _spread(part: Light, over: Light) -> Light:
    return cv2.resize(part, over.shape[1::-1], interpolation=cv2.INTER_LINEAR).astype(np.float32)


def _contrast(image: Light, n: int) -> Light:
    box = np.ones((n, n), np.uint8)
    return np.asarray(most(cv2.dilate(image, box) - cv2.erode(image, box)), np.float32)


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
    """Without lines of letters, which are dark and low, and smooth; steep rises are a reflection's and stay steep."""
    disc = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (_LETTERS, _LETTERS))
    closed = cv2.morphologyEx(light, cv2.MORPH_CLOSE, disc, borderType=cv2.BORDER_REPLICATE)
    dark = np.log(light / closed).mean(2) < -_INK
    calm = np.where(dark[..., None], closed, light).astype(np.float32)
    wide = cv2.GaussianBlur(calm, (0, 0), 1.6)
    steep = most(np.abs(np.log(calm / wide))) > 0.04
    near = cv2.GaussianBlur(cv2.dilate(steep.astype(np.float32), np.ones((3, 3))), (0, 0), 1)[..., None]
    return np.asarray(near * cv2.GaussianBlur(calm, (0, 0), 0.6) + (1 - near) * wide, np.float32)


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
