"""Rules for lines: thick enough to print, black that overprints, white that does not (GWG 2022, R0008 to R0018)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopprint.diagnostics import Severity
from sopprint.press.preflight.rules.measures import at, black, inks, points, printed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopprint.press.preflight.facts import Survey
    from sopprint.press.preflight.finding import Finding
    from sopprint.press.preflight.limits import Limits

_NOTHING = 0.01  # points; a device draws it as thin as it can
_ROUND = 0.001  # widths are compared with three decimals
_SHORT = 1.0  # points; less is a dot
_LONG = 5  # a fill this many times as long as thick is a line


def hairline(survey: Survey, limits: Limits) -> Iterator[Finding]:
    for sheet, mark in sorted(printed(survey, "stroke", "fill"), key=lambda pair: pair[1].size):
        thin = mark.size < limits.line - _ROUND and not mark.paint.white
        length = max(mark.box.width, mark.box.height)
        if mark.kind == "fill":
            thin = thin and _LONG * mark.size <= length
        if thin and length > _SHORT:
            none = mark.size < _NOTHING
            yield at(
                sheet, mark, "lines.hairline",
                "a line has no width; each device draws it differently" if none else "a line is too thin",
                "make it wider", Severity.ERROR if none else Severity.WARNING,
                measured=points(mark.size), limit=points(limits.line),
            )  # fmt: skip


def many_inks(survey: Survey, limits: Limits) -> Iterator[Finding]:
    """R0018: as for text; twice the least width leaves room for plates out of register."""
    least = 2 * limits.line
    for sheet, mark in printed(survey, "stroke"):
        if inks(mark.paint) > 2 and limits.line <= mark.size < least - _ROUND:
            yield at(
                sheet, mark, "lines.many-inks", "a thin line is made of three or more inks", "use one ink, or widen it",
                Severity.WARNING, measured=points(mark.size), limit=points(least),
            )  # fmt: skip


def white_overprint(survey: Survey, _: Limits) -> Iterator[Finding]:
    """R0008."""
    for sheet, mark in printed(survey, "stroke", "fill"):
        if mark.paint.white and mark.overprint:
            yield at(
                sheet, mark, "lines.white-overprint", "something white overprints, so it will vanish",
                "switch overprinting off for it", Severity.WARNING,
            )  # fmt: skip


def knocked_out(survey: Survey, limits: Limits) -> Iterator[Finding]:
    """R0010."""
    for sheet, mark in printed(survey, "stroke"):
        thin = limits.line <= mark.size < limits.overprint_line - _ROUND
        if black(mark.paint) and not mark.overprint and thin:
            yield at(
                sheet, mark, "lines.knocked-out", "a thin black line does not overprint",
                "switch overprinting on for thin black lines", Severity.WARNING,
                measured=points(mark.size), limit=points(limits.overprint_line),
            )  # fmt: skip
