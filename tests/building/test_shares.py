"""Lists split over machines, and work shared by processes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sopprint.building.bench import Task
from sopprint.building.plan import Job
from sopprint.building.shares import Queue, shard

PRODUCTS = ("poster", "guide", "booklet", "quick-guide-line-staff", "quick-guide-leaders")


def job(tool: str, product: str, paper: str, lang: str) -> Job:
    return Job(f"{tool}-{product}-{paper}-{lang}.pdf", tool, product, paper, lang)  # type: ignore[arg-type]


jobs = st.lists(
    st.builds(
        job, st.sampled_from(["a", "b", "c", "d"]), st.sampled_from(PRODUCTS), st.sampled_from(["letter", "a4"]),
        st.sampled_from(["en", "es"]),
    ),
    unique=True, max_size=60,
)  # fmt: skip


@given(jobs, st.integers(1, 9))
def test_shards_are_complete_disjoint_and_balanced(wanted: list[Job], count: int) -> None:
    shards = [shard(wanted, number, count) for number in range(1, count + 1)]
    together = [job for each in shards for job in each]
    assert sorted(job.file for job in together) == sorted(job.file for job in wanted)
    for each in shards:
        assert [job for job in wanted if job in each] == list(each)  # in the list's own order
    loads = [sum(job.weight for job in each) for each in shards]
    assert max(loads) - min(loads) <= 10  # a guide with its booklet


@given(jobs, st.integers(1, 9))
def test_a_booklet_goes_with_its_guide(wanted: list[Job], count: int) -> None:
    where = {job.file: number for number in range(1, count + 1) for job in shard(wanted, number, count)}
    for each in wanted:
        guide = each.file.replace("booklet", "guide")
        if guide in where:
            assert where[each.file] == where[guide]


@given(jobs, st.integers(1, 4), st.randoms(use_true_random=False))
def test_every_task_is_done_once_whoever_is_faster(wanted: list[Job], processes: int, random: object) -> None:
    queue = Queue.of(Task(each, "", "") for each in wanted)
    at: dict[int, str | None] = dict.fromkeys(range(processes))
    done: list[Job] = []
    while at:
        who = random.choice(sorted(at))  # type: ignore[attr-defined]
        tasks = queue.take(at[who], (tool for other, tool in at.items() if other != who and tool))
        done += [task.job for task in tasks]
        if tasks:
            at[who] = tasks[0].job.tool
        else:
            del at[who]
    assert sorted(job.file for job in done) == sorted(job.file for job in wanted)


def test_processes_keep_to_their_tools_and_help_at_the_end() -> None:
    wanted = [job(tool, product, "letter", "en") for tool in "ab" for product in ("poster", "guide", "booklet")]
    queue = Queue.of(Task(each, "", "") for each in wanted)
    first = queue.take(None, ())
    assert [task.job.product for task in first] == ["guide", "booklet"]  # the heaviest first
    second = queue.take(None, [first[0].job.tool])
    assert {first[0].job.tool, second[0].job.tool} == {"a", "b"}
    assert queue.take("a", ["b"])[0].job.tool == "a"
    assert queue.take("a", ["b"])[0].job.tool == "b"
    assert queue.take("a", ["b"]) == []
