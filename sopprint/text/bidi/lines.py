"""From a paragraph to its levels, and from the levels of one line to the order of its runs (UAX #9, L1 and L2).

`levels` is all that the rest of `text/` asks for a paragraph, `visual` all it asks for a line. Mirrored brackets
(L4) are HarfBuzz's business.
"""

from __future__ import annotations

import re
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING
from unicodedata import bidirectional

from sopprint.text.bidi.explicit import INITIATORS, REMOVED, Explicit, first_strong
from sopprint.text.bidi.implicit import resolve

if TYPE_CHECKING:
    from collections.abc import Sequence

_PARAGRAPH = re.compile("[^\n\r\x1c-\x1e\x85\u2029]*(?:\r\n|[\n\r\x1c-\x1e\x85\u2029]|$)")  # class B ends one (P1)
_ENDS = ("WS", *INITIATORS, "PDI", *REMOVED)


def levels(text: str, base: int | None = None) -> tuple[int, ...]:
    """A level for every character, before any line is known; even runs left to right, odd right to left.

    `base` is the paragraphs' own level, 0 or 1; None takes it from each paragraph's first strong character.
    """
    found: list[int] = []
    for match in _PARAGRAPH.finditer(text):
        if match[0]:
            found += _of_paragraph(match[0], base)
    return tuple(found)


def base_level(text: str) -> int:
    """The level a paragraph has by its first strong character (P2, P3)."""
    return first_strong([bidirectional(character) for character in text])


def _of_paragraph(text: str, base: int | None) -> list[int]:
    types = [bidirectional(character) or "L" for character in text]
    own = first_strong(types) if base is None else base
    explicit = Explicit(types, own)
    for sequence in tuple(explicit.sequences()):  # all of them first: they go by the levels of the controls alone
        resolve(text, explicit, sequence)
    earlier = own
    for at, kind in enumerate(types):
        if kind in REMOVED:  # they are in no sequence; beside their neighbour they part no run (5.2)
            explicit.levels[at] = earlier
        earlier = explicit.levels[at]
    return explicit.levels


def line_levels(text: str, levels_: Sequence[int], base: int) -> tuple[int, ...]:
    """The levels of one line: blanks at its end, and around tabs, go back to the paragraph's (L1)."""
    out = list(levels_)
    at_end = True
    for at in range(len(text) - 1, -1, -1):
        kind = bidirectional(text[at])
        if kind in ("S", "B"):
            out[at], at_end = base, True
        elif kind not in _ENDS:
            at_end = False
        elif at_end:
            out[at] = base
    return tuple(out)


def visual(run_levels: Sequence[int]) -> tuple[int, ...]:
    """Runs, by their place in the text, in the order they stand on the line from left to right (L2)."""
    order = list(range(len(run_levels)))
    odd = [level for level in run_levels if level & 1]
    if not odd:
        return tuple(order)
    for level in range(max(run_levels), min(odd) - 1, -1):
        turned: list[int] = []
        for high, group in groupby(((run_levels[run] >= level, run) for run in order), itemgetter(0)):
            members = [run for _, run in group]
            turned += reversed(members) if high else members
        order = turned
    return tuple(order)
