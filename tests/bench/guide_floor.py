"""The floor for guides: a plain ReportLab Platypus script with the same words, untagged, with the same font files.

Headings, paragraphs, lists, tables and a table of contents in two passes, on pages of the same size; no pictures. Its
words are in the module `story` that `prepare.py` writes next to the output. Run as: python guide_floor.py FOLDER OUT
"""

from __future__ import annotations

import sys
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import (
    BaseDocTemplate,
    Frame,
    ListFlowable,
    ListItem,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
    TableStyle,
)  # fmt: skip
from reportlab.platypus.tableofcontents import TableOfContents

INK, NAVY, RULE = HexColor("#22303C"), HexColor("#1B3A57"), HexColor("#B8C4CE")
MARGIN, FOOT = 45, 48  # points


class Guide(BaseDocTemplate):
    """Tells the table of contents about page titles, and numbers the pages."""

    def afterFlowable(self, flowable: Any) -> None:  # noqa: N802
        if getattr(flowable, "style", None) is not None and flowable.style.name == "h1":
            key = f"h{self.seq.nextf('h')}"
            self.canv.bookmarkPage(key)
            self.canv.addOutlineEntry(flowable.getPlainText(), key, 0)
            self.notify("TOCEntry", (0, flowable.getPlainText(), self.page, key))


def styles() -> dict[str, ParagraphStyle]:
    sizes = {"h1": (23, 26), "h2": (14, 18), "h3": (11.5, 15), "h4": (10.5, 14.3)}
    made = {
        name: ParagraphStyle(name, fontName="display", fontSize=size, leading=leading, textColor=NAVY, spaceBefore=8,
                             keepWithNext=1)
        for name, (size, leading) in sizes.items()
    }  # fmt: skip
    made["text"] = ParagraphStyle("text", fontName="body", fontSize=10.5, leading=14.3, textColor=INK, spaceBefore=6)
    made["cell"] = ParagraphStyle("cell", parent=made["text"], fontSize=9.6, leading=12.4, spaceBefore=0)
    return made


def foot(canvas: Any, document: Any) -> None:
    canvas.setFont("body", 9)
    canvas.drawString(MARGIN, 17, document.title)
    canvas.drawRightString(document.pagesize[0] - MARGIN, 17, str(document.page))


def flowables(blocks: Any, looks: dict[str, ParagraphStyle], width: float) -> list[Any]:
    made: list[Any] = []
    for kind, *rest in blocks:
        if kind == "page":
            made.append(PageBreak())
        elif kind == "contents":
            made.append(TableOfContents(levelStyles=[looks["text"]]))
        elif kind == "list":
            items = [ListItem(flowables(item, looks, width)) for item in rest[1]]
            made.append(ListFlowable(items, bulletType="1" if rest[0] == "number" else "bullet", leftIndent=15))
        elif kind == "table":
            made += [Spacer(1, 6), _table(rest[0], rest[1], looks, width)]
        else:
            made.append(Paragraph(rest[0], looks[kind]))
    return made


def _table(rows: Any, widths: Any, looks: dict[str, ParagraphStyle], width: float) -> Table:
    cells = [[Paragraph(cell, looks["cell"]) for cell in row] for row in rows]
    table = Table(cells, colWidths=[width * share / sum(widths) for share in widths], repeatRows=1)
    table.setStyle(TableStyle([("LINEBELOW", (0, 0), (-1, -1), 0.75, RULE), ("VALIGN", (0, 0), (-1, -1), "TOP")]))
    return table


def build(story: Any, out: Any) -> None:
    width, height = story.SIZE
    document = Guide(out, pagesize=story.SIZE, title=story.TITLE)
    frame = Frame(MARGIN, FOOT, width - 2 * MARGIN, height - FOOT - 29, 0, 0, 0, 0)
    document.addPageTemplates(PageTemplate("page", [frame], onPage=foot))
    document.multiBuild(flowables(story.BLOCKS, styles(), width - 2 * MARGIN))


def register(story: Any) -> None:
    for name, file in story.FONTS:
        pdfmetrics.registerFont(TTFont(name, file))
    pdfmetrics.registerFontFamily("body", "body", "bold", "body", "bold")


if __name__ == "__main__":
    sys.path.insert(0, sys.argv[1])
    import story

    register(story)
    build(story, sys.argv[2])
