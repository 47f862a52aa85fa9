"""One language's words after variant and kit changes: looked up by path, each with the place it was written.

Purpose: give layout and drawing a `Phrase` for every text, so that a mistake can point into the file a trainer edits.
Not here: reading files (`source/`), fonts, fitting.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from sopprint.diagnostics import Place
    from sopprint.source.nodes import Node


class Phrase(Struct, frozen=True):
    """A text in one or more forms, longest first, and where it was written."""

    forms: tuple[str, ...]
    place: Place | None = None

    @property
    def text(self) -> str:
        return self.forms[0]


class Words(Struct, frozen=True):
    """A words file (already validated) as located nodes."""

    node: Node
    language: str

    def _at(self, path: tuple[str | int, ...]) -> Node | None:
        node: Node | None = self.node
        for step in path:
            node = node.get(step) if node is not None else None
        return node

    def phrase(self, *path: str | int) -> Phrase | None:
        """The text at a path such as ("zones", "good", "name"), or None where the file has none."""
        node = self._at(path)
        return None if node is None or node.value is None else phrase_of(node)

    def phrases(self, *path: str | int) -> tuple[Phrase, ...]:
        """The texts of a list, in order; empty where there is no list."""
        node = self._at(path)
        return () if node is None else tuple(phrase_of(child) for child in node.items())

    def place(self, *path: str | int) -> Place:
        """Where a path is written, or the nearest thing above it that is."""
        node = self.node
        for step in path:
            found = node.get(step)
            if found is None:
                break
            node = found
        return node.place


def phrase_of(node: Node) -> Phrase:
    forms = tuple(str(child.value) for child in node.items()) if node.is_list else (str(node.value),)
    return Phrase(forms, node.place)
