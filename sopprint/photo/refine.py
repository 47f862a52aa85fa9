"""The last millimetres: printed details of the empty poster are slid over the photograph, and the mapping fitted.

Corner-like spots, one in each cell of a grid so that the whole sheet has a say; normalised correlation with a peak
between pixels; a robust fit of homography and lens, then of the sheet's bend. How many details are found where they
must be tells this poster from another, or from itself in another language. Not here: the first guess.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import cv2
import numpy as np

from sopprint.photo.mapping import TERMS, Lens, Mapping, projected, taken
from sopprint.photo.marks import shrunk

if TYPE_CHECKING:
    from sopprint.photo.arrays import Array, Grey, Points

SCALE = 0.5  # pixels per u while details are compared
_HALF = 18  # pixels: details are 37 x 37
_REACH = (60.0, 24.0, 14.0, 10.0)  # u that a detail may be away, pass by pass
_BEND = (3, 6, 10, TERMS)  # terms of the bend, pass by pass
_LIKE = 0.55  # correlation of a detail that is there
_LEAST = 12  # details for a fit
_CELLS = (14, 10)  # along the long side, along the short side
_EDGE_STRENGTH = 30.0  # of the weaker direction of a corner-like spot


@dataclass(frozen=True, slots=True)
class Details:
    """Spots of the empty poster worth looking for: pixels at SCALE, and the evened picture around them."""

    at: Array  # n x 2, whole pixels
    evened: Array


@dataclass(frozen=True, slots=True)
class Refined:
    """A mapping, the share of details that were found where it puts them, and their median distance in u."""

    mapping: Mapping
    agreement: float
    error: float


@dataclass(frozen=True, slots=True)
class _Seen:
    """Details found: where they are on the poster, where the photograph shows them (both u), and how alike."""

    at: Points
    off: Points
    like: Array


def details(grey: Grey) -> Details:
    """Choose details of an empty poster's grey picture at SCALE."""
    corners = cv2.cornerMinEigenVal(grey.astype(np.float32), 9)
    height, width = grey.shape
    across, down = _CELLS if width > height else _CELLS[::-1]
    spots = []
    for rows in np.array_split(np.arange(_HALF, height - _HALF), down):
        for columns in np.array_split(np.arange(_HALF, width - _HALF), across):
            cell = corners[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
            y, x = np.unravel_index(cell.argmax(), cell.shape)
            if cell[y, x] > _EDGE_STRENGTH:
                spots.append((x + columns[0], y + rows[0]))
    return Details(np.array(spots, np.int64).reshape(-1, 2), evened(grey))


def evened(grey: Grey) -> Array:
    """Local mean 0 and contrast 1, whatever the light; flat paper stays near 0."""
    g = grey.astype(np.float32)
    g -= cv2.GaussianBlur(g, (0, 0), 9)
    return g / np.sqrt(cv2.GaussianBlur(g * g, (0, 0), 9) + 30)


def refine(grey: Grey, start: Mapping, known: Details, passes: int = len(_REACH)) -> Refined:
    """Fit a mapping to the printed details, from a guess that is at most 60 u off; fewer passes tell less."""
    factor, small = _copy(grey, start)
    now = Refined(start, 0.0, float("inf"))
    for reach, terms in zip(_REACH[:passes], _BEND[:passes], strict=True):
        picture = taken(small, now.mapping, SCALE, shrunk=factor)
        seen = _look(evened(picture), known, int(reach * SCALE))
        if len(seen.at) < _LEAST:
            break
        fitted = _fit(now.mapping, seen, terms)
        visible = _inside(fitted.mapping, known, grey)
        now = replace(fitted, agreement=fitted.agreement / max(visible, _LEAST))
    return now


def squared(grey: Grey, mapping: Mapping) -> Array:
    """The photograph squared up at SCALE and evened, as the empty poster of `details` is."""
    factor, small = _copy(grey, mapping)
    return evened(taken(small, mapping, SCALE, shrunk=factor))


def _copy(grey: Grey, mapping: Mapping) -> tuple[float, Grey]:
    """A copy of the photograph that is just large enough, and how much smaller it is."""
    factor = min(1.0, SCALE * 1.3 / float(mapping.density(np.array(mapping.size) / 2)[0]))
    return factor, shrunk(grey, factor)


def _inside(mapping: Mapping, known: Details, grey: Grey) -> int:
    """How many details lie within the frame."""
    q = mapping((known.at + 0.5) / SCALE)
    return int(np.count_nonzero(((q >= 0) & (q < grey.shape[::-1])).all(1)))


# ------------------------------------------------------------------------------------------ looking


def _look(picture: Array, known: Details, reach: int) -> _Seen:
    found = [(x, y, *peak) for x, y in known.at if (peak := _peak(picture, known.evened, int(x), int(y), reach))]
    table = np.array(found, np.float64).reshape(-1, 5)
    return _Seen((table[:, :2] + 0.5) / SCALE, table[:, 2:4] / SCALE, table[:, 4])


def _peak(picture: Array, evened: Array, x: int, y: int, reach: int) -> tuple[float, float, float] | None:
    """How far off a detail is, in pixels, and how alike; None when it is not there."""
    height, width = picture.shape
    room = min(reach, min(x, y, width - 1 - x, height - 1 - y) - _HALF)
    if room < 2:
        return None
    out = _HALF + room
    like = cv2.matchTemplate(
        picture[y - out : y + out + 1, x - out : x + out + 1],
        evened[y - _HALF : y + _HALF + 1, x - _HALF : x + _HALF + 1],
        cv2.TM_CCOEFF_NORMED,
    )
    _, best, _, (px, py) = cv2.minMaxLoc(like)
    if best < _LIKE or not (0 < px < 2 * room and 0 < py < 2 * room):
        return None
    dx = _vertex(like[py, px - 1], like[py, px], like[py, px + 1])
    dy = _vertex(like[py - 1, px], like[py, px], like[py + 1, px])
    return px - room + dx, py - room + dy, best


def _vertex(before: float, at: float, after: float) -> float:
    """Where the parabola through three values has its top, from the middle one."""
    return float(0.5 * (before - after) / (before - 2 * at + after - 1e-9))


# ------------------------------------------------------------------------------------------ fitting


def _fit(mapping: Mapping, seen: _Seen, terms: int) -> Refined:
    """`agreement` comes back as a count."""
    target = mapping(seen.at + seen.off)
    spread = np.ptp(seen.at, axis=0) > 0.6 * np.array(mapping.size)
    if len(seen.at) >= 20 and spread.all():
        mapping = _fit_lens(mapping, seen, target)
    flat = replace(mapping, bend=np.zeros((TERMS, 2)))
    bent, error = _fit_bend(flat, seen, target, terms if len(seen.at) > 40 else min(terms, 6))
    limit = 3 * _tolerance(error, 1.2, 1.5)
    good = error < limit
    return Refined(bent, float(np.count_nonzero(good)), float(np.median(error[good])) if good.any() else float("inf"))


def _tolerance(error: Array, least: float, times: float) -> float:
    return max(least, times * float(np.median(error)))


def _fit_bend(flat: Mapping, seen: _Seen, target: Points, terms: int) -> tuple[Mapping, Array]:
    """The smooth shift in u that takes what is left, and what it leaves at each detail."""
    left_over = _in_units(flat, seen.at, target)
    basis = flat.basis(seen.at)[:, :terms]
    stiff = np.diag([0.0] * 3 + [0.3] * 7 + [1.0] * 5)[:terms, :terms]
    weight = seen.like
    for _ in range(12):
        weighted = basis * weight[:, None]
        found = np.linalg.solve(basis.T @ weighted + stiff, weighted.T @ left_over)
        error = np.linalg.norm(basis @ found - left_over, axis=1)
        weight = seen.like / (1 + (error / _tolerance(error, 1.2, 1.5)) ** 2) ** 2
    bend = np.zeros((TERMS, 2))
    bend[:terms] = found
    return replace(flat, bend=bend), error


def _in_units(flat: Mapping, at: Points, target: Points) -> Points:
    """How far from `at` the targets lie on the poster, to first order."""
    here = flat(at)
    along, down = ((flat(at + step) - here) / 2 for step in ((2, 0), (0, 2)))
    return np.asarray(np.linalg.solve(np.stack([along, down], -1), (target - here)[..., None])[..., 0], np.float64)


def _fit_lens(mapping: Mapping, seen: _Seen, target: Points) -> Mapping:
    """Homography and one radial term together: robust Gauss-Newton on nine numbers.

    The lens is held near 0 where the details say little of it.
    """
    centre, size = seen.at.mean(0), float(seen.at.std())
    norm = np.array([[1 / size, 0, -centre[0] / size], [0, 1 / size, -centre[1] / size], [0, 0, 1]])
    source = (seen.at - centre) / size
    start = mapping.homography @ np.linalg.inv(norm)
    x = np.append((start / start[2, 2]).ravel()[:8], mapping.lens.strength)
    steps = np.diag(np.abs(np.append(x[:8], 1)).clip(1e-3) * 1e-5)
    for _ in range(8):
        error = target - _through(source, x, mapping.lens)
        length = np.linalg.norm(error, axis=1)
        weight = np.sqrt(seen.like) / (1 + (length / _tolerance(length, 0.5, 2)) ** 2)
        j = (_slopes(source, x, steps, mapping.lens) * weight[:, None, None]).reshape(-1, 9)
        hold = 1e-9 * (j**2).sum(0)
        hold[8] += 0.4 * len(source)
        pull = j.T @ (error * weight[:, None]).ravel()
        pull[8] -= hold[8] * x[8]
        x = x + np.linalg.solve(j.T @ j + np.diag(hold), pull)
    return replace(mapping, homography=_square(x) @ norm, lens=replace(mapping.lens, strength=float(x[8])))


def _slopes(source: Points, x: Array, steps: Array, lens: Lens) -> Array:
    """How each point moves with each number: n x 2 x 9."""
    each = [(_through(source, x + step, lens) - _through(source, x - step, lens)) / (2 * step.sum()) for step in steps]
    return np.stack(each, 2)


def _square(x: Array) -> Array:
    return np.append(x[:8], 1).reshape(3, 3)


def _through(source: Points, x: Array, lens: Lens) -> Points:
    return replace(lens, strength=float(x[8]))(projected(source, _square(x)))
