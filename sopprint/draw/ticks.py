"""A zone's tick boxes in a row or in columns, with its name before or above them. One under the other: `checks.py`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopprint.draw.labels import ON_MIDDLE
from sopprint.draw.lettering import fit, put
from sopprint.draw.tickbox import label_offset, tick_item, tick_list, tick_row
from sopprint.geometry import Box
from sopprint.resolve.words import Phrase

if TYPE_CHECKING:
    from sopprint.draw.pen import Pen
    from sopprint.model.elements import Ticks

_HEADING_GAP = 36.0  # after a heading that stands before the boxes
_UNDER_HEADING = 24.0


def draw(spec: Ticks, box: Box, pen: Pen) -> None:
    pen.region("zone", spec.zone, box)
    if spec.heading == "above":
        box = _above(pen, spec, box)
    elif spec.heading == "before":
        box = _before(pen, spec, box)
    phrases = pen.words.phrases("zones", spec.zone, "ticks")
    if spec.columns:
        _columns(pen, spec, box)
        return
    size = pen.size_of("tick", spec.label_size)
    tick_row(
        pen, phrases, pen.sect(spec.zone), box.left, _first_line(pen, box, size), box.width,
        size=spec.label_size, gap=spec.gap, align=spec.align, brief=pen.small,
    )  # fmt: skip


def _first_line(pen: Pen, box: Box, size: float) -> float:
    """The baseline of words in the middle of a box, a second language under them included."""
    return box.center.y - pen.extra("tick", size) / 2 + ON_MIDDLE * size


def _above(pen: Pen, spec: Ticks, box: Box) -> Box:
    made = fit(pen, _without_colon(pen.say(spec.zone, "name")), "heading", box.width, shared=True)
    words = put(pen, made, box.left, box.top + made.cap, tag=pen.tag("H2", pen.sect(spec.zone)))
    return Box(box.left, words.bottom + _UNDER_HEADING, box.right, box.bottom)


def _without_colon(phrase: Phrase) -> Phrase:
    """A heading on a line of its own does not lead into its boxes."""
    second = _without_colon(phrase.second) if phrase.second else None
    return Phrase(tuple(form.rstrip(" :") for form in phrase.forms), phrase.place, second)


def _before(pen: Pen, spec: Ticks, box: Box) -> Box:
    made = fit(pen, pen.say(spec.zone, "name"), "field-label", box.width / 2, size=spec.label_size)
    tag = pen.tag("H2", pen.sect(spec.zone))
    words = put(pen, made, box.left, _first_line(pen, box, made.size), tag=tag)
    return Box(words.right + _HEADING_GAP, box.top, box.right, box.bottom)


def _columns(pen: Pen, spec: Ticks, box: Box) -> None:
    """Row by row in even columns, which is also the order they are read in."""
    phrases = pen.words.phrases("zones", spec.zone, "ticks")
    rows = -(-len(phrases) // spec.columns)
    width = (box.width - spec.gap * (spec.columns - 1)) / spec.columns
    asked = pen.size_of("tick", spec.label_size)
    list_tag = tick_list(pen, pen.sect(spec.zone))
    for index, phrase in enumerate(phrases):
        row, column = divmod(index, spec.columns)
        made = fit(pen, phrase, "tick", width - label_offset(asked), size=spec.label_size, shared=True)
        middle = box.top + (row + 0.5) * box.height / rows - made.drop / 2
        tick_item(pen, list_tag, made, box.left + column * (width + spec.gap), middle + ON_MIDDLE * made.size)
