"""Where a line may end: UAX #14, with Korean words kept whole.

No widths here and no hyphenation; a soft hyphen in the text is a place to break like any other. Thai, Khmer, Lao and
Burmese, which need a dictionary, go to `unspaced.py`. `paragraph.py` uses the offsets.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sopprint.diagnostics import Diagnostic, Severity

if TYPE_CHECKING:
    from collections.abc import Sequence

# Letters of class AL that need nothing from the tables: Latin and Cyrillic.
_LETTER = "A-Za-zÀ-ÖØ-öø-ɏḀ-ỿЀ-ҁҊ-ӿ"
# Where a text has nothing but these letters, digits (NU) and marks, \w means just that and compiles faster.
_UNUSUAL = re.compile(rf"[^{_LETTER}0-9 \-/.,:;?!…'’“”()¿¡]")
_WORD = r"[(¿¡“]*\w+(?:[-/.,:;’']\w+)*[.,:;?!…)”’]*"
_PLAIN = re.compile(rf"(?!.*[’”] +[(¿¡]){_WORD}(?: +{_WORD})* *")  # LB15: a quotation mark holds on to a bracket
# LB18 after spaces, LB21 after a hyphen and LB13 after a slash, but LB25 keeps a digit that follows with them.
_PLAIN_BREAK = re.compile(r" +|(?<=\w)[-/](?=[^\W\d])")
_HANGUL = re.compile(r"(?<=[\uac00-\ud7a3])(?=[\uac00-\ud7a3])")


def breaks(text: str) -> tuple[int, ...]:
    """Offsets after which a line may end, ascending; the last is the length of the text. Empty for no text.

    Source: UAX #14. The usual Latin or Cyrillic sentence is answered by a pattern, which spares loading the tables.
    """
    if not text:
        return ()
    if not _UNUSUAL.search(text) and _PLAIN.fullmatch(text):
        found = {match.end() for match in _PLAIN_BREAK.finditer(text)}
        return tuple(sorted(found | {len(text)}))
    if has_unspaced(text):
        from sopprint.text.unspaced import by_dictionary

        return by_dictionary(text)
    return by_tables(text)


def has_unspaced(text: str) -> bool:
    """Whether any of it is in a script that writes no blanks between words: Thai, Lao, Burmese, Khmer."""
    return any("\u0e00" <= c <= "\u0eff" or "\u1000" <= c <= "\u109f" or "\u1780" <= c <= "\u17ff" for c in text)


def guess_warning(texts: Sequence[str]) -> Diagnostic | None:
    """What to tell where lines of these texts may end inside a word."""
    if not any(map(has_unspaced, texts)):
        return None
    from sopprint.text.unspaced import is_guessed

    if not is_guessed(texts):
        return None
    hint = "pip install 'sopprint[sea]', or write U+200B between the words"
    message = "without a dictionary, lines of Thai, Lao, Khmer or Burmese may end inside a word"
    return Diagnostic("SP307", message, None, (hint,), Severity.WARNING)


def by_tables(text: str) -> tuple[int, ...]:
    """As `breaks`, always by the Unicode tables."""
    from unicode_segmentation_rs import line_break_units  # 2 ms to load, and most posters never need it

    offsets: list[int] = []
    end = 0
    for unit in line_break_units(text):
        end += len(unit)
        offsets.append(end)
    whole = {match.start() for match in _HANGUL.finditer(text)}
    return tuple(offset for offset in offsets if offset not in whole)
