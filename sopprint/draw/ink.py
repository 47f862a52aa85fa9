"""How far the ink of fitted words reaches, read off their glyphs: for marks and tails that a face's own numbers miss.

Lines of one language at a fixed distance need none of this. Not here: fitting (`lettering.py`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sopprint.draw.lettering import Lettering
    from sopprint.text.shape import Shaped


def reach(made: Lettering) -> tuple[float, float]:
    """How far ink reaches over the first baseline and under the last (u): marks and tails differ too much to guess."""
    if not made.lines:
        return 0.0, 0.0
    over, under = _extent(made.lines[0])[1], -_extent(made.lines[-1])[0]
    return over * made.size, under * made.size


def _extent(line: Shaped) -> tuple[float, float]:
    """The lowest and the highest ink of a line, em over the baseline."""
    low = high = 0.0
    for piece in line.sets():
        font, units = piece.shaped.face.font, piece.shaped.face.units
        for cluster in piece.shaped.clusters:
            for glyph, _, dy in cluster.glyphs:
                if box := font.get_glyph_extents(glyph):
                    top = dy + box.y_bearing
                    low, high = min(low, (top + box.height) / units), max(high, top / units)
    return low, high
