"""Rules for what the file says of itself: the standard it claims, title, dates, trapping; both places must agree."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sopprint.diagnostics import Severity
from sopprint.press.preflight.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopprint.press.preflight.facts import Survey
    from sopprint.press.preflight.limits import Limits

_CLAIMS = {"x4": "PDF/X-4", "x1a": "PDF/X-1"}.get
_PAIRS = (
    ("Title", "dc:title"),
    ("Creator", "xmp:CreatorTool"),
    ("Producer", "pdf:Producer"),
    ("Trapped", "pdf:Trapped"),
    ("CreationDate", "xmp:CreateDate"),
    ("ModDate", "xmp:ModifyDate"),
)
_DIGITS = re.compile(r"\d")
_DATE = 14  # digits of year to second
_REMEDY = "export as PDF/X again; do not edit the information afterwards"


def claimed(survey: Survey, limits: Limits) -> Iterator[Finding]:
    wanted = _CLAIMS(limits.standard)
    if wanted and not survey.claim.startswith(wanted):
        yield Finding(
            "metadata.claim", "the file does not say that it follows the standard", "export as PDF/X",
            measured=survey.claim or "nothing", limit="PDF/X-1a:2003" if limits.standard == "x1a" else wanted,
        )  # fmt: skip


def packet(survey: Survey, limits: Limits) -> Iterator[Finding]:
    """X-4 needs XMP that a program can find without reading PDF; X-1a may go without."""
    if limits.standard == "x4" and survey.xmp is None:
        yield Finding("metadata.no-xmp", "the file has no XMP metadata", _REMEDY)
    if survey.xmp_fault and limits.standard != "none":
        yield Finding("metadata.xmp", f"the XMP metadata cannot be read: {survey.xmp_fault}", _REMEDY)
    if survey.xmp_filtered and limits.standard == "x4":
        yield Finding("metadata.xmp-compressed", "the XMP metadata is compressed", _REMEDY)


def agrees(survey: Survey, limits: Limits) -> Iterator[Finding]:
    if limits.standard == "none" or survey.xmp is None:
        return
    for key, name in _PAIRS:
        info, xmp = survey.info.get(key), survey.xmp.get(name)
        if info and xmp and _comparable(key, info) != _comparable(key, xmp):
            yield Finding("metadata.differs", f"{key} and {name} do not agree", _REMEDY, measured=f"{info} / {xmp}")


def _comparable(key: str, value: str) -> str:
    """Dates are written in two ways (D:20260101120000Z, 2026-01-01T12:00:00Z); zones are left out of account."""
    return "".join(_DIGITS.findall(value))[:_DATE].ljust(_DATE, "0") if key.endswith("Date") else value


def trapped(survey: Survey, limits: Limits) -> Iterator[Finding]:
    said = survey.info.get("Trapped") or (survey.xmp or {}).get("pdf:Trapped", "")
    if limits.standard != "none" and said not in ("True", "False"):
        yield Finding(
            "metadata.trapped", "the file does not say whether it is trapped", "set Trapped to False",
            measured=said or "nothing", limit="True or False",
        )  # fmt: skip


def dates(survey: Survey, limits: Limits) -> Iterator[Finding]:
    """ISO 15930-4 wants them in the information dictionary, ISO 15930-7 in the packet."""
    if limits.standard == "none" or (limits.standard == "x4" and survey.xmp is None):
        return
    there = survey.info if limits.standard == "x1a" else survey.xmp or {}
    wanted = ("Title", "CreationDate", "ModDate") if limits.standard == "x1a" else (
        "dc:title", "xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate", "xmpMM:DocumentID",
    )  # fmt: skip
    for name in wanted:
        if not there.get(name):
            yield Finding(
                "metadata.missing", f"the metadata has no {name}", _REMEDY,
                Severity.ERROR if limits.standard == "x1a" or "title" not in name.lower() else Severity.WARNING,
            )  # fmt: skip
