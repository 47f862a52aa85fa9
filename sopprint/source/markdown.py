"""A guide's text as a tree of blocks: boxes, and in them Markdown. All mistakes at once, each where it was written.

Comes after `template.py`; layout takes the blocks. Not here: what a box looks like (`layout/boxes/`).
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from sopprint.diagnostics import Diagnostic, Report
from sopprint.errors import SopprintError
from sopprint.model.blocks import Block, Box
from sopprint.source.boxes import BoxReader, OpenBox
from sopprint.source.prose import ProseReader
from sopprint.source.sentences import did_you_mean

if TYPE_CHECKING:
    from sopprint.source.filled import Filled

MAX_TEXT = 400_000  # characters
MAX_BLOCKS = 6_000


def blocks(filled: Filled) -> tuple[Block, ...]:
    """The blocks of a text. Raises SopprintError with every mistake (SP034 to SP039)."""
    found, report = scan(filled)
    if report:
        raise SopprintError(report)
    return found


def scan(filled: Filled) -> tuple[tuple[Block, ...], tuple[Diagnostic, ...]]:
    """The blocks of a text as far as they can be read, and every mistake found."""
    report = Report()
    if len(filled.text) > MAX_TEXT:
        report.add(Diagnostic("SP039", f"the text is longer than {MAX_TEXT // 1000} kB", filled.place(0)))
        return (), tuple(report)
    root = BoxReader(filled, report).read()
    prose = ProseReader(filled, report)
    found = _within(root, prose)
    for name, place in prose.links:
        if name not in prose.bookmarks:
            message = f"there is no heading “{name}” to go to"
            report.add(Diagnostic("SP038", message, place, did_you_mean(name, prose.bookmarks)))
    if _count(found) > MAX_BLOCKS:
        report.add(Diagnostic("SP039", f"the text has more than {MAX_BLOCKS:,} blocks", filled.place(0)))
    return found, tuple(report)


def _within(box: OpenBox, prose: ProseReader) -> tuple[Block, ...]:
    found: list[Block] = []
    for part in box.parts:
        if isinstance(part, OpenBox):
            options = MappingProxyType(dict(part.options))
            found.append(Box(part.name, options, _within(part, prose), prose.filled.place(part.line)))
        else:
            found.extend(prose.blocks(part.first, part.end))
    return tuple(found)


def _count(found: tuple[Block, ...]) -> int:
    return sum(1 + (_count(block.children) if isinstance(block, Box) else 0) for block in found)
