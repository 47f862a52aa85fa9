"""A finished print file looked at as the shop will: preflight before anything is delivered.

Turns what preflight finds into findings of ours. Not here: the rules (`preflight/`), making the file (`job.py`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopprint.diagnostics import Diagnostic, Severity
from sopprint.errors import ExitCode, SopprintError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from sopprint.press.preflight.finding import Finding
    from sopprint.press.shop import Profile


def verify(
    data: bytes, profile: Profile, *, measure: bool = False, expected: Collection[str] = ()
) -> tuple[Diagnostic, ...]:
    """What preflight noticed that is no error: each rule once, but for those `expected` of this product.

    `measure` has Ghostscript, where there is one, measure the ink. Raises SopprintError (SP631, ExitCode.VERIFY) when
    the file fails: it is not delivered.
    """
    from sopprint.press.preflight.limits import of_shop
    from sopprint.press.preflight.run import preflight

    verdict = preflight(data, of_shop(profile.name, profile.shop), measure=measure)
    if verdict.errors:
        raise SopprintError(_told(verdict.errors), ExitCode.VERIFY)
    return tuple(_told(f for f in verdict.findings if f.severity is Severity.WARNING and f.rule not in expected))


def _told(findings: Iterable[Finding]) -> Iterator[Diagnostic]:
    by_rule: dict[str, list[Finding]] = {}
    for finding in findings:
        by_rule.setdefault(finding.rule, []).append(finding)
    for rule, found in by_rule.items():
        first, pages = found[0], {each.page for each in found if each.page}
        where = f"page {first.page}{f' and {len(pages) - 1} more' if len(pages) > 1 else ''}: " if pages else ""
        measured = f" ({first.measured})" if first.measured else ""
        message = f"{where}{first.message}{measured} [{rule}]"
        yield Diagnostic("SP631", message, None, (first.remedy,), first.severity)
