"""Photographs of one poster put together, so that each can show what glare hides in another.

Two families' posters of one tool cannot be told apart by their print. `--separate` keeps every photograph by itself;
where merged photographs disagree, squaring up says so. Not here: which poster each one shows (`identify.py`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sopprint.photo.values import Blank, Photo, Placed


@dataclass(frozen=True, slots=True)
class Group:
    """Photographs of one poster, in the order they were named. Those laid on another paper are placed once more."""

    blank: Blank
    photos: tuple[Placed | Photo, ...]


def grouped(placed: Iterable[Placed], *, separate: bool) -> tuple[Group, ...]:
    """One group for each tool, edition, language, variant and orientation, in the order of their first photographs."""
    groups: dict[object, list[Placed]] = {}
    for index, each in enumerate(placed):
        b = each.blank
        key = index if separate else (b.tool, b.edition, b.lang, b.variant, b.orientation)
        groups.setdefault(key, []).append(each)
    return tuple(map(_group, groups.values()))


def _group(placed: list[Placed]) -> Group:
    """On the paper that agrees best: a worse photograph may have been taken for one of nearly its shape."""
    blank = max(placed, key=lambda each: each.agreement).blank
    return Group(blank, tuple(each if each.blank is blank else each.photo for each in placed))
