"""`sopprint guide`: a tool's facilitator guide, to read or as a booklet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopprint.cli.choose import FORCE, KIT, LANG, TOOL, VARIANT, library_of, paper_parameter, sheet_of, usage
from sopprint.cli.impose import length_of, told
from sopprint.cli.poster import (
    OUTPUT,
    PDFX,
    SHOP,
    hand_over,
    made_for_shop,
    measures,
    prepare_output,
    refuse_shop,
)  # fmt: skip
from sopprint.cli.spec import Command, Parameter
from sopprint.errors import ExitCode

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sopprint.cli.console import Console
    from sopprint.model.shop import StandardName
    from sopprint.products.order import Made, Order
    from sopprint.products.workshop import Workshop

_PAPER = paper_parameter("half-letter", "The paper of one page; a booklet's sheets are twice as large.")
_BOOKLET = Parameter(
    "booklet", "Two pages side by side on each sheet, in the order for folding and stapling.", ("--booklet",),
    kind="switch",
)  # fmt: skip
_THICKNESS = Parameter(
    "thickness", "How thick one sheet of a booklet is, so that inner pages move in.", ("--thickness",),
    default="0.1mm", metavar="LENGTH",
)  # fmt: skip

TARGET = Parameter(
    "target", "Where it is printed: on an office printer, or at a print shop.", ("--for",), default="office",
    choices=("office", "print-shop"),
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
    target: str,
    shop: str | None,
    standard: StandardName | None,
    kit: str | None,
    output: str | None,
    force: bool,
) -> ExitCode:
    from sopprint.products import booklet as booklets
    from sopprint.products.order import Order
    from sopprint.products.workshop import Workshop

    if booklet and target == "print-shop":
        raise usage("SP904", "--booklet is not for print shops", "shops put pages on sheets themselves; leave it out")
    prepare_output(output, force=force)
    page, thick = sheet_of(sheet), length_of("--thickness", thickness)
    library, name = library_of(tool, kit)
    workshop = Workshop(library)
    order = Order(name, page, lang, variant=variant, product="booklet" if booklet else "guide")
    if booklet:
        refuse_shop(shop, standard)
        return finish(console, booklets.make(workshop, order, thick), output, force=force)
    made, sizes = made_for(workshop, order, target, shop, standard)
    return finish(console, made, output, sizes, force=force)


def made_for(
    workshop: Workshop, order: Order, target: str, shop: str | None, standard: StandardName | None
) -> tuple[Made, Sequence[str]]:
    """A guide for an office printer or a print shop, and what to say of its sizes there."""
    if target == "print-shop":
        return made_for_shop(workshop, order, shop, standard)
    from sopprint.products import guide

    refuse_shop(shop, standard)
    return guide.make(workshop, order), ()


def finish(
    console: Console, made: Made, output: str | None, sizes: Sequence[str] = (), *, force: bool
) -> ExitCode:
    """Write a guide and say what it is."""
    console.show(made.findings)
    file = hand_over(made.data, output or made.name, force=force)
    if made.printed is not None:
        console.say(f"{file or '-'}  {told(made.printed)}")
    elif file is not None:
        console.say(f"{file}  {made.pages} pages, {measures(made)}")
        for line in sizes:
            console.say(f"  {line}")
    return ExitCode.OK


COMMAND = Command(
    "guide", "Make a tool's facilitator guide.",
    (TOOL, _PAPER, LANG, VARIANT, _BOOKLET, _THICKNESS, TARGET, SHOP, PDFX, KIT, OUTPUT, FORCE), run,
)  # fmt: skip
