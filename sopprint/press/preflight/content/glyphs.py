"""Fonts as far as places of words need them: how many bytes a code has, and how far each moves the pen.

The marks on a page need only be about as wide as they are: a font without widths counts as half an em a letter.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

import pikepdf
from msgspec import Struct

from sopprint.press.preflight.facts import Font
from sopprint.press.preflight.objects import each, get, number, word

if TYPE_CHECKING:
    from collections.abc import Iterator

_HALF_AN_EM = 0.5
_PROGRAMS = ("/FontFile", "/FontFile2", "/FontFile3")
_MOST = 70_000


class Face(Struct, frozen=True):
    """`widths` in ems by code; `wide` codes have two bytes. `width` is that of codes which are not listed."""

    font: Font
    widths: dict[int, float]
    width: float = _HALF_AN_EM
    wide: bool = False

    def codes(self, text: bytes) -> Iterator[int]:
        if not self.wide:
            return iter(text)
        return (text[i] << 8 | text[i + 1] for i in range(0, len(text) - 1, 2))


def face(font: Any) -> Face:
    """A font dictionary, simple or composite (ISO 32000-1, 9.6 and 9.7)."""
    below = each(get(font, "/DescendantFonts"))
    holder = below[0] if below else font
    kind = word(get(font, "/Subtype"))
    descriptor = get(holder, "/FontDescriptor")
    embedded = kind == "Type3" or any(isinstance(get(descriptor, key), pikepdf.Stream) for key in _PROGRAMS)
    facts = Font(word(get(font, "/BaseFont")) or kind, kind, embedded)
    if kind == "Type0":
        listed = dict(islice(_listed(get(holder, "/W")), _MOST))
        return Face(facts, listed, number(get(holder, "/DW"), 1000) / 1000, wide=True)
    first = int(number(get(font, "/FirstChar")))
    em = abs(number((each(get(font, "/FontMatrix")) or [0.001])[0], 0.001)) if kind == "Type3" else 0.001
    widths = enumerate(each(get(font, "/Widths")))
    return Face(facts, {first + i: number(width) * em for i, width in widths})


def _listed(widths: Any) -> Iterator[tuple[int, float]]:
    """The two forms of /W: `first [w w …]` and `first last w` (9.7.4.3)."""
    entries = each(widths)
    at = 0
    while at + 1 < len(entries):
        first, second = int(number(entries[at])), entries[at + 1]
        if isinstance(second, pikepdf.Array):
            yield from ((first + i, number(width) / 1000) for i, width in enumerate(each(second)))
            at += 2
        else:
            width = number(entries[at + 2]) / 1000 if at + 2 < len(entries) else _HALF_AN_EM
            yield from ((code, width) for code in range(first, min(int(number(second)), first + _MOST) + 1))
            at += 3
