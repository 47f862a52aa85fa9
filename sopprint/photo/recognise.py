"""A poster whose code is covered, known by its drawing: which of the library's tools it is, and in which language.

Purpose: choose whom to compare with, quickly: every tool in its first language, then the best ones in all theirs.
Whether the choice is right is for `identify.py` to say, from a full comparison. Only for photographs with two corner
marks or more: without them comparing takes too long.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from sopprint.photo.place import likeness
from sopprint.photo.shelf import Poster, sheets

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sopprint.photo.place import View
    from sopprint.photo.shelf import Asked, Sheet, Shelf
    from sopprint.photo.sight import Sight
    from sopprint.resolve.library import ToolInfo

_BEST: Final = 2  # tools that are looked at in all their languages
_FIRST: Final = "en"
_LIKE: Final = 0.35  # likeness under which it is none of them
_AT_ONCE: Final = 0.7  # likeness that needs no look at others


def recognised(view: View, sight: Sight, asked: Asked, shelf: Shelf) -> tuple[ToolInfo, str] | None:
    """The likeliest tool and language; None where too few marks are in view, or nothing is like it."""
    if sight.guess is None:
        return None
    some = next(sheets(replace(sight, shape=sight.guess), asked), ())
    tools = [tool for tool in shelf.library.tools() if asked.lang is None or tool.speaks(asked.lang)]
    first = [(tool, asked.lang or (_FIRST if _FIRST in tool.languages else tool.languages[0])) for tool in tools]
    ranked = _ranked(view, shelf, first, some)
    if ranked and ranked[0][0] < _AT_ONCE and asked.lang is None:
        done = {tool.name: lang for tool, lang in first}
        more = [(tool, lang) for _, tool, _ in ranked[:_BEST] for lang in tool.languages if lang != done[tool.name]]
        ranked += _ranked(view, shelf, more, some)
    best = max(ranked, key=lambda each: each[0], default=None)
    return best[1:] if best is not None and best[0] >= _LIKE else None


def spoken(view: View, sight: Sight, asked: Asked, shelf: Shelf, tool: ToolInfo) -> tuple[str, ...]:
    """The languages that a tool's poster can be in: one where a quick look is sure, else all."""
    if sight.guess is None:
        return tool.languages
    some = next(sheets(replace(sight, shape=sight.guess), asked), ())
    ranked = _ranked(view, shelf, [(tool, lang) for lang in tool.languages], some)
    return (ranked[0][2],) if ranked[0][0] >= _AT_ONCE else tool.languages


def _ranked(
    view: View, shelf: Shelf, which: Iterable[tuple[ToolInfo, str]], some: tuple[Sheet, ...]
) -> list[tuple[float, ToolInfo, str]]:
    """How alike each is on the paper that suits it best, the likest first."""
    found = []
    for tool, lang in which:
        known = shelf.known(Poster(tool.name, lang, *sheet, None) for sheet in some)
        found.append((max((likeness(view, each) for each in known), default=0.0), tool, lang))
    return sorted(found, key=lambda each: -each[0])
