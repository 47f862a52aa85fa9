"""Preflight as a whole: survey, rules, measured ink; findings that differ only in their place are joined.

What the command and every delivery for a print shop call.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from sopprint.diagnostics import Severity
from sopprint.press.preflight import measure as gauge
from sopprint.press.preflight.bounds import Bounds
from sopprint.press.preflight.finding import Finding
from sopprint.press.preflight.limits import Limits, Standard
from sopprint.press.preflight.rules.registry import RULES
from sopprint.press.preflight.survey import NotReadableError, survey

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sopprint.press.preflight.facts import Survey

_RANK = tuple(Severity)
_X1A = "PDF/X-1"
TITLES: Mapping[str, str] = MappingProxyType({"x4": "PDF/X-4", "x1a": "PDF/X-1a", "none": "no standard"})


class Verdict(Struct, frozen=True):
    """All that was found, worst first. `measured` tells whether Ghostscript measured the ink, `note` why it did not."""

    findings: tuple[Finding, ...]
    pages: int
    standard: Standard
    against: str
    measured: bool = False
    note: str = ""

    @property
    def errors(self) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.findings if finding.severity is Severity.ERROR)

    @property
    def checked(self) -> str:
        """What was done, in words that promise no more than that."""
        tools = "sopprint preflight" + (" and Ghostscript" if self.measured else "")
        return f"checked with {tools} against {TITLES[self.standard]} rules and the limits “{self.against}”"


def preflight(
    data: bytes, limits: Limits | None = None, *, bounds: Bounds | None = None, measure: bool = True
) -> Verdict:  # fmt: skip
    """Check a PDF, anybody's. `measure` False leaves Ghostscript out. Never raises for what is in the file."""
    limits = limits or Limits()
    bounds = bounds or Bounds()
    if len(data) > bounds.file:
        reason = NotReadableError("file.too-large", "the file is larger than is read", "make it smaller or split it")
        return _refused(reason, limits)
    try:
        surveyed = survey(data, bounds)
    except NotReadableError as reason:
        return _refused(reason, limits)
    limits = replace(limits, standard=_standard(surveyed, limits))
    found = [finding for rule in RULES for finding in rule(surveyed, limits)]
    inks, note = _measured(data, surveyed, limits) if measure else ((), "it was not asked for")
    joined = _joined((*found, *gauge.judge(inks, limits)))
    return Verdict(joined, surveyed.pages, limits.standard, limits.name, bool(inks), note)


def _refused(reason: NotReadableError, limits: Limits) -> Verdict:
    standard: Standard = "x4" if limits.standard == "declared" else limits.standard
    finding = Finding(reason.rule, reason.message, reason.remedy)
    return Verdict((finding,), 0, standard, limits.name, note="the file could not be read")


def _standard(surveyed: Survey, limits: Limits) -> Standard:
    """X-1a is narrower than X-4: a shop that takes X-4 can take it, and a file is judged by what it says it is."""
    if limits.standard in ("declared", "x4"):
        return "x1a" if surveyed.claim.startswith(_X1A) else "x4"
    return limits.standard


def _measured(data: bytes, surveyed: Survey, limits: Limits) -> tuple[tuple[gauge.Inks, ...], str]:
    try:
        return gauge.measure(data, surveyed, limits), ""
    except gauge.NotMeasuredError as reason:
        return (), str(reason)


def _joined(found: Iterable[Finding]) -> tuple[Finding, ...]:
    """One finding for each rule, page and message: the first, which the rules give as the worst, and how many."""
    joined: dict[tuple[str, int | None, str, Severity], Finding] = {}
    for finding in found:
        key = (finding.rule, finding.page, finding.message, finding.severity)
        first = joined.get(key)
        joined[key] = finding if first is None else replace(first, times=first.times + 1)
    return tuple(sorted(joined.values(), key=lambda f: (_RANK.index(f.severity), f.page or 0)))
