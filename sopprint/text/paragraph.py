"""A shaped text with the places where it may be cut, and the cutting itself.

Shaping happens once; a line is a slice of its clusters, shaped again only where HarfBuzz says that the cut shows.
How the cuts are chosen is `fit.py`'s business. All is in reading order; `Shaped.sets` turns a line for drawing.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from msgspec.structs import replace

from sopprint.frame import Cluster
from sopprint.text.breaks import breaks
from sopprint.text.characters import BLANKS, NEWLINES, SOFT_HYPHEN
from sopprint.text.shape import Shaped, advance, cut, pens, shape_run, unsafe


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
        self._pens: Final = pens(shaped)
        torn = unsafe(shaped, lang, (*self.stops, *self._bodies))
        # Where a line begins and ends, by stop: None where it has to be shaped again to know.
        self._starts: Final = tuple(None if at in torn else self._pens[self._at(at)] for at in self.stops)
        self._ends: Final = tuple(
            None if at in torn or self.hyphenated(stop) else self._pens[self._at(at)]
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
            known = self._widths[first, last] = self._measured(first, last)
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
        body = self._reshaped(first, last) if changed else cut(self.shaped, self._pens, start, end)
        blanks = cut(self.shaped, self._pens, end, stop)
        return Shaped(
            self.shaped.text[start:stop],
            body.face,
            body.clusters + tuple(Cluster(blank.text, blank.glyphs, 0) for blank in blanks.clusters),
            body.starts + tuple(at + end - start for at in blanks.starts),
            body.advance,
            self.shaped.runs_in(start, stop) if self.shaped.runs else (),
            self.shaped.base,
        )

    def _at(self, offset: int) -> int:
        return bisect_left(self.shaped.starts, offset)

    def _measured(self, first: int, last: int) -> int:
        if self.shaped.runs:
            return self._alone(first, last).advance
        return advance(self._shown(first, last), self.shaped.face, self._lang)

    def _alone(self, first: int, last: int) -> Shaped:
        """A line shaped by itself."""
        shown = self._shown(first, last)
        if not self.shaped.runs:
            return shape_run(shown, self.shaped.face, self._lang)
        from sopprint.text.mixed import again

        return again(self.shaped, shown, self.stops[first], self._lang)

    def _reshaped(self, first: int, last: int) -> Shaped:
        shaped = self._alone(first, last)
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
