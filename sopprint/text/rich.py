"""Running words in more than one face: bold and plain runs that fill lines together.

A run is shaped once and sliced at legal breaks; kerning across two runs does not exist, and a slice at a blank keeps
its shape, so nothing is shaped again. `paragraph.py` serves words in one face.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from sopprint.frame import Cluster
from sopprint.text.breaks import breaks
from sopprint.text.characters import BLANKS, NEWLINES, SOFT_HYPHEN
from sopprint.text.shape import cut, pens

if TYPE_CHECKING:
    from sopprint.text.shape import Shaped


SHORT = 0.16  # of the line: a last word under this looks lost


class TooWideError(ValueError):
    """One word is wider than the line. `word` is the word, `excess` how much is missing, in sizes (em)."""

    def __init__(self, word: str, excess: float) -> None:
        super().__init__(word)
        self.word = word
        self.excess = excess


class Piece(Struct, frozen=True):
    """Part of a line in one face. `x` is em from the line's left end; `run` is the index of the run it belongs to."""

    shaped: Shaped
    x: float
    run: int


class RichLine(Struct, frozen=True):
    """One line; `width` is em without the blanks at its end."""

    pieces: tuple[Piece, ...]
    width: float


class RichText:
    """Runs of text ready to fill lines. Widths are em: multiply by the size."""

    def __init__(self, runs: tuple[Shaped, ...]) -> None:
        self._shaped = tuple(run for run in runs if run.text)
        self._index = tuple(i for i, run in enumerate(runs) if run.text)
        self._offsets = tuple(accumulate((len(s.text) for s in self._shaped), initial=0))
        self._pens = tuple(pens(s) for s in self._shaped)
        self.text = "".join(s.text for s in self._shaped)
        self._stops = breaks(self.text)
        self._reached: dict[int, float] = {}  # offset to em; every line begins and ends at one of a few
        self._known: dict[float, tuple[RichLine, ...]] = {}

    def lines(self, room: float) -> tuple[RichLine, ...]:
        """Lines as full as can be in `room` em, without a lone last word if it can be. Raises TooWideError."""
        if room not in self._known:
            self._known[room] = tuple(self._line(a, b) for a, b in self._cuts(room))
        return self._known[room]

    def even(self, room: float) -> tuple[RichLine, ...]:
        """As few lines as `lines` makes, but as even as they can be. Raises TooWideError."""
        lines = self.lines(room)
        low, high = room / 2, room
        for _ in range(8):  # to 1/500 of the room
            middle = (low + high) / 2
            try:
                fits = len(self.lines(middle)) == len(lines)
            except TooWideError:
                fits = False
            low, high = (low, middle) if fits else (middle, high)
        return self.lines(high)

    @property
    def width(self) -> float:
        """The width on one line, in em."""
        return self._width(0, len(self.text))

    def _cuts(self, room: float) -> list[tuple[int, int]]:
        cuts: list[tuple[int, int]] = []
        start = last = 0
        for stop in self._stops:
            width = self._width(start, stop)
            if last > start and width > room:
                cuts.append((start, last))
                start, width = last, self._width(last, stop)
            if width > room:
                raise TooWideError(self.text[start:stop].strip(), width - room)
            last = stop
            if self.text[stop - 1] in NEWLINES and stop < len(self.text):
                cuts.append((start, stop))
                start = stop
        cuts.append((start, len(self.text)))
        return self._no_lone_word(cuts, room)

    def _no_lone_word(self, cuts: list[tuple[int, int]], room: float) -> list[tuple[int, int]]:
        """Bring a word down to a last line of one short word, where the line above keeps two or more."""
        if len(cuts) < 2 or self.text[cuts[-1][0] - 1] in NEWLINES:
            return cuts
        (above, middle), (_, end) = cuts[-2:]
        stops = [s for s in self._stops if above < s < middle]
        short = len(self.text[middle:end].split()) == 1 and self._width(middle, end) < SHORT * room
        if not short or len(stops) < 2 or self._width(stops[-1], end) > room:
            return cuts
        return [*cuts[:-2], (above, stops[-1]), (stops[-1], end)]

    def _width(self, start: int, stop: int) -> float:
        body = start + len(self.text[start:stop].rstrip(BLANKS))
        hyphen = self._hyphen(stop)
        return self._pen(body) - self._pen(start) + (hyphen.advance / self._shaped_at(stop).face.units if hyphen else 0)

    def _hyphen(self, stop: int) -> Cluster | None:
        """What a line that ends here shows for a soft hyphen, read as one, so that the halves join again."""
        if not 0 < stop < len(self.text) or self.text[stop - 1] != SOFT_HYPHEN:
            return None
        font = self._shaped_at(stop).face.font
        glyph = font.get_nominal_glyph(ord("-"))
        return Cluster(SOFT_HYPHEN, ((glyph, 0, 0),), font.get_glyph_h_advance(glyph)) if glyph else None

    def _shaped_at(self, stop: int) -> Shaped:
        """The run of the character before an offset."""
        return self._shaped[bisect_left(self._offsets, stop) - 1]

    def _pen(self, offset: int) -> float:
        """How far the pen has come at an offset, in em."""
        known = self._reached.get(offset)
        if known is None:
            known = self._reached[offset] = self._measured(offset)
        return known

    def _measured(self, offset: int) -> float:
        total = 0.0
        for shaped, first, reached in zip(self._shaped, self._offsets, self._pens, strict=False):
            if offset <= first:
                break
            total += reached[bisect_left(shaped.starts, offset - first)] / shaped.face.units
        return total

    def _line(self, start: int, stop: int) -> RichLine:
        body = start + len(self.text[start:stop].rstrip(BLANKS))
        left = self._pen(start)
        first = max(bisect_right(self._offsets, start) - 1, 0)
        pieces: list[Piece] = []
        for i in range(first, len(self._shaped)):
            at = self._offsets[i]
            if at >= stop and pieces:
                break
            a, b, z = (min(max(offset - at, 0), len(self._shaped[i].text)) for offset in (start, body, stop))
            if z > a:
                pieces.append(Piece(self._slice(i, a, b, z), self._pen(at + a) - left, self._index[i]))
        hyphen = self._hyphen(stop)
        if hyphen is not None:
            pieces[-1] = replace(pieces[-1], shaped=_ended(pieces[-1].shaped, hyphen))
        return RichLine(self._arranged(tuple(pieces)), self._width(start, stop))

    def _arranged(self, pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
        if not any(piece.shaped.runs for piece in pieces):
            return pieces
        from sopprint.text.mixed import arranged

        sets = arranged([piece.shaped for piece in pieces])
        return tuple(Piece(s.shaped, s.x, p.run) for p, own in zip(pieces, sets, strict=True) for s in own)

    def _slice(self, run: int, start: int, body: int, stop: int) -> Shaped:
        """Clusters of part of a run; blanks after `body` keep no width but stay, so that words stay apart."""
        whole, reached = self._shaped[run], self._pens[run]
        piece = cut(whole, reached, start, stop)
        if body == stop:
            return piece
        kept = bisect_left(piece.starts, body - start)
        blanks = tuple(Cluster(c.text, c.glyphs, 0) for c in piece.clusters[kept:])
        advance = reached[bisect_left(whole.starts, body)] - reached[bisect_left(whole.starts, start)]
        return replace(piece, clusters=piece.clusters[:kept] + blanks, advance=advance)


def _ended(shaped: Shaped, hyphen: Cluster) -> Shaped:
    """A piece with a hyphen in the place of the soft one at its end."""
    return replace(
        shaped,
        clusters=(*shaped.clusters, hyphen),
        starts=(*shaped.starts, len(shaped.text) - 1),
        advance=shaped.advance + hyphen.advance,
    )
