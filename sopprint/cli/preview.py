"""`sopprint preview`: one poster as a PNG picture."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sopprint.cli.choose import FORCE, POSTER, order_of
from sopprint.cli.poster import hand_over, require_free, require_no_terminal
from sopprint.cli.spec import Command, Parameter
from sopprint.errors import ExitCode

if TYPE_CHECKING:
    from sopprint.cli.console import Console
    from sopprint.paper import Orientation

_WIDTH = Parameter("width", "Width in pixels.", ("--width",), kind="number", default=1600)
_COLOURS = Parameter("colours", "Reduce to so many colours, 2 to 256, for a small file.", ("--colours",), kind="number")
_OUTPUT = Parameter("output", "The PNG file to write, or - for standard output.", ("-o", "--output"), metavar="FILE")


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
    width: int,
    colours: int | None,
    output: str | None,
    force: bool,
) -> ExitCode:
    from sopprint.preview import picture
    from sopprint.products.poster import make

    if output == "-":
        require_no_terminal("a PNG")
    elif output is not None:
        require_free(Path(output), force=force)
    shop, order = order_of(tool, sheet, orientation, lang, variant, changes, kit)
    poster = make(shop, order)
    console.show(poster.findings)
    png = picture(poster.data, width=width, colours=colours)
    target = hand_over(png, output or str(Path(poster.name).with_suffix(".png")), force=force)
    if target is not None:
        console.say(f"{target}  {len(png) / 1000:.0f} KB")
    return ExitCode.OK


COMMAND = Command("preview", "Draw one poster as a PNG picture.", (*POSTER, _WIDTH, _COLOURS, _OUTPUT, FORCE), run)
