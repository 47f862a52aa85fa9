"""Builds that are stopped at any moment: only whole files, and nothing old that counts as fresh."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sopprint.building.manifest import NAME
from sopprint.building.run import Request, prepare
from tests.building.conftest import PREAMBLE

if TYPE_CHECKING:
    from tests.building.conftest import Edited

KILLS = 50
TEN = "[letter, tabloid, a4, a3, a2, a1, a0, arch-c, arch-d, arch-e]"
# the manifest is written after each file, so that many kills fall into that
MAIN = "from sopprint.cli import main; main()"
BUSY = f"import sopprint.building.ledger as l; l.SAVE_EVERY = 0; {MAIN}"
WORDS = ("What happens next?", "What comes next?")

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals")


def started(edited: Edited, *options: str, code: str = BUSY) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", PREAMBLE + code, "build", str(edited.kit), "-o", str(edited.out), *options],
        stderr=subprocess.PIPE, text=True, start_new_session=True,
    )  # fmt: skip


def test_fifty_kills(edited: Edited) -> None:
    chance = random.Random(5)
    clean = []
    for old, new in (WORDS, WORDS[::-1]):
        edited.build(force=True)
        clean.append(edited.files())
        edited.change("tools/tree/words.en.yaml", old, new)
    assert clean[0].keys() == clean[1].keys()
    stopped = 0
    begin = time.perf_counter()
    started(edited, "-q", "--jobs", "2").communicate()
    whole = time.perf_counter() - begin
    for count in range(KILLS):
        now = (count + 1) % 2
        edited.change("tools/tree/words.en.yaml", WORDS[1 - now], WORDS[now])
        process = started(edited, "-q", "--jobs", str(1 + count // 2 % 2))
        time.sleep(chance.uniform(0.3, 1.0) * min(whole, 0.5))
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        files = edited.files()
        assert all(data in (clean[0][name], clean[1][name]) for name, data in files.items())
        fresh = {o.job.file for o in prepare(Request(edited.kit, edited.out)).settled if o.state == "fresh"}
        assert [name for name in fresh if files[name] != clean[now][name]] == []
        stopped += len(fresh) < len(files)
        edited.build()
        assert edited.files() == clean[now]
    assert [path.name for path in edited.out.iterdir() if path.name not in {*clean[0], NAME}] == []
    assert stopped > KILLS // 5  # most kills came while there was work left


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c(edited: Edited, jobs: str) -> None:
    edited.change("sopprint.yaml", "[letter, tabloid]", TEN)
    process = started(edited, "--jobs", jobs, code=MAIN)
    assert process.stderr is not None
    first = process.stderr.readline()
    assert first.startswith("[1/10]")
    os.killpg(process.pid, signal.SIGINT)  # as the terminal does: to the whole group
    said = process.stderr.read()
    assert process.wait(10) == 130
    assert "Traceback" not in said
    assert not processes_of(process.pid)
    left = {path.name for path in edited.out.iterdir()}
    assert not [name for name in left if name.endswith(".part")]
    made = {name for name in left if name.endswith(".pdf")}
    assert made
    assert len(made & edited.made()) <= int(jobs)  # only what was not told of yet is made again
    assert len(edited.files()) == 10


def test_processes_end_with_the_one_that_started_them(edited: Edited) -> None:
    edited.change("sopprint.yaml", "[letter, tabloid]", TEN)
    process = started(edited, "--jobs", "2")
    assert process.stderr is not None
    process.stderr.readline()
    os.kill(process.pid, signal.SIGKILL)  # it alone
    process.wait(10)
    until = time.monotonic() + 5
    while processes_of(process.pid) and time.monotonic() < until:
        time.sleep(0.02)
    assert not processes_of(process.pid)


def processes_of(group: int) -> list[str]:
    """The processes of a group that still run."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[2]) == group and fields[0] not in "ZX":
            found.append(stat.parent.name)
    return found


def test_a_process_that_dies_fails_its_file_alone(edited: Edited) -> None:
    """Such as one that the system ends for want of memory."""
    code = (
        "import os, sopprint.products.poster as p; make = p.make\n"
        "def dying(shop, order, *more):\n"
        "    if order.paper.name == 'a4': os._exit(9)\n"
        "    return make(shop, order, *more)\n"
        "p.make = dying\n" + MAIN
    )
    edited.change("sopprint.yaml", "[letter, tabloid]", "[letter, a4, tabloid, a3]")
    process = started(edited, "--jobs", "2", code=code)
    _, said = process.communicate(timeout=20)
    assert process.returncode == 70
    assert "SP916" in said
    assert edited.files().keys() == {f"tree-{paper}-landscape-en.pdf" for paper in ("letter", "tabloid", "a3")}
    assert edited.made() == {"tree-a4-landscape-en.pdf"}
