"""The corner marks in a photograph: found, told apart, and the set that belongs to one poster chosen.

Several marks may have one id: other posters hang in the room. One search in the full picture misses what a smaller
copy shows, so copies of three sizes are searched, with local contrast where glare or shadow lies. Not here: the
position of the sheet to a fraction of a millimetre; blur pulls the corners of a mark inward (`refine.py`).
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING, Any

import cv2
import numpy as np

from sopprint.photo.mapping import projected

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sopprint.photo.arrays import Array, Grey, Points

_LONG_SIDES = (1600, 2600, 4400)  # pixels of the copies that are searched
_SAME_ID = 4  # marks of one id that are looked at; a room has few posters
_MOST_OFF = 0.25  # of a mark's side: marks that agree less belong to two sheets


@dataclass(frozen=True, slots=True)
class Mark:
    """An id and the mark's corners in photo pixels, 4 x 2, clockwise from the mark's own top left."""

    id: int
    corners: Points

    @property
    def side(self) -> float:
        return float(np.linalg.norm(self.corners - np.roll(self.corners, 1, 0), axis=1).mean())

    def same(self, other: Mark) -> bool:
        apart = np.linalg.norm(self.corners.mean(0) - other.corners.mean(0))
        return self.id == other.id and bool(apart < 0.7 * self.side)


@dataclass(frozen=True, slots=True)
class MarkSet:
    """The marks of one poster: which of the expected sets they fit, u → photo, and how far off the worst corner is.

    `off` is a share of a mark's side.
    """

    marks: tuple[Mark, ...]
    which: int
    homography: Array
    off: float


def find(grey: Grey) -> tuple[Mark, ...]:
    """All corner marks in a photograph."""
    found: list[Mark] = []
    for copy, factor, contrast in _copies(grey):
        for mark in _detected(copy, factor, adaptiveThreshConstant=3 if contrast else 7):
            if not any(mark.same(other) for other in found):
                found.append(mark)
        if len({mark.id for mark in found}) == 4:
            break
    return tuple(_sharpened(grey, mark) for mark in found)


def _copies(grey: Grey) -> Iterator[tuple[Grey, float, bool]]:
    """Pictures to search, how much smaller they are, and whether their contrast was evened."""
    for long_side in _LONG_SIDES:
        factor = min(1.0, long_side / max(grey.shape))
        copy = shrunk(grey, factor)
        yield copy, factor, False
        if long_side == _LONG_SIDES[0]:
            yield cv2.createCLAHE(4, (12, 12)).apply(copy).astype(np.uint8), factor, True
        if factor == 1.0:
            return


def shrunk(image: Array, factor: float) -> Array:
    """A smaller copy; the picture itself for a factor of 1."""
    return image if factor >= 1 else cv2.resize(image, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA)


def _detected(grey: Grey, factor: float, **settings: float) -> list[Mark]:
    corners, ids, _ = _detector(settings).detectMarkers(grey)
    if ids is None:
        return []
    return [
        Mark(int(index), (quad.reshape(4, 2).astype(np.float64) + 0.5) / factor - 0.5)
        for index, quad in zip(ids.ravel(), corners, strict=True)
    ]


def _detector(settings: Mapping[str, float]) -> Any:
    """OpenCV's detector for our four patterns alone; fewer patterns, fewer false marks."""
    parameters = cv2.aruco.DetectorParameters()
    parameters.adaptiveThreshWinSizeMin = 5
    parameters.adaptiveThreshWinSizeMax = 45
    parameters.adaptiveThreshWinSizeStep = 10
    parameters.minMarkerPerimeterRate = 0.012
    parameters.polygonalApproxAccuracyRate = 0.05
    parameters.cornerRefinementMethod = cv2.aruco.CORNER_REFINE_NONE
    parameters.errorCorrectionRate = 0.4
    parameters.minDistanceToBorder = 1
    for name, value in settings.items():
        setattr(parameters, name, value)
    every = cv2.aruco.getPredefinedDictionary(cv2.aruco.DICT_4X4_50)
    ours = cv2.aruco.Dictionary(every.bytesList[:4], 4, 1)
    return cv2.aruco.ArucoDetector(ours, parameters)


