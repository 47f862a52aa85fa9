"""`sopprint build --watch`: builds, stays, and builds again what is saved; what it tells meanwhile."""

from __future__ import annotations

import time
from contextlib import closing
from importlib.util import find_spec
from typing import TYPE_CHECKING

from msgspec.structs import replace

from sopprint.cli.choose import usage
from sopprint.errors import SopprintError

if TYPE_CHECKING:
    from typing import NoReturn

    from sopprint.building.bench import Outcome
    from sopprint.building.run import Request
    from sopprint.building.watch import Warm
    from sopprint.cli.console import Console


def watching(console: Console, request: Request) -> NoReturn:
    """Build until Ctrl-C. Mistakes are told, and what was made before them stays.

    Raises KeyboardInterrupt, and SopprintError without watchfiles.
    """
    if find_spec("watchfiles") is None:
        raise usage("SP917", "--watch needs watchfiles", "install it with: pip install 'sopprint[watch]'")
    from sopprint.building.watch import Warm, changes

    teller, warm = _Teller(console, request), Warm(replace(request, jobs=1, force=False))
    teller.build(warm, request)  # with all processes: there is no watch yet, whose threads could not be forked
    for changed in changes(request):
        if changed:
            start = time.perf_counter()
            with closing(warm.posters(changed)) as posters:
                for outcome in posters:
                    teller.made(outcome, time.perf_counter() - start)
            teller.build(warm)
        else:
            teller.build(warm)  # what was saved while the first build went on
            console.say(f"watching {request.kit}; Ctrl-C ends it")
    raise KeyboardInterrupt


class _Teller:
    def __init__(self, console: Console, request: Request) -> None:
        self.console, self.out = console, request.out
        self.first, self.pictures = True, True

    def build(self, warm: Warm, request: Request | None = None) -> None:
        """One build, from checks to the last file."""
        try:
            with closing(warm.build(warm.prepare(request))) as outcomes:
                for outcome in outcomes:
                    self._tell(outcome)
        except SopprintError as failure:
            self.console.show(failure.diagnostics)
            self.console.say("nothing was made; what was made before is as it was", level=-1)
        self.first = False

    def _tell(self, outcome: Outcome) -> None:
        self.console.show(outcome.findings)
        if outcome.state == "failed":
            self.console.say(f"failed: {outcome.job.file} is as it was", level=-1)
        elif outcome.state == "made":
            self.made(outcome, outcome.seconds)

    def made(self, outcome: Outcome, seconds: float) -> None:
        """Tell of a file, and make the preview of a poster that was touched."""
        shown = ""
        if self.pictures and not self.first and outcome.job.product == "poster":
            shown = self._preview(outcome)
        self.console.say(f"{self.out / outcome.job.file}  {seconds:.2f} s{shown}")

    def _preview(self, outcome: Outcome) -> str:
        from sopprint.building.watch import preview

        try:
            return f"  {preview(self.out, outcome)}"
        except SopprintError as failure:  # told once: without the extra it will not be otherwise the next time
            self.console.show(failure.diagnostics)
            self.pictures = False
            return ""
