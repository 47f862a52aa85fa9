"""Writes the Safety House guide as plain data: `story.py` for `guide_floor.py`, and `guide.html` for WeasyPrint."""

from __future__ import annotations

import py_compile
from html import escape
from typing import TYPE_CHECKING, Any

from sopprint.model.blocks import Box, Heading, ListBlock, Paragraph, TableBlock
from sopprint.paper import paper
from sopprint.resolve.guide import guide_blocks
from sopprint.resolve.library import Library

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from sopprint.model.blocks import Block, Span

SHEET = "half-letter"
_WORDED = ("title", "subtitle", "program", "county", "edition", "kind", "audience", "caption", "right")


def prepare(folder: Path) -> None:
    library = Library.open()
    text = guide_blocks(library, "safety-house", "en")
    files = library.look().families
    body = files["Atkinson Hyperlegible Next"]
    fonts = {"body": body[400], "bold": body[700], "display": files["Fredoka"][600]}
    blocks = tuple(told(text.blocks))
    size = paper(SHEET).size
    module = folder / "story.py"
    module.write_text(
        f"TITLE = {text.title!r}\nSIZE = {(size.width, size.height)!r}\n"
        f"FONTS = {tuple((name, str(file)) for name, file in fonts.items())!r}\nBLOCKS = {blocks!r}\n",
        encoding="utf-8",
    )
    py_compile.compile(str(module))
    (folder / "guide.html").write_text(page(text.title, blocks, fonts), encoding="utf-8")


def told(blocks: Sequence[Block]) -> Iterator[tuple[Any, ...]]:
    """Boxes are taken apart: a title becomes a heading, and what is inside stands alone."""
    for block in blocks:
        match block:
            case Heading():
                yield f"h{min(block.level, 4)}", words(block.spans)
            case Paragraph():
                yield "text", words(block.spans)
            case ListBlock():
                yield "list", block.kind, tuple(tuple(told(item)) for item in block.items)
            case TableBlock():
                rows = (block.head, *block.rows)
                yield "table", tuple(tuple(words(cell.spans) for cell in row) for row in rows), block.widths
            case Box(name="page" | "contents"):
                yield (block.name,)
            case Box():
                yield from (("h4", escape(block.options[key])) for key in _WORDED if key in block.options)
                yield from told(block.children)


def words(spans: tuple[Span, ...]) -> str:
    """ReportLab's paragraph markup, which is HTML's too."""
    return "".join(f"<b>{escape(s.text)}</b>" if s.emphasis != "plain" else escape(s.text) for s in spans)


def page(title: str, blocks: Sequence[tuple[Any, ...]], fonts: dict[str, Path]) -> str:
    faces = "".join(
        f"@font-face {{font-family: {name}; src: url('{file.as_uri()}')}}\n" for name, file in fonts.items()
    )
    contents = "".join(f"<p>{rest[0]}</p>" for kind, *rest in blocks if kind == "h1")
    return (
        f"<!doctype html><html lang=en><title>{escape(title)}</title><style>{faces}"
        "@page {size: 5.5in 8.5in; margin: 29pt 45pt 48pt; @bottom-right {content: counter(page)}}\n"
        "body {font: 10.5pt/14.3pt body} b {font-family: bold; font-weight: normal}\n"
        "h1, h2, h3, h4 {font-family: display; break-after: avoid} table {border-collapse: collapse}\n"
        "td {border-bottom: 0.75pt solid #B8C4CE}"
        f".page {{break-before: page}}</style>{''.join(html(blocks, contents))}</html>"
    )


def html(blocks: Sequence[tuple[Any, ...]], contents: str) -> Iterator[str]:
    for kind, *rest in blocks:
        if kind == "page":
            yield "<div class=page></div>"
        elif kind == "contents":
            yield contents
        elif kind == "list":
            items = "".join(f"<li>{''.join(html(item, contents))}</li>" for item in rest[1])
            yield f"<ol>{items}</ol>" if rest[0] == "number" else f"<ul>{items}</ul>"
        elif kind == "table":
            rows = ("".join(f"<td>{cell}</td>" for cell in row) for row in rest[0])
            yield f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"
        else:
            yield f"<p>{rest[0]}</p>" if kind == "text" else f"<{kind}>{rest[0]}</{kind}>"
