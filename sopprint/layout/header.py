"""The header: corner to corner the title, the purpose, and the program or the county's logo at the right.

Geometry: design language, sections 6, 14 and 16. Numbers are u. Where the title needs the width, the program lines go
first, then the logo gets smaller.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from sopprint.draw.labels import width_of
from sopprint.draw.lettering import Lettering, fit, measure, put
from sopprint.geometry import Box, line, rounded
from sopprint.resolve.words import Phrase

if TYPE_CHECKING:
    from sopprint.draw.pen import Pen
    from sopprint.resolve.brand import Brand

EDGE = 240.0  # text edge from both sides
PROGRAM = 134.0  # baseline
TAILS = 8.0  # how much lower the purpose stands under a title from right to left: its letters reach further down
CLEAR = 80.0  # between title and the program lines
SHRINK = 0.95  # how far the title may shrink to keep those lines
LOGO_TOP, LOGO_HEIGHT, LOGO_WIDTH, LOGO_LEAST = 90.0, 108.0, 420.0, 84.0
LOGO_CLEAR = 84.0  # from the program lines to the logo; a rule stands half way
LOGO_GAP = 44.0  # from a title that takes the program lines' place to the logo
LOGO_SMALL = {"small": 96.0, "portrait": 84.0}
DRAFT_HEIGHT, DRAFT_PAD, DRAFT_CLEAR = 52.0, 24.0, 36.0


class Lines(Struct, frozen=True):
    """Baselines and sizes; None is the style's own. `beside`, `under` and `over` are middles of a draft tag: level
    with the purpose, in place of the tool line, and over the purpose where neither has room.
    """

    title: float
    purpose: float
    tool_line: float
    beside: float
    under: float
    over: float
    title_size: float | None = None
    purpose_size: float | None = None
    purpose_least: float | None = None  # how far it shrinks for a draft tag that the title leaves room for higher up


ALONE = Lines(title=198, purpose=286, tool_line=192, beside=266, under=178, over=266)
PAIRED = Lines(
    title=176, purpose=304, tool_line=184, beside=278, under=190, over=232, title_size=123, purpose_size=47,
    purpose_least=0.9,
)  # fmt: skip


def draw_header(pen: Pen, brand: Brand, *, title_only: bool, reviewed: bool) -> None:
    """Draw the header; the title shrinks to one line, at most to 80 %."""
    at = ALONE if pen.second is None else PAIRED
    title, purpose = (pen.words.phrase(key) or Phrase(("",)) for key in ("title", "purpose"))
    section = pen.sect("header")
    heading, subtitle = pen.tag("H1", section), pen.tag("P", section)
    room = pen.page.width - 2 * EDGE
    said = _draft_words(pen, reviewed=reviewed)
    draft = fit(pen, said, "edition", room / (4 if pen.second is None else 2)) if said else None
    beside = room - _tag_width(draft) - DRAFT_CLEAR if draft else 0.0
    over = at.purpose_least if width_of(pen, title.alone, "title", at.title_size) <= beside else None
    if draft and _least_width(pen, purpose, "purpose", at.purpose_size, over) <= beside:
        _draft_tag(pen, draft, at.beside)
        room -= _tag_width(draft) + DRAFT_CLEAR
        draft = None
    end = _right_block(pen, at, brand, title, draft, lines=not title_only)
    made = fit(pen, title, "title", end - EDGE, size=at.title_size)
    put(pen, made, EDGE, at.title, tag=heading, color=pen.colour("accent"))
    baseline = at.purpose + (TAILS if pen.placing and pen.second is None else 0.0)
    put(pen, fit(pen, purpose, "purpose", room, size=at.purpose_size), EDGE, baseline, tag=subtitle)


def _draft_words(pen: Pen, *, reviewed: bool) -> Phrase | None:
    """What the tag says where nobody has reviewed the words; of two languages it names those that are meant."""
    if pen.second is None:
        return None if reviewed else pen.shared("draft")
    from sopprint.draw.pairs import draft

    return draft(pen, reviewed=reviewed)


def _least_width(
    pen: Pen, phrase: Phrase, style_name: str, asked: float | None = None, least: float | None = None
) -> float:
    """How wide a phrase is at least: its shortest form at the smallest size its style allows, or at a share (u)."""
    style = pen.look.styles[style_name]
    size = pen.size_of(style_name, (asked or style.size) * (least or style.least))
    return min(measure(pen, form, style_name, size) for form in phrase.forms)


def _right_block(pen: Pen, at: Lines, brand: Brand, title: Phrase, draft: Lettering | None, *, lines: bool) -> float:
    """Draw the logo, and program lines where the title leaves room; returns the x the title must stay left of.

    A `draft` tag that found no room beside the purpose takes the tool line's place.
    """
    right = pen.page.width - EDGE
    logo: Box | None = None
    if brand.logo is not None:
        logo = _logo(pen, brand, right, _least_width(pen, title, "title", at.title_size))
        right = logo.left - LOGO_CLEAR
    program, tool_line = _program_lines(pen, brand)
    block = max(program.width, _tag_width(draft) if draft else tool_line.width)
    if not lines or width_of(pen, title, "title", at.title_size) * SHRINK > right - block - CLEAR - EDGE:
        if draft:
            _draft_tag(pen, draft, at.over)
        return logo.left - LOGO_GAP if logo else right
    if logo:
        _rule(pen, logo)
    section = pen.sect("header")
    put(pen, program, right, PROGRAM, align="right", tag=pen.tag("P", section), color=pen.colour("accent"))
    if draft:
        _draft_tag(pen, draft, at.under, right)
    else:
        put(pen, tool_line, right, at.tool_line, align="right", tag=pen.tag("P", section))
    return right - block - CLEAR


def _program_lines(pen: Pen, brand: Brand) -> tuple[Lettering, Lettering]:
    program = Phrase((brand.program,)) if brand.program else pen.shared("program").alone
    room = pen.page.width / 2
    return fit(pen, program, "program", room), fit(pen, pen.shared("tool_line"), "tool-line", room)


def _logo(pen: Pen, brand: Brand, right: float, title: float) -> Box:
    """Draw the county's logo, no wider than a title of its least width leaves; returns the box it fills."""
    from sopprint.draw.picture import place_art  # only branded posters pay for it

    assert brand.logo is not None
    tall = pen.page.height > pen.page.width
    height = LOGO_SMALL["portrait"] if tall else LOGO_SMALL["small"] if pen.small else LOGO_HEIGHT
    width = max(min(LOGO_WIDTH, right - EDGE - title - LOGO_GAP), LOGO_LEAST)
    room = Box(right - width, LOGO_TOP, right, LOGO_TOP + height)
    figure = pen.tag("Figure", pen.sect("header"), alt=brand.logo_alt or brand.name)
    drawn = place_art(pen, brand.logo, room, align="right", colour=None, tag=figure, name="logo")
    pen.region("logo", "header", drawn)
    return drawn


def _rule(pen: Pen, logo: Box) -> None:
    """A rule between the program lines and the logo."""
    x = logo.left - LOGO_CLEAR / 2
    pen.paint(line(x, logo.top + 4, x, logo.bottom - 4), stroke=pen.colour("rule"), width="rule", name="rule")


def _tag_width(draft: Lettering) -> float:
    return draft.width + 2 * DRAFT_PAD


def _draft_tag(pen: Pen, draft: Lettering, middle: float, right: float | None = None) -> None:
    """A dashed tag on words that nobody has reviewed yet."""
    end = pen.page.width - EDGE if right is None else right
    box = Box.sized(end - _tag_width(draft), middle - DRAFT_HEIGHT / 2, _tag_width(draft), DRAFT_HEIGHT)
    pen.paint(
        rounded(box, 20), fill=pen.colour("paper"), stroke=pen.colour("ink"), width="rule", dash="draft", name="draft"
    )
    put(pen, draft, box.center.x, middle + draft.cap / 2, align="center", tag=pen.tag("P", pen.sect("header")))
