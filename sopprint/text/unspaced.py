"""Where a line may end in Thai, Lao, Khmer and Burmese, which write no blanks between words.

UAX #14 (class SA) leaves them to a dictionary. ICU has one: the package icu4py, which is large and therefore an extra
(`sea`). Without it, U+200B in the text is honoured, and where there is none a line may end after any syllable that
looks whole, which readers notice. `breaks.py` asks here for texts in these scripts alone.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sopprint.text.breaks import by_tables

if TYPE_CHECKING:
    from collections.abc import Sequence

_LETTERS = "\u0e01-\u0e4e\u0e81-\u0ecd\u0edc-\u0edf\u1000-\u103f\u1050-\u109f\u1780-\u17d3\u17dd"
_STRETCH = re.compile(f"[{_LETTERS}\u200b]+")
_MARK_OR_LATE_VOWEL = "\u0e2f-\u0e3a\u0e45-\u0e4e\u0eaf-\u0ebd\u0ec6-\u0ecd\u102b-\u103e\u17b4-\u17d7\u17dd"
_EARLY_VOWEL_OR_JOINER = "\u0e40-\u0e44\u0ec0-\u0ec4\u1039\u17d2"  # said after, or written under, what follows
_SYLLABLE = re.compile(f"(?<![{_EARLY_VOWEL_OR_JOINER}])(?=[{_LETTERS}])(?![{_MARK_OR_LATE_VOWEL}])")


def by_dictionary(text: str) -> tuple[int, ...]:
    """As `breaks.breaks`, for a text with words in these scripts."""
    boundaries = _icu(text)
    return by_syllable(text) if boundaries is None else boundaries


def by_syllable(text: str) -> tuple[int, ...]:
    """What can be said without a dictionary."""
    found = set(by_tables(text))
    for stretch in _STRETCH.finditer(text):
        if "\u200b" not in stretch[0]:
            places = (match.start() for match in _SYLLABLE.finditer(text, stretch.start() + 1, stretch.end()))
            found.update(places)
    return tuple(sorted(found))


def is_guessed(texts: Sequence[str]) -> bool:
    """Whether lines of any of these texts would end where no dictionary and no author says so."""
    unclear = any("\u200b" not in stretch for text in texts for stretch in _STRETCH.findall(text))
    return unclear and _icu("") is None


def _icu(text: str) -> tuple[int, ...] | None:
    """Break offsets by ICU's dictionaries; None where it is not installed."""
    try:
        from icu4py.breakers import LineBreaker
    except ImportError:
        return None
    if not text:
        return ()
    # It counts in UTF-16; what has two units there is an ideograph or an emoji, and breaks as one.
    narrow = text if max(text) <= "\uffff" else "".join(c if c <= "\uffff" else "\u4e00" for c in text)
    return tuple(end for _, end in LineBreaker(narrow, "th").segments())
