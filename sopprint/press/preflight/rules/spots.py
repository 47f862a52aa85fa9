"""Rules for spot colours: those the shop asked for and no others; registration colour in the slug only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopprint.diagnostics import Severity
from sopprint.press.preflight.facts import PROCESS
from sopprint.press.preflight.finding import Finding
from sopprint.press.preflight.rules.measures import at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopprint.press.preflight.facts import Survey
    from sopprint.press.preflight.limits import Limits

_NO_PLATE = frozenset((*PROCESS, "All", "None"))


def _names(survey: Survey) -> dict[str, int]:
    """Spot colours and the page each is first on."""
    found: dict[str, int] = {}
    for sheet in survey.sheets:
        for space in sheet.spaces:
            for name in space.inks if space.model == "spot" else ():
                if name not in _NO_PLATE:
                    found.setdefault(name, sheet.number)
    return found


def allowed(survey: Survey, limits: Limits) -> Iterator[Finding]:
    """GWG 2022, R0020."""
    for name, page in _names(survey).items():
        if name not in limits.spots:
            yield Finding(
                "spots.spot", "a spot colour needs a plate of its own", "convert it to CMYK, or ask the shop for it",
                page=page, measured=name, limit=", ".join(limits.spots) or "none",
            )  # fmt: skip


def registration(survey: Survey, _: Limits) -> Iterator[Finding]:
    """GWG 2022, R0024: All is for printer's marks; on the page it is up to 400 per cent of ink."""
    for sheet in survey.sheets:
        for mark in sheet.printed():
            if mark.paint.share("All") > 0:
                yield at(
                    sheet, mark, "spots.registration", "registration colour is on the page or in its bleed",
                    "use black; registration colour is for marks outside the bleed",
                )  # fmt: skip


def spelling(survey: Survey, _: Limits) -> Iterator[Finding]:
    """Each spelling makes a plate."""
    seen: dict[str, str] = {}
    for name, page in _names(survey).items():
        like = seen.setdefault("".join(name.split()).casefold(), name)
        if like != name:
            yield Finding(
                "spots.spelling", "two spot colours differ in their spelling only", "spell them the same",
                Severity.WARNING, page, measured=f"{name} / {like}",
            )  # fmt: skip
