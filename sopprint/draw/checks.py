"""Tick boxes one under the other, words on balanced lines, then room for what the family adds.

Packed rows stand one row height apart; spread ones share the height so that the space between them is the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopprint.diagnostics import Diagnostic
from sopprint.draw.labels import ON_MIDDLE
from sopprint.draw.lettering import Lettering, fit, put
from sopprint.draw.tickbox import SIDE, label_offset, tick_item, tick_list
from sopprint.geometry import Box

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sopprint.draw.pen import Pen
    from sopprint.model.elements import Checks

_TOP = 14.0  # above the first of packed rows
_LINES = 2


def draw(spec: Checks, box: Box, pen: Pen) -> None:
    x = box.left + spec.padding
    asked = pen.size_of("tick", spec.label_size)
    room = box.width - 2 * spec.padding - label_offset(asked)
    phrases = pen.words.phrases("zones", spec.zone, "ticks")
    made = [fit(pen, phrase, "tick", room, size=spec.label_size, lines=_LINES, shared=True) for phrase in phrases]
    middles = _spread(made, box) if spec.spread else _packed(made, box.top + _TOP, spec.row)
    list_tag = tick_list(pen, pen.sect(spec.zone))
    for lettering, middle in zip(made, middles, strict=True):
        tick_item(pen, list_tag, lettering, x, middle + ON_MIDDLE * lettering.size)
    last = middles[-1] + made[-1].drop if made else box.top
    missing = last + SIDE * asked / 2 - box.bottom
    if missing > 0:
        message = f"the boxes of “{spec.zone}” need {missing:.0f} u more height on {pen.paper}"
        pen.report.add(Diagnostic("SP202", message, pen.locate(spec)))
    if spec.own:
        _own(pen, spec, box, x, last + spec.row)


def _packed(made: Sequence[Lettering], top: float, row: float) -> list[float]:
    """The middle of each box (u)."""
    middles = []
    for lettering in made:
        middles.append(top + row / 2)
        top += row + lettering.drop
    return middles


def _spread(made: Sequence[Lettering], box: Box) -> list[float]:
    sides = [SIDE * lettering.size for lettering in made]
    between = (box.height - sum(sides) - sum(m.drop for m in made)) / (len(made) + 1)
    middles = []
    top = box.top + between
    for lettering, side in zip(made, sides, strict=True):
        middles.append(top + side / 2)
        top += side + lettering.drop + between
    return middles


def _own(pen: Pen, spec: Checks, box: Box, x: float, middle: float) -> None:
    made = fit(pen, pen.say(spec.zone, "note"), "label", box.right - spec.padding - x, size=spec.label_size)
    tag = pen.tag("P", pen.sect(spec.zone))
    words = put(pen, made, x, middle + ON_MIDDLE * made.size, tag=tag)
    pen.region("write", spec.zone, Box(words.right + made.size / 2, middle - spec.row / 2, box.right, box.bottom))
