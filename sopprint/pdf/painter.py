"""Pages in, a finished PDF 1.7 with PDF/UA-1 tags out. Layout has decided everything; this only orders the work.

What only guides and forms have, links, fields and ways about, is loaded when a page has some.

The same pages give the same bytes: no clock, no set order, no setting of the user's machine (`engine.py`) has a say.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from sopprint.errors import SopprintError
from sopprint.geometry import Size
from sopprint.pdf import metadata
from sopprint.pdf.canvas import TaggedCanvas
from sopprint.pdf.content import FILL_OVER, KNOCKOUT, STROKE_OVER, Content
from sopprint.pdf.faults import PaintError
from sopprint.pdf.fonts import Fonts
from sopprint.pdf.forms import Forms
from sopprint.pdf.images import Images
from sopprint.pdf.objects import text
from sopprint.pdf.tags import Painted, write_tree

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sopprint.frame import About, FieldItem, LinkItem, Page
    from sopprint.pdf.content import Ink
    from sopprint.pdf.objects import Indirect, Store, Value

# ISO 32000-1, 8.6.7: mode 1 leaves the plates alone whose ink is 0
_STATES: Mapping[str, Value] = MappingProxyType({
    FILL_OVER: {"Type": "ExtGState", "OP": False, "op": True, "OPM": 1},
    STROKE_OVER: {"Type": "ExtGState", "OP": True, "op": False, "OPM": 1},
    KNOCKOUT: {"Type": "ExtGState", "OP": False, "op": False, "OPM": 0},
})  # fmt: skip


def paint(
    pages: Sequence[Page], about: About, *, target: Ink = "screen", viewer: Mapping[str, str | int] | None = None
) -> bytes:
    """Paint at least one page to a finished file.

    "screen": sRGB values, the sheet is the trimmed page. "press": CMYK values, the sheet is larger by the bleed.
    `viewer` adds viewer preferences (ISO 32000-1, table 150), such as {"Duplex": "DuplexFlipLongEdge"}.
    Raises SopprintError for a character without a glyph (SP301), a font (SP302) or picture (SP303) that cannot be
    embedded, a link that leads nowhere (SP304), and two bookmarks of one name (SP305).
    """
    try:
        canvas = TaggedCanvas(about.lang)
        painted = _paint(canvas, pages, about, target)
        return _finish(canvas, painted, about, viewer or {})
    except PaintError as fault:
        raise SopprintError([fault.diagnostic()]) from fault


def _paint(canvas: TaggedCanvas, pages: Sequence[Page], about: About, target: Ink) -> list[Painted]:
    fonts, images = Fonts(), Images(canvas.store)

    def content_of(page: Page, origin: float) -> Content:
        return Content(page, fonts, images, forms, ink=target, origin=origin, lang=about.lang)

    forms = Forms(canvas.store, lambda page: content_of(page, 0.0).picture())
    painted = []
    next_key = len(pages)  # of the parent tree: the pages come first
    for key, page in enumerate(pages):
        origin = page.bleed if target == "press" else 0.0
        content = content_of(page, origin)
        canvas.addLiteral(content.write())
        owned = _annotations(canvas.store, page, content.annotations, origin, next_key)
        next_key += len(owned)
        annotations = [annotation for _, annotation in owned]
        number = canvas.end_page(_sheet(page, origin), _boxes(page, origin), key, annotations)
        painted.append(Painted(page, number, origin, content.owners, owned))
    states = _STATES if target == "press" else None
    forms.set_resources(canvas.set_resources(fonts.embed(canvas.store), images.objects, forms.objects, states))
    return painted


def _annotations(
    store: Store, page: Page, items: Sequence[LinkItem | FieldItem], origin: float, first_key: int
) -> tuple[tuple[int, Indirect], ...]:
    if not items:
        return ()
    from sopprint.pdf.annotations import write_annotations

    return write_annotations(store, page, items, origin, first_key)


def _navigation(store: Store, painted: Sequence[Painted]) -> dict[str, Value]:
    if not any(each.page.bookmarks or each.page.label or each.annotations for each in painted):
        return {}
    from sopprint.pdf.fields import form
    from sopprint.pdf.navigation import navigation

    return {**navigation(store, painted), **form(store, painted)}


def _finish(canvas: TaggedCanvas, painted: Sequence[Painted], about: About, viewer: Mapping[str, str | int]) -> bytes:
    date = metadata.written_at()
    packet = canvas.store.stream(
        metadata.xmp(about, date), {"Type": "Metadata", "Subtype": "XML"}, compress=False
    )  # in the clear, so that tools that scan a file for its packet find it
    canvas.set_catalog({
        "Lang": text(about.lang), "MarkInfo": {"Marked": True}, "Metadata": packet,
        "StructTreeRoot": write_tree(canvas.store, painted), **_navigation(canvas.store, painted),
        "ViewerPreferences": {"DisplayDocTitle": True, **viewer},
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
