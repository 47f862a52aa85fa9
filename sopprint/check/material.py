"""What the checks of a tool look at: its files as nodes, and a few ways to ask them.

Nodes, not models: a check must be able to speak about a file that has mistakes elsewhere. Everything here is tolerant;
that a value is of the right kind is `source/load.py`'s business.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from msgspec import Struct

from sopprint.model import elements as spec
from sopprint.resolve.arrangement import Arranged, PageKind, arrange
from sopprint.source.nodes import Node, overlay

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sopprint.resolve.library import Library
    from sopprint.resources import Folder
    from sopprint.source.nodes import Key

CLASSES: tuple[type[spec.Element], ...] = get_args(spec.AnyElement)
_KINDS = tuple(
    PageKind(tall, narrow, small, bilingual)
    for tall, narrow in ((False, False), (False, True), (True, False))
    for small, bilingual in ((False, False), (True, False), (False, True))
)
_DOME_ZONES = ("outer", "inside", "rules")


class Setting(Struct, frozen=True):
    """An element as it stands in one arrangement; `zone` is the node that names its zone (its panel's for slots)."""

    node: Node
    zone: Node | None
    variant: str | None

    @property
    def kind(self) -> str:
        return text(self.node, "draw")

    def zones(self) -> Iterator[Node]:
        """Every node that names a zone here: its own, those of rings, those of a dome."""
        own = self.node.get("zone")
        if own is not None:
            yield own
        rings = self.node.get("rings")
        if rings is not None:
            yield from (zone for ring in rings.items() if (zone := ring.get("zone")) is not None)
        if self.kind == "dome":
            for name in _DOME_ZONES:
                given = self.node.get(name)
                yield given if given is not None else Node(name, self.node.file, self.node.span, self.node.key_span)


class Material(Struct, frozen=True):
    """A tool's files and the shared ones; what could not be read is None or not there.

    `library` makes the tool's guides where they are not made of these files alone.
    """

    folder: Folder
    shared: Folder
    layout: Node | None
    words: Mapping[str, Node]
    common: Mapping[str, Node]
    theme: Node | None
    settings: tuple[Setting, ...] = ()
    library: Library | None = None

    def zones_used(self) -> dict[str, Node]:
        """Every zone any arrangement names, with the node that names it first."""
        return {z.text: z for s in reversed(self.settings) for z in reversed([*s.zones()]) if z.text}

    def words_of(self, language: str, variant: str | None) -> Node | None:
        """The `zones:` of a language, with the words of the variant laid over."""
        words = self.words[language]
        zones, changed = words.get("zones"), child(words, "variants", variant or "", "zones")
        if zones is None or changed is None or not zones.is_mapping:
            return zones
        return overlay(zones, changed)


def arrangements(layout: Node) -> Iterator[tuple[str | None, Arranged]]:
    """Every arrangement the layout can tell apart, with its variant's name; none where there is no body."""
    if layout.get("body") is None:
        return
    for variant in (None, *(str(key) for key, _ in pairs(layout.get("variants")))):
        for kind in _KINDS:
            yield variant, arrange(layout, kind, variant)


def settings(layout: Node) -> tuple[Setting, ...]:
    """Every element of every arrangement, each node once for each variant it is in."""
    found: dict[tuple[int, str | None], Setting] = {}
    for variant, made in arrangements(layout):
        for setting in _within(made.body, None, variant):
            found.setdefault((id(setting.node), variant), setting)
    return tuple(found.values())


def _within(node: Node, zone: Node | None, variant: str | None) -> Iterator[Setting]:
    own = node.get("zone")
    zone = own if own is not None else zone
    yield Setting(node, zone, variant)
    items, content = node.get("items"), node.get("content")
    children = items.items() if items is not None and items.is_list else ()
    for inner in (*children, content):
        if inner is not None and inner.is_mapping:
            yield from _within(inner, zone, variant)


def pairs(node: Node | None) -> tuple[tuple[Key, Node], ...]:
    """Keys and values of a mapping; none where it is not there."""
    return node.pairs() if node is not None else ()


def entries(node: Node | None) -> tuple[Node, ...]:
    """The entries of a list or mapping; none where it is not there."""
    return node.items() if node is not None else ()


def child(node: Node | None, *path: str) -> Node | None:
    """The node at a path, or None."""
    for key in path:
        node = node.get(key) if node is not None else None
    return node


def text(node: Node | None, *path: str) -> str:
    """The words at a path, or "" where there are none."""
    found = child(node, *path)
    return (found.text or "") if found is not None else ""


def forms(node: Node | None) -> tuple[Node, ...]:
    """The forms of a text, longest first; none where it is not there."""
    if node is None:
        return ()
    return tuple(n for n in (node.items() if node.is_list else (node,)) if n.text)


def has(node: Node | None, key: str) -> bool:
    """Whether a mapping has an entry that says something."""
    found = node.get(key) if node is not None else None
    return found is not None and found.value not in (None, "", ())
