"""Exit codes and the one exception that carries diagnostics to the boundary.

The numbers are a documented interface (README, `docs/authoring.md`): scripts depend on them.
"""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sopprint.diagnostics import Diagnostic


class ExitCode(enum.IntEnum):
    """What a finished process says to its caller."""

    OK = 0
    DOCUMENT = 1  # the county's files have errors
    USAGE = 2  # wrong options or configuration
    IO = 3  # cannot read or write
    VERIFY = 4  # written, but a check of the finished file failed
    BUG = 70  # EX_SOFTWARE
    INTERRUPTED = 130  # 128 + SIGINT


class SopprintError(Exception):
    """A failure with an exit code and the diagnostics that explain it."""

    def __init__(self, diagnostics: Iterable[Diagnostic], exit_code: ExitCode = ExitCode.DOCUMENT) -> None:
        self.diagnostics = tuple(diagnostics)
        self.exit_code = exit_code
        super().__init__("; ".join(d.message for d in self.diagnostics))
