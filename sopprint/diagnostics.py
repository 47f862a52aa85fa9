"""Errors as data: a code, a sentence, a place and hints. Nothing here prints or exits.

Rendering (human, short, json, github) is in `cli/report.py`; titles and long explanations are in `codes/`.
"""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING

from msgspec import Struct, field

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class Severity(enum.StrEnum):
    """How much a finding matters; only errors make a command fail (warnings too under `--strict`)."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Place(Struct, frozen=True):
    """Where something was written. Lines and columns count from 1; 0 means the file as a whole."""

    file: str
    line: int = 0
    column: int = 0
    length: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


class Diagnostic(Struct, frozen=True):
    """One finding. `message` is one sentence; `hints` (at most two are shown) say what to do."""

    code: str
    message: str
    place: Place | None = None
    hints: tuple[str, ...] = ()
    severity: Severity = Severity.ERROR


class Report(Struct):
    """Collects diagnostics in the order found, each only once."""

    _found: dict[Diagnostic, None] = field(default_factory=dict)

    def add(self, diagnostic: Diagnostic) -> None:
        self._found.setdefault(diagnostic, None)

    def extend(self, diagnostics: Iterable[Diagnostic]) -> None:
        for diagnostic in diagnostics:
            self.add(diagnostic)

    def __iter__(self) -> Iterator[Diagnostic]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        return tuple(d for d in self if d.severity is Severity.ERROR)
