"""Labelled places to write, one under the other or side by side, inside a panel.

Purpose: share a panel's height by lines of writing, so that two panels with the same rows stay level. Not here: the
panel's outline and head (`panel.py`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopprint.diagnostics import Diagnostic
from sopprint.draw.labels import HINT_DROP, HINT_GAP, fit_label, level, side_pad, width_of
from sopprint.draw.lettering import fit, put
from sopprint.geometry import Box, line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sopprint.draw.lettering import Lettering
    from sopprint.draw.pen import Pen
    from sopprint.model.elements import Slot, Slots
    from sopprint.resolve.words import Phrase

BASELINE = 0.77  # of the label's height
_LEAST_LINE = 40.0  # nobody can write between lines closer than this
_CLEAR = 12.0  # between words and the place to write
_HINT_LINES = 2


def draw(spec: Slots, box: Box, pen: Pen) -> None:
    zone = spec.zone or pen.zone or ""
    rows = tuple(row if isinstance(row, tuple) else (row,) for row in spec.rows)
    label = spec.label_height + pen.extra("label", spec.label_size)
    line_height = line_room(rows, box.height, label)
    if line_height < _LEAST_LINE:
        missing = sum(_lines(row) for row in rows) * (_LEAST_LINE - line_height)
        message = f"the slots of “{zone}” need {missing:.0f} u more height on {pen.paper}"
        pen.report.add(Diagnostic("SP202", message, pen.locate(spec)))
    cells = _cells(rows, box, label, line_height)
    pad = side_pad(box.width)
    beside = spec.hint == "beside" and all(
        _fits_beside(pen, zone, slot, cell.width - 2 * pad, spec.label_size) for row in cells for slot, cell in row
    )
    for row in cells:
        for slot, cell in row:
            words = _label(pen, spec, zone, slot, cell, pad, beside=beside)
            if spec.guides:
                _guides(pen, slot, cell, pad, label, line_height, words)
    _dividers(pen, spec.colour, cells, box)
    _publish(pen, zone, cells, box)


def line_room(rows: Sequence[tuple[Slot, ...]], height: float, label_height: float) -> float:
    """The height of one line of writing when labels and lines fill `height` (u)."""
    return (height - label_height * len(rows)) / sum(_lines(row) for row in rows)


def _lines(row: tuple[Slot, ...]) -> float:
    return max(slot.lines for slot in row)


def _cells(
    rows: Sequence[tuple[Slot, ...]], box: Box, label_height: float, line_height: float
) -> tuple[tuple[tuple[Slot, Box], ...], ...]:
    made = []
    top = box.top
    for row in rows:
        height = label_height + line_height * _lines(row)
        width = box.width / len(row)
        made.append(tuple((slot, Box.sized(box.left + i * width, top, width, height)) for i, slot in enumerate(row)))
        top += height
    return tuple(made)


def _hint(pen: Pen, zone: str, slot: Slot) -> Phrase | None:
    return pen.maybe(zone, "slots", slot.slot, "hint")


def _fits_beside(pen: Pen, zone: str, slot: Slot, room: float, label_size: float) -> bool:
    hint = _hint(pen, zone, slot)
    if hint is None:
        return True
    label = width_of(pen, pen.say(zone, "slots", slot.slot, "name"), "label", label_size)
    return label + HINT_GAP + width_of(pen, hint, "hint") <= room


def _label(pen: Pen, spec: Slots, zone: str, slot: Slot, cell: Box, pad: float, *, beside: bool) -> float:
    """Letter a slot's label and hint; returns where they end."""
    x, room = cell.left + pad, cell.width - 2 * pad
    baseline = cell.top + BASELINE * spec.label_height
    made = fit_label(pen, pen.say(zone, "slots", slot.slot, "name"), "label", room, size=spec.label_size)
    words = put(pen, made, x, baseline, tag=pen.tag("H3", pen.sect(zone)))
    hint = _hint(pen, zone, slot)
    if hint is not None:
        words = words.union(_put_hint(pen, zone, hint, made, (x, baseline), room, beside=beside))
    pen.region("write", f"{zone}.{slot.slot}", Box(cell.left, words.bottom + _CLEAR, cell.right, cell.bottom))
    return words.bottom


def _put_hint(
    pen: Pen, zone: str, hint: Phrase, label: Lettering, at: tuple[float, float], room: float, *, beside: bool
) -> Box:
    x, baseline = at
    tag = pen.tag("P", pen.sect(zone))
    if beside:
        past = label.width + HINT_GAP
        made = level(fit(pen, hint, "hint", room - past, shared=True), label)
        return put(pen, made, x + past, baseline + label.own_drop, tag=tag)
    made = fit(pen, hint, "hint", room, lines=_HINT_LINES, shared=True)
    return put(pen, made, x, baseline + label.drop + HINT_DROP * made.size, tag=tag)


def _guides(pen: Pen, slot: Slot, cell: Box, pad: float, label_height: float, line_height: float, words: float) -> None:
    """Draw the lines between lines of writing that are under the `words`."""
    for number in range(1, int(slot.lines)):
        y = cell.top + label_height + line_height * number
        if y > words + _CLEAR:
            pen.paint(
                line(cell.left + pad, y, cell.right - pad, y),
                stroke=pen.colour("guide-rule"), width="rule", name="guide",
            )  # fmt: skip


def _dividers(pen: Pen, colour: str, cells: Sequence[tuple[tuple[Slot, Box], ...]], box: Box) -> None:
    ink = pen.colour(colour)
    for row in cells:
        top, bottom = row[0][1].top, row[0][1].bottom
        if row is not cells[0]:
            pen.paint(line(box.left, top, box.right, top), stroke=ink, width="slot", square=True, name="divider")
        for _, cell in row[1:]:
            across = line(cell.left, top, cell.left, bottom)
            pen.paint(across, stroke=ink, width="slot", square=True, name="divider")


def _publish(pen: Pen, zone: str, cells: Sequence[tuple[tuple[Slot, Box], ...]], box: Box) -> None:
    """Tell arrow chips where the rows are."""
    anchor = pen.anchors.get(zone)
    if anchor is not None:
        anchor.rows[:] = [Box(box.left, row[0][1].top, box.right, row[0][1].bottom) for row in cells]
