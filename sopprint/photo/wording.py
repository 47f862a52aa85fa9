"""Whether the printed lines of a poster read as they must: languages and editions share their drawing, not their words.

Each line is compared as a whole picture, at its place; no letters are read. A line of other words is alike by less
than half however blurred the photograph, the right one by more. A line that does not show is left out.
Not here: where the sheet lies (`refine.py`), codes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import cv2
import numpy as np

from sopprint.frame import TextItem
from sopprint.geometry import Box

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopprint.photo.arrays import Array, Mask
    from sopprint.photo.values import Blank

_LEAST_SIZE = 24.0  # u of type
_LEAST_WIDTH = 80.0  # u
_REACH = 6  # pixels that a line may be off
_ALIKE = 0.45
_OF_USUAL = 0.6  # of what the right lines of a photograph have
_SHOWS = 0.5  # contrast against that of the empty poster
_FEW = 5  # lines that say nothing yet


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line and its box in u. The stamp is the short print of words and layout beside the edition."""

    text: str
    box: Box
    stamp: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """Lines that show, lines among them that read otherwise, and whether the stamp is one."""

    shown: int
    otherwise: tuple[str, ...]
    stamp_differs: bool

    @property
    def share(self) -> float:
        """Of the lines that show, how many read as they must; 1 while too few show."""
        return 1 - len(self.otherwise) / self.shown if self.shown >= _FEW else 1.0

    @property
    def other_edition(self) -> bool:
        """The stamp differs, and so do words: one alone may have been written over."""
        return self.stamp_differs and len(self.otherwise) > 1


def lines(blank: Blank) -> tuple[Line, ...]:
    """Printed lines that are large enough to tell apart in a photograph."""
    return tuple(line for item in blank.page.items if isinstance(item, TextItem) for line in _of(item, blank))


def _of(item: TextItem, blank: Blank) -> Iterator[Line]:
    size, left, top = (v / blank.unit for v in (item.size, item.x, item.y - 0.75 * item.size))
    bottom = (item.y + 0.22 * item.size) / blank.unit
    before = f"{blank.edition} · "
    if item.text.startswith(before):
        skipped = sum(c.advance for c in item.clusters[: len(before)]) * item.size / item.units / blank.unit
        yield Line(item.text, Box(left + skipped, top, left + item.width / blank.unit, bottom), stamp=True)
    elif size >= _LEAST_SIZE and item.width / blank.unit >= _LEAST_WIDTH:
        yield Line(item.text, Box(left, top, left + item.width / blank.unit, bottom))


def read(seen: Array, evened: Array, inside: Mask, printed: tuple[Line, ...], scale: float) -> Reading:
    """Compare a squared-up picture's lines with those of the empty poster, both evened, at `scale` pixels per u.

    `inside` is 255 where the photograph reaches.
    """
    measured = [(line, _alike(seen, evened, inside, line.box.scaled(scale))) for line in printed]
    alike = [(line, value) for line, value in measured if value is not None]
    least = _least([value for _, value in alike])
    otherwise = [line for line, value in alike if value < least]
    return Reading(len(alike), tuple(line.text for line in otherwise), any(line.stamp for line in otherwise))


def _least(values: list[float]) -> float:
    """How alike a line must be here: a sharp photograph shows smaller differences."""
    right = [value for value in values if value >= _ALIKE]
    return max(_ALIKE, _OF_USUAL * float(np.median(right))) if right else _ALIKE


def _alike(seen: Array, evened: Array, inside: Mask, box: Box) -> float | None:
    """Correlation of a line with its place; None where it does not show."""
    left, top, right, bottom = (round(v) for v in (box.left, box.top, box.right + 1, box.bottom + 1))
    height, width = seen.shape
    r = _REACH
    if left < r or top < r or right + r > width or bottom + r > height:
        return None
    if not inside[top - r : bottom + r, left - r : right + r].all():
        return None
    want, have = evened[top:bottom, left:right], seen[top - r : bottom + r, left - r : right + r]
    if have[r:-r, r:-r].std() < _SHOWS * want.std():
        return None
    return float(cv2.matchTemplate(have, np.ascontiguousarray(want), cv2.TM_CCOEFF_NORMED).max())
