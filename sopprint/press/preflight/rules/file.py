"""Rules for the file as such: whole, read to its end, of a version that the standard allows, with an identifier."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopprint.diagnostics import Severity
from sopprint.press.preflight.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopprint.press.preflight.facts import Survey
    from sopprint.press.preflight.limits import Limits

_VERSIONS = {"x1a": ("1.3", "1.4"), "x4": ("1.3", "1.4", "1.5", "1.6")}.get  # ISO 15930-4 and -7


def damaged(survey: Survey, _: Limits) -> Iterator[Finding]:
    for warning in survey.damage:
        yield Finding(
            "file.damaged", "the file is damaged; a printer may read it differently",
            "export it again, and copy it whole", measured=warning,
        )  # fmt: skip


def read_to_the_end(survey: Survey, _: Limits) -> Iterator[Finding]:
    remedy = "make the file simpler or split it; nothing is known of what was not read"
    if len(survey.sheets) < survey.pages:
        yield Finding(
            "file.too-much", "not all pages could be looked at", remedy,
            measured=f"{survey.pages} pages", limit=f"{len(survey.sheets)} were read",
        )  # fmt: skip
    if not survey.pages:
        yield Finding("file.no-pages", "the file has no pages", "export the artwork again")
    for sheet in survey.sheets:
        for reason in sheet.unread:
            yield Finding("file.too-much", f"not all of the page could be read: {reason}", remedy, page=sheet.number)


def version(survey: Survey, limits: Limits) -> Iterator[Finding]:
    allowed = _VERSIONS(limits.standard)
    if allowed and survey.version not in allowed:
        yield Finding(
            "file.version", "the PDF version is newer than the standard allows", "export as the standard, not as PDF",
            measured=f"PDF {survey.version}", limit=f"PDF {allowed[-1]}",
        )  # fmt: skip


def object_streams(survey: Survey, limits: Limits) -> Iterator[Finding]:
    if limits.standard == "x1a" and survey.object_streams:
        yield Finding("file.object-streams", "the file has compressed object streams", "save it without them")


def identifier(survey: Survey, limits: Limits) -> Iterator[Finding]:
    if limits.standard != "none" and not survey.has_id:
        severity = Severity.ERROR
        yield Finding("file.id", "the trailer has no /ID", "export again; every PDF/X has one", severity)
