"""Text operators (ISO 32000-1, 9.3 and 9.4): where words stand, how large, in which colour.

The box of a piece of text is its advance by its size: near enough to tell the page from the slug.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from sopprint.geometry import Box, Matrix
from sopprint.press.preflight.content.machine import moved
from sopprint.press.preflight.content.operands import MalformedError, name, numbers

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from sopprint.press.preflight.content.machine import Machine
    from sopprint.press.preflight.content.tokens import Operand

    Operator = Callable[[Machine, Sequence[Operand]], None]

_SPACE = 32
_STROKED = (1, 2, 5, 6)  # text rendering modes (Table 106)
_FILLED = (0, 2, 4, 6)
_DESCENT, _ASCENT = -0.2, 0.75  # of the size


def _begin(m: Machine, _: Sequence[Operand]) -> None:
    m.text = m.line = Matrix()


def _font(m: Machine, operands: Sequence[Operand]) -> None:
    (size,) = numbers(operands, 1)
    font = m.resource("Font", name(operands[:-1]))
    m.change(face=None if font is None else m.face(font), font_size=size)


def _setting(field: str, factor: float = 1.0) -> Operator:
    def change(m: Machine, operands: Sequence[Operand]) -> None:
        m.change(**{field: numbers(operands, 1)[0] * factor})

    return change


def _rendering(m: Machine, operands: Sequence[Operand]) -> None:
    m.change(rendering=int(numbers(operands, 1)[0]))


def _matrix(m: Machine, operands: Sequence[Operand]) -> None:
    m.text = m.line = Matrix(*numbers(operands, 6))


def _shift(m: Machine, operands: Sequence[Operand]) -> None:
    x, y = numbers(operands, 2)
    m.text = m.line = Matrix.shift(x, y).then(m.line)


def _shift_leading(m: Machine, operands: Sequence[Operand]) -> None:
    m.change(leading=-numbers(operands, 2)[1])
    _shift(m, operands)


def _next_line(m: Machine, _: Sequence[Operand]) -> None:
    m.text = m.line = Matrix.shift(0, -m.state.leading).then(m.line)


def _show(m: Machine, operands: Sequence[Operand]) -> None:
    if not operands or not isinstance(operands[-1], bytes):
        raise MalformedError
    _set(m, [operands[-1]])


def _show_spaced(m: Machine, operands: Sequence[Operand]) -> None:
    if not operands or not isinstance(operands[-1], list):
        raise MalformedError
    _set(m, operands[-1])


def _show_next(m: Machine, operands: Sequence[Operand]) -> None:
    _next_line(m, operands)
    _show(m, operands)


def _show_spaced_next(m: Machine, operands: Sequence[Operand]) -> None:
    if len(operands) >= 3:
        word_space, character_space = numbers(operands[:2], 2)
        m.change(word_space=word_space, character_space=character_space)
    _show_next(m, operands)


def _set(m: Machine, parts: Sequence[Operand]) -> None:
    """Put one mark for all of the parts and move the pen past them."""
    state = m.state
    advance = sum(_advance(m, part) for part in parts)
    inked = any(isinstance(part, bytes) and part.strip(b" \x00") for part in parts)
    low, high = state.font_size * _DESCENT + state.rise, state.font_size * _ASCENT + state.rise
    to_page = m.text.then(state.matrix)
    if inked and state.rendering != 3:
        box = moved(Box(min(0, advance), min(low, high), max(0, advance), max(low, high)), to_page)
        _put(m, box, abs(state.font_size) * (to_page.c**2 + to_page.d**2) ** 0.5)
    m.text = Matrix.shift(advance, 0).then(m.text)


def _put(m: Machine, box: Box, size: float) -> None:
    state = m.state
    font = state.face.font.name if state.face else ""
    if state.rendering in _FILLED:
        m.put("text", box, state.fill, alpha=state.fill_alpha, overprint=state.fill_overprint, size=size, name=font)
    if state.rendering in _STROKED:
        paint, overprint = state.stroke, state.stroke_overprint
        m.put("text", box, paint, alpha=state.stroke_alpha, overprint=overprint, size=size, name=font)


def _advance(m: Machine, part: Operand) -> float:
    state = m.state
    if isinstance(part, float):
        return -part / 1000 * state.font_size * state.stretch
    if not isinstance(part, bytes):
        return 0.0
    if state.face is None:
        return len(part) * state.font_size / 2 * state.stretch
    face, total = state.face, 0.0
    for code in face.codes(part):
        total += face.widths.get(code, face.width) * state.font_size + state.character_space
        total += state.word_space if code == _SPACE and not face.wide else 0.0
    return total * state.stretch


OPERATORS: Mapping[str, Operator] = MappingProxyType(
    {
        "BT": _begin, "Tf": _font, "Tc": _setting("character_space"), "Tw": _setting("word_space"),
        "Tz": _setting("stretch", 0.01), "TL": _setting("leading"), "Ts": _setting("rise"), "Tr": _rendering,
        "Tm": _matrix, "Td": _shift, "TD": _shift_leading, "T*": _next_line,
        "Tj": _show, "TJ": _show_spaced, "'": _show_next, '"': _show_spaced_next,
    }
)  # fmt: skip
