"""Ink of every pixel inside the trim, measured with Ghostscript where it is installed.

Colours in pictures and what overprints or mixes cannot be told from the file's operators. Ghostscript separates the
page into plates (its device `tiffsep`, overprint simulated); here they are added up. Without Ghostscript, or when it
takes too long, a note says that nothing was measured.
"""

from __future__ import annotations

import subprocess
from collections import Counter
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from msgspec import Struct

from sopprint.diagnostics import Severity
from sopprint.press.preflight.finding import Finding
from sopprint.press.preflight.rules.measures import percent
from sopprint.press.preflight.tiff import NotReadableError, gray_pixels

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopprint.press.preflight.facts import Sheet, Survey
    from sopprint.press.preflight.limits import Limits

PROGRAM = "gs"
_PIXELS = 1_200_000  # of a page
_DPI = (9, 72)
_PAGES = 40
_SECONDS = 120
_ROUNDING = 1.0  # per cent; plates have 256 steps each


class Inks(Struct, frozen=True):
    """One page: the most ink of any pixel, and the share of the trim that is over the limit, both in per cent."""

    page: int
    most: float
    over: float


class NotMeasuredError(Exception):
    """Why nothing was measured, as half a sentence."""


def judge(inks: tuple[Inks, ...], limits: Limits) -> Iterator[Finding]:
    for page in inks:
        if page.most > limits.ink + _ROUNDING:
            yield Finding(
                "ink.measured", "more ink falls on a spot than the sheet can hold",
                "use less ink in pictures and where colours overlap; convert pictures with the shop’s profile",
                Severity.ERROR if page.over > limits.ink_area else Severity.WARNING, page.page,
                measured=f"{percent(page.most)}, over the limit on {page.over:.2g} % of the page",
                limit=percent(limits.ink),
            )  # fmt: skip


def measure(data: bytes, survey: Survey, limits: Limits) -> tuple[Inks, ...]:
    """Plates of the first pages, added up. Raises NotMeasuredError."""
    program = which(PROGRAM)
    if program is None:
        raise NotMeasuredError("Ghostscript is not installed")
    sheets = survey.sheets[:_PAGES]
    if not sheets:
        raise NotMeasuredError("there is no page")
    with TemporaryDirectory(prefix="sopprint-") as folder:
        source = Path(folder) / "in.pdf"
        source.write_bytes(data)
        _separate(program, source, sheets)
        return tuple(_added(Path(folder), sheet.number, limits) for sheet in sheets)


def _dpi(sheets: tuple[Sheet, ...]) -> int:
    """Fine enough for a letter of an inch, and bounded: the largest page decides."""
    largest = max(sheet.cut.width * sheet.cut.height for sheet in sheets) / 72**2
    low, high = _DPI
    return int(min(high, max(low, (_PIXELS / max(largest, 1)) ** 0.5)))


def _separate(program: str, source: Path, sheets: tuple[Sheet, ...]) -> None:
    command = [
        program, "-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-sDEVICE=tiffsep", f"-r{_dpi(sheets)}", "-dUseTrimBox",
        "-dOverprint=/enable", "-sCompression=none", f"-dLastPage={len(sheets)}", "-dMaxBitmap=200000000",
        f"-sOutputFile={source.parent / 'p%d.tif'}", str(source),
    ]  # fmt: skip
    try:
        done = subprocess.run(command, capture_output=True, timeout=_SECONDS, check=False, stdin=subprocess.DEVNULL)
    except subprocess.TimeoutExpired as failure:
        raise NotMeasuredError(f"Ghostscript took more than {_SECONDS} seconds") from failure
    except OSError as failure:
        raise NotMeasuredError("Ghostscript could not be started") from failure
    if done.returncode:
        raise NotMeasuredError("Ghostscript could not read the file")


def _added(folder: Path, page: int, limits: Limits) -> Inks:
    """Sum of a page's plates. In a plate 255 is no ink and 0 is all of it."""
    try:
        plates = [gray_pixels(path.read_bytes()) for path in sorted(folder.glob(f"p{page}(*).tif"))]
    except NotReadableError as failure:
        raise NotMeasuredError("Ghostscript’s plates could not be read") from failure
    if not plates:
        raise NotMeasuredError("Ghostscript made no plates")
    builds = Counter(zip(*plates, strict=True))
    full = 255 * len(plates)
    sums = {build: (full - sum(build)) * 100 / 255 for build in builds}
    pixels = max(1, builds.total())
    over = sum(count for build, count in builds.items() if sums[build] > limits.ink + _ROUNDING)
    return Inks(page, max(sums.values(), default=0.0), over * 100 / pixels)
