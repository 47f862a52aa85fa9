"""Where failure becomes an exit code: the only place that catches what the program below did not expect."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from sopprint.cli.commands import find
from sopprint.cli.console import Console
from sopprint.cli.parse import LOUDNESS, parse
from sopprint.errors import ExitCode, SopprintError

if TYPE_CHECKING:
    from collections.abc import Sequence


def guarded(argv: Sequence[str], *, completing: bool = False) -> ExitCode:
    """Understand a command line, run it, and account for every way it can end."""
    console = Console(sum(LOUDNESS.get(token, 0) for token in argv))
    try:
        code = _run(argv, completing=completing)
        sys.stdout.flush()
    except SopprintError as failure:
        console.show(failure.diagnostics)
        return failure.exit_code
    except KeyboardInterrupt:
        return ExitCode.INTERRUPTED
    except BrokenPipeError:
        _hush_stdout()
        return ExitCode.IO
    except OSError as failure:
        return _unreadable(failure, console)
    except Exception as failure:  # the boundary: a bug must not look like a county's mistake
        return _bug(failure, console)
    return code


def _run(argv: Sequence[str], *, completing: bool) -> ExitCode:
    invocation = None if completing else parse(argv, find)
    if invocation is None:
        from sopprint.cli.app import understand

        understood = understand(argv)
        if isinstance(understood, ExitCode):
            return understood
        invocation = understood
    return invocation.start(Console(invocation.verbosity))


def _hush_stdout() -> None:
    """The reader has gone, as `| head` does; Python would complain once more when it flushes at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _unreadable(failure: OSError, console: Console) -> ExitCode:
    reason = failure.strerror or str(failure)
    where = f"{failure.filename}: " if failure.filename else ""
    sys.stderr.write(f"error: {where}{reason}\n")
    _traceback(console)
    return ExitCode.IO


def _bug(failure: Exception, console: Console) -> ExitCode:
    if not _traceback(console):
        said = " ".join(str(failure).split())
        sys.stderr.write(
            f"sopprint: internal error: {type(failure).__name__}: {said}; run again with -v for the traceback\n"
        )
    return ExitCode.BUG


def _traceback(console: Console) -> bool:
    if console.verbosity < 1:
        return False
    import traceback

    traceback.print_exc()
    return True
