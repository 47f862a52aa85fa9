"""Three versions of a text made one, line by line: what a release changed goes into a file that a county has edited.

Remarks and order stay as the county has them. Where both changed the same lines, the county's stay; whether the result
still says the same, its caller has to find out. Not here: what is printed of such files (`overrides.py`).
"""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Region = tuple[int, int, int, int, int, int]  # from and to, in base, ours, now


def merged(ours: str, base: str, now: str) -> str:
    """`base` with the changes of both."""
    lines = tuple(text.splitlines(keepends=True) for text in (base, ours, now))
    result: list[str] = []
    at = (0, 0, 0)
    for start, end, in_ours, to_ours, in_now, to_now in _common(*lines):
        before = (lines[0][at[0] : start], lines[1][at[1] : in_ours], lines[2][at[2] : in_now])
        result += _chosen(*before)
        result += lines[0][start:end]
        at = (end, to_ours, to_now)
    return "".join(result)


def _common(base: Sequence[str], ours: Sequence[str], now: Sequence[str]) -> Iterator[Region]:
    """Runs of lines that all three have, in order; the last is the empty one at the end."""
    ours_blocks = SequenceMatcher(None, base, ours, autojunk=False).get_matching_blocks()
    now_blocks = SequenceMatcher(None, base, now, autojunk=False).get_matching_blocks()
    for mine in ours_blocks:
        for its in now_blocks:
            start, end = max(mine.a, its.a), min(mine.a + mine.size, its.a + its.size)
            if start < end:
                in_ours, in_now = mine.b + start - mine.a, its.b + start - its.a
                yield start, end, in_ours, in_ours + end - start, in_now, in_now + end - start
    yield len(base), len(base), len(ours), len(ours), len(now), len(now)


def _chosen(base: Sequence[str], ours: Sequence[str], now: Sequence[str]) -> Sequence[str]:
    """Of lines that are not the same in all three: those that changed, and the county's where both did."""
    if ours == base:
        return now
    if now == base or len({len(base), len(ours), len(now)}) > 1:
        return ours
    return [mine if mine != old else its for old, mine, its in zip(base, ours, now, strict=True)]
