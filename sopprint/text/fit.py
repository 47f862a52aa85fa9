"""Choosing where lines end: filled, or evened out, or at the largest size that fits.

Rooms are whole font units here (`Face.room` converts), so every comparison is exact. A word is never cut to make it
fit: what does not fit is told to the caller. Nothing here knows boxes or line spacing; `layout/` and `draw/` do.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopprint.text.paragraph import Paragraph
    from sopprint.text.shape import Shaped

_Stops = tuple[int, ...]
_Cost = tuple[bool, int]  # a lone last word; then the sum of squared widths, least when lines are most even


class Fit(Struct, frozen=True):
    """The size in points at which a text fits, or None and how many points of width are missing at the floor."""

    size: float | None
    missing: float = 0.0


def fill(paragraph: Paragraph, room: int) -> tuple[Shaped, ...] | None:
    """Lines as full as can be, which are also the fewest; None when a word is wider than the room."""
    found: list[Shaped] = []
    for first, last in _stretches(paragraph):
        stops = _filled(paragraph, first, last, room)
        if stops is None:
            return None
        found += _lines(paragraph, stops)
    return tuple(found)


def balanced(paragraph: Paragraph, room: int, most: int) -> tuple[Shaped, ...] | None:
    """The fewest lines, as even as they can be, without a lone word on the last when there is another way.

    None when the text needs more than `most` lines, or has a word wider than the room.
    """
    found: list[Shaped] = []
    for first, last in _stretches(paragraph):
        stops = _filled(paragraph, first, last, room)
        if stops is None:
            return None
        if len(stops) > 2:
            stops = _even(paragraph, stops, room)
        found += _lines(paragraph, stops)
    return tuple(found) if len(found) <= most else None


def largest_size(paragraph: Paragraph, room: float, *, size: float, floor: float, most: int = 1) -> Fit:
    """The largest size from `floor` up to `size` at which the text takes at most `most` lines of `room`, all in points.

    Missing is infinite when the author's own line ends alone make more than `most` lines.
    """
    face = paragraph.shaped.face
    if _count(paragraph, face.room(room, size)) <= most:
        return Fit(size)
    need = narrowest(paragraph, most)
    if need is None:
        return Fit(None, math.inf)
    # Widths grow with the size and breaks depend on their ratio to the room alone, so this is exact.
    largest = room * face.units / need
    return Fit(largest) if largest >= floor else Fit(None, need * floor / face.units - room)


def narrowest(paragraph: Paragraph, most: int) -> int | None:
    """The least room in which the text takes at most `most` lines; None when there is none."""
    if len(paragraph.forced) > most:
        return None
    widest = max(paragraph.width(first, last) for first, last in _stretches(paragraph))
    return bisect_left(range(widest), x=True, key=lambda room: _count(paragraph, room) <= most)


def _count(paragraph: Paragraph, room: int) -> float:
    """How many lines the text takes, infinite when it has a word wider than the room."""
    stretches = (_filled(paragraph, first, last, room) for first, last in _stretches(paragraph))
    return sum(math.inf if stops is None else len(stops) - 1 for stops in stretches)


def _stretches(paragraph: Paragraph) -> Iterator[tuple[int, int]]:
    """From one line end of the author's to the next."""
    return pairwise((0, *paragraph.forced))


def _lines(paragraph: Paragraph, stops: _Stops) -> Iterator[Shaped]:
    return (paragraph.line(first, last) for first, last in pairwise(stops))


def _filled(paragraph: Paragraph, first: int, last: int, room: int) -> _Stops | None:
    """Stops of the fullest lines from `first` to `last`."""
    stops = [first]
    while stops[-1] < last:
        reached = max(_reach(paragraph, stops[-1], last, room), default=None)
        if reached is None:
            return None
        stops.append(reached)
    return tuple(stops)


def _reach(paragraph: Paragraph, first: int, last: int, room: int) -> Iterator[int]:
    """Each stop up to `last` at which a line from `first` may end."""
    for stop in range(first + 1, last + 1):
        if paragraph.width(first, stop) <= room:
            yield stop
        elif not paragraph.hyphenated(stop):  # a hyphen can be wider than what would stand in its place
            return


def _even(paragraph: Paragraph, filled: _Stops, room: int) -> _Stops:
    """As many lines as `filled` has, over the same text, at the least cost."""
    first, last, count = filled[0], filled[-1], len(filled) - 1
    ways: dict[int, tuple[_Cost, _Stops]] = {first: ((False, 0), (first,))}
    for _ in range(count - 1):
        further: dict[int, tuple[_Cost, _Stops]] = {}
        for start, ((_, cost), stops) in ways.items():
            for stop in _reach(paragraph, start, last - 1, room):
                way = ((False, cost + paragraph.width(start, stop) ** 2), (*stops, stop))
                further[stop] = min(way, further.get(stop, way))
        ways = further
    ends = (
        ((paragraph.words(start, last) < 2, cost + paragraph.width(start, last) ** 2), (*stops, last))
        for start, ((_, cost), stops) in ways.items()
        if paragraph.width(start, last) <= room
    )
    return min(ends)[1]
