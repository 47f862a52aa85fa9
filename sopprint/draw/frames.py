"""Grounds and outlines of panels, fields and tables: the outline lies inside the box, with its middle half a stroke in.

A ground is painted first and its outline last, so that nothing inside covers the outline.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopprint.geometry import Box, rounded

if TYPE_CHECKING:
    from sopprint.draw.pen import Pen, StrokeName

RADIUS = 40.0  # of panels and framed tables
FIELD_RADIUS = 30.0


def ground(pen: Pen, box: Box, stroke: StrokeName, radius: float, *, tag: int | None) -> None:
    """The white that people write on."""
    shape = rounded(box.inset(pen.weight(stroke) / 2), radius)
    pen.paint(shape, fill=pen.colour("paper"), tag=tag, name="ground")


def outline(pen: Pen, box: Box, stroke: StrokeName, radius: float, colour: str, *, tag: int | None) -> None:
    """The line around it."""
    shape = rounded(box.inset(pen.weight(stroke) / 2), radius)
    pen.paint(shape, stroke=pen.colour(colour), width=stroke, tag=tag, name="outline")
