"""Checks of a tool's guide texts: zones, Markdown and templates, and how hard they are to read.

Comes after decoding; layout of guides has its own findings. Not here: the texts themselves.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sopprint.check.material import child, entries, has, pairs, text
from sopprint.check.reading import grade
from sopprint.diagnostics import Diagnostic, Severity
from sopprint.errors import SopprintError
from sopprint.source.nodes import descendants
from sopprint.source.sentences import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopprint.check.material import Material
    from sopprint.source.nodes import Node

MOST_GRADE = 8.0
_WRITTEN_IN = frozenset({
    "house", "space", "dome", "path", "circle", "circles", "panel", "field", "table", "score", "scale",
})  # fmt: skip
_TEXT_MISTAKES = re.compile(r"SP03\d")
_BOX = re.compile(r"^:::.*$", re.MULTILINE)
_PART = re.compile(r"\n\s*\n|\n *(?:[-*+]|\d+\.) |^ *(?:[-*+]|\d+\.) ")
_SIGNS = re.compile(r"[*#|\[\]_]")
_LABEL = 3  # words; so few are a label and no sentence


def guide_zones_are_there(material: Material) -> Iterator[Diagnostic]:
    """SP151: steps, prompts, example and the table for leaders name zones that the layout draws."""
    used = material.zones_used()
    for guide in _guides(material):
        for name, node in _named_zones(guide) if used else ():
            if name not in used:
                message = f"the guide speaks of a zone “{name}”, which no arrangement of the layout has"
                yield Diagnostic("SP151", message, node.key_place, did_you_mean(name, used))


def zones_are_in_the_guide(material: Material) -> Iterator[Diagnostic]:
    """SP152: every zone people write in has a step, prompts and alt text. What only a variant draws may have none."""
    zones = dict.fromkeys(
        zone.text
        for setting in material.settings
        if setting.variant is None and setting.kind in _WRITTEN_IN
        for zone in setting.zones()
        if zone.text
    )
    for words in material.words.values():
        guide = words.get("guide")
        if guide is None or not guide.is_mapping:
            continue
        steps = {text(step, "zone") for step in entries(guide.get("steps"))}
        also = {node.text for step in entries(guide.get("steps")) for node in entries(step.get("also"))}
        prompts = {str(key) for key, _ in pairs(child(guide, "prompts", "zones"))}
        for zone in zones:
            if zone not in steps | also:
                yield _lacking(zone, "step", guide.get("steps") or guide)
            if zone not in prompts | also:
                yield _lacking(zone, "prompts", child(guide, "prompts", "zones") or guide)
            entry = child(words, "zones", zone)
            if entry is not None and not has(entry, "alt"):
                yield _lacking(zone, "alt text", entry)


def _lacking(zone: str, what: str, node: Node) -> Diagnostic:
    hints = ("add a step, or name the zone under “also” of another step",) if what == "step" else ()
    return Diagnostic("SP152", f"people write in “{zone}”, and it has no {what} in the guide", node.key_place, hints)


def guide_texts_can_be_set(material: Material) -> Iterator[Diagnostic]:
    """SP030 to SP039: every mistake of Markdown in the words, and of the templates they go through."""
    from sopprint.resolve.guide import ROLES, guide_blocks
    from sopprint.resolve.library import Library

    if not any(True for _ in _guides(material)) or material.layout is None:
        return
    name = text(material.layout, "tool")
    library = material.library or Library(material.shared, {name: material.folder})
    for language, words in material.words.items():
        for role in (None, *ROLES) if words.get("guide") is not None else ():
            try:
                guide_blocks(library, name, language, role=role)
            except SopprintError as failure:
                yield from (d for d in failure.diagnostics if _TEXT_MISTAKES.fullmatch(d.code))


def guide_is_easy_to_read(material: Material) -> Iterator[Diagnostic]:
    """SP153, a warning: the reading grade of each section of an English guide is 8 or less."""
    for language, words in material.words.items():
        if language.split("-")[0] != "en":
            continue
        for key, section in pairs(words.get("guide")):
            found = section_grade(section)
            if found is not None and found > MOST_GRADE:
                message = f"“{key}” of the guide reads at grade {found:.1f}; aim for 6, at most {MOST_GRADE:.0f}"
                hint = "shorter sentences and shorter words"
                yield Diagnostic("SP153", message, section.key_place, (hint,), Severity.WARNING)


def section_grade(section: Node) -> float | None:
    """The reading grade of all sentences of a section; paragraphs and lines of lists end like sentences."""
    said = [part for node in descendants(section) if node.text for part in _PART.split(_BOX.sub("\n", node.text))]
    lines = (" ".join(_SIGNS.sub("", part).split()) for part in said)
    return grade("\n".join(line for line in lines if line.count(" ") >= _LABEL))


def _guides(material: Material) -> Iterator[Node]:
    for words in material.words.values():
        guide = words.get("guide")
        if guide is not None and guide.is_mapping:
            yield guide


def _named_zones(guide: Node) -> Iterator[tuple[str, Node]]:
    """Every zone a guide names, with the node that names it."""
    for step in (*entries(guide.get("steps")), *entries(child(guide, "leaders", "good"))):
        for node in (step.get("zone"), *entries(step.get("also"))):
            if node is not None and node.text:
                yield node.text, node
    for part in ("prompts", "example"):
        yield from ((str(key), node) for key, node in pairs(child(guide, part, "zones")))
