"""`sopprint diff`: what a kit changed against what is shipped; after an upgrade, what changed underneath, too."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from sopprint.cli.choose import usage
from sopprint.cli.spec import Command, Parameter
from sopprint.errors import ExitCode, SopprintError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sopprint.cli.console import Console
    from sopprint.resolve.comparison import Difference, Kind
    from sopprint.source.nodes import Node

_KIT = Parameter("kit", "The kit's folder, with its sopprint.yaml.", default=".", metavar="[KIT]")
_TOOL = Parameter("tool", "Only the files of this tool.", ("--tool",), completes="tools", metavar="TOOL")
_JSON = Parameter("as_json", "Print as JSON.", ("--json",), kind="switch")
_WIDEST = 100
_VERSIONS: dict[Kind, tuple[tuple[str, str], ...]] = {
    "ours": (("now", "shipped"), ("ours", "ours")),
    "both": (("then", "shipped then"), ("now", "shipped now"), ("ours", "ours")),
    "release": (("then", "shipped then"), ("now", "shipped now")),
    "gone": (("then", "shipped then"), ("ours", "ours")),
}
_SAID: dict[Kind, str] = {
    "ours": "", "both": "  changed in this release, too; yours is printed",
    "release": "  changed in this release; the new one is printed", "gone": "  no longer in this release",
}  # fmt: skip


def run(console: Console, *, kit: str, tool: str | None, as_json: bool) -> ExitCode:
    if not (Path(kit) / "sopprint.yaml").is_file():
        raise usage("SP908", f"there is no sopprint.yaml in {kit}", "make a kit with: sopprint new kit my-county")
    found = dict(_compared(console, Path(kit), tool))
    if as_json:
        import json

        data = {name: [*map(_data, each)] for name, each in found.items()}
        console.give(json.dumps(data, ensure_ascii=False, indent=2))
        return ExitCode.OK
    lines = [line for name, each in found.items() for line in _lines(name, each)]
    if lines:
        console.give("\n".join(lines))
    count = sum(map(len, found.values()))
    console.say(f"{len(found)} file{'s' * (len(found) != 1)}, {count} difference{'s' * (count != 1)}")
    return ExitCode.OK


def _compared(console: Console, kit: Path, tool: str | None) -> Iterator[tuple[str, Sequence[Difference]]]:
    """Every file that the kit writes over, with its differences; one that cannot be read is told and passed over."""
    from sopprint.check.kit_material import gather
    from sopprint.check.kit_words import written_over
    from sopprint.diagnostics import Report
    from sopprint.resolve.comparison import compare

    report = Report()
    material = gather(kit, report)
    if material is None or material.library.overrides is None:
        raise SopprintError(report)
    known = (*sorted(material.library.folders), "common", "guide")
    if tool is not None and tool not in known:
        raise usage("SP132", f"there is no tool “{tool}”", f"there are: {', '.join(known)}")
    for written in written_over(material):
        if tool is not None and written.owner != tool:
            continue
        try:
            change = material.library.overrides.change(written.name)
            now = written.shipped(material)
        except SopprintError as failure:
            console.show(failure.diagnostics)
            continue
        if change is not None:
            yield written.name, compare(change.ours, now, change.base)


def _lines(name: str, differences: Sequence[Difference]) -> Iterator[str]:
    yield name
    if not differences:
        yield "  nothing changed"
    for difference in differences:
        yield f"  {difference.name or '(all of it)'}{_SAID[difference.kind]}"
        shown = _VERSIONS[difference.kind]
        wide = max(len(label) for _, label in shown)
        yield from (f"    {label:<{wide}}  {_text(getattr(difference, key))}" for key, label in shown)


def _text(node: Node | None) -> str:
    """A value in one line."""
    if node is None:
        return "(not there)"
    text = " ".join(_flat(node).split())
    return text if len(text) <= _WIDEST else text[: _WIDEST - 1] + "…"


def _flat(node: Node) -> str:
    if node.is_list:
        return " | ".join(map(_flat, node.items()))
    if node.is_mapping:
        return ", ".join(f"{key}: {_flat(child)}" for key, child in node.pairs())
    if node.value is None:
        return "(empty)"
    return str(node.value).lower() if isinstance(node.value, bool) else str(node.value)


def _data(difference: Difference) -> dict[str, Any]:
    from sopprint.source.nodes import plain

    place = difference.ours.place if difference.ours is not None else None
    return {
        "path": difference.name,
        "kind": difference.kind,
        **{key: plain(node) for key in ("then", "now", "ours") if (node := getattr(difference, key)) is not None},
        "line": place.line if place else None,
    }


COMMAND = Command("diff", "Show what a kit changed, and what changed underneath.", (_KIT, _TOOL, _JSON), run)