def _sharpened(grey: Grey, mark: Mark) -> Mark:
    """Corners moved to where the edges cross, unless they would run away."""
    edges = np.linalg.norm(mark.corners - np.roll(mark.corners, 1, 0), axis=1)
    reach = int(np.clip(edges.min() / 14, 2, 12))
    stop = (cv2.TERM_CRITERIA_EPS | cv2.TERM_CRITERIA_MAX_ITER, 40, 0.01)
    start = mark.corners.astype(np.float32).reshape(-1, 1, 2).copy()
    moved = cv2.cornerSubPix(grey, start, (reach, reach), (-1, -1), stop).reshape(4, 2)
    near = np.linalg.norm(moved - mark.corners, axis=1) < reach * 1.2
    return Mark(mark.id, np.where(near[:, None], moved, mark.corners).astype(np.float64))


# ------------------------------------------------------------------------------------------ which belong together


def choose(marks: Iterable[Mark], expected: Sequence[Mapping[int, Points]]) -> MarkSet | None:
    """The marks that lie as one of the expected sets (corners in u by id): most marks, then best fit, then largest."""
    by_id = [tuple(m for m in marks if m.id == index)[:_SAME_ID] for index in range(4)]
    best: tuple[tuple[int, int, float], MarkSet] | None = None
    for which, corners in enumerate(expected):
        for some in product(*((*same, None) for same in by_id)):
            made = _fitted(tuple(m for m in some if m is not None), which, corners)
            if made is None:
                continue
            area = _area(made, corners)
            rank = (len(made.marks), -round(made.off * 20) if len(made.marks) > 1 else 0, area)
            if area > 0 and (best is None or rank > best[0]):
                best = rank, made
    return best[1] if best else None


def _fitted(marks: tuple[Mark, ...], which: int, corners: Mapping[int, Points]) -> MarkSet | None:
    if not marks:
        return None
    source = np.vstack([corners[m.id] for m in marks])
    target = np.vstack([m.corners for m in marks])
    homography, _ = cv2.findHomography(source, target, 0)
    if homography is None:
        return None
    off = np.linalg.norm(projected(source, homography) - target, axis=1).max() / np.median([m.side for m in marks])
    return MarkSet(marks, which, homography, float(off)) if off <= _MOST_OFF else None


def _area(found: MarkSet, corners: Mapping[int, Points]) -> float:
    """Of the four outer corners in the photograph; 0 where the sheet would be folded or behind the camera."""
    outer = np.array([corners[0][0], corners[1][1], corners[3][2], corners[2][3]])
    quad = projected(outer, found.homography).astype(np.float32)
    return float(cv2.contourArea(quad)) if cv2.isContourConvex(quad) else 0.0


def look_again(grey: Grey, found: MarkSet, corners: Mapping[int, Points]) -> MarkSet:
    """The set with marks that were missed, looked for where the others say they must be."""
    have = {m.id for m in found.marks}
    new = [_at(grey, found.homography, index, corners[index]) for index in corners if index not in have]
    more = tuple(m for m in new if m is not None)
    return _fitted((*found.marks, *more), found.which, corners) or found if more else found


def _at(grey: Grey, homography: Array, index: int, corners: Points) -> Mark | None:
    """One mark in a squared-up patch with its contrast raised."""
    side = float(corners[1, 0] - corners[0, 0])
    pad = 2.4 * side
    left, top = corners[0] - pad
    n = int(side + 2 * pad)
    shift = np.array([[1, 0, -left], [0, 1, -top], [0, 0, 1.0]])
    patch = cv2.warpPerspective(grey, shift @ np.linalg.inv(homography), (n, n), flags=cv2.INTER_LINEAR)
    found = _detected(
        cv2.createCLAHE(3, (4, 4)).apply(patch).astype(np.uint8),
        1.0,
        minMarkerPerimeterRate=0.2,
        adaptiveThreshConstant=2,
        adaptiveThreshWinSizeMax=95,
        polygonalApproxAccuracyRate=0.07,
    )
    mark = next((m for m in found if m.id == index), None)
    return mark and _sharpened(grey, Mark(index, projected(mark.corners + corners[0] - pad, homography)))
