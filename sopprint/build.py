"""From an order to a finished poster, and from a kit to all its posters.

Purpose: the one place that leads a poster through the rooms (resolve, layout, pdf), and the list of what a kit makes.
Not here: options, printing, writing files (`deliver.py`). Heavy rooms are imported when the first poster is drawn.
"""

from __future__ import annotations

from fnmatch import fnmatchcase
from itertools import product
from typing import TYPE_CHECKING

from msgspec import Struct, field

from sopprint.diagnostics import Diagnostic
from sopprint.errors import ExitCode, SopprintError
from sopprint.paper import Orientation, Paper, paper

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from sopprint.diagnostics import Report
    from sopprint.layout.poster import Laid
    from sopprint.model.kit import Kit
    from sopprint.model.shop import StandardName
    from sopprint.press.fits import Fits
    from sopprint.press.shop import Profile
    from sopprint.resolve.document import Document
    from sopprint.resolve.library import Library, ToolInfo
    from sopprint.text.typesetter import Typesetter


class Order(Struct, frozen=True):
    """One poster that somebody wants. `orientation` None: the tool's own. `settings` may only add to a kit's."""

    tool: str
    paper: Paper
    lang: str = "en"
    orientation: Orientation | None = None
    variant: str | None = None
    settings: Mapping[str, bool] = field(default_factory=dict)


class Poster(Struct, frozen=True):
    """A finished poster: its file name, its bytes, its findings that are not errors, and its size in points."""

    name: str
    data: bytes
    findings: tuple[Diagnostic, ...]
    width: float
    height: float


def arrange(library: Library, order: Order, setter: Typesetter | None = None) -> Laid:
    """Lay one poster out. Raises SopprintError when a file is wrong or something does not fit.

    Posters of one kit and language may share a typesetter: it remembers fonts and shaped words.
    """
    return _laid(_document(library, order), order, setter)


def _document(library: Library, order: Order) -> Document:
    return library.document(
        order.tool,
        lang=order.lang,
        paper=order.paper,
        orientation=order.orientation,
        variant=order.variant,
        settings=order.settings,
    )


def _laid(document: Document, order: Order, setter: Typesetter | None) -> Laid:
    from sopprint.layout.poster import lay_out

    laid = lay_out(document, setter)
    if laid.report.errors:
        raise _refusal(order, document.tool.smallest, laid.report)
    return laid


def _refusal(order: Order, smallest: str, report: Report) -> SopprintError:
    """Why a poster cannot be made: its words, or paper that is smaller than the tool is made for."""
    least, asked = paper(smallest), order.paper
    if asked.size.width >= least.size.width and asked.size.height >= least.size.height:
        return SopprintError(report)
    message = f"{order.tool} does not fit on {asked.name}: parts of it would be too small to read"
    hint = f"the smallest paper it is made for is {least.name}"
    return SopprintError([Diagnostic("SP135", message, hints=(hint,))], ExitCode.USAGE)


def make(
    library: Library,
    order: Order,
    setter: Typesetter | None = None,
    *,
    viewer: Mapping[str, str | int] | None = None,
) -> Poster:
    """Make one poster for screens and office printers. Raises SopprintError as `arrange` does.

    `viewer` are viewer preferences (ISO 32000-1, table 150).
    """
    from sopprint.pdf.painter import paint

    laid = arrange(library, order, setter)
    size = laid.page.size
    name = file_name(order, landscape=size.width > size.height)
    return Poster(name, paint([laid.page], laid.about, viewer=viewer), tuple(laid.report), size.width, size.height)


