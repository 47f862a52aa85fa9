"""Rules for what has no business in a press file: encryption, actions, files, hidden layers, outlawed objects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopprint.diagnostics import Severity
from sopprint.press.preflight.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopprint.press.preflight.facts import Survey
    from sopprint.press.preflight.limits import Limits

_BARRED = frozenset({"LZWDecode", "JBIG2Decode", "JPXDecode"})


def encrypted(survey: Survey, _: Limits) -> Iterator[Finding]:
    if survey.encrypted:
        yield Finding("file.encrypted", "the file is encrypted", "save it without a password or restrictions")


def actions(survey: Survey, limits: Limits) -> Iterator[Finding]:
    for action in survey.actions:
        rule = "actions.javascript" if "JavaScript" in action else "actions.action"
        serious = limits.standard != "none" or "JavaScript" in action
        yield Finding(
            rule, f"the file does something by itself: {action}", "remove all actions and scripts",
            Severity.ERROR if serious else Severity.WARNING,
        )  # fmt: skip


def files(survey: Survey, _: Limits) -> Iterator[Finding]:
    if survey.files:
        yield Finding(
            "file.attachments", "there are files inside the file", "remove the attachments",
            measured=str(survey.files), limit="0",
        )  # fmt: skip


def layers(survey: Survey, limits: Limits) -> Iterator[Finding]:
    """ISO 15930-4 knows no layers; ISO 15930-7 does, but a hidden one is a question to the shop (GWG 2022)."""
    if survey.layers and limits.standard == "x1a":
        yield Finding("file.layers", "the file has layers", "merge them", measured=str(survey.layers), limit="0")
    elif survey.layers:
        hidden = survey.layers_off
        yield Finding(
            "file.layers", "a layer is hidden; it may be printed or not" if hidden else "the file has layers",
            "merge the layers, and delete what is not to be printed",
            Severity.ERROR if hidden else Severity.WARNING, measured=f"{hidden} of {survey.layers} hidden",
        )  # fmt: skip


def forbidden_objects(survey: Survey, _: Limits) -> Iterator[Finding]:
    for sheet in survey.sheets:
        for what in sheet.forbidden:
            yield Finding("page.forbidden", f"the page uses {what}", "export again without it", page=sheet.number)


def filters(survey: Survey, limits: Limits) -> Iterator[Finding]:
    """LZW is barred from PDF/X; JBIG2 and JPEG 2000 from X-1a, and many a RIP stumbles over them."""
    for sheet in survey.sheets:
        for name in sorted(_BARRED & set(sheet.filters)):
            serious = limits.standard == "x1a" or name == "LZWDecode"
            yield Finding(
                "page.compression", "data is compressed in a way that press software may refuse",
                "export with Flate (ZIP) and JPEG only", Severity.ERROR if serious else Severity.WARNING, sheet.number,
                measured=name,
            )  # fmt: skip
