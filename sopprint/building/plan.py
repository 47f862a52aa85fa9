"""What a kit asks for: every product as an order, and as a job with the name of its file.

Not here: whether a file is there already (`run.py`), how a product is made (`products/`).
"""

from __future__ import annotations

import os
from fnmatch import fnmatchcase
from itertools import product as every
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from sopprint.diagnostics import Diagnostic
from sopprint.errors import ExitCode, SopprintError
from sopprint.paper import paper
from sopprint.products.order import Order, file_name, quick_guide, shop_name
from sopprint.resolve.overrides import COMMON, GUIDE, WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sopprint.model.kit import Guides, Kit, QuickGuides, Wanted
    from sopprint.paper import Paper
    from sopprint.press.shop import Profile
    from sopprint.products.order import ProductName
    from sopprint.resolve.library import Library, ToolInfo
    from sopprint.resources import Record

Target = Literal["screen", "office", "print-shop"]
_WEIGHTS = {"poster": 1.0, "guide": 9.0, "booklet": 1.0, "quick-guide-line-staff": 2.0, "quick-guide-leaders": 2.0}
_SHOP_WEIGHT = 8.0  # times as long: painted, finished and verified


class Job(Struct, frozen=True):
    """One file that a kit asks for. Values are plain, so that a manifest can hold them.

    `target` None is where a product has none: guides are for anywhere. `shop` is a print shop's profile.
    """

    file: str
    tool: str
    product: Literal["poster", "guide", "booklet", "quick-guide-line-staff", "quick-guide-leaders"]
    paper: str
    lang: str
    orientation: Literal["landscape", "portrait"] | None = None
    variant: str | None = None
    target: Target | None = None
    shop: str | None = None

    @property
    def order(self) -> Order:
        """What is made."""
        return Order(
            self.tool, paper(self.paper), self.lang, self.orientation, self.variant, product=self.product
        )

    @property
    def weight(self) -> float:
        """About how long it takes, against a poster."""
        return _WEIGHTS[self.product] * (_SHOP_WEIGHT if self.target == "print-shop" else 1.0)


class Asked(Struct, frozen=True):
    """What the command line says of targets: all for one, and for which shop; None leaves it to the kit."""

    target: Target | None = None
    shop: str | None = None


def describe(order: Order | Job) -> str:
    """One line that says which product is meant."""
    product = None if order.product == "poster" else order.product
    sheet = order.paper if isinstance(order.paper, str) else order.paper.name
    parts = (order.tool, order.variant, product, sheet, order.orientation, order.lang)
    return " ".join(part for part in parts if part)


# ------------------------------------------------------------------------------------------------ orders


def orders(kit: Kit, tools: Sequence[ToolInfo], only: str | None = None) -> tuple[Order, ...]:
    """Everything a kit asks for, tool by tool in the library's order; `only` is a pattern for tool names.

    Raises PaperError for a paper that is not known.
    """
    return tuple(order for tool in tools if fits(tool.name, only) for order in _of_tool(kit, tool))


def fits(name: str, only: str | None) -> bool:
    """Whether a tool's name fits a pattern; one without * ? [ is looked for anywhere in the name."""
    if only is None:
        return True
    return fnmatchcase(name, only if any(c in only for c in "*?[") else f"*{only}*")


def _of_tool(kit: Kit, tool: ToolInfo) -> Iterator[Order]:
    """Posters, guides, their booklets, quick guides."""
    yield from _posters(kit, tool)
    if kit.guides is not None:
        yield from _guides(kit.guides, tool)
    if kit.quick_guides is not None:
        yield from _quick_guides(kit.quick_guides, tool)


def _posters(kit: Kit, tool: ToolInfo) -> Iterator[Order]:
    """Where a kit wants all tools, those without words in a language have no poster in it."""
    posters = kit.posters
    for variant in _variants(posters, tool):
        for sheet, turn in every(posters.papers, posters.orientations):
            for lang in _languages_on(paper(sheet), posters.languages):
                if posters.tools != "all" or tool.speaks(lang):
                    yield Order(tool.name, paper(sheet), lang, None if turn == "default" else turn, variant)


def _languages_on(sheet: Paper, languages: tuple[str, ...]) -> tuple[str, ...]:
    """What is spoken on a paper: on one too small for two languages, each has a poster of its own."""
    if not any("+" in lang for lang in languages):
        return languages
    from sopprint.model.kit import each_of
    from sopprint.resolve.bilingual import is_wide

    return languages if is_wide(sheet) else each_of(languages)


def _guides(guides: Guides, tool: ToolInfo) -> Iterator[Order]:
    kinds: tuple[ProductName, ...] = ("guide", "booklet") if guides.booklets else ("guide",)
    yield from _of_kinds(guides, tool, kinds)


def _quick_guides(quick: QuickGuides, tool: ToolInfo) -> Iterator[Order]:
    yield from _of_kinds(quick, tool, tuple(quick_guide(role) for role in quick.roles))


def _of_kinds(wanted: Wanted, tool: ToolInfo, kinds: tuple[ProductName, ...]) -> Iterator[Order]:
    """Where a kit wants all tools, those whose words have no guide have none."""
    for variant in _variants(wanted, tool):
        for sheet, lang, kind in every(wanted.papers, wanted.languages, kinds):
            if wanted.tools != "all" or lang in tool.guides:
                yield Order(tool.name, paper(sheet), lang, variant=variant, product=kind)


