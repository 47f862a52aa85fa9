"""Lengths, points, boxes, matrices and paths. The only parser of units.

Coordinates have their origin at the top left with y down, as a reader sees the page; the PDF painter flips them.
Nothing here knows what a unit `u` is worth: values are plain floats in whatever unit the caller works in
(`u` while drawing, points in `frame.py`).
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

POINTS_PER = {"pt": 1.0, "in": 72.0, "mm": 72 / 25.4, "cm": 72 / 2.54}
_LENGTH = re.compile(r"\s*(\d+(?:\.\d+)?|\.\d+)\s*(pt|in|mm|cm|\")\s*")
_KAPPA = 0.5522847498307936  # cubic approximation of a quarter circle: 4/3 (sqrt 2 - 1)


class UnitError(ValueError):
    """A length that cannot be read."""


class Length(Struct, frozen=True, order=True):
    """A physical length, kept in points."""

    points: float

    @classmethod
    def parse(cls, text: str) -> Length:
        """Read "0.25in", "18 mm", "24pt", '8.5"'. Raises UnitError."""
        match = _LENGTH.fullmatch(text)
        if match is None:
            raise UnitError(f"“{text}” is not a length; write a number and in, mm, cm or pt")
        return cls(float(match[1]) * POINTS_PER["in" if match[2] == '"' else match[2]])

    @property
    def millimetres(self) -> float:
        return self.points / POINTS_PER["mm"]

    @property
    def inches(self) -> float:
        return self.points / POINTS_PER["in"]

    def __str__(self) -> str:
        return f"{self.inches:g} in"


class Point(Struct, frozen=True):
    x: float
    y: float

    def shifted(self, dx: float, dy: float) -> Point:
        return Point(self.x + dx, self.y + dy)


class Size(Struct, frozen=True):
    width: float
    height: float


class Insets(Struct, frozen=True):
    left: float = 0.0
    top: float = 0.0
    right: float = 0.0
    bottom: float = 0.0

    @classmethod
    def even(cls, amount: float) -> Insets:
        return cls(amount, amount, amount, amount)


class Box(Struct, frozen=True):
    """An upright rectangle by its edges; right >= left, bottom >= top."""

    left: float
    top: float
    right: float
    bottom: float

    @classmethod
    def sized(cls, left: float, top: float, width: float, height: float) -> Box:
        return cls(left, top, left + width, top + height)

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def center(self) -> Point:
        return Point((self.left + self.right) / 2, (self.top + self.bottom) / 2)

    def inset(self, by: float | Insets) -> Box:
        i = Insets.even(by) if isinstance(by, (int, float)) else by
        return Box(self.left + i.left, self.top + i.top, self.right - i.right, self.bottom - i.bottom)

    def outset(self, by: float) -> Box:
        return self.inset(-by)

    def scaled(self, factor: float) -> Box:
        return Box(self.left * factor, self.top * factor, self.right * factor, self.bottom * factor)

    def shifted(self, dx: float, dy: float) -> Box:
        return Box(self.left + dx, self.top + dy, self.right + dx, self.bottom + dy)

    def overlaps(self, other: Box, slack: float = 0.0) -> bool:
        """True where the two share more than `slack` in both directions."""
        return (
            min(self.right, other.right) - max(self.left, other.left) > slack
            and min(self.bottom, other.bottom) - max(self.top, other.top) > slack
        )

    def contains(self, other: Box, slack: float = 0.0) -> bool:
        return (
            other.left >= self.left - slack
            and other.top >= self.top - slack
            and other.right <= self.right + slack
            and other.bottom <= self.bottom + slack
        )

    def union(self, other: Box) -> Box:
        return Box(
            min(self.left, other.left),
            min(self.top, other.top),
            max(self.right, other.right),
            max(self.bottom, other.bottom),
        )


class Matrix(Struct, frozen=True):
    """x' = a x + c y + e, y' = b x + d y + f (the order of ISO 32000-1, 8.3.4)."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def apply(self, x: float, y: float) -> tuple[float, float]:
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def then(self, o: Matrix) -> Matrix:
        """This one first, `o` after it."""
        return Matrix(
            self.a * o.a + self.b * o.c,
            self.a * o.b + self.b * o.d,
            self.c * o.a + self.d * o.c,
            self.c * o.b + self.d * o.d,
            self.e * o.a + self.f * o.c + o.e,
            self.e * o.b + self.f * o.d + o.f,
        )

    @classmethod
    def scale(cls, x: float, y: float | None = None) -> Matrix:
        return cls(a=x, d=x if y is None else y)

    @classmethod
    def shift(cls, dx: float, dy: float) -> Matrix:
        return cls(e=dx, f=dy)

    @classmethod
    def turn(cls, degrees: float) -> Matrix:
        """Clockwise as seen on the page (y points down)."""
        r = math.radians(degrees)
        return cls(math.cos(r), math.sin(r), -math.sin(r), math.cos(r))


