"""Checks of the practice of Safety Organized Practice and of the craft: credit to the makers, wording that keeps."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sopprint.check.material import child, forms
from sopprint.diagnostics import Diagnostic, Severity
from sopprint.resolve.library import PSEUDO
from sopprint.source.nodes import descendants

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopprint.check.material import Material
    from sopprint.source.nodes import Node

# Not directions: what is left, right now, all right, the right to …
_HARMLESS = re.compile(
    r"\b(?:right (?:now|away|to|person|people|time|words?)|(?:all|human|your|my|our|their|that's|is) right|"
    r"left (?:over|out|behind|off|blank|empty|open)|(?:is|are|was|were|what's|have|has|nobody|nothing) left|"
    r"(?:bottom|top) line|on top of)\b",
    re.IGNORECASE,
)
_DIRECTION = re.compile(r"\b(?:left|right|top|bottom)\b", re.IGNORECASE)


def makers_are_credited(material: Material) -> Iterator[Diagnostic]:
    """SP501: the printed credit line, in its first form, names everybody in `attribution: by`."""
    by = child(material.layout, "attribution", "by")
    makers = [node.text for node in (by.items() if by is not None else ()) if node.text]
    for lang, words in material.words.items():
        line = forms(child(words, "footer", "credit")) if lang not in PSEUDO else ()
        for maker in makers if line else ():
            if maker.casefold() not in (line[0].text or "").casefold():
                yield Diagnostic("SP501", f"the credit line does not name {maker}", line[0].place)


def wording_holds_in_any_arrangement(material: Material) -> Iterator[Diagnostic]:
    """SP502: English words on posters never say left, right, top or bottom: arrangements are mirrored and stacked."""
    for language, words in material.words.items():
        if language.split("-")[0] != "en":
            continue
        for node in _read_on_paper(words):
            found = _DIRECTION.search(_HARMLESS.sub("", node.text or ""))
            if found:
                message = f"“{found[0]}” is only true in one arrangement of the poster"
                hint = "name the zone, its colour or its icon"
                yield Diagnostic("SP502", message, node.place, (hint,), Severity.WARNING)


def _read_on_paper(words: Node) -> Iterator[Node]:
    if words.is_mapping:
        for key, entry in words.pairs():
            if key != "alt":
                yield from _read_on_paper(entry)
    else:
        yield from (node for node in descendants(words) if node.text)
