"""What characters mean to typesetting before any face is known: one normal form, and those that never show.

Not here: line breaking (`breaks.py`). The first step of every road through `text/`.
"""

from __future__ import annotations

import unicodedata

SOFT_HYPHEN = "\u00ad"
NEWLINES = "\n\r\v\f\x85\u2028\u2029"  # mandatory breaks: classes BK, CR, LF and NL of UAX #14
BLANKS = " \t\u3000" + NEWLINES  # hang over the edge at a line end; no-break spaces do not
_CONTROLS = "\u061c\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
_JOINERS = "\u200c\u200d\ufe0e\ufe0f"  # no glyph of their own, but part of the spelling, so they stay in the text

GLYPHLESS = frozenset(SOFT_HYPHEN + NEWLINES + "\t" + _CONTROLS + _JOINERS)
_UNSEEN = dict.fromkeys(map(ord, SOFT_HYPHEN + _CONTROLS))
_SPACES = dict.fromkeys(map(ord, "\t" + NEWLINES), " ")

# Languages written from right to left unless their tag names another script (CLDR).
_RIGHT_TO_LEFT = frozenset({"ar", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"})
_RIGHT_TO_LEFT_SCRIPTS = ("Arab", "Hebr", "Thaa", "Syrc")


def is_right_to_left(lang: str) -> bool:
    """Whether lines of a language (BCP 47) run from right to left: "ar", "fa-AF", "pa-Arab"; "qps-rtl" is made so."""
    language, _, rest = lang.partition("-")
    if len(rest) >= 4 and rest[:4].isalpha() and (len(rest) == 4 or rest[4] == "-"):
        return rest[:4].title() in _RIGHT_TO_LEFT_SCRIPTS
    return language in _RIGHT_TO_LEFT or lang == "qps-rtl"  # the pseudo-language of `resolve/pseudo.py`


def composed(text: str) -> str:
    """The text in Unicode's form C, the only form that faces are asked about and that is shaped (UAX #15)."""
    return unicodedata.normalize("NFC", text)


def drawn(text: str) -> str:
    """The text with tabs and line ends as spaces; the same length."""
    return text if text.isprintable() else text.translate(_SPACES)


def extractable(text: str) -> str:
    """The text without the controls that steer breaking and direction: what a reader gets back from the page."""
    return text if text.isprintable() else text.translate(_UNSEEN)
