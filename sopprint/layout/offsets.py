"""Offsets: the small sums of the layout language, such as "100% - 930" or "house.door.y + 86".

Grammar: terms joined by + and -; a term is a number (u), a percentage of the box, or an anchor
`name.left|right|top|bottom|center|middle` or `name.point.x|y`. Nothing else can be written: no calls, no loops.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sopprint.draw.pen import Anchor
    from sopprint.geometry import Box

Axis = Literal["x", "y"]

_TERM = re.compile(r"\s*([+-]?)\s*(?:(\d+(?:\.\d+)?)(%?)|([a-z][a-z0-9-]*(?:\.[a-z0-9-]+){1,2}))\s*(?=[+-]|$)")
_EDGES = {"x": ("left", "right", "center"), "y": ("top", "bottom", "middle")}


class OffsetError(ValueError):
    """An offset that cannot be read, or an anchor that is not there."""


def terms(text: str) -> list[tuple[int, float | str, bool]]:
    """Split a sum into (sign, number or anchor, is a percentage). Raises OffsetError."""
    found: list[tuple[int, float | str, bool]] = []
    at = 0
    while at < len(text):
        match = _TERM.match(text, at)
        if match is None or (found and not match[1]):
            raise OffsetError(f"cannot read “{text}” from “{text[at:].strip()}” on")
        sign = -1 if match[1] == "-" else 1
        found.append((sign, match[4] or float(match[2]), match[3] == "%"))
        at = match.end()
    if not found:
        raise OffsetError("an offset is empty")
    return found


def resolve(offset: float | str, axis: Axis, box: Box, anchors: Mapping[str, Anchor]) -> float:
    """An offset as u from the box's left (x) or top (y). Raises OffsetError."""
    if not isinstance(offset, str):
        return float(offset)
    extent, origin = (box.width, box.left) if axis == "x" else (box.height, box.top)
    total = 0.0
    for sign, value, percent in terms(offset):
        if isinstance(value, str):
            total += sign * (_anchored(value, axis, anchors) - origin)
        else:
            total += sign * (value / 100 * extent if percent else value)
    return total


def _anchored(reference: str, axis: Axis, anchors: Mapping[str, Anchor]) -> float:
    name, *rest = reference.split(".")
    anchor = anchors.get(name)
    if anchor is None:
        raise OffsetError(f"nothing named “{name}” has been placed before this")
    if len(rest) == 1:
        if rest[0] not in _EDGES[axis]:
            raise OffsetError(f"“{reference}” is not {' or '.join(_EDGES[axis])}")
        center = {"center": anchor.box.center.x, "middle": anchor.box.center.y}
        return center[rest[0]] if rest[0] in center else float(getattr(anchor.box, rest[0]))
    point = anchor.points.get(rest[0])
    if point is None or rest[1] != axis:
        raise OffsetError(f"“{name}” has no point “{'.'.join(rest)}” along {axis}")
    return point.x if axis == "x" else point.y
