"""`make pictures`: a small picture of each element, cut out of a poster that shows nothing else."""

from __future__ import annotations

import io
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image

from docs.snippets import snippets
from sopprint.layout.poster import EDGE, TOP
from sopprint.paper import paper
from sopprint.preview import picture
from sopprint.products.order import Order
from sopprint.products.poster import make
from sopprint.products.workshop import Workshop
from sopprint.resolve.document import UNITS
from sopprint.resolve.library import Library

if TYPE_CHECKING:
    from docs.snippets import Snippet

FOLDER = Path(__file__).parent / "pictures" / "elements"
SHEET = "24x36in"
PIXELS = 0.32  # of one u; what is large is made smaller
WIDEST = 560  # pixels
MARGIN = 28.0  # u of the page around the element
COLOURS = 24


def main() -> None:
    """Draw every snippet anew."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as parent:
        for snippet in snippets():
            (FOLDER / f"{snippet.name}.png").write_bytes(draw(snippet, Path(parent)))


def draw(snippet: Snippet, parent: Path) -> bytes:
    """The snippet's box and a little around it as PNG."""
    folder = snippet.write(parent)
    poster = make(Workshop(Library.open(None, (folder,))), Order(snippet.name, paper(SHEET)))
    width, height = snippet.shown
    pixels = min(PIXELS, WIDEST / (width + 2 * MARGIN))
    png = picture(poster.data, width=round(UNITS * poster.width / poster.height * pixels))
    left, top = EDGE - MARGIN, TOP - MARGIN
    box = (left, top, left + width + 2 * MARGIN, top + snippet.over + height + 2 * MARGIN)
    cut = Image.open(io.BytesIO(png)).crop(tuple(round(edge * pixels) for edge in box))
    file = io.BytesIO()
    small = cut.convert("RGB").quantize(COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    small.save(file, "PNG", optimize=True)
    return file.getvalue()


if __name__ == "__main__":
    main()
