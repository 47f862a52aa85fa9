"""One job at a time: its key, and its file where the key is another than that of the file there is.

The same in the process that builds and in those that help it (`crew.py`). Not here: which jobs, and in which order.
"""

from __future__ import annotations

import time
from hashlib import sha256
from typing import TYPE_CHECKING, Literal

from msgspec import Struct, field
from msgspec.structs import replace

from sopprint.building.key import key_of
from sopprint.building.stamp import Signature, Stamp, signature
from sopprint.deliver import deliver
from sopprint.errors import ExitCode, SopprintError

if TYPE_CHECKING:
    from pathlib import Path

    from sopprint.building.plan import Job
    from sopprint.diagnostics import Diagnostic
    from sopprint.press.shop import Profile
    from sopprint.products.order import Made
    from sopprint.products.workshop import Workshop

State = Literal["made", "fresh", "failed", "stale"]


class Task(Struct, frozen=True):
    """A job to look at. `known` is the key of the file that is there, empty where it has to be made; `why` says so."""

    job: Job
    known: str
    why: str


class Outcome(Struct, frozen=True):
    """What became of a job. "stale": it would be made, were this not a dry run."""

    job: Job
    state: State
    why: str = ""
    key: str = ""
    stamp: Stamp | None = None
    pages: int = 0
    seconds: float = 0.0
    findings: tuple[Diagnostic, ...] = ()
    exit_code: int = 0


class Bench(Struct):
    """Where jobs are done. `dry`: nothing is made or written; `force`: files of others are replaced."""

    workshop: Workshop
    kit: Path
    out: Path
    dry: bool = False
    force: bool = False
    _profiles: dict[str, Profile] = field(default_factory=dict)

    def do(self, task: Task) -> Outcome:
        """Do one job. What is wrong with the kit's files is in the outcome; only bugs raise."""
        start = time.perf_counter()
        try:
            outcome = self._done(task)
        except SopprintError as failure:
            code = ExitCode.DOCUMENT if failure.exit_code is ExitCode.USAGE else failure.exit_code
            outcome = Outcome(task.job, "failed", task.why, findings=failure.diagnostics, exit_code=code)
        except OSError as failure:
            outcome = Outcome(task.job, "failed", task.why, findings=(unwritable(failure),), exit_code=ExitCode.IO)
        return replace(outcome, seconds=time.perf_counter() - start)

    def _done(self, task: Task) -> Outcome:
        job = task.job
        # before it is made: should a file change in between, the key is the older one, and the next build sees it
        key = key_of(self.workshop, job, self._profile(job))
        if key == task.known:
            return Outcome(job, "fresh", key=key)
        if self.dry:
            return Outcome(job, "stale", task.why, key)
        made = self._made(job)
        target = self.out / job.file
        deliver(made.data, target, force=self.force)
        # whoever replaces it from now on has another signature, or is found by the contents: the stamp is not sure
        there = signature(target) or Signature(0, 0, 0, 0)
        stamp = Stamp(there, sha256(made.data).hexdigest(), sure=False)
        return Outcome(job, "made", task.why, key, stamp, made.pages, findings=made.findings)

    def _made(self, job: Job) -> Made:
        from sopprint.products.make import make, make_for_shop
        from sopprint.products.poster import make as make_poster

        profile = self._profile(job)
        if profile is not None:
            return make_for_shop(self.workshop, job.order, profile)[0]
        if job.product == "poster":
            return make_poster(self.workshop, job.order, "office" if job.target == "office" else "screen")
        return make(self.workshop, job.order)

    def _profile(self, job: Job) -> Profile | None:
        if job.shop is None:
            return None
        from sopprint.press.shop import load

        if job.shop not in self._profiles:
            folder = self.workshop.library.kit_folder
            self._profiles[job.shop] = load(job.shop, self.kit, folder.record if folder else None)
        return self._profiles[job.shop]


def unwritable(failure: OSError) -> Diagnostic:
    """What the system says of a file."""
    from sopprint.diagnostics import Diagnostic, Place

    place = Place(str(failure.filename)) if failure.filename else None
    return Diagnostic("SP902", f"cannot write the file: {failure.strerror or failure}", place)
