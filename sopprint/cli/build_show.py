"""How a build is told: line by line or as a bar while it goes on, as a table at its end, or as JSON.

Not here: building (`building/`).
"""

from __future__ import annotations

import sys
import time
from contextlib import closing
from typing import TYPE_CHECKING, Any

from sopprint.building.plan import describe
from sopprint.building.run import build

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sopprint.building.bench import Outcome
    from sopprint.building.plan import Job
    from sopprint.building.run import Prepared
    from sopprint.cli.console import Console

_BAR = 24  # cells
_NAMED = 8  # files of earlier builds
_CLEAR = "\r\x1b[K"
_WIDE = 78 + len(_CLEAR)  # columns of the narrowest terminal, so that it is one line
_NOTE = {"fresh": "fresh", "made": "made", "failed": "failed", "stale": "to make"}


class Progress:
    """One build while it goes on: a bar on a terminal, else a line for each file. Leaving the block takes it away."""

    def __init__(self, console: Console, count: int, *, hushed: bool = False) -> None:
        self.console, self.count, self.hushed = console, count, hushed
        self.bar = sys.stderr.isatty() and console.verbosity == 0 and not hushed
        self.start = time.monotonic()

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, *_: object) -> None:
        if self.bar:
            sys.stderr.write(_CLEAR)
            sys.stderr.flush()

    def told(self, prepared: Prepared) -> tuple[Outcome, ...]:
        """Build, and tell what becomes of each file; all outcomes, in the kit's order."""
        found: dict[str, Outcome] = {}
        self._draw(0)
        with closing(build(prepared)) as outcomes:  # so that what is done is entered also after Ctrl-C
            for outcome in outcomes:
                found[outcome.job.file] = outcome
                if not self.hushed:
                    self._tell(prepared, outcome, len(found))
        return tuple(found[job.file] for job in prepared.jobs)

    def _tell(self, prepared: Prepared, outcome: Outcome, done: int) -> None:
        if self.bar and outcome.findings:
            sys.stderr.write(_CLEAR)
        self.console.show(outcome.findings)
        if outcome.state == "failed":
            sys.stderr.write(_CLEAR if self.bar else "")
            self.console.say(f"[{done}/{self.count}] failed: {describe(outcome.job)}", level=-1)
        elif outcome.state == "made" and not self.bar:
            self.console.say(f"[{done}/{self.count}] {prepared.request.out / outcome.job.file}")
        self._draw(done, describe(outcome.job))

    def _draw(self, done: int, what: str = "") -> None:
        if self.bar:
            filled = _BAR * done // max(self.count, 1)
            bar, taken = "█" * filled + "·" * (_BAR - filled), time.monotonic() - self.start
            sys.stderr.write(f"{_CLEAR}[{bar}] {done}/{self.count}  {taken:.0f} s  {what}"[:_WIDE])
            sys.stderr.flush()


def summary(console: Console, prepared: Prepared, outcomes: Sequence[Outcome]) -> None:
    """The table at the end: on stdout in a dry run, where it is what was asked for, else on stderr."""
    lines = list(_table(outcomes, why=prepared.request.dry))
    if prepared.request.dry:
        console.give("\n".join(lines))
    else:
        for line in lines:
            console.say(line)
    console.say(_counts(outcomes))
    if prepared.left:
        named, more = ", ".join(prepared.left[:_NAMED]), len(prepared.left) - _NAMED
        also = f" and {more} more (--json names all)" if more > 0 else ""
        console.say(f"no longer asked for, from earlier builds: {named}{also}")


def _table(outcomes: Sequence[Outcome], *, why: bool) -> Iterator[str]:
    rows = [_row(outcome, why=why) for outcome in outcomes]
    widths = [max((len(row[column]) for row in rows), default=0) for column in range(4)]
    for row in rows:
        cells = (row[0].ljust(widths[0]), *(row[at].rjust(widths[at]) for at in (1, 2, 3)), row[4])
        yield "  ".join(cells).rstrip()


def _row(outcome: Outcome, *, why: bool) -> tuple[str, str, str, str, str]:
    """File, pages, size, time, what became of it."""
    pages = f"{outcome.pages} p" if outcome.pages else ""
    size = f"{outcome.stamp.signature.size / 1000:.0f} KB" if outcome.stamp is not None else ""
    taken = f"{outcome.seconds:.2f} s" if outcome.state == "made" else ""
    reason = f": {outcome.why}" if why and outcome.why else ""
    return outcome.job.file, pages, size, taken, f"{_NOTE[outcome.state]}{reason}"


def _counts(outcomes: Sequence[Outcome]) -> str:
    """Such as "2 made, 56 fresh"."""
    counts = {word: sum(outcome.state == state for outcome in outcomes) for state, word in _NOTE.items()}
    return ", ".join(f"{counts[word]} {word}" for word in ("made", "to make", "fresh", "failed") if counts[word])


# ------------------------------------------------------------------------------------------------ as data


def as_data(prepared: Prepared, outcomes: Sequence[Outcome]) -> dict[str, Any]:
    """The whole outcome."""
    from sopprint.cli.report import data_of

    return {
        "kit": str(prepared.request.kit),
        "out": str(prepared.request.out),
        "files": [
            {
                **job_data(outcome.job),
                "file": str(prepared.request.out / outcome.job.file),
                "state": outcome.state,
                "why": outcome.why,
                "pages": outcome.pages,
                "bytes": outcome.stamp.signature.size if outcome.stamp is not None else None,
                "seconds": round(outcome.seconds, 3),
                "findings": [data_of(finding) for finding in outcome.findings],
            }
            for outcome in outcomes
        ],
        "left": [str(prepared.request.out / name) for name in prepared.left],
    }


def job_data(job: Job) -> dict[str, Any]:
    """A job as it stands in a list; `weight` is about how long it takes, against a poster."""
    return {name: getattr(job, name) for name in job.__struct_fields__} | {"weight": job.weight}
