"""`sopprint build`: all the posters and guides of a county's kit."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import TYPE_CHECKING, cast

from sopprint.cli.choose import FORCE, usage
from sopprint.cli.poster import SHOP, refuse_shop, shop_of
from sopprint.cli.spec import Command, Parameter
from sopprint.errors import ExitCode, SopprintError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sopprint.build import Outcome
    from sopprint.cli.console import Console
    from sopprint.model.kit import Kit
    from sopprint.products.order import Order

_KIT = Parameter("kit", "The kit's folder, with its sopprint.yaml.", default=".", metavar="[KIT]")
_OUT = Parameter("out", "The folder to write to.", ("-o", "--out"), default="out", metavar="DIR")
_ONLY = Parameter("only", "Only tools whose name has this in it, or fits this pattern.", ("--only",), metavar="PATTERN")
_DRY = Parameter("dry_run", "Only tell what would be made.", ("--dry-run",), kind="switch")
_JOBS = Parameter("jobs", "Processes at work at the same time.", ("--jobs",), kind="number", default=1)


_TARGET = Parameter(
    "target", "Where it is used: on screens and office printers, or at a print shop.", ("--for",), default="office",
    choices=("office", "print-shop"),
)  # fmt: skip


def run(
    console: Console,
    *,
    kit: str,
    out: str,
    only: str | None,
    target: str,
    shop: str | None,
    dry_run: bool,
    jobs: int,
    force: bool,
) -> ExitCode:
    from sopprint.build import for_shops, make_all

    if jobs < 1:
        raise usage("SP903", f"{jobs} processes cannot make anything", "--jobs takes a number from 1 on")
    if Path(out).exists() and not Path(out).is_dir():
        raise usage("SP902", f"{out} is not a folder", "name a folder with -o, or one that is not there yet")
    wanted = orders_of(Path(kit), only)
    profile = _shop(Path(kit), target, shop)
    if profile is not None:
        wanted = for_shops(wanted)
    if dry_run:
        for order in wanted:
            console.give(describe(order))
        return ExitCode.OK
    gc.enable()  # ReportLab's cycles add up over many posters
    worst = ExitCode.OK
    outcomes = make_all(Path(kit), wanted, Path(out), jobs=jobs, force=force, shop=profile)
    for done, outcome in enumerate(outcomes, 1):
        _tell(console, outcome, f"{done}/{len(wanted)}")
        worst = max(worst, ExitCode(outcome.exit_code))
    return worst


def _shop(kit: Path, target: str, shop: str | None) -> str | None:
    """The name of the shop that this is for, known to be there; None for screens and office printers."""
    if target != "print-shop":
        refuse_shop(shop, None)
        return None
    from sopprint.resolve.library import Library

    profile = shop_of(Library.open(kit), shop)
    return shop or profile.name


def orders_of(kit: Path, only: str | None = None) -> Sequence[Order]:
    """What a kit wants. Raises SopprintError for a folder without a kit, mistakes in it, or nothing that fits."""
    from sopprint.build import orders
    from sopprint.check.kit import check_kit
    from sopprint.resolve.library import Library

    if not (kit / "sopprint.yaml").is_file():
        raise usage("SP908", f"there is no sopprint.yaml in {kit}", "make a kit with: sopprint new kit my-county")
    if mistakes := check_kit(kit).errors:
        raise SopprintError(mistakes)
    library = Library.open(kit)
    wanted = orders(cast("Kit", library.kit), library.tools(), only)
    if not wanted:
        names = ", ".join(tool.name for tool in library.tools())
        raise usage("SP909", f"nothing in this kit fits “{only}”", f"its tools are {names}")
    return wanted


def describe(order: Order) -> str:
    """One line that says which product an order means."""
    product = None if order.product == "poster" else order.product
    parts = (order.tool, order.variant, product, order.paper.name, order.orientation, order.lang)
    return " ".join(part for part in parts if part)


def _tell(console: Console, outcome: Outcome, count: str) -> None:
    console.show(outcome.findings)
    if outcome.file is None:
        console.say(f"[{count}] failed: {describe(outcome.order)}", level=-1)
    else:
        console.say(f"[{count}] {outcome.file}")


COMMAND = Command(
    "build", "Make all the posters and guides of a county's kit.",
    (_KIT, _OUT, _ONLY, _TARGET, SHOP, _DRY, _JOBS, FORCE), run,
)  # fmt: skip