def _variants(wanted: Wanted, tool: ToolInfo) -> tuple[str | None, ...]:
    """None for the tool itself, then its variants that are asked for."""
    if not wanted.wants(tool.name):
        return ()
    named = (v.split("/", 1) for v in wanted.variants if "/" in v)
    return (None, *(variant for owner, variant in named if owner == tool.name))


# ------------------------------------------------------------------------------------------------ jobs


Hurt = dict[str, tuple[Diagnostic, ...]]  # tools whose words have mistakes, and which


class Planned(Struct, frozen=True):
    """A kit's library and all its jobs. Those of `hurt` tools cannot be done; all others can."""

    library: Library
    jobs: tuple[Job, ...]
    hurt: Hurt


def opened(kit: Path, record: Record) -> tuple[Library, tuple[Order, ...]]:
    """A kit that has no mistakes, and all its orders. `record` gets all that was asked of files.

    Raises SopprintError with every mistake of the kit, and where it asks for nothing.
    """
    library, wanted, hurt = _opened(kit, record)
    if hurt:
        raise SopprintError([mistake for mistakes in hurt.values() for mistake in mistakes])
    return library, wanted


def plan(kit: Path, asked: Asked, record: Record) -> Planned:
    """All that a kit asks for, each file once. A mistake in one tool's words does not stop the other tools.

    Raises SopprintError for all other mistakes of the kit, for one that asks for nothing, and for its shop.
    """
    library, wanted, hurt = _opened(kit, record)
    shop = _shop(library, asked, record)
    found = (job for order in wanted for job in _jobs(library, order, asked.target, shop))
    return Planned(library, tuple({job.file: job for job in found}.values()), hurt)


def _opened(kit: Path, record: Record) -> tuple[Library, tuple[Order, ...], Hurt]:
    from sopprint.check.kit import check_kit
    from sopprint.resolve.library import Library

    mistakes = check_kit(kit, record=record).errors
    hurt: Hurt = {}
    for mistake in mistakes:
        name = _words_of(kit, mistake)
        if name is None:
            raise SopprintError(mistakes)
        hurt[name] = (*hurt.get(name, ()), mistake)
    library = Library.open(kit, record=record)
    if not hurt.keys() <= library.folders.keys():
        raise SopprintError(mistakes)
    assert library.kit is not None
    wanted = orders(library.kit, _tools(library, hurt))
    if not wanted:
        hint = "name tools under “posters:” in its sopprint.yaml"
        raise SopprintError([Diagnostic("SP909", "this kit asks for no tool at all", hints=(hint,))], ExitCode.USAGE)
    return library, wanted, hurt


def _words_of(kit: Path, mistake: Diagnostic) -> str | None:
    """The tool whose words in the kit have the mistake; None for one anywhere else."""
    file = Path(mistake.place.file) if mistake.place is not None else Path()
    if os.path.realpath(file.parent) != os.path.realpath(kit / WORDS):
        return None
    name = file.name.partition(".")[0]
    return name if name not in (COMMON, GUIDE) else None


def _tools(library: Library, hurt: Hurt) -> tuple[ToolInfo, ...]:
    """All tools; of those whose words in the kit cannot be read, what is shipped."""
    if not hurt:
        return library.tools()
    whole = type(library).open()
    return tuple((whole if name in hurt else library).tool(name) for name in sorted(library.folders))


class _Shop(Struct, frozen=True):
    """A print shop: what it is asked for by, which may be a path, and its profile."""

    name: str
    profile: Profile


def _shop(library: Library, asked: Asked, record: Record) -> _Shop | None:
    """The shop that something is made for, if anything is."""
    from sopprint.press.shop import DEFAULT, load

    kit, folder = library.kit, library.kit_folder
    assert kit is not None
    if asked.target != "print-shop" and (asked.target is not None or "print-shop" not in kit.posters.targets):
        return None
    name = asked.shop or kit.printing.shop or DEFAULT
    return _Shop(name, load(name, folder.root if folder else None, record))


def _jobs(library: Library, order: Order, asked: Target | None, shop: _Shop | None) -> Iterator[Job]:
    """An order for each of its targets. Guides have none of their own; a shop puts pages on sheets itself."""
    assert library.kit is not None
    targets: tuple[Target | None, ...]
    if asked == "print-shop":
        targets = () if order.product == "booklet" else (asked,)
    elif order.product != "poster":
        targets = (None,)
    else:
        targets = (asked,) if asked else library.kit.posters.targets
    turned = order.orientation or library.layout(order.tool)[1].orientation
    size = order.paper.turned(turned)
    name = file_name(order, landscape=size.width > size.height)
    for target in targets:
        named, by = name, None
        if target == "print-shop" and shop is not None:
            named, by = shop_name(name, shop.profile.name, shop.profile.shop.standard), shop.name
        elif target == "office" and "screen" in targets:  # both are asked for, so both need a name
            named = f"{name.removesuffix('.pdf')}-office.pdf"
        yield _job(order, target, named, by)


def _job(order: Order, target: Target | None, file: str, shop: str | None) -> Job:
    return Job(
        file, order.tool, order.product, order.paper.name, order.lang, order.orientation, order.variant, target, shop
    )
