"""The one thing that layout and drawing ask about text: faces, widths and lines in points, each worked out once.

It only joins what the other modules of `text/` do and remembers it; one typesetter serves all pages of a language.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from sopprint.text.characters import BLANKS, composed, is_right_to_left
from sopprint.text.fit import Fit, balanced, fill, largest_size
from sopprint.text.paragraph import Paragraph
from sopprint.text.scripts import is_plain
from sopprint.text.shape import Shaped, shape

if TYPE_CHECKING:
    from sopprint.text.faces import Face, FaceBook
    from sopprint.text.rich import RichText

_REMEMBERED = 4096  # texts; a kit of ten tools in all its papers has fewer


class Typesetter:
    """Sets text of one language with the faces of a book. Sizes, widths and rooms are all in points, or all in u.

    Every method takes text as it was written, and raises MissingGlyphs when no face has all of its characters.
    """

    def __init__(self, book: FaceBook, lang: str) -> None:
        self.book = book
        self.lang = lang
        self._pick = lru_cache(_REMEMBERED)(book.pick)
        self._shape = lru_cache(_REMEMBERED)(shape)
        self._rich = lru_cache(_REMEMBERED)(self._ready)
        self._paragraph = lru_cache(_REMEMBERED)(self._made)

    def face(self, family: str, weight: int, text: str) -> Face:
        """The face for this text as a whole: the family's, or that of the first fallback with all its characters."""
        return self._pick(family, weight, composed(text), self.lang)

    def shape(self, text: str, face: Face) -> Shaped:
        """The text on one line, line ends in it drawn as spaces."""
        return self._shape(composed(text), face, self.lang)

    def rich(self, runs: tuple[tuple[str, Face], ...]) -> RichText:
        """Runs of text in their faces, ready to fill lines together."""
        return self._rich(runs)

    def paragraph(self, text: str, face: Face) -> Paragraph:
        """The text ready for `fit`'s functions."""
        return self._paragraph(composed(text), face)

    def _ready(self, runs: tuple[tuple[str, Face], ...]) -> RichText:
        from sopprint.text.rich import RichText  # posters have none

        lettered = any(face.companions for _, face in runs) or not is_plain("".join(text for text, _ in runs))
        if lettered or is_right_to_left(self.lang):
            from sopprint.text.mixed import compose  # what stands in one run turns what stands in the next

            return RichText(compose([(composed(text), face) for text, face in runs], self.lang))
        return RichText(tuple(self.shape(text, face) for text, face in runs))

    def _made(self, text: str, face: Face) -> Paragraph:
        return Paragraph(self.shape(text, face), self.lang)

    def measure(self, text: str, family: str, weight: int, size: float) -> float:
        """The width of the text on one line."""
        return self.shape(text, self.face(family, weight, text)).width(size)

    def lines(
        self, text: str, family: str, weight: int, size: float, room: float, most: int, *, balance: bool = True
    ) -> tuple[Shaped, ...] | None:
        """The text in at most `most` lines no wider than `room`, as few and even as can be, or None.

        Without `balance` lines are as full as can be, as in running text.
        """
        face = self.face(family, weight, text)
        shaped = self.shape(text, face)
        space = face.room(room, size)
        if most > 0 and shaped.advance <= space and _is_one_line(shaped.text):
            return (shaped,)
        paragraph = self.paragraph(text, face)
        if balance:
            return balanced(paragraph, space, most)
        lines = fill(paragraph, space)
        return lines if lines is not None and len(lines) <= most else None

    def largest(
        self, text: str, family: str, weight: int, room: float, *, size: float, floor: float, most: int = 1
    ) -> Fit:
        """The largest size from `floor` up to `size` at which the text takes at most `most` lines of `room`."""
        face = self.face(family, weight, text)
        shaped = self.shape(text, face)
        if shaped.width(size) <= room and _is_one_line(shaped.text):
            return Fit(size)
        return largest_size(self.paragraph(text, face), room, size=size, floor=floor, most=most)


def _is_one_line(text: str) -> bool:
    """True where the text has no line end of its own and no blank at its end that would have to hang."""
    return text != "" and text.isprintable() and text[-1] not in BLANKS
