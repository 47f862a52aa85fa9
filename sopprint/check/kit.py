"""`check_kit`: every mistake in a county's sopprint.yaml, against the tools and files there are.

Not here: a kit's own tools, which are checked as tools are (`tool.py`), and building (`build.py`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopprint.check.access import LEAST_CONTRAST
from sopprint.check.layout import near_papers
from sopprint.check.material import child, entries, pairs
from sopprint.check.theme import MOST_INK, colour_of, colours
from sopprint.color import contrast
from sopprint.diagnostics import Diagnostic, Report
from sopprint.errors import SopprintError
from sopprint.model.kit import Kit
from sopprint.paper import PaperError, paper
from sopprint.resources import Folder, shipped
from sopprint.source.load import faults
from sopprint.source.nodes import scan
from sopprint.source.sentences import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from sopprint.source.nodes import Node

KIT, LAYOUT, THEME = "sopprint.yaml", "layout.yaml", "theme.yaml"


def check_kit(kit: Path) -> Report:
    """Check a kit's file. Its folder may hold art, and tools of its own under `tools/`."""
    report = Report()
    folder = Folder(kit, kit.as_posix())
    node = _read(folder, KIT, report)
    if node is None:
        return report
    report.extend(faults(node, Kit))
    tools = _tools(folder)
    for check in (_papers, _art, _accent):
        report.extend(check(node, folder))
    for check_names in (_named_tools, _variants, _settings, _languages):
        report.extend(check_names(node, tools))
    return _by_line(report)


def _by_line(report: Report) -> Report:
    ordered = Report()
    ordered.extend(sorted(report, key=lambda d: (d.place.line, d.place.column) if d.place else (0, 0)))
    return ordered


def _read(folder: Folder, name: str, report: Report) -> Node | None:
    try:
        node, found = scan(folder.text(name), folder.shown(name))
    except SopprintError as failure:
        report.extend(failure.diagnostics)
        return None
    report.extend(found)
    return node


def _tools(folder: Folder) -> dict[str, Folder]:
    """The tools a kit can name: those that come with the program and its own."""
    from sopprint.resolve.library import Library

    own = folder.root / "tools"
    return Library.open(None, tuple(path.parent for path in sorted(own.glob(f"*/{LAYOUT}")))).folders


def _papers(kit: Node, _folder: Folder) -> Iterator[Diagnostic]:
    """SP126: papers are names or measures."""
    for sheet in entries(child(kit, "posters", "papers")):
        try:
            paper(sheet.text or "letter")
        except PaperError as failure:
            yield Diagnostic("SP126", str(failure), sheet.place, near_papers(sheet.text or ""))


def _art(kit: Node, folder: Folder) -> Iterator[Diagnostic]:
    """SP127: logo and mark are in the kit's folder. SP004: and not outside of it."""
    for key in ("logo", "mark"):
        file = child(kit, "county", key)
        if file is None or not file.text:
            continue
        try:
            missing = not folder.exists(file.text)
        except SopprintError as failure:
            yield from (Diagnostic(d.code, d.message, file.place, d.hints) for d in failure.diagnostics)
        else:
            if missing:
                message = f"there is no file “{file.text}” in the kit's folder"
                yield Diagnostic("SP127", message, file.place, did_you_mean(file.text, folder.names("*.[sp][vn]g")))


def _accent(kit: Node, _folder: Folder) -> Iterator[Diagnostic]:
    """SP401: the title can be read in the county's colour. SP140: and it dries."""
    swatch = child(kit, "county", "accent")
    colour = colour_of(swatch) if swatch is not None and swatch.is_mapping else None
    if swatch is None or colour is None:
        return
    ground, _ = colours(_read(shipped("layouts"), THEME, Report()))["sky"]
    ratio = contrast(colour, ground)
    if ratio < LEAST_CONTRAST:
        message = f"the accent has a contrast of {ratio:.1f} to 1 with the page; text needs {LEAST_CONTRAST}"
        yield Diagnostic("SP401", message, swatch.place, ("take a darker colour",))
    if colour.ink > MOST_INK:
        message = f"the accent is built from {colour.ink:.0f} % of ink; at most {MOST_INK:.0f} % dries well"
        yield Diagnostic("SP140", message, (swatch.get("press") or swatch).place)


def _named_tools(kit: Node, tools: Mapping[str, Folder]) -> Iterator[Diagnostic]:
    """SP132: tools are there."""
    listed = child(kit, "posters", "tools")
    for tool in entries(listed) if listed is not None and listed.is_list else ():
        yield from _known_tool(tool.text or "", tool, tools)


def _known_tool(name: str, node: Node, tools: Mapping[str, Folder], *, key: bool = False) -> Iterator[Diagnostic]:
    if name not in tools:
        place = node.key_place if key else node.place
        yield Diagnostic("SP132", f"there is no tool “{name}”", place, did_you_mean(name, tools))


def _variants(kit: Node, tools: Mapping[str, Folder]) -> Iterator[Diagnostic]:
    """SP133: "tool/variant" names a tool and one of its variants."""
    for entry in entries(child(kit, "posters", "variants")):
        tool, slash, variant = (entry.text or "").partition("/")
        if not slash:
            hint = "write the tool, a slash and the variant, such as safety-house/group"
            yield Diagnostic("SP133", f"“{tool}” does not say whose variant it is", entry.place, (hint,))
        elif tool not in tools:
            yield from _known_tool(tool, entry, tools)
        else:
            known = _keys(tools[tool], "variants")
            if variant not in known:
                message = f"{tool} has no variant “{variant}”"
                yield Diagnostic("SP133", message, entry.place, did_you_mean(variant, known))


def _settings(kit: Node, tools: Mapping[str, Folder]) -> Iterator[Diagnostic]:
    """SP134: settings are those that the tool offers."""
    for tool, switches in pairs(kit.get("settings")):
        yield from _known_tool(str(tool), switches, tools, key=True)
        known = _keys(tools[str(tool)], "settings") if str(tool) in tools else ()
        for name, switch in pairs(switches):
            if str(tool) in tools and name not in known:
                message = f"{tool} has no setting “{name}”"
                yield Diagnostic("SP134", message, switch.key_place, did_you_mean(str(name), known))


def _languages(kit: Node, tools: Mapping[str, Folder]) -> Iterator[Diagnostic]:
    """SP130: every tool that is asked for has words in every language that is asked for."""
    listed = child(kit, "posters", "tools")
    asked = [t.text or "" for t in listed.items()] if listed is not None and listed.is_list else list(tools)
    for language in entries(child(kit, "posters", "languages")):
        lacking = [t for t in asked if t in tools and not tools[t].names(f"words.{language.text or 'en'}.yaml")]
        if lacking:
            message = f"there are no words in “{language.text}” for {', '.join(lacking)}"
            yield Diagnostic("SP130", message, language.place, ("`sopprint list` shows the languages of each tool",))


def _keys(folder: Folder, section: str) -> tuple[str, ...]:
    """The names a tool's layout has in a section; none where it cannot be read."""
    layout = _read(folder, LAYOUT, Report())
    return tuple(str(key) for key, _ in pairs(child(layout, section)))

