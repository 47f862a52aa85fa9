"""Markdown without boxes as blocks: paragraphs, headings, lists, tables. The only home of markdown-it.

What a guide cannot print is refused at its place: code, HTML, pictures, quotations, rules. Boxes: `boxes.py`. Comes
after them, and before layout, which gets frozen blocks.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, cast

from markdown_it import MarkdownIt

from sopprint.diagnostics import Diagnostic
from sopprint.model.blocks import TICK_BOX, Block, Heading, ListBlock, Paragraph, TableBlock
from sopprint.source.inline import spans

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from markdown_it.token import Token

    from sopprint.diagnostics import Place, Report
    from sopprint.model.blocks import Span
    from sopprint.source.filled import Filled

MAX_LIST_DEPTH = 5
MAX_HEADING = 4
MAX_PARAGRAPH, MAX_SIGNS = 8_000, 1_000  # characters, and signs of Markdown, without an empty line
MAX_COLUMNS, MAX_ROWS = 12, 400
_ALIGN = re.compile(r"text-align:(left|center|right)")
_UNBOXED = re.compile(r"\[ \](?: |$)")
_TICKED = re.compile(r"\[[xX]\](?: |$)")
_SIGN = re.compile(r"[\[*_`<!&]")
_PIPE = re.compile(r"(?<!\\)\|")
_NOT_A_LETTER = re.compile(r"[^\w]+")
_REFUSED = {
    "fence": ("code", "write the words without the ``` lines"),
    "code_block": ("a line set in by four blanks, which means code,", "start it where the other lines start"),
    "html_block": ("HTML", "use **bold**, lists, tables and boxes"),
    "hr": ("a rule", "leave the line out; headings part the text"),
    "blockquote_open": ("a quotation", "write a box: ::: say"),
}
Align = Literal["left", "center", "right"]


def parser() -> MarkdownIt:
    """CommonMark with tables, without what only a web page needs."""
    markdown = MarkdownIt("commonmark", {"maxNesting": 40}).enable("table").disable(["reference", "lheading"])
    markdown.validateLink = lambda url: True  # type: ignore[method-assign]  # noqa: ARG005 — judged in inline.py
    return markdown


class ProseReader:
    """Turns stretches of one text into blocks, gathering mistakes (SP034 refused, SP038 links, SP039 too much)."""

    def __init__(self, filled: Filled, report: Report) -> None:
        self.filled, self.report = filled, report
        self.lines = filled.text.split("\n")
        self.markdown = parser()
        self.bookmarks: dict[str, None] = {}
        self.links: list[tuple[str, Place | None]] = []
        self.level = 1  # cover and banner have the title
        self.tokens: Sequence[Token] = ()
        self.at = self.first = 0

    def blocks(self, first: int, end: int) -> tuple[Block, ...]:
        """The blocks of lines `first` up to, but not with, `end`."""
        if self._too_long(first, end):
            return ()
        self.tokens, self.at, self.first = self.markdown.parse("\n".join(self.lines[first:end])), 0, first
        return self._until(None)

    def _too_long(self, first: int, end: int) -> bool:
        """Marks in one endless paragraph would cost the time of its length squared."""
        size = signs = 0
        for number in range(first, end):
            line = self.lines[number]
            size, signs = (size + len(line), signs + len(_SIGN.findall(line))) if line.strip() else (0, 0)
            if size > MAX_PARAGRAPH or signs > MAX_SIGNS:
                message = f"more than {MAX_PARAGRAPH:,} characters or {MAX_SIGNS:,} signs without an empty line"
                self._wrong("SP039", message, self.filled.place(number), "part the text into paragraphs")
                return True
        return False

    def _until(self, closing: str | None, depth: int = 0) -> tuple[Block, ...]:
        """Blocks up to a closing token, which is passed over."""
        found: list[Block] = []
        while self.at < len(self.tokens):
            token = self.tokens[self.at]
            self.at += 1
            if token.type == closing:
                break
            block = self._block(token, depth)
            if block is not None:
                found.append(block)
        return tuple(found)

    def _block(self, token: Token, depth: int) -> Block | None:
        match token.type:
            case "paragraph_open":
                return Paragraph(self._inline("paragraph_close"), self._place(token))
            case "heading_open":
                return self._heading(token)
            case "bullet_list_open" | "ordered_list_open":
                return self._list(token, depth + 1)
            case "table_open":
                return self._table(token)
            case kind if kind in _REFUSED:
                what, hint = _REFUSED[kind]
                self._wrong("SP034", f"guides cannot print {what} as this is", self._place(token), hint)
        return None

    def _place(self, token: Token) -> Place | None:
        return self.filled.place(self.first + token.map[0]) if token.map else None

    def _line_of(self, token: Token) -> Callable[[int], Place | None]:
        top = self.first + (token.map[0] if token.map else 0)
        return lambda line: self.filled.place(top + line)

    def _inline(self, closing: str) -> tuple[Span, ...]:
        """The words of the inline token that comes next, up to the closing token."""
        found: tuple[Span, ...] = ()
        while self.tokens[self.at].type != closing:
            token = self.tokens[self.at]
            found += spans(token.children or (), self._line_of(token), self.report, self.links)
            self.at += 1
        self.at += 1
        return found

    def _heading(self, token: Token) -> Heading:
        level, place = int(token.tag[1:]), self._place(token)
        words = self._inline("heading_close")
        if level > MAX_HEADING or level > self.level + 1:
            message = f"a heading of level {level} follows one of level {self.level}"
            if level > MAX_HEADING:
                message = f"a heading of level {level}; there are {MAX_HEADING}"
            self._wrong("SP034", message, place, "use one # less")
        self.level = level
        return Heading(level, words, self._bookmark("".join(span.text for span in words)), place)

    def _bookmark(self, title: str) -> str:
        plain = _NOT_A_LETTER.sub("-", title.lower()).strip("-") or "section"
        name, count = plain, 1
        while name in self.bookmarks:
            count += 1
            name = f"{plain}-{count}"
        self.bookmarks[name] = None
        return name

    # ------------------------------------------------------------------------------------------ lists

    def _list(self, token: Token, depth: int) -> ListBlock:
        place = self._place(token)
        if depth > MAX_LIST_DEPTH:
            self._wrong(
                "SP039", f"a list in a list, more than {MAX_LIST_DEPTH} deep", place, "make it a list of its own"
            )
        kind: Literal["bullet", "number", "check"] = "number" if token.type == "ordered_list_open" else "bullet"
        closing = token.type.replace("open", "close")
        items: list[tuple[Block, ...]] = []
        while self.tokens[self.at].type != closing:
            self.at += 1  # list_item_open
            items.append(self._until("list_item_close", depth))
        self.at += 1
        if kind == "bullet" and any(_boxed(item) for item in items):
            return ListBlock("check", tuple(self._unboxed(item, place) for item in items), 1, place)
        return ListBlock(kind, tuple(items), int(token.attrs.get("start", 1)), place)

    def _unboxed(self, item: tuple[Block, ...], place: Place | None) -> tuple[Block, ...]:
        first = item[0] if item and isinstance(item[0], Paragraph) else None
        if first is None or not (_UNBOXED.match(first.text) or _TICKED.match(first.text)):
            where = (first.place if first else None) or place
            self._wrong("SP034", "every line of a check list starts with a box", where, "write “- [ ] ” first")
            return item
        if _TICKED.match(first.text):
            self._wrong("SP034", "boxes are printed empty", first.place, "write “[ ]”")
        head = first.spans[0]
        rest = type(head)(head.text[4:], head.emphasis, head.link)
        return (Paragraph((rest, *first.spans[1:]) if rest.text else first.spans[1:], first.place), *item[1:])

    # ------------------------------------------------------------------------------------------ tables

    def _table(self, token: Token) -> TableBlock:
        top = self.first + (token.map[0] if token.map else 0)
        align: list[Align] = []
        rows: list[tuple[Paragraph, ...]] = []
        while (token := self.tokens[self.at]).type != "table_close":
            self.at += 1
            if token.type == "tr_open":
                rows.append(self._cells(token, align if not rows else None))
        self.at += 1
        place = self.filled.place(top)
        if len(align) > MAX_COLUMNS or len(rows) > MAX_ROWS:
            message = f"a table with {len(align)} columns and {len(rows)} rows"
            self._wrong("SP039", message, place, f"at most {MAX_COLUMNS} columns and {MAX_ROWS} rows")
        dashes = tuple(float(cell.count("-")) for cell in _split(self.lines[top + 1]))
        widths = tuple(share / sum(dashes) for share in dashes)
        return TableBlock(rows[0], tuple(rows[1:]), widths, tuple(align), place)

    def _cells(self, row: Token, align: list[Align] | None) -> tuple[Paragraph, ...]:
        number = self.first + (row.map[0] if row.map else 0)
        written = _split(self.lines[number])
        columns = _columns(self.lines[number], written)
        cells: list[Paragraph] = []
        while (token := self.tokens[self.at]).type != "tr_close":
            self.at += 1
            if token.type in ("th_open", "td_open"):
                if align is not None:
                    found = _ALIGN.match(str(token.attrs.get("style", "")))
                    align.append(cast("Align", found[1]) if found else "left")
                at = columns[len(cells)] if len(cells) < len(columns) else 0
                cells.append(self._cell(self.tokens[self.at], self.filled.place_at(number, at)))
        self.at += 1
        if align is None and len(written) > len(cells):
            message = f"this row has {len(written)} cells, and the table {len(cells)} columns"
            self._wrong("SP034", message, self.filled.place(number), "write \\| for a line that is part of the words")
        return tuple(cells)

    def _cell(self, token: Token, place: Place | None) -> Paragraph:
        found = spans(token.children or (), lambda _: place, self.report, self.links)
        if "".join(span.text for span in found) == "[ ]":
            found = (type(found[0])(TICK_BOX),)
        return Paragraph(found, place)

    def _wrong(self, code: str, message: str, place: Place | None, *hints: str) -> None:
        self.report.add(Diagnostic(code, message, place, hints))


def _boxed(item: tuple[Block, ...]) -> bool:
    first = item[0] if item else None
    return isinstance(first, Paragraph) and bool(_UNBOXED.match(first.text) or _TICKED.match(first.text))


def _split(line: str) -> list[str]:
    """The cells of a table's line as they are written."""
    line = line.strip()
    line = line[1:] if line.startswith("|") else line
    line = line[:-1] if line.endswith("|") and not line.endswith("\\|") else line
    return _PIPE.split(line)


def _columns(line: str, cells: list[str]) -> list[int]:
    """Where the words of each cell begin."""
    found, at = [], 0
    for cell in cells:
        word = cell.strip()
        at = line.find(word, at) if word else at
        found.append(at)
        at += len(word)
    return found
