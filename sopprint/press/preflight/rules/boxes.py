"""Rules for page boxes: what is cut, what is bleed, and that they lie in each other (ISO 15930-7, 6.12; GWG R0003)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopprint.diagnostics import Severity
from sopprint.press.preflight.finding import Finding
from sopprint.press.preflight.rules.measures import SLACK, size

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopprint.press.preflight.facts import Survey
    from sopprint.press.preflight.limits import Limits


def trim(survey: Survey, _: Limits) -> Iterator[Finding]:
    for sheet in survey.sheets:
        if sheet.trim is None and sheet.art is None:
            yield Finding(
                "boxes.no-trim", "the page does not say where it is cut", "export with a TrimBox", page=sheet.number
            )
        elif sheet.trim and sheet.art:
            yield Finding(
                "boxes.trim-and-art", "the page has a TrimBox and an ArtBox; only one may be there",
                "remove the ArtBox", page=sheet.number,
            )  # fmt: skip


def nested(survey: Survey, _: Limits) -> Iterator[Finding]:
    for sheet in survey.sheets:
        if (sheet.trim or sheet.art) and not sheet.surface.contains(sheet.cut, SLACK):
            yield Finding(
                "boxes.trim-outside", "the trim reaches out of the bleed", "correct the BleedBox",
                page=sheet.number, where=sheet.cut, measured=size(sheet.cut), limit=size(sheet.surface),
            )  # fmt: skip
        if not sheet.media.contains(sheet.surface, SLACK):
            yield Finding(
                "boxes.bleed-outside", "the bleed reaches out of the page; nothing can be there",
                "make the MediaBox larger", page=sheet.number, where=sheet.surface,
                measured=size(sheet.surface), limit=size(sheet.media),
            )  # fmt: skip


def crop(survey: Survey, _: Limits) -> Iterator[Finding]:
    for sheet in survey.sheets:
        box = sheet.crop
        if box and not (box.contains(sheet.media, SLACK) and sheet.media.contains(box, SLACK)):
            cuts = not box.contains(sheet.surface, SLACK)
            yield Finding(
                "boxes.crop", "a CropBox hides part of the bleed or the page" if cuts else "a CropBox hides the slug",
                "remove the CropBox", Severity.ERROR, sheet.number, box, size(box), size(sheet.media),
            )  # fmt: skip


def shape(survey: Survey, _: Limits) -> Iterator[Finding]:
    for sheet in survey.sheets:
        for name in sheet.broken:
            message = f"the {name} is missing or no box" if name == "MediaBox" else f"the {name} is no box"
            yield Finding("boxes.broken", message, "export the artwork again", page=sheet.number)


def viewing(survey: Survey, limits: Limits) -> Iterator[Finding]:
    if limits.standard == "none":
        return
    for choice in survey.view_area:
        yield Finding(
            "boxes.view-area", "a viewer preference chooses another box than MediaBox or BleedBox",
            "remove it", Severity.ERROR, measured=choice,
        )  # fmt: skip
