"""Rules for colour spaces: what the press would have to convert by itself (ISO 15930-4, 6.2; ISO 15930-7, 6.2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopprint.diagnostics import Severity
from sopprint.press.preflight.finding import Finding
from sopprint.press.preflight.rules.measures import at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopprint.press.preflight.facts import Mark, Sheet, Space, Survey
    from sopprint.press.preflight.limits import Limits

_REMEDY = "convert it to CMYK with the shop’s profile"


def _space(mark: Mark) -> Space:
    return mark.picture.space if mark.picture else mark.paint.space


def _marks(sheet: Sheet) -> Iterator[tuple[Mark, Space]]:
    return ((mark, _space(mark)) for mark in sheet.marks)


def rgb(survey: Survey, limits: Limits) -> Iterator[Finding]:
    """Bare RGB: nothing says which red is meant."""
    for sheet in survey.sheets:
        for mark, space in _marks(sheet):
            if space.family == "DeviceRGB":
                what = {"image": "a picture", "text": "text"}.get(mark.kind, "artwork")
                severity = Severity.WARNING if limits.standard == "none" else Severity.ERROR
                yield at(sheet, mark, "colour.rgb", f"{what} is in RGB", _REMEDY, severity, measured="DeviceRGB")


def profiled(survey: Survey, limits: Limits) -> Iterator[Finding]:
    """Colours with a profile: not in X-1a; in X-4 they are converted by the shop, unseen by us."""
    for sheet in survey.sheets:
        for mark, space in _marks(sheet):
            cie = space.family in ("ICCBased", "CalRGB", "CalGray", "Lab")
            if cie and (limits.standard == "x1a" or space.model in ("rgb", "lab")):
                yield at(
                    sheet, mark, "colour.profiled", "a colour is left for the shop to convert", _REMEDY,
                    Severity.ERROR if limits.standard == "x1a" else Severity.WARNING,
                    measured=f"{space.family} ({space.model})",
                )  # fmt: skip


def unknown(survey: Survey, _: Limits) -> Iterator[Finding]:
    for sheet in survey.sheets:
        if any(space.model == "unknown" and mark.kind not in ("image", "mask") for mark, space in _marks(sheet)):
            yield Finding(
                "colour.unknown", "a colour space cannot be read; its ink is not known", "export the artwork again",
                Severity.WARNING, sheet.number,
            )  # fmt: skip
