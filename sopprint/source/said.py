"""Words that remember where they were written, on their way through a template.

Comes between the YAML tree (`nodes.py`) and the templates (`template.py`). Not here: what the words mean.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopprint.diagnostics import Place

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sopprint.source.nodes import Node

Datum = str | int | float | bool | None | tuple["Datum", ...] | dict[str, "Datum"]


class Said(str):
    """A text with the place it was written at; `below` when its lines follow that place one by one (a YAML `|`)."""

    __slots__ = ("below", "place")

    place: Place
    below: bool

    def __new__(cls, text: str, place: Place, *, below: bool = False) -> Said:
        said = super().__new__(cls, text)
        said.place = place
        said.below = below
        return said

    def again(self, text: str) -> Said:
        """Other words from the same place."""
        return Said(text, self.place, below=self.below)

    def line_place(self, line: int) -> Place:
        """Where the text's line `line` (from 0) was written, as near as is known."""
        return Place(self.place.file, self.place.line + 1 + line, 1) if self.below else self.place


def said(node: Node) -> Datum:
    """A YAML tree as plain data in which every text knows its place."""
    value = node.value
    if isinstance(value, str):
        return _text(value.rstrip("\n"), node)
    if isinstance(value, tuple):
        return tuple(said(child) for child in value)
    return _entries(value) if not isinstance(value, int | float | None) else value


def _entries(entries: Mapping[str | int, Node]) -> dict[str, Datum]:
    return {str(key): said(child) for key, child in entries.items()}


def _text(text: str, node: Node) -> Said:
    """A block scalar's lines are those under its `|`; a folded or quoted text's lines cannot be told apart."""
    start, end = node.span
    lines = text.count("\n") + 1
    return Said(text, node.place, below=lines > 1 and end.line - start.line >= lines)
