"""Guides and quick guides: the words of a tool over pages, with the poster's own picture among them.

Not here: templates and Markdown (`resolve/guide.py`), pages (`layout/guide.py`), sheets to fold (`booklet.py`).
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from sopprint.diagnostics import Diagnostic
from sopprint.errors import SopprintError
from sopprint.products.order import Made, file_name, role_of, shop_name

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sopprint.frame import About
    from sopprint.layout.guide import LaidGuide
    from sopprint.layout.poster import Laid
    from sopprint.model.shop import StandardName
    from sopprint.press.fits import Fits
    from sopprint.press.shop import Profile
    from sopprint.products.order import Order
    from sopprint.products.workshop import Workshop
    from sopprint.resolve.document import Document
    from sopprint.resolve.guide import GuideText

# ISO 32000-1, table 150: at its own size, on both sides, turned like the pages of a book
_VIEWER: Mapping[str, str | int] = MappingProxyType({
    "PrintScaling": "None", "PickTrayByPDFSize": True, "Duplex": "DuplexFlipLongEdge",
})  # fmt: skip
# What preflight may warn of in a guide's print file: most pages are white to the edge; the finest words and lines are
# those of the poster's picture, and share pixels with their neighbours on the coarse plates that preflight measures
EXPECTED = frozenset({
    "bleed.empty", "text.tiny", "text.many-inks", "lines.many-inks", "lines.knocked-out", "ink.measured",
})  # fmt: skip
_ONE_WAY = ("it is read from right to left; the poster can be printed, with a guide in another language",)


class ArrangedGuide(Struct, frozen=True):
    """Pages of a guide, what the file says of itself, the poster it shows, and what that was made from."""

    laid: LaidGuide
    about: About
    poster: Laid
    document: Document


def arrange(shop: Workshop, order: Order) -> ArrangedGuide:
    """Lay a guide out. Raises SopprintError when a file is wrong, or something in poster or guide does not fit."""
    from sopprint.layout.guide import Running, lay_out_guide, plan
    from sopprint.layout.poster import is_mirrored, lay_out

    role = role_of(order.product)
    text = shop.guide_text(order)
    if is_mirrored(text.document):
        raise SopprintError([Diagnostic("SP154", f"guides cannot be laid out in “{order.lang}” yet", hints=_ONE_WAY)])
    setter = shop.setter(order.lang)
    poster = lay_out(text.document, setter)
    if poster.report.errors:
        raise SopprintError(poster.report)
    layout = plan(order.paper.size, "guide" if role is None else "quick-guide")
    count = "{page}" if role is None else text.count
    laid = lay_out_guide(text.blocks, text.document, poster, setter, layout, Running(text.foot, count, text.notes))
    if laid.report.errors:
        raise SopprintError(laid.report)
    return ArrangedGuide(laid, _about(text, order, poster.about), poster, text.document)


def make(shop: Workshop, order: Order) -> Made:
    """Make a guide to be read, or printed page by page. Raises SopprintError as `arrange` does."""
    from sopprint.pdf.painter import paint

    name, size = file_name(order), order.paper.size
    if name not in shop.guides:
        arranged = arrange(shop, order)
        data = paint(arranged.laid.pages, arranged.about, viewer=_VIEWER)
        pages = len(arranged.laid.pages)
        shop.guides[name] = Made(name, data, tuple(arranged.laid.report), size.width, size.height, pages)
    return shop.guides[name]


def make_for_shop(
    shop: Workshop, order: Order, profile: Profile, standard: StandardName | None = None, *, measure: bool = False
) -> tuple[Made, Fits]:
    """Make a guide for a print shop: its pages one by one, for the shop to impose; no film. Raises as `print_ready`."""
    from sopprint.press.job import Work, print_ready

    arranged = arrange(shop, order)
    document, pages = arranged.document, arranged.laid.pages
    ready = print_ready(
        Work(
            pages,
            replace(arranged.about, made_for="print-shop"),
            f"{document.tool.tool} {order.product}",
            document.tool.edition,
            shop.setter(order.lang),
            document.look,
            document.brand.name or "",
            laminated=False,
            expected=EXPECTED,
        ),
        profile,
        standard,
        measure=measure,
    )
    findings = (*arranged.laid.report, *ready.findings)
    name, size = shop_name(file_name(order), profile.name, ready.standard), order.paper.size
    return Made(name, ready.data, findings, size.width, size.height, len(pages)), ready.fits


def _about(text: GuideText, order: Order, poster: About) -> About:
    """As the poster's, but for what this is and which words it shows."""
    from sopprint.resolve.fingerprint import guide_words, marks

    return replace(
        poster,
        title=f"{text.title}: {text.kind}",
        paper=order.paper.name,
        product=order.product,
        made_for="office",
        words=marks(guide_words(text), text.document.fingerprint),
    )
