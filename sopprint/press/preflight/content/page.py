"""A page's content, run: everything it paints, and what stood in the way of reading it.

From a pikepdf page to the values of `facts.py`; `survey.py` asks for it page by page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sopprint.press.preflight.bounds import ExhaustedError
from sopprint.press.preflight.content.machine import Machine, Sketch
from sopprint.press.preflight.content.operands import MalformedError
from sopprint.press.preflight.content.operators import OPERATORS
from sopprint.press.preflight.content.state import State
from sopprint.press.preflight.content.tokens import operations
from sopprint.press.preflight.objects import UnreadableError, decoded, each, filters, get, inherited, items

if TYPE_CHECKING:
    from sopprint.geometry import Matrix
    from sopprint.press.preflight.bounds import Budget


def sketch_page(page: Any, base: Matrix, budget: Budget) -> Sketch:
    """Run a page's content. `base` takes user space to the places of `facts.Sheet`. Never raises for what is in it."""
    sketch = Sketch(budget, play)
    resources = inherited(page, "/Resources")
    machine = Machine(sketch, resources, State(matrix=base))
    try:
        play(machine, _content(page, sketch))
    except ExhaustedError as reached:
        sketch.unread[str(reached)] = None
    for _, font in items(get(resources, "/Font")):
        machine.face(font)
    return sketch


def play(machine: Machine, data: bytes) -> None:
    """Run one content stream. Raises ExhaustedError."""
    budget = machine.sketch.budget
    for operator, operands in operations(data):
        budget.operator()
        run = OPERATORS.get(operator)
        if run is None:
            continue
        try:
            run(machine, operands)
        except MalformedError:
            continue


def _content(page: Any, sketch: Sketch) -> bytes:
    """The page's streams, joined by a blank (7.8.2); they share the bound of one stream."""
    parts: list[bytes] = []
    for stream in each(get(page, "/Contents")):
        sketch.filters.update(dict.fromkeys(filters(stream)))
        try:
            parts.append(decoded(stream, sketch.budget.bounds))
        except UnreadableError as failure:
            sketch.unread[str(failure)] = None
        if sum(map(len, parts)) > sketch.budget.bounds.stream:
            raise ExhaustedError(f"more than {sketch.budget.bounds.stream // 1_000_000} MB of content")
    return b"\n".join(parts)
