"""A filled-in template: its text, and for every line where that was written.

Templates write pieces (`template.py`), Markdown reads lines and asks for places (`markdown.py`). Not here: both.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from sopprint.diagnostics import Place
from sopprint.source.said import Said

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class Mark(Struct, frozen=True):
    """From `column` (from 0) on, a line was written at `place`; `words`: in a words file, not in the template."""

    column: int
    place: Place
    words: bool


class Filled(Struct, frozen=True):
    """A text and the marks of each of its lines."""

    text: str
    marks: tuple[tuple[Mark, ...], ...]

    @classmethod
    def plain(cls, text: str, file: str) -> Filled:
        """A text that went through no template, for a Markdown file on its own."""
        count = text.count("\n") + 1
        return cls(text, tuple((Mark(0, Place(file, line + 1, 1), words=True),) for line in range(count)))

    def place(self, line: int) -> Place | None:
        """Where a line (from 0) was written: in the words file if any of it was, else in the template."""
        for above in range(min(line, len(self.marks) - 1), -1, -1):
            marks = self.marks[above]
            if marks:
                return next((mark.place for mark in marks if mark.words), marks[0].place)
        return None

    def written(self) -> Iterator[tuple[str, int, int]]:
        """File, line and column of all words that were put in; the template's own are left out."""
        for marks in self.marks:
            yield from ((m.place.file, m.place.line, m.place.column) for m in marks if m.words)

    def place_at(self, line: int, column: int) -> Place | None:
        """Where the character at a column was written."""
        before = [mark for mark in self.marks[line] if mark.column <= column]
        return before[-1].place if before else self.place(line)


class Pieces:
    """A text as it is put together, piece by piece."""

    def __init__(self) -> None:
        self.size = 0
        self._lines: list[str] = []
        self._marks: list[tuple[Mark, ...]] = []
        self._line = ""
        self._line_marks: list[Mark] = []

    def add(self, text: str, place: Place) -> None:
        """A piece that a template wrote at `place`, or words that know their own place."""
        self.size += len(text)
        words = isinstance(text, Said)
        for number, part in enumerate(text.split("\n")):
            if number:
                self._end()
            if part:
                where = text.line_place(number) if isinstance(text, Said) else _below(place, number)
                self._line_marks.append(Mark(len(self._line), where, words))
                self._line += part

    def filled(self) -> Filled:
        """What has been put together."""
        return Filled("\n".join((*self._lines, self._line)), (*self._marks, tuple(self._line_marks)))

    def _end(self) -> None:
        self._lines.append(self._line)
        self._marks.append(tuple(self._line_marks))
        self._line, self._line_marks = "", []


def _below(place: Place, lines: int) -> Place:
    return Place(place.file, place.line + lines, 1) if lines else place


def joined(texts: Iterable[Said]) -> Filled:
    """Words of several places as one text, an empty line between each two."""
    pieces = Pieces()
    for text in texts:
        pieces.add(text, text.place)
        pieces.add("\n\n", text.place)
    return pieces.filled()