Op = Literal["M", "L", "C", "Z"]
Segment = tuple[Op, tuple[float, ...]]  # M x y | L x y | C x1 y1 x2 y2 x y | Z


class Path(Struct, frozen=True):
    """Subpaths of lines and cubic curves; every segment is absolute."""

    segments: tuple[Segment, ...]

    def __add__(self, other: Path) -> Path:
        return Path(self.segments + other.segments)

    def mapped(self, f: Callable[[float, float], tuple[float, float]]) -> Path:
        out: list[Segment] = []
        for op, v in self.segments:
            points: list[float] = []
            for i in range(0, len(v), 2):
                points.extend(f(v[i], v[i + 1]))
            out.append((op, tuple(points)))
        return Path(tuple(out))

    def transformed(self, matrix: Matrix) -> Path:
        return self.mapped(matrix.apply)

    def scaled(self, factor: float) -> Path:
        return Path(tuple((op, tuple(n * factor for n in v)) for op, v in self.segments))

    def bounds(self) -> Box:
        """Box around the flattened path."""
        points = [p for line in self.flattened() for p in line]
        xs, ys = [p[0] for p in points], [p[1] for p in points]
        return Box(min(xs), min(ys), max(xs), max(ys))

    def flattened(self, steps: int = 16) -> tuple[tuple[tuple[float, float], ...], ...]:
        """Each subpath as points; curves become `steps` chords."""
        lines: list[list[tuple[float, float]]] = []
        for op, v in self.segments:
            if op == "M":
                lines.append([(v[0], v[1])])
            elif op == "L":
                lines[-1].append((v[0], v[1]))
            elif op == "C":
                lines[-1].extend(_cubic_points(lines[-1][-1], v, steps))
            else:
                lines[-1].append(lines[-1][0])
        return tuple(tuple(line) for line in lines)


def _cubic_points(start: tuple[float, float], v: tuple[float, ...], steps: int) -> list[tuple[float, float]]:
    (x0, y0), (x1, y1, x2, y2, x3, y3) = start, v
    points = []
    for i in range(1, steps + 1):
        t = i / steps
        a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
        points.append((a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3))
    return points


def polyline(points: Iterable[tuple[float, float]], *, closed: bool = False) -> Path:
    ops: list[Segment] = [("M" if i == 0 else "L", (x, y)) for i, (x, y) in enumerate(points)]
    return Path((*ops, ("Z", ()))) if closed else Path(tuple(ops))


def line(x0: float, y0: float, x1: float, y1: float) -> Path:
    return polyline(((x0, y0), (x1, y1)))


def rectangle(box: Box) -> Path:
    b = box
    return polyline(((b.left, b.top), (b.right, b.top), (b.right, b.bottom), (b.left, b.bottom)), closed=True)


def rounded(box: Box, radius: float | tuple[float, float, float, float]) -> Path:
    """A rectangle with round corners; four radii run clockwise from the top left."""
    most = min(box.width, box.height) / 2
    given = (radius,) * 4 if isinstance(radius, (int, float)) else radius
    tl, tr, br, bl = (min(r, most) for r in given)
    k = 1 - _KAPPA
    left, top, right, bottom = box.left, box.top, box.right, box.bottom
    ops: list[Segment] = [("M", (left + tl, top)), ("L", (right - tr, top))]
    if tr:
        ops.append(("C", (right - tr * k, top, right, top + tr * k, right, top + tr)))
    ops.append(("L", (right, bottom - br)))
    if br:
        ops.append(("C", (right, bottom - br * k, right - br * k, bottom, right - br, bottom)))
    ops.append(("L", (left + bl, bottom)))
    if bl:
        ops.append(("C", (left + bl * k, bottom, left, bottom - bl * k, left, bottom - bl)))
    ops.append(("L", (left, top + tl)))
    if tl:
        ops.append(("C", (left, top + tl * k, left + tl * k, top, left + tl, top)))
    ops.append(("Z", ()))
    return Path(tuple(ops))


def ellipse(cx: float, cy: float, rx: float, ry: float | None = None) -> Path:
    """Four cubics, starting at three o'clock and running clockwise on the page."""
    ry = rx if ry is None else ry
    kx, ky = rx * _KAPPA, ry * _KAPPA
    return Path(
        (
            ("M", (cx + rx, cy)),
            ("C", (cx + rx, cy + ky, cx + kx, cy + ry, cx, cy + ry)),
            ("C", (cx - kx, cy + ry, cx - rx, cy + ky, cx - rx, cy)),
            ("C", (cx - rx, cy - ky, cx - kx, cy - ry, cx, cy - ry)),
            ("C", (cx + kx, cy - ry, cx + rx, cy - ky, cx + rx, cy)),
            ("Z", ()),
        )
    )
