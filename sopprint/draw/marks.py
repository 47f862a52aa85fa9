"""Corner marks: ids 0 to 3 of the ArUco 4x4 dictionary, so that a photograph can be turned and squared up.

Source of the patterns: the design language, section 6; OpenCV's DICT_4X4_50 finds them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from sopprint.geometry import Box, Path, rectangle

if TYPE_CHECKING:
    from sopprint.draw.pen import Pen
    from sopprint.model.elements import CornerMark

Corner = Literal["top-left", "top-right", "bottom-left", "bottom-right"]

CELLS = 6  # 4 x 4 bits inside a black ring
PATTERNS: dict[Corner, tuple[str, str, str, str]] = {  # 1 = white
    "top-left": ("1011", "0101", "0011", "0010"),
    "top-right": ("0000", "1111", "1001", "1010"),
    "bottom-left": ("0011", "0011", "0010", "1101"),
    "bottom-right": ("1001", "1001", "0100", "0110"),
}


def corner_mark(pen: Pen, corner: Corner, box: Box) -> None:
    """Draw a mark that fills a square box and keep one cell around it clear; never mirrored, as cameras know it."""
    cell = box.width / CELLS
    segments = [
        segment
        for row, bits in enumerate(PATTERNS[corner])
        for column, width in _runs(bits)
        for segment in rectangle(
            Box.sized(box.left + (column + 1) * cell, box.top + (row + 1) * cell, width * cell, cell)
        ).segments
    ]
    with pen.placed(None):
        pen.paint(rectangle(box), fill=pen.colour("ink"), name="mark")
        pen.paint(Path(tuple(segments)), fill=pen.colour("paper"), name="mark-bits")
        pen.region("mark", corner, box.outset(cell))


def _runs(bits: str) -> list[tuple[int, int]]:
    """White runs of a row as (first column, length): whole runs leave no hairline between cells."""
    runs: list[tuple[int, int]] = []
    for column, bit in enumerate(bits):
        if bit == "1" and runs and sum(runs[-1]) == column:
            runs[-1] = (runs[-1][0], runs[-1][1] + 1)
        elif bit == "1":
            runs.append((column, 1))
    return runs


def draw(spec: CornerMark, box: Box, pen: Pen) -> None:
    side = min(box.width, box.height)
    corner_mark(pen, spec.corner, Box.sized(box.center.x - side / 2, box.center.y - side / 2, side, side))
