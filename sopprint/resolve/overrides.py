"""What a kit writes over the files that come with the program: words by language, and layouts.

    words/<tool>.<lang>.yaml     laid over a tool's words; without shipped ones, a language of the county's own
    words/common.<lang>.yaml     laid over the words all tools share; words/guide.<lang>.yaml over those of all guides
    layouts/<tool>.yaml          laid over a tool's layout
    */.base/<same name>          the shipped file as it was when the kit's was copied from it

Of a copied file only what differs from its base counts, so that all else follows later releases of the program.
Comes before decoding (`library.py`). Not here: copying (`cli/customize.py`), comparing for people (`comparison.py`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from sopprint.source.nodes import Node, plain, read

if TYPE_CHECKING:
    from collections.abc import Callable

    from sopprint.resources import Folder
    from sopprint.source.nodes import Key

WORDS, LAYOUTS, BASE = "words", "layouts", ".base"
COMMON, GUIDE = "common", "guide"  # stand where a tool's name does


def words_name(tool: str, lang: str) -> str:
    """Where a kit has its words for a tool, relative to its folder."""
    return f"{WORDS}/{tool}.{lang}.yaml"


def layout_name(tool: str) -> str:
    """Where a kit has its changes of a tool's layout."""
    return f"{LAYOUTS}/{tool}.yaml"


def base_name(name: str) -> str:
    """Where the shipped file is kept that a file of the kit was copied from."""
    folder, _, file = name.partition("/")
    return f"{folder}/{BASE}/{file}"


class Change(Struct, frozen=True):
    """A kit's file, and the shipped one it was copied from; without that, all of it counts."""

    ours: Node
    base: Node | None = None

    def over(self, now: Node | None) -> Node:
        """The shipped file of this release with the kit's changes."""
        return merge(self.ours, now, self.base) or self.ours


class Overrides(Struct, frozen=True):
    """A kit's folder, asked for changes."""

    folder: Folder

    def languages(self, tool: str) -> tuple[str, ...]:
        """Languages in which the kit has words for a tool."""
        return tuple(name.split(".")[1] for name in self.folder.names(words_name(tool, "*")))

    def words(self, tool: str, lang: str, cut: Callable[[str], str] = str) -> Change | None:
        """What the kit says otherwise; None where it says nothing. `cut` shortens a file before it is read."""
        return self.change(words_name(tool, lang), cut)

    def layout(self, tool: str) -> Change | None:
        """What the kit draws otherwise, or None."""
        return self.change(layout_name(tool))

    def change(self, name: str, cut: Callable[[str], str] = str) -> Change | None:
        """One of the kit's files with its base. Raises SopprintError when either cannot be read."""
        if not self.folder.exists(name):
            return None
        base = base_name(name)
        return Change(self._read(name, cut), self._read(base, cut) if self.folder.exists(base) else None)

    def _read(self, name: str, cut: Callable[[str], str]) -> Node:
        return read(cut(self.folder.text(name)), self.folder.shown(name))


def merge(ours: Node | None, now: Node | None, base: Node | None) -> Node | None:
    """Three versions made one: `ours` where the county changed it since `base`, else what is shipped now.

    What the county took out comes back; a text that is optional goes with an empty value. None: it is nowhere.
    """
    if ours is None or (base is not None and plain(ours) == plain(base)):
        return now
    if ours.is_mapping and (now.is_mapping if now is not None else base is not None and base.is_mapping):
        return _entries(ours, now, base)
    if now is not None and base is not None and are_sections(ours, now, base):
        entries_of = zip(ours.items(), now.items(), base.items(), strict=True)
        return now.holding(node for each in entries_of if (node := merge(*each)) is not None)
    return ours


def _entries(ours: Node, now: Node | None, base: Node | None) -> Node | None:
    """A mapping's entries, each merged; of what a release took out, only what the county had changed is left."""
    under = now if now is not None else Node({}, ours.file, ours.span, ours.key_span)
    keys = dict.fromkeys((*(key for key, _ in under.pairs()), *(key for key, _ in ours.pairs())))
    merged = {key: merge(ours.get(key), under.get(key), _entry(base, key)) for key in keys}
    kept = {key: node for key, node in merged.items() if node is not None}
    return replace(under, value=kept) if kept or now is not None else None


def _entry(node: Node | None, key: Key) -> Node | None:
    return node.get(key) if node is not None else None


def are_sections(*lists: Node) -> bool:
    """Whether lists can be told apart entry by entry: as long as each other, and of more than single words.

    The forms of one text belong together, and so do rows that were added or taken out.
    """
    entries = [node.items() for node in lists]
    return (
        all(node.is_list for node in lists)
        and len({len(each) for each in entries}) == 1
        and all(entry.is_mapping or entry.is_list for each in entries for entry in each)
    )
