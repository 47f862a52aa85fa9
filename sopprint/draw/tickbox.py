"""Tick boxes with their labels: one, or a row of them that share a size.

Purpose: every element that has something to tick draws it here, so that boxes look and read alike. Not here: lists
over several rows (`checks.py`, `ticks.py`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from sopprint.draw.labels import ON_MIDDLE
from sopprint.draw.lettering import SHORTER_FORM, Lettering, fit, measure_all, put
from sopprint.geometry import Box, rounded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sopprint.draw.pen import Pen
    from sopprint.resolve.words import Phrase

Spread = Literal["left", "center", "spread"]

SIDE = 1.12  # label sizes
LABEL_GAP = 0.4  # label sizes from the box to its label
LEAST_GAP = 30.0  # between one label and the next box
_RADIUS = 8.0
_STYLE = "tick"


def label_offset(size: float) -> float:
    """From a box's left edge to the start of its label (u)."""
    return (SIDE + LABEL_GAP) * size


def tick_box(pen: Pen, x: float, baseline: float, size: float, tag: int | None) -> Box:
    """Draw a box to tick, level with the capitals of a label of this size; `x` is its left edge (u)."""
    side = SIDE * size
    box = Box.sized(x, baseline - ON_MIDDLE * size - side / 2, side, side)
    pen.paint(
        rounded(box, _RADIUS), fill=pen.colour("paper"), stroke=pen.colour("ink"), width="tick", tag=tag, name="tick"
    )
    return box


def tick_list(pen: Pen, parent: int) -> int:
    """The structure element that holds tick items."""
    return pen.tag("L", parent, attributes=(("List", "ListNumbering", "None"),))


def tick_item(pen: Pen, list_tag: int, made: Lettering, x: float, baseline: float) -> Box:
    """A box and its fitted label, the first line level with the box."""
    item = pen.tag("LI", list_tag)
    box = tick_box(pen, x, baseline, made.size, pen.tag("Lbl", item, alt=pen.shared("alt", "tick-box").text))
    words = put(pen, made, x + label_offset(made.size), baseline, tag=pen.tag("LBody", item))
    return box.union(words)


def tick_row(
    pen: Pen,
    phrases: Sequence[Phrase],
    parent: int,
    x: float,
    baseline: float,
    room: float,
    *,
    size: float,
    gap: float = 56.0,
    align: Spread = "left",
    brief: bool = False,
) -> Box:
    """Tick boxes side by side in `room` u from `x`; returns the box they fill.

    Gaps close to 30 u before labels take their shorter forms, and those before the labels shrink, all alike.
    `spread` leaves the same space before, between and after.
    """
    labels = _fitted(pen, phrases, room, size, brief=brief)
    widths = [label_offset(made.size) + made.width for made in labels]
    free = room - sum(widths)
    start, step = _spacing(free, len(labels), gap, align)
    list_tag = tick_list(pen, parent)
    filled = Box(x + start, baseline, x + start, baseline)
    left = x + start
    for made, width in zip(labels, widths, strict=True):
        filled = filled.union(tick_item(pen, list_tag, made, left, baseline))
        left += width + step
    return filled


def _spacing(free: float, count: int, gap: float, align: Spread) -> tuple[float, float]:
    """Space before the first item and between items."""
    if align == "spread":
        even = free / (count + 1)
        return even, even
    between = min(gap, max(free, 0.0) / max(count - 1, 1))
    return (0.0, between) if align == "left" else ((free - between * (count - 1)) / 2, between)


def _fitted(pen: Pen, phrases: Sequence[Phrase], room: float, size: float, *, brief: bool) -> tuple[Lettering, ...]:
    start = pen.size_of(_STYLE, size)
    inside = room - LEAST_GAP * (len(phrases) - 1)

    def ems(phrase: Phrase, form: int) -> float:
        return measure_all(pen, phrase, _STYLE, 1.0, form)

    def largest(form: int) -> float:
        return inside / sum(SIDE + LABEL_GAP + ems(phrase, form) for phrase in phrases)

    form = -1 if brief or largest(0) < start * SHORTER_FORM else 0
    em = min(start, largest(form))
    return tuple(
        fit(pen, phrase, _STYLE, ems(phrase, form) * em, size=size, shared=True, brief=form == -1) for phrase in phrases
    )
