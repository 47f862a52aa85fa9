"""The handwriting by itself: what is darker than the empty poster can explain.

Beside printed lines only what is much darker counts, since the sheet is placed to a unit and not better; on dark print
nothing can be seen. Not here: what the writing says, or any guess at strokes that are not there.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import cv2
import numpy as np

from sopprint.photo.arrays import least, linear
from sopprint.photo.faint import faint
from sopprint.photo.glare import BURNT, COARSE

if TYPE_CHECKING:
    from sopprint.photo.arrays import Array, Grey, Image, Light, Mask

SLACK = 3.5  # u around printed lines
_SEEN = 0.16  # linear value of a channel that ink can darken visibly
_BAND = 256
_SMALLEST = 6.0  # u, the side of the smallest stroke that is kept
_HAZE = 0.05  # level of a veil that has a rim
_RIM, _PEN, _EDGE = 80.0, 22.0, 20.0  # u: how far a rim reaches, half the widest stroke, how near to nothing is unsure
_STEEP, _UNSURE = 0.4, 64  # change of a veil's level within a stroke's width; levels of darkness it may feign
_STRONG, _WEAK = 0.22, 0.10  # darkness above the paper's noise that starts a stroke, and that carries it on
_STRONG_BESIDE, _WEAK_BESIDE = 0.50, 0.40  # the same beside print


@dataclass(frozen=True, slots=True)
class Legibility:
    """Strokes' middle lines: how many pixels, their darkness 0..1 (the faintest tenth too), their width in u."""

    pixels: int
    contrast: float = 0.0
    faintest: float = 0.0
    width: float = 0.0


@dataclass(frozen=True, slots=True)
class Ink:
    """The mask of handwriting, how dark every place is beyond its print (0..255), and `faint.faint`'s mask."""

    mask: Mask
    dark: Grey
    faint: Mask


def find(evened: Image, blank: Image, lost: Light, scale: float, error: float = 0.0) -> Ink:
    """Find handwriting. Pictures are as large as each other; `error` is that of the sheet's place, in u.

    `lost` is the coarse level of `glare.glare`: beside what is lost nothing is taken for ink, and where a veil lies the
    shade at its rim is taken away first.
    """
    dark, plain = _darkness(evened, blank, scale, max(SLACK, 5 * error))
    _clear_rims(dark, lost, scale)
    noise = float(np.median(dark[dark < 77])) if (dark < 77).any() else 0.0
    beside = plain == 0
    strong = dark > np.where(beside, noise + 255 * _STRONG_BESIDE, noise + 255 * _STRONG)
    weak = dark > np.where(beside, noise + 255 * _WEAK_BESIDE, noise + 255 * _WEAK)
    mask = _strokes(weak, strong, plain, scale)
    return Ink(mask, dark, faint(dark, blank, mask, lost, scale))


def _darkness(evened: Image, blank: Image, scale: float, slack: float) -> tuple[Grey, Mask]:
    n = max(3, round(slack * scale) * 2 + 1)
    darkest = cv2.erode(blank, np.ones((n, n), np.uint8))
    dark = np.empty(evened.shape[:2], np.uint8)
    plain: Mask = np.empty(evened.shape[:2], np.uint8)
    for top in range(0, len(dark), _BAND):
        rows = slice(top, top + _BAND)
        under = linear(darkest[rows])
        dark[rows] = (255 * (1 - _passed(linear(evened[rows]), under))).astype(np.uint8)
        plain[rows] = (least(under) > 0.5) * np.uint8(255)
    return cv2.GaussianBlur(dark, (0, 0), 0.6).astype(np.uint8), plain


def _passed(light: Light, under: Light) -> Light:
    """The share of light that ink lets through in the channel where it takes most; 1 where print hides it."""
    share = np.clip(light / np.maximum(under, 0.05), 0, 1)
    share[under <= _SEEN] = 1  # crumbs in cyan and red stand along dark lines otherwise
    return np.asarray(least(share), np.float32)


def _clear_rims(dark: Grey, lost: Light, scale: float) -> None:
    """Take shades that are wider than any pen away beside veils, and everything at the edge of what shows."""
    veiled = cv2.dilate((lost > _HAZE).astype(np.uint8), _disc(_RIM * scale / COARSE))
    if veiled.any():
        small = cv2.resize(dark, lost.shape[::-1], interpolation=cv2.INTER_AREA)
        wide = cv2.morphologyEx(small, cv2.MORPH_OPEN, _disc(_PEN * scale / COARSE))
        shade = cv2.resize(wide * veiled, dark.shape[::-1], interpolation=cv2.INTER_LINEAR)
        cv2.subtract(dark, shade.astype(np.uint8), dst=dark)
    box = np.ones((5, 5), np.uint8)
    steep = ((cv2.dilate(lost, box) - cv2.erode(lost, box)) > _STEEP).astype(np.uint8)
    unsure = cv2.resize(steep * np.uint8(_UNSURE), dark.shape[::-1], interpolation=cv2.INTER_LINEAR)
    cv2.subtract(dark, unsure, dst=dark)
    gone = np.pad((lost > BURNT).astype(np.uint8), 1, constant_values=1)
    near = cv2.dilate(gone, _disc(_EDGE * scale / COARSE))[1:-1, 1:-1]
    dark[cv2.resize(near, dark.shape[::-1], interpolation=cv2.INTER_NEAREST) > 0] = 0


def _disc(radius: float) -> Array:
    n = max(1, round(radius)) * 2 + 1
    return np.asarray(cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (n, n)))


def _strokes(weak: Array, strong: Array, plain: Mask, scale: float) -> Mask:
    """Connected places that are dark enough somewhere, large enough, and not only crumbs along print."""
    count, label, facts, _ = cv2.connectedComponentsWithStats(weak.astype(np.uint8), connectivity=8)
    keep = np.zeros(count, bool)
    keep[np.unique(label[strong])] = True
    area = facts[:, cv2.CC_STAT_AREA]
    keep &= area > (_SMALLEST * scale) ** 2
    keep &= np.bincount(label[plain > 0], minlength=count) > 0.25 * area
    keep[0] = False
    return np.asarray(keep[label].astype(np.uint8) * 255, np.uint8)


def legibility(mask: Mask, dark: Grey, scale: float) -> Legibility:
    """How well handwriting can be read, from the middle of its strokes."""
    away = cv2.distanceTransform(mask, cv2.DIST_L2, 3)
    ridge = (away >= cv2.dilate(away, np.ones((3, 3), np.uint8)) - 0.01) & (away >= 1.4)
    count = int(np.count_nonzero(ridge))
    if count < 50:
        return Legibility(count)
    levels = dark[ridge] / 255
    width = float(np.median(away[ridge])) * 2 / scale
    return Legibility(count, float(np.median(levels)), float(np.percentile(levels, 10)), width)
