"""Keeps numbers and addresses whole in right-to-left text.

By UAX #9 alone 555-0142 after an Arabic word turns into 0142-555 on the page, and authors do not write the controls
that would prevent it. Telephone numbers, dates, ranges, times, web and mail addresses are treated as if they stood
between U+2066 and U+2069, and between U+202D and U+202C within, because the signs between Arabic digits would turn
all the same; the text itself is not changed. Comes before `lines.levels`.
"""

from __future__ import annotations

import re

from sopprint.text.bidi.lines import levels

_ISOLATE, _END = "\u2066\u202d", "\u202c\u2069"
_WHOLE = re.compile(
    r"""
    (?: https?:// | www\. ) [^\s\u0590-\u08ff]+ (?<! [.,;:!?)»”] )
  | [A-Za-z0-9_.+-]+ @ [A-Za-z0-9-]+ (?: \. [A-Za-z0-9-]+ )+
  | [A-Za-z0-9-]+ (?: \. [A-Za-z0-9-]+ )* \. (?: org | gov | com | net | edu | us ) \b (?: / [^\s\u0590-\u08ff]* )?
  | [+(]* \d [\d\ ().\u2010-\u2013-]{5,} \d      # a telephone number, blanks and brackets in it
  | \+? \d+ (?: [-/.:\u2010-\u2013] \d+ )+       # a date, a time, a range, a fraction
  | \+ \d+
    """,
    re.VERBOSE,
)
_DIGITS = 7  # a telephone number has at least so many; fewer, with blanks between, are a list or a sum


def isolated_levels(text: str, base: int) -> tuple[int, ...]:
    """As `lines.levels`, with every number and address that must stay whole isolated."""
    steered: list[str] = []
    own: list[int] = []  # where in the steered text each character of the text is
    end = length = 0
    for start, stop in _spans(text):
        for piece in (text[end:start], _ISOLATE, text[start:stop], _END):
            if piece not in (_ISOLATE, _END):
                own += range(length, length + len(piece))
            steered.append(piece)
            length += len(piece)
        end = stop
    own += range(length, length + len(text) - end)
    steered.append(text[end:])
    found = levels("".join(steered), base)
    return tuple(found[at] for at in own)


def _spans(text: str) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    at = 0
    while (match := _WHOLE.search(text, at)) is not None:
        if " " in match[0] and sum(map(str.isdigit, match[0])) < _DIGITS:
            at = match.start() + match[0].index(" ") + 1  # look again at what follows the blank
            shorter = _WHOLE.fullmatch(match[0].partition(" ")[0])
            if shorter is not None:
                found.append((match.start(), match.start() + len(shorter[0])))
            continue
        found.append(match.span())
        at = match.end()
    return found
