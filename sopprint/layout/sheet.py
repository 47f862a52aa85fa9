"""A sheet of a guide: one page's pen in points, its margins, and words in running styles.

Purpose: what slabs draw on. Sheets of one guide share their structure elements, so that a paragraph may run over two
pages. Not here: where slabs go (`flow.py`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sopprint.draw.lettering import DESCENT
from sopprint.frame import FieldItem, LinkItem, TextItem
from sopprint.geometry import Box

if TYPE_CHECKING:
    from sopprint.color import Color
    from sopprint.diagnostics import Place
    from sopprint.draw.pen import Pen
    from sopprint.text.rich import RichLine


@dataclass(slots=True)
class Sheet:
    """A page: `pen` works in points, `left` is the text margin, `width` the measure."""

    pen: Pen
    number: int
    left: float
    width: float

    def box(self, x: float, y: float, width: float, height: float) -> Box:
        """A box measured from the text margin."""
        return Box.sized(self.left + x, y, width, height)

    def words(
        self,
        line: RichLine,
        x: float,
        baseline: float,
        size: float,
        ink: Color,
        tags: tuple[int | None, ...],
        place: Place | None = None,
    ) -> None:
        """Set one line; `tags` has an element for each run of the text."""
        for piece in line.pieces:
            if not piece.shaped.clusters:
                continue
            face = piece.shaped.face
            item = TextItem(
                self.left + x + piece.x * size, baseline, size, face.ref, face.units, piece.shaped.clusters,
                piece.shaped.width(size), face.cap_height / face.units * size, DESCENT * size, ink,
                tags[piece.run], None, "", place, piece.shaped.rtl,
            )  # fmt: skip
            self.pen.add(item)

    def link(self, box: Box, target: str, tag: int, contents: str) -> None:
        self.pen.add(LinkItem(box, target, tag, contents))

    def field(self, box: Box, name: str, label: str, tag: int, *, lines: bool = False) -> None:
        """A place to type into on a screen."""
        self.pen.add(FieldItem(box, name, label, tag, lines=lines))
