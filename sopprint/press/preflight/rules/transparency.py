"""Rules for transparency: none in X-1a (ISO 15930-4, 6.5); mixed in CMYK in X-4 (GWG 2022, R0030)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopprint.diagnostics import Severity
from sopprint.press.preflight.finding import Finding
from sopprint.press.preflight.rules.measures import at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopprint.press.preflight.facts import Survey
    from sopprint.press.preflight.limits import Limits

_GROUPS = ("DeviceCMYK", "DeviceGray", "ICCBased")


def none_in_x1a(survey: Survey, limits: Limits) -> Iterator[Finding]:
    if limits.standard != "x1a":
        return
    for sheet in survey.sheets:
        if sheet.group_space is not None or sheet.form_groups:
            yield Finding(
                "transparency.group", "the page has a transparency group", "flatten transparency", page=sheet.number
            )
        for mark in sheet.marks:
            if mark.transparent:
                yield at(sheet, mark, "transparency.used", "something is transparent", "flatten transparency")


def group_space(survey: Survey, limits: Limits) -> Iterator[Finding]:
    """In which space colours mix: in RGB, all of the page would be converted there and back, K-only text too."""
    if limits.standard == "x1a":
        return
    for sheet in survey.sheets:
        spaces = (*((sheet.group_space,) if sheet.group_space is not None else ()), *sheet.form_groups)
        for space in spaces:
            if space and space not in _GROUPS:
                yield Finding(
                    "transparency.space", "transparent colours are mixed in a space that is not CMYK",
                    "set the page’s blending space to CMYK", page=sheet.number, measured=space, limit="DeviceCMYK",
                )  # fmt: skip
        if sheet.group_space in (None, "") and any(mark.transparent for mark in sheet.marks):
            yield Finding(
                "transparency.unsaid", "something is transparent, and the page does not say in which space it mixes",
                "give the page a CMYK transparency group", Severity.WARNING, sheet.number, limit="DeviceCMYK",
            )  # fmt: skip
