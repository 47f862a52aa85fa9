"""Rules for ink: the sum of all plates where a colour is put down. What mixes on the page is measured elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopprint.press.preflight.rules.measures import at, build, percent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopprint.press.preflight.facts import Survey
    from sopprint.press.preflight.finding import Finding
    from sopprint.press.preflight.limits import Limits


def too_much(survey: Survey, limits: Limits) -> Iterator[Finding]:
    """Heaviest first, so that the finding tells of the worst."""
    for sheet in survey.sheets:
        heavy = (m for m in sheet.printed() if m.paint.total > limits.ink + 0.5 and not m.paint.share("All"))
        for mark in sorted(heavy, key=lambda m: -m.paint.total):
            yield at(
                sheet, mark, "ink.build", "a colour has more ink than the sheet can hold",
                "use less of each; for large black areas C 60 M 40 Y 40 K 100",
                measured=f"{percent(mark.paint.total)} ({build(mark.paint)})", limit=percent(limits.ink),
            )  # fmt: skip
