"""Levels from letters, digits, brackets and what stands between them (UAX #9, W1 to I2), one sequence at a time.

Not here: controls (`explicit.py`) and lines (`lines.py`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopprint.text.bidi.brackets import pairs
from sopprint.text.bidi.explicit import INITIATORS, direction

if TYPE_CHECKING:
    from sopprint.text.bidi.explicit import Explicit, RunSequence

_ISOLATES = (*INITIATORS, "PDI")
_NEUTRAL = ("B", "S", "WS", "ON", *_ISOLATES)
_STRONG = {"L": "L", "R": "R", "EN": "R", "AN": "R"}  # N0 to N2 take numbers for right-to-left


def resolve(text: str, explicit: Explicit, sequence: RunSequence) -> None:
    """Write the levels of one isolating run sequence into `explicit.levels`."""
    types = [explicit.types[at] for at in sequence.members]
    _marks(types, sequence.before)
    _numbers(types, sequence.before)
    _separators(types)
    _terminators(types)
    types[:] = ["ON" if kind in ("ES", "ET", "CS") else kind for kind in types]  # W6
    _latin_numbers(types, sequence.before)
    _brackets(text, types, explicit, sequence)
    _neutrals(types, sequence)
    for at, kind in zip(sequence.members, types, strict=True):
        explicit.levels[at] = _level(kind, sequence.level)


def _marks(types: list[str], before: str) -> None:
    """W1: a mark is as what it stands on."""
    for at, kind in enumerate(types):
        if kind == "NSM":
            earlier = types[at - 1] if at else before
            types[at] = "ON" if earlier in _ISOLATES else earlier


def _numbers(types: list[str], strong: str) -> None:
    """W2 and W3: digits after Arabic letters are Arabic numbers; then Arabic letters are right-to-left letters."""
    for at, kind in enumerate(types):
        if kind in ("R", "L", "AL"):
            strong = kind
        elif kind == "EN" and strong == "AL":
            types[at] = "AN"
    types[:] = ["R" if kind == "AL" else kind for kind in types]


def _separators(types: list[str]) -> None:
    """W4: one separator between two numbers of a kind is part of the number."""
    for at in range(1, len(types) - 1):
        earlier, kind, later = types[at - 1 : at + 2]
        if earlier == later and ((kind == "ES" and earlier == "EN") or (kind == "CS" and earlier in ("EN", "AN"))):
            types[at] = earlier


def _terminators(types: list[str]) -> None:
    """W5: signs such as % and $ beside a number are part of it."""
    for start, stop in _stretches(types, ("ET",)):
        if "EN" in (types[start - 1] if start else "", types[stop] if stop < len(types) else ""):
            types[start:stop] = ["EN"] * (stop - start)


def _latin_numbers(types: list[str], strong: str) -> None:
    """W7: digits after left-to-right letters go with them."""
    for at, kind in enumerate(types):
        if kind in ("R", "L"):
            strong = kind
        elif kind == "EN" and strong == "L":
            types[at] = "L"


def _brackets(text: str, types: list[str], explicit: Explicit, sequence: RunSequence) -> None:
    """N0: a pair of brackets takes one direction, that of the text around it where that is also inside it."""
    own = direction(sequence.level)
    signs = [text[at] if kind == "ON" else "" for at, kind in zip(sequence.members, types, strict=True)]
    for start, stop in pairs(signs):
        inside = {_STRONG[kind] for kind in types[start + 1 : stop] if kind in _STRONG}
        if not inside:
            continue
        if own in inside:
            chosen = own
        else:
            earlier = (_STRONG[kind] for kind in reversed(types[:start]) if kind in _STRONG)
            chosen = next(earlier, sequence.before)
        for at in (start, stop):
            types[at] = chosen
            _marks_after(at, types, explicit, sequence)


def _marks_after(bracket: int, types: list[str], explicit: Explicit, sequence: RunSequence) -> None:
    for at in range(bracket + 1, len(types)):
        if explicit.original[sequence.members[at]] != "NSM":
            return
        types[at] = types[bracket]


def _neutrals(types: list[str], sequence: RunSequence) -> None:
    """N1 and N2: what stands between two of a direction takes it, anything else the direction of the sequence."""
    for start, stop in _stretches(types, _NEUTRAL):
        earlier = _STRONG[types[start - 1]] if start else sequence.before
        later = _STRONG[types[stop]] if stop < len(types) else sequence.after
        chosen = earlier if earlier == later else direction(sequence.level)
        types[start:stop] = [chosen] * (stop - start)


def _stretches(types: list[str], wanted: tuple[str, ...]) -> list[tuple[int, int]]:
    """Where the longest stretches of only `wanted` classes begin and end."""
    found: list[tuple[int, int]] = []
    start = None
    for at, kind in enumerate((*types, "")):
        if kind in wanted:
            start = at if start is None else start
        elif start is not None:
            found.append((start, at))
            start = None
    return found


def _level(kind: str, level: int) -> int:
    """I1 and I2."""
    if level & 1:
        return level + (kind != "R")
    return level + {"L": 0, "R": 1}.get(kind, 2)
