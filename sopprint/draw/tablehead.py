"""The head row of a table: labels over columns, on one line or two, with smaller words under them.

Heads that are not printed are still in the structure, because screen readers name cells by them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopprint.draw.labels import ON_MIDDLE, fit_label
from sopprint.draw.lettering import fit, put

if TYPE_CHECKING:
    from sopprint.draw.lettering import Align, Lettering
    from sopprint.draw.pen import Pen
    from sopprint.draw.tablegrid import TableGrid
    from sopprint.model.elements import Table, TableColumn

COLUMN_HEADER = (("Table", "Scope", "Column"),)
_TIGHT = 12.0  # least room beside a centred head
_CLEAR = 6.0  # least room under the last line, its descenders included
_CLOSER = 0.18  # label sizes that the lines of a head stand closer than elsewhere
_HINT_SIZE = 40.0
_HINT_STEP = 1.18  # hint sizes from a label down to its hint
_STYLE = "label"


def draw_heads(pen: Pen, spec: Table, grid: TableGrid, parent: int) -> None:
    """Letter the heads into the row they belong to; `parent` is the THead."""
    row = pen.tag("TR", parent)
    for index, column in enumerate(spec.columns):
        name = pen.maybe(spec.zone, "columns", column.column, "name")
        alt = name.text if name and not spec.head else None
        tag = pen.tag("TH", row, alt=alt, attributes=COLUMN_HEADER)
        if name and spec.head:
            _head(pen, spec, grid, index, column, tag)


def _step(label: Lettering) -> float:
    return label.leading - _CLOSER * label.size


def _tall(label: Lettering) -> float:
    """From a head's first baseline to its last, that of a second language included."""
    own = _step(label) * (len(label.lines) - 1)
    return own if label.second is None else own + label.step + label.second.drop


def _head(pen: Pen, spec: Table, grid: TableGrid, index: int, column: TableColumn, tag: int) -> None:
    cell = grid.head_cell(index)
    centred = column.align == "center"
    x = cell.center.x if centred else cell.left + spec.padding
    room = cell.width - 2 * _TIGHT if centred else cell.right - _TIGHT - x
    hint = pen.maybe(spec.zone, "columns", column.column, "hint")
    name = pen.say(spec.zone, "columns", column.column, "name")
    made = fit_label(pen, name, _STYLE, room, size=spec.label_size, most=1 if hint else 2)
    if made.drop and made.cap + _tall(made) + made.foot + _CLEAR > cell.height:
        made = fit_label(pen, name, _STYLE, room, size=spec.label_size, most=1)
    small = fit(pen, hint, "hint", room, size=_HINT_SIZE, shared=True) if hint else None
    step = _step(made)
    label = _tall(made)
    drop = label + (_HINT_STEP * small.size + small.drop if small else 0.0)
    baseline = cell.center.y - drop / 2 + ON_MIDDLE * made.size
    if small is None:  # two lines with accents would else stand on the rule under them
        baseline = min(baseline, cell.bottom - _CLEAR - made.foot - label)
    align: Align = "center" if centred else "left"
    put(pen, made, x, baseline, tag=tag, align=align, leading=step)
    if small:
        put(pen, small, x, baseline + label + _HINT_STEP * small.size, tag=tag, align=align)
