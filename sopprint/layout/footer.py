"""The footer: who and when, how to use the poster, tick boxes, credit, privacy, QR, edition, county, photo patch.

Geometry: design language, sections 6, 7 and 16. `FULL`, `TALL` and `SIMPLE` say where things stand; offsets are u
from the footer's top. Small pages get the simple footer: one how-to line, two ticks, short privacy and credit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from sopprint.draw.labels import width_of
from sopprint.draw.lettering import Lettering, fit, put
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
    stacked: bool = False  # portrait: one block, privacy and credit share a line


FULL = Plan(height=300, name=84, how_to=(84, 140), ticks=208, fine=262, qr=52, write=186, patch=238)
TALL = Plan(height=420, name=84, how_to=(160, 216), ticks=288, fine=346, qr=70, patch=322, stacked=True)
SIMPLE = Plan(height=300, name=84, how_to=(84,), ticks=167, fine=250, qr=46, write=186)
SIMPLE_TALL = Plan(height=420, name=84, how_to=(172,), ticks=262, fine=346, qr=70, stacked=True)


class Stamp(Struct, frozen=True):
    """What identifies the sheet: tool, edition, county, and what the QR code says."""

    tool: str
    edition: str
    county: str
    code: str


def plan_for(*, tall: bool, small: bool) -> Plan:
    if tall:
        return SIMPLE_TALL if small else TALL
    return SIMPLE if small else FULL


def draw_footer(pen: Pen, plan: Plan, stamp: Stamp, brand: Brand) -> None:
    """Draw the whole footer onto its band, which the page has already painted."""
    top = pen.page.bottom - plan.height
    seal = _seal(pen, plan, stamp, brand, top)
    if plan.stacked:
        right = min(seal.left, STACK_RIGHT)
        _name_line(pen, plan, top, right)
        _how_to(pen, plan, top, EDGE, right)
        _fine_line(pen, plan, top)
    else:
        third = (pen.page.width - 300) / 3
        middle = 90 + third + 60
        _name_block(pen, plan, top, 90 + third)
        _how_to(pen, plan, top, middle, seal.left)
        _fine(pen, pen.shared("privacy"), EDGE, top + plan.fine, 90 + third - EDGE)
        credit = pen.words.phrase("footer", "credit") or Phrase(("",))
        _fine(pen, credit, middle, top + plan.fine, seal.left - middle)
    _identity(pen, seal, stamp, brand)
    if plan.patch is not None:
        _patch(pen, top + plan.patch)


# ------------------------------------------------------------------------------------------ left block


def _label(pen: Pen, x: float, y: float, room: float, scale: float = 1.0) -> float:
    """Set "Family, team and date (initials only)"; returns where it ends."""
    tag = pen.tag("P", pen.sect("footer"))
    label = _small(pen, "family", "family", room * 0.7, scale)
    put(pen, label, x, y, tag=tag)
    hint = _small(pen, "initials_only", "initials", room - label.width - LABEL_GAP, scale)
    put(pen, hint, x + label.width + LABEL_GAP, y, tag=tag)
    return x + label.width + LABEL_GAP + hint.width


def _small(pen: Pen, key: str, style: str, room: float, scale: float) -> Lettering:
    return fit(pen, pen.shared(key), style, room, size=pen.look.styles[style].size * scale)


def _name_block(pen: Pen, plan: Plan, top: float, right: float) -> None:
    """Label, page count and a line to write on, across the first third; all words shrink alike where it is narrow."""
    assert plan.write is not None
    room, y = right - EDGE, top + plan.name
    if pen.small:
        _label(pen, EDGE, y, room)
    else:
        words = (("family", "family"), ("initials_only", "initials"), ("page", "initials"), ("of", "initials"))
        natural = sum(width_of(pen, pen.shared(key), style) for key, style in words)
        blanks = 2 * BLANK + 3 * BLANK_GAP
        scale = min(1.0, (room - LABEL_GAP - COUNT_GAP - blanks) / natural)
        count = tuple(_small(pen, key, "initials", room / 4, scale) for key in ("page", "of"))
        _label(pen, EDGE, y, room - COUNT_GAP - blanks - sum(made.width for made in count), scale)
        _page_count(pen, count, right, y)
    _write_line(pen, EDGE, right, top + plan.write)


def _name_line(pen: Pen, plan: Plan, top: float, right: float) -> None:
    """Label with the write line beside it."""
    end = _label(pen, EDGE, top + plan.name, (right - EDGE) * 0.62)
    _write_line(pen, end + 36, right - 20, top + plan.name + 12)


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


def _fine(pen: Pen, phrase: Phrase, x: float, y: float, room: float) -> Lettering:
    made = fit(pen, phrase, "fine", room, brief=pen.small)
    put(pen, made, x, y, tag=pen.tag("P", pen.sect("footer")))
    return made


def _fine_line(pen: Pen, plan: Plan, top: float) -> None:
    """Privacy and credit in one line: the fullest pair of forms that fits."""
    privacy = pen.shared("privacy")
    credit = pen.words.phrase("footer", "credit") or Phrase(("",))
    pairs = [f"{p} {c}" for c in credit.forms for p in privacy.forms]
    room = pen.page.width - 2 * EDGE - (3 * PATCH + 24 if plan.patch is not None else 0)
    _fine(pen, Phrase(tuple(pairs), credit.place), EDGE, top + plan.fine, room)


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
            (Phrase((stamp.tool,)), "edition"),
            (Phrase((stamp.edition,)), "edition"),
            (_county(pen, brand), "county"),
        )
    )
    left = code.left - QR_CLEAR - max(made.width for made in lines) - STAMP_CLEAR
    if brand.mark is None or pen.small:
        return _Seal(code, lines, None, left)
    mark = Box.sized(code.left - MARK_LEFT, code.center.y - MARK_SIDE / 2, MARK_SIDE, MARK_SIDE)
    return _Seal(code, lines, mark, min(left, mark.left - MARK_CLEAR))


def _county(pen: Pen, brand: Brand) -> Phrase:
    """The county's name, then its short one; until a kit says it, words that leave it open."""
    if not brand.name:
        return pen.shared("county")
    return Phrase(tuple(name for name in (brand.name, brand.short) if name))


def _identity(pen: Pen, seal: _Seal, stamp: Stamp, brand: Brand) -> None:
    """QR code, guide, tool, edition, county and the county's mark, which are read last."""
    section = pen.sect("footer")
    for made, drop in zip(seal.lines, LABELS, strict=True):
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
