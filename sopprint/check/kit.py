"""`check_kit`: every mistake in a county's kit, against the tools and files there are.

Here: what `sopprint.yaml` names (papers, tools, variants, languages, settings, shops). Its art, colours and fonts have
modules of their own (`kit_art.py` and so on), and so have the words and layouts it writes over (`kit_words.py`). Not
here: a kit's own tools, which are checked as tools are (`tool.py`), and building (`building/`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopprint.check import kit_art, kit_colours, kit_fonts, kit_words, renamed
from sopprint.check.kit_material import KIT, WANTED, KitMaterial, asked_tools, gather, strings
from sopprint.check.layout import near_papers
from sopprint.check.material import child, entries, pairs
from sopprint.diagnostics import Diagnostic, Place, Report, Severity
from sopprint.errors import SopprintError
from sopprint.model.kit import Kit
from sopprint.paper import PaperError, paper
from sopprint.resolve.kit import NUMBERS, has_path, rows
from sopprint.source.load import faults
from sopprint.source.sentences import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sopprint.resources import Record
    from sopprint.source.nodes import Node

__all__ = ["KIT", "check_kit"]


def check_kit(kit: Path, *, thorough: bool = False, record: Record | None = None) -> Report:
    """Check a kit. Its folder may hold art, fonts, words, layouts, shops, and tools of its own under `tools/`.

    `thorough` also lays out every tool whose words or layout the kit changes, on small and large paper. `record` gets
    what is asked of its files.
    """
    report = Report()
    material = gather(kit, report, record)
    if material is not None:
        report.extend(faults(material.node, Kit))
        for check in _CHECKS:
            report.extend(check(material))
        if thorough and not report.errors:
            report.extend(kit_words.fits_every_paper(material))
    return _by_place(report)


def _by_place(report: Report) -> Report:
    ordered = Report()
    ordered.extend(sorted(report, key=lambda d: _rank(d.place or Place(""))))
    return ordered


def _rank(place: Place) -> tuple[bool, str, int, int]:
    return (not place.file.endswith(KIT), place.file, place.line, place.column)


def _papers(kit: KitMaterial) -> Iterator[Diagnostic]:
    """SP126: papers are names or measures."""
    runs = (sheet for run in entries(child(kit.node, "printing", "runs")) for sheet in strings(run.get("papers")))
    for sheet in (*kit.wanted("papers"), *runs):
        try:
            paper(sheet.text or "letter")
        except PaperError as failure:
            yield Diagnostic("SP126", str(failure), sheet.place, near_papers(sheet.text or ""))


def _named_tools(kit: KitMaterial) -> Iterator[Diagnostic]:
    """SP132: tools are there, and patterns fit some. SP160: or are called otherwise now."""
    runs = (tool for run in entries(child(kit.node, "printing", "runs")) for tool in strings(run.get("tools")))
    for tool in (*kit.wanted("tools"), *runs):
        yield from _known_tool(kit, tool.text or "", tool)
    for pattern in (*kit.wanted("only"), *kit.wanted("except")):
        text = pattern.text or ""
        if text and not any(_fits(name, text) for name in kit.tools):
            message = f"no tool’s name fits “{text}”"
            yield Diagnostic("SP132", message, pattern.place, did_you_mean(text, kit.tools))


def _fits(name: str, pattern: str) -> bool:
    from fnmatch import fnmatchcase

    return fnmatchcase(name, pattern)


def _known_tool(kit: KitMaterial, name: str, node: Node, *, key: bool = False) -> Iterator[Diagnostic]:
    if name in kit.tools:
        return
    place = node.key_place if key else node.place
    message = f"there is no tool “{name}”"
    yield renamed.tool(name, place) or Diagnostic("SP132", message, place, did_you_mean(name, kit.tools))


def _variants(kit: KitMaterial) -> Iterator[Diagnostic]:
    """SP133: "tool/variant" names a tool and one of its variants."""
    for entry in kit.wanted("variants"):
        tool, slash, variant = (entry.text or "").partition("/")
        if not slash:
            hint = "write the tool, a slash and the variant, such as safety-house/group"
            yield Diagnostic("SP133", f"“{tool}” does not say whose variant it is", entry.place, (hint,))
        elif tool not in kit.tools:
            yield from _known_tool(kit, tool, entry)
        else:
            known = tuple(str(name) for name, _ in pairs(child(kit.layout(tool), "variants")))
            if variant not in known:
                message = f"{tool} has no variant “{variant}”"
                yield Diagnostic("SP133", message, entry.place, did_you_mean(variant, known))


def _settings(kit: KitMaterial) -> Iterator[Diagnostic]:
    """SP134: settings are those that the tool offers."""
    for tool, settings in pairs(kit.node.get("settings")):
        yield from _known_tool(kit, str(tool), settings, key=True)
        layout = kit.layout(str(tool))
        for name, setting in pairs(settings) if layout is not None else ():
            yield from _setting(str(tool), layout, str(name), setting)


def _setting(tool: str, layout: Node | None, name: str, setting: Node) -> Iterator[Diagnostic]:
    if layout is None:
        return
    orders = rows(layout)
    switches = [str(key) for key, _ in pairs(layout.get("settings"))] + [NUMBERS] * has_path(layout)
    if setting.is_list and name in orders:
        yield from _order(orders[name], name, setting)
    elif name not in switches:
        known = (*switches, *orders)
        hints = ("write a list of its zones, in your order",) if name in orders else did_you_mean(name, known)
        yield Diagnostic("SP134", f"{tool} has no setting “{name}”", setting.key_place, hints)
    elif not isinstance(setting.value, bool):
        hint = "write true or false"
        yield Diagnostic("SP134", f"“{name}” is drawn or it is not: it cannot be a list", setting.place, (hint,))


def _order(zones: tuple[str, ...], name: str, setting: Node) -> Iterator[Diagnostic]:
    seen: set[str] = set()
    for entry in setting.items():
        zone = entry.text or ""
        if zone not in zones:
            message = f"“{name}” has no zone “{zone}”"
            yield Diagnostic("SP134", message, entry.place, did_you_mean(zone, zones))
        elif zone in seen:
            yield Diagnostic("SP134", f"“{zone}” is in the order twice", entry.place)
        seen.add(zone)
    missing = [zone for zone in zones if zone not in seen]
    if missing:
        message = f"the order of “{name}” does not have {', '.join(missing)}"
        yield Diagnostic("SP134", message, setting.key_place, (f"name all of them: {', '.join(zones)}",))


def _languages(kit: KitMaterial) -> Iterator[Diagnostic]:
    """SP130: the tools that are asked for have words in every language that is asked for.

    Where a kit wants all tools, a few may lack one: they are not made in it.
    """
    for part in WANTED:
        node = kit.node.get(part)
        if node is not None or part == "posters":
            own = strings(child(node, "languages"))
            listed = child(node, "tools")
            wanted, named = asked_tools(node, kit.tools), listed is not None and listed.is_list
            yield from _lacking(kit, wanted, own or strings(kit.node.get("languages")), named=named)


def _lacking(
    kit: KitMaterial, tools: tuple[str, ...], languages: tuple[Node, ...], *, named: bool
) -> Iterator[Diagnostic]:
    for language in languages:
        spoken = (language.text or "").split("+")
        lacking = [tool for tool in tools if not set(spoken) <= set(kit.library.languages(tool))]
        if lacking:
            message = f"there are no words in “{language.text}” for {', '.join(lacking)}"
            hint = "leave these tools out with “except”, or write words for them; `sopprint list` shows what there is"
            if named or len(lacking) == len(tools):
                yield Diagnostic("SP130", message, language.place, (hint,))
            else:
                hint = "they are not made in it; `sopprint translate export` begins words for them"
                yield Diagnostic("SP130", message, language.place, (hint,), Severity.WARNING)


def _shop(kit: KitMaterial) -> Iterator[Diagnostic]:
    """SP621: the shop is one of those shipped, or the kit's own. SP622 and so on: and its profile has no mistakes."""
    from sopprint.press.shop import load

    shop = child(kit.node, "printing", "shop")
    if shop is None:
        targets = [node for node in strings(child(kit.node, "posters", "targets")) if node.text == "print-shop"]
        for target in targets:
            hint = "add “printing: {shop: …}”; `sopprint shop list` shows them"
            yield Diagnostic("SP621", "posters for a print shop, but the kit names no shop", target.place, (hint,))
    elif shop.text:
        try:
            load(shop.text, kit.folder.root, kit.folder.record)
        except SopprintError as failure:
            yield from (Diagnostic(d.code, d.message, d.place or shop.place, d.hints) for d in failure.diagnostics)


