"""The table of operators, and those of state, paths and colour (ISO 32000-1, Annex A). Text is in `text.py`.

Each takes the machine and its operands. Unknown operators and those that leave no mark are not in the table.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from sopprint.geometry import Matrix
from sopprint.press.preflight.content import painting, spaces, text
from sopprint.press.preflight.content.machine import around, shared
from sopprint.press.preflight.content.operands import MalformedError, name, numbers
from sopprint.press.preflight.content.state import with_parameters
from sopprint.press.preflight.facts import Paint
from sopprint.press.preflight.objects import get

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from sopprint.press.preflight.content.machine import Machine
    from sopprint.press.preflight.content.tokens import Operand
    from sopprint.press.preflight.facts import Space

    Operator = Callable[[Machine, Sequence[Operand]], None]


def _save(m: Machine, _: Sequence[Operand]) -> None:
    m.save()


def _restore(m: Machine, _: Sequence[Operand]) -> None:
    m.restore()


def _concatenate(m: Machine, operands: Sequence[Operand]) -> None:
    m.change(matrix=Matrix(*numbers(operands, 6)).then(m.state.matrix))


def _line_width(m: Machine, operands: Sequence[Operand]) -> None:
    m.change(line_width=numbers(operands, 1)[0])


def _parameters(m: Machine, operands: Sequence[Operand]) -> None:
    given = m.resource("ExtGState", name(operands))
    if given is None:
        return
    m.state = with_parameters(m.state, given)
    for key, what in (("/TR", "a transfer curve"), ("/TR2", "a transfer curve"), ("/HTP", "a halftone phase")):
        if get(given, key) is not None and get(given, key) not in ("/Default", "/Identity"):
            m.sketch.forbidden[what] = None


def _move(m: Machine, operands: Sequence[Operand]) -> None:
    x, y = numbers(operands, 2)
    m.trace((x, y))


def _curve(m: Machine, operands: Sequence[Operand]) -> None:
    x1, y1, x2, y2, x3, y3 = numbers(operands, 6)
    _bend(m, (x1, y1), (x2, y2), (x3, y3))


def _curve_from_pen(m: Machine, operands: Sequence[Operand]) -> None:
    x2, y2, x3, y3 = numbers(operands, 4)
    _bend(m, m.pen, (x2, y2), (x3, y3))


def _curve_to_end(m: Machine, operands: Sequence[Operand]) -> None:
    x1, y1, x3, y3 = numbers(operands, 4)
    _bend(m, (x1, y1), (x3, y3), (x3, y3))


def _bend(m: Machine, p1: tuple[float, float], p2: tuple[float, float], p3: tuple[float, float]) -> None:
    """A cubic as chords: its control points may lie far outside of what is painted."""
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = m.pen, p1, p2, p3
    steps = [i / 8 for i in range(1, 9)]
    weights = [((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3) for t in steps]
    m.trace(*((a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3) for a, b, c, d in weights))


def _rectangle(m: Machine, operands: Sequence[Operand]) -> None:
    x, y, width, height = numbers(operands, 4)
    m.trace((x, y), (x + width, y), (x + width, y + height), (x, y + height), (x, y))


def _clip(m: Machine, _: Sequence[Operand]) -> None:
    m.clipping = True


def _painter(*, fill: bool, stroke: bool) -> Operator:
    def paint(m: Machine, _: Sequence[Operand]) -> None:
        if fill:
            painting.fill(m)
        if stroke:
            painting.stroke(m)
        if m.clipping:
            # the box around the path: what it leaves of later marks may be less, never more
            outline = around(m.points)
            m.change(clip=(outline and shared(outline, m.state.clip)) or painting.NOTHING)
        m.points.clear()
        m.clipping = False

    return paint


def _colour(space: Space, *, stroke: bool) -> Operator:
    def choose(m: Machine, operands: Sequence[Operand]) -> None:
        chosen = spaces.read(space.family, m.resources)
        _choose(m, spaces.paint(chosen, numbers(operands, space.components)), stroke=stroke)

    return choose


def _choose(m: Machine, paint: Paint, pattern: object = None, *, stroke: bool) -> None:
    if stroke:
        m.change(stroke=paint, stroke_pattern=pattern)
    else:
        m.change(fill=paint, fill_pattern=pattern)


def _colour_space(*, stroke: bool) -> Operator:
    def choose(m: Machine, operands: Sequence[Operand]) -> None:
        _choose(m, spaces.initial(m.space(name(operands))), stroke=stroke)

    return choose


def _components(*, stroke: bool) -> Operator:
    def choose(m: Machine, operands: Sequence[Operand]) -> None:
        space = (m.state.stroke if stroke else m.state.fill).space
        if operands and isinstance(operands[-1], str):
            pattern = m.resource("Pattern", operands[-1])
            shade = get(pattern, "/Shading")
            paint = Paint(spaces.PATTERN) if shade is None else spaces.shading(shade, m.resources)
            _choose(m, paint, pattern, stroke=stroke)
            return
        values = [n for n in operands if isinstance(n, float)]
        if not values:
            raise MalformedError
        _choose(m, spaces.paint(space, values), stroke=stroke)

    return choose


def _shade(m: Machine, operands: Sequence[Operand]) -> None:
    painting.shade(m, m.resource("Shading", name(operands)))


def _object(m: Machine, operands: Sequence[Operand]) -> None:
    painting.external(m, m.resource("XObject", name(operands)), name(operands))


def _inline(m: Machine, operands: Sequence[Operand]) -> None:
    given = operands[-1] if operands else None
    if not isinstance(given, dict):
        raise MalformedError
    painting.inline(m, given)


OPERATORS: Mapping[str, Operator] = MappingProxyType(
    {
        "q": _save, "Q": _restore, "cm": _concatenate, "w": _line_width, "gs": _parameters,
        "m": _move, "l": _move, "c": _curve, "v": _curve_from_pen, "y": _curve_to_end, "re": _rectangle,
        "W": _clip, "W*": _clip, "n": _painter(fill=False, stroke=False),
        "f": _painter(fill=True, stroke=False), "F": _painter(fill=True, stroke=False),
        "f*": _painter(fill=True, stroke=False), "S": _painter(fill=False, stroke=True),
        "s": _painter(fill=False, stroke=True), "B": _painter(fill=True, stroke=True),
        "B*": _painter(fill=True, stroke=True), "b": _painter(fill=True, stroke=True),
        "b*": _painter(fill=True, stroke=True),
        "g": _colour(spaces.GRAY, stroke=False), "G": _colour(spaces.GRAY, stroke=True),
        "rg": _colour(spaces.RGB, stroke=False), "RG": _colour(spaces.RGB, stroke=True),
        "k": _colour(spaces.CMYK, stroke=False), "K": _colour(spaces.CMYK, stroke=True),
        "cs": _colour_space(stroke=False), "CS": _colour_space(stroke=True),
        "sc": _components(stroke=False), "scn": _components(stroke=False),
        "SC": _components(stroke=True), "SCN": _components(stroke=True),
        "sh": _shade, "Do": _object, "EI": _inline,
        **text.OPERATORS,
    }
)  # fmt: skip
