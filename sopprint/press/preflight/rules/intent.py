"""Rules for the output intent: one, named, with a CMYK printer's profile in it (ISO 15930-7, 6.2.2; GWG R0035)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopprint.press.preflight.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopprint.press.preflight.facts import Intent, Profile, Survey
    from sopprint.press.preflight.limits import Limits

_COMPONENTS = {"CMYK": 4, "GRAY": 1, "RGB": 3}.get
_REGISTRY = "http://www.color.org"


def _meant(survey: Survey, limits: Limits) -> tuple[Intent, ...]:
    found = tuple(intent for intent in survey.intents if intent.subtype == "GTS_PDFX")
    return () if limits.standard == "none" else found


def one(survey: Survey, limits: Limits) -> Iterator[Finding]:
    found = len(_meant(survey, limits))
    if limits.standard != "none" and found != 1:
        rule, message = ("intent.none", "the file does not say for which printing it was made")
        if found:
            rule, message = ("intent.several", "the file names more than one kind of printing")
        yield Finding(
            rule, message, "export as PDF/X with one output intent", measured=f"{found} output intents", limit="1"
        )


def named(survey: Survey, limits: Limits) -> Iterator[Finding]:
    for intent in _meant(survey, limits):
        if not intent.identifier:
            yield Finding(
                "intent.unnamed", "the output intent has no OutputConditionIdentifier", "name the printing condition"
            )
        if intent.profile is None and (limits.standard == "x4" or intent.registry != _REGISTRY):
            yield Finding("intent.no-profile", "the output intent has no profile", "export with the profile embedded")


def profile(survey: Survey, limits: Limits) -> Iterator[Finding]:
    for intent in _meant(survey, limits):
        if intent.profile is not None:
            yield from _judge(intent.profile, limits)


def _judge(found: Profile, limits: Limits) -> Iterator[Finding]:
    remedy = "use the CMYK printer profile that the shop names"
    if not found.whole:
        yield Finding("intent.profile-damaged", "the profile of the output intent is damaged", remedy)
        return
    if found.device_class != "prtr":
        yield Finding(
            "intent.profile-class", "the output intent’s profile is not that of a printer", remedy,
            measured=found.device_class, limit="prtr",
        )  # fmt: skip
    if found.space != "CMYK":
        yield Finding(
            "intent.profile-space", "the output intent is not for CMYK", remedy, measured=found.space, limit="CMYK"
        )
    if found.components != _COMPONENTS(found.space, found.components):
        yield Finding(
            "intent.profile-count", "the number of components is not that of the profile", remedy,
            measured=str(found.components), limit=str(_COMPONENTS(found.space)),
        )  # fmt: skip
    most = 2 if limits.standard == "x1a" else 4
    if found.version > most:
        yield Finding(
            "intent.profile-version", "the profile is of a newer kind than the standard knows", remedy,
            measured=f"ICC v{found.version}", limit=f"ICC v{most}",
        )  # fmt: skip
