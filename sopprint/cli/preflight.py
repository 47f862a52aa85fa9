"""`sopprint preflight`: is a PDF, ours or anybody's, fit for the print shop? Findings on stdout, worst first."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from sopprint.cli.catalogue import JSON
from sopprint.cli.choose import KIT
from sopprint.cli.spec import Command, Parameter
from sopprint.diagnostics import Severity
from sopprint.errors import ExitCode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopprint.cli.console import Console
    from sopprint.press.preflight.finding import Finding
    from sopprint.press.preflight.limits import Limits
    from sopprint.press.preflight.run import Verdict

_FILE = Parameter("file", "The PDF file.", required=True, metavar="FILE.pdf")
_PROFILE = Parameter(
    "profile", "The print shop to measure against; `sopprint shop list` names them. Default: what any shop needs.",
    ("--profile",), metavar="SHOP",
)  # fmt: skip
_QUICK = Parameter("quick", "Do not measure the ink of every pixel with Ghostscript.", ("--quick",), kind="switch")
_INCH = 72


def run(
    console: Console, *, file: str, profile: str | None, kit: str | None, quick: bool, as_json: bool
) -> ExitCode:  # fmt: skip
    limits = _limits(profile, kit)
    data = _data(file)

    from sopprint.press.preflight.run import preflight

    verdict = preflight(data, limits, measure=not quick)
    if as_json:
        import json

        console.give(json.dumps(as_data(file, verdict), ensure_ascii=False, indent=2))
    else:
        console.give("\n".join(_lines(file, verdict)))
    return ExitCode.DOCUMENT if verdict.errors else ExitCode.OK


def _limits(profile: str | None, kit: str | None) -> Limits | None:
    if profile is None:
        return None
    from sopprint.press.preflight.limits import of_shop
    from sopprint.press.shop import load

    shop = load(profile, Path(kit) if kit else None)
    return of_shop(shop.name, shop.shop)


def _data(file: str) -> bytes:
    """The file, one byte more than is read at most, so that a larger one can be told. Raises OSError."""
    from sopprint.press.preflight.bounds import Bounds

    with Path(file).open("rb") as stream:
        return stream.read(Bounds().file + 1)


def as_data(file: str, verdict: Verdict) -> dict[str, Any]:
    """The verdict for other programs. Places are in points from the trim's top left corner, y down."""
    import msgspec

    return {
        "file": file,
        "pages": verdict.pages,
        "standard": verdict.standard,
        "limits": verdict.against,
        "checked": verdict.checked,
        "ink_measured": verdict.measured,
        "ink_note": verdict.note,
        "errors": len(verdict.errors),
        "findings": [msgspec.to_builtins(finding) for finding in verdict.findings],
    }


def _lines(file: str, verdict: Verdict) -> Iterator[str]:
    for finding in verdict.findings:
        yield from _finding(file, finding)
        yield ""
    counts = [sum(f.severity is severity for f in verdict.findings) for severity in Severity]
    names = ("error", "warning", "note")
    told = [f"{n} {name}{'s' * (n != 1)}" for n, name in zip(counts, names, strict=True) if n or name == "error"]
    yield f"{file}: {', '.join(told)}; {verdict.checked}"
    if not verdict.measured:
        yield f"ink was not measured: {verdict.note}; pictures and overlaps may hold more than is told above"


def _finding(file: str, finding: Finding) -> Iterator[str]:
    page = f", page {finding.page}" if finding.page else ""
    times = f" ({finding.times} times)" if finding.times > 1 else ""
    yield f"{file}{page}: {finding.severity}[{finding.rule}] {_printable(finding.message)}{times}"
    limit = f", limit {_printable(finding.limit)}" if finding.limit else ""
    if finding.measured:
        yield f"  measured: {_printable(finding.measured)}{limit}"
    if finding.where:
        box = finding.where
        left, top, right, bottom = (round(n / _INCH, 2) for n in (box.left, box.top, box.right, box.bottom))
        yield f"  where: {left:g} to {right:g} in from the left, {top:g} to {bottom:g} in from the top of the trim"
    yield f"  hint: {finding.remedy}"


def _printable(text: str) -> str:
    """Names out of a stranger's file must not steer the terminal."""
    return "".join(c if c.isprintable() else "␀" for c in text)


COMMAND = Command(
    "preflight", "Check whether a PDF is fit for the print shop.", (_FILE, _PROFILE, KIT, _QUICK, JSON), run
)