def _runs(kit: KitMaterial) -> Iterator[Diagnostic]:
    """SP169: what a job ticket asks for is among what the kit makes."""
    for run in entries(child(kit.node, "printing", "runs")):
        product = run.get("product")
        part = _part_of(product.text or "") if product is not None else None
        if product is None or part is None:
            continue
        node = kit.node.get(part)
        if node is None and part != "posters":
            hint = f"add “{part}: {{}}” to make them"
            message = f"the kit makes no {part.replace('_', ' ')}, so none can be printed"
            yield Diagnostic("SP169", message, product.place, (hint,), Severity.WARNING)
            continue
        made = asked_tools(node, kit.tools)
        for tool in strings(run.get("tools")):
            if tool.text in kit.tools and tool.text not in made:
                message = f"the kit does not make “{tool.text}” as one of its {part.replace('_', ' ')}"
                yield Diagnostic("SP169", message, tool.place, severity=Severity.WARNING)


def _part_of(product: str) -> str | None:
    return {
        "poster": "posters", "guide": "guides", "booklet": "guides", "quick-guide-line-staff": "quick_guides",
        "quick-guide-leaders": "quick_guides",
    }.get(product)  # fmt: skip


_CHECKS = (
    _papers, _named_tools, _variants, _settings, _languages, _shop, _runs, kit_art.art_prints_well,
    kit_colours.colours_are_ours_to_change, kit_fonts.fonts_will_do, kit_words.overrides_are_right,
)  # fmt: skip
