"""Walking the layout tree: containers share their box, elements are drawn into theirs.

Purpose: turn a resolved body into pen strokes, and mistakes of arrangement into diagnostics with a place.
Not here: how space is computed (`grid.py`), how anything looks (`draw/`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopprint.diagnostics import Diagnostic, Place
from sopprint.draw.registry import drawer
from sopprint.layout import grid
from sopprint.layout.offsets import OffsetError
from sopprint.model.elements import Column, Element, Gap, Grid, Overlay, Row

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sopprint.draw.pen import Pen
    from sopprint.geometry import Box


class Arranger:
    """Places elements with a pen; `locate` finds where an element was written, when there is something to say."""

    def __init__(self, pen: Pen, locate: Callable[[Element], Place | None]) -> None:
        self.pen = pen
        self.locate = locate

    def arrange(self, element: Element, box: Box) -> None:
        """Draw an element, or share a container's box among its children."""
        if element.name is not None and not isinstance(element, Gap):
            self.pen.anchor(element.name, box)
        match element:
            case Row():
                self._line(element, box, box.width, grid.row_boxes)
            case Column():
                self._line(element, box, box.height, grid.column_boxes)
            case Grid():
                items = self._shown(element.items)
                row_gap = element.gap if element.row_gap is None else element.row_gap
                boxes = grid.grid_boxes(box, len(items), element.columns, element.gap, row_gap)
                self._each(items, boxes)
            case Overlay():
                self._overlay(element, box)
            case Gap():
                pass
            case _:
                self._draw(element, box)

    def _shown(self, items: Sequence[Element]) -> list[Element]:
        """Children that no setting hides; a hidden one leaves its room to the others."""
        return [item for item in items if item.name is None or self.pen.settings.get(item.name, True)]

    def _line(
        self,
        element: Row | Column,
        box: Box,
        extent: float,
        boxes: Callable[[Box, Sequence[float], float], tuple[Box, ...]],
    ) -> None:
        items = self._shown(element.items)
        extents, missing = grid.share(extent, [grid.Share(i.size, i.weight, i.min) for i in items], element.gap)
        if missing > 0.5:
            what = "row" if isinstance(element, Row) else "column"
            self._fault(element, "SP202", f"this {what} needs {missing:.0f} u more than it has on {self.pen.paper}")
        self._each(items, boxes(box, extents, element.gap))

    def _each(self, items: Sequence[Element], boxes: Sequence[Box]) -> None:
        for item, box in zip(items, boxes, strict=True):
            self.arrange(item, box)

    def _overlay(self, element: Overlay, box: Box) -> None:
        for item in self._shown(element.items):
            try:
                inner = grid.overlay_box(item.at, box, self.pen.anchors)
            except OffsetError as error:
                self._fault(item, "SP203", f"{error} (on {self.pen.paper})")
            else:
                self.arrange(item, inner)

    def _draw(self, element: Element, box: Box) -> None:
        try:
            drawer(type(element))(element, box, self.pen)
        except OffsetError as error:
            self._fault(element, "SP203", f"{error} (on {self.pen.paper})")

    def _fault(self, element: Element, code: str, message: str) -> None:
        self.pen.report.add(Diagnostic(code, message, self.locate(element)))
