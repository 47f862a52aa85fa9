"""Rules for pictures: pixels enough for the distance people look from (GWG 2022, R0026 to R0029)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopprint.diagnostics import Severity
from sopprint.press.preflight.rules.measures import at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopprint.press.preflight.facts import Survey
    from sopprint.press.preflight.finding import Finding
    from sopprint.press.preflight.limits import Limits

_DOTS = 16  # a picture with fewer pixels either way is a swatch


def resolution(survey: Survey, limits: Limits) -> Iterator[Finding]:
    distance = max(1.0, limits.distance)
    for sheet in survey.sheets:
        found = [mark for mark in sheet.printed() if mark.picture]
        for mark in sorted(found, key=lambda m: m.picture.ppi if m.picture else 0.0):
            picture = mark.picture
            if picture is None or min(picture.width, picture.height) < _DOTS:
                continue
            least, good = (limits.bitmap_ppi, limits.bitmap_ppi_good) if picture.bits == 1 else (
                limits.ppi, limits.ppi_good,
            )  # fmt: skip
            least, good = least / distance, good / distance
            if picture.ppi < good:
                bad = picture.ppi < least
                yield at(
                    sheet, mark, "images.resolution",
                    "a picture will look coarse" if bad else "a picture could be finer",
                    "use a picture with more pixels, or print it smaller", Severity.ERROR if bad else Severity.WARNING,
                    measured=f"{picture.ppi:.0f} ppi ({picture.width} x {picture.height} pixels)",
                    limit=f"{least if bad else good:.0f} ppi, looked at from {distance:g} m",
                )  # fmt: skip
