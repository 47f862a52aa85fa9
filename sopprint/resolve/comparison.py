"""What a kit changed, beside what is shipped: three versions of a file, entry by entry.

`then` is what was shipped when the kit's file was copied, `now` what this release ships, `ours` the kit's. Goes the
same way as `overrides.merge`, so that what is told here is what is printed. Not here: showing it (`cli/diff.py`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from sopprint.resolve.overrides import are_sections
from sopprint.source.nodes import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopprint.source.nodes import Key, Node

# ours: the kit changed it · both: the kit and a release did · release: a release did, and the kit follows ·
# gone: the kit changed it, and a release took it out
Kind = Literal["ours", "both", "release", "gone"]


class Difference(Struct, frozen=True):
    """One entry; a version is None where it does not have it."""

    path: tuple[Key, ...]
    kind: Kind
    then: Node | None
    now: Node | None
    ours: Node | None

    @property
    def name(self) -> str:
        """The path as `layouts/renamed.yaml` has it; entries of lists count from 1."""
        return ".".join(str(step) for step in self.path)


class _Versions(Struct, frozen=True):
    """`based`: the file was copied, so that what is not in `then` was not there either."""

    ours: Node | None
    now: Node | None
    then: Node | None
    based: bool

    def there(self) -> tuple[Node, ...]:
        return tuple(node for node in (self.now, self.ours, self.then) if node is not None)

    def keys(self) -> tuple[Key, ...]:
        """The keys to go on with; none where these versions are not merged entry by entry."""
        living = [node for node in (self.now, self.ours) if node is not None]
        alone = len(living) < 2 and self.then is not None and not self.then.is_mapping
        if not living or alone or not all(node.is_mapping for node in living):
            return ()
        return tuple(dict.fromkeys(key for node in self.there() for key, _ in node.pairs()))

    def at(self, key: Key) -> _Versions:
        ours, now, then = (node.get(key) if node is not None else None for node in (self.ours, self.now, self.then))
        return _Versions(ours, now, then, self.based)

    def kind(self) -> Kind | None:
        if self.ours is None or (self.based and _same(self.ours, self.then)):
            return "release" if self.based and not _same(self.now, self.then) else None
        if _same(self.ours, self.now):
            return None
        if not self.based or _same(self.now, self.then):
            return "ours"
        return "gone" if self.now is None else "both"


def compare(ours: Node, now: Node | None, then: Node | None) -> tuple[Difference, ...]:
    """Every difference, in the order of the shipped file, then what only the kit has."""
    return tuple(_differences((), _Versions(ours, now, then, then is not None)))


def _differences(path: tuple[Key, ...], versions: _Versions) -> Iterator[Difference]:
    keys, there = versions.keys(), versions.there()
    if keys:
        for key in keys:
            yield from _differences((*path, key), versions.at(key))
    elif len(there) == 3 and are_sections(*there):
        for index in range(len(there[0].items())):
            yield from _differences((*path, index + 1), versions.at(index))
    else:
        kind = versions.kind()
        if kind is not None:
            yield Difference(path, kind, versions.then, versions.now, versions.ours)


def _same(one: Node | None, other: Node | None) -> bool:
    if one is None or other is None:
        return one is other
    return bool(plain(one) == plain(other))
