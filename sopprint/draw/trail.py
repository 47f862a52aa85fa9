"""The `path` element: a sandy path with numbered stones, the highest at the start and zero far away.

The route comes in steps from an anchor: numbers are measured from the start, sums with anchors are places on the page.
Heights grow with the height there is, except on the doorstep before the first stone. The path may run off the page,
past the trim by the bleed. It is painted after the ground line it starts at, so it begins under that line's lower edge.
"""

from __future__ import annotations

import math
from functools import reduce
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from msgspec import Struct
from msgspec.structs import replace

from sopprint.draw.labels import ON_MIDDLE
from sopprint.draw.lettering import DESCENT, fit, put
from sopprint.geometry import Box, Path, Point, ellipse

if TYPE_CHECKING:
    from sopprint.draw.lettering import Align
    from sopprint.draw.pen import Pen
    from sopprint.geometry import Segment
    from sopprint.model.elements import Offset, Step, Trail

_RIBBON: Final = 108.0
_EDGE: Final = 7.0
_STONE: Final = (50.0, 40.0)
_OVERLAP: Final = 1.0  # under the ground line, so that no sky shows between the two
_NEAR_GAP: Final = 24.0
_FAR_GAP: Final = 16.0
_ABOVE: Final = -104.0  # from the last stone's middle to the far label's baseline
_BELOW: Final = 120.0
_LABEL: Final = "how-to-lead"
_SAMPLES: Final = 240  # of the whole path, close enough to see where it rises beside a label
_CHORDS: Final = 64  # to a curve, which makes its length right to a tenth of a unit


class _Frame(Struct, frozen=True):
    """Turns a route's offsets into places on the page: numbers count from `start`, sums are places already."""

    start: Point
    scale: float  # of heights
    pen: Pen

    def at(self, x: Offset, y: Offset) -> tuple[float, float]:
        return (
            self.start.x + x if isinstance(x, (int, float)) else self.pen.resolve(x, "x"),
            self.start.y + self.scale * y if isinstance(y, (int, float)) else self.pen.resolve(y, "y"),
        )

    def segment(self, step: Step) -> Segment:
        if step.curve is None:
            return "L", self.at(*step.to)
        return "C", (*self.at(*step.curve[:2]), *self.at(*step.curve[2:]), *self.at(*step.to))


def draw(spec: Trail, box: Box, pen: Pen) -> None:  # noqa: ARG001 — the route says where the path goes
    """Draw the ribbon, its stones, and the words for both ends."""
    frame = _frame(spec, pen)
    route = _route(spec, frame)
    stones = _spread(_stony(frame.start, route, spec.stones_from), spec.stones)
    sect = pen.sect(spec.zone)
    figure = pen.figure(spec.zone)
    run = _run(spec, frame, route)
    _ribbon(run, pen, figure)
    for index, stone in enumerate(stones):
        _stone(pen, stone, spec.stones - 1 - index if spec.numbers else None, figure)
    _near(spec, stones[0], pen, pen.tag("P", sect))
    _far(spec, stones[-1], run, pen, pen.tag("P", sect))
    pen.region("zone", spec.zone, _around(stones))


def _frame(spec: Trail, pen: Pen) -> _Frame:
    start = Point(pen.resolve(f"{spec.start}.x", "x"), pen.resolve(f"{spec.start}.y", "y"))
    scale = (pen.body.bottom - start.y) / spec.design_height if spec.design_height else 1.0
    return _Frame(start, scale, pen)


def _route(spec: Trail, frame: _Frame) -> tuple[Segment, ...]:
    doorstep = replace(frame, scale=1.0)
    first = spec.stones_from
    return tuple((doorstep if i < first else frame).segment(step) for i, step in enumerate(spec.route))


def _stony(start: Point, route: tuple[Segment, ...], first: int) -> Path:
    """The part of the route on which stones lie."""
    x, y = route[first - 1][1][-2:] if first else (start.x, start.y)
    return Path((("M", (x, y)), *route[first:]))


def _run(spec: Trail, frame: _Frame, route: tuple[Segment, ...]) -> Path:
    """The ribbon's middle, from under the ground line to its last stone or off the page."""
    start, pen = frame.start, frame.pen
    clear = pen.weight("zone") / 2 - _OVERLAP
    x, y = _toward((start.x, start.y), route[0][1][:2], clear)
    away = () if spec.off is None else _away(route, frame.at(*spec.off), pen)
    return Path((("M", (x, y)), *route, *away))


def _toward(here: tuple[float, ...], there: tuple[float, ...], by: float) -> tuple[float, float]:
    dx, dy = there[0] - here[0], there[1] - here[1]
    length = math.hypot(dx, dy) or 1.0
    return here[0] + dx / length * by, here[1] + dy / length * by


