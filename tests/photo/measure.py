"""How far a result is from its truth: millimetres, colour differences, shares of strokes and of glare."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import cv2
import numpy as np

from sopprint.photo import blank as empty
from sopprint.photo.arrays import Array, Image, Mask, least

if TYPE_CHECKING:
    from sopprint.photo.values import Placed, Squared
    from tests.photo.simulate import Shot

TOLERANCE = 4.0  # u that ink may be off


def off_by(shot: Shot, placed: Placed) -> Array:
    """How far places all over the sheet are from where they should be, in mm on paper 24 in wide."""
    width, height = empty.size(placed.blank)
    grid = np.stack(np.meshgrid(np.linspace(60, width - 60, 36), np.linspace(60, height - 60, 26)), -1).reshape(-1, 2)
    at = placed.to_photo(grid)
    frame = shot.photo.pixels.shape[1::-1]
    inside = ((at > 0) & (at < frame)).all(1)
    return np.linalg.norm(shot.to_photo.back(at[inside]) - grid[inside], axis=1) * 24 * 25.4 / 2400


@dataclass(frozen=True, slots=True)
class Colour:
    """Differences CIEDE2000 of cells of paper and of tints, spread of their lightness, and inks whose hue changed."""

    plain: float
    tints: float
    spread: float
    wrong_hues: tuple[str, ...]


def colour(shot: Shot, result: Squared) -> Colour:
    shape = result.pixels.shape
    truth = _fitted(shot.blank, shape)
    away = cv2.dilate(cv2.max(_fitted(shot.strokes, shape), result.lost), np.ones((25, 25), np.uint8)) > 0
    veiled = cv2.resize(shot.glare, shape[1::-1]) > 0.1
    box = np.ones((9, 9), np.uint8)
    flat = (cv2.dilate(truth, box) - cv2.erode(truth, box)).max(2) < 6
    good = flat & ~away & ~veiled
    white = good & (least(truth) > 225)
    tints = good & (least(truth) < 225) & (least(truth) > 90)
    plain, lightness = _differences(result.pixels, truth, white)
    tinted, _ = _differences(result.pixels, truth, tints)
    return Colour(float(np.median(plain)), float(np.median(tinted)) if len(tinted) else 0.0, float(np.std(lightness)),
                  _hues(shot, result))  # fmt: skip


def _differences(image: Image, truth: Image, where: Array) -> tuple[Array, Array]:
    """CIEDE2000 and difference of lightness of the means of cells of 24 pixels."""
    n = 24
    rows, columns = where.shape[0] // n, where.shape[1] // n

    def cells(a: Array) -> Array:
        return a[: rows * n, : columns * n].reshape(rows, n, columns, n, -1).mean((1, 3))

    weight = cells(where[..., None].astype(np.float32))[..., 0]
    use = weight > 0.5
    if not use.any():
        return np.zeros(1), np.zeros(1)
    lab = [cells(_lab(picture) * where[..., None])[use] / weight[use][:, None] for picture in (image, truth)]
    return ciede2000(*lab), lab[0][:, 0] - lab[1][:, 0]


def _lab(image: Image) -> Array:
    return cv2.cvtColor(image.astype(np.float32) / 255, cv2.COLOR_RGB2LAB)


def ciede2000(a: Array, b: Array) -> Array:
    """Colour difference of CIE 142-2001, n x 3 Lab each."""
    c1, c2 = np.hypot(a[:, 1], a[:, 2]), np.hypot(b[:, 1], b[:, 2])
    mean7 = ((c1 + c2) / 2) ** 7
    g = 0.5 * (1 - np.sqrt(mean7 / (mean7 + 25.0**7)))
    a1, a2 = (1 + g) * a[:, 1], (1 + g) * b[:, 1]
    c1, c2 = np.hypot(a1, a[:, 2]), np.hypot(a2, b[:, 2])
    h1, h2 = np.degrees(np.arctan2(a[:, 2], a1)) % 360, np.degrees(np.arctan2(b[:, 2], a2)) % 360
    dh = (h2 - h1 + 180) % 360 - 180
    hue = np.where(np.abs(h1 - h2) > 180, (h1 + h2 + 360) / 2, (h1 + h2) / 2)
    level, chroma = (a[:, 0] + b[:, 0]) / 2, (c1 + c2) / 2
    turn = np.radians
    t = (
        1 - 0.17 * np.cos(turn(hue - 30)) + 0.24 * np.cos(turn(2 * hue)) + 0.32 * np.cos(turn(3 * hue + 6))
        - 0.20 * np.cos(turn(4 * hue - 63))
    )  # fmt: skip
    sl = 1 + 0.015 * (level - 50) ** 2 / np.sqrt(20 + (level - 50) ** 2)
    sc, sh = 1 + 0.045 * chroma, 1 + 0.015 * chroma * t
    rc = 2 * np.sqrt(chroma**7 / (chroma**7 + 25.0**7))
    rt = -np.sin(turn(60 * np.exp(-(((hue - 275) / 25) ** 2)))) * rc
    dl, dc = (b[:, 0] - a[:, 0]) / sl, (c2 - c1) / sc
    dhh = 2 * np.sqrt(c1 * c2) * np.sin(turn(dh / 2)) / sh
    return np.sqrt(np.maximum(dl**2 + dc**2 + dhh**2 + rt * dc * dhh, 0))


def _hues(shot: Shot, result: Squared) -> tuple[str, ...]:
    """Inks of the photograph whose hue came out more than 25 degrees wrong, or black that came out coloured."""
    truth = _lab(_fitted(shot.filled, result.pixels.shape))
    made = _lab(result.pixels)
    wrong = set()
    for name, word in shot.colours:
        at = np.round(word * result.scale - 0.5).astype(int)
        at = at[result.lost[at[:, 1], at[:, 0]] == 0]
        if len(at) < 20:
            continue
        want, have = (np.median(lab[at[:, 1], at[:, 0]], 0) for lab in (truth, made))
        if name == "black":
            odd = np.hypot(*have[1:]) > 25
        else:
            odd = abs((np.degrees(np.arctan2(have[2], have[1]) - np.arctan2(want[2], want[1])) + 180) % 360 - 180) > 25
        if odd:
            wrong.add(name)
    return tuple(sorted(wrong))


@dataclass(frozen=True, slots=True)
class Found:
    """Shares: what is found of what there is, and what is right of what was found."""

    recall: float
    precision: float


def ink(shot: Shot, result: Squared) -> Found:
    """Of handwriting that is not lost, where the print under it is light."""
    shape = result.pixels.shape
    truth = _fitted(shot.strokes, shape) > 127
    visible = (result.lost == 0) & (least(cv2.erode(_fitted(shot.blank, shape), np.ones((5, 5), np.uint8))) > 185)
    there, found = truth & visible, result.ink > 0
    return Found(
        _share(there & _grown(found, TOLERANCE * result.scale), there),
        _share(found & _grown(truth, TOLERANCE * result.scale), found),
    )


def words_lost(shot: Shot, result: Squared) -> int:
    """Words of which less than half is found, on light print and not lost."""
    found = _grown(result.ink > 0, TOLERANCE * result.scale)
    lost = 0
    for _, word in shot.colours:
        at = np.round(word * result.scale - 0.5).astype(int)
        seen = at[result.lost[at[:, 1], at[:, 0]] == 0]
        lost += len(seen) > 0.5 * len(at) and found[seen[:, 1], seen[:, 0]].mean() < 0.5
    return lost


def burnt(shot: Shot, result: Squared) -> Found:
    """Of what the sensor saw as white: how much is marked as lost, and how much of that is right, within 12 u."""
    truth = _fitted(shot.burnt, result.pixels.shape) > 127
    found = result.lost > 0
    return Found(_share(truth & found, truth), _share(found & _grown(truth, 12 * result.scale), found))


def _share(part: Array, of: Array) -> float:
    return float(np.count_nonzero(part) / max(1, np.count_nonzero(of))) if of.any() else 1.0


def _grown(mask: Array, by: float) -> Array:
    n = max(1, round(by)) * 2 + 1
    return cv2.dilate(mask.astype(np.uint8), cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (n, n))) > 0


def _fitted(image: Image | Mask, shape: tuple[int, ...]) -> Image:
    return cv2.resize(image, (shape[1], shape[0]), interpolation=cv2.INTER_AREA)
