"""Sheets that go with a record, laid out as guides are: blocks in, an accessible PDF on letter paper out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopprint.errors import SopprintError
from sopprint.frame import About
from sopprint.layout.guide import Running, lay_out_guide, plan
from sopprint.model.blocks import Box, Heading, Paragraph, Span, TableBlock
from sopprint.paper import paper
from sopprint.pdf.painter import paint

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sopprint.model.blocks import Block
    from sopprint.photo.filled import Filled
    from sopprint.text.typesetter import Typesetter


def sheet(blocks: Sequence[Block], filled: Filled, setter: Typesetter, title: str) -> bytes:
    """The finished file. Raises SopprintError when a character has no glyph, or a word is too long for its line."""
    letter = plan(paper("letter").size, "quick-guide")
    named = f"{title}: {filled.title}"
    laid = lay_out_guide(blocks, filled.document, None, setter, letter, Running(named, "{page} of {pages}"))
    if laid.report.errors:
        raise SopprintError(laid.report)
    return paint(laid.pages, about(filled, named))


def about(filled: Filled, title: str) -> About:
    """What a file of the record says of itself: which poster, and nothing of who, when or where."""
    words = filled.document.words
    blank = filled.blank
    return About(title, words.language, author="sopprint", keywords=(blank.tool, blank.edition, blank.lang))


def heading(level: int, words: str) -> Heading:
    return Heading(level, (Span(words),), "".join(c if c.isalnum() else "-" for c in words.lower()))


def text(words: str) -> Paragraph:
    return Paragraph((Span(words),))


def table(head: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[float]) -> TableBlock:
    return TableBlock(
        tuple(map(text, head)),
        tuple(tuple(map(text, row)) for row in rows),
        tuple(widths),
        tuple("left" for _ in head),
    )


def form(*rows: str, names: str = "") -> Box:
    """Lines to write on; each row is "Label:share|Label:share". `names` makes fields of the last row, "name|name"."""
    lines = [{"of": row} for row in rows]
    if names:
        lines[-1]["names"] = names
    return Box("form", {}, tuple(Box("line", options) for options in lines))


def typed(name: str, label: str, count: int) -> Box:
    """A frame to type `count` lines in."""
    return Box("entry", {"name": name, "label": label, "count": str(count)})
