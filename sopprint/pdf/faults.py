"""What can be wrong with a page at the last moment: a font, a picture or a link that no PDF can hold.

Raised deep in the painting, where the cause is known, and turned into a diagnostic by `painter.py`, where the place is
known. Not for what the author can be told earlier: those are the business of `check/`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopprint.diagnostics import Diagnostic

if TYPE_CHECKING:
    from sopprint.diagnostics import Place


class PaintError(ValueError):
    """A page that cannot be painted. The message is the diagnostic's sentence; `codes/` explains the code."""

    def __init__(self, code: str, message: str, *hints: str) -> None:
        super().__init__(message)
        self.code, self.hints = code, hints
        self.place: Place | None = None

    def diagnostic(self) -> Diagnostic:
        return Diagnostic(self.code, str(self), self.place, self.hints)
