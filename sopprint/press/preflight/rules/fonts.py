"""Rules for fonts: all in the file (ISO 15930-7, 6.7.3), and none that tells of one that was missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopprint.diagnostics import Severity
from sopprint.press.preflight.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopprint.press.preflight.facts import Survey
    from sopprint.press.preflight.limits import Limits


def embedded(survey: Survey, _: Limits) -> Iterator[Finding]:
    for sheet in survey.sheets:
        for font in sheet.fonts:
            if not font.embedded:
                yield Finding(
                    "fonts.not-embedded", f"the font {font.name} is not in the file; another would be printed",
                    "export with all fonts embedded", page=sheet.number, measured=font.name,
                )  # fmt: skip


def drawn(survey: Survey, _: Limits) -> Iterator[Finding]:
    """Type 3 glyphs are drawings: RIPs render them worse, and may rasterise them."""
    for sheet in survey.sheets:
        if any(font.kind == "Type3" for font in sheet.fonts):
            yield Finding(
                "fonts.type3", "a font is made of drawings (Type 3)", "use an OpenType or TrueType font",
                Severity.WARNING, sheet.number,
            )  # fmt: skip


def stand_in(survey: Survey, _: Limits) -> Iterator[Finding]:
    """GWG 2022: Courier on a page is nearly always the stand-in for a font that was missing."""
    for sheet in survey.sheets:
        for font in sheet.fonts:
            if font.name.rpartition("+")[2].startswith("Courier"):
                yield Finding(
                    "fonts.courier", "Courier is used; often it stands in for a font that was missing",
                    "look whether it is meant", Severity.WARNING, sheet.number, measured=font.name,
                )  # fmt: skip
