"""How long a poster and a guide take, against plain ReportLab scripts, typst and WeasyPrint. Prints one table for each.

Whole processes from start to exit, in turns (A B C A B C …), so that a busy machine disturbs all alike; what counts is
the ratio, the median of the pairs. This process stays small on purpose: a child's peak memory counts from its parent's.
Run with `make bench`, or: python tests/bench/bench.py [ROUNDS [poster|guide]]
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
PYTHON = sys.executable
TYPST = """
import sys, typst
typst.compile(sys.argv[1], output=sys.argv[2], font_paths=[sys.argv[3]], ignore_system_fonts=True)
"""
WEASYPRINT = """
import sys, weasyprint
weasyprint.HTML(sys.argv[1]).write_pdf(sys.argv[2])
"""

Run = tuple[float, float]  # wall time in ms, peak memory in MiB


class Goal(NamedTuple):
    """A measured value may be at most so much."""

    name: str
    most: float
    value: float


class Measured(NamedTuple):
    """What was measured of one product. `warm` is ours, then the floor's, in ms."""

    cold: dict[str, list[Run]]
    warm: tuple[float, float]
    size: int

    def ratio(self, name: str, to: str = "floor") -> float:
        """The median of the ratios within each round."""
        pairs = zip(self.cold[name], self.cold[to], strict=True)
        return statistics.median(mine / other for (mine, _), (other, _) in pairs)

    def time(self, name: str) -> float:
        return statistics.median(taken for taken, _ in self.cold[name])

    def peak(self, name: str) -> float:
        return statistics.median(memory for _, memory in self.cold[name])


def main(rounds: int, products: tuple[str, ...]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder)
        for product in products:
            subprocess.run([PYTHON, str(HERE / "prepare.py"), product, folder], check=True, cwd=ROOT)
            measured = measure(product, COMMANDS[product](out), rounds, out)
            show(product, measured, out)
            show_goals(GOALS[product](measured))


def program() -> list[str]:
    installed = Path(PYTHON).parent / "sopprint"
    return [str(installed)] if installed.exists() else [PYTHON, "-m", "sopprint"]


def poster_commands(out: Path) -> dict[str, list[str]]:
    fonts = str(ROOT / "layouts" / "fonts")
    large = [*program(), "poster", "three-houses", "--paper", "36x48in", "-q", "-o"]
    return {
        "sopprint": [*program(), "poster", "three-houses", "-q", "-o", str(out / "sopprint.pdf")],
        "floor": [PYTHON, str(HERE / "floor.py"), str(out), str(out / "floor.pdf")],
        **if_installed("typst", [PYTHON, "-c", TYPST, str(out / "page.typ"), str(out / "typst.pdf"), fonts]),
        "36x48 screen": [*large, str(out / "36x48 screen.pdf")],
        "36x48 print": [*large, str(out / "36x48 print.pdf"), "--for", "print-shop"],
        "--version": [*program(), "--version"],
        "--help": [*program(), "--help"],
        "python -c pass": [PYTHON, "-c", "pass"],
    }


def guide_commands(out: Path) -> dict[str, list[str]]:
    html, file = str(out / "guide.html"), str(out / "weasyprint.pdf")
    return {
        "sopprint": [*program(), "guide", "safety-house", "-q", "-o", str(out / "sopprint.pdf")],
        "floor": [PYTHON, str(HERE / "guide_floor.py"), str(out), str(out / "floor.pdf")],
        **if_installed("weasyprint", [PYTHON, "-c", WEASYPRINT, html, file]),
    }


def if_installed(package: str, argv: list[str]) -> dict[str, list[str]]:
    missing = subprocess.run([PYTHON, "-c", f"import {package}"], capture_output=True, check=False).returncode
    return {} if missing else {package: argv}


COMMANDS = {"poster": poster_commands, "guide": guide_commands}


def poster_goals(m: Measured) -> list[Goal]:
    return [
        Goal("cold poster, × floor", 1.6, m.ratio("sopprint")),
        Goal("warm poster, × floor", 2.0, m.warm[0] / m.warm[1]),
        Goal("36x48 print, × screen", 2.0, m.ratio("36x48 print", "36x48 screen")),
        Goal("--version, ms", 150.0, m.time("--version")),
        Goal("24x36 poster, kB", 60.0, m.size / 1000),
        Goal("peak memory, MiB", 80.0, m.peak("sopprint")),
    ]


def guide_goals(m: Measured) -> list[Goal]:
    other = "weasyprint"
    others = [Goal("cold guide, × WeasyPrint", 0.5, m.ratio("sopprint", other))] if other in m.cold else []
    return [
        Goal("cold guide, × floor", 1.2, m.ratio("sopprint")),
        Goal("warm guide, × floor", 1.0, m.warm[0] / m.warm[1]),
        *others,
        Goal("guide, kB", 120.0, m.size / 1000),
        Goal("peak memory, MiB", 80.0, m.peak("sopprint")),
    ]


GOALS = {"poster": poster_goals, "guide": guide_goals}


def measure(product: str, runs: dict[str, list[str]], rounds: int, out: Path) -> Measured:
    for argv in runs.values():  # the first run fills the file cache and writes compiled modules
        spawn(argv)
    cold: dict[str, list[Run]] = {name: [] for name in runs}
    for _ in range(rounds):
        for name, argv in runs.items():
            cold[name].append(spawn(argv))
    warm = subprocess.run(
        [PYTHON, str(HERE / "warm.py"), product, str(out)], check=True, capture_output=True, text=True, cwd=ROOT
    ).stdout.split()
    return Measured(cold, (float(warm[0]), float(warm[1])), (out / "sopprint.pdf").stat().st_size)


def environment() -> dict[str, str]:
    """Ours, but compiled modules may be kept, as they are wherever a program is installed."""
    return {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}


def spawn(argv: list[str]) -> Run:
    """One process."""
    quiet = os.open(os.devnull, os.O_WRONLY)
    start = time.perf_counter()
    child = os.posix_spawn(argv[0], argv, environment(), file_actions=[(os.POSIX_SPAWN_DUP2, quiet, 1)])
    _, status, usage = os.wait4(child, 0)
    taken = (time.perf_counter() - start) * 1000
    os.close(quiet)
    if status:
        sys.exit(f"{' '.join(argv)} failed")
    return taken, usage.ru_maxrss / 1024


def show(product: str, measured: Measured, out: Path) -> None:
    title = f"{product}, cold, whole process"
    print(f"{title:<28}{'median ms':>10}{'min':>8}{'× floor':>9}{'peak MiB':>10}{'bytes':>9}")
    for name, runs in measured.cold.items():
        file = out / f"{name}.pdf"
        size = f"{file.stat().st_size:>9,}" if file.exists() else " " * 9
        times = f"{measured.time(name):>10.1f}{min(taken for taken, _ in runs):>8.1f}{measured.ratio(name):>9.2f}"
        print(f"{name:<28}{times}{measured.peak(name):>10.1f}{size}")
    print(f"\n{'warm, same process':<28}{'median ms':>10}{'':>8}{'× floor':>9}")
    for name, each in zip(("sopprint", "floor"), measured.warm, strict=True):
        print(f"{name:<28}{each:>10.1f}{'':>8}{each / measured.warm[1]:>9.2f}")


def show_goals(goals: list[Goal]) -> None:
    print(f"\n{'goals':<28}{'measured':>10}{'at most':>9}")
    for name, most, value in goals:
        print(f"{name:<28}{value:>10.2f}{most:>9g}  {'met' if value <= most else 'MISSED'}")
    print()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 15, tuple(sys.argv[2:]) or ("poster", "guide"))
