"""Checks that what a layout names is there: colours and styles of the theme, icons, the tool's own pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopprint.check.material import child, entries, pairs
from sopprint.diagnostics import Diagnostic
from sopprint.errors import SopprintError
from sopprint.source.sentences import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopprint.check.material import Material
    from sopprint.source.nodes import Node


def colours_are_known(material: Material) -> Iterator[Diagnostic]:
    """SP117: every `colour:` is one of the theme's hues or neutrals; also those of the theme's own styles."""
    known = _keys(child(material.theme, "hues")) | _keys(child(material.theme, "neutrals"))
    styles = child(material.theme, "styles")
    in_styles = [c for style in entries(styles) if (c := style.get("colour"))]
    for node in (*_named(material, "colour"), *in_styles):
        if known and node.text and node.text not in known:
            yield Diagnostic("SP117", f"the theme has no colour “{node.text}”", node.place, _near(node, known))


def icons_are_known(material: Material) -> Iterator[Diagnostic]:
    """SP118: every `icon:` is one that can be drawn."""
    from sopprint.draw.icons import ICONS

    for node in _named(material, "icon"):
        if node.text and node.text not in ICONS:
            yield Diagnostic("SP118", f"there is no icon “{node.text}”", node.place, _near(node, frozenset(ICONS)))


def styles_are_known(material: Material) -> Iterator[Diagnostic]:
    """SP119: every `style:` is one of the theme's."""
    known = _keys(child(material.theme, "styles"))
    for node in _named(material, "style"):
        if known and node.text and node.text not in known:
            yield Diagnostic("SP119", f"the theme has no style “{node.text}”", node.place, _near(node, known))


def pictures_are_there(material: Material) -> Iterator[Diagnostic]:
    """SP127: a picture's file is in the tool's folder and can be drawn."""
    for node in _named(material, "file"):
        if not node.text:
            continue
        try:
            there = material.folder.exists(node.text)
        except SopprintError as failure:
            yield Diagnostic("SP127", failure.diagnostics[0].message, node.place)
            continue
        if not there:
            yield Diagnostic("SP127", f"there is no file “{node.text}” in the tool's folder", node.place)


def _named(material: Material, key: str) -> Iterator[Node]:
    """The nodes of a setting, in elements and in the parts of elements (rings, icons of a list)."""
    for setting in material.settings:
        parts = [part for name in ("rings", "icons") for part in entries(setting.node.get(name))]
        for owner in (setting.node, *parts):
            found = owner.get(key)
            if found is not None:
                yield found


def _keys(node: Node | None) -> frozenset[str]:
    return frozenset(str(key) for key, _ in pairs(node))


def _near(node: Node, known: frozenset[str]) -> tuple[str, ...]:
    return did_you_mean(node.text or "", known)
