"""A heading and the zone's items, each with an icon that says which zone it is about.

Rows close up, and then labels shrink, to stay inside the box.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopprint.draw.icons import draw_icon
from sopprint.draw.labels import HINT_GAP, ON_MIDDLE
from sopprint.draw.lettering import fit, put
from sopprint.geometry import Box

if TYPE_CHECKING:
    from sopprint.draw.pen import Pen
    from sopprint.model.elements import IconList, ListItem
    from sopprint.resolve.words import Phrase

_BASELINE = 0.98  # heading sizes under the top of the box: a line of its own
_ICON = 1.2  # of the label's size
_TEXT_GAP = 0.38  # of the label's size
_QUESTION = 46.0  # labels from this size on are set as questions, not as small print
_REST = 0.4  # rows that the first and the last item need beyond their own
_ROW_SIZES = 1.25  # label sizes that a row takes at least
_PAIRED = 0.78  # rows of two languages stand closer by as much as what a second language takes
_FIRST_ROW = 1.1  # row heights from the heading's baseline to the first item's


def draw(spec: IconList, box: Box, pen: Pen) -> None:
    pen.region("zone", spec.zone, box)
    baseline = box.top + _BASELINE * spec.heading_size
    _heading(pen, spec, box, baseline)
    list_tag = pen.tag("L", pen.sect(spec.zone), attributes=(("List", "ListNumbering", "None"),))
    items = list(zip(pen.words.phrases("zones", spec.zone, "items"), spec.icons, strict=False))
    more = _PAIRED * pen.extra("hint", 1.0)
    row = min(spec.row + more * spec.label_size, (box.bottom - baseline) / (len(items) + _REST))
    size = min(spec.label_size, row / (_ROW_SIZES + more))
    baseline += _FIRST_ROW * row - more * size / 2
    for phrase, icon in items:
        _item(pen, phrase, icon, Box(box.left, baseline - row / 2, box.right, baseline), size, list_tag)
        baseline += row


def _heading(pen: Pen, spec: IconList, box: Box, baseline: float) -> None:
    """The one heading with its second language beside it (design language, section 14)."""
    name, tag = pen.say(spec.zone, "name"), pen.tag("H2", pen.sect(spec.zone))
    made = fit(pen, name.alone, "heading", box.width, size=spec.heading_size)
    put(pen, made, box.left, baseline, tag=tag)
    if name.second is not None:
        with pen.in_second() as second:
            x = box.left + made.width + HINT_GAP
            size = second.under("heading").size * made.size
            put(pen, fit(pen, name.second, "heading", box.right - x, size=size), x, baseline, tag=tag)


def _item(pen: Pen, phrase: Phrase, icon: ListItem, row: Box, label_size: float, list_tag: int) -> None:
    """`row.bottom` is the baseline. The icon repeats the words, so it is decoration."""
    size = label_size * _ICON
    x = row.left + size + _TEXT_GAP * label_size
    style = "prompt" if label_size >= _QUESTION else "hint"
    made = fit(pen, phrase, style, row.right - x, size=label_size, shared=True)
    middle = row.bottom + made.drop / 2 - ON_MIDDLE * made.size
    draw_icon(pen, icon.icon, icon.colour, Box.sized(row.left, middle - size / 2, size, size))
    put(pen, made, x, row.bottom, tag=pen.tag("LBody", pen.tag("LI", list_tag)))
