"""`sopprint poster`: one poster as PDF."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from sopprint.cli.choose import FORCE, POSTER, order_of, usage
from sopprint.cli.spec import Command, Parameter
from sopprint.errors import ExitCode

if TYPE_CHECKING:
    from sopprint.cli.console import Console
    from sopprint.model.shop import StandardName
    from sopprint.paper import Orientation
    from sopprint.press.shop import Profile
    from sopprint.products.order import Made, Order
    from sopprint.products.workshop import Workshop
    from sopprint.resolve.library import Library

OUTPUT = Parameter(
    "output", "The file to write, or - for standard output. Default: named after the poster, in this folder.",
    ("-o", "--output"), metavar="FILE",
)  # fmt: skip

TARGET = Parameter(
    "target", "Where it is used: on screens, on an office printer at its own size, or at a print shop.", ("--for",),
    default="screen", choices=("screen", "office", "print-shop"),
)  # fmt: skip
SHOP = Parameter(
    "shop", "The print shop's profile; `sopprint shop list` names them. Default: the kit's, else wide-format.",
    ("--shop",), metavar="SHOP",
)  # fmt: skip
PDFX = Parameter(
    "standard", "The print shop's standard; the profile's own when not given.", ("--pdfx",), choices=("x4", "x1a")
)


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
    target: str,
    shop: str | None,
    standard: StandardName | None,
    output: str | None,
    force: bool,
) -> ExitCode:
    prepare_output(output, force=force)
    workshop, order = order_of(tool, sheet, orientation, lang, variant, changes, kit)
    poster, sizes = _made(workshop, order, target, shop, standard)
    console.show(poster.findings)
    file = hand_over(poster.data, output or poster.name, force=force)
    if file is not None:
        console.say(f"{file}  {measures(poster)}")
        for line in sizes:
            console.say(f"  {line}")
    return ExitCode.OK


def _made(
    workshop: Workshop, order: Order, target: str, shop: str | None, standard: StandardName | None
) -> tuple[Made, tuple[str, ...]]:
    """The poster, and what to say of its sizes at the shop."""
    if target == "print-shop":
        return made_for_shop(workshop, order, shop, standard)
    from sopprint.products.poster import make

    refuse_shop(shop, standard)
    return make(workshop, order, "office" if target == "office" else "screen"), ()


def made_for_shop(
    workshop: Workshop, order: Order, shop: str | None, standard: StandardName | None
) -> tuple[Made, tuple[str, ...]]:
    """Any product for the shop of that name, and what to say of its sizes there."""
    from sopprint.products.make import make_for_shop

    made, fits = make_for_shop(workshop, order, shop_of(workshop.library, shop), standard)
    return made, tuple(fits.lines())


def shop_of(library: Library, shop: str | None) -> Profile:
    """The shop of that name, else the kit's, else the default."""
    from sopprint.press.shop import DEFAULT, load

    own = library.kit.printing.shop if library.kit else None
    folder = library.kit_folder
    return load(shop or own or DEFAULT, folder.root if folder else None)


def refuse_shop(shop: str | None, standard: str | None) -> None:
    """Raise SopprintError where a shop's options are given and the product is not for one."""
    if shop is not None or standard is not None:
        raise usage("SP903", "--shop and --pdfx are for print shops", "add --for print-shop")


def prepare_output(output: str | None, *, force: bool) -> None:
    """Find out before the work, not after it, whether the PDF may go there. Raises SopprintError."""
    if output == "-":
        require_no_terminal("a PDF")
    elif output is not None:
        require_free(Path(output), force=force)


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


def measures(made: Made) -> str:
    """Size on paper and in the file: "36 × 24 in, 31 KB"."""
    return f"{made.width / 72:.4g} × {made.height / 72:.4g} in, {len(made.data) / 1000:.0f} KB"


COMMAND = Command("poster", "Make one poster.", (*POSTER, TARGET, SHOP, PDFX, OUTPUT, FORCE), run)
