"""Which arrangement of its zones a tool takes on a page: the body with portrait, narrow, small, bilingual and variant
changes.

Works on located nodes, so that a mistake in a change points at the change. Not here: typed decoding (`source/load.py`),
sharing space (`layout/`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field

from sopprint.diagnostics import Diagnostic

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopprint.source.nodes import Node

OFF = ("off", False)
AROUND = "around"  # in a change: settings of the row, column or overlay that holds the element
_PLACEMENT = ("at", "size", "weight", "min")  # a replacement stands where the old element stood
NARROW = 1.4  # landscape pages under this are narrow (letter 1.29, ARCH C 1.33)
SMALLEST_UNIT = 9 / 28  # points per u under which fine print (28 u) would fall below 9 pt


class PageKind(Struct, frozen=True):
    """What of a page an arrangement depends on."""

    tall: bool
    narrow: bool
    small: bool
    bilingual: bool = False

    @classmethod
    def of(cls, width: float, height: float, *, bilingual: bool = False) -> PageKind:
        """From the trimmed page in points."""
        short = min(width, height)
        return cls(
            tall=height > width,
            narrow=height <= width < NARROW * height,
            small=short / 2400 < SMALLEST_UNIT,
            bilingual=bilingual,
        )


class Arranged(Struct):
    """The body to decode, the ground and header to use, and what went wrong."""

    body: Node
    ground: str
    header: str
    found: list[Diagnostic] = field(default_factory=list)


def arrange(tool: Node, kind: PageKind, variant: str | None) -> Arranged:
    """Lay the changes for this kind of page over the tool's body."""
    body = tool.get("body")
    assert body is not None, "a decoded tool has a body"
    made = Arranged(body, _word(tool, "ground", "flat"), _word(tool, "header", "full"))
    for layer in layers(tool, kind, variant):
        replacement = layer.get("body")
        if replacement is not None and replacement.is_mapping:
            made.body = replacement
        made.ground = _word(layer, "ground", made.ground)
        made.header = _word(layer, "header", made.header)
        changes = layer.get("change")
        if changes is not None:
            _apply(made, changes)
    return made


def layers(tool: Node, kind: PageKind, variant: str | None) -> Iterator[Node]:
    """The arrangements that hold, in the order they are laid over each other."""
    yield from _layers_of(tool, kind)
    chosen = (tool.get("variants") or tool).get(variant) if variant else None
    if chosen is not None:
        yield chosen
        yield from _layers_of(chosen, kind)


def _layers_of(node: Node, kind: PageKind) -> Iterator[Node]:
    for key, holds in (("portrait", kind.tall), ("narrow", kind.narrow), ("small", kind.small)):
        layer = node.get(key)
        if holds and layer is not None:
            yield layer
    both = node.get("bilingual") if kind.bilingual else None
    if both is None:
        return
    for key, holds in (("", True), ("landscape", not kind.tall), ("portrait", kind.tall), ("narrow", kind.narrow)):
        layer = both.get(key) if key else both
        if holds and layer is not None:
            yield layer


def _word(node: Node, key: str, default: str) -> str:
    found = node.get(key)
    return str(found.value) if found is not None else default


def _apply(made: Arranged, changes: Node) -> None:
    todo = {str(name): change for name, change in changes.pairs()}
    changed = _changed(made.body, todo)
    if changed is not None:
        made.body = changed
    for name, change in todo.items():
        message = f"`change` names “{name}”, but nothing has that id or zone in this arrangement"
        made.found.append(Diagnostic("SP110", message, change.key_place))


def _changed(node: Node, todo: dict[str, Node]) -> Node | None:
    """The element with changes applied to it and below it; None when it is switched off. Uses up `todo`."""
    change = todo.pop(element_name(node) or "", None)
    if change is not None:
        if change.value in OFF:
            return None
        node = _laid_over(node, change)
    items = node.get("items")
    if items is not None and items.is_list:
        for child in items.items():
            wanted = todo.get(element_name(child) or "")
            around = wanted.get(AROUND) if wanted is not None else None
            node = node if around is None else _laid_over(node, around)
        kept = (_changed(child, todo) for child in items.items())
        node = node.replaced("items", items.holding(child for child in kept if child is not None))
    content = node.get("content")
    if content is not None and content.is_mapping:
        node = node.replaced("content", _changed(content, todo))
    return node


def element_name(node: Node) -> str | None:
    """The name an element can be changed by: its id, else its zone."""
    named = node.get("id") or node.get("zone")
    return named.text if named is not None else None


def _laid_over(node: Node, change: Node) -> Node:
    if change.get("draw") is not None:
        base = change.replaced(AROUND, None)
        for key in _PLACEMENT:
            kept = node.get(key)
            if kept is not None and change.get(key) is None:
                base = base.replaced(key, kept)
        return base
    for setting, value in change.pairs():
        if setting != AROUND:
            node = node.replaced(setting, value)
    return node
