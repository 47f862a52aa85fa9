"""Colours with a screen and a press value, decided in the theme and never converted from a finished stream."""

from __future__ import annotations

import re

from msgspec import Struct

_HEX = re.compile(r"#[0-9A-Fa-f]{6}")


class ColorError(ValueError):
    """A colour that cannot be read."""


class Color(Struct, frozen=True):
    """`screen` is sRGB 0..1; `press` is CMYK in percent 0..100."""

    screen: tuple[float, float, float]
    press: tuple[float, float, float, float]

    @classmethod
    def of(cls, hex_code: str, press: tuple[float, float, float, float]) -> Color:
        """From "#1F7A5C" and its press build. Raises ColorError."""
        if not _HEX.fullmatch(hex_code):
            raise ColorError(f"“{hex_code}” is not a colour; write # and six digits, such as #1F7A5C")
        if any(not 0 <= ink <= 100 for ink in press):
            raise ColorError("press values are percentages from 0 to 100")
        r, g, b = (int(hex_code[i : i + 2], 16) / 255 for i in (1, 3, 5))
        return cls((r, g, b), press)

    @property
    def ink(self) -> float:
        """Total area coverage in percent."""
        return sum(self.press)

    @property
    def luminance(self) -> float:
        """Relative luminance, WCAG 2.2."""
        r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in self.screen)
        return 0.2126 * r + 0.7152 * g + 0.0722 * b

    @property
    def hex(self) -> str:
        return "#" + "".join(f"{round(c * 255):02X}" for c in self.screen)


def contrast(a: Color, b: Color) -> float:
    """Contrast ratio 1..21, WCAG 2.2 success criterion 1.4.3."""
    high, low = sorted((a.luminance, b.luminance), reverse=True)
    return (high + 0.05) / (low + 0.05)
