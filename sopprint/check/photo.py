"""Checks of what a layout says for photographs: a slip there would show what was to be hidden."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopprint.check.material import child, entries, pairs
from sopprint.diagnostics import Diagnostic
from sopprint.source.sentences import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopprint.check.material import Material
    from sopprint.source.nodes import Node


def private_zones_are_there(material: Material) -> Iterator[Diagnostic]:
    """SP709: every zone under `private:` and `permits:` is a zone of some arrangement."""
    if not material.settings:
        return
    permits = child(material.layout, "permits")
    yield from _unknown(material, entries(child(material.layout, "private")))
    for key, zones in pairs(permits):
        used = material.zones_used()
        if key not in used:
            message = f"no arrangement has a zone “{key}”"
            yield Diagnostic("SP709", message, zones.key_place, did_you_mean(str(key), used))
        yield from _unknown(material, entries(zones))


def _unknown(material: Material, named: tuple[Node, ...]) -> Iterator[Diagnostic]:
    used = material.zones_used()
    for zone in named:
        if zone.text and zone.text not in used:
            message = f"no arrangement has a zone “{zone.text}”"
            yield Diagnostic("SP709", message, zone.place, did_you_mean(zone.text, used))


def permits_have_boxes(material: Material) -> Iterator[Diagnostic]:
    """SP709: a zone that permits others has a tick box for each, in every language."""
    for key, zones in pairs(child(material.layout, "permits")):
        for language, words in material.words.items():
            boxes = entries(child(words, "zones", str(key), "ticks"))
            if len(boxes) != len(entries(zones)):
                message = f"“{key}” permits {len(entries(zones))} zones but has {len(boxes)} tick boxes in “{language}”"
                yield Diagnostic("SP709", message, zones.place)
