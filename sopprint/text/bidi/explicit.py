"""Embedding levels of a paragraph from its controls (UAX #9, P2 to X8), and the sequences X10 resolves one by one.

Not here: what letters and digits do to each other (`implicit.py`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

INITIATORS = ("LRI", "RLI", "FSI")
REMOVED = ("RLE", "LRE", "RLO", "LRO", "PDF", "BN")  # X9
_EMBEDDINGS = ("RLE", "LRE", "RLO", "LRO")
_DEEPEST = 125  # max_depth, BD2


class Entry(NamedTuple):
    """One entry of the directional status stack (3.3.2)."""

    level: int
    override: str
    isolate: bool


class RunSequence(NamedTuple):
    """An isolating run sequence (BD13): its characters, its level, and the directions before and after it."""

    members: tuple[int, ...]
    level: int
    before: str
    after: str


def first_strong(types: Sequence[str]) -> int:
    """The paragraph level that its first strong character gives; 0 when it has none (P2, P3)."""
    depth = 0
    for kind in types:
        if kind in INITIATORS:
            depth += 1
        elif kind == "PDI":
            depth = max(0, depth - 1)
        elif depth == 0 and kind in ("L", "R", "AL"):
            return int(kind != "L")
    return 0


def partners(types: Sequence[str]) -> dict[int, int]:
    """Each isolate initiator that has a matching PDI, with its place (BD9)."""
    found: dict[int, int] = {}
    waiting: list[int] = []
    for at, kind in enumerate(types):
        if kind in INITIATORS:
            waiting.append(at)
        elif kind == "PDI" and waiting:
            found[waiting.pop()] = at
    return found


class Explicit:
    """X1 to X8 over one paragraph. Afterwards `levels` holds a level and `types` a class for every character."""

    def __init__(self, types: Sequence[str], base: int) -> None:
        self.original = tuple(types)
        self.types = list(types)
        self.levels = [base] * len(types)
        self.matches = partners(types)
        self._base = base
        self._stack = [Entry(base, "", False)]  # noqa: FBT003 — the field's name says it
        self._deep_isolates = self._deep_embeddings = self._isolates = 0
        for at, kind in enumerate(types):
            self._read(at, kind)

    def _read(self, at: int, kind: str) -> None:
        if kind in _EMBEDDINGS:
            self.levels[at] = self._stack[-1].level
            self._embed(kind)
        elif kind in INITIATORS:
            self._stand(at)
            self._isolate(at, kind)
        elif kind == "PDI":
            self._end_isolate()
            self._stand(at)
        elif kind == "PDF":
            self._end_embedding()
            self.levels[at] = self._stack[-1].level
        elif kind != "B":
            self._stand(at, keep=kind == "BN")

    def _stand(self, at: int, *, keep: bool = False) -> None:
        top = self._stack[-1]
        self.levels[at] = top.level
        if top.override and not keep:
            self.types[at] = top.override

    def _next(self, direction: str) -> int:
        level = self._stack[-1].level
        return (level + 1) | 1 if direction == "R" else (level + 2) & ~1

    def _embed(self, kind: str) -> None:
        level = self._next(kind[0])
        if level <= _DEEPEST and not self._deep_isolates and not self._deep_embeddings:
            self._stack.append(Entry(level, kind[0] if kind[2] == "O" else "", isolate=False))
        elif not self._deep_isolates:
            self._deep_embeddings += 1

    def _isolate(self, at: int, kind: str) -> None:
        if kind == "FSI":
            inside = self.original[at + 1 : self.matches.get(at, len(self.original))]
            kind = "RLI" if first_strong(inside) else "LRI"
        level = self._next(kind[0])
        if level <= _DEEPEST and not self._deep_isolates and not self._deep_embeddings:
            self._isolates += 1
            self._stack.append(Entry(level, "", isolate=True))
        else:
            self._deep_isolates += 1

    def _end_isolate(self) -> None:
        if self._deep_isolates:
            self._deep_isolates -= 1
        elif self._isolates:
            self._deep_embeddings = 0
            while not self._stack.pop().isolate:
                pass
            self._isolates -= 1

    def _end_embedding(self) -> None:
        if self._deep_isolates:
            return
        if self._deep_embeddings:
            self._deep_embeddings -= 1
        elif not self._stack[-1].isolate and len(self._stack) > 1:
            self._stack.pop()

    def sequences(self) -> Iterator[RunSequence]:
        """Isolating run sequences in the order they start (X10); removed characters are in none."""
        kept = [at for at in range(len(self.types)) if self.original[at] not in REMOVED]
        runs = tuple(self._level_runs(kept))
        by_start = {run[0]: run for run in runs}
        ended = set(self.matches.values())
        place = {at: order for order, at in enumerate(kept)}
        for run in runs:
            if run[0] in ended:
                continue
            members = list(run)
            while (end := self.matches.get(members[-1])) in by_start:
                members += by_start[end]
            yield self._sequence(members, kept, place)

    def _level_runs(self, kept: Sequence[int]) -> Iterator[list[int]]:
        run: list[int] = []
        for at in kept:
            if run and self.levels[run[-1]] != self.levels[at]:
                yield run
                run = []
            run.append(at)
        if run:
            yield run

    def _sequence(self, members: list[int], kept: Sequence[int], place: dict[int, int]) -> RunSequence:
        level = self.levels[members[0]]
        first, last = place[members[0]], place[members[-1]]
        before = self.levels[kept[first - 1]] if first else self._base
        unmatched = self.original[members[-1]] in INITIATORS and members[-1] not in self.matches
        after = self.levels[kept[last + 1]] if last + 1 < len(kept) and not unmatched else self._base
        return RunSequence(tuple(members), level, direction(max(before, level)), direction(max(after, level)))


def direction(level: int) -> str:
    """L of even levels, R of odd ones."""
    return "R" if level & 1 else "L"
