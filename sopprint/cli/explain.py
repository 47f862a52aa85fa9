"""`sopprint explain`: what a finding's code means and what to do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopprint.cli.choose import usage
from sopprint.cli.spec import Command, Parameter
from sopprint.errors import ExitCode

if TYPE_CHECKING:
    from sopprint.cli.console import Console

WIDTH = 88
_CODE = Parameter(
    "code", "A code, such as SP012; all of them in short when not given.", completes="codes", metavar="[CODE]"
)


def run(console: Console, *, code: str | None) -> ExitCode:
    from sopprint.codes import CODES

    if code is None:
        console.give("\n".join(f"{known}  {CODES[known].title}" for known in sorted(CODES)))
        return ExitCode.OK
    wanted = f"SP{code}" if code.isdigit() else code.upper()
    if wanted not in CODES:
        raise usage("SP913", f"there is no code “{code}”", "`sopprint explain` lists them all")
    console.give(f"{wanted}: {CODES[wanted].title}\n\n{wrapped(CODES[wanted].explanation)}")
    return ExitCode.OK


def wrapped(explanation: str) -> str:
    """Sentences filled to lines of equal length; indented lines are examples and stay as they are."""
    from itertools import groupby
    from textwrap import fill

    parts = groupby(explanation.strip().split("\n"), key=lambda line: line.startswith("    "))
    return "\n".join("\n".join(lines) if example else fill(" ".join(lines), WIDTH) for example, lines in parts)


COMMAND = Command("explain", "Explain a finding's code.", (_CODE,), run)
