"""QR codes as one path on a white ground, error correction M, with two modules kept clear around it.

Purpose: a code that prints and scans. Merged runs of modules leave no hairlines for a scanner to trip over. Not here:
what the code says. Source: ISO/IEC 18004; a laminated sheet read from a hand's distance needs 0.6 in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopprint.diagnostics import Diagnostic, Place
from sopprint.draw.symbol import modules
from sopprint.geometry import Box, Path, Segment, rectangle, rounded

if TYPE_CHECKING:
    from sopprint.draw.pen import Pen
    from sopprint.draw.symbol import Modules
    from sopprint.model.elements import QR

QUIET = 2  # modules of white around the code
LEAST = 0.6 * 72  # points, without the quiet zone
_RADIUS = 12.0

Run = tuple[int, int, int, int]  # left, top, right, bottom in modules


def draw(spec: QR, box: Box, pen: Pen) -> None:
    side = min(box.width, box.height)
    count = len(modules(spec.data))
    code = side * count / (count + 2 * QUIET)
    square = Box.sized(box.center.x - code / 2, box.center.y - code / 2, code, code)
    place_qr(pen, spec.data, square, tag=pen.figure(spec.zone), place=pen.words.place("zones", spec.zone))


def place_qr(pen: Pen, data: str, box: Box, *, tag: int | None, place: Place | None = None) -> Box:
    """Draw a code that fills a square box (u) and its white ground around it; returns the ground.

    Reports SP204 when the code is printed smaller than 0.6 in.
    """
    if box.width * pen.unit < LEAST - 1e-6:
        inches = box.width * pen.unit / 72
        message = f"the QR code is {inches:.2f} in wide on {pen.paper}; it needs 0.6 in to scan"
        pen.report.add(Diagnostic("SP204", message, place, ("give it more room, or leave it out on this paper",)))
    ground = box.outset(QUIET * box.width / len(modules(data)))
    with pen.upright(ground):
        pen.paint(rounded(ground, _RADIUS), fill=pen.colour("paper"), tag=tag, name="qr-ground")
        pen.paint(qr_path(data, box), fill=pen.colour("ink"), tag=tag, name="qr")
        pen.region("qr", "qr", ground)
    return ground


def qr_path(data: str, box: Box) -> Path:
    """The dark modules of a code that fills a square box, as one path of rectangles that do not overlap."""
    grid = modules(data)
    size = box.width / len(grid)
    segments: list[Segment] = []
    for left, top, right, bottom in merged(grid):
        at = Box(box.left + left * size, box.top + top * size, box.left + right * size, box.top + bottom * size)
        segments += rectangle(at).segments
    return Path(tuple(segments))


def merged(grid: Modules) -> tuple[Run, ...]:
    """Dark modules as runs along rows, joined with equal runs in the rows below them."""
    done: list[Run] = []
    open_: dict[tuple[int, int], int] = {}
    for row, cells in enumerate((*grid, ())):
        runs = _runs(cells)
        for (left, right), top in tuple(open_.items()):
            if (left, right) not in runs:
                done.append((left, top, right, row))
                del open_[left, right]
        for run in runs:
            open_.setdefault(run, row)
    return tuple(done)


def _runs(cells: tuple[bool, ...]) -> list[tuple[int, int]]:
    found = []
    start: int | None = None
    for index, dark in enumerate((*cells, False)):
        if dark and start is None:
            start = index
        elif not dark and start is not None:
            found.append((start, index))
            start = None
    return found
