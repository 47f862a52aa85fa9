"""Checks of the theme, and of words against its fonts."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from sopprint.check.material import child, entries, pairs, text
from sopprint.color import Color, ColorError
from sopprint.diagnostics import Diagnostic, Severity
from sopprint.errors import SopprintError
from sopprint.source.nodes import descendants
from sopprint.source.sentences import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sopprint.check.material import Material
    from sopprint.source.nodes import Node

MOST_INK = 240.0  # percent; what a laminated poster on coated stock takes without setting off
_UNPRINTED = frozenset({"language", "reviewed_by", "reviewed_on", "alt"})


def ink_is_not_too_much(material: Material) -> Iterator[Diagnostic]:
    """SP140: no colour is built from more ink than paper takes."""
    for name, (colour, node) in colours(material.theme).items():
        if colour.ink > MOST_INK:
            message = f"“{name}” is built from {colour.ink:.0f} % of ink; at most {MOST_INK:.0f} % dries well"
            press = node.get("press")
            yield Diagnostic("SP140", message, press.place if press else node.place)


def fonts_are_there(material: Material) -> Iterator[Diagnostic]:
    """SP131: each font file is there. SP120: each family that a style or a fallback names is in the theme."""
    families = child(material.theme, "fonts")
    for family in entries(families):
        for file in entries(family.get("files")):
            if file.text and not _is_file(material, file.text):
                yield Diagnostic("SP131", f"there is no font file “{file.text}”", file.place)
    known = [str(key) for key, _ in pairs(families)]
    styles = [style.get("family") for style in entries(child(material.theme, "styles"))]
    for node in (*styles, *entries(child(material.theme, "fallbacks"))):
        if known and node is not None and node.text and node.text not in known:
            near = did_you_mean(node.text, known)
            yield Diagnostic("SP120", f"the theme has no font family “{node.text}”", node.place, near)


def fonts_have_the_characters(material: Material) -> Iterator[Diagnostic]:
    """SP301: for every text, each family that styles use can set it, itself or by one of the fallbacks.

    SP306, a note, once for a language: no font on this computer does; the files may be right all the same.
    """
    families = _families(material)
    used = {text(style, "family") for style in entries(child(material.theme, "styles"))} & set(families)
    if not used:
        return
    from sopprint.text.faces import FaceBook, MissingGlyphs

    fallbacks = (node.text for node in entries(child(material.theme, "fallbacks")))
    book = FaceBook(families, tuple(name for name in fallbacks if name in families))
    shared = (words for language, words in material.common.items() if language in material.words)
    told: set[str] = set()
    for words in (*material.words.values(), *shared):
        language = text(words, "language")
        for node in _printed(words):
            try:
                for family in sorted(used):
                    book.pick(family, 400, unicodedata.normalize("NFC", node.text or ""), language)
            except MissingGlyphs as missing:
                if not missing.everywhere:
                    yield Diagnostic(missing.code, f"{missing}", node.place, missing.hints)
                elif f"{missing}" not in told:
                    told.add(f"{missing}")
                    yield Diagnostic(missing.code, f"{missing}", node.place, missing.hints, Severity.NOTE)


def colours(theme: Node | None) -> dict[str, tuple[Color, Node]]:
    """Every colour by name, as `resolve/` names them ("teal", "teal/light", "ink"), with where it is written."""
    swatches = {str(name): swatch for name, swatch in pairs(child(theme, "neutrals"))}
    for name, hue in pairs(child(theme, "hues")):
        for shade, swatch in hue.pairs():
            swatches[str(name) if shade == "line" else f"{name}/{shade}"] = swatch
    read = {name: (colour_of(swatch), swatch) for name, swatch in swatches.items() if swatch.is_mapping}
    return {name: (colour, swatch) for name, (colour, swatch) in read.items() if colour is not None}


def colour_of(swatch: Node) -> Color | None:
    """A swatch's colour; None where a value is not as it should be, which decoding tells."""
    inks = [ink.value for ink in entries(swatch.get("press"))]
    numbers = tuple(float(ink) for ink in inks if isinstance(ink, (int, float)))
    if len(numbers) != 4:
        return None
    c, m, y, k = numbers
    try:
        return Color.of(text(swatch, "screen"), (c, m, y, k))
    except ColorError:
        return None


def _families(material: Material) -> dict[str, dict[int, Path]]:
    found: dict[str, dict[int, Path]] = {}
    for name, family in pairs(child(material.theme, "fonts")):
        paths = {
            weight: material.shared.path(file.text)
            for weight, file in pairs(family.get("files"))
            if isinstance(weight, int) and file.text and _is_file(material, file.text)
        }
        if paths:
            found[str(name)] = paths
    return found


def _is_file(material: Material, name: str) -> bool:
    try:
        return material.shared.exists(name)
    except SopprintError:
        return False


def _printed(words: Node) -> Iterator[Node]:
    """Every text that fonts must set."""
    for key, entry in words.pairs():
        if key in _UNPRINTED:
            continue
        if entry.is_mapping:
            yield from _printed(entry)
        else:
            yield from (node for node in descendants(entry) if node.text)
