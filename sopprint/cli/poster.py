"""`sopprint poster`: one poster as PDF."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from sopprint.cli.choose import FORCE, POSTER, order_of, usage
from sopprint.cli.spec import Command, Parameter
from sopprint.errors import ExitCode

if TYPE_CHECKING:
    from sopprint.build import Poster
    from sopprint.cli.console import Console
    from sopprint.paper import Orientation

OUTPUT = Parameter(
    "output", "The file to write, or - for standard output. Default: named after the poster, in this folder.",
    ("-o", "--output"), metavar="FILE",
)  # fmt: skip


def run(
    console: Console,
    *,
    tool: str,
    sheet: str,
    orientation: Orientation | None,
    lang: str,
    variant: str | None,
    changes: tuple[str, ...],
    kit: str | None,
    output: str | None,
    force: bool,
) -> ExitCode:
    from sopprint.build import make

    if output == "-":
        require_no_terminal("a PDF")
    elif output is not None:
        require_free(Path(output), force=force)
    library, order = order_of(tool, sheet, orientation, lang, variant, changes, kit)
    poster = make(library, order)
    console.show(poster.findings)
    target = hand_over(poster.data, output or poster.name, force=force)
    if target is not None:
        console.say(f"{target}  {measures(poster)}")
    return ExitCode.OK


def require_no_terminal(what: str) -> None:
    """Raise SopprintError when standard output is a screen."""
    if sys.stdout.isatty():
        raise usage("SP907", f"{what} is not for the screen", "send it on, as in: … -o - > poster.pdf")


def require_free(target: Path, *, force: bool) -> None:
    """Find out before the work, not after it, that the file may not be written."""
    from sopprint.deliver import require_ours

    if target.is_dir() or target.is_file():
        require_ours(target, force=force)


def hand_over(data: bytes, output: str, *, force: bool) -> Path | None:
    """Write the file, or standard output for "-"; the file written."""
    if output == "-":
        sys.stdout.buffer.write(data)
        return None
    from sopprint.deliver import deliver

    deliver(data, Path(output), force=force)
    return Path(output)


def measures(poster: Poster) -> str:
    """Size on paper and in the file: "36 × 24 in, 31 KB"."""
    return f"{poster.width / 72:.4g} × {poster.height / 72:.4g} in, {len(poster.data) / 1000:.0f} KB"


COMMAND = Command("poster", "Make one poster.", (*POSTER, OUTPUT, FORCE), run)
