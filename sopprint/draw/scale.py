"""A scale strip: a question, two ends in words, numbers joined by a line, and room under each for initials."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from sopprint.draw.frames import FIELD_RADIUS, ground, outline
from sopprint.draw.labels import HINT_DROP, HINT_GAP, ON_MIDDLE, fit_label, level
from sopprint.draw.lettering import fit, put
from sopprint.draw.numberline import LEAST_RADIUS, number_line
from sopprint.geometry import Box

if TYPE_CHECKING:
    from sopprint.draw.lettering import Lettering
    from sopprint.draw.pen import Pen
    from sopprint.model.elements import Scale

_PAD = 48.0  # from the box to words
_QUESTION_GAP = 120.0  # from the question to the words at the low end
_END_GAP = 60.0  # from words to the first and the last circle
_QUESTION_SIZE = 48.0
_END_SIZE = 44.0
_QUESTION_SHARE = 0.3  # of the strip, at most


class _Form(Struct, frozen=True):
    """Where things stand, as shares of the height, and the circles' radius (u)."""

    line: float
    question: float
    radius: float


_BESIDE = _Form(0.357, 0.357, 34.0)
_ABOVE = _Form(0.484, 0.178, 40.0)


def draw(spec: Scale, box: Box, pen: Pen) -> None:
    form = _ABOVE if spec.form == "above" else _BESIDE
    pen.region("zone", spec.zone, box)
    question = pen.tag("H2", pen.sect(spec.zone))
    hint = pen.tag("P", pen.sect(spec.zone)) if pen.maybe(spec.zone, "hint") else None
    figure = pen.figure(spec.zone)
    ground(pen, box, "field", FIELD_RADIUS, tag=figure)
    left, right = box.left + _PAD, box.right - _PAD
    asked = _question(pen, spec, box, form, question, hint)
    start = left if spec.form == "above" else asked + _QUESTION_GAP
    strip = Box(start, box.top, right, box.bottom)
    with pen.numbered(strip):
        _line(pen, spec, strip, form, figure)
    outline(pen, box, "field", FIELD_RADIUS, spec.colour, tag=figure)


def _question(pen: Pen, spec: Scale, box: Box, form: _Form, tag: int, hint_tag: int | None) -> float:
    """Letter the question and its hint; returns where they end."""
    x, width = box.left + _PAD, box.width - 2 * _PAD
    room = width * (_QUESTION_SHARE if spec.form == "beside" else 0.5)
    made = fit_label(pen, pen.say(spec.zone, "name"), "label", room, size=_QUESTION_SIZE)
    hint = pen.maybe(spec.zone, "hint")
    baseline = box.top + form.question * box.height + ON_MIDDLE * made.size
    if pen.second is not None:
        baseline = _paired_baseline(pen, spec, box, made, form, hinted=hint is not None)
    put(pen, made, x, baseline, tag=tag)
    if hint is None or hint_tag is None:
        return x + made.width
    if spec.form == "above":
        start = x + made.width + HINT_GAP
        put(pen, level(fit(pen, hint, "hint", x + width - start), made), start, baseline, tag=hint_tag)
        return start
    small = fit(pen, hint, "hint", room)
    put(pen, small, x, baseline + made.drop + HINT_DROP * small.size, tag=hint_tag)
    return x + max(made.width, small.width)


def _paired_baseline(pen: Pen, spec: Scale, box: Box, made: Lettering, form: _Form, *, hinted: bool) -> float:
    """The question's first baseline where all is said twice: with its hint in the middle of the strip."""
    size = pen.size_of("hint")
    under = HINT_DROP * size + pen.extra("hint", size) if hinted and spec.form == "beside" else 0.0
    middle = box.center.y if under else box.top + form.question * box.height
    return middle - (made.drop + under) / 2 + ON_MIDDLE * made.size


def _line(pen: Pen, spec: Scale, box: Box, form: _Form, figure: int) -> None:
    """Ends in words, then the numbers between them, in the box's width."""
    y = box.top + form.line * box.height
    high, low = (_end(pen, spec, word, box.width / 4) for word in ("near", "far"))
    for made, x in ((high, box.right - high.width), (low, box.left)):  # the safe end is said first
        put(pen, made, x, y - made.drop / 2 + ON_MIDDLE * made.size, tag=pen.tag("P", pen.sect(spec.zone)))
    numbers = tuple(range(spec.low, spec.high + 1))
    edge, stroke = pen.weight("field"), pen.weight("plate")
    radius = max(LEAST_RADIUS, min(form.radius, y - box.top - edge - stroke))
    first = box.left + low.width + _END_GAP + radius + stroke / 2
    last = box.right - high.width - _END_GAP - radius - stroke / 2
    step = (last - first) / max(len(numbers) - 1, 1)
    centers = [first + step * i for i in range(len(numbers))]
    number_line(pen, numbers, centers, y, radius, figure=figure, tags=[figure] * len(numbers))
    reach = min(step / 2, radius + _END_GAP)
    pen.region("write", spec.zone, Box(first - reach, y + radius + stroke / 2, last + reach, box.bottom - edge))


def _end(pen: Pen, spec: Scale, word: str, room: float) -> Lettering:
    return fit_label(pen, pen.say(spec.zone, word), "prompt", room, size=_END_SIZE)
