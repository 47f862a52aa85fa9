"""From photographs of one poster to its squared-up picture, the handwriting, and what is lost.

The way: place, take out, even the light, find the glare, merge, find the ink, judge. Photographs are worked on one
after the other, and pictures stay bytes, so that three large ones fit in memory. Not here: files, codes, private zones.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import cv2
import numpy as np

from sopprint.photo import blank as empty
from sopprint.photo import glare, ink, light, quality
from sopprint.photo.changes import changed
from sopprint.photo.covered import SCALE, covered
from sopprint.photo.mapping import reached, taken
from sopprint.photo.merge import merge
from sopprint.photo.place import Known, place
from sopprint.photo.values import NotPlacedError, Placed, Squared

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sopprint.photo.arrays import Array, Image, Light, Mask
    from sopprint.photo.quality import Measures
    from sopprint.photo.values import Blank, Finding, Photo

MOST = 3  # photographs that are merged; more add little
LARGEST = 1.0  # pixels per u; ten million pixels of a 24 x 36 in poster


@dataclass(frozen=True, slots=True)
class _Shot:
    placed: Placed
    measures: Measures

    @property
    def worth(self) -> float:
        return self.measures.sharpness * (1 - self.measures.outside)


@dataclass(frozen=True, slots=True)
class _Clear:
    """An evened picture and what is lost in it."""

    pixels: Image
    lost: Light
    findings: tuple[Finding, ...]


def square(photos: Sequence[Photo | Placed], blank: Blank) -> Squared:
    """Make one squared-up picture of up to three photographs of a poster; of more the best are taken.

    Photographs that show another poster are left out with a finding. Raises NotPlacedError when none is left.
    """
    placed, findings = _placed(photos, blank)
    shots = [_Shot(p, quality.measure(p, _grey(p))) for p in placed]
    used = sorted(shots, key=lambda shot: -shot.worth)[:MOST]
    scale = _scale(used)
    drawn = empty.picture(blank, scale)
    clear = [_clear(shot, drawn, scale) for shot in used]
    merged = merge([c.pixels for c in clear], [c.lost for c in clear], [s.measures.sharpness for s in used])
    error = max(shot.placed.error for shot in used)
    writing = ink.find(merged.pixels, drawn, merged.lost, scale, error)
    for each in clear:
        findings += each.findings
    findings += _changes(used, clear, blank, scale)
    findings += quality.of_lost(merged.lost, blank, scale)
    findings += quality.of_writing(writing, blank, scale)
    lost = glare.lost(merged.lost, writing.mask.shape)
    names = tuple(shot.placed.photo.name for shot in used)
    return Squared(blank, scale, merged.pixels, writing.mask, lost, tuple(findings), names)


def _placed(photos: Sequence[Photo | Placed], blank: Blank) -> tuple[list[Placed], list[Finding]]:
    known = Known(blank)
    placed: list[Placed] = []
    findings: list[Finding] = []
    for photo in photos:
        try:
            placed.append(photo if isinstance(photo, Placed) else place(photo, known))
        except NotPlacedError as refused:
            findings += refused.findings
    if not placed:
        raise NotPlacedError(*findings)
    return placed, findings


def _grey(placed: Placed) -> Mask:
    return cv2.cvtColor(placed.photo.pixels, cv2.COLOR_RGB2GRAY).astype(np.uint8)


def _scale(shots: Sequence[_Shot]) -> float:
    """As many pixels as the best photograph has, in hundredths so that a pixel is the same size all over."""
    return min(LARGEST, max(0.2, int(100 * max(shot.measures.middle for shot in shots)) / 100))


def _clear(shot: _Shot, drawn: Image, scale: float) -> _Clear:
    mapping, photo, blank = shot.placed.to_photo, shot.placed.photo, shot.placed.blank
    picture = taken(photo.pixels, mapping, scale, smooth=True)
    seen = reached(mapping, photo.pixels.shape, scale)
    cover = covered(*(_resized(a, empty.pixels(blank, SCALE)) for a in (picture, drawn, seen)))
    seen[_resized(cover, (seen.shape[1], seen.shape[0])) > 127] = 0
    evened = light.even(picture, drawn, _telling(seen, shot.placed, scale), scale)
    findings = (*quality.of_photo(shot.placed, shot.measures), *quality.of_cover(cover, photo.name))
    return _Clear(evened.pixels, glare.glare(picture, evened.field.veil, seen), findings)


def _telling(seen: Mask, placed: Placed, scale: float) -> Mask:
    """What tells of the light: not the places of marks that were not found. A hand there would pass for lit-up black,
    and marks are most of the black on a poster.
    """
    hidden = [corners for index, corners in empty.marks(placed.blank).items() if index not in placed.marks]
    tells = seen.copy() if hidden else seen
    for corners in hidden:
        (left, top), (right, bottom) = (corners[[0, 2]] * scale).astype(int)
        margin = right - left
        tells[max(0, top - margin) : bottom + margin, max(0, left - margin) : right + margin] = 0
    return tells


def _changes(used: Sequence[_Shot], clear: Sequence[_Clear], blank: Blank, scale: float) -> Iterator[Finding]:
    """Each photograph against the best one."""
    for shot, each in zip(used[1:], clear[1:], strict=True):
        change = changed(clear[0].pixels, each.pixels, (clear[0].lost, each.lost), scale)
        yield from quality.of_changes(change, (used[0].placed.photo.name, shot.placed.photo.name), blank, scale)


def _resized(picture: Array, size: tuple[int, int]) -> Array:
    how = cv2.INTER_AREA if size[0] < picture.shape[1] else cv2.INTER_LINEAR
    return cv2.resize(picture, size, interpolation=how)
