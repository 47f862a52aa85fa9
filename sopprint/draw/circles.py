"""The `circles` element: rings around the child and family, outermost first, each with a tab at twelve o'clock.

Arrow chips on a ring point inward: they show which way people could move. The box runs from the top of the outermost
tab to the foot of the outermost ring.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from sopprint.draw.chips import arrow_chip
from sopprint.draw.circle import ring, within
from sopprint.draw.tab import pill, tab_height
from sopprint.geometry import Box, Point

if TYPE_CHECKING:
    from sopprint.draw.pen import Pen
    from sopprint.model.elements import Circles, Ring

_CHIP: Final = 0.0606  # of the outermost ring: an outer radius of 50 at 825
_CHIP_DEGREES: Final = (45.0, 135.0)  # clockwise from three o'clock


def draw(spec: Circles, box: Box, pen: Pen) -> None:
    """Draw the rings around one centre, then their tabs and chips on top of all strokes."""
    center, outermost = _space(spec, box, pen)
    headings = [_ring(item, center, outermost, pen) for item in spec.rings]
    for item, heading in zip(spec.rings, headings, strict=True):
        _tab(item, center, outermost * item.radius, pen, heading)
        if item.chips:
            _chips(center, outermost * item.radius, _CHIP * outermost, pen)
    _regions(spec, center, outermost, pen)


def _space(spec: Circles, box: Box, pen: Pen) -> tuple[Point, float]:
    """Centre and radius of the largest ring in the box that leaves room for its tab at the top."""
    half, tab = pen.weight("zone") / 2, tab_height(pen) * spec.rings[0].label_size / 2
    radius = min(box.width / 2 - half, (box.height - tab - half) / 2)
    return Point(box.center.x, box.top + tab + radius), radius


def _ring(spec: Ring, center: Point, outermost: float, pen: Pen) -> int:
    heading, figure = pen.tag("H2", pen.sect(spec.zone)), pen.figure(spec.zone)
    ring(pen, center, outermost * spec.radius, colour=spec.colour, fill=spec.fill, dash=spec.dash, tag=figure)
    return heading


def _tab(spec: Ring, center: Point, radius: float, pen: Pen, heading: int) -> None:
    pill(
        pen, pen.say(spec.zone, "name"), center.shifted(0.0, -radius), 2 * radius,
        colour=spec.colour, fill=spec.tab, size=spec.label_size, tag=heading,
    )  # fmt: skip


def _chips(center: Point, radius: float, chip: float, pen: Pen) -> None:
    for degrees in _CHIP_DEGREES:
        turn = math.radians(degrees)
        at = center.shifted(radius * math.cos(turn), radius * math.sin(turn))
        arrow_chip(pen, at, degrees + 180.0, chip)


def _regions(spec: Circles, center: Point, outermost: float, pen: Pen) -> None:
    half = pen.weight("zone") / 2
    radii = [outermost * item.radius for item in spec.rings]
    for item, radius, inner in zip(spec.rings, radii, (*radii[1:], 0.0), strict=True):
        around = Box(center.x - radius, center.y - radius, center.x + radius, center.y + radius)
        pen.region("zone", item.zone, around.outset(half))
        if inner == 0.0:
            pen.region("write", item.zone, within(center, radius - half))
            continue
        for side in _sides(center, radius - half, inner + half):
            pen.region("write", item.zone, side)


def _sides(center: Point, outer: float, inner: float) -> tuple[Box, Box]:
    """Boxes between two rings at nine and at three o'clock, half as tall as the inner ring."""
    height = inner / 2
    reach = math.sqrt(outer**2 - height**2)
    right = Box(center.x + inner, center.y - height, center.x + reach, center.y + height)
    return right.shifted(-inner - reach, 0.0), right
