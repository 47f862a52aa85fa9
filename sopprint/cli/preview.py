"""`sopprint preview`: one poster as a PNG picture."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sopprint.cli.choose import FORCE, POSTER, order_of, usage
from sopprint.cli.poster import SHOP, hand_over, require_free, require_no_terminal, shop_of
from sopprint.cli.spec import Command, Parameter
from sopprint.errors import ExitCode

if TYPE_CHECKING:
    from sopprint.cli.console import Console
    from sopprint.frame import Page
    from sopprint.paper import Orientation
    from sopprint.press.shop import Profile

_WIDTH = Parameter("width", "Width in pixels.", ("--width",), kind="number", default=1600)
_COLOURS = Parameter("colours", "Reduce to so many colours, 2 to 256, for a small file.", ("--colours",), kind="number")
_BOXES = Parameter(
    "boxes", "Show bleed, trim, safe area, laminate edge and grommets of the print shop.", ("--boxes",), kind="switch"
)
_PROOF = Parameter(
    "proof", "Show the colours as the print shop’s press will print them (soft proof).", ("--proof",), kind="switch"
)
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
    boxes: bool,
    proof: bool,
    shop: str | None,
    output: str | None,
    force: bool,
) -> ExitCode:
    from sopprint.pdf.painter import paint
    from sopprint.preview import picture
    from sopprint.products.poster import arrange, make

    if output == "-":
        require_no_terminal("a PNG")
    elif output is not None:
        require_free(Path(output), force=force)
    if shop is not None and not (boxes or proof):
        raise usage("SP903", "--shop is for --boxes and --proof", "add one of them")
    workshop, order = order_of(tool, sheet, orientation, lang, variant, changes, kit)
    poster = make(workshop, order)
    console.show(poster.findings)
    data = poster.data
    if boxes or proof:
        laid = arrange(workshop, order)
        data = paint([_proofed(laid.page, shop_of(workshop.library, shop), boxes=boxes, proof=proof)], laid.about)
    png = picture(data, width=width, colours=colours)
    target = hand_over(png, output or str(Path(poster.name).with_suffix(".png")), force=force)
    if target is not None:
        console.say(f"{target}  {len(png) / 1000:.0f} KB")
    return ExitCode.OK


def _proofed(page: Page, profile: Profile, *, boxes: bool, proof: bool) -> Page:
    from sopprint.press.proof import soft_proof, with_boxes

    inked = soft_proof(page, profile.icc) if proof else page
    return with_boxes(inked, profile.shop) if boxes else inked


COMMAND = Command(
    "preview", "Draw one poster as a PNG picture.",
    (*POSTER, _WIDTH, _COLOURS, _BOXES, _PROOF, SHOP, _OUTPUT, FORCE), run,
)  # fmt: skip
