"""A poster: ground, header, body and footer on one page.

Purpose: turn a resolved `Document` into a `frame.Page`. Headings of one level share a size: the page is laid out
again with the smallest size found until nothing changes. Not here: drawing of elements (`draw/`), PDF (`pdf/`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from sopprint.diagnostics import Report
from sopprint.draw.marks import corner_mark
from sopprint.draw.pen import Pen, Sizes
from sopprint.frame import About, Page
from sopprint.geometry import POINTS_PER, Box, Path, rectangle
from sopprint.layout.footer import Stamp, draw_footer, plan_for
from sopprint.layout.header import draw_header
from sopprint.layout.offsets import resolve
from sopprint.layout.place import Arranger
from sopprint.resolve.fingerprint import marks, poster_words
from sopprint.text.characters import is_right_to_left
from sopprint.text.faces import FaceBook
from sopprint.text.typesetter import Typesetter

if TYPE_CHECKING:
    from sopprint.layout.footer import Plan
    from sopprint.model.elements import Element
    from sopprint.resolve.document import Document

EDGE = 90.0  # outer edge of panels and corner marks
MARK = 108.0
TOP, PAIRED_TOP = 344.0, 384.0  # of the body, under one language and under two
FOOT_GAP = 56.0  # between body and footer
WAVE = 95.0
BLEED = 0.25 * POINTS_PER["in"]  # artwork always reaches this far; a target may show less of it
PASSES = 4


class Laid(Struct, frozen=True):
    """A laid-out poster and what was noticed on the way."""

    page: Page
    about: About
    report: Report


def typesetter(document: Document) -> Typesetter:
    """Fonts and shaping for a document; keep one for all documents of a look and language."""
    return Typesetter(FaceBook(document.look.families, document.look.fallbacks), document.words.language)


def lay_out(document: Document, type_: Typesetter | None = None) -> Laid:
    """Lay a poster out. The page is complete even when the report has errors."""
    setter = type_ or typesetter(document)
    sizes = Sizes()
    for _ in range(PASSES):
        report = Report()
        page = _pass(document, setter, sizes, report)
        if sizes.settled():
            break
        sizes = sizes.next()
    return Laid(page, _about(document), report)


def _pass(document: Document, setter: Typesetter, sizes: Sizes, report: Report) -> Page:
    pen = _pen(document, setter, sizes, report)
    plan = _plan(document)
    arranger = Arranger(pen, document.place_of)
    pen.arrange = arranger.arrange
    pen.begin_structure(document.tool.order)
    _ground(pen, plan.height, wave=document.ground == "wave")
    draw_header(pen, document.brand, title_only=document.header == "title", reviewed=document.reviewed)
    arranger.arrange(document.body, pen.body)
    draw_footer(pen, plan, _stamp(document), document.brand)
    _corner_marks(pen)
    return pen.finished()


def _plan(document: Document) -> Plan:
    return plan_for(tall=document.tall, small=document.small, bilingual=document.second is not None)


def _pen(document: Document, setter: Typesetter, sizes: Sizes, report: Report) -> Pen:
    unit = document.unit
    page = Box(0, 0, document.size.width / unit, document.size.height / unit)
    foot = _plan(document).height
    top = TOP if document.second is None else PAIRED_TOP
    body = Box(EDGE, top, page.right - EDGE, page.bottom - foot - FOOT_GAP)
    pen = Pen(
        unit=unit,
        page=page,
        body=body,
        bleed=BLEED / unit,
        small=document.small,
        look=document.look,
        words=document.words,
        common=document.common,
        type=setter,
        report=report,
        sizes=sizes,
        paper=document.paper_name,
        arrange=_not_yet,
        resolve=lambda offset, axis: resolve(offset, axis, page, pen.anchors),
        files=document.folder.data,
        settings=dict(document.settings),
        locate=document.place_of,
    )
    if document.second is not None:
        pen.second, pen.second_type = document.second, Typesetter(setter.book, document.second.language)
    pen.anchor("page", page)
    pen.anchor("body", body)
    if is_mirrored(document):
        from sopprint.draw.placing import Placing  # most posters are read from left to right

        pen.placing = Placing.across(page.left, page.right)
    return pen


def is_mirrored(document: Document) -> bool:
    """True where the page is read from right to left: the words say so, or the language is written so."""
    if document.direction is not None:
        return document.direction == "rtl"
    return is_right_to_left(document.words.language)


def _not_yet(element: Element, box: Box) -> None:
    raise AssertionError(f"the arranger is set before anything is drawn ({element}, {box})")


def _ground(pen: Pen, foot: float, *, wave: bool) -> None:
    """Sky over the whole sheet and sand under the footer, both out to the bleed."""
    sheet = pen.page.outset(pen.bleed)
    pen.paint(rectangle(sheet), fill=pen.colour("sky"), square=True, name="sky")
    top = pen.page.bottom - foot
    if wave:
        pen.paint(_wave(sheet, pen.page.width, top - WAVE), fill=pen.colour("sand"), square=True, name="sand")
    else:
        pen.paint(rectangle(Box(sheet.left, top, sheet.right, sheet.bottom)), fill=pen.colour("sand"), square=True,
                  name="sand")  # fmt: skip


def _wave(sheet: Box, width: float, y: float) -> Path:
    """A low wave: two cubics with crests -50, +30, -45."""
    return Path(
        (
            ("M", (sheet.left, y + 4)),
            ("L", (0, y)),
            ("C", (width * 0.2, y - 50, width * 0.36, y + 30, width * 0.54, y)),
            ("C", (width * 0.72, y - 30, width * 0.84, y - 45, width, y + 4)),
            ("L", (sheet.right, y + 8)),
            ("L", (sheet.right, sheet.bottom)),
            ("L", (sheet.left, sheet.bottom)),
            ("Z", ()),
        )
    )


def _corner_marks(pen: Pen) -> None:
    far_x, far_y = pen.page.right - EDGE - MARK, pen.page.bottom - EDGE - MARK
    corner_mark(pen, "top-left", Box.sized(EDGE, EDGE, MARK, MARK))
    corner_mark(pen, "top-right", Box.sized(far_x, EDGE, MARK, MARK))
    corner_mark(pen, "bottom-left", Box.sized(EDGE, far_y, MARK, MARK))
    corner_mark(pen, "bottom-right", Box.sized(far_x, far_y, MARK, MARK))


def _stamp(document: Document) -> Stamp:
    tool, edition, language = document.tool.tool, document.tool.edition, document.language
    name = f"{tool}/{edition}/{language}"
    url = document.brand.guide_url
    return Stamp(tool, document.edition, document.brand.name, f"{url}#{name}" if url else f"urn:sopprint:{name}")


def _about(document: Document) -> About:
    words, tool = document.words, document.tool
    title = words.phrase("title")
    purpose = words.phrase("purpose")
    credit = words.phrase("footer", "credit")
    own = tool.settings
    return About(
        title=title.text if title else tool.tool,
        lang=words.language,
        subject=purpose.text if purpose else "",
        author=document.brand.name or "sopprint",
        rights=f"{credit.text if credit else ''} {tool.attribution.licence}".strip(),
        tool=tool.tool,
        edition=tool.edition,
        paper=document.paper_name,
        product="poster",
        variant=document.variant or "",
        settings=tuple(f"{k}={'on' if v else 'off'}" for k, v in document.settings.items() if own.get(k) != v),
        fingerprint=document.fingerprint.printed,
        words=marks(poster_words(document), document.fingerprint),
        second_lang=document.second.language if document.second else "",
    )
