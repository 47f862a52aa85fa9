"""What the footer of a poster in two languages sets otherwise: one label under two, both credits in one line.

Purpose: the few lines of the footer that are no simple pair. Not here: all others (`footer.py`), pairs as such
(`draw/pairs.py`). Source: design language, section 14.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from sopprint.draw.lettering import DESCENT, fit, measure, put
from sopprint.draw.pairs import put_second, with_second
from sopprint.resolve.words import Phrase

if TYPE_CHECKING:
    from sopprint.draw.lettering import Lettering
    from sopprint.draw.pen import Pen

_GAP = 28.0  # between a credit and its second language


def label_under(pen: Pen, label: Lettering, x: float, y: float, room: float, tag: int) -> float:
    """Set "Family, team and date (initials only)" in the second language under the first; returns where it ends."""
    family, only = (pen.shared(key).second for key in ("family", "initials_only"))
    if family is None or only is None:
        return x
    words = Phrase(tuple(f"{family.text} {form}" for form in only.forms), family.place)
    made = with_second(pen, label, words, room)
    put_second(pen, made, x, y, tag=tag)
    return x + made.width


def page_words(page: Phrase, of: Phrase) -> tuple[Phrase, Phrase]:
    """What stands before the two numbers, once for both languages: "p. __ / __", if both begin alike."""
    if page.second is None or of.second is None:
        return page, of.alone
    alike = page.text[:1] == page.second.text[:1]
    return Phrase((f"{page.text[:1]}.",)) if alike else page.alone, Phrase(("/",))


def credit_line(pen: Pen, credit: Phrase, x: float, y: float, room: float) -> None:
    """The credit and its second language side by side: the fullest forms of both that fit."""
    tag = pen.tag("P", pen.sect("footer"))
    if credit.second is None:
        put(pen, fit(pen, credit, "fine", room), x, y, tag=tag)
        return
    size = pen.look.styles["fine"].size
    first, second, share = _forms(pen, credit, credit.second, room - _GAP)
    made = fit(pen, Phrase((first,), credit.place), "fine", (room - _GAP) * share + 0.01)
    with pen.in_second():
        beside = fit(pen, Phrase((second,), credit.second.place), "fine", room - _GAP - made.width)
    base = y - max(0.0, made.depth - DESCENT * size, beside.depth - DESCENT * size)
    put(pen, made, x, base, tag=tag)
    with pen.in_second():
        put(pen, beside, x + made.width + _GAP, base, tag=tag)


def _forms(pen: Pen, credit: Phrase, other: Phrase, room: float) -> tuple[str, str, float]:
    """The longest forms that stand side by side, else the shortest, and the first one's share of the room."""
    own = {form: measure(pen, form, "fine", pen.size_of("fine")) for form in credit.forms}
    with pen.in_second():
        theirs = {form: measure(pen, form, "fine", pen.size_of("fine")) for form in other.forms}
    pairs = sorted(product(own, theirs), key=lambda pair: -own[pair[0]] - theirs[pair[1]])
    first, second = next((pair for pair in pairs if own[pair[0]] + theirs[pair[1]] <= room), pairs[-1])
    both = own[first] + theirs[second]
    return first, second, own[first] / both if both else 1.0
