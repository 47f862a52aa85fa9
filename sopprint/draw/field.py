"""A small outlined field with its label inside: at the top, or level with the middle where people write beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopprint.draw.frames import FIELD_RADIUS, RADIUS, ground, outline
from sopprint.draw.labels import HINT_DROP, HINT_GAP, ON_MIDDLE, fit_label, level, width_of
from sopprint.draw.lettering import fit, put
from sopprint.geometry import Box

if TYPE_CHECKING:
    from sopprint.draw.lettering import Lettering
    from sopprint.draw.pen import Pen, StrokeName
    from sopprint.model.elements import Field

_TALL = 320.0  # a field of this height is a place to write, not a line: it is framed as a panel is
_PAD, _TALL_PAD = 30.0, 32.0  # from the outline to the label
_TOP, _TALL_TOP = 32.0, 54.0  # from the box to the top of the capitals
_CLEAR = 12.0
_STYLE = "field-label"


def draw(spec: Field, box: Box, pen: Pen) -> None:
    tall = box.height >= _TALL
    stroke: StrokeName = "zone" if tall else "field"
    radius = RADIUS if tall else FIELD_RADIUS
    edge = pen.weight(stroke)
    inner = box.inset(edge)
    pen.region("zone", spec.zone, box)
    name = pen.tag("H2", pen.sect(spec.zone))
    figure = pen.figure(spec.zone)
    ground(pen, box, stroke, radius, tag=figure)
    pad = _TALL_PAD if tall else _PAD
    x, room = inner.left + pad, inner.width - 2 * pad
    made = fit_label(pen, pen.say(spec.zone, "name"), _STYLE, room, size=spec.label_size, most=spec.label_lines)
    if spec.label == "top":
        baseline = box.top + max(_TALL_TOP if tall else _TOP, edge + _TOP / 2) + made.cap
    else:
        baseline = box.center.y - made.drop / 2 + ON_MIDDLE * made.size
    words = put(pen, made, x, baseline, tag=name)
    words = words.union(_hint(pen, spec, made, x, baseline, room))
    if spec.label == "top":
        free = Box(inner.left, min(words.bottom + _CLEAR, inner.bottom), inner.right, inner.bottom)
    else:
        free = Box(min(words.right + _CLEAR, inner.right), inner.top, inner.right, inner.bottom)
    pen.region("write", spec.zone, free)
    outline(pen, box, stroke, radius, spec.colour, tag=figure)


def _hint(pen: Pen, spec: Field, label: Lettering, x: float, baseline: float, room: float) -> Box:
    """The hint beside the label, or under it where there is no room."""
    hint = pen.maybe(spec.zone, "hint")
    if hint is None:
        return Box(x, baseline, x, baseline)
    tag = pen.tag("P", pen.sect(spec.zone))
    past = label.width + HINT_GAP
    if spec.label == "middle" or past + width_of(pen, hint, "hint") <= room:
        beside = level(fit(pen, hint, "hint", room - past, shared=True), label)
        return put(pen, beside, x + past, baseline + label.own_drop, tag=tag)
    made = fit(pen, hint, "hint", room, shared=True)
    return put(pen, made, x, baseline + label.drop + HINT_DROP * made.size, tag=tag)
