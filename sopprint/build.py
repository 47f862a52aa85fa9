"""From a kit to all its products: what it asks for, and the work shared among processes.

Not here: how one product is made (`products/`), options, printing, writing a file (`deliver.py`).
"""

from __future__ import annotations

from fnmatch import fnmatchcase
from itertools import product
from typing import TYPE_CHECKING

from msgspec import Struct

from sopprint.errors import SopprintError
from sopprint.paper import paper
from sopprint.products.order import Order, quick_guide

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from sopprint.diagnostics import Diagnostic
    from sopprint.model.kit import Guides, Kit, QuickGuides, Wanted
    from sopprint.products.order import Made, ProductName
    from sopprint.products.workshop import Workshop
    from sopprint.resolve.library import ToolInfo


def orders(kit: Kit, tools: Sequence[ToolInfo], only: str | None = None) -> tuple[Order, ...]:
    """Everything a kit asks for, tool by tool in the library's order; `only` is a pattern for tool names.

    A pattern without * ? [ is looked for anywhere in the name. Raises PaperError for a paper that is not known.
    """
    return tuple(order for tool in tools if _matches(tool.name, only) for order in _of_tool(kit, tool))


def _of_tool(kit: Kit, tool: ToolInfo) -> Iterator[Order]:
    """Posters, guides, their booklets, quick guides."""
    yield from _posters(kit, tool)
    if kit.guides is not None:
        yield from _guides(kit.guides, tool)
    if kit.quick_guides is not None:
        yield from _quick_guides(kit.quick_guides, tool)


def _posters(kit: Kit, tool: ToolInfo) -> Iterator[Order]:
    posters = kit.posters
    for variant in _variants(posters, tool):
        for sheet, turn, lang in product(posters.papers, posters.orientations, posters.languages):
            yield Order(tool.name, paper(sheet), lang, None if turn == "default" else turn, variant)


def _guides(guides: Guides, tool: ToolInfo) -> Iterator[Order]:
    kinds: tuple[ProductName, ...] = ("guide", "booklet") if guides.booklets else ("guide",)
    yield from _of_kinds(guides, tool, kinds)


def _quick_guides(quick: QuickGuides, tool: ToolInfo) -> Iterator[Order]:
    yield from _of_kinds(quick, tool, tuple(quick_guide(role) for role in quick.roles))


def _of_kinds(wanted: Wanted, tool: ToolInfo, kinds: tuple[ProductName, ...]) -> Iterator[Order]:
    """Where a kit wants all tools, those whose words have no guide have none."""
    for variant in _variants(wanted, tool):
        for sheet, lang, kind in product(wanted.papers, wanted.languages, kinds):
            if wanted.tools != "all" or lang in tool.guides:
                yield Order(tool.name, paper(sheet), lang, variant=variant, product=kind)


def _variants(wanted: Wanted, tool: ToolInfo) -> tuple[str | None, ...]:
    """None for the tool itself, then its variants that are asked for."""
    if wanted.tools != "all" and tool.name not in wanted.tools:
        return ()
    named = (v.split("/", 1) for v in wanted.variants if "/" in v)
    return (None, *(variant for owner, variant in named if owner == tool.name))


def _matches(name: str, only: str | None) -> bool:
    if only is None:
        return True
    return fnmatchcase(name, only if any(c in only for c in "*?[") else f"*{only}*")


class Outcome(Struct, frozen=True):
    """What became of one order: the file written, or why not."""

    order: Order
    file: Path | None
    findings: tuple[Diagnostic, ...]
    exit_code: int = 0


def for_shops(wanted: Sequence[Order]) -> tuple[Order, ...]:
    """What a print shop is given of these: no booklets, because it puts pages on sheets itself."""
    return tuple(order for order in wanted if order.product != "booklet")


def make_all(
    kit: Path, wanted: Sequence[Order], out: Path, *, jobs: int = 1, force: bool = False, shop: str | None = None
) -> Iterator[Outcome]:
    """Make and write each order of a kit; a product that fails does not stop those after it.

    `shop` is the print shop's profile; None is for screens and office printers. With `jobs` above 1, that many
    processes share the tools; outcomes come in the order of `wanted` all the same, each tool's when it is done.
    """
    if jobs <= 1:
        yield from _make_some(kit, wanted, out, force, shop)
        return
    from concurrent.futures import ProcessPoolExecutor

    shares = _by_tool(wanted)
    with ProcessPoolExecutor(min(jobs, len(shares))) as pool:
        running = [pool.submit(_make_share, kit, share, out, force, shop) for share in shares]
        for done in running:
            yield from done.result()


def _by_tool(wanted: Sequence[Order]) -> list[list[Order]]:
    """Orders of one tool stay together: they share its files, its fonts, and a booklet its guide's pages."""
    shares: list[list[Order]] = []
    for order in wanted:
        if not shares or shares[-1][-1].tool != order.tool:
            shares.append([])
        shares[-1].append(order)
    return shares


def _make_share(kit: Path, wanted: Sequence[Order], out: Path, force: bool, shop: str | None) -> tuple[Outcome, ...]:
    return tuple(_make_some(kit, wanted, out, force, shop))


def _make_some(kit: Path, wanted: Sequence[Order], out: Path, force: bool, shop: str | None) -> Iterator[Outcome]:
    from sopprint.deliver import deliver
    from sopprint.products.workshop import Workshop
    from sopprint.resolve.library import Library

    make = _maker(Workshop(Library.open(kit)), kit, shop)
    for order in wanted:
        try:
            made = make(order)
            deliver(made.data, out / made.name, force=force)
            yield Outcome(order, out / made.name, made.findings)
        except SopprintError as failure:
            yield Outcome(order, None, failure.diagnostics, failure.exit_code)


def _maker(workshop: Workshop, kit: Path, shop: str | None) -> Callable[[Order], Made]:
    from sopprint.products.make import make, make_for_shop

    if shop is None:
        return lambda order: make(workshop, order)
    from sopprint.press.shop import load

    profile = load(shop, kit)
    return lambda order: make_for_shop(workshop, order, profile)[0]
