"""The words of a poster after variant and kit changes: looked up by path, each with the place it was written.

Purpose: give layout and drawing a `Phrase` for every text, so that a mistake can point into the file a trainer edits.
On a poster in two languages each phrase brings the same words in the second. Not here: reading files (`source/`),
whether the second language has all words (`bilingual.py`), fonts, fitting.
"""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

if TYPE_CHECKING:
    from sopprint.diagnostics import Place
    from sopprint.source.nodes import Node


class Phrase(Struct, frozen=True):
    """A text in one or more forms, longest first, and where it was written.

    `second` says the same in the second language of a poster, unless it says it in the same words.
    """

    forms: tuple[str, ...]
    place: Place | None = None
    second: Phrase | None = None

    @property
    def text(self) -> str:
        return self.forms[0]

    @property
    def alone(self) -> Phrase:
        """Without the second language, for what is printed once."""
        return self if self.second is None else replace(self, second=None)


class Words(Struct, frozen=True):
    """A words file (already validated) as located nodes, and that of the second language."""

    node: Node
    language: str
    second: Words | None = None

    def _at(self, path: tuple[str | int, ...]) -> Node | None:
        node: Node | None = self.node
        for step in path:
            node = node.get(step) if node is not None else None
        return node

    def phrase(self, *path: str | int) -> Phrase | None:
        """The text at a path such as ("zones", "good", "name"), or None where the file has none."""
        node = self._at(path)
        if node is None or node.value is None:
            return None
        return phrase_of(node) if self.second is None else paired(phrase_of(node), self.second.phrase(*path))

    def phrases(self, *path: str | int) -> tuple[Phrase, ...]:
        """The texts of a list, in order; empty where there is no list."""
        node = self._at(path)
        found = () if node is None else tuple(phrase_of(child) for child in node.items())
        if self.second is None:
            return found
        others = self.second.phrases(*path)[: len(found)]
        return tuple(paired(first, second) for first, second in zip_longest(found, others))

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


def paired(first: Phrase, second: Phrase | None) -> Phrase:
    """The first with the second under it; the same words are printed once."""
    return first if second is None or second.text == first.text else replace(first, second=second)
