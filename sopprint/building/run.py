"""`sopprint build`, from a kit's folder to finished files: what is fresh stays, all else is made.

Two levels. Where no input changed, nothing is read, not even the kit. Where some did, the jobs that may be concerned
are looked at one by one: their keys tell whether they show the change. Comes before everything in this folder. Not
here: options and printing (`cli/build.py`), watching (`watch.py`).
"""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from sopprint.building.bench import Bench, Outcome, Task
from sopprint.building.inputs import Compared, Inputs, compare, owner
from sopprint.building.ledger import Ledger, sweep
from sopprint.building.manifest import VERSION, Entry, Manifest, read_manifest
from sopprint.building.plan import Asked, Job, fits, plan
from sopprint.building.program import Program, program
from sopprint.building.shares import shard
from sopprint.building.stamp import renewed
from sopprint.errors import ExitCode
from sopprint.resources import Record

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator, Sequence
    from pathlib import Path

    from sopprint.building.plan import Hurt
    from sopprint.building.stamp import Stamp
    from sopprint.products.workshop import Workshop
    from sopprint.resolve.library import Library

_MOST_NAMED = 2  # changed files in a reason


class Request(Struct, frozen=True):
    """What is to be built. `shard` is (number, count), from 1; `dry`: only find out."""

    kit: Path
    out: Path
    asked: Asked = Asked()
    only: str | None = None
    shard: tuple[int, int] | None = None
    jobs: int = 1
    force: bool = False
    dry: bool = False


class Prepared(Struct, frozen=True):
    """What is known before anything is made.

    `planned` is all that the kit asks for. `jobs` are those asked for now, in the kit's order; `settled` (fresh, or
    hopeless) and `tasks` are all of them. `left` are files of earlier builds that the kit no longer asks for.
    `library` is there if anything has to be looked at.
    """

    request: Request
    moment: int
    planned: tuple[Job, ...]
    jobs: tuple[Job, ...]
    settled: tuple[Outcome, ...]
    tasks: tuple[Task, ...]
    left: tuple[str, ...]
    manifest: Manifest
    record: Record
    library: Library | None = None


def prepare(request: Request) -> Prepared:
    """Find out what there is to do. Raises SopprintError for mistakes in the kit."""
    moment = time.time_ns()
    kit = os.path.realpath(request.kit)
    old = read_manifest(request.out)
    if old is not None and old.kit != kit:
        old = replace(old, kit=kit, plan=(), inputs=Inputs())  # another kit: of its files only the keys can tell
    now = program(old.program if old else None)
    compared = compare(old.inputs, moment) if old is not None else Compared(Inputs(), ())
    record, library = Record(), None
    hurt: Hurt = {}
    planned = old.plan if old is not None and _holds(old, request.asked, now) and not compared.changed else ()
    if not planned:
        found = plan(request.kit, request.asked, record)
        library, planned, hurt = found.library, found.jobs, found.hurt
    kept = () if hurt else planned  # so that the next build looks at the kit again
    manifest = Manifest(VERSION, kit, request.asked, now, kept, old.entries if old else {}, compared.inputs)
    jobs = tuple(job for job in planned if fits(job.tool, request.only))
    if request.shard is not None:
        jobs = shard(jobs, *request.shard)
    looked = _Looked(request.out, manifest, _suspicions(library, compared, old), moment)
    sound = tuple(job for job in jobs if job.tool not in hurt)
    manifest, tasks, fresh = looked.at(sound, force=request.force)
    if tasks and library is None:
        from sopprint.resolve.library import Library

        library = Library.open(request.kit, record=record)
    settled = (*_failed([job for job in jobs if job.tool in hurt], hurt), *fresh)
    left = tuple(_left(manifest, planned, hurt, request.out))
    return Prepared(request, moment, planned, jobs, settled, tasks, left, manifest, record, library)


def _left(manifest: Manifest, planned: tuple[Job, ...], hurt: Hurt, out: Path) -> Iterator[str]:
    """Files of earlier builds that are asked for no more; what a hurt tool may still ask for is not among them."""
    asked_for = {job.file for job in planned}
    for name, entry in manifest.entries.items():
        if name not in asked_for and entry.job.tool not in hurt and (out / name).is_file():
            yield name


def _failed(jobs: Sequence[Job], hurt: Hurt) -> Iterator[Outcome]:
    """Jobs of tools whose words have mistakes, which are told with the first of each tool."""
    told = set()
    for job in jobs:
        findings = hurt[job.tool] if job.tool not in told else ()
        told.add(job.tool)
        yield Outcome(job, "failed", "its words have mistakes", findings=findings, exit_code=ExitCode.DOCUMENT)