def _away(route: tuple[Segment, ...], off: tuple[float, float], pen: Pen) -> tuple[Segment, ...]:
    """From the route's end on without a kink to `off`, then straight on until all of the ribbon is past the bleed."""
    points = route[-1][1] if len(route[-1][1]) > 2 else (*route[-2][1][-2:], *route[-1][1])
    before, end = points[-4:-2], points[-2:]
    pull = math.dist(end, off) / 3
    one, two = _toward(end, before, -pull), _toward(off, end, pull)
    return ("C", (*one, *two, *off)), ("L", _toward(off, two, -_to_edge(off, two, pen)))


def _to_edge(off: tuple[float, float], before: tuple[float, float], pen: Pen) -> float:
    """How far a path that comes from `before` runs on from `off` until it leaves page, bleed and half a ribbon."""
    edge = pen.page.outset(pen.bleed + _RIBBON / 2 + _EDGE)
    length = math.dist(off, before) or 1.0
    dx, dy = (off[0] - before[0]) / length, (off[1] - before[1]) / length
    ways = []
    if dx:
        ways.append(((edge.right if dx > 0 else edge.left) - off[0]) / dx)
    if dy:
        ways.append(((edge.bottom if dy > 0 else edge.top) - off[1]) / dy)
    return max(0.0, min(ways, default=0.0))


def _ribbon(run: Path, pen: Pen, tag: int) -> None:
    for width, colour in ((_RIBBON + 2 * _EDGE, "sand-edge"), (_RIBBON, "sand")):
        pen.paint(run, stroke=pen.colour(colour), width=width, square=True, tag=tag, name="path")


def _spread(path: Path, count: int) -> tuple[Point, ...]:
    """Points at equal arc lengths, one at each end."""
    line = path.flattened(_CHORDS)[0]
    steps = [math.dist(a, b) for a, b in pairwise(line)]
    gap = sum(steps) / (count - 1)
    points, gone = [Point(*line[0])], 0.0
    for (a, b), step in zip(pairwise(line), steps, strict=True):
        while len(points) < count - 1 and gone + step >= gap * len(points):
            points.append(Point(*_toward(a, b, gap * len(points) - gone)))
        gone += step
    return (*points, Point(*line[-1]))


def _stone(pen: Pen, center: Point, number: int | None, tag: int) -> None:
    shape = ellipse(center.x, center.y, *_STONE)
    pen.paint(shape, fill=pen.colour("paper"), stroke=pen.colour("navy"), width="plate", tag=tag, name="stone")
    if number is not None:
        made = fit(pen, pen.number(number), "stone", _STONE[0], shared=True)
        put(pen, made, center.x, center.y + ON_MIDDLE * made.size, tag=tag, align="center")


def _near(spec: Trail, stone: Point, pen: Pen, tag: int) -> None:
    away = _RIBBON / 2 + _EDGE + _NEAR_GAP
    right = spec.near_label == "right"
    x = stone.x + away if right else stone.x - away
    room = pen.body.right - x if right else x - pen.body.left
    made = fit(pen, pen.say(spec.zone, "near"), _LABEL, room, shared=True)
    align: Align = "left" if right else "right"
    baseline = stone.y - made.drop / 2 + ON_MIDDLE * made.size - (made.depth - DESCENT * made.size)
    put(pen, made, x, baseline, tag=tag, align=align)


def _far(spec: Trail, stone: Point, run: Path, pen: Pen, tag: int) -> None:
    """Centred on the last stone, unless it then left the page's right edge; farther out where the path is steep."""
    made = fit(pen, pen.say(spec.zone, "far"), _LABEL, pen.body.width / 3, shared=True)
    middle = min(stone.x, pen.body.right - made.width / 2)
    top, bottom = _band(run, stone, made.width / 2 + abs(middle - stone.x))
    if spec.far_label == "above":
        baseline = min(stone.y + _ABOVE, top - _FAR_GAP - made.foot) - made.drop
    else:
        baseline = max(stone.y + _BELOW, bottom + _FAR_GAP + made.cap)
    put(pen, made, middle, baseline, tag=tag, align="center")


def _band(run: Path, stone: Point, reach: float) -> tuple[float, float]:
    """The highest and the lowest y of the ribbon near a stone, as far as `reach` to both sides."""
    half = _RIBBON / 2 + _EDGE
    beside = reach + half  # the ribbon is a round pen's trace, so what is this far away can still lean in
    near = [p.y for p in _spread(run, _SAMPLES) if abs(p.x - stone.x) <= beside and abs(p.y - stone.y) <= beside]
    return min(near, default=stone.y) - half, max(near, default=stone.y) + half


def _around(stones: tuple[Point, ...]) -> Box:
    """The box of the ribbon's part that has stones on it."""
    boxes = (Box(stone.x, stone.y, stone.x, stone.y) for stone in stones)
    return reduce(Box.union, boxes).outset(_RIBBON / 2 + _EDGE)
