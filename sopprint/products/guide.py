"""Guides and quick guides: the words of a tool over pages, with the poster's own picture among them.

Not here: templates and Markdown (`resolve/guide.py`), pages (`layout/guide.py`), sheets to fold (`booklet.py`).
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from sopprint.errors import SopprintError
from sopprint.products.order import Made, file_name, role_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sopprint.frame import About
    from sopprint.layout.guide import LaidGuide
    from sopprint.layout.poster import Laid
    from sopprint.products.order import Order
    from sopprint.products.workshop import Workshop
    from sopprint.resolve.guide import GuideText

# ISO 32000-1, table 150: at its own size, on both sides, turned like the pages of a book
_VIEWER: Mapping[str, str | int] = MappingProxyType({
    "PrintScaling": "None", "PickTrayByPDFSize": True, "Duplex": "DuplexFlipLongEdge",
})  # fmt: skip


class ArrangedGuide(Struct, frozen=True):
    """Pages of a guide, what the file says of itself, and the poster it shows."""

    laid: LaidGuide
    about: About
    poster: Laid


def arrange(shop: Workshop, order: Order) -> ArrangedGuide:
    """Lay a guide out. Raises SopprintError when a file is wrong, or something in poster or guide does not fit."""
    from sopprint.layout.guide import Running, lay_out_guide, plan
    from sopprint.layout.poster import lay_out
    from sopprint.resolve.guide import guide_blocks

    role = role_of(order.product)
    text = guide_blocks(shop.library, order.tool, order.lang, order.variant, role)
    setter = shop.setter(order.lang)
    poster = lay_out(text.document, setter)
    if poster.report.errors:
        raise SopprintError(poster.report)
    layout = plan(order.paper.size, "guide" if role is None else "quick-guide")
    count = "{page}" if role is None else text.count
    laid = lay_out_guide(text.blocks, text.document, poster, setter, layout, Running(text.foot, count, text.notes))
    if laid.report.errors:
        raise SopprintError(laid.report)
    return ArrangedGuide(laid, _about(text, order, poster.about), poster)


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
