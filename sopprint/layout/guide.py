"""Guides and quick guides: blocks over pages, with running feet, facing pairs, contents, bookmarks and folios.

Purpose: turn blocks into `frame.Page` values that share one structure. Geometry: design language, section 10.
Not here: words (`resolve/guide.py`), how blocks look (`running.py`, `ruled.py`, `boxes/`), imposing (`press/`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from msgspec import Struct
from msgspec.structs import replace

from sopprint.diagnostics import Diagnostic, Report
from sopprint.draw.pen import Pen, Sizes
from sopprint.frame import PAGINATION, Bookmark, Element, Page
from sopprint.geometry import POINTS_PER, Box, Insets, line
from sopprint.layout.boxes.compose import Compose, draw_leaf, is_turn
from sopprint.layout.composer import TIGHT, Composer, Room
from sopprint.layout.flow import Leaf, Placed, Slab, TooTallError, paginate
from sopprint.layout.sheet import Sheet
from sopprint.model import blocks as b

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sopprint.geometry import Size
    from sopprint.layout.flow import Drawn
    from sopprint.layout.poster import Laid
    from sopprint.model.blocks import Block
    from sopprint.resolve.document import Document
    from sopprint.text.typesetter import Typesetter

INCH = POINTS_PER["in"]
LARGE = 7.0 * INCH  # pages wider than this are set in large print
LARGE_PRINT = 1.4
FOOT = 0.29 * INCH  # the running foot's baseline from the trim; all of it is in a shop's safe area
BLEED = 0.25 * INCH  # as posters have; a target may show less of it
SHORT_TAIL = 0.45  # of a page: a last page with less on it is worth saving


class GuidePlan(Struct, frozen=True):
    """Margins (left is the inner one on right pages), scale, and how pages are finished."""

    size: Size
    margins: Insets
    scale: float
    mirrored: bool
    multiple: int  # pages are padded to a multiple of this
    most: int  # pages; beyond them type and space are drawn together a little


def plan(size: Size, product: Literal["guide", "quick-guide"]) -> GuidePlan:
    """Margins for a page size: booklets mirror them, quick guides are sheets."""
    if product == "quick-guide":
        margins = Insets(0.625 * INCH, 0.5 * INCH, 0.625 * INCH, 0.65 * INCH)
        return GuidePlan(size, margins, 1.0, mirrored=False, multiple=1, most=2)
    if size.width > LARGE:
        margins = Insets(0.75 * INCH, 0.5 * INCH, 0.625 * INCH, 0.65 * INCH)
        return GuidePlan(size, margins, LARGE_PRINT, mirrored=True, multiple=4, most=20)
    margins = Insets(0.625 * INCH, 0.4 * INCH, 0.5 * INCH, 0.56 * INCH)
    return GuidePlan(size, margins, 1.0, mirrored=True, multiple=4, most=20)


class LaidGuide(Struct, frozen=True):
    """Laid-out pages and what was noticed."""

    pages: tuple[Page, ...]
    report: Report


class Running(Struct, frozen=True):
    """Words of the running foot: the guide's name, and "{page} of {pages}" where both are shown."""

    name: str
    count: str = "{page}"
    notes: str = ""  # title of pages that pad the booklet


def lay_out_guide(
    blocks: Sequence[Block],
    document: Document,
    poster: Laid | None,
    setter: Typesetter,
    layout: GuidePlan,
    running: Running,
    shelf: Mapping[str, Page] | None = None,
) -> LaidGuide:
    """Lay a guide out. Pages are complete even when the report has errors.

    `shelf` has small pages that `thumbnail` boxes show, by name.
    """
    report = Report()
    tick_words = document.common.phrase("alt", "tick-box")
    made = Composer(
        look=document.look,
        type=setter,
        report=report,
        tick_words=tick_words.text if tick_words else "",
        tool_lang=document.words.language,
        scale=layout.scale,
        poster=poster,
        shelf=shelf or {},
        contents=tuple((h.bookmark, h.text) for h in headings(blocks) if h.level == 1),
    )
    root = made.tag("Document", None)
    m = layout.margins
    room = Room(0.0, layout.size.width - m.left - m.right, root)
    try:
        leaves = _fitted(blocks, room, made, layout)
    except TooTallError as error:
        report.add(Diagnostic("SP215", f"something is {error}: split it, or shorten its words", None))
        return LaidGuide((), report)
    _pad(leaves, layout, running.notes, room, made)
    return LaidGuide(tuple(_pages(leaves, document, made, layout, running)), report)


