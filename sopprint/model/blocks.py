"""A guide as a tree of blocks: what Markdown says, before anything has a size. Every block knows its place.

`source/markdown.py` makes these from a filled-in template; `layout/guide.py` turns them into pages. Not here: looks.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sopprint.diagnostics import Place

TICK_BOX = "☐"  # the whole text of a table's cell that is a box to tick

Emphasis = Literal["plain", "strong", "soft"]  # soft: `*so*`, set in the semibold weight; nothing is ever italic


@dataclass(frozen=True, slots=True)
class Span:
    """A run of words in one emphasis; `link` is a web address or "#bookmark"."""

    text: str
    emphasis: Emphasis = "plain"
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running words; a line end the author forced is "\\n" in a span."""

    spans: tuple[Span, ...]
    place: Place | None = None

    @property
    def text(self) -> str:
        return "".join(span.text for span in self.spans)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 (page title) to 4; `bookmark` is what links and contents point to."""

    level: int
    spans: tuple[Span, ...]
    bookmark: str
    place: Place | None = None

    @property
    def text(self) -> str:
        return "".join(span.text for span in self.spans)


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A list. `kind` check has boxes to tick (`- [ ] words`). Items hold blocks, so lists nest."""

    kind: Literal["bullet", "number", "check"]
    items: tuple[tuple[Block, ...], ...]
    start: int = 1
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class TableBlock:
    """A table with one head row. Cells are paragraphs. `widths` are shares, from the dashes under the heads."""

    head: tuple[Paragraph, ...]
    rows: tuple[tuple[Paragraph, ...], ...]
    widths: tuple[float, ...]
    align: tuple[Literal["left", "center", "right"], ...]
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Box:
    """A named container: `::: name key=value key="two words"` … `:::`. What each draws is in `layout/boxes/`.

    Words: say, do, stop, note (outlined boxes). Skeleton: see `templates/guide.md.j2`.
    """

    name: str
    options: Mapping[str, str] = field(default_factory=dict)
    children: tuple[Block, ...] = ()
    place: Place | None = None


Block = Paragraph | Heading | ListBlock | TableBlock | Box
