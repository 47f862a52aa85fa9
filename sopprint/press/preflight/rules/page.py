"""Rules for whole pages: their size among each other, turning, scaling, emptiness, missing parts, printer's marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopprint.diagnostics import Severity
from sopprint.press.preflight.finding import Finding
from sopprint.press.preflight.rules.measures import SLACK, inches, size

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopprint.press.preflight.facts import Survey
    from sopprint.press.preflight.limits import Limits


def one_size(survey: Survey, limits: Limits) -> Iterator[Finding]:
    """GWG 2022, R0004."""
    if not (survey.sheets and limits.one_size):
        return
    first = survey.sheets[0].cut
    for sheet in survey.sheets[1:]:
        if abs(sheet.cut.width - first.width) > SLACK or abs(sheet.cut.height - first.height) > SLACK:
            yield Finding(
                "page.sizes-differ", "the page is cut to another size than the first",
                "give pages of each size a file of their own", Severity.WARNING, sheet.number,
                measured=size(sheet.cut), limit=size(first),
            )  # fmt: skip


def turned(survey: Survey, _: Limits) -> Iterator[Finding]:
    """GWG 2022, R0004."""
    for sheet in survey.sheets:
        if sheet.rotate:
            yield Finding(
                "page.rotated", "the page is turned by /Rotate, which imposing software may ignore",
                "export it upright", Severity.WARNING, sheet.number, measured=f"{sheet.rotate}°", limit="0°",
            )  # fmt: skip


def scaled(survey: Survey, _: Limits) -> Iterator[Finding]:
    """GWG 2022: an error but for large formats, where no poster needs it."""
    for sheet in survey.sheets:
        if sheet.user_unit != 1:
            yield Finding(
                "page.user-unit", "the page is scaled by /UserUnit; many printers print it at the wrong size",
                "export it at full size", page=sheet.number, measured=f"{sheet.user_unit:g}", limit="1",
            )  # fmt: skip


def empty(survey: Survey, _: Limits) -> Iterator[Finding]:
    for sheet in survey.sheets:
        if not sheet.unread and not any(not mark.paint.white for mark in sheet.printed()):
            yield Finding(
                "page.empty", "nothing is printed on the page", "remove it, unless it is meant to be blank",
                Severity.WARNING, sheet.number,
            )  # fmt: skip


def resources(survey: Survey, _: Limits) -> Iterator[Finding]:
    """Viewers pass over what is missing, so nobody sees it before it is printed."""
    for sheet in survey.sheets:
        for name in sheet.missing:
            yield Finding(
                "page.resource", "the page uses something that is not in the file", "export the artwork again",
                page=sheet.number, measured=name,
            )  # fmt: skip


def marks(survey: Survey, limits: Limits) -> Iterator[Finding]:
    """Online printers reject pages larger than the bleed: marks would be printed."""
    if limits.marks:
        return
    for sheet in survey.sheets:
        beyond = max(sheet.media.width - sheet.surface.width, sheet.media.height - sheet.surface.height)
        if beyond > SLACK:
            yield Finding(
                "page.marks", "the page is larger than its bleed, as for printer's marks, which this shop refuses",
                "export without marks and slug", page=sheet.number, measured=inches(beyond), limit="0 in",
            )  # fmt: skip
