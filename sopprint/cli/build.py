"""`sopprint build`: all the posters and guides of a county's kit."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import TYPE_CHECKING

from sopprint.cli.choose import FORCE, usage
from sopprint.cli.poster import SHOP, refuse_shop
from sopprint.cli.spec import Command, Parameter
from sopprint.errors import ExitCode

if TYPE_CHECKING:
    from sopprint.building.plan import Job, Target
    from sopprint.building.run import Request
    from sopprint.cli.console import Console

_KIT = Parameter("kit", "The kit's folder, with its sopprint.yaml.", default=".", metavar="[KIT]")
_OUT = Parameter("out", "The folder to write to.", ("-o", "--out"), default="out", metavar="DIR")
_ONLY = Parameter("only", "Only tools whose name has this in it, or fits this pattern.", ("--only",), metavar="PATTERN")
_DRY = Parameter("dry_run", "Only tell what would be made, what is fresh, and why.", ("--dry-run",), kind="switch")
_JOBS = Parameter("jobs", "Processes at work at the same time. Default: one for each core.", ("--jobs",), kind="number")
_TARGET = Parameter(
    "target", "Where posters are used, in place of what the kit says; for a print shop, guides too.", ("--for",),
    choices=("screen", "office", "print-shop"),
)  # fmt: skip
_WATCH = Parameter("watch", "Stay, and make again what a saved file touches.", ("--watch",), kind="switch")
_SHARD = Parameter(
    "shard", "Only one part of the list, such as 2/8, for several machines.", ("--shard",), metavar="N/M"
)
_LIST = Parameter("listed", "Only list the files; with --json, for a queue.", ("--list",), kind="switch")
_JSON = Parameter("as_json", "Print the outcome, or the list, as JSON.", ("--json",), kind="switch")
_FORCE = Parameter(
    "force", "Make all anew, and replace files that sopprint did not make.", FORCE.flags, kind="switch"
)


def run(
    console: Console,
    *,
    kit: str,
    out: str,
    only: str | None,
    target: Target | None,
    shop: str | None,
    jobs: int | None,
    shard: str | None,
    watch: bool,
    dry_run: bool,
    listed: bool,
    as_json: bool,
    force: bool,
) -> ExitCode:
    from sopprint.building.plan import Asked
    from sopprint.building.run import Request

    if target != "print-shop":
        refuse_shop(shop, None)
    _refuse_together(watch=watch, dry_run=dry_run, listed=listed, as_json=as_json and watch)
    require_kit(Path(kit))
    if Path(out).exists() and not Path(out).is_dir():
        raise usage("SP902", f"{out} is not a folder", "name a folder with -o, or one that is not there yet")
    request = Request(
        Path(kit), Path(out), Asked(target, shop), only, _shard_of(shard), _processes(jobs), force, dry_run
    )
    if listed:
        return _list(console, request, as_json=as_json)
    gc.enable()  # ReportLab's cycles add up over many posters
    if watch:
        from sopprint.cli.build_watch import watching

        return watching(console, request)
    return _build(console, request, as_json=as_json)


def _refuse_together(**given: bool) -> None:
    names = [name for name, is_given in given.items() if is_given]
    if len(names) > 1:
        flags = {"watch": "--watch", "dry_run": "--dry-run", "listed": "--list", "as_json": "--json"}
        raise usage("SP903", f"{' and '.join(flags[name] for name in names)} exclude each other", "choose one")


def require_kit(kit: Path) -> None:
    """Raise SopprintError for a folder without a kit."""
    if not (kit / "sopprint.yaml").is_file():
        raise usage("SP908", f"there is no sopprint.yaml in {kit}", "make a kit with: sopprint new kit my-county")


def _processes(jobs: int | None) -> int:
    import os

    if jobs is None:
        count = getattr(os, "sched_getaffinity", None)
        return len(count(0)) if count is not None else os.cpu_count() or 1
    if jobs < 1:
        raise usage("SP903", f"{jobs} processes cannot make anything", "--jobs takes a number from 1 on")
    return jobs


def _shard_of(text: str | None) -> tuple[int, int] | None:
    if text is None:
        return None
    number, _, count = text.partition("/")
    if not (number.isascii() and number.isdigit() and count.isascii() and count.isdigit()):
        raise usage("SP903", f"“{text}” is not a part of a list", "write the part, a slash and how many, such as 2/8")
    if not 1 <= int(number) <= int(count) <= 1000:
        raise usage("SP903", f"there is no part {number} of {count}", "parts count from 1, up to 1000 of them")
    return int(number), int(count)


def _require_some(jobs: tuple[Job, ...], request: Request, tools: dict[str, None]) -> None:
    if not jobs and request.only is not None and request.shard is None:
        raise usage("SP909", f"nothing in this kit fits “{request.only}”", f"its tools are {', '.join(tools)}")


def _build(console: Console, request: Request, *, as_json: bool) -> ExitCode:
    from sopprint.building.run import prepare
    from sopprint.cli.build_show import Progress, as_data, summary

    prepared = prepare(request)
    _require_some(prepared.jobs, request, dict.fromkeys(job.tool for job in prepared.planned))
    with Progress(console, len(prepared.jobs), hushed=as_json) as progress:
        outcomes = progress.told(prepared)
    if as_json:
        import json

        console.give(json.dumps(as_data(prepared, outcomes), ensure_ascii=False, indent=2))
    else:
        summary(console, prepared, outcomes)
    return ExitCode(max((outcome.exit_code for outcome in outcomes), default=0))


def _list(console: Console, request: Request, *, as_json: bool) -> ExitCode:
    from sopprint.building.plan import fits, plan
    from sopprint.building.shares import shard
    from sopprint.cli.build_show import job_data
    from sopprint.resources import Record

    planned = plan(request.kit, request.asked, Record()).jobs
    jobs = tuple(job for job in planned if fits(job.tool, request.only))
    if request.shard is not None:
        jobs = shard(jobs, *request.shard)
    _require_some(jobs, request, dict.fromkeys(job.tool for job in planned))
    if as_json:
        import json

        console.give(json.dumps([job_data(job) for job in jobs], ensure_ascii=False, indent=2))
    elif jobs:
        console.give("\n".join(job.file for job in jobs))
    return ExitCode.OK


COMMAND = Command(
    "build", "Make all the posters and guides of a county's kit that are not fresh.",
    (_KIT, _OUT, _ONLY, _TARGET, SHOP, _JOBS, _SHARD, _WATCH, _DRY, _LIST, _JSON, _FORCE), run,
)  # fmt: skip
