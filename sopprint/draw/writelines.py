"""Lines to write on, evenly spaced, the last one at the foot of the box."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopprint.geometry import line

if TYPE_CHECKING:
    from sopprint.draw.pen import Pen
    from sopprint.geometry import Box
    from sopprint.model.elements import WriteLines


def draw(spec: WriteLines, box: Box, pen: Pen) -> None:
    step = box.height / spec.lines
    for number in range(1, spec.lines + 1):
        y = box.top + step * number
        pen.paint(line(box.left, y, box.right, y), stroke=pen.colour(spec.colour), width="rule", name="write-line")
    zone = spec.name or pen.zone
    if zone is not None:
        pen.region("write", zone, box)
