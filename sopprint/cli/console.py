"""How a command speaks: what was asked for on stdout, everything else on stderr."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, TextIO

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sopprint.diagnostics import Diagnostic


class Console(Struct, frozen=True):
    """`verbosity` counts -v up and -q down from 0."""

    verbosity: int = 0

    def give(self, text: str) -> None:
        """Print requested data."""
        sys.stdout.write(text if text.endswith("\n") else text + "\n")

    def say(self, text: str, *, level: int = 0) -> None:
        """Tell what happened; `level` 1 only with -v, and nothing with -q."""
        if self.verbosity >= level:
            sys.stderr.write(text + "\n")

    def show(self, diagnostics: Iterable[Diagnostic], form: str = "human", *, requested: bool = False) -> None:
        """Print findings: as data on stdout when they are what was asked for, else on stderr."""
        found = tuple(diagnostics)
        if not found and form != "json":
            return
        from sopprint.cli.report import render, sources

        stream = sys.stdout if requested else sys.stderr
        stream.write(render(found, form, wants_color(stream), sources(found)).rstrip("\n") + "\n")


def wants_color(stream: TextIO) -> bool:
    """True on a terminal, unless NO_COLOR is set (no-color.org) or the terminal is dumb."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
