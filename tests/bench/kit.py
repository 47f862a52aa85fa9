"""How long a county's whole kit takes: all of it on one process and on two, nothing to do, one word changed or saved.

Nine tools, each with two posters, guide, booklet and two quick guides. Whole processes from start to exit, in turns;
what counts is the median of the rounds. Run with `make bench`, or: python tests/bench/kit.py [ROUNDS]
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from bench import Goal, environment, program, show_goals, spawn

if TYPE_CHECKING:
    from collections.abc import Callable

KIT = """\
county: {name: Example County, contact: {name: SOP team}}
posters: {papers: [arch-d, tabloid]}
guides: {}
quick_guides: {}
"""
FILES = 9 * 6
WORDS = "words/safety-scale.en.yaml"
POSTER_WORD, GUIDE_WORD = "purpose: A purpose, number {}.\n", "guide: {{glance: {{time: {} minutes}}}}\n"
PREVIEW = "previews/safety-scale-arch-d-landscape-en.png"


def main(rounds: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        kit, out = Path(folder) / "kit", Path(folder) / "out"
        (kit / "words").mkdir(parents=True)
        (kit / "sopprint.yaml").write_text(KIT)
        built(kit, out, 2)  # fills the file cache and writes compiled modules
        full: dict[int, list[float]] = {1: [], 2: []}
        for _ in range(rounds):
            for jobs, times in full.items():
                times.append(built(kit, out, jobs))
        nothing = [spawned(kit, out) for _ in range(3 * rounds)][1:]
        word = [edited(kit, out, POSTER_WORD, number) for number in range(rounds)]
        edited(kit, out, GUIDE_WORD, 50)  # with this, the poster's word goes
        guide_word = [edited(kit, out, GUIDE_WORD, number) for number in range(rounds)]
        saved = watched(kit, out, 2 * rounds)
        show(full, nothing, word, guide_word, saved)


def built(kit: Path, out: Path, jobs: int) -> float:
    """Seconds for all files, from nothing."""
    shutil.rmtree(out, ignore_errors=True)
    taken = spawned(kit, out, "--jobs", str(jobs))
    assert len(list(out.glob("*.pdf"))) == FILES
    return taken


def spawned(kit: Path, out: Path, *options: str) -> float:
    return spawn([*program(), "-q", "build", str(kit), "-o", str(out), *options])[0] / 1000


def edited(kit: Path, out: Path, word: str, number: int) -> tuple[float, int]:
    """Seconds after one word was changed, and how many files were made."""
    (kit / WORDS).write_text(word.format(number + 1))
    time.sleep(0.1)
    start = time.perf_counter()
    argv = [*program(), "build", str(kit), "-o", str(out), "--json"]
    done = subprocess.run(argv, capture_output=True, check=True, env=environment())
    taken = time.perf_counter() - start
    return taken, sum(file["state"] == "made" for file in json.loads(done.stdout)["files"])


def watched(kit: Path, out: Path, rounds: int) -> list[float]:
    """Seconds from a save to the new picture of the poster, while `--watch` is on."""
    argv = [*program(), "build", str(kit), "-o", str(out), "--watch"]
    process = subprocess.Popen(argv, stderr=subprocess.PIPE, text=True, env=environment())
    assert process.stderr is not None
    try:
        heard(process.stderr.readline, "watching")
        times = []
        for number in range(rounds):
            time.sleep(0.3)
            start = time.perf_counter()
            part = kit / f"{WORDS}.new~"
            part.write_text(POSTER_WORD.format(100 + number))
            part.replace(kit / WORDS)
            heard(process.stderr.readline, PREVIEW)
            times.append(time.perf_counter() - start)
            heard(process.stderr.readline, "quick-guide-leaders")
        return times[1:]
    finally:
        process.send_signal(signal.SIGINT)
        process.wait()


def heard(line: Callable[[], str], what: str) -> None:
    while what not in (said := line()):
        if not said:
            sys.exit("the watching process ended")


def show(
    full: dict[int, list[float]],
    nothing: list[float],
    word: list[tuple[float, int]],
    guide_word: list[tuple[float, int]],
    saved: list[float],
) -> None:
    rows = {
        f"{FILES} files, 1 process": full[1], f"{FILES} files, 2 processes": full[2], "nothing to do": nothing,
        "a word of a poster": [taken for taken, _ in word], "a word of a guide": [taken for taken, _ in guide_word],
        "saved, to its preview": saved,
    }  # fmt: skip
    print(f"{'kit, whole process':<28}{'median s':>10}{'min':>8}{'max':>8}")
    for name, times in rows.items():
        print(f"{name:<28}{statistics.median(times):>10.2f}{min(times):>8.2f}{max(times):>8.2f}")
    ratio = statistics.median(one / two for one, two in zip(full[1], full[2], strict=True))
    print(f"\n{'2 processes, × as fast':<28}{ratio:>10.2f}")
    print(f"{'made for a poster’s word':<28}{sorted({count for _, count in word})}")
    print(f"{'made for a guide’s word':<28}{sorted({count for _, count in guide_word})}")
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    goals = [Goal("1.6 / (× as fast)", 1.0, 1.6 / ratio)] if cores > 1 else []
    show_goals([
        *goals,
        Goal("nothing to do, s", 0.5, statistics.median(nothing)),
        Goal("saved word to preview, s", 0.5, statistics.median(saved)),
        Goal("files for a poster’s word", 6, max(count for _, count in word)),
        Goal("files for a guide’s word", 3, max(count for _, count in guide_word)),
    ])  # fmt: skip


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
