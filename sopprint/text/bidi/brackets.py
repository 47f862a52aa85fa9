"""Pairs of brackets (UAX #9, BD14 to BD16): the characters of Unicode's BidiBrackets.txt.

Not here: what a pair's direction becomes (`implicit.py`).
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_PAIRS = (
    "()[]{}༺༻༼༽᚛᚜⁅⁆⁽⁾₍₎⌈⌉⌊⌋〈〉❨❩❪❫❬❭❮❯❰❱❲❳❴❵⟅⟆⟦⟧⟨⟩⟪⟫⟬⟭⟮⟯⦃⦄⦅⦆⦇⦈⦉⦊⦋⦌⦍⦐⦏⦎⦑⦒⦓⦔⦕⦖⦗⦘⧘⧙⧚⧛⧼⧽⸢⸣⸤⸥⸦⸧⸨⸩"
    "\u2e55\u2e56\u2e57\u2e58\u2e59\u2e5a\u2e5b\u2e5c〈〉《》「」『』【】〔〕〖〗〘〙〚〛﹙﹚﹛﹜﹝﹞（）［］｛｝｟｠｢｣"
)
_SAME = MappingProxyType({"\u2329": "\u3008", "\u232a": "\u3009"})  # canonical equivalents
_CLOSING = MappingProxyType(dict(zip(_PAIRS[::2], _PAIRS[1::2], strict=True)))
_CLOSERS = frozenset(_CLOSING.values())
_MOST = 63  # BD16


def pairs(characters: Sequence[str]) -> list[tuple[int, int]]:
    """Where matching brackets stand, ordered by the opening one (BD16). Characters that are no bracket are "" ."""
    waiting: list[tuple[str, int]] = []
    found: list[tuple[int, int]] = []
    for at, written in enumerate(characters):
        bracket = _SAME.get(written, written)
        if bracket in _CLOSING:
            if len(waiting) == _MOST:
                return []
            closer = _CLOSING[bracket]
            waiting.append((_SAME.get(closer, closer), at))
        elif bracket in _CLOSERS:
            depth = next((d for d in reversed(range(len(waiting))) if waiting[d][0] == bracket), None)
            if depth is not None:
                found.append((waiting[depth][1], at))
                del waiting[depth:]
    return sorted(found)
