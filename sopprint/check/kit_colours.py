"""Checks of a kit's colours: contrast, ink, and that no colour takes another one's meaning.

Source: WCAG 2.2, criterion 1.4.3; design language, sections 3 and 16.
"""

from __future__ import annotations

from colorsys import rgb_to_hsv
from typing import TYPE_CHECKING

from sopprint.check.access import LEAST_CONTRAST, contrasts
from sopprint.check.material import child, pairs
from sopprint.check.theme import MOST_INK, colour_of, colours
from sopprint.color import contrast
from sopprint.diagnostics import Diagnostic
from sopprint.resources import shipped
from sopprint.source.nodes import read

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sopprint.check.kit_material import KitMaterial
    from sopprint.color import Color
    from sopprint.source.nodes import Node

THEME = "theme.yaml"
ACCENT_CONTRAST = 7.0  # WCAG 2.2, 1.4.6: the title is read from across a room
DANGER = "rose"
_DANGER_FROM, _DANGER_TO = 330.0, 15.0  # degrees of hue
_GREY = 0.15  # under this saturation a colour has no hue to speak of


def colours_are_ours_to_change(kit: KitMaterial) -> Iterator[Diagnostic]:
    """SP401 contrast, SP140 ink, SP166 hue: of the accent, and of every colour of the theme that the kit changes."""
    theme = theme_of(kit)
    known = colours(theme)
    yield from _accent(kit, known)
    own = {name: entry for name, entry in known.items() if entry[1].file == kit.node.file}
    for name, (colour, node) in own.items():
        yield from _ink(f"“{name}”", colour, node)
    yield from _meanings(own)
    yield from _contrasts(theme, own)


def theme_of(kit: KitMaterial) -> Node:
    """The shipped theme with the kit's colours in it, each where it was written."""
    layouts = shipped("layouts")
    theme = read(layouts.text(THEME), layouts.shown(THEME))
    hues, neutrals = theme.at(("hues",)), theme.at(("neutrals",))
    for name, shades in pairs(child(kit.node, "theme", "hues")):
        hue = hues.get(name)
        if hue is not None:
            hues = hues.replaced(name, _with(hue, shades))
    return theme.replaced("hues", hues).replaced("neutrals", _with(neutrals, child(kit.node, "theme", "grounds")))


def _with(base: Node, change: Node | None) -> Node:
    """A mapping with another one's entries as a whole, where it has entries of that name."""
    for key, node in pairs(change):
        base = base.replaced(key, node) if base.get(key) is not None else base
    return base


def _accent(kit: KitMaterial, known: Mapping[str, tuple[Color, Node]]) -> Iterator[Diagnostic]:
    swatch = child(kit.node, "county", "accent")
    colour = colour_of(swatch) if swatch is not None and swatch.is_mapping else None
    if swatch is None or colour is None:
        return
    ratio = contrast(colour, known["sky"][0])
    if ratio < ACCENT_CONTRAST:
        message = f"the accent has a contrast of {ratio:.1f} to 1 with the page; the title needs {ACCENT_CONTRAST:g}"
        yield Diagnostic("SP401", message, swatch.place, ("take a darker colour",))
    if _is_danger(colour):
        yield _means_danger("the accent", swatch)
    yield from _ink("the accent", colour, swatch)


def _ink(name: str, colour: Color, node: Node) -> Iterator[Diagnostic]:
    if colour.ink > MOST_INK:
        message = f"{name} is built from {colour.ink:.0f} % of ink; at most {MOST_INK:.0f} % dries well"
        yield Diagnostic("SP140", message, (node.get("press") or node).place)


def _meanings(own: Mapping[str, tuple[Color, Node]]) -> Iterator[Diagnostic]:
    for name, (colour, node) in own.items():
        is_danger = _is_danger(colour)
        if name.split("/")[0] == DANGER:
            if not is_danger and name == DANGER:
                hint = "choose a red or rose: a hue between 330 and 15 degrees"
                message = f"“{name}” means danger and stopping, and this is no red"
                yield Diagnostic("SP166", message, node.place, (hint,))
        elif is_danger:
            yield _means_danger(f"“{name}”", node)


def _means_danger(name: str, node: Node) -> Diagnostic:
    hint = "choose a hue outside 330 to 15 degrees"
    return Diagnostic("SP166", f"{name} is a red or rose; on these posters that means danger", node.place, (hint,))


def _is_danger(colour: Color) -> bool:
    hue, saturation, _ = rgb_to_hsv(*colour.screen)
    return saturation >= _GREY and (hue * 360 >= _DANGER_FROM or hue * 360 <= _DANGER_TO)


def _contrasts(theme: Node, own: Mapping[str, tuple[Color, Node]]) -> Iterator[Diagnostic]:
    """Told once for each colour of the kit's, with the worst neighbour it has."""
    worst: dict[str, tuple[float, str]] = {}
    for ink, ground, ratio in contrasts(theme):
        blamed = ink if ink in own else ground
        if blamed in own and ratio < worst.get(blamed, (LEAST_CONTRAST, ""))[0]:
            worst[blamed] = (ratio, f"“{ink}” on “{ground}”")
    for blamed, (ratio, pair) in worst.items():
        message = f"{pair} has a contrast of {ratio:.1f} to 1; text needs {LEAST_CONTRAST}"
        yield Diagnostic("SP401", message, own[blamed][1].place, ("make the darker of the two darker",))
