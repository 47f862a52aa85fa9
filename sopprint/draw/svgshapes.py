"""SVG's basic shapes as paths. Source: SVG 1.1, chapter 9."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING

from sopprint.draw import svgpath
from sopprint.geometry import Box, Path, ellipse, line, polyline, rounded

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Attributes = Mapping[str, str]

_NUMBER = re.compile(r"\s*([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)\s*(?:px)?\s*")
_EMPTY = Path(())


class ShapeError(ValueError):
    """A shape whose numbers cannot be read."""


def _number(attributes: Attributes, key: str, default: float = 0.0) -> float:
    text = attributes.get(key)
    if text is None:
        return default
    match = _NUMBER.fullmatch(text)
    if match is None:
        raise ShapeError(f"{key}=“{text}” is not a number")
    return float(match[1])


def _path(attributes: Attributes) -> Path:
    try:
        return svgpath.parse(attributes.get("d", ""))
    except svgpath.PathDataError as error:
        raise ShapeError(str(error)) from error


def _rect(attributes: Attributes) -> Path:
    x, y, width, height = (_number(attributes, key) for key in ("x", "y", "width", "height"))
    if width <= 0 or height <= 0:
        return _EMPTY
    rx, ry = attributes.get("rx"), attributes.get("ry")
    if rx is not None and ry is not None and _number(attributes, "rx") != _number(attributes, "ry"):
        raise ShapeError("corners with two radii cannot be drawn; turn the rectangle into a path")
    return rounded(Box.sized(x, y, width, height), _number(attributes, "rx" if rx is not None else "ry"))


def _circle(attributes: Attributes) -> Path:
    radius = _number(attributes, "r")
    return ellipse(_number(attributes, "cx"), _number(attributes, "cy"), radius) if radius > 0 else _EMPTY


def _ellipse(attributes: Attributes) -> Path:
    cx, cy, rx, ry = (_number(attributes, key) for key in ("cx", "cy", "rx", "ry"))
    return ellipse(cx, cy, rx, ry) if rx > 0 and ry > 0 else _EMPTY


def _line(attributes: Attributes) -> Path:
    x1, y1, x2, y2 = (_number(attributes, key) for key in ("x1", "y1", "x2", "y2"))
    return line(x1, y1, x2, y2)


def _points(attributes: Attributes) -> list[tuple[float, float]]:
    try:
        numbers = [float(n) for n in attributes.get("points", "").replace(",", " ").split()]
    except ValueError as error:
        raise ShapeError("the points are not numbers") from error
    if len(numbers) % 2:
        raise ShapeError("the points are an odd number of coordinates")
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def _polygon(attributes: Attributes) -> Path:
    points = _points(attributes)
    return polyline(points, closed=True) if points else _EMPTY


def _polyline(attributes: Attributes) -> Path:
    return polyline(_points(attributes))


SHAPES: Mapping[str, Callable[[Mapping[str, str]], Path]] = MappingProxyType(
    {
        "path": _path,
        "rect": _rect,
        "circle": _circle,
        "ellipse": _ellipse,
        "line": _line,
        "polyline": _polyline,
        "polygon": _polygon,
    }
)
