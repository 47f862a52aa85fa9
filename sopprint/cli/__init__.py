"""The command line: reads it, starts one command, and turns whatever happens into an exit code.

Purpose: the one boundary between the program and its caller. Not here: any work; a command's module asks the rooms
below for it. Modules are imported when their command is used, and heavy ones inside functions.
"""

from __future__ import annotations

import gc
import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sopprint.errors import ExitCode


def main() -> None:
    """The console script: runs the process's own command line and exits."""
    # A command makes one thing and ends: hunting for reference cycles on the way frees nothing that matters and costs
    # about 3 % of a poster's processor time. `build`, which makes many, turns it on again.
    gc.disable()
    code = answer(sys.argv[1:])
    sys.stderr.flush()
    raise SystemExit(int(code))


def answer(argv: Sequence[str]) -> ExitCode:
    """Run one command line and return its exit code. Never raises, whatever goes wrong."""
    if list(argv) == ["--version"]:
        from sopprint import __version__
        from sopprint.errors import ExitCode

        sys.stdout.write(f"sopprint {__version__}\n")
        return ExitCode.OK
    from sopprint.cli.boundary import guarded

    return guarded(argv, completing="_SOPPRINT_COMPLETE" in os.environ)
