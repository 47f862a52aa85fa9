"""Rules for what is painted: marked whole, once, as words where it is words, in fonts that are there."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from sopprint.pdf import inspect

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopprint.pdf.rules.file import File, Row

_OUTSIDE = ("Pagination", "Page")  # running heads and feet; marks and words for the print shop


def nesting(file: File) -> Iterator[str]:
    for number, _, content in file.numbered():
        yield from (f"page {number}: {fault}" for fault in content.faults)


def unmarked(file: File) -> Iterator[str]:
    for number, _, content in file.numbered():
        if content.loose:
            yield f"page {number}: {content.loose} things are painted without a tag or artifact mark"


def artifact_text(file: File) -> Iterator[str]:
    """Words outside the tree are lost to a screen reader.

    Only running headers and footers and what the print shop reads may be (14.8.2.2), and the head of a table that is
    repeated on its next page.
    """
    allowed = file.decoration | _table_heads(file)
    for number, _, content in file.numbered():
        for shown in content.shown:
            mark = shown.artifact
            if mark and mark.kind not in _OUTSIDE and shown.text.strip() and shown.text not in allowed:
                yield f"page {number}: “{shown.text}” is marked as decoration"


def _table_heads(file: File) -> frozenset[str]:
    cells = (element for element in file.elements if element.S == "/TH")
    within = [element for cell in cells for element in (cell, *(below for below, _ in inspect.below(cell)))]
    rows = {row for element in within for row in inspect.marked_content(element)}
    return frozenset(
        shown.text for _, page, content in file.numbered() for shown in content.shown
        if shown.mcid is not None and (page.obj.objgen, shown.mcid) in rows
    )  # fmt: skip


def notdef(file: File) -> Iterator[str]:
    for number, _, content in file.numbered():
        for shown in content.shown:
            if shown.has_notdef:
                yield f"page {number}: {shown.font} has no glyph for part of “{shown.text}”"


def sequences(file: File) -> Iterator[str]:
    """Every marked sequence is listed once, and everything listed is there."""
    listed = Counter(row for row, _ in file.listed)
    painted: Counter[Row] = Counter()
    for _, page, content in file.numbered():
        painted.update((page.obj.objgen, mcid) for mcid in content.mcids)
    for row in sorted(set(listed) | set(painted)):
        if (listed[row], painted[row]) != (1, 1):
            yield f"MCID {row[1]} of page object {row[0][0]} is painted {painted[row]} and listed {listed[row]} times"


def fonts(file: File) -> Iterator[str]:
    for font in inspect.fonts(file.pdf):
        if not font.embedded:
            yield f"{font.name} is not embedded"
