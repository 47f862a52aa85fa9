"""How long a poster takes, against a plain ReportLab script and typst that draw the same page. Prints one table.

Whole processes from start to exit, in turns (A B C A B C …), so that a busy machine disturbs all alike; what counts is
the ratio, the median of the pairs. This process stays small on purpose: a child's peak memory counts from its parent's.
Run with `make bench`, or: python tests/bench/bench.py [ROUNDS]
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
PYTHON = sys.executable
GOALS = {  # at most
    "cold poster, × floor": 1.6,
    "warm poster, × floor": 2.0,
    "--version, ms": 150.0,
    "24x36 poster, kB": 60.0,
    "peak memory, MiB": 80.0,
}
TYPST = """
import sys, typst
typst.compile(sys.argv[1], output=sys.argv[2], font_paths=[sys.argv[3]], ignore_system_fonts=True)
"""


def main(rounds: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder)
        subprocess.run([PYTHON, str(HERE / "prepare.py"), folder], check=True, cwd=ROOT)
        runs = commands(out)
        for argv in runs.values():  # the first run fills the file cache and writes compiled modules
            spawn(argv)
        measured = {name: [] for name in runs}
        for _ in range(rounds):
            for name, argv in runs.items():
                measured[name].append(spawn(argv))
        warm = subprocess.run(
            [PYTHON, str(HERE / "warm.py"), folder], check=True, capture_output=True, text=True, cwd=ROOT
        ).stdout.split()
        show(measured, [float(n) for n in warm], out)


def commands(out: Path) -> dict[str, list[str]]:
    program = [str(Path(PYTHON).parent / "sopprint")]
    if not Path(program[0]).exists():
        program = [PYTHON, "-m", "sopprint"]
    runs = {
        "sopprint": [*program, "poster", "three-houses", "-q", "-o", str(out / "sopprint.pdf")],
        "floor": [PYTHON, str(HERE / "floor.py"), str(out), str(out / "floor.pdf")],
        "typst": [PYTHON, "-c", TYPST, str(out / "page.typ"), str(out / "typst.pdf"), str(ROOT / "layouts" / "fonts")],
        "--version": [*program, "--version"],
        "--help": [*program, "--help"],
        "python -c pass": [PYTHON, "-c", "pass"],
    }
    if subprocess.run([PYTHON, "-c", "import typst"], capture_output=True, check=False).returncode:
        del runs["typst"]
    return runs


def environment() -> dict[str, str]:
    """Ours, but compiled modules may be kept, as they are wherever a program is installed."""
    return {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}


def spawn(argv: list[str]) -> tuple[float, float]:
    """Wall time in ms and peak memory in MiB of one process."""
    quiet = os.open(os.devnull, os.O_WRONLY)
    start = time.perf_counter()
    child = os.posix_spawn(argv[0], argv, environment(), file_actions=[(os.POSIX_SPAWN_DUP2, quiet, 1)])
    _, status, usage = os.wait4(child, 0)
    taken = (time.perf_counter() - start) * 1000
    os.close(quiet)
    if status:
        sys.exit(f"{' '.join(argv)} failed")
    return taken, usage.ru_maxrss / 1024


def show(measured: dict[str, list[tuple[float, float]]], warm: list[float], out: Path) -> None:
    ratios = against_floor(measured)
    print(f"{'cold, whole process':<28}{'median ms':>10}{'min':>8}{'× floor':>9}{'peak MiB':>10}{'bytes':>9}")
    for name, runs in measured.items():
        times = [taken for taken, _ in runs]
        file = out / f"{name}.pdf"
        size = f"{file.stat().st_size:>9,}" if file.exists() else " " * 9
        taken = f"{statistics.median(times):>10.1f}{min(times):>8.1f}{ratios[name]:>9.2f}"
        print(f"{name:<28}{taken}{peak(runs):>10.1f}{size}")
    print(f"\n{'warm, same process':<28}{'median ms':>10}{'':>8}{'× floor':>9}")
    for name, each in zip(("sopprint", "floor"), warm, strict=True):
        print(f"{name:<28}{each:>10.1f}{'':>8}{each / warm[1]:>9.2f}")
    size_of = (out / "sopprint.pdf").stat().st_size
    version = statistics.median(taken for taken, _ in measured["--version"])
    got = (ratios["sopprint"], warm[0] / warm[1], version, size_of / 1000, peak(measured["sopprint"]))
    print(f"\n{'goals':<28}{'measured':>10}{'at most':>9}")
    for (name, goal), value in zip(GOALS.items(), got, strict=True):
        print(f"{name:<28}{value:>10.2f}{goal:>9g}  {'met' if value <= goal else 'MISSED'}")


def against_floor(measured: dict[str, list[tuple[float, float]]]) -> dict[str, float]:
    """The median of the ratios within each round."""
    return {
        name: statistics.median(mine / floor for (mine, _), (floor, _) in zip(runs, measured["floor"], strict=True))
        for name, runs in measured.items()
    }


def peak(runs: list[tuple[float, float]]) -> float:
    return statistics.median(memory for _, memory in runs)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 15)
