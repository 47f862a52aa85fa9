"""The key to marks: whose is the circle, the triangle, the square, the diamond."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopprint.draw.icons import draw_icon
from sopprint.draw.labels import ON_MIDDLE
from sopprint.draw.lettering import SHORTER_FORM, Lettering, fit, measure_all, put
from sopprint.draw.tickbox import LABEL_GAP, SIDE
from sopprint.geometry import Box

if TYPE_CHECKING:
    from sopprint.draw.pen import Pen
    from sopprint.model.elements import MarkKey
    from sopprint.resolve.words import Phrase

SHAPES = (("circ", "circle"), ("tri", "triangle"), ("sq", "square"), ("dia", "diamond"))  # icon, its word
_LEAD_GAP = 44.0
_LEAST_GAP = 24.0


def draw(spec: MarkKey, box: Box, pen: Pen) -> None:
    items = pen.words.phrases("zones", spec.zone, "items")[: len(SHAPES)]
    lead = pen.say(spec.zone, "name") if spec.lead else None
    made, lead_made = _fitted(pen, spec, items, lead, box.width)
    size = max((m.size for m in made), default=0.0)
    baseline = box.center.y - pen.extra("tick", size) / 2 + ON_MIDDLE * size
    x = box.left
    if lead_made is not None:
        put(pen, lead_made, x, baseline, tag=pen.tag("P", pen.sect(spec.zone)))
        x += lead_made.width + _LEAD_GAP
    widths = [(SIDE + LABEL_GAP) * m.size + m.width for m in made]
    gap = min(spec.gap, (box.right - x - sum(widths)) / max(len(made) - 1, 1))
    list_tag = pen.tag("L", pen.sect(spec.zone), attributes=(("List", "ListNumbering", "None"),))
    for (icon, word), lettering, width in zip(SHAPES, made, widths, strict=False):
        _mark(pen, icon, word, lettering, x, baseline, list_tag)
        x += width + gap


def _fitted(
    pen: Pen, spec: MarkKey, items: tuple[Phrase, ...], lead: Phrase | None, room: float
) -> tuple[list[Lettering], Lettering | None]:
    """Lead and labels at one size that fills no more than the room; shorter forms before they shrink under 90 %."""
    free = room - _LEAST_GAP * (len(items) - 1) - (_LEAD_GAP if lead else 0.0)
    start = pen.size_of("tick", spec.label_size)

    def ems(phrase: Phrase, style: str, form: int) -> float:
        return measure_all(pen, phrase, style, 1.0, form)

    def largest(form: int) -> float:
        words = sum(ems(p, "tick", form) for p in items) + (ems(lead, "label", form) if lead else 0.0)
        return free / (words + (SIDE + LABEL_GAP) * len(items))

    form = -1 if largest(0) < start * SHORTER_FORM else 0
    size = min(start, largest(form))

    def fitted(phrase: Phrase, style: str, *, shared: bool = False) -> Lettering:
        room = ems(phrase, style, form) * size
        return fit(pen, phrase, style, room, size=spec.label_size, shared=shared, brief=form == -1)

    return [fitted(p, "tick", shared=True) for p in items], fitted(lead, "label") if lead else None


def _mark(pen: Pen, icon: str, word: str, made: Lettering, x: float, baseline: float, list_tag: int) -> None:
    item = pen.tag("LI", list_tag)
    alt = pen.common.phrase("alt", word)
    label = pen.tag("Lbl", item, alt=alt.text) if alt else None
    side = SIDE * made.size
    draw_icon(pen, icon, "navy", Box.sized(x, baseline - ON_MIDDLE * made.size - side / 2, side, side), tag=label)
    put(pen, made, x + (SIDE + LABEL_GAP) * made.size, baseline, tag=pen.tag("LBody", item))
