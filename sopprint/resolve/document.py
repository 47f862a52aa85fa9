"""One poster to be laid out: tool, words, look, brand, paper; nothing left to look up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sopprint.diagnostics import Place
    from sopprint.geometry import Size
    from sopprint.model.elements import Element
    from sopprint.model.tool import Tool
    from sopprint.model.words import Direction
    from sopprint.paper import Orientation, Paper
    from sopprint.resolve.arrangement import PageKind
    from sopprint.resolve.bilingual import Second
    from sopprint.resolve.brand import Brand
    from sopprint.resolve.fingerprint import Fingerprint
    from sopprint.resolve.look import Look
    from sopprint.resolve.words import Words
    from sopprint.resources import Folder
    from sopprint.source.nodes import Node

UNITS = 2400  # u along the short side


class Document(Struct, frozen=True):
    """Everything layout needs. `size` is the trimmed page in points."""

    tool: Tool
    body: Element
    body_node: Node
    ground: str
    header: str
    words: Words
    common: Words
    reviewed: bool
    direction: Direction | None  # what the words say; None leaves it to the language
    look: Look
    brand: Brand
    paper: Paper
    orientation: Orientation
    variant: str | None
    kind: PageKind
    settings: Mapping[str, bool]
    folder: Folder
    fingerprint: Fingerprint
    second: Second | None = None

    @property
    def language(self) -> str:
        """As it was asked for: "en", or "en+es" for two."""
        return self.words.language if self.second is None else f"{self.words.language}+{self.second.language}"

    @property
    def edition(self) -> str:
        """The edition as it is printed, with the fingerprint of words and layout beside it: "2026.1 · k7f3qa"."""
        return f"{self.tool.edition} · {self.fingerprint.printed}"

    @property
    def size(self) -> Size:
        return self.paper.turned(self.orientation)

    @property
    def unit(self) -> float:
        """Points per u."""
        return self.paper.size.width / UNITS

    @property
    def tall(self) -> bool:
        return self.kind.tall

    @property
    def small(self) -> bool:
        return self.kind.small

    @property
    def paper_name(self) -> str:
        return f"{self.paper.name} {self.orientation}"

    def place_of(self, element: Element) -> Place | None:
        """Where an element of the body was written."""
        for found, node in _walk(self.body, self.body_node):
            if found is element:
                return node.place
        return None


def _walk(element: Element, node: Node) -> Iterator[tuple[Element, Node]]:
    """Elements and the nodes they were decoded from, side by side."""
    yield element, node
    items = node.get("items")
    if items is not None and hasattr(element, "items"):
        for child, child_node in zip(element.items, items.items(), strict=False):
            yield from _walk(child, child_node)
    content, content_node = getattr(element, "content", None), node.get("content")
    if content is not None and content_node is not None:
        yield from _walk(content, content_node)
