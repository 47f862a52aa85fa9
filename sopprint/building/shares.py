"""Jobs shared out: in one list to several machines, and to the processes of one.

What belongs together stays together: a booklet needs its guide, and jobs of one tool have files and fonts in common.
Not here: doing them (`bench.py`), processes (`crew.py`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct, field

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from sopprint.building.bench import Task
    from sopprint.building.plan import Job

T = TypeVar("T")


def shard(jobs: Sequence[Job], number: int, count: int) -> tuple[Job, ...]:
    """The jobs of machine `number` (from 1) of `count`: every job is in one shard, and shards take about as long.

    The same list is split in the same way anywhere. The heaviest come first, each to the shard with least to do.
    """
    chunks = sorted(chunked(jobs, lambda job: job), key=lambda chunk: (-_weight(chunk), chunk[0].file))
    loads = [0.0] * count
    mine: set[str] = set()
    for chunk in chunks:
        least = loads.index(min(loads))
        loads[least] += _weight(chunk)
        if least == number - 1:
            mine.update(job.file for job in chunk)
    return tuple(job for job in jobs if job.file in mine)


def chunked(things: Iterable[T], job_of: Callable[[T], Job]) -> list[list[T]]:
    """What cannot be parted: a guide and its booklet; all else stands alone."""
    chunks: dict[object, list[T]] = {}
    for thing in things:
        job = job_of(thing)
        paired = job.product in {"guide", "booklet"} and job.shop is None
        chunks.setdefault((job.tool, job.variant, job.paper, job.lang) if paired else job.file, []).append(thing)
    return list(chunks.values())


class Queue(Struct):
    """Tasks waiting, by tool; the heaviest of each tool last, to be taken from the end."""

    _waiting: dict[str, list[list[Task]]] = field(default_factory=dict)

    @classmethod
    def of(cls, tasks: Iterable[Task]) -> Queue:
        queue = cls()
        for chunk in chunked(tasks, lambda task: task.job):
            queue._waiting.setdefault(chunk[0].job.tool, []).append(chunk)
        for chunks in queue._waiting.values():
            chunks.sort(key=_load)
        return queue

    def take(self, last: str | None, busy: Iterable[str]) -> list[Task]:
        """What a process does next; empty when nothing is left. `last` is its tool, `busy` are those of the others.

        It goes on with its tool; then takes the tool with most to do that nobody is at; then helps with another.
        """
        waiting = {tool: sum(map(_load, chunks)) for tool, chunks in self._waiting.items() if chunks}
        if not waiting:
            return []
        taken = set(busy)
        free = [tool for tool in waiting if tool not in taken]
        tool = last if last in waiting else max(free or waiting, key=lambda name: waiting[name])
        return self._waiting[tool].pop()


def _weight(chunk: Iterable[Job]) -> float:
    return sum(job.weight for job in chunk)


def _load(chunk: Iterable[Task]) -> float:
    return _weight(task.job for task in chunk)
