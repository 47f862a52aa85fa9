"""The second language of a phrase: fitted under the first in its own style, so that both are one block.

Purpose: what `lettering.py` does for posters in two languages. The second takes a share of the size that the first was
set in, and another line before it shrinks. Not here: setting the lines, how elements give room to the block.
Source: design language, section 14.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from sopprint.draw.ink import reach
from sopprint.draw.lettering import SHORTER_FORM, fit, measure, put
from sopprint.resolve.words import Phrase

if TYPE_CHECKING:
    from sopprint.draw.lettering import Lettering
    from sopprint.draw.pen import Pen

LINES_APART = 1.25  # of a step, after several lines: the second language is then no nearer than lines are
_CLEAR = 1.02  # of a capital of the second, under all ink of the first


def with_second(
    pen: Pen,
    first: Lettering,
    phrase: Phrase,
    room: float,
    *,
    lines: int = 1,
    shared: bool = False,
    brief: bool = False,
) -> Lettering:
    """The first language's words with the second's under them in the same room (u)."""
    with pen.in_second() as second:
        under = second.under(first.style_name)
        size = under.size * first.size
        most = 1 if _one_line(pen, phrase, first.style_name, size, room) else lines
        made = fit(pen, phrase, first.style_name, room, size=size, lines=most, shared=shared, brief=brief)
    clear = max(first.depth, reach(first)[1]) + _CLEAR * made.cap if made.lines else 0.0
    apart = under.step * first.size * (1.0 if len(first.lines) < 2 else LINES_APART)
    return replace(first, second=made, step=max(apart, clear))


def _one_line(pen: Pen, phrase: Phrase, style_name: str, size: float, room: float) -> bool:
    return any(measure(pen, form, style_name, size * SHORTER_FORM) <= room for form in phrase.forms)


def second_width(pen: Pen, phrase: Phrase, style_name: str, size: float, form: int) -> float:
    """How wide the second language is under a first one of `size` (u)."""
    with pen.in_second() as second:
        return measure(pen, phrase.forms[form], style_name, second.under(style_name).size * size)


def put_second(pen: Pen, made: Lettering, x: float, y: float, *, tag: int) -> None:
    """Set the second language alone, where the first one's only line has its baseline at y (u)."""
    assert made.second is not None
    with pen.in_second():
        put(pen, made.second, x, y + made.step, tag=tag)


def draft(pen: Pen, *, reviewed: bool) -> Phrase | None:
    """What a draft tag says: the languages that nobody has reviewed, by their own names; None when all have been."""
    assert pen.second is not None
    names = pen.shared("language_name")
    first, second = names.text, names.second.text if names.second else ""
    meant = [name for name, done in ((first, reviewed), (second, pen.second.reviewed)) if not done]
    if not meant:
        return None
    said = pen.shared("draft")
    short = f"{', '.join(meant)}: {said.forms[-1]}"
    return Phrase((f"{short} · {said.second.forms[-1]}", short) if said.second else (short,), said.place)
