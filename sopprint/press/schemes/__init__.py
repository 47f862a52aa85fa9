"""Imposition schemes: one small file each, and one line here.

A scheme is a pure function from the number of pages and the thickness of a sheet (points) to a `Plan`.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from msgspec import Struct

from sopprint.press.schemes import perfect, saddle, stack

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sopprint.press.plan import Plan


class Scheme(Struct, frozen=True):
    """`folds` tells a fold in the middle of the sheet from a cut; `finish` is what to do with the printed sheets."""

    plan: Callable[[int, float], Plan]
    folds: bool
    finish: str


SCHEMES: Mapping[str, Scheme] = MappingProxyType({
    "booklet": Scheme(saddle.plan, folds=True, finish="fold all sheets together and staple them on the fold"),
    "perfect-bound": Scheme(perfect.plan, folds=True, finish="fold each sheet, stack them in order, glue the folds"),
    "cut-and-stack": Scheme(stack.plan, folds=False, finish="cut the stack in half, put the left half on the right"),
})  # fmt: skip