def _fitted(blocks: Sequence[Block], room: Room, made: Composer, layout: GuidePlan) -> list[Leaf]:
    """Pages as loose as the number of pages that a booklet should have allows; else as loose as can be."""
    before = made.mark()
    for level in range(len(TIGHT)):
        made.back_to(before)
        leaves = _leaves(blocks, room, made, layout, level)
        if len(leaves) <= layout.most:
            return leaves
    made.back_to(before)
    return _leaves(blocks, room, made, layout, 0)


def _leaves(blocks: Sequence[Block], room: Room, made: Composer, layout: GuidePlan, level: int) -> list[Leaf]:
    """Paginate all sections; one that runs over by little is drawn together when that saves its last page."""
    top, bottom = layout.margins.top, layout.size.height - layout.margins.bottom
    slabs: list[Slab] = []
    for section in _sections(blocks):
        slabs += _section(section, room, made, (top, bottom), level)
    made.tight = TIGHT[0]
    return paginate(slabs, top, bottom)


def _sections(blocks: Sequence[Block]) -> list[list[Block]]:
    """Blocks from one page turn to the next."""
    sections: list[list[Block]] = [[]]
    for block in blocks:
        if is_turn(block) and sections[-1]:
            sections.append([])
        sections[-1].append(block)
    return sections


def _section(
    blocks: list[Block], room: Room, made: Composer, margins: tuple[float, float], level: int
) -> list[Slab]:
    """Compose a section, as loosely as its number of pages allows, but no looser than `level`."""
    before = made.mark()
    wanted = 0
    for tight in TIGHT[level:]:
        made.back_to(before)
        made.tight = tight
        slabs = Compose(made)(blocks, room)
        count, tail = _extent(slabs, *margins)
        if (wanted and count < wanted) or (not wanted and (count == 1 or tail > SHORT_TAIL)):
            return slabs
        wanted = wanted or count
    made.back_to(before)
    made.tight = TIGHT[level]
    return Compose(made)(blocks, room)


def _extent(slabs: list[Slab], top: float, bottom: float) -> tuple[int, float]:
    """How many pages slabs fill, and how much of the last one, as a share."""
    leaves = paginate([replace(s, page=None) for s in slabs], top, bottom)
    last = leaves[-1].slabs[-1] if leaves[-1].slabs else None
    reached = last.y + last.slab.height if last is not None else top
    return len(leaves), (reached - top) / (bottom - top)


def headings(blocks: Sequence[Block]) -> Iterator[b.Heading]:
    """All headings, in order."""
    for block in blocks:
        if isinstance(block, b.Heading):
            yield block
        elif isinstance(block, b.Box):
            yield from headings(block.children)


def _pages(
    leaves: list[Leaf], document: Document, made: Composer, layout: GuidePlan, running: Running
) -> Iterator[Page]:
    """Draw every page. Where headings stand is known by now, so the contents can say it."""
    made.pages.update({m.name: leaf.number for leaf in leaves for placed in leaf.slabs for m in placed.slab.marks})
    sheets = [_drawn(leaf, len(leaves), document, made, layout, running) for leaf in leaves]
    elements: tuple[Element, ...] = tuple(made.elements)
    for leaf, sheet in zip(leaves, sheets, strict=True):
        marks = (
            Bookmark(m.name, m.title, m.level, placed.y + m.dy) for placed in leaf.slabs for m in placed.slab.marks
        )
        yield replace(sheet.pen.finished(elements), bookmarks=tuple(marks), label=str(leaf.number))


