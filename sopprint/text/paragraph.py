"""A shaped text with the places where it may be cut, and the cutting itself.

Shaping happens once; a line is a slice of its clusters, shaped again only where HarfBuzz says that the cut shows.
How the cuts are chosen is `fit.py`'s business. Left-to-right text only.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate
from typing import Final

from msgspec.structs import replace

from sopprint.frame import Cluster
from sopprint.text.breaks import breaks
from sopprint.text.characters import BLANKS, NEWLINES, SOFT_HYPHEN
from sopprint.text.shape import Shaped, advance, shape, unsafe


class Paragraph:
    """Text that fills lines. A line runs from one stop to a later one, counted 0 to `last`; widths are in font units.

    forced: the stops where the author ended a line, and `last`.
    """

    __slots__ = (
        "_bodies",
        "_ends",
        "_lang",
        "_pens",
        "_starts",
        "_widths",
        "forced",
        "last",
        "shaped",
        "stops",
    )

    def __init__(self, shaped: Shaped, lang: str) -> None:
        text = shaped.text
        self.shaped: Final = shaped
        self.stops: Final = (0, *breaks(text))
        self.last: Final = len(self.stops) - 1
        ended = (i for i in range(1, self.last) if text[self.stops[i] - 1] in NEWLINES)
        self.forced: Final = (*ended, self.last)
        self._lang: Final = lang
        self._bodies: Final = tuple(len(text[:stop].rstrip(BLANKS)) for stop in self.stops)
        self._pens: Final = tuple(accumulate((c.advance for c in shaped.clusters), initial=0))
        cut = unsafe(text, shaped.face, lang, (*self.stops, *self._bodies))
        # Where a line begins and ends, by stop: None where it has to be shaped again to know.
        self._starts: Final = tuple(None if at in cut else self._pens[self._at(at)] for at in self.stops)
        self._ends: Final = tuple(
            None if at in cut or self.hyphenated(stop) else self._pens[self._at(at)]
            for stop, at in enumerate(self._bodies)
        )
        self._widths: Final[dict[tuple[int, int], int]] = {}

    def words(self, first: int, last: int) -> int:
        """How many words a line holds; in text without spaces, how many unbreakable pieces."""
        text = self.shaped.text
        line = text[self.stops[first] : self.stops[last]]
        return len(line.split()) if " " in text.strip() else last - first

    def width(self, first: int, last: int) -> int:
        """The width of a line, blanks at its end not counted."""
        start, end = self._starts[first], self._ends[last]
        if start is not None and end is not None:
            return max(0, end - start)  # a line of blanks ends before it starts
        known = self._widths.get((first, last))
        if known is None:
            known = self._widths[first, last] = advance(self._shown(first, last), self.shaped.face, self._lang)
        return known

    def hyphenated(self, last: int) -> bool:
        """True where a line that ends at stop `last` shows a hyphen that is otherwise unseen."""
        return 0 < last < self.last and self.shaped.text[self.stops[last] - 1] == SOFT_HYPHEN

    def line(self, first: int, last: int) -> Shaped:
        """A line, ready to draw.

        Blanks at its end stay as clusters without width, so that words at line ends do not run together when the
        page is read aloud (ISO 32000-1, 14.8.2.5).
        """
        start, stop = self.stops[first], self.stops[last]
        end = max(start, self._bodies[last])
        changed = self._starts[first] is None or self._ends[last] is None
        body = self._reshaped(first, last) if changed else self._slice(start, end)
        blanks = self._slice(end, stop)
        return Shaped(
            self.shaped.text[start:stop],
            body.face,
            body.clusters + tuple(Cluster(blank.text, blank.glyphs, 0) for blank in blanks.clusters),
            body.starts + tuple(at + end - start for at in blanks.starts),
            body.advance,
        )

    def _at(self, offset: int) -> int:
        return bisect_left(self.shaped.starts, offset)

    def _slice(self, start: int, end: int) -> Shaped:
        whole = self.shaped
        i, j = self._at(start), self._at(end)
        starts = tuple(at - start for at in whole.starts[i:j])
        return Shaped(whole.text[start:end], whole.face, whole.clusters[i:j], starts, self._pens[j] - self._pens[i])

    def _reshaped(self, first: int, last: int) -> Shaped:
        shaped = shape(self._shown(first, last), self.shaped.face, self._lang)
        if not self.hyphenated(last):
            return shaped
        # A word-break hyphen is read as U+00AD, so that the halves join again (ISO 32000-1, 14.8.2.2.3).
        *others, hyphen = shaped.clusters
        text = shaped.text[:-1] + SOFT_HYPHEN
        return replace(shaped, text=text, clusters=(*others, replace(hyphen, text=SOFT_HYPHEN)))

    def _shown(self, first: int, last: int) -> str:
        """A line's text as it has to be shaped by itself."""
        text = self.shaped.text[self.stops[first] : self._bodies[last]]
        return text.removesuffix(SOFT_HYPHEN) + "-" if self.hyphenated(last) else text
