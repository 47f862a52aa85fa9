"""What a command is: its words, its parameters and the function that runs it. Declarations only.

Purpose: one description that two readers share. `parse.py` reads a plain, correct command line with it in
microseconds; `app.py` makes a Typer program of it for help, mistakes and shell completion. Typer itself takes about
70 ms to import, a third of what a poster costs, so a command line that needs none of that does not pay for it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

if TYPE_CHECKING:
    from sopprint.cli.console import Console
    from sopprint.errors import ExitCode

Value = str | int | bool | tuple[str, ...] | None
Kind = Literal["text", "number", "switch", "many"]
Completes = Literal["tools", "papers", "languages", "codes"]
Run = Callable[..., "ExitCode"]


class Parameter(Struct, frozen=True):
    """One parameter. Without `flags` it is positional; `name` is the keyword that `Command.run` gets it as.

    `many` collects every occurrence in a tuple. `metavar` is what help calls the value.
    """

    name: str
    help: str
    flags: tuple[str, ...] = ()
    kind: Kind = "text"
    default: Value = None
    required: bool = False
    choices: tuple[str, ...] = ()
    completes: Completes | None = None
    metavar: str | None = None

    @property
    def start(self) -> Value:
        """The value when the command line says nothing."""
        if self.kind == "switch":
            return bool(self.default)
        return () if self.kind == "many" and self.default is None else self.default


class Command(Struct, frozen=True):
    """One command. `run(console, **values)` does it and returns the exit code."""

    name: str
    help: str
    parameters: tuple[Parameter, ...]
    run: Run


class Invocation(Struct, frozen=True):
    """A command line that was understood."""

    command: Command
    values: dict[str, Value]
    verbosity: int = 0

    def start(self, console: Console) -> ExitCode:
        return self.command.run(console, **self.values)
