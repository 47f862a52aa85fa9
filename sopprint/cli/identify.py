"""What a PDF was made from, and whether it is still current. For `inspect.py`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from sopprint.diagnostics import Diagnostic, Place
from sopprint.errors import ExitCode, SopprintError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sopprint.pdf.identity import Identity
    from sopprint.products.freshness import Change, Freshness
    from sopprint.resolve.library import Library

_SHOWN = ("title", "product", "tool", "variant", "settings", "language", "paper", "edition", "fingerprint", "made_for",
          "imposed")  # fmt: skip


def describe(file: str, kit: str | None, folders: Sequence[str]) -> dict[str, Any]:
    """What the file says of itself, compared with the tools there are. Raises SopprintError, OSError."""
    from sopprint.pdf.identity import read_identity
    from sopprint.products.freshness import freshness

    said = read_identity(Path(file))
    if said is None or not said.tool:
        hint = "only posters and guides made by sopprint say what they were made from"
        raise SopprintError([Diagnostic("SP914", "this file does not say", Place(file), (hint,))], ExitCode.DOCUMENT)
    return {"file": file, **_identity(said), **_freshness(freshness(_library(kit, folders), said))}


def _library(kit: str | None, folders: Sequence[str]) -> Library:
    from sopprint.resolve.library import Library

    tools = [tool for folder in map(Path, folders) for tool in _tools_in(folder)]
    return Library.open(Path(kit) if kit else None, tools)


def _tools_in(folder: Path) -> list[Path]:
    """The folder itself where it is a tool's, else the tools in it."""
    if (folder / "layout.yaml").is_file():
        return [folder]
    return sorted(found.parent for found in folder.glob("*/layout.yaml"))


def _identity(said: Identity) -> dict[str, Any]:
    values = {name: getattr(said, name) or None for name in _SHOWN}
    return {**values, "settings": list(said.settings)}


def _freshness(found: Freshness) -> dict[str, Any]:
    return {
        "state": found.state,
        "reason": found.reason or None,
        "now": {"edition": found.edition, "fingerprint": found.fingerprint} if found.edition else None,
        "layout_changed": found.layout,
        "changes": [_change(change) for change in found.changes],
    }


def _change(change: Change) -> dict[str, Any]:
    place = change.place
    where = {"file": place.file, "line": place.line, "column": place.column} if place else None
    return {"path": change.path, "place": where, "before": change.before or None, "now": change.now}


def lines(data: dict[str, Any]) -> Iterator[str]:
    """The same for people."""
    yield data["file"]
    for name in _SHOWN:
        if value := data[name]:
            yield f"  {name.replace('_', ' '):<12} {' '.join(value) if isinstance(value, list) else value}"
    yield from _verdict(data)


def _verdict(data: dict[str, Any]) -> Iterator[str]:
    if data["state"] != "stale":
        yield "current: words and layout are as they were" if data["state"] == "current" else _not_known(data)
        return
    many = len(data["changes"])
    words = {0: "no text", 1: "1 text"}.get(many, f"{many} texts")
    yield f"stale: {words} changed; now edition {data['now']['edition']} · {data['now']['fingerprint']}"
    if data["layout_changed"]:
        yield "  the layout has changed"
    for change in data["changes"]:
        yield from _told(change)


def _not_known(data: dict[str, Any]) -> str:
    return f"unknown: {data['reason']}; name its sources with --kit or --tools"


def _told(change: dict[str, Any]) -> Iterator[str]:
    where, before = change["place"], f"was {change['before']}" if change["before"] else "new"
    place = f"  {where['file']}:{where['line']}:{where['column']}" if where else ""
    yield f"  {change['path']} ({before}){place}"
    yield f"    now: {change['now']}" if change["now"] is not None else "    no longer there"
