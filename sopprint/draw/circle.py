"""The `circle` element: one circle to write in, with a tab on its ring.

The box is the ring's: the middle of its stroke touches the box, and the tab stands out at the top, level with that of
a dome whose box begins at the same height. Drawing a ring is shared with `circles.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopprint.draw.tab import pill
from sopprint.geometry import Box, Matrix, Path, Point, ellipse

if TYPE_CHECKING:
    from sopprint.draw.pen import Pen
    from sopprint.model.elements import Circle, Dash, Fill


def ring_path(center: Point, radius: float) -> Path:
    """A circle that starts at twelve o'clock, so that a dash's seam is hidden by the tab that stands there."""
    return ellipse(0.0, 0.0, radius).transformed(Matrix.turn(-90.0).then(Matrix.shift(center.x, center.y)))


def ring(pen: Pen, center: Point, radius: float, *, colour: str, fill: Fill, dash: Dash, tag: int) -> None:
    """Draw a filled ring; `radius` is its centre line's (u)."""
    path = ring_path(center, radius)
    pen.paint(path, fill=pen.fill(colour, fill), tag=tag, name="write" if fill == "paper" else "ring")
    pen.paint(path, stroke=pen.colour(colour), width="zone", dash=dash, tag=tag, name="outline")


def within(center: Point, radius: float) -> Box:
    """The square that lies inside a ring, clear of its stroke and of the tab."""
    reach = radius / 2**0.5
    return Box(center.x - reach, center.y - reach, center.x + reach, center.y + reach)


def draw(spec: Circle, box: Box, pen: Pen) -> None:
    """Draw the circle as large as the box allows."""
    radius = min(box.width, box.height) / 2
    center = Point(box.center.x, box.top + radius)
    heading = pen.tag("H2", pen.sect(spec.zone))
    ring(pen, center, radius, colour=spec.colour, fill=spec.fill, dash=spec.dash, tag=pen.figure(spec.zone))
    tab = pill(
        pen, pen.say(spec.zone, "name"), center.shifted(0.0, -radius), 2 * radius,
        colour=spec.colour, fill="mid", size=spec.label_size, icon=spec.icon, tag=heading,
    )  # fmt: skip
    half = pen.weight("zone") / 2
    round_box = Box(center.x - radius, center.y - radius, center.x + radius, center.y + radius)
    pen.region("zone", spec.zone, round_box.outset(half).union(tab))
    pen.region("write", spec.zone, within(center, radius - half))
