"""Paper sizes by name or by measure, and orientation.

Sizes: ISO 216 and the ANSI, ARCH and US trade sizes as trade suppliers list them. ReportLab's own table is not used:
its HALF_LETTER is 5.5 x 8 in and it has no ARCH or ANSI C to E sizes.
"""

from __future__ import annotations

import re
from typing import Literal

from msgspec import Struct

from sopprint.geometry import POINTS_PER, Size

Orientation = Literal["landscape", "portrait"]

_INCHES: dict[str, tuple[float, float]] = {
    "half-letter": (5.5, 8.5), "letter": (8.5, 11), "legal": (8.5, 14), "tabloid": (11, 17), "ansi-c": (17, 22),
    "ansi-d": (22, 34), "ansi-e": (34, 44), "arch-a": (9, 12), "arch-b": (12, 18), "arch-c": (18, 24),
    "arch-d": (24, 36), "arch-e": (36, 48), "arch-e1": (30, 42), "one-sheet": (27, 40),
}  # fmt: skip
_MILLIMETRES: dict[str, tuple[float, float]] = {
    "a0": (841, 1189), "a1": (594, 841), "a2": (420, 594), "a3": (297, 420), "a4": (210, 297), "a5": (148, 210),
}  # fmt: skip
_ALIASES = {"ansi-a": "letter", "ansi-b": "tabloid", "ledger": "tabloid", "statement": "half-letter"}
_CUSTOM = re.compile(r"(\d+(?:\.\d+)?)\s*[x×]\s*(\d+(?:\.\d+)?)\s*(in|mm|cm|pt)")
MIN_SIDE, MAX_SIDE = 72.0 * 5, 72.0 * 120  # points; far below the 14 400 pt a page may have (ISO 32000-1, annex C)


class PaperError(ValueError):
    """A paper name that is not known, or a size out of range."""


class Paper(Struct, frozen=True):
    """A named sheet, portrait; sides in points, width <= height."""

    name: str
    size: Size

    def turned(self, orientation: Orientation) -> Size:
        short, long = self.size.width, self.size.height
        return Size(long, short) if orientation == "landscape" else Size(short, long)


def names() -> tuple[str, ...]:
    return (*_INCHES, *_MILLIMETRES)


def paper(name: str) -> Paper:
    """Look a paper up by name ("arch-d", "A1") or measure ("30x40in"). Raises PaperError."""
    key = name.strip().lower()
    key = _ALIASES.get(key, key)
    if key in _INCHES:
        return _sheet(key, _INCHES[key], "in")
    if key in _MILLIMETRES:
        return _sheet(key, _MILLIMETRES[key], "mm")
    match = _CUSTOM.fullmatch(key)
    if match is None:
        raise PaperError(f"there is no paper “{name}”; use a name such as arch-d or a measure such as 30x40in")
    found = _sheet(key.replace(" ", "").replace("×", "x"), (float(match[1]), float(match[2])), match[3])
    if found.size.width < MIN_SIDE or found.size.height > MAX_SIDE:
        nearest = _nearest(float(match[1]), float(match[2]), match[3])
        raise PaperError(f"“{name}” is out of range: sides may be 5 in to 120 in; the nearest is {nearest}")
    return found


def _nearest(width: float, height: float, unit: str) -> str:
    """The sheet in range that is nearest to one that is not, of its shape where that can be."""
    low, high = MIN_SIDE / POINTS_PER[unit], MAX_SIDE / POINTS_PER[unit]
    scale = min(1.0, high / max(width, height))
    sides = (f"{round(max(side * scale, low), 1):g}" for side in (width, height))
    return "x".join(sides) + unit


def _sheet(name: str, sides: tuple[float, float], unit: str) -> Paper:
    short, long = sorted(side * POINTS_PER[unit] for side in sides)
    return Paper(name, Size(short, long))
