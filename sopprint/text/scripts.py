"""Which script a character belongs to, as far as shaping and fonts need to know.

Ranges of the scripts that the shipped and the regional fonts serve, not all of Unicode's Scripts.txt; a character of
none of them goes with its neighbours. `is_plain` tells most texts apart at once, so that only texts that mix scripts
or directions pay for this. Nothing here knows faces.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import groupby
from operator import itemgetter
from unicodedata import bidirectional

_PLAIN = "\u0530"  # up to here it is Latin, Greek or Cyrillic: one shaper and one direction
_PLAIN_TOO = (("\u1d00", "\u1eff"), ("\u2010", "\u2027"), ("\u2030", "\u205f"), ("\u2070", "\u2bff"))
_BACKWARD = frozenset({"R", "AL", "AN", "RLE", "RLO", "RLI"})  # UAX #9
_RANGES = (
    (0x0041, 0x005A, "Latn"), (0x0061, 0x007A, "Latn"), (0x00AA, 0x00AA, "Latn"), (0x00BA, 0x00BA, "Latn"),
    (0x00C0, 0x00D6, "Latn"), (0x00D8, 0x00F6, "Latn"), (0x00F8, 0x02B8, "Latn"), (0x0370, 0x03FF, "Grek"),
    (0x0400, 0x052F, "Cyrl"), (0x0531, 0x0556, "Armn"), (0x0559, 0x058A, "Armn"), (0x0591, 0x05F4, "Hebr"),
    (0x0600, 0x0604, "Arab"), (0x0606, 0x060B, "Arab"), (0x060D, 0x061A, "Arab"), (0x061D, 0x061E, "Arab"),
    (0x0620, 0x063F, "Arab"), (0x0641, 0x064A, "Arab"), (0x0656, 0x066F, "Arab"), (0x0671, 0x06DC, "Arab"),
    (0x06DE, 0x06FF, "Arab"), (0x0750, 0x077F, "Arab"), (0x0870, 0x08FF, "Arab"), (0x0900, 0x0963, "Deva"),
    (0x0966, 0x097F, "Deva"), (0x0980, 0x09FE, "Beng"), (0x0A01, 0x0A76, "Guru"), (0x0A81, 0x0AFF, "Gujr"),
    (0x0B82, 0x0BFA, "Taml"), (0x0C00, 0x0C7F, "Telu"), (0x0E01, 0x0E3A, "Thai"), (0x0E40, 0x0E5B, "Thai"),
    (0x0E81, 0x0EDF, "Laoo"), (0x1000, 0x109F, "Mymr"), (0x1100, 0x11FF, "Hang"), (0x1200, 0x139F, "Ethi"),
    (0x1780, 0x17F9, "Khmr"), (0x19E0, 0x19FF, "Khmr"), (0x1E00, 0x1EFF, "Latn"), (0x1F00, 0x1FFF, "Grek"),
    (0x2E80, 0x2FD5, "Hani"), (0x3005, 0x3007, "Hani"), (0x3041, 0x309F, "Hani"), (0x30A1, 0x30FA, "Hani"),
    (0x30FD, 0x30FF, "Hani"), (0x3105, 0x312F, "Hani"), (0x3131, 0x318E, "Hang"), (0x31F0, 0x31FF, "Hani"),
    (0x3400, 0x4DBF, "Hani"), (0x4E00, 0x9FFF, "Hani"), (0xA640, 0xA69F, "Cyrl"), (0xA720, 0xA7FF, "Latn"),
    (0xAC00, 0xD7AF, "Hang"), (0xF900, 0xFAD9, "Hani"), (0xFB13, 0xFB17, "Armn"), (0xFB1D, 0xFB4F, "Hebr"),
    (0xFB50, 0xFDFF, "Arab"), (0xFE70, 0xFEFC, "Arab"), (0xFF21, 0xFF3A, "Latn"), (0xFF41, 0xFF5A, "Latn"),
    (0xFF66, 0xFF9F, "Hani"), (0x20000, 0x323AF, "Hani"),
)  # fmt: skip
_FIRSTS = tuple(first for first, _, _ in _RANGES)
EAST_ASIAN = frozenset({"Hani", "Hang"})


def script(character: str) -> str:
    """The ISO 15924 code of a character's script; "" for what scripts share, such as digits and marks.

    Kana and bopomofo count as Han: they share its fonts and its shaping.
    """
    code = ord(character)
    at = bisect_right(_FIRSTS, code) - 1
    return _RANGES[at][2] if at >= 0 and code <= _RANGES[at][1] else ""


def is_plain(text: str) -> bool:
    """True where one call of the shaper does for the whole text: one direction, and no scripts to tell apart."""
    if text.isascii() or max(text) < _PLAIN:
        return True
    further = [c for c in set(text) if c >= _PLAIN and not any(a <= c <= b for a, b in _PLAIN_TOO)]
    return not further or (not has_right_to_left(text) and len({script(c) for c in text} - {""}) < 2)


def has_right_to_left(text: str) -> bool:
    """Whether any character reads from right to left, or a control makes it so."""
    return not text.isascii() and any(bidirectional(character) in _BACKWARD for character in text)


def runs(text: str) -> tuple[tuple[int, int, str], ...]:
    """(start, stop, script) of each stretch in one script; shared characters go with what is before them."""
    named = [script(character) for character in text]
    current = next(filter(None, named), "")
    for at, name in enumerate(named):
        named[at] = current = name or current
    found: list[tuple[int, int, str]] = []
    for name, group in groupby(enumerate(named), itemgetter(1)):
        places = [at for at, _ in group]
        found.append((places[0], places[-1] + 1, name))
    return tuple(found)
