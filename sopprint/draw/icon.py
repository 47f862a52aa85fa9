"""The `icon` element: an icon on its own, as decoration (the words beside it say what it says)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopprint.draw.icons import draw_icon

if TYPE_CHECKING:
    from sopprint.draw.pen import Pen
    from sopprint.geometry import Box
    from sopprint.model.elements import Icon


def draw(spec: Icon, box: Box, pen: Pen) -> None:
    """Draw the icon in the middle of the box."""
    draw_icon(pen, spec.icon, spec.colour, box)
