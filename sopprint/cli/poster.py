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
    from sopprint.products.order import Made, Order
    from sopprint.products.workshop import Workshop

OUTPUT = Parameter(
    "output", "The file to write, or - for standard output. Default: named after the poster, in this folder.",
    ("-o", "--output"), metavar="FILE",
)  # fmt: skip

TARGET = Parameter(
    "target", "Where it is used: on screens, on an office printer at its own size, or at a print shop.", ("--for",),
    default="screen", choices=("screen", "office", "print-shop"),
)  # fmt: skip
SHOP = Parameter(
    "shop", "The print shop's profile; `sopprint shop list` names them. Default: wide-format.", ("--shop",),
    metavar="SHOP",
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
    from sopprint.products.poster import make, make_for_shop

    if target != "print-shop":
        if shop is not None or standard is not None:
            raise usage("SP903", "--shop and --pdfx are for print shops", "add --for print-shop")
        return make(workshop, order, "office" if target == "office" else "screen"), ()
    from sopprint.press.shop import DEFAULT, load

    folder = workshop.library.kit_folder
    profile = load(shop or DEFAULT, folder.root if folder else None)
    poster, fits = make_for_shop(workshop, order, profile, standard)
    return poster, tuple(fits.lines())


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
