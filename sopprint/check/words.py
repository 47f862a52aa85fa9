"""Checks that a tool's layout and its words speak of the same zones, slots, columns and items."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopprint.check.material import CLASSES, child, has, pairs, text
from sopprint.diagnostics import Diagnostic
from sopprint.source.sentences import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopprint.check.material import Material, Setting
    from sopprint.source.nodes import Key, Node

NEEDS = {kind.__struct_config__.tag: kind.needs for kind in CLASSES}
_ALT = "alt"  # access.py speaks of alt text


def language_is_the_files(material: Material) -> Iterator[Diagnostic]:
    """SP123: words.es.yaml says `language: es`."""
    for name, words in material.words.items():
        language = words.get("language")
        if language is not None and language.text and language.text != name:
            yield Diagnostic("SP123", f"the file is for “{name}” but its language is “{language.text}”", language.place)


def zones_have_words(material: Material) -> Iterator[Diagnostic]:
    """SP116: every zone of the layout is in every words file."""
    for language in material.words:
        for setting in material.settings:
            zones = material.words_of(language, setting.variant)
            for zone in setting.zones():
                if zones is not None and zone.text and zones.get(zone.text) is None:
                    message = f"the words ({language}) have no zone “{zone.text}”"
                    known = (str(key) for key, _ in zones.pairs())
                    yield Diagnostic("SP116", message, zone.place, did_you_mean(zone.text, known))


def words_have_zones(material: Material) -> Iterator[Diagnostic]:
    """SP111: every zone of a words file is used by an arrangement."""
    used = material.zones_used()
    if not used:
        return
    for words in material.words.values():
        for zones in (words.get("zones"), *_of_variants(words, "zones")):
            for key, zone in zones.pairs() if zones is not None else ():
                if key not in used:
                    message = f"no arrangement of the layout has a zone “{key}”"
                    yield Diagnostic("SP111", message, zone.key_place, did_you_mean(str(key), used))


def variants_are_known(material: Material) -> Iterator[Diagnostic]:
    """SP124: a variant that has words of its own is in the layout."""
    known = [str(key) for key, _ in pairs(child(material.layout, "variants"))]
    for words in material.words.values():
        for key, variant in pairs(words.get("variants")):
            if material.layout is not None and key not in known:
                message = f"the layout has no variant “{key}”"
                yield Diagnostic("SP124", message, variant.key_place, did_you_mean(str(key), known))


def words_are_all_there(material: Material) -> Iterator[Diagnostic]:
    """SP112: each zone says what the element drawn for it needs (alt text: SP402)."""
    for setting, words in spoken(material):
        for key in _wanted(setting):
            if not has(words, key):
                zone = text(setting.node, "zone")
                message = f"“{zone}” is drawn as {setting.kind}, which needs “{key}”"
                yield Diagnostic("SP112", message, words.key_place, (f"add “{key}: …” to the zone",))


def parts_have_words(material: Material) -> Iterator[Diagnostic]:
    """SP113: every slot and column a layout names has its words in the zone."""
    for setting, words in spoken(material):
        for kind, part in _parts(setting):
            own = words.get(kind)
            if own is None or own.get(part.text or "") is None:
                message = f"“{setting.zone.text if setting.zone else ''}” has no words for “{part.text}” in {kind}"
                known = [str(key) for key, _ in pairs(own)]
                yield Diagnostic("SP113", message, part.place, did_you_mean(part.text or "", known))


def words_have_parts(material: Material) -> Iterator[Diagnostic]:
    """SP114: every slot and column of the words is in an arrangement of the layout."""
    used = {(s.zone.text if s.zone else None, k, p.text) for s in material.settings for k, p in _parts(s)}
    zones_used = material.zones_used()
    for words in material.words.values():
        for zone, entry in pairs(words.get("zones")):
            for kind in ("slots", "columns"):
                for key, part in pairs(entry.get(kind)):
                    if zone in zones_used and (zone, kind, key) not in used:
                        message = f"no arrangement has “{key}” in the {kind} of “{zone}”"
                        near = did_you_mean(str(key), [p or "" for z, k, p in used if (z, k) == (zone, kind)])
                        yield Diagnostic("SP114", message, part.key_place, near)


def lists_are_as_long_as_their_icons(material: Material) -> Iterator[Diagnostic]:
    """SP125: a list has one icon for each of its zone's items."""
    for setting, words in spoken(material):
        icons, items = setting.node.get("icons"), words.get("items")
        if setting.kind == "list" and icons is not None and items is not None:
            many, few = len(items.items()), len(icons.items())
            if many != few:
                message = f"the list has {few} icons for {many} items"
                yield Diagnostic("SP125", message, items.key_place, ("one icon for each item",))


def needed(material: Material) -> set[tuple[str, tuple[Key, ...]]]:
    """Words that some element needs, by language: SP112 tells where they are missing."""
    return {
        (language, ("zones", text(setting.node, "zone"), key))
        for language in material.words
        for setting in material.settings
        for key in (*_wanted(setting), _ALT)
    }


def spoken(material: Material) -> Iterator[tuple[Setting, Node]]:
    """Every element with a zone, and what the zone says, in every language."""
    for language in material.words:
        for setting in material.settings:
            zones = material.words_of(language, setting.variant)
            words = child(zones, setting.zone.text or "") if setting.zone is not None else None
            if words is not None and words.is_mapping:
                yield setting, words


def _wanted(setting: Setting) -> tuple[str, ...]:
    """The words an element of this kind and with these settings prints."""
    element = setting.node
    if element.get("zone") is None:
        return ()
    wanted = [key for key in NEEDS.get(setting.kind, ()) if key != _ALT]
    prompt = text(element, "prompt")
    head = element.get("head")
    if setting.kind == "panel" and (head is None or head.value):
        wanted.append("name")
    if setting.kind in ("panel", "heading") and prompt not in ("", "none"):
        wanted.append("prompt")
    if setting.kind == "text":
        wanted.append(text(element, "word") or "note")
    if setting.kind == "checks" and _on(element, "own"):
        wanted.append("note")
    if setting.kind == "key" and _on(element, "lead"):
        wanted.append("name")
    return tuple(dict.fromkeys(wanted))


def _on(element: Node, key: str) -> bool:
    found = element.get(key)
    return found is not None and found.value is True


def _parts(setting: Setting) -> Iterator[tuple[str, Node]]:
    """The slots and columns an element names: ("slots" or "columns", the node that names one)."""
    if setting.kind == "slots" and (rows := setting.node.get("rows")) is not None:
        for row in rows.items():
            for slot in row.items() if row.is_list else (row,):
                if (name := slot.get("slot")) is not None and name.text:
                    yield "slots", name
    if setting.kind == "table" and (columns := setting.node.get("columns")) is not None:
        for column in columns.items():
            if (name := column.get("column")) is not None and name.text:
                yield "columns", name


def _of_variants(words: Node, key: str) -> Iterator[Node | None]:
    yield from (variant.get(key) for _, variant in pairs(words.get("variants")))
