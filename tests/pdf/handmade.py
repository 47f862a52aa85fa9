"""Pages put together by hand: every kind of item and every kind of tag, without the stages that make real ones."""

from __future__ import annotations

import struct
import zlib
from functools import cache
from pathlib import Path

from sopprint.color import Color
from sopprint.frame import About, Element, ImageItem, Page, PathItem, TextItem
from sopprint.geometry import Box, Size, ellipse, line, rounded
from sopprint.text.faces import Face
from sopprint.text.shape import shape

FONTS = Path(__file__).parents[2] / "layouts" / "fonts"
INK = Color.of("#1A1A1A", (0, 0, 0, 100))
GREEN = Color.of("#1F7A5C", (80, 20, 60, 10))
DOCUMENT = Element("Document", None)
SHEET = Size(400, 300)
ABOUT = About("Three Houses & <more>", "en-US", "A poster", "A county", ("safety", "family"), "CC BY 4.0")


@cache
def face(name: str) -> Face:
    return Face(next(FONTS.glob(f"*/{name}.ttf")), name)


def text(words: str, x: float, y: float, *, tag: int | None, size: float = 18, font: str = "NotoSans-400", **more):
    of = face(font)
    shaped = shape(words, of, "en")
    per = size / of.units
    color = more.pop("color", INK)
    reach = of.ascent * per, of.descent * per
    return TextItem(x, y, size, of.ref, of.units, shaped.clusters, shaped.width(size), *reach, color, tag, **more)


def page(*items, elements=(DOCUMENT,), size=SHEET, bleed=0.0) -> Page:
    return Page(size, bleed, tuple(items), elements)


def paragraphs(*words: str, font: str = "NotoSans-400") -> Page:
    """One P a line, 30 pt apart."""
    elements = (DOCUMENT, *(Element("P", 0) for _ in words))
    items = [text(w, 20, 40 + 30 * i, tag=i + 1, font=font) for i, w in enumerate(words)]
    return page(*items, elements=elements)


def poster() -> Page:
    """Headings, paragraphs, a figure with text in it, a list, a table with an empty cell, decoration."""
    elements = (
        DOCUMENT,  # 0
        Element("H1", 0),
        Element("Sect", 0),  # 2
        Element("H2", 2),
        Element("P", 2),  # 4
        Element("Figure", 0, alt="A house with a green roof"),
        Element("L", 0, attributes=(("List", "ListNumbering", "Decimal"),)),  # 6
        Element("LI", 6),
        Element("Lbl", 7),  # 8
        Element("LBody", 7),
        Element("Table", 0),  # 10
        Element("TR", 10),
        Element("TH", 11, attributes=(("Table", "Scope", "Column"),)),  # 12
        Element("TH", 11, attributes=(("Table", "Scope", "Column"),)),
        Element("TR", 10),  # 14
        Element("TD", 14),
        Element("TD", 14),  # 16: stays empty
        Element("P", 0, lang="es"),
        Element("P", 0),  # 18: holds nothing, so it goes
    )
    items = (
        PathItem(rounded(Box(10, 10, 390, 290), 12), stroke=GREEN, width=2, dash=(6, 4), name="outline"),
        text("Three Houses", 20, 40, tag=1, size=28, font="Fredoka-700"),
        text("What is working well?", 20, 70, tag=3, font="AtkinsonHyperlegibleNext-700"),
        text("In our office the family", 20, 95, tag=4, font="AtkinsonHyperlegibleNext-400"),
        text("tells its own story.", 20, 118, tag=4, font="AtkinsonHyperlegibleNext-400"),
        PathItem(ellipse(320, 80, 40, 30), fill=GREEN, stroke=INK, width=4, tag=5, name="sun"),
        text("1.", 20, 150, tag=8),
        text("Look", 45, 150, tag=9),
        PathItem(line(20, 160, 380, 160), stroke=INK, width=1, square=True),
        text("Who", 20, 180, tag=12),
        text("When", 120, 180, tag=13),
        text("Tía Rosa", 20, 205, tag=15),
        text("¿Qué nos preocupa?", 20, 250, tag=17),
    )
    return page(*items, elements=elements, bleed=9)


def png(width: int, height: int, *, alpha: bool) -> bytes:
    """A one-colour PNG, half transparent if asked."""
    pixel = b"\x20\x80\x60" + (b"\x80" if alpha else b"")
    rows = (b"\0" + pixel * width) * height
    head = struct.pack(">IIBBBBB", width, height, 8, 6 if alpha else 2, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    body = b"".join(struct.pack(">I", len(d)) + t + d + struct.pack(">I", zlib.crc32(t + d)) for t, d in chunks)
    return b"\x89PNG\r\n\x1a\n" + body


def picture(box: Box, data: bytes, *, tag: int | None) -> ImageItem:
    return ImageItem(box, data, tag)
