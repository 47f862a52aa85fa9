"""Rules for annotations: none on the printed page (ISO 15930-7, 6.13), for some printers print them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopprint.diagnostics import Severity
from sopprint.press.preflight.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopprint.press.preflight.facts import Survey
    from sopprint.press.preflight.limits import Limits

_OF_PRINTERS = frozenset({"PrinterMark", "TrapNet"})


def inside(survey: Survey, limits: Limits) -> Iterator[Finding]:
    for sheet in survey.sheets:
        for annotation in sheet.annotations:
            if annotation.kind not in _OF_PRINTERS and annotation.box.overlaps(sheet.surface):
                yield Finding(
                    "annotations.inside", f"an annotation ({annotation.kind or 'of no kind'}) is on the printed page",
                    "remove links, notes and form fields from the print file",
                    Severity.ERROR if limits.standard != "none" else Severity.WARNING, sheet.number, annotation.box,
                    annotation.kind,
                )  # fmt: skip


def forms(survey: Survey, _: Limits) -> Iterator[Finding]:
    if survey.form:
        yield Finding("annotations.form", "the file has form fields", "flatten the form")
    if survey.xfa:
        yield Finding("annotations.xfa", "the file has an XFA form, whose pages are made when it is opened",
                      "print it to a plain PDF")  # fmt: skip
