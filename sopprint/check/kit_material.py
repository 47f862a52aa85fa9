"""What the checks of a kit look at: its file as a node, its folder, and the tools it can name.

Tolerant, as `material.py` is: whether a value is of the right kind is `source/load.py`'s business.
"""

from __future__ import annotations

from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

from msgspec import Struct

from sopprint.check.material import child
from sopprint.errors import SopprintError
from sopprint.resources import Folder, Record
from sopprint.source.nodes import scan

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from sopprint.diagnostics import Report
    from sopprint.resolve.library import Library
    from sopprint.source.nodes import Node

KIT, LAYOUT = "sopprint.yaml", "layout.yaml"
WANTED = ("posters", "guides", "quick_guides")  # the parts that say what to make


class KitMaterial(Struct, frozen=True):
    """A kit. The library knows its tools, words and layouts, but not its file, which may have mistakes."""

    node: Node
    folder: Folder
    library: Library

    @property
    def tools(self) -> tuple[str, ...]:
        return tuple(self.library.folders)

    def wanted(self, key: str) -> Iterator[Node]:
        """The entries of a list in every part that says what to make."""
        for part in WANTED:
            yield from strings(child(self.node, part, key))

    def layout(self, tool: str) -> Node | None:
        """A tool's layout, or None where it cannot be read or there is none."""
        if tool not in self.library.folders:
            return None
        try:
            return self.library.layout(tool)[0]
        except SopprintError:
            return None


def gather(kit: Path, report: Report, record: Record | None = None) -> KitMaterial | None:
    """Read a kit; what is wrong with the reading goes into the report."""
    from sopprint.resolve.library import Library
    from sopprint.resolve.overrides import Overrides

    folder = Folder(kit, kit.as_posix(), record or Record())
    node = read_file(folder, KIT, report)
    if node is None:
        return None
    own = sorted((kit / "tools").glob(f"*/{LAYOUT}"))
    library = Library.open(None, tuple(path.parent for path in own), folder.record)
    library.overrides = Overrides(folder)
    return KitMaterial(node, folder, library)


def read_file(folder: Folder, name: str, report: Report) -> Node | None:
    """A file's node, or None; mistakes go into the report."""
    try:
        node, found = scan(folder.text(name), folder.shown(name))
    except SopprintError as failure:
        report.extend(failure.diagnostics)
        return None
    report.extend(found)
    return node


def strings(node: Node | None) -> tuple[Node, ...]:
    """The entries of a list that are words; none where there is no list."""
    return tuple(entry for entry in node.items() if entry.text) if node is not None and node.is_list else ()


def asked_tools(part: Node | None, tools: Iterable[str]) -> tuple[str, ...]:
    """The tools that a part such as `posters:` means: listed, or all; with `only`, without `except`."""
    listed = child(part, "tools")
    named = {node.text for node in strings(listed)} if listed is not None and listed.is_list else set(tools)
    only, without = ([node.text or "" for node in strings(child(part, key))] for key in ("only", "except"))
    return tuple(
        tool for tool in tools
        if tool in named and (not only or _fits(tool, only)) and not _fits(tool, without)
    )  # fmt: skip


def _fits(tool: str, patterns: Iterable[str]) -> bool:
    return any(fnmatchcase(tool, pattern) for pattern in patterns)
