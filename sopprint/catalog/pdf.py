"""The catalogue to print: the same tools as the page, each with its poster in small, on few letter pages.

Blocks of the guide's kind, laid out as guides are, so that it is tagged and has bookmarks like them. Not here: words
(`gather.py`), the posters (`posters.py`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from sopprint.errors import SopprintError
from sopprint.frame import About
from sopprint.layout.guide import Running, lay_out_guide, plan
from sopprint.layout.miniature import miniature
from sopprint.model.blocks import Box, Heading, Paragraph, Span
from sopprint.paper import paper
from sopprint.pdf.painter import paint
from sopprint.text.faces import MissingGlyphs

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sopprint.catalog.gather import Catalogue, Shown
    from sopprint.frame import Page
    from sopprint.model.blocks import Block
    from sopprint.products.workshop import Workshop
    from sopprint.resolve.look import Look
    from sopprint.text.typesetter import Typesetter

PICTURE = 260.0  # points; about twice as wide as it is shown
_SHARES = "1|2.7"


def printed(shop: Workshop, catalogue: Catalogue, posters: Mapping[str, Page]) -> bytes:
    """The catalogue as a PDF. `posters` are the tools' posters by name.

    Raises SopprintError when something does not fit or no font has a character.
    """
    first = catalogue.tools[0]
    document = shop.library.document(first.name, lang=first.lang, paper=paper("arch-d"))
    shelf = {name: miniature(page, PICTURE) for name, page in posters.items()}
    running = Running(f"{catalogue.county} · {catalogue.labels.title}", catalogue.labels.count)
    layout = plan(paper("letter").size, "quick-guide")
    setter = shop.setter(catalogue.lang)
    catalogue = replace(catalogue, language_names=_printable(catalogue.language_names, document.look, setter))
    laid = lay_out_guide(tuple(_blocks(catalogue)), document, None, setter, layout, running, shelf)
    if laid.report.errors:
        raise SopprintError(laid.report)
    return paint(laid.pages, _about(catalogue))


def _printable(names: Mapping[str, str], look: Look, setter: Typesetter) -> dict[str, str]:
    """What languages call themselves; the tag of one whose font this computer has not."""
    family = look.styles["item"].family
    found = {}
    for tag, name in names.items():
        try:
            setter.face(family, 400, name)
            found[tag] = name
        except MissingGlyphs:
            found[tag] = tag
    return found


def _blocks(catalogue: Catalogue) -> Iterator[Block]:
    labels = catalogue.labels
    options = {
        "title": labels.title, "subtitle": labels.lead, "program": catalogue.program, "county": catalogue.county,
        "edition": "", "icon": "house",
    }  # fmt: skip
    yield Box("banner", options)
    for tool in catalogue.tools:
        alt = labels.picture.format(title=tool.title)
        picture = Box("column", {}, (Box("thumbnail", {"of": tool.name, "alt": alt}),))
        words = Box("column", {}, tuple(_words(tool, catalogue)))
        yield Box("columns", {"widths": _SHARES, "gap": "14"}, (picture, words))


def _words(tool: Shown, catalogue: Catalogue) -> Iterator[Block]:
    yield Heading(2, (Span(tool.title),), tool.name)
    yield Paragraph((Span(tool.purpose),))
    lines = [Paragraph((Span(f"{label}: ", "strong"), Span(words))) for label, words in _facts(tool, catalogue)]
    yield Box("small", {}, tuple(lines))


def _facts(tool: Shown, catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """What helps to choose, in a line each."""
    labels = catalogue.labels
    languages = ", ".join(catalogue.language_names[tag] for tag in tool.languages)
    products = dict.fromkeys(labels.products.get(file.product, file.product) for file in tool.files)
    for label, words in (
        (labels.use, tool.use[0] if tool.use else ""), (labels.who, tool.who),
        (labels.languages, languages), (labels.sizes, ", ".join(tool.sizes)), (labels.files, ", ".join(products)),
        (labels.edition, tool.edition),
    ):  # fmt: skip
        if words:
            yield label, words


def _about(catalogue: Catalogue) -> About:
    labels = catalogue.labels
    return About(
        title=f"{catalogue.county}: {labels.title}",
        lang=catalogue.lang,
        subject=labels.lead,
        author=catalogue.county,
        keywords=tuple(tool.title for tool in catalogue.tools),
        product="catalogue",
    )
