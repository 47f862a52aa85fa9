"""The footer: who and when, how to use the poster, tick boxes, credit, privacy, QR, edition, county, photo patch.

Geometry: design language, sections 6, 7, 14 and 16. `FULL`, `TALL` and `SIMPLE` say where things stand; offsets are u
from the footer's top. Small pages get the simple footer: one how-to line, two ticks, short privacy and credit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from sopprint.draw.labels import width_of
from sopprint.draw.lettering import DESCENT, SHORTER_FORM, Lettering, fit, put
from sopprint.draw.qr import place_qr
from sopprint.draw.tickbox import tick_row
from sopprint.geometry import Box, line, rectangle
from sopprint.resolve.words import Phrase

if TYPE_CHECKING:
    from sopprint.draw.pen import Pen
    from sopprint.resolve.brand import Brand

EDGE = 240.0
QR_SIDE, QR_LEAST = 168.0, 43.2  # u; points (0.6 in)
STACK_RIGHT = 1652.0  # where the lines of a stacked footer end at the latest
QR_CLEAR = 36.0  # from the QR code to the lines beside it
LABELS = (34.0, 84.0, 126.0, 166.0)  # baselines beside the QR code, from its top
PAIRED_LABELS = (36.0, 111.0, 151.0, 188.0)
PATCH = 30.0
MARK_SIDE, MARK_LEFT, MARK_CLEAR = 96.0, 406.0, 24.0
STAMP_CLEAR = 44.0  # from the middle lines to the lines beside the QR code
BLANK, BLANK_GAP = 60.0, 14.0  # a number to write in, and beside it
LABEL_GAP, COUNT_GAP = 18.0, 24.0  # after the label; before the page count


class Plan(Struct, frozen=True):
    """Baselines of one footer; None leaves a line out."""

    height: float
    name: float
    how_to: tuple[float, ...]
    ticks: float
    fine: float
    qr: float
    write: float | None = None  # y of the write line under the name; beside it when None
    patch: float | None = None
    credit: float | None = None  # where it does not share a line with other fine print
    labels: tuple[float, ...] = LABELS
    stacked: bool = False  # portrait: one block, privacy and credit share a line


FULL = Plan(height=300, name=84, how_to=(84, 140), ticks=208, fine=262, qr=52, write=186, patch=238)
TALL = Plan(height=420, name=84, how_to=(160, 216), ticks=288, fine=346, qr=70, patch=322, stacked=True)
SIMPLE = Plan(height=300, name=84, how_to=(84,), ticks=167, fine=250, qr=46, write=186)
SIMPLE_TALL = Plan(height=420, name=84, how_to=(172,), ticks=262, fine=346, qr=70, stacked=True)

# With a second language under each line.
PAIRED = Plan(
    height=372, name=68, how_to=(66, 160), ticks=254, fine=302, qr=66, write=232, patch=252, credit=336,
    labels=PAIRED_LABELS,
)  # fmt: skip
PAIRED_TALL = Plan(
    height=524, name=72, how_to=(172, 266), ticks=360, fine=446, qr=84, patch=440, labels=PAIRED_LABELS, stacked=True
)


class Stamp(Struct, frozen=True):
    """What identifies the sheet: tool, edition, county, and what the QR code says."""

    tool: str
    edition: str
    county: str
    code: str


def plan_for(*, tall: bool, small: bool, bilingual: bool = False) -> Plan:
    """The footer of a page; those in two languages are never small."""
    if bilingual:
        return PAIRED_TALL if tall else PAIRED
    if tall:
        return SIMPLE_TALL if small else TALL
    return SIMPLE if small else FULL


def draw_footer(pen: Pen, plan: Plan, stamp: Stamp, brand: Brand) -> None:
    """Draw the whole footer onto its band, which the page has already painted."""
    top = pen.page.bottom - plan.height
    seal = _seal(pen, plan, stamp, brand, top)
    with pen.between(EDGE, seal.left):
        if plan.stacked:
            _stacked(pen, plan, top, min(seal.left, STACK_RIGHT))
        else:
            _side_by_side(pen, plan, top, seal.left)
    with pen.placed(None):  # cameras find the code and the patch in the same place on every poster
        _identity(pen, plan, seal, stamp, brand)
        if plan.patch is not None:
            _patch(pen, top + plan.patch)


def _stacked(pen: Pen, plan: Plan, top: float, right: float) -> None:
    _name_line(pen, plan, top, right)
    _how_to(pen, plan, top, EDGE, right)
    _fine_line(pen, plan, top)


def _side_by_side(pen: Pen, plan: Plan, top: float, right: float) -> None:
    third = (pen.page.width - 300) / 3
    middle = 90 + third + 60
    _name_block(pen, plan, top, 90 + third)
    _how_to(pen, plan, top, middle, right)
    credit = pen.words.phrase("footer", "credit") or Phrase(("",))
    privacy = _fine(pen, pen.shared("privacy"), 90 + third - EDGE)
    if plan.credit is None:
        _put_fine(pen, top + plan.fine, (privacy, EDGE), (_fine(pen, credit, right - middle), middle))
        return
    from sopprint.layout.footer_pairs import credit_line  # most posters speak one language

    _put_fine(pen, top + plan.fine, (privacy, EDGE))
    end = right if pen.placing is not None else pen.page.width - EDGE  # under the seal, where that is not mirrored
    credit_line(pen, credit, middle, top + plan.credit, end - middle)


# ------------------------------------------------------------------------------------------ left block


def _label(pen: Pen, x: float, y: float, room: float, scale: float = 1.0, *, brief: bool = False) -> float:
    """Set "Family, team and date (initials only)"; returns where it ends."""
    tag = pen.tag("P", pen.sect("footer"))
    label = _small(pen, pen.shared("family"), "family", room * 0.7, scale, brief=brief)
    put(pen, label, x, y, tag=tag)
    left = room - label.width - LABEL_GAP
    hint = _small(pen, pen.shared("initials_only"), "initials", left, scale, brief=brief)
    put(pen, hint, x + label.width + LABEL_GAP, y, tag=tag)
    end = x + label.width + LABEL_GAP + hint.width
    if pen.second is None:
        return end
    from sopprint.layout.footer_pairs import label_under

    return max(end, label_under(pen, label, x, y, room, tag))


def _small(pen: Pen, phrase: Phrase, style: str, room: float, scale: float, *, brief: bool = False) -> Lettering:
    return fit(pen, phrase.alone, style, room, size=pen.look.styles[style].size * scale, brief=brief)


def _name_block(pen: Pen, plan: Plan, top: float, right: float) -> None:
    """Label, page count and a line to write on, across the first third.

    Where it is narrow all words take their shorter forms, and then shrink alike.
    """
    assert plan.write is not None
    room, y = right - EDGE, top + plan.name
    if pen.small:
        _label(pen, EDGE, y, room)
    else:
        pages = _page_words(pen)
        words = ((pen.shared("family"), "family"), *((p, "initials") for p in (pen.shared("initials_only"), *pages)))
        blanks = 2 * BLANK + 3 * BLANK_GAP
        free = room - LABEL_GAP - COUNT_GAP - blanks
        full, short = (
            min(1.0, free / sum(width_of(pen, Phrase((phrase.forms[form],)), style) for phrase, style in words))
            for form in (0, -1)
        )
        brief = full < SHORTER_FORM
        scale = short if brief else full
        count = tuple(_small(pen, phrase, "initials", room / 4, scale, brief=brief) for phrase in pages)
        _label(pen, EDGE, y, room - COUNT_GAP - blanks - sum(made.width for made in count), scale, brief=brief)
        _page_count(pen, count, right, y)
    _write_line(pen, EDGE, right, top + plan.write)


def _name_line(pen: Pen, plan: Plan, top: float, right: float) -> None:
    """Label with the write line beside it."""
    end = _label(pen, EDGE, top + plan.name, (right - EDGE) * 0.62)
    _write_line(pen, end + 36, right - 20, top + plan.name + 12)


def _page_words(pen: Pen) -> tuple[Phrase, Phrase]:
    page, of = pen.shared("page"), pen.shared("of")
    if pen.second is None:
        return page, of
    from sopprint.layout.footer_pairs import page_words

    return page_words(page, of)


def _page_count(pen: Pen, words: tuple[Lettering, ...], right: float, y: float) -> None:
    """Set "page __ of __", right-aligned."""
    tag = pen.tag("P", pen.sect("footer"))
    x = right - sum(made.width + BLANK + BLANK_GAP for made in words) - BLANK_GAP * (len(words) - 1)
    for made in words:
        put(pen, made, x, y, tag=tag)
        x += made.width + BLANK_GAP
        _blank(pen, x, y)
        x += BLANK + BLANK_GAP


def _blank(pen: Pen, x: float, y: float) -> None:
    pen.paint(line(x, y + 10, x + BLANK, y + 10), stroke=pen.colour("ink"), width="rule", name="write-line")


def _write_line(pen: Pen, left: float, right: float, y: float) -> None:
    pen.paint(line(left, y, right, y), stroke=pen.colour("ink"), width="rule", name="write-line")
    pen.region("write", "family", Box(left, y - 84, right, y))


# ------------------------------------------------------------------------------------------ middle block


def _how_to(pen: Pen, plan: Plan, top: float, x: float, right: float) -> None:
    section = pen.sect("footer")
    lines = pen.words.phrases("footer", "how_to")
    for index, (phrase, baseline) in enumerate(zip(lines, plan.how_to, strict=False)):
        style = "how-to" if index else "how-to-lead"
        made = fit(pen, phrase, style, right - x, brief=pen.small)
        put(pen, made, x, top + baseline, tag=pen.tag("P", section))
    ticks = pen.words.phrases("footer", "ticks")
    tick_row(pen, ticks[-2:] if pen.small else ticks, section, x, top + plan.ticks, right - x, size=38, gap=56)


def _fine(pen: Pen, phrase: Phrase, room: float) -> Lettering:
    return fit(pen, phrase, "fine", room, brief=pen.small)


def _put_fine(pen: Pen, y: float, *texts: tuple[Lettering, float]) -> None:
    """Set fine print from its x on; higher where letters reach down to the edge of the page."""
    base = y - max(_lower(pen, made) for made, _ in texts)
    for made, x in texts:
        put(pen, made, x, base, tag=pen.tag("P", pen.sect("footer")))


def _lower(pen: Pen, made: Lettering) -> float:
    """How much farther down the ink of fine print reaches than that of our own faces (u)."""
    if made.second is None:
        return made.foot - DESCENT * made.size
    size = pen.look.styles["fine"].size
    return max(0.0, made.foot + made.drop - DESCENT * size - pen.extra("fine", size))


def _fine_line(pen: Pen, plan: Plan, top: float) -> None:
    """Privacy and credit in one line: the fullest pair of forms that fits."""
    privacy = pen.shared("privacy")
    credit = pen.words.phrase("footer", "credit") or Phrase(("",))
    room = pen.page.width - 2 * EDGE - (3 * PATCH + 24 if plan.patch is not None else 0)
    with pen.between(EDGE, EDGE + room):
        _put_fine(pen, top + plan.fine, (_fine(pen, joined(privacy, credit), room), EDGE))


def joined(privacy: Phrase, credit: Phrase) -> Phrase:
    """Both in one line of fine print in every pair of forms, the fullest first, and so in the second language."""
    pairs = Phrase(tuple(f"{p} {c}" for c in credit.forms for p in privacy.forms), credit.place)
    if privacy.second is None or credit.second is None:
        return pairs
    return Phrase(pairs.forms, pairs.place, joined(privacy.second, credit.second))


# ------------------------------------------------------------------------------------------ right block


class _Seal(Struct, frozen=True):
    """The block at the right, fitted but not drawn yet; `left` is where the middle block must end."""

    code: Box
    lines: tuple[Lettering, ...]
    mark: Box | None
    left: float


def _seal(pen: Pen, plan: Plan, stamp: Stamp, brand: Brand, top: float) -> _Seal:
    """Fit guide, tool, edition and county beside the QR code, and see how much room the middle block has."""
    side = max(QR_SIDE, QR_LEAST / pen.unit)
    code = Box.sized(pen.page.width - EDGE - side, top + plan.qr, side, side)
    lines = tuple(
        fit(pen, phrase, style, 320)
        for phrase, style in (
            (pen.shared("guide"), "guide-label"),
            (_whole(pen, stamp.tool), "edition"),
            (_whole(pen, stamp.edition), "edition"),
            (_county(pen, brand), "county"),
        )
    )
    left = code.left - QR_CLEAR - max(made.width for made in lines) - STAMP_CLEAR
    if brand.mark is None or pen.small:
        return _Seal(code, lines, None, left)
    mark = Box.sized(code.left - MARK_LEFT, code.center.y - MARK_SIDE / 2, MARK_SIDE, MARK_SIDE)
    return _Seal(code, lines, mark, min(left, mark.left - MARK_CLEAR))


def _whole(pen: Pen, text: str) -> Phrase:
    """What is no word of the language, kept from left to right on every page (UAX #9, 2.4)."""
    return Phrase((text if pen.placing is None else f"\u2066{text}\u2069",))


def _county(pen: Pen, brand: Brand) -> Phrase:
    """The county's name, then its short one; until a kit says it, words that leave it open."""
    if not brand.name:
        return pen.shared("county").alone
    return Phrase(tuple(name for name in (brand.name, brand.short) if name))


def _identity(pen: Pen, plan: Plan, seal: _Seal, stamp: Stamp, brand: Brand) -> None:
    """QR code, guide, tool, edition, county and the county's mark, which are read last."""
    section = pen.sect("footer")
    for made, drop in zip(seal.lines, plan.labels, strict=True):
        put(pen, made, seal.code.left - QR_CLEAR, seal.code.top + drop, align="right", tag=pen.tag("P", section))
    place_qr(pen, stamp.code, seal.code, tag=pen.tag("Figure", section, alt=pen.shared("alt", "qr").text))
    if seal.mark is not None:
        _county_mark(pen, brand, seal.mark)


def _county_mark(pen: Pen, brand: Brand, room: Box) -> None:
    """The county's mark in one colour, level with the QR code. The county's name beside it says the same."""
    from sopprint.draw.picture import place_art  # only branded posters pay for it

    assert brand.mark is not None
    drawn = place_art(pen, brand.mark, room, align="left", colour=pen.colour("ink"), tag=None, name="logo")
    pen.region("logo", "footer", drawn)


def _patch(pen: Pen, y: float) -> None:
    """White, grey and black squares by which a photograph's light is judged."""
    right = pen.page.width - EDGE
    box = Box.sized(right - 3 * PATCH, y, 3 * PATCH, PATCH)
    for index, token in enumerate(("paper", "patch", "ink")):
        cell = Box.sized(box.left + index * PATCH, y, PATCH, PATCH)
        pen.paint(rectangle(cell), fill=pen.colour(token), square=True, name="patch")
    pen.paint(rectangle(box), stroke=pen.colour("ink"), width="rule", square=True, name="patch")
    pen.region("patch", "photo", box.outset(pen.weight("rule") / 2))