def _holds(old: Manifest, asked: Asked, now: Program) -> bool:
    """Whether a plan is today's, as long as no input changed."""
    return old.asked == asked and old.program.digest == now.digest


def _suspicions(library: Library | None, compared: Compared, old: Manifest | None) -> dict[str | None, str]:
    """Why a tool's jobs have to be looked at, by tool; None stands for all tools."""
    if old is not None and not old.inputs.files:
        return {None: "nothing is known of its files"}
    if not compared.changed or library is None:
        return {}
    names: dict[str | None, list[str]] = {}
    for path in compared.changed:
        names.setdefault(owner(library, path), []).append(_shown(path))
    return {tool: f"changed: {', '.join(_files(found)[:_MOST_NAMED])}" for tool, found in names.items()}


def _files(names: list[str]) -> list[str]:
    """The files among names; patterns only where no file tells why they fit something else now."""
    return [name for name in names if "*" not in name] or names


def _shown(path: Path) -> str:
    return path.name if path.name not in {"layout.yaml", "sopprint.yaml"} else f"{path.parent.name}/{path.name}"


class _Looked(Struct):
    """A look at the outputs that are there."""

    out: Path
    manifest: Manifest
    suspicions: dict[str | None, str]
    moment: int

    def at(self, jobs: tuple[Job, ...], *, force: bool) -> tuple[Manifest, tuple[Task, ...], tuple[Outcome, ...]]:
        """The manifest with what has to be compared marked as such; what has to be done; what need not be."""
        entries = {name: self._suspected(entry) for name, entry in self.manifest.entries.items()}
        tasks, fresh = [], []
        for job in jobs:
            entry = entries.get(job.file)
            stamp = renewed(entry.stamp, self.out / job.file, self.moment) if entry is not None else None
            why = self._why(job, entry, stamp, force=force)
            if entry is None or stamp is None or why:
                usable = entry is not None and stamp is not None and entry.program == self.manifest.program.digest
                tasks.append(Task(job, entry.key if entry and usable and not force else "", why))
            else:
                fresh.append(Outcome(job, "fresh", "", entry.key, stamp, entry.pages))
            if entry is not None and stamp is not None:
                entries[job.file] = replace(entry, stamp=stamp)
        return replace(self.manifest, entries=entries), tuple(tasks), tuple(fresh)

    def _suspected(self, entry: Entry) -> Entry:
        return replace(entry, settled=entry.settled and self._suspicion(entry.job) is None)

    def _suspicion(self, job: Job) -> str | None:
        return self.suspicions.get(job.tool) or self.suspicions.get(None)

    def _why(self, job: Job, entry: Entry | None, stamp: Stamp | None, *, force: bool) -> str:
        """Why a job cannot be passed over; empty where it can."""
        if entry is None:
            return "not made yet"
        if stamp is None:
            return "the file was changed" if (self.out / job.file).exists() else "the file is gone"
        if force:
            return "forced"
        if entry.program != self.manifest.program.digest:
            return "made by another version of the program"
        if entry.job != job:
            return "asked for otherwise"
        return "" if entry.settled else self._suspicion(job) or "an earlier build did not get to it"


# ------------------------------------------------------------------------------------------------ doing it


def build(prepared: Prepared, before: Workshop | None = None) -> Generator[Outcome, None, None]:
    """Do all there is to do; outcomes come as they are done. What is stopped half way leaves only whole
    files; close the generator, and what was done is entered in the manifest.

    `before` is the workshop of an earlier build in this process.
    """
    request = prepared.request
    yield from prepared.settled
    ledger = Ledger(prepared.manifest, prepared.record, prepared.moment, request.out)
    try:
        if prepared.tasks and prepared.library is not None:
            yield from _worked(prepared, workshop(prepared.library, before), ledger)
    finally:
        if not request.dry:
            ledger.save()


def workshop(library: Library, before: Workshop | None = None) -> Workshop:
    """Where a library's products are made, with the fonts of an earlier workshop where they are the same."""
    from sopprint.products.workshop import Workshop

    made = Workshop(library)
    if before is not None and before.library.look() == library.look():
        made.setters.update(before.setters)
    return made


def _worked(prepared: Prepared, shop: Workshop, ledger: Ledger) -> Iterator[Outcome]:
    from sopprint.building.crew import done

    request = prepared.request
    if not request.dry:
        sweep(request.out)
    bench = Bench(shop, request.kit, request.out, request.dry, request.force)
    for outcome, record in done(bench, prepared.tasks, request.jobs):
        if not request.dry:
            ledger.settle(outcome, record)
        yield ledger.complete(outcome)