def make_for_shop(
    library: Library,
    order: Order,
    profile: Profile,
    standard: StandardName | None = None,
    setter: Typesetter | None = None,
) -> tuple[Poster, Fits]:
    """Make one poster for a print shop, and say how it fits there. Raises SopprintError as `print_ready` does."""
    from sopprint.layout.poster import typesetter
    from sopprint.press.job import Work, print_ready

    document = _document(library, order)
    setter = setter or typesetter(document)
    laid = _laid(document, order, setter)
    size, tool = laid.page.size, document.tool
    work = Work(laid.page, laid.about, tool.tool, tool.edition, setter, document.look, document.brand.name or "")
    made = print_ready(work, profile, standard)
    name = file_name(order, landscape=size.width > size.height).removesuffix(".pdf")
    name = f"{name}-{profile.name}-{made.standard}.pdf"
    return Poster(name, made.data, (*laid.report, *made.findings), size.width, size.height), made.fits


def file_name(order: Order, *, landscape: bool) -> str:
    """`{tool}[-{variant}]-{paper}-{orientation}-{lang}.pdf`."""
    turned = "landscape" if landscape else "portrait"
    parts = (order.tool, order.variant, order.paper.name, turned, order.lang)
    return "-".join(part for part in parts if part) + ".pdf"


def orders(kit: Kit, tools: Sequence[ToolInfo], only: str | None = None) -> tuple[Order, ...]:
    """Every poster a kit asks for, in the library's order of tools; `only` is a pattern for tool names.

    A pattern without * ? [ is looked for anywhere in the name. Raises PaperError for a paper that is not known.
    """
    return tuple(order for order in _wanted(kit, tools) if _matches(order.tool, only))


def _wanted(kit: Kit, tools: Sequence[ToolInfo]) -> Iterator[Order]:
    posters = kit.posters
    for tool in tools:
        if posters.tools != "all" and tool.name not in posters.tools:
            continue
        named = (v.split("/", 1) for v in posters.variants if "/" in v)
        variants = (None, *(variant for owner, variant in named if owner == tool.name))
        for variant, sheet, turn, lang in product(variants, posters.papers, posters.orientations, posters.languages):
            yield Order(tool.name, paper(sheet), lang, None if turn == "default" else turn, variant)


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


def make_all(kit: Path, wanted: Sequence[Order], out: Path, *, jobs: int = 1, force: bool = False) -> Iterator[Outcome]:
    """Make and write each order of a kit; a poster that fails does not stop those after it.

    With `jobs` above 1, that many processes share the orders; outcomes come in the order of `wanted` all the same.
    """
    if jobs <= 1:
        yield from _make_some(kit, wanted, out, force=force)
        return
    from concurrent.futures import ProcessPoolExecutor

    # each process gets one share, so that it opens the library and the fonts once
    shares = [wanted[start::jobs] for start in range(min(jobs, len(wanted)))]
    with ProcessPoolExecutor(len(shares)) as pool:
        running = [pool.submit(_make_share, kit, share, out, force) for share in shares]
        done = [iter(share.result()) for share in running]
    for number in range(len(wanted)):
        yield next(done[number % len(shares)])


def _make_share(kit: Path, wanted: Sequence[Order], out: Path, force: bool) -> tuple[Outcome, ...]:
    return tuple(_make_some(kit, wanted, out, force=force))


def _make_some(kit: Path, wanted: Sequence[Order], out: Path, *, force: bool) -> Iterator[Outcome]:
    from sopprint.deliver import deliver
    from sopprint.resolve.library import Library

    library = Library.open(kit)
    setters: dict[str, Typesetter] = {}
    for order in wanted:
        try:
            poster = make(library, order, _setter(library, order.lang, setters))
            deliver(poster.data, out / poster.name, force=force)
            yield Outcome(order, out / poster.name, poster.findings)
        except SopprintError as failure:
            yield Outcome(order, None, failure.diagnostics, failure.exit_code)


def _setter(library: Library, lang: str, known: dict[str, Typesetter]) -> Typesetter:
    from sopprint.text.faces import FaceBook
    from sopprint.text.typesetter import Typesetter

    if lang not in known:
        look = library.look()
        known[lang] = Typesetter(FaceBook(look.families, look.fallbacks), lang)
    return known[lang]
