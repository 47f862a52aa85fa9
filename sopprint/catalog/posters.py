"""The poster of each tool in a catalogue: as a page for the PDF, and as a picture for the web."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from sopprint.draw.png import size_of
from sopprint.paper import paper
from sopprint.pdf.painter import paint
from sopprint.preview import picture
from sopprint.products.order import Order
from sopprint.products.poster import arrange

if TYPE_CHECKING:
    from sopprint.catalog.gather import Shown
    from sopprint.draw.png import PngSize
    from sopprint.frame import Page
    from sopprint.products.workshop import Workshop

WIDTH = 880  # pixels: twice what a picture takes on most screens
COLOURS = 48


class Poster(Struct, frozen=True):
    """A tool's poster, laid out and as a PNG."""

    page: Page
    png: bytes

    @property
    def size(self) -> PngSize:
        return size_of(self.png)


def poster(shop: Workshop, tool: Shown) -> Poster:
    """A tool's poster as it would be made today. Raises SopprintError as posters do, and SP905 without `preview`."""
    laid = arrange(shop, Order(tool.name, paper("arch-d"), tool.lang))
    return Poster(laid.page, picture(paint([laid.page], laid.about), width=WIDTH, colours=COLOURS))
