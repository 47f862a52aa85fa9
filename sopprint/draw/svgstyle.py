"""How an SVG shape is painted: flat fill and stroke, inherited through groups, and the press value of its colours.

Source: SVG 1.1, chapter 11; colours as #rgb, #rrggbb, rgb() and the sixteen basic names.
"""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from sopprint.color import Color

if TYPE_CHECKING:
    from collections.abc import Mapping

Paint = Color | None

_HEX = re.compile(r"#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
_RGB = re.compile(r"rgb\(\s*(\d{1,3})\s*,\s*(\d{1,3})\s*,\s*(\d{1,3})\s*\)")
_NUMBER = re.compile(r"\s*(\d+\.?\d*|\.\d+)\s*(?:px)?\s*")
_NAMES = MappingProxyType({
    "black": "000000", "silver": "c0c0c0", "gray": "808080", "grey": "808080", "white": "ffffff", "maroon": "800000",
    "red": "ff0000", "purple": "800080", "fuchsia": "ff00ff", "green": "008000", "lime": "00ff00", "olive": "808000",
    "yellow": "ffff00", "navy": "000080", "blue": "0000ff", "teal": "008080", "aqua": "00ffff",
})  # fmt: skip
_MOST_INK = 240.0  # percent, as for every colour of ours
_MUST_BE_ONE = ("opacity", "fill-opacity", "stroke-opacity")
_NO_EFFECT = {"clip-path": "none", "mask": "none", "filter": "none", "stroke-dasharray": "none"}


class StyleError(ValueError):
    """Paint that cannot be drawn; `hint` says what to do."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


class Style(Struct, frozen=True):
    """What a shape inherits. `width` is in the shape's own units."""

    fill: Paint
    stroke: Paint
    width: float
    even_odd: bool
    current: Color


def press_value(red: float, green: float, blue: float) -> tuple[float, float, float, float]:
    """CMYK percentages for sRGB 0..1: black replaces all grey (full GCR), and the rest keeps to 240 % of ink.

    A plain formula without a profile. County art is the one place where a colour comes without a press value; a
    county that must match a brand colour asks its print shop.
    """
    black = 1 - max(red, green, blue)
    if black >= 1:
        return 0.0, 0.0, 0.0, 100.0
    cyan, magenta, yellow = ((1 - part - black) / (1 - black) * 100 for part in (red, green, blue))
    chromatic = cyan + magenta + yellow
    keep = min(1.0, (_MOST_INK - black * 100) / chromatic) if chromatic else 1.0
    return cyan * keep, magenta * keep, yellow * keep, black * 100


def color_of(text: str, current: Color) -> Paint:
    """A paint value as a colour, None for none. Raises StyleError."""
    text = text.strip()
    if text in ("none", "transparent"):
        return None
    if text.lower() == "currentcolor":
        return current
    if text.startswith("url("):
        raise StyleError(f"the paint “{text}” cannot be drawn", "use flat colours, no gradients or patterns")
    digits = _digits(text)
    red, green, blue = (int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4))
    return Color((red, green, blue), press_value(red, green, blue))


def _digits(text: str) -> str:
    named = _NAMES.get(text.lower())
    if named is not None:
        return named
    if match := _HEX.fullmatch(text):
        return match[1] if len(match[1]) == 6 else "".join(c * 2 for c in match[1])
    if match := _RGB.fullmatch(text):
        return "".join(f"{min(int(part), 255):02x}" for part in match.groups())
    raise StyleError(f"the colour “{text}” is not known", "write it as # and six digits, such as #1F7A5C")


def styled(parent: Style, attributes: Mapping[str, str]) -> Style:
    """The style of an element from its parent's and its own attributes. Raises StyleError."""
    own = dict(attributes) | _declarations(attributes.get("style", ""))
    _refuse(own)
    current = parent.current
    if own.get("color", "inherit") != "inherit":
        current = color_of(own["color"], parent.current) or parent.current
    style = replace(parent, current=current)
    if own.get("fill", "inherit") != "inherit":
        style = replace(style, fill=color_of(own["fill"], current))
    if own.get("stroke", "inherit") != "inherit":
        style = replace(style, stroke=color_of(own["stroke"], current))
    if own.get("stroke-width", "inherit") != "inherit":
        style = replace(style, width=_width(own["stroke-width"]))
    if own.get("fill-rule", "inherit") != "inherit":
        style = replace(style, even_odd=own["fill-rule"].strip() == "evenodd")
    return style


def _declarations(text: str) -> dict[str, str]:
    found = {}
    for part in text.split(";"):
        key, colon, value = part.partition(":")
        if colon:
            found[key.strip()] = value.strip()
    return found


def _refuse(own: Mapping[str, str]) -> None:
    for key in _MUST_BE_ONE:
        if own.get(key, "1").strip() not in ("1", "1.0", "100%", "inherit"):
            raise StyleError(f"{key} “{own[key]}” cannot be drawn", "use solid colours")
    for key, harmless in _NO_EFFECT.items():
        if own.get(key, harmless) != harmless:
            raise StyleError(f"“{key}” cannot be drawn", "cut or redraw the shape without it")
    if own.get("display") == "none" or own.get("visibility") == "hidden":
        raise StyleError("a hidden part is still in the file", "delete hidden layers")


def _width(text: str) -> float:
    match = _NUMBER.fullmatch(text)
    if match is None:
        raise StyleError(f"the stroke width “{text}” is not a number")
    return float(match[1])


BLACK = Color((0.0, 0.0, 0.0), (0.0, 0.0, 0.0, 100.0))
INHERIT = Style(BLACK, None, 1.0, even_odd=False, current=BLACK)
