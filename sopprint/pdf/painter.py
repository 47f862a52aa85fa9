"""Pages in, a finished PDF 1.7 with PDF/UA-1 tags out. Layout has decided everything; this only orders the work.

The same pages give the same bytes: no clock, no set order, no setting of the user's machine (`engine.py`) has a say.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopprint.geometry import Size
from sopprint.pdf import metadata
from sopprint.pdf.canvas import TaggedCanvas
from sopprint.pdf.content import Content
from sopprint.pdf.fonts import Fonts
from sopprint.pdf.images import Images
from sopprint.pdf.objects import text
from sopprint.pdf.tags import Painted, write_tree

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sopprint.frame import About, Page
    from sopprint.pdf.content import Ink


def paint(pages: Sequence[Page], about: About, *, target: Ink = "screen") -> bytes:
    """Paint at least one page to a finished file.

    "screen": sRGB values, the sheet is the trimmed page. "press": CMYK values, the sheet is larger by the bleed.
    Raises fonts.FontError for a missing glyph or a font without TrueType outlines, images.ImageError for a bad picture.
    """
    canvas = TaggedCanvas(about.lang)
    fonts, images = Fonts(), Images(canvas.store)
    painted = []
    for key, page in enumerate(pages):
        origin = page.bleed if target == "press" else 0.0
        content = Content(page, fonts, images, ink=target, origin=origin, lang=about.lang)
        canvas.addLiteral(content.write())
        number = canvas.end_page(_sheet(page, origin), _boxes(page, origin), key)
        painted.append(Painted(page, number, origin, content.owners))
    canvas.set_resources(fonts.embed(canvas.store), images.objects)
    return _finish(canvas, painted, about)


def _finish(canvas: TaggedCanvas, painted: Sequence[Painted], about: About) -> bytes:
    date = metadata.written_at()
    packet = canvas.store.stream(
        metadata.xmp(about, date), {"Type": "Metadata", "Subtype": "XML"}, compress=False
    )  # in the clear, so that tools that scan a file for its packet find it
    canvas.set_catalog({
        "Lang": text(about.lang), "MarkInfo": {"Marked": True}, "Metadata": packet,
        "StructTreeRoot": write_tree(canvas.store, painted), "ViewerPreferences": {"DisplayDocTitle": True},
    })  # fmt: skip
    return canvas.finish(canvas.store.add(metadata.info(about, date)))


def _sheet(page: Page, origin: float) -> Size:
    return Size(page.size.width + 2 * origin, page.size.height + 2 * origin)


def _boxes(page: Page, origin: float) -> dict[str, tuple[float, ...]]:
    """Page boxes (ISO 32000-1, 14.11.2), bottom left origin."""
    sheet = _sheet(page, origin)
    trim = (origin, origin, origin + page.size.width, origin + page.size.height)
    media = (0.0, 0.0, sheet.width, sheet.height)
    boxes: dict[str, tuple[float, ...]] = {"MediaBox": media, "TrimBox": trim}
    if origin:
        boxes["BleedBox"] = media
    return boxes
