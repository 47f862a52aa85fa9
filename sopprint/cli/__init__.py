"""The command line: reads it, starts one command, and turns whatever happens into an exit code.

Purpose: the one boundary between the program and its caller. Not here: any work; a command's module asks the rooms
below for it. Modules are imported when their command is used, and heavy ones inside functions.
"""

from __future__ import annotations

import gc
import os
import sys
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sopprint.errors import ExitCode


def main() -> None:
    """The console script: runs the process's own command line and exits."""
    # A command makes one thing and ends: hunting for reference cycles on the way frees nothing that matters and costs
    # about 3 % of a poster's processor time. `build`, which makes many, turns it on again.
    gc.disable()
    _leave(answer(sys.argv[1:]))


def _leave(code: int) -> NoReturn:
    """End the process without Python's tidying up, which takes apart what the system takes back anyway.

    That would cost a tenth of a poster's time. Files are whole and processes joined by now; only streams may wait.
    """
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:
        from sopprint.errors import ExitCode

        code = ExitCode.IO
    os._exit(code)


def answer(argv: Sequence[str]) -> ExitCode:
    """Run one command line and return its exit code. Never raises, whatever goes wrong."""
    if list(argv) == ["--version"]:
        from sopprint import __version__
        from sopprint.errors import ExitCode

        sys.stdout.write(f"sopprint {__version__}\n")
        return ExitCode.OK
    _load_msgspec()
    from sopprint.cli.boundary import guarded

    return guarded(argv, completing="_SOPPRINT_COMPLETE" in os.environ)


def _load_msgspec() -> None:
    """Without typing_extensions, which msgspec prefers where it is installed (5 ms) to what typing has since 3.11."""
    if "typing_extensions" in sys.modules:
        return
    sys.modules["typing_extensions"] = None  # type: ignore[assignment]  # "cannot be imported"
    try:
        import msgspec  # noqa: F401
    finally:
        del sys.modules["typing_extensions"]
