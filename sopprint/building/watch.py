"""Building while somebody edits: one warm process that makes again what a saved file touches.

A saved file of one tool gets that tool's posters first, with what is known already of the kit; then comes a whole
build, which checks the kit and finds everything else. Not here: telling of it (`cli/build_watch.py`).
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from sopprint.building.bench import Bench, Task
from sopprint.building.inputs import owner
from sopprint.building.ledger import Ledger
from sopprint.building.manifest import read_manifest
from sopprint.building.run import build, prepare, workshop
from sopprint.deliver import deliver
from sopprint.errors import SopprintError
from sopprint.resources import Record, shipped

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator

    from sopprint.building.bench import Outcome
    from sopprint.building.run import Prepared, Request
    from sopprint.products.workshop import Workshop

PREVIEWS = "previews"  # in the folder of the outputs
WIDTH = 1000  # pixels
_FONTS = (".ttf", ".otf", ".ttc")
_STEP, _LONGEST = 15, 150  # ms: a save is over when nothing more comes for so long, or after so long
_IDLE = 400  # ms


def changes(request: Request) -> Iterator[tuple[Path, ...]]:
    """Files that were saved, came or went, time and again; the first are none, when the watch has begun.

    Raises KeyboardInterrupt at the end.
    """
    from watchfiles import DefaultFilter, watch

    class Sources(DefaultFilter):
        """Not what we write ourselves, and not what editors keep beside a file."""

        def __call__(self, change: object, path: str) -> bool:
            return super().__call__(change, path) and not Path(path).is_relative_to(out)  # type: ignore[arg-type]

    out, kit = request.out.resolve(), request.kit.resolve()
    folders = [kit, *(shipped(part).root for part in ("layouts", "templates"))]
    begun = False
    for found in watch(
        *folders, watch_filter=Sources(), step=_STEP, debounce=_LONGEST, rust_timeout=_IDLE, yield_on_timeout=True
    ):
        if found or not begun:
            begun = True
            yield tuple(sorted(_asked_for(request.kit, kit, Path(path)) for _, path in found))


def _asked_for(kit: Path, resolved: Path, path: Path) -> Path:
    """A file of the kit by the way that the kit was named."""
    return kit.absolute() / path.relative_to(resolved) if path.is_relative_to(resolved) else path


class Warm:
    """What stays in memory from one build to the next: the last plan, and fonts."""

    def __init__(self, request: Request) -> None:
        self.request = request
        self.prepared: Prepared | None = None
        self.shop: Workshop | None = None

    def prepare(self, request: Request | None = None) -> Prepared:
        """Find out what there is to do, posters before all else. Raises SopprintError for mistakes in the kit."""
        found = prepare(request or self.request)
        posters_first = sorted(found.tasks, key=lambda task: task.job.product != "poster")
        self.prepared = replace(found, tasks=tuple(posters_first))
        return self.prepared

    def build(self, prepared: Prepared) -> Generator[Outcome, None, None]:
        """A whole build."""
        yield from build(prepared, self.shop)
        if prepared.library is not None:
            self.shop = workshop(prepared.library, self.shop)

    def posters(self, changed: Iterable[Path]) -> Generator[Outcome, None, None]:
        """The posters of the tools that saved files are of. Ends at the first that fails: a whole build tells why."""
        from sopprint.resolve.library import Library

        paths = tuple(changed)
        if any(path.suffix.lower() in _FONTS for path in paths):
            self.shop = None
        known = read_manifest(self.request.out)
        if self.prepared is None or known is None:
            return
        try:
            library = Library.open(self.request.kit)
            tools = {owner(library, path) for path in paths}
            self.shop = workshop(library, self.shop)
        except SopprintError:
            return
        bench = Bench(self.shop, self.request.kit, self.request.out)
        # with the inputs as that manifest has them: the whole build that follows sees that they changed
        ledger = Ledger(known, Record(), self.prepared.moment, self.request.out)
        jobs = [job for job in self.prepared.jobs if job.tool in tools and job.product == "poster" and job.shop is None]
        tasks = [Task(job, known.entries[job.file].key, "") for job in jobs if job.file in known.entries]
        yield from _made(tasks, bench, ledger)


def _made(tasks: Iterable[Task], bench: Bench, ledger: Ledger) -> Iterator[Outcome]:
    try:
        for task in tasks:
            outcome = bench.do(task)
            if outcome.state == "failed":
                break
            ledger.settle(outcome, None)
            if outcome.state == "made":
                yield outcome
    finally:
        ledger.save()


def preview(out: Path, outcome: Outcome) -> Path:
    """Put the picture of a poster beside the outputs. Raises SopprintError without the extra `preview`."""
    from sopprint.preview import picture

    target = out / PREVIEWS / f"{outcome.job.file.removesuffix('.pdf')}.png"
    deliver(picture((out / outcome.job.file).read_bytes(), width=WIDTH), target)
    return target
