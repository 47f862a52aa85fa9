"""Where what is drawn from left to right stands on a page that is read from right to left.

Purpose: elements know only left to right; the pen asks a `Placing` for the place on the page of each path, picture and
line of text. Not here: which pages are mirrored (`layout/poster.py`), the order of words on a line (`text/bidi/`).
Source: design language, section 15: mirror the page, not the pictures.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from sopprint.geometry import Box, Matrix

if TYPE_CHECKING:
    from sopprint.geometry import Path


class Placing(Struct, frozen=True):
    """Where x stands on the page: at `shift` + x, or at `shift` - x where `mirrored` (u)."""

    shift: float = 0.0
    mirrored: bool = False

    @classmethod
    def across(cls, left: float, right: float) -> Placing:
        """What was drawn at one of two sides stands at the other."""
        return cls(left + right, mirrored=True)

    def start(self, x: float, width: float) -> float:
        """The left end on the page of something `width` wide that was drawn from x on and keeps facing as it does."""
        return self.shift - (x + width) if self.mirrored else self.shift + x

    def box(self, box: Box) -> Box:
        if self.mirrored:
            return Box(self.shift - box.right, box.top, self.shift - box.left, box.bottom)
        return box.shifted(self.shift, 0.0)

    def path(self, path: Path) -> Path:
        return path.transformed(Matrix(a=-1.0 if self.mirrored else 1.0, e=self.shift))

    def between(self, left: float, right: float) -> Placing:
        """For what is mirrored by itself, between two sides that stay (u)."""
        return Placing.across(left, right) if self.mirrored else self

    def upright(self, box: Box) -> Placing:
        """For a drawing inside `box` that moves with it, but is not turned around."""
        return Placing(self.shift - box.left - box.right) if self.mirrored else self
