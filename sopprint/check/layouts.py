"""A tool laid out for real, on its smallest paper and on larger ones, in both orientations and every variant.

Purpose: findings that only a page can show (words too long, things that collide), each told once however many papers
show it. Comes after the checks of the registry, as one of `check_tool`'s `further`: it needs files without mistakes.
"""

from __future__ import annotations

import re
from itertools import product
from typing import TYPE_CHECKING

from msgspec import Struct

from sopprint.check.material import child, pairs, text
from sopprint.diagnostics import Diagnostic, Place
from sopprint.errors import SopprintError
from sopprint.paper import Orientation, Paper, paper

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sopprint.check.material import Material
    from sopprint.resolve.library import Library
    from sopprint.text.typesetter import Typesetter

PAPERS = ("tabloid", "arch-d", "36x48in")  # besides the smallest: a small page, a wide one, a large narrow one
NO_FONT = "SP306"  # a computer without the language's font, told by the check of fonts
TURNS: tuple[Orientation, ...] = ("landscape", "portrait")


class _Page(Struct, frozen=True):
    """One page to lay out. `name` is what findings call its paper."""

    sheet: Paper
    turn: Orientation
    variant: str | None

    @property
    def name(self) -> str:
        return f"{self.sheet.name} {self.turn}"


def fits_every_paper(material: Material) -> Iterator[Diagnostic]:
    """SP201 to SP213 on every paper in every language: the first page that shows a finding, the others in a hint."""
    from sopprint.resolve.library import Library

    yield from on_every_paper(material, Library(material.shared, {_tool(material): material.folder}))


def on_every_paper(material: Material, library: Library, both: Iterable[str] = ()) -> Iterator[Diagnostic]:
    """The same for a tool of any library, such as that of a kit; `both` are two languages on one poster, as "en+es"."""
    pages = tuple(_pages(material))
    for language in material.words:
        yield from _once(_on_pages(library, _tool(material), language, pages), material)
    for languages in both:
        from sopprint.resolve.bilingual import is_wide

        wide = (page for page in pages if is_wide(page.sheet))
        yield from _once(_on_pages(library, _tool(material), languages, wide), material)


def _tool(material: Material) -> str:
    return text(material.layout, "tool")


def _pages(material: Material) -> Iterator[_Page]:
    smallest = paper(text(material.layout, "smallest") or "letter")
    others = (sheet for sheet in map(paper, PAPERS) if sheet.size.width > smallest.size.width)
    variants = (None, *(str(name) for name, _ in pairs(child(material.layout, "variants"))))
    for sheet, turn, variant in product((smallest, *others), TURNS, variants):
        yield _Page(sheet, turn, variant)


def _on_pages(
    library: Library, tool: str, language: str, pages: Iterable[_Page]
) -> Iterator[tuple[_Page, Diagnostic]]:
    setter: Typesetter | None = None
    for page in pages:
        try:
            setter, found = _lay_out(library, tool, language, page, setter)
        except SopprintError as failure:
            found = failure.diagnostics
        yield from ((page, finding) for finding in found)


def _lay_out(
    library: Library, tool: str, language: str, page: _Page, setter: Typesetter | None
) -> tuple[Typesetter, tuple[Diagnostic, ...]]:
    """What one page shows; the typesetter is handed on, because it remembers fonts and shaped words."""
    from sopprint.check.page import check_page
    from sopprint.layout.poster import lay_out, typesetter

    document = library.document(
        tool, lang=language, paper=page.sheet, orientation=page.turn, variant=page.variant
    )
    setter = setter or typesetter(document)
    laid = lay_out(document, setter)
    if any(finding.code == NO_FONT for finding in laid.report):
        return setter, ()
    if laid.report.errors:  # words that do not fit also collide: one mistake, told once
        return setter, tuple(laid.report)
    return setter, (*laid.report, *check_page(laid.page, page.name))


def _once(found: Iterable[tuple[_Page, Diagnostic]], material: Material) -> Iterator[Diagnostic]:
    first: dict[tuple[str, ...], Diagnostic] = {}
    papers: dict[tuple[str, ...], dict[str, None]] = {}
    for page, finding in found:
        key = _identity(finding, page)
        first.setdefault(key, finding)
        papers.setdefault(key, {})[page.name] = None
    whole_file = Place(material.folder.shown("layout.yaml"))
    for key, finding in first.items():
        hints = (*finding.hints[:1], *_also(tuple(papers[key])[1:]))
        yield Diagnostic(finding.code, finding.message, finding.place or whole_file, hints, finding.severity)


def _identity(finding: Diagnostic, page: _Page) -> tuple[str, ...]:
    """The same for one mistake on different papers: measures and paper names in its message do not count."""
    if finding.place is not None:
        return finding.code, str(finding.place)
    return finding.code, re.sub(r"\d+(\.\d+)?", "", finding.message.replace(page.name, ""))


def _also(others: tuple[str, ...]) -> tuple[str, ...]:
    if not others:
        return ()
    more = f" and {len(others) - 1} more" if len(others) > 1 else ""
    return (f"the same on {others[0]}{more}",)
