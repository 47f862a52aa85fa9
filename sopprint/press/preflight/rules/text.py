"""Rules for text: sizes that survive, black that overprints, white that does not (GWG 2022, R0007 to R0017)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopprint.diagnostics import Severity
from sopprint.press.preflight.rules.measures import at, black, build, inks, percent, points, printed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopprint.press.preflight.facts import Survey
    from sopprint.press.preflight.finding import Finding
    from sopprint.press.preflight.limits import Limits

_ROUND = 0.05  # points; sizes are compared with one decimal
_BLACK = 0.85  # R0015: from this share of black on, a build is a rich black


def tiny(survey: Survey, limits: Limits) -> Iterator[Finding]:
    for sheet, mark in printed(survey, "text"):
        if mark.size < limits.small_text - _ROUND:
            yield at(
                sheet, mark, "text.tiny", "text is too small to be read or printed well", "make it larger",
                Severity.WARNING, measured=points(mark.size), limit=points(limits.small_text),
            )  # fmt: skip


def many_inks(survey: Survey, limits: Limits) -> Iterator[Finding]:
    """R0016, R0017: small letters of several inks, or cut out of them, blur when plates are out of register."""
    for sheet, mark in printed(survey, "text"):
        blurred = mark.paint.white or inks(mark.paint) > 1
        if blurred and mark.size < limits.reversed_text - _ROUND:
            what = "white" if mark.paint.white else f"of several inks ({build(mark.paint)})"
            yield at(
                sheet, mark, "text.many-inks", f"small text is {what}", "make it black only, or larger",
                Severity.WARNING, measured=points(mark.size), limit=points(limits.reversed_text),
            )  # fmt: skip


def rich_black(survey: Survey, limits: Limits) -> Iterator[Finding]:
    """R0015."""
    for sheet, mark in printed(survey, "text"):
        paint = mark.paint
        small = mark.size < limits.overprint_text
        if paint.share("Black") >= _BLACK and inks(paint) > 1 and (small or paint.total > limits.rich_black):
            yield at(
                sheet, mark, "text.rich-black", "black text is built of several inks", "use black only (K 100)",
                Severity.ERROR if small else Severity.WARNING,
                measured=f"{percent(paint.total)} ({build(paint)}), {points(mark.size)}", limit="100 % (K 100)",
            )  # fmt: skip


def white_overprint(survey: Survey, _: Limits) -> Iterator[Finding]:
    """R0007: it is seen on the screen and gone in print."""
    for sheet, mark in printed(survey, "text"):
        if mark.paint.white and mark.overprint:
            yield at(
                sheet, mark, "text.white-overprint", "white text overprints, so it will vanish",
                "switch overprinting off for it",
            )  # fmt: skip


def knocked_out(survey: Survey, limits: Limits) -> Iterator[Finding]:
    """R0009: small black letters cut out of a tint show white edges."""
    for sheet, mark in printed(survey, "text"):
        if black(mark.paint) and not mark.overprint and mark.size < limits.overprint_text - _ROUND:
            yield at(
                sheet, mark, "text.knocked-out", "small black text does not overprint",
                "switch overprinting on for black text", Severity.WARNING,
                measured=points(mark.size), limit=points(limits.overprint_text),
            )  # fmt: skip


def gray(survey: Survey, limits: Limits) -> Iterator[Finding]:
    """R0011 to R0013: DeviceGray knocks out whatever is set, as overprint mode 1 is for CMYK only."""
    for sheet, mark in printed(survey, "text"):
        overprinting = mark.overprint or mark.size < limits.overprint_text - _ROUND
        if mark.paint.space.family == "DeviceGray" and not mark.paint.white and overprinting:
            yield at(
                sheet, mark, "text.gray", "text is in DeviceGray, which cannot overprint as black ink does",
                "set it in CMYK, K only", Severity.WARNING, measured=points(mark.size),
            )  # fmt: skip
