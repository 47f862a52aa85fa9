"""What a standard is to the finishing pass: a version limit, what it says of itself, what it does to a file."""

from __future__ import annotations

from collections.abc import Callable  # noqa: TC003 — msgspec reads the annotations
from typing import Any

from msgspec import Struct


class Standard(Struct, frozen=True):
    """One standard.

    version: of PDF, the highest it allows. xmp: (prefix, namespace, property, value) that claims it. info: entries of
    the Info dictionary. prepare: changes an open pikepdf.Pdf; raises `PaintError` for what cannot be had.
    """

    name: str
    version: str
    xmp: tuple[str, str, str, str]
    info: tuple[tuple[str, str], ...] = ()
    prepare: Callable[[Any], None] = lambda _: None
