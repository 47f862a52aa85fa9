"""The title band of a house in two languages: small words and the name, the whole name again, then the prompt, twice.

Purpose: where these stand, and how tall the band is for them. Not here: the house (`house.py`), pairs as such
(`pairs.py`). Source: design language, section 14.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from sopprint.draw.ink import reach
from sopprint.draw.lettering import LEADING, fit, put
from sopprint.draw.pairs import LINES_APART

if TYPE_CHECKING:
    from sopprint.draw.pen import Pen
    from sopprint.model.elements import House
    from sopprint.resolve.words import Phrase

OVER: Final = 0.6  # of the name's size
# Baselines from the top of the band, in sizes of the name.
_OVER_AT: Final = 0.756
_NAME_AT: Final = 1.634
_SECOND_AT: Final = 2.317
_PROMPT_AT: Final = 3.073
_GIVES: Final = 8.0  # how far at most the prompt makes way for names that tails and marks push down
_ALONE: Final = 0.62  # how much higher all is without small words over the name
_CLEAR: Final = 2.0  # least room over the marks on a name's capitals
_FOOT: Final = 22.0  # from the last baseline to the end of the band


def band_height(spec: House, pen: Pen) -> float:
    """How tall the band is (u), whatever the words' length."""
    return _PROMPT_AT * spec.name_size - _rise(spec, pen) + prompt_drop(spec.prompt_lines, pen) + _FOOT


def _rise(spec: House, pen: Pen) -> float:
    return 0.0 if pen.maybe(spec.zone, "over") else _ALONE * spec.name_size


def prompt_drop(lines: int, pen: Pen) -> float:
    """From the first baseline to the last of a prompt that takes all its lines in both languages."""
    assert pen.second is not None
    size = pen.size_of("prompt")
    more = (lines - 1) * LEADING * size
    step = pen.extra("prompt", size) * (1 if lines == 1 else LINES_APART)
    return more + step + more * pen.second.under("prompt").size


def draw_band(spec: House, pen: Pen, center: float, top: float, room: float, *, heading: int, paragraph: int) -> None:
    """Letter the band from its top around its centre (u)."""
    end = top  # of the ink over the name
    top -= _rise(spec, pen)
    over = pen.maybe(spec.zone, "over")
    if over is not None:
        small = fit(pen, over.alone, "house-over", room, size=OVER * spec.name_size, shared=True)
        put(pen, small, center, top + _OVER_AT * spec.name_size, tag=heading, align="center")
        end = top + _OVER_AT * spec.name_size + reach(small)[1]
    name = whole_second(pen, spec.zone, pen.say(spec.zone, "name"))
    made = fit(pen, name, "house-name", room, size=spec.name_size, shared=True)
    baseline = max(top + _NAME_AT * spec.name_size, end + _CLEAR + reach(made)[0])
    put(pen, made, center, baseline, tag=heading, align="center")
    prompt = fit(pen, pen.say(spec.zone, "prompt"), "prompt", room, lines=spec.prompt_lines, shared=True)
    spare = max(0.0, (prompt_drop(spec.prompt_lines, pen) - prompt.drop) / 2)
    spare += min(max(0.0, baseline + made.drop - top - _SECOND_AT * spec.name_size), _GIVES)
    put(pen, prompt, center, top + _PROMPT_AT * spec.name_size + spare, tag=paragraph, align="center")


def whole_second(pen: Pen, zone: str, name: Phrase) -> Phrase:
    """A name whose second language has the small words over it on its own line."""
    over = pen.words.second.phrase("zones", zone, "over") if pen.words.second else None
    if over is None or name.second is None:
        return name
    forms = tuple(f"{over.text} {form}" for form in name.second.forms)
    return replace(name, second=replace(name.second, forms=forms))
