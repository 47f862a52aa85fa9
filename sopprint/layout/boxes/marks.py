"""Numbers and marks in circles: the ones that steps and poster callouts share.

Solid navy circles with white figures; opening and closing steps have an outlined circle with a flag or a check.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopprint.draw.icons import draw_icon
from sopprint.geometry import Box, ellipse
from sopprint.model.blocks import Span

if TYPE_CHECKING:
    from sopprint.layout.composer import Composer
    from sopprint.layout.sheet import Sheet

_EDGES = {"open": "flag", "close": "check"}
SIDE = 18.0  # a circle's diameter, points


def draw_mark(
    sheet: Sheet, made: Composer, mark: str, center: tuple[float, float], side: float, tag: int | None,
    colour: str = "navy",
) -> None:  # fmt: skip
    """Draw a mark (a number, "open", "close" or an icon's name) in a circle around a point of the page."""
    x, y = center
    if mark in _EDGES:
        width = side * 0.08
        ring = ellipse(x, y, (side - width) / 2)
        sheet.pen.paint(ring, fill=made.colour("paper"), stroke=made.colour(colour), width=width, name="mark-ring")
        icon = "ok" if mark == "close" else _EDGES[mark]
        inner = side * 0.46
        draw_icon(sheet.pen, icon, colour, Box.sized(x - inner / 2, y - inner / 2, inner, inner))
        return
    sheet.pen.paint(ellipse(x, y, side / 2), fill=made.colour(colour), name="mark-disc")
    if not mark.isdigit():
        inner = side * 0.62
        draw_icon(sheet.pen, mark, "paper", Box.sized(x - inner / 2, y - inner / 2, inner, inner), fill_paper=False)
        return
    style = made.style("number")
    size = side * 0.6
    rich = made.rich((Span(f"{mark} "),), style, None)  # the blank keeps it from running into what follows
    if rich is not None:
        line = rich.lines(side)[0]
        left = x - line.width * size / 2 - sheet.left
        sheet.words(line, left, y + 0.35 * size, size, made.colour("paper"), (tag,))


def ring_number(
    sheet: Sheet, made: Composer, number: str, center: tuple[float, float], side: float, tag: int | None
) -> None:
    """A number in an outlined circle, to be marked with a pen."""
    x, y = center
    width = made.pt(1.3)
    sheet.pen.paint(
        ellipse(x, y, (side - width) / 2), fill=made.colour("paper"), stroke=made.colour("navy"), width=width,
        name="ring",
    )  # fmt: skip
    rich = made.rich((Span(f"{number} "),), made.style("number"), None)
    if rich is not None:
        line, size = rich.lines(side)[0], side * 0.52
        left = x - line.width * size / 2 - sheet.left
        sheet.words(line, left, y + 0.35 * size, size, made.colour("navy"), (tag,))
