"""The header: corner to corner the title, the purpose, and the program or the county's logo at the right.

Geometry: design language, sections 6 and 16. Numbers are u.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopprint.draw.lettering import Lettering, fit, put
from sopprint.geometry import Box, line, rounded
from sopprint.resolve.words import Phrase

if TYPE_CHECKING:
    from sopprint.draw.pen import Pen
    from sopprint.resolve.brand import Brand

EDGE = 240.0  # text edge from both sides
TITLE, PURPOSE = 198.0, 286.0  # baselines
PROGRAM, TOOL_LINE = 134.0, 192.0  # baselines
CLEAR = 80.0  # between title and the block at the right
SHRINK = 0.95  # how far the title may shrink to keep that block
LOGO_TOP, LOGO_HEIGHT, LOGO_WIDTH = 90.0, 108.0, 420.0
LOGO_SMALL = {"small": 96.0, "portrait": 84.0}
DRAFT = (236.0, 52.0)  # top and height of the draft tag


def draw_header(pen: Pen, brand: Brand, *, title_only: bool, reviewed: bool) -> None:
    """Draw the header; the title shrinks to one line, at most to 80 %."""
    room = pen.page.width - 2 * EDGE
    title = pen.words.phrase("title") or Phrase(("",))
    section = pen.sect("header")
    heading = pen.tag("H1", section)
    left_of_block = _right_block(pen, brand, title, room) if not title_only or brand.logo else pen.page.width - EDGE
    made = fit(pen, title, "title", left_of_block - EDGE)
    put(pen, made, EDGE, TITLE, tag=heading, color=pen.colour("accent"))
    purpose = pen.words.phrase("purpose") or Phrase(("",))
    put(pen, fit(pen, purpose, "purpose", room), EDGE, PURPOSE, tag=pen.tag("P", section))
    if not reviewed:
        _draft_tag(pen)


def _right_block(pen: Pen, brand: Brand, title: Phrase, room: float) -> float:
    """Draw logo and program lines where the title leaves room; returns the x the title must stay left of."""
    right = pen.page.width - EDGE
    title_width = fit(pen, title, "title", room).width
    if brand.logo is not None:
        right = _logo(pen, brand, right)
    program, tool_line = _program_lines(pen, brand)
    block = max(program.width, tool_line.width)
    if title_width * SHRINK > right - block - CLEAR - EDGE:
        return right - (CLEAR if brand.logo else 0.0)
    section = pen.sect("header")
    put(pen, program, right, PROGRAM, align="right", tag=pen.tag("P", section), color=pen.colour("accent"))
    put(pen, tool_line, right, TOOL_LINE, align="right", tag=pen.tag("P", section))
    return right - block - CLEAR


def _program_lines(pen: Pen, brand: Brand) -> tuple[Lettering, Lettering]:
    program = Phrase((brand.program,)) if brand.program else pen.shared("program")
    room = pen.page.width / 2
    return fit(pen, program, "program", room), fit(pen, pen.shared("tool_line"), "tool-line", room)


def _logo(pen: Pen, brand: Brand, right: float) -> float:
    """Draw the county's logo and the rule beside it; returns where the program lines end."""
    from sopprint.draw.picture import place_art  # noqa: PLC0415  only branded posters pay for it

    assert brand.logo is not None
    tall = pen.page.height > pen.page.width
    height = LOGO_SMALL["portrait"] if tall else LOGO_SMALL["small"] if pen.small else LOGO_HEIGHT
    room = Box(right - LOGO_WIDTH, LOGO_TOP, right, LOGO_TOP + height)
    figure = pen.tag("Figure", pen.sect("header"), alt=brand.logo_alt or brand.name)
    drawn = place_art(pen, brand.logo, room, align="right", colour=None, tag=figure, name="logo")
    pen.region("logo", "header", drawn)
    x = drawn.left - 42
    pen.paint(line(x, LOGO_TOP + 4, x, LOGO_TOP + height - 4), stroke=pen.colour("rule"), width="rule", name="rule")
    return drawn.left - 84


def _draft_tag(pen: Pen) -> None:
    """A dashed tag on words that nobody has reviewed yet."""
    top, height = DRAFT
    made = fit(pen, pen.shared("draft"), "edition", pen.page.width / 4)
    right = pen.page.width - EDGE
    box = Box(right - made.width - 48, top, right, top + height)
    pen.paint(
        rounded(box, 20), fill=pen.colour("paper"), stroke=pen.colour("ink"), width="rule", dash="draft", name="draft"
    )
    put(pen, made, box.center.x, box.center.y + made.cap / 2, align="center", tag=pen.tag("P", pen.sect("header")))
