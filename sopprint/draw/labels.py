"""Labels of panels, fields and tables: how far they stand in, and when they take a second line.

Purpose: one rule for every element that letters a label at its edge. Not here: sizes and shorter forms
(`lettering.py`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from sopprint.draw.lettering import SHORTER_FORM, Lettering, fit, measure, measure_all

if TYPE_CHECKING:
    from sopprint.draw.pen import Pen
    from sopprint.resolve.words import Phrase

ON_MIDDLE = 0.35  # sizes from the middle of a band down to the baseline of words in it
HINT_GAP = 24.0
HINT_DROP = 1.38  # hint sizes from a label's baseline down to that of the hint under it
_NARROW, _WIDE = 800.0, 1200.0


def side_pad(width: float) -> float:
    """How far words stand in from the inside of a panel's outline, by the panel's width (u)."""
    if width < _NARROW:
        return 30.0
    return 34.0 if width < _WIDE else 42.0


def fit_label(
    pen: Pen, phrase: Phrase, style_name: str, room: float, *, size: float | None = None, most: int = 2
) -> Lettering:
    """Fit a label whose size all its kind share; it takes another line before it shrinks under 90 %."""
    asked = pen.size_of(style_name, size)
    wide = min(measure(pen, form, style_name, asked * SHORTER_FORM) for form in phrase.forms)
    return fit(pen, phrase, style_name, room, size=size, lines=1 if wide <= room else most, shared=True, under=most)


def level(hint: Lettering, label: Lettering) -> Lettering:
    """A hint beside a label, its second language level with that of the label."""
    return hint if hint.second is None or label.second is None else replace(hint, step=label.step)


def width_of(pen: Pen, phrase: Phrase, style_name: str, size: float | None = None) -> float:
    """How wide the full words are at their full size on this paper (u)."""
    return measure_all(pen, phrase, style_name, pen.size_of(style_name, size))
