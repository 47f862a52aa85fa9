"""Processes that do jobs side by side, each at a bench of its own.

They are forked where that is safe, so that they start with modules loaded and the tools' files read. They end with the
process that started them, however that ends: their pipe closes. Not here: what a job is (`bench.py`), which process
does which (`shares.py`).
"""

from __future__ import annotations

import gc
import multiprocessing
import signal
import sys
from importlib import import_module
from multiprocessing.connection import Connection, wait
from typing import TYPE_CHECKING

from msgspec import Struct, field

from sopprint.building.bench import Bench, Outcome, Task
from sopprint.building.shares import Queue
from sopprint.diagnostics import Diagnostic
from sopprint.errors import ExitCode
from sopprint.resources import Record

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from multiprocessing.context import BaseContext
    from multiprocessing.process import BaseProcess
    from pathlib import Path
    from types import FrameType
    from typing import NoReturn

_PRELOADED = (
    "sopprint.products.make", "sopprint.products.poster", "sopprint.products.guide", "sopprint.products.booklet",
    "sopprint.layout.poster", "sopprint.layout.guide", "sopprint.resolve.guide", "sopprint.source.markdown",
    "sopprint.source.template", "sopprint.text.typesetter", "sopprint.pdf.painter",
)  # fmt: skip
# Fork is safe only without threads of ours or of the system's libraries: macOS starts some
START = "fork" if sys.platform == "linux" else "spawn"
_PATIENCE = 5.0  # seconds for a process to clean up after itself


def done(bench: Bench, tasks: Sequence[Task], processes: int) -> Iterator[tuple[Outcome, Record | None]]:
    """Do all tasks, one after another in this process, or side by side; outcomes come as they are done.

    With each comes what another process asked of files; None where it was this one, whose library has the record.
    """
    if min(processes, len(tasks)) < 2:
        yield from ((bench.do(task), None) for task in tasks)
        return
    with _Crew(bench) as crew:
        yield from crew.work(Queue.of(tasks), min(processes, len(tasks)))


class _Mate(Struct):
    """A process, the pipe to it, and what it is at."""

    process: BaseProcess
    pipe: Connection
    tasks: list[Task] = field(default_factory=list)
    tool: str | None = None


class _Crew:
    """Processes at work; leaving the block ends them."""

    def __init__(self, bench: Bench) -> None:
        self.bench = bench
        self.mates: list[_Mate] = []
        self.context: BaseContext = multiprocessing.get_context(START)

    def __enter__(self) -> _Crew:
        return self

    def __exit__(self, kind: object, *_: object) -> None:
        for mate in self.mates:
            mate.pipe.close()
            if kind is not None:
                mate.process.terminate()
        for mate in self.mates:
            mate.process.join(_PATIENCE)
            if mate.process.is_alive():
                mate.process.kill()

    def work(self, queue: Queue, processes: int) -> Iterator[tuple[Outcome, Record | None]]:
        """Hand out all tasks, and give what comes back."""
        if self.context.get_start_method() == "fork":
            for name in _PRELOADED:
                import_module(name)
            gc.freeze()  # pages that the collector does not touch stay shared
        while len(self.mates) < processes and self._next(queue, mate := self._mate()):
            self.mates.append(mate)
        while busy := [mate for mate in self.mates if mate.tasks]:
            ready = wait([mate.pipe for mate in busy])
            for mate in busy:
                if mate.pipe in ready:
                    yield from self._heard(queue, mate)

    def _heard(self, queue: Queue, mate: _Mate) -> Iterator[tuple[Outcome, Record | None]]:
        try:
            outcome, record = mate.pipe.recv()
        except (EOFError, OSError):
            yield from ((_lost(task), None) for task in mate.tasks)
            self.mates.remove(mate)
            if self._next(queue, fresh := self._mate()):
                self.mates.append(fresh)
            return
        if isinstance(outcome, Exception):  # a bug, with its own traceback as the cause
            raise outcome
        mate.tasks.pop(0)
        if not mate.tasks:
            self._next(queue, mate)
        yield outcome, record

    def _next(self, queue: Queue, mate: _Mate) -> bool:
        """Give a process its next tasks; False when there are none, and it ends."""
        busy = (other.tool for other in self.mates if other is not mate and other.tasks and other.tool)
        mate.tasks = queue.take(mate.tool, busy)
        if not mate.tasks:
            mate.pipe.close()
            return False
        mate.tool = mate.tasks[0].job.tool
        mate.pipe.send(list(mate.tasks))
        return True

    def _mate(self) -> _Mate:
        mine, its = self.context.Pipe()
        others = [mate.pipe for mate in self.mates] + [mine]
        forked = self.context.get_start_method() == "fork"
        bench = self.bench
        start = (its, others, bench) if forked else (its, [], (bench.kit, bench.out, bench.dry, bench.force))
        process = self.context.Process(target=_serve, args=start, daemon=True)  # type: ignore[attr-defined]
        process.start()
        its.close()
        return _Mate(process, mine)


def _lost(task: Task) -> Outcome:
    message = f"the process that made {task.job.file} ended unexpectedly"
    hint = "the computer may have been short of memory: try again with --jobs 1"
    return Outcome(
        task.job, "failed", task.why, findings=(Diagnostic("SP916", message, hints=(hint,)),), exit_code=ExitCode.BUG
    )


# ------------------------------------------------------------------------------------------------ in the process


def _serve(pipe: Connection, others: Sequence[Connection], start: Bench | tuple[Path, Path, bool, bool]) -> None:
    """Do what comes through the pipe until it closes. `others` are ends that a forked process has no business with."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches all; the one that builds decides
    signal.signal(signal.SIGTERM, _leave)
    for other in others:
        other.close()
    bench = start if isinstance(start, Bench) else _bench(*start)
    library = bench.workshop.library
    told = _Told(library.kit_folder.record if library.kit_folder else Record())
    gc.enable()
    try:
        while True:
            for task in pipe.recv():
                try:
                    outcome: Outcome | Exception = bench.do(task)
                except Exception as bug:  # told to the process that builds, which ends as with a bug of its own
                    outcome = _with_trace(bug)
                pipe.send((outcome, told.news()))
    except (EOFError, OSError):
        return


def _with_trace(bug: Exception) -> Exception:
    """A bug as it can go through a pipe: its traceback as text."""
    import traceback

    return RuntimeError(f"{type(bug).__name__}: {bug}\n{''.join(traceback.format_exception(bug))}")


def _leave(_signal: int, _frame: FrameType | None) -> NoReturn:
    """As an exception, so that a file that is half written is taken away."""
    raise SystemExit(ExitCode.INTERRUPTED)


def _bench(kit: Path, out: Path, dry: bool, force: bool) -> Bench:
    """Where processes begin with nothing."""
    from sopprint.products.workshop import Workshop
    from sopprint.resolve.library import Library

    return Bench(Workshop(Library.open(kit)), kit, out, dry, force)


class _Told(Struct):
    """A record, and how much of it was told already: each part only grows."""

    record: Record
    reads: int = 0
    absent: int = 0
    names: int = 0

    def news(self) -> Record:
        now = self.record
        news = Record(
            dict(list(now.reads.items())[self.reads :]),
            dict(list(now.absent.items())[self.absent :]),
            dict(list(now.names.items())[self.names :]),
        )
        self.reads, self.absent, self.names = len(now.reads), len(now.absent), len(now.names)
        return news
