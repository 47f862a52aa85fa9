"""What a plain word of YAML means: a number, true, false, nothing, or simply words.

YAML 1.1 turns `no` into false, `010` into eight and `12:30` into seconds. Here, close to the core schema of YAML 1.2.2
(chapter 10.3), only what cannot be anything else is a number or a truth value; all else stays as written.
"""

from __future__ import annotations

import re

Scalar = str | int | float | bool | None

_NUMBER = re.compile(r"-?(?:0|[1-9]\d{0,14})(\.\d{1,15})?", re.ASCII)
_WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None, "~": None, "": None}


def plain_scalar(text: str) -> Scalar:
    """The value of an unquoted scalar."""
    if text in _WORDS:
        return _WORDS[text]
    if not text[0].isdigit() and text[0] != "-":
        return text
    match = _NUMBER.fullmatch(text)
    if match is None:
        return text
    return float(text) if match[1] else int(text)
