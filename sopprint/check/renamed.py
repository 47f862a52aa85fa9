"""What earlier releases called things: the table `layouts/renamed.yaml`, asked by the checks of a kit.

Not here: carrying a change out. A kit is the county's, and only people know whether their words fit the new place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopprint.check.material import child, pairs
from sopprint.diagnostics import Diagnostic
from sopprint.resources import shipped
from sopprint.source.nodes import read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopprint.diagnostics import Place
    from sopprint.resources import Folder
    from sopprint.source.nodes import Node

TABLE = "renamed.yaml"
ANY = "all"  # stands for every tool


def table(folder: Folder | None = None) -> Node:
    """The table of this release."""
    folder = folder or shipped("layouts")
    return read(folder.text(TABLE), folder.shown(TABLE))


def tool(name: str, place: Place, names: Node | None = None) -> Diagnostic | None:
    """SP160 where a tool of that name is called otherwise now, or is gone."""
    now = child(names or table(), "tools", name)
    return None if now is None else _told(f"the tool “{name}”", now, place)


def keys(kind: str, owner: str, written: Node, names: Node | None = None) -> Iterator[Diagnostic]:
    """SP160 for each key of a kit's file (`words` or `layouts`, of a tool) that earlier releases had."""
    known = names or table()
    for name in (ANY, owner):
        for path, now in pairs(child(known, kind, name)):
            old = _find(written, str(path))
            if old is not None:
                yield _told(f"“{path}”", now, old.key_place)


def _find(node: Node, path: str) -> Node | None:
    found: Node | None = node
    for step in path.split("."):
        found = found.get(step) if found is not None else None
    return found


def _told(what: str, now: Node, place: Place) -> Diagnostic:
    """`now` is the new name, or a mapping with a reason (`gone:`)."""
    if now.text:
        message = f"{what} is called “{now.text}” in this release"
        return Diagnostic("SP160", message, place, (f"write {now.text} instead, and see whether the words still fit",))
    reason = child(now, "gone")
    why = f": {reason.text}" if reason is not None and reason.text else ""
    return Diagnostic("SP160", f"{what} is no longer there{why}", place, ("take these lines out",))
