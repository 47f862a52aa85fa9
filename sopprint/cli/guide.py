"""`sopprint guide`: a tool's facilitator guide, to read or as a booklet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopprint.cli.choose import FORCE, KIT, LANG, TOOL, VARIANT, library_of, paper_parameter, sheet_of
from sopprint.cli.impose import length_of, told
from sopprint.cli.poster import OUTPUT, hand_over, measures, prepare_output
from sopprint.cli.spec import Command, Parameter
from sopprint.errors import ExitCode

if TYPE_CHECKING:
    from sopprint.cli.console import Console
    from sopprint.products.order import Made

_PAPER = paper_parameter("half-letter", "The paper of one page; a booklet's sheets are twice as large.")
_BOOKLET = Parameter(
    "booklet", "Two pages side by side on each sheet, in the order for folding and stapling.", ("--booklet",),
    kind="switch",
)  # fmt: skip
_THICKNESS = Parameter(
    "thickness", "How thick one sheet of a booklet is, so that inner pages move in.", ("--thickness",),
    default="0.1mm", metavar="LENGTH",
)  # fmt: skip


def run(
    console: Console,
    *,
    tool: str,
    sheet: str,
    lang: str,
    variant: str | None,
    booklet: bool,
    thickness: str,
    kit: str | None,
    output: str | None,
    force: bool,
) -> ExitCode:
    from sopprint.products import booklet as booklets
    from sopprint.products import guide
    from sopprint.products.order import Order
    from sopprint.products.workshop import Workshop

    prepare_output(output, force=force)
    page, thick = sheet_of(sheet), length_of("--thickness", thickness)
    library, name = library_of(tool, kit)
    shop = Workshop(library)
    order = Order(name, page, lang, variant=variant, product="booklet" if booklet else "guide")
    made = booklets.make(shop, order, thick) if booklet else guide.make(shop, order)
    return finish(console, made, output, force=force)


def finish(console: Console, made: Made, output: str | None, *, force: bool) -> ExitCode:
    """Write a guide and say what it is."""
    console.show(made.findings)
    file = hand_over(made.data, output or made.name, force=force)
    if made.printed is not None:
        console.say(f"{file or '-'}  {told(made.printed)}")
    elif file is not None:
        console.say(f"{file}  {made.pages} pages, {measures(made)}")
    return ExitCode.OK


COMMAND = Command(
    "guide", "Make a tool's facilitator guide.",
    (TOOL, _PAPER, LANG, VARIANT, _BOOKLET, _THICKNESS, KIT, OUTPUT, FORCE), run,
)  # fmt: skip
