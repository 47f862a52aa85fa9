"""Operands as the operators need them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sopprint.press.preflight.content.tokens import Operand

_HUGE = 1e7


class MalformedError(Exception):
    """An operator without the operands it needs; it is passed over, as viewers do."""


def numbers(operands: Sequence[Operand], count: int) -> list[float]:
    """The last `count` operands as numbers. Raises MalformedError."""
    found = [n for n in operands[-count:] if isinstance(n, float) and abs(n) <= _HUGE]
    if len(found) != count:
        raise MalformedError
    return found


def name(operands: Sequence[Operand]) -> str:
    """The last operand as a name. Raises MalformedError."""
    if not operands or not isinstance(operands[-1], str):
        raise MalformedError
    return operands[-1]
