"""What stands before the poster: a person, a hand, a folded corner.

Two signs: print that must show does not, or the paper has a colour or darkness that no smooth light gives it. Only what
reaches in over the poster's edge counts, since a sheet stuck on it or a large drawing in colour does not; and where
print shows through, it was a shadow. Not here: glare, which adds light.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np

from sopprint.photo.arrays import least, linear, most
from sopprint.photo.refine import evened
from sopprint.photo.room import foreign, off_light

if TYPE_CHECKING:
    from sopprint.photo.arrays import Array, Grey, Image, Light, Mask

SCALE = 0.25  # pixels per u
_LEAST_AREA = 14_400.0  # u², a hand
_WIDER_THAN_WRITING = 23  # pixels, 92 u: a hand, but no line of letters
_RIM = 5  # pixels at the poster's edge where the wall may show
_MARGIN = 10  # pixels that count as the edge
_WINDOW = 8.0  # pixels, over which print is compared
_MISSING, _SHOWING = 0.2, 0.5  # correlation of print that is hidden, and of print under a shadow
_PRINTED = 0.08  # mean square of evened print where there is some


def covered(square: Image, blank: Image, seen: Mask) -> Mask:
    """255 where something stands before the poster. Pictures are at SCALE and squared up."""
    alike, printed = _print_shows(square, blank)
    paper = _paper(blank)
    off = off_light(linear(square) / np.maximum(linear(blank), 0.02), paper & (seen > 0))
    odd = foreign(off) & paper
    odd |= printed & (alike < _MISSING)
    odd[:_RIM], odd[-_RIM:], odd[:, :_RIM], odd[:, -_RIM:] = (False,) * 4
    odd &= (least(square) < 236) & (off.mean(2) < 0.3) & (seen > 0)
    return _reaching_in(_solid(odd), seen, printed, alike)


def _print_shows(square: Image, blank: Image) -> tuple[Light, Array]:
    """Local correlation of the two, the best within two pixels, and where there is print to compare."""
    a, b = (evened(cv2.cvtColor(image, cv2.COLOR_RGB2GRAY).astype(np.uint8)) for image in (square, blank))
    aa, bb = (cv2.GaussianBlur(each * each, (0, 0), _WINDOW) for each in (a, b))
    shifts = ((0, 0), (2, 0), (-2, 0), (0, 2), (0, -2))
    ab = np.max([cv2.GaussianBlur(a * np.roll(b, shift, (0, 1)), (0, 0), _WINDOW) for shift in shifts], 0)
    return np.asarray(ab / np.sqrt(aa * bb + 1e-4), np.float32), np.asarray(bb > _PRINTED)


def _paper(blank: Image) -> Array:
    """Flat places of the drawing, tints among them; ink on them is thin, so `_solid` passes over it."""
    box = np.ones((3, 3), np.uint8)
    return np.asarray(most(cv2.dilate(blank, box) - cv2.erode(blank, box)) < 24) & (least(blank) > 110)


def _solid(odd: Array) -> Grey:
    """Without strokes and crumbs, and without holes of print."""
    mask = odd.astype(np.uint8)
    closed = cv2.morphologyEx(mask, cv2.MORPH_CLOSE, np.ones((5, 5), np.uint8))
    disc = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (_WIDER_THAN_WRITING,) * 2)
    return cv2.morphologyEx(closed, cv2.MORPH_OPEN, disc).astype(np.uint8)


def _reaching_in(solid: Grey, seen: Mask, printed: Array, alike: Light) -> Mask:
    """The parts that come in over the edge and hide print."""
    inside = np.pad(seen, _MARGIN)
    edge = cv2.erode(inside, np.ones((2 * _MARGIN + 1,) * 2, np.uint8))[_MARGIN:-_MARGIN, _MARGIN:-_MARGIN] == 0
    count, label, facts, _ = cv2.connectedComponentsWithStats(solid, connectivity=8)
    keep = np.zeros(count, bool)
    for part in range(1, count):
        here = label == part
        large = facts[part, cv2.CC_STAT_AREA] > _LEAST_AREA * SCALE**2
        keep[part] = large and (here & edge).any() and not _shows(alike[here & printed])
    grown = cv2.dilate(keep[label].astype(np.uint8), np.ones((11, 11), np.uint8))
    return np.asarray(grown * np.uint8(255), np.uint8)


def _shows(alike: Light) -> bool:
    return len(alike) > 20 and float(np.median(alike)) > _SHOWING