def _drawn(
    leaf: Leaf, total: int, document: Document, made: Composer, layout: GuidePlan, running: Running
) -> Sheet:
    sheet = _sheet(leaf.number, document, made, layout)
    draw_leaf(sheet, leaf)
    if leaf.number > 1 or not layout.mirrored:
        _foot(sheet, made, layout, running, total)
    return sheet


def _sheet(number: int, document: Document, made: Composer, layout: GuidePlan) -> Sheet:
    m = layout.margins
    left = m.right if layout.mirrored and number % 2 == 0 else m.left
    size = layout.size
    page = Box(0, 0, size.width, size.height)
    pen = Pen(
        unit=1.0, page=page, body=page.inset(m), bleed=BLEED, small=False, look=document.look, words=document.words,
        common=document.common, type=made.type, report=made.report, sizes=Sizes(), paper="guide",
        arrange=_never, resolve=_never_number, files=document.folder.data,
    )  # fmt: skip
    return Sheet(pen, number, left, size.width - m.left - m.right)


def _never(*_: object) -> None:
    raise AssertionError("guides have no layout elements")


def _never_number(*_: object) -> float:
    raise AssertionError("guides have no offsets")


def _foot(sheet: Sheet, made: Composer, layout: GuidePlan, running: Running, total: int) -> None:
    """Guide name inside, page number outside, a pale rule above."""
    style = made.style("foot")
    height = layout.size.height
    base = height - FOOT * made.scale
    rule = base - style.size * 1.45
    left, right = sheet.left, sheet.left + sheet.width
    sheet.pen.paint(line(left, rule, right, rule), stroke=made.colour("guide-rule"), width=0.9, square=True,
                    tag=PAGINATION, name="rule")  # fmt: skip
    number = running.count.format(page=sheet.number, pages=total)
    outside_right = sheet.number % 2 == 1 or not layout.mirrored
    for text, at_right in ((running.name, not outside_right), (number, outside_right)):
        rich = made.rich((b.Span(text),), style, None)
        if rich is None:
            continue
        text_line = rich.lines(sheet.width / style.size)[0]
        x = sheet.width - text_line.width * style.size if at_right else 0.0
        sheet.words(text_line, x, base, style.size, made.colour("slate"), (PAGINATION,))


def _pad(leaves: list[Leaf], layout: GuidePlan, title: str, room: Room, made: Composer) -> None:
    """Fill a booklet up to a multiple of pages with pages for notes, before its last page; so too pages left empty."""
    for index, leaf in enumerate(leaves):
        if not leaf.slabs:
            leaves[index] = _notes(leaf.number, layout, title, room, made)
    last = leaves.pop() if len(leaves) > 1 and len(leaves) % layout.multiple else None
    while (len(leaves) + (last is not None)) % layout.multiple:
        leaves.append(_notes(len(leaves) + 1, layout, title, room, made))
    if last is not None:
        last.number = len(leaves) + 1
        leaves.append(last)


def _notes(number: int, layout: GuidePlan, title: str, room: Room, made: Composer) -> Leaf:
    """A page with a title and lines to write on."""
    leaf = Leaf(number)
    heading = b.Heading(1, (b.Span(title),), f"notes-{number}")
    y, step = layout.margins.top, made.pt(24)
    for slab in Compose(made)((heading,), room):
        leaf.slabs.append(Placed(slab, y))
        y += slab.height
    while y + step < layout.size.height - layout.margins.bottom:
        leaf.slabs.append(Placed(Slab(step, _write_line(room, made, step)), y))
        y += step
    return leaf


def _write_line(room: Room, made: Composer, step: float) -> Drawn:
    def draw(sheet: Sheet, y: float) -> None:
        left = sheet.left + room.x
        sheet.pen.paint(line(left, y + step, left + room.width, y + step), stroke=made.colour("rule"), width=0.75,
                        square=True, name="write-line")  # fmt: skip

    return draw
