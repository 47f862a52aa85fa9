"""Numbers in circles joined by a line, lowest first: the head of a score table and the strip of a scale."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopprint.draw.labels import ON_MIDDLE
from sopprint.draw.lettering import fit, put
from sopprint.geometry import ellipse, line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sopprint.draw.pen import Pen

LEAST_RADIUS = 30.0  # a circle is never under 60 u across
_DIGITS = 1.22  # of the radius; two digits still stand clear of the ring


def number_line(
    pen: Pen, numbers: Sequence[int], centers: Sequence[float], y: float, radius: float, *, figure: int,
    tags: Sequence[int],
) -> None:  # fmt: skip
    """Draw the line, then opaque circles, then the numbers; one x and one owner for each number (u)."""
    ink = pen.colour("navy")
    joined = line(centers[0], y, centers[-1], y)
    pen.paint(joined, stroke=ink, width="plate", square=True, tag=figure, name="number-line")
    for number, x, tag in zip(numbers, centers, tags, strict=True):
        pen.paint(ellipse(x, y, radius), fill=pen.colour("paper"), stroke=ink, width="plate", tag=figure, name="number")
        made = fit(pen, pen.number(number), "number", 2 * radius, size=_DIGITS * radius, shared=True)
        put(pen, made, x, y + ON_MIDDLE * made.size, tag=tag, align="center")
