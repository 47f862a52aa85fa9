"""The table of contents, and blocks in another style: lead and small."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from sopprint.frame import PathItem
from sopprint.geometry import Box as Rect
from sopprint.geometry import line as rule
from sopprint.layout.boxes.columns import side_by_side
from sopprint.layout.boxes.compose import Stack
from sopprint.layout.flow import Slab
from sopprint.layout.running import baseline
from sopprint.model.blocks import Span

if TYPE_CHECKING:
    from sopprint.layout.boxes.compose import Compose
    from sopprint.layout.composer import Composer, Room
    from sopprint.layout.sheet import Sheet
    from sopprint.model.blocks import Box

def lead_box(box: Box, room: Room, compose: Compose) -> list[Slab]:
    """Paragraphs in the lead style."""
    return compose(box.children, replace(room, style="lead"))


def small_box(box: Box, room: Room, compose: Compose) -> list[Slab]:
    """Paragraphs in fine print."""
    return compose(box.children, replace(room, style="small"))


credits_box = small_box


def contents_box(box: Box, room: Room, compose: Compose) -> list[Slab]:
    """The table of contents in two columns: each page title of the guide, which the composer knows beforehand."""
    made = compose.made
    toc = made.tag("TOC", room.parent)
    say_page = box.options.get("page", "")
    half, gap = -(-len(made.contents) // 2), made.pt(18)
    width = (room.width - gap) / 2
    stacks = []
    for i, part in enumerate((made.contents[:half], made.contents[half:])):
        column = replace(room, x=room.x + i * (width + gap), width=width, frames=())
        lines = [contents_line(title, name, column, toc, made, say_page) for name, title in part]
        if lines:
            stacks.append(Stack.of(lines))
    return side_by_side(stacks, room, made.pt(4))


def contents_line(
    title: str, bookmark: str, room: Room, toc: int, made: Composer, say_page: str
) -> Slab:
    """One line of the contents: title, dots, page number; all of it a link."""
    style = made.style("small")
    item = made.tag("TOCI", toc)
    link = made.tag("Link", made.tag("Reference", item))
    rich = made.rich((Span(title),), style, None)
    line = rich.lines(room.width / style.size)[0] if rich else None
    height = style.leading + made.pt(2)

    def draw(sheet: Sheet, y: float) -> None:
        page = str(made.pages.get(bookmark, 0))
        base = y + baseline(style)
        number = made.rich((Span(page, "strong"),), style, None)
        assert number is not None
        figure = number.lines(room.width / style.size)[0]
        right = room.x + room.width - figure.width * style.size
        if line is not None:
            sheet.words(line, room.x, base, style.size, made.colour("ink"), (link,))
            _dots(sheet, made, room.x + line.width * style.size + made.pt(6), right - made.pt(6), base)
        sheet.words(figure, right, base, style.size, made.colour("navy"), (link,))
        sheet.link(
            Rect(sheet.left + room.x, y, sheet.left + room.x + room.width, y + height), f"#{bookmark}", link,
            f"{title}, {say_page} {page}",
        )  # fmt: skip

    return Slab(height, draw, frames=room.frames)


def _dots(sheet: Sheet, made: Composer, left: float, right: float, base: float) -> None:
    """Leader dots on one raster for all lines of the page."""
    step = made.pt(5)
    x, y = (left // step + 1) * step, base - made.pt(1)
    if x < right:  # dashes of no length with round ends are dots (ISO 32000-1, 8.4.3.3 and 8.4.3.6)
        row = rule(sheet.left + x, y, sheet.left + right, y)
        sheet.pen.add(PathItem(row, None, made.colour("rule"), made.pt(1.1), (0.0, step), name="dots"))
