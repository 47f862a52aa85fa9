"""SVG path data to a `geometry.Path`: every command, relative ones too, with arcs and quadratics as cubics.

Purpose: icons and a county's own SVG art are written in path data. Strict: what SVG would half draw is refused with
its position. Not here: other SVG elements (`svg.py`), colours, strokes.
Source: SVG 2, chapter 9.3 and appendix B.2 (arcs).
"""

from __future__ import annotations

import math
import re

from msgspec import Struct, field

from sopprint.geometry import Path, Segment

_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_SPACE = re.compile(r"[\s,]*")
_ARGUMENTS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}
_LARGE, _SWEEP = 3, 4  # where an arc's arguments are flags, which may be written without a space after them

Pair = tuple[float, float]


class PathDataError(ValueError):
    """Path data that cannot be read; the message says where."""


def parse(d: str) -> Path:
    """Read path data into absolute lines and cubics. Raises PathDataError."""
    scanner, track = _Scanner(d), _Track()
    while not scanner.at_end():
        command = scanner.command()
        op = command.upper()
        if not track.segments and op != "M":
            raise scanner.error("path data starts with M")
        while True:
            values = scanner.arguments(op)
            track.step(op, values if command == op else _absolute(op, values, track.here))
            if op == "Z" or not scanner.number_follows():
                break
            if op == "M":  # further pairs after a move are lines
                op, command = "L", "L" if command == "M" else "l"
    return Path(tuple(track.segments))


class _Scanner(Struct):
    text: str
    at: int = 0

    def error(self, message: str) -> PathDataError:
        return PathDataError(f"{message}, at character {self.at + 1} of “{self.text[:60]}”")

    def _skip(self) -> None:
        found = _SPACE.match(self.text, self.at)
        self.at = found.end() if found else self.at

    def at_end(self) -> bool:
        self._skip()
        return self.at >= len(self.text)

    def command(self) -> str:
        letter = self.text[self.at]
        if letter.upper() not in _ARGUMENTS:
            raise self.error(f"“{letter}” is not a path command")
        self.at += 1
        return letter

    def number_follows(self) -> bool:
        self._skip()
        return _NUMBER.match(self.text, self.at) is not None

    def arguments(self, op: str) -> tuple[float, ...]:
        flags = (_LARGE, _SWEEP) if op == "A" else ()
        return tuple(self._flag() if i in flags else self._number() for i in range(_ARGUMENTS[op]))

    def _number(self) -> float:
        self._skip()
        found = _NUMBER.match(self.text, self.at)
        if found is None:
            raise self.error("a number is missing")
        self.at = found.end()
        return float(found[0])

    def _flag(self) -> float:
        self._skip()
        if self.text[self.at : self.at + 1] not in ("0", "1"):
            raise self.error("an arc's flag is 0 or 1")
        self.at += 1
        return float(self.text[self.at - 1])


def _absolute(op: str, values: tuple[float, ...], here: Pair) -> tuple[float, ...]:
    x, y = here
    if op == "H":
        return (values[0] + x,)
    if op == "V":
        return (values[0] + y,)
    if op == "A":
        return (*values[:5], values[5] + x, values[6] + y)
    return tuple(value + here[i % 2] for i, value in enumerate(values))


