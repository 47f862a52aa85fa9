"""`sopprint quick-guide`: two pages on a tool, for line staff or for leaders."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopprint.cli.choose import FORCE, KIT, LANG, TOOL, VARIANT, library_of, paper_parameter, sheet_of
from sopprint.cli.guide import TARGET, finish, made_for
from sopprint.cli.poster import OUTPUT, PDFX, SHOP, prepare_output
from sopprint.cli.spec import Command, Parameter

if TYPE_CHECKING:
    from sopprint.cli.console import Console
    from sopprint.errors import ExitCode
    from sopprint.model.shop import StandardName
    from sopprint.resolve.guide import Role

_PAPER = paper_parameter("letter", "The paper of its two pages, letter or a4.")
_ROLE = Parameter(
    "role", "Whom it is for.", ("--role",), default="line-staff", choices=("line-staff", "leaders"),
)  # fmt: skip


def run(
    console: Console,
    *,
    tool: str,
    role: Role,
    sheet: str,
    lang: str,
    variant: str | None,
    target: str,
    shop: str | None,
    standard: StandardName | None,
    kit: str | None,
    output: str | None,
    force: bool,
) -> ExitCode:
    from sopprint.products.order import Order, quick_guide
    from sopprint.products.workshop import Workshop

    prepare_output(output, force=force)
    page = sheet_of(sheet)
    library, name = library_of(tool, kit)
    order = Order(name, page, lang, variant=variant, product=quick_guide(role))
    made, sizes = made_for(Workshop(library), order, target, shop, standard)
    return finish(console, made, output, sizes, force=force)


COMMAND = Command(
    "quick-guide", "Make a tool's two-page guide for line staff or for leaders.",
    (TOOL, _ROLE, _PAPER, LANG, VARIANT, TARGET, SHOP, PDFX, KIT, OUTPUT, FORCE), run,
)  # fmt: skip
