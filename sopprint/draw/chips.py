"""Arrow chips: small round arrows that lead from one panel to the next, or inward across a ring.

They repeat what the alternative texts of the zones say, so they are artifacts. The layout gives the gutter they stand
in; the panel beside it says where its rows are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sopprint.geometry import Matrix, Path, Point, ellipse, polyline

if TYPE_CHECKING:
    from sopprint.draw.pen import Pen
    from sopprint.geometry import Box
    from sopprint.model.elements import Chips

# An arrow that points along x, in a chip of this outer radius (u).
_RADIUS: Final = 44.0
_ARROW: Final = polyline(((-19, 0), (19, 0))) + polyline(((2, -17), (19, 0), (2, 17)))
_DEGREES: Final = {"right": 0.0, "down": 90.0}


def arrow_chip(pen: Pen, center: Point, degrees: float, radius: float) -> None:
    """Draw a chip whose outer edge is `radius` (u) from its centre; the arrow turns clockwise from pointing right."""
    navy, scale = pen.colour("navy"), radius / _RADIUS
    ring = radius - pen.weight("plate") / 2
    pen.paint(ellipse(center.x, center.y, ring), fill=pen.colour("paper"), stroke=navy, width="plate", name="chip")
    pen.paint(_arrow(center, degrees, scale), stroke=navy, width=pen.weight("field") * scale, name="arrow")


def _arrow(center: Point, degrees: float, scale: float) -> Path:
    place = Matrix.scale(scale).then(Matrix.turn(degrees)).then(Matrix.shift(center.x, center.y))
    return _ARROW.transformed(place)


def draw(spec: Chips, box: Box, pen: Pen) -> None:
    """Draw the chips of a gutter, clear of both its sides."""
    for center in _centers(spec, box, pen):
        arrow_chip(pen, center, _DEGREES[spec.direction], spec.radius)


def _centers(spec: Chips, box: Box, pen: Pen) -> tuple[Point, ...]:
    beside = pen.anchors.get(spec.beside) if spec.beside else None
    x = box.center.x
    if beside is not None and spec.by == "rows":
        return tuple(Point(x, row.center.y) for row in beside.rows)
    if beside is not None and spec.by == "head" and "head" in beside.points:
        return (Point(x, beside.points["head"].y),)
    return (box.center,)