class _Track(Struct):
    """The path so far: where the pen is, where its subpath began, and the control point that S and T reflect."""

    segments: list[Segment] = field(default_factory=list)
    here: Pair = (0.0, 0.0)
    start: Pair = (0.0, 0.0)
    control: Pair | None = None
    curved_by: str = ""

    def step(self, op: str, v: tuple[float, ...]) -> None:
        if op in "MZ":
            self._jump(op, v)
            return
        if self.segments[-1][0] == "Z":  # a subpath that goes on from where the last one closed
            self.segments.append(("M", self.here))
        if op in "LHV":
            self._line(op, v)
        elif op == "A":
            self._arc(v)
        else:
            self._curve(op, v)

    def _jump(self, op: str, v: tuple[float, ...]) -> None:
        if op == "M":
            self.start = (v[0], v[1])
        self.segments.append(("M", self.start) if op == "M" else ("Z", ()))
        self.here, self.curved_by = self.start, ""

    def _line(self, op: str, v: tuple[float, ...]) -> None:
        x, y = self.here
        self.here = {"L": (v[0], v[-1]), "H": (v[0], y), "V": (x, v[0])}[op]
        self.segments.append(("L", self.here))
        self.curved_by = ""

    def _curve(self, op: str, v: tuple[float, ...]) -> None:
        if op in "ST":
            v = (*self._reflected("CS" if op == "S" else "QT"), *v)
        kind = "C" if op in "CS" else "Q"
        end = (v[-2], v[-1])
        self.control = (v[-4], v[-3])
        self.segments.append(("C", v if kind == "C" else _raised(self.here, self.control, end)))
        self.here, self.curved_by = end, op

    def _reflected(self, family: str) -> Pair:
        if self.control is None or not self.curved_by or self.curved_by not in family:
            return self.here
        return 2 * self.here[0] - self.control[0], 2 * self.here[1] - self.control[1]

    def _arc(self, v: tuple[float, ...]) -> None:
        end = (v[5], v[6])
        if v[0] == 0 or v[1] == 0:
            self._line("L", end)
            return
        if end != self.here:
            self.segments.extend(_arc_cubics(self.here, (abs(v[0]), abs(v[1])), v[2], (v[3] == 1, v[4] == 1), end))
        self.here, self.curved_by = end, ""


def _raised(start: Pair, control: Pair, end: Pair) -> tuple[float, ...]:
    """A quadratic's control point as a cubic's two."""
    (x0, y0), (x1, y1), (x2, y2) = start, control, end
    return (x0 + (x1 - x0) * 2 / 3, y0 + (y1 - y0) * 2 / 3, x2 + (x1 - x2) * 2 / 3, y2 + (y1 - y2) * 2 / 3, x2, y2)


def _arc_cubics(start: Pair, radii: Pair, tilt: float, flags: tuple[bool, bool], end: Pair) -> list[Segment]:
    """An arc as cubics of a quarter turn at most (SVG 2, B.2.4: from two ends to a centre)."""
    turn = math.radians(tilt)
    cos, sin = math.cos(turn), math.sin(turn)
    half = ((start[0] - end[0]) / 2, (start[1] - end[1]) / 2)
    x, y = cos * half[0] + sin * half[1], -sin * half[0] + cos * half[1]
    rx, ry = _enough(radii, x, y)
    large, sweep = flags
    share = (rx * ry) ** 2 / ((rx * y) ** 2 + (ry * x) ** 2) - 1
    k = math.sqrt(max(0.0, share)) * (-1 if large == sweep else 1)
    cx, cy = k * rx * y / ry, -k * ry * x / rx
    first = math.atan2((y - cy) / ry, (x - cx) / rx)
    last = math.atan2((-y - cy) / ry, (-x - cx) / rx)
    span = (last - first) % math.tau if sweep else -((first - last) % math.tau)
    middle = (cos * cx - sin * cy + (start[0] + end[0]) / 2, sin * cx + cos * cy + (start[1] + end[1]) / 2)

    def on_page(u: float, v: float) -> Pair:
        return middle[0] + cos * rx * u - sin * ry * v, middle[1] + sin * rx * u + cos * ry * v

    count = max(1, math.ceil(abs(span) / (math.pi / 2) - 1e-9))
    step = span / count
    pull = 4 / 3 * math.tan(step / 4)
    cubics: list[Segment] = []
    for i in range(count):
        a, b = first + i * step, first + (i + 1) * step
        stop = end if i == count - 1 else on_page(math.cos(b), math.sin(b))
        one = on_page(math.cos(a) - pull * math.sin(a), math.sin(a) + pull * math.cos(a))
        two = on_page(math.cos(b) + pull * math.sin(b), math.sin(b) - pull * math.cos(b))
        cubics.append(("C", (*one, *two, *stop)))
    return cubics


def _enough(radii: Pair, x: float, y: float) -> Pair:
    """Radii that are too small to reach are grown until they do (SVG 2, B.2.5)."""
    short = math.hypot(x / radii[0], y / radii[1])
    return (radii[0] * short, radii[1] * short) if short > 1 else radii
