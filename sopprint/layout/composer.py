"""What turning blocks into slabs needs: styles, faces, colours, tags, and page numbers found later.

Purpose: the guide's counterpart of the pen. Structure elements are made while blocks are composed, in reading order;
slabs draw later, on whichever page they fall. Not here: blocks (`running.py`, `ruled.py`, `boxes/`), pages
(`guide.py`).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from sopprint.diagnostics import Diagnostic
from sopprint.frame import Element
from sopprint.geometry import Length
from sopprint.layout.miniature import miniature
from sopprint.text.breaks import guess_warning
from sopprint.text.faces import MissingGlyphs
from sopprint.text.rich import TooWideError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sopprint.color import Color
    from sopprint.diagnostics import Place, Report
    from sopprint.frame import Page, Role
    from sopprint.layout.flow import Frame
    from sopprint.layout.poster import Laid
    from sopprint.model.blocks import Span
    from sopprint.resolve.look import Look
    from sopprint.text.faces import Face
    from sopprint.text.rich import RichLine, RichText
    from sopprint.text.typesetter import Typesetter

PICTURE = 400.0  # points; about as wide as it is shown
BODY, DISPLAY = "Atkinson Hyperlegible Next", "Fredoka"


class RunningStyle(Struct, frozen=True):
    """A style of running words: size and leading in points."""

    family: str
    weight: int
    size: float
    leading: float
    ink: str = "ink"
    before: float = 0.0  # space above


# Design language, section 10.
STYLES: Mapping[str, RunningStyle] = {
    "h1": RunningStyle(DISPLAY, 700, 23, 26, "navy", 20),
    "h2": RunningStyle(DISPLAY, 600, 14, 18, "navy", 11),
    "h3": RunningStyle(DISPLAY, 600, 11.5, 15, "ink", 9),
    "h4": RunningStyle(BODY, 700, 10.5, 14.3, "ink", 7),
    "lead": RunningStyle(BODY, 400, 12, 16, "ink", 4),
    "text": RunningStyle(BODY, 400, 10.5, 14.3, "ink", 6),
    "cell": RunningStyle(BODY, 400, 9.6, 12.4, "ink"),
    "head": RunningStyle(BODY, 700, 9.6, 12.4, "ink"),
    "label": RunningStyle(BODY, 700, 9.3, 12, "ink"),
    "small": RunningStyle(BODY, 400, 9.3, 12.4, "ink", 6),
    "foot": RunningStyle(BODY, 400, 9, 11, "slate"),
    "number": RunningStyle(DISPLAY, 600, 10.5, 12, "paper"),
    "title": RunningStyle(DISPLAY, 700, 36, 39, "navy"),
    "subtitle": RunningStyle(DISPLAY, 600, 19, 24, "ink"),
    "program": RunningStyle(BODY, 600, 12, 16, "navy"),
    "banner": RunningStyle(DISPLAY, 600, 23, 26, "navy"),
}
class Tight(Struct, frozen=True):
    """How much a page that runs over by a little is drawn together: shares of size, leading and space."""

    size: float = 1.0
    leading: float = 1.0
    space: float = 1.0


TIGHT = (
    Tight(), Tight(1.0, 0.97, 0.72), Tight(0.97, 0.94, 0.55), Tight(0.94, 0.91, 0.45), Tight(0.93, 0.89, 0.32),
)  # fmt: skip
LEAST = 9.0  # points; nothing in a guide is smaller
_WEIGHTS = {"plain": 0, "soft": 600, "strong": 700}


class Room(Struct, frozen=True):
    """Where blocks go: x and width in points from the text margin, the frames around them, and the element they are in.

    `style` is the style of plain paragraphs there.
    """

    x: float
    width: float
    parent: int
    frames: tuple[Frame, ...] = ()
    style: str = "text"

    def inner(self, left: float, right: float = 0.0, **changes: object) -> Room:
        """A room inset from the left and right."""
        return replace(self, x=self.x + left, width=self.width - left - right, **changes)


@dataclass(slots=True)
class Composer:
    """Composes one document. `scale` enlarges type and spacing (large print); `pages` fills as pages are made."""

    look: Look
    type: Typesetter
    report: Report
    tick_words: str
    tool_lang: str
    scale: float = 1.0
    tight: Tight = field(default_factory=lambda: TIGHT[0])
    poster: Laid | None = None
    small: Page | None = None  # the poster, see `picture`
    shelf: Mapping[str, Page] = field(default_factory=dict)  # small pages of several tools, by name
    elements: list[Element] = field(default_factory=list)
    pages: dict[str, int] = field(default_factory=dict)  # bookmark -> page, known once pages are made
    contents: tuple[tuple[str, str], ...] = ()  # bookmark and words of each page title
    level: int = 1  # of the heading above

    # ------------------------------------------------------------------------------------------ looks

    def style(self, name: str) -> RunningStyle:
        s, k, t = STYLES[name], self.scale, self.tight
        size = max(s.size * t.size, min(s.size, LEAST)) * k
        return replace(s, size=size, leading=s.leading * t.leading * k, before=s.before * t.space * k)

    def picture(self, poster: Laid) -> Page:
        """The poster in small, made once; so wide that the painter's hundredths of a point are fine enough."""
        if self.small is None:
            self.small = miniature(poster.page, PICTURE)
        return self.small

    def colour(self, name: str) -> Color:
        return self.look.colours[name]

    def pt(self, points: float) -> float:
        """A measure of the design, enlarged as the document is."""
        return points * self.scale

    def gap(self, points: float) -> float:
        """Space between blocks, which a tight page has less of."""
        return points * self.scale * self.tight.space

    # ------------------------------------------------------------------------------------------ structure

    def tag(
        self,
        role: Role,
        parent: int | None,
        *,
        alt: str | None = None,
        attributes: tuple[tuple[str, str, str | int], ...] = (),
    ) -> int:
        """A new structure element, last among its parent's."""
        self.elements.append(Element(role, parent, alt, None, None, attributes))
        return len(self.elements) - 1

    def mark(self) -> tuple[int, int]:
        """How far composing has come, to go back to when the same blocks are composed once more."""
        return len(self.elements), self.level

    def back_to(self, mark: tuple[int, int]) -> None:
        count, self.level = mark
        del self.elements[count:]

    def title_tag(self, parent: int) -> int:
        """A heading one level under the heading above, for boxes, steps and cards: levels are never skipped."""
        roles: tuple[Role, ...] = ("H1", "H2", "H3", "H4")
        return self.tag(roles[min(self.level, 3)], parent)

    # ------------------------------------------------------------------------------------------ words

    def rich(self, spans: tuple[Span, ...], style: RunningStyle, place: Place | None) -> RichText | None:
        """Words in their faces; None (and a report) when no font has a character."""
        try:
            runs = tuple((s.text, self._face(style, s)) for s in spans)
        except MissingGlyphs as lacking:
            self.report.add(Diagnostic(lacking.code, str(lacking), place, lacking.hints))
            return None
        if (warning := guess_warning([s.text for s in spans])) is not None:
            self.report.add(warning)
        return self.type.rich(runs)

    def _face(self, style: RunningStyle, span: Span) -> Face:
        weight = max(style.weight, _WEIGHTS[span.emphasis])
        return self.type.face(style.family, weight, span.text)

    def lines(
        self, spans: tuple[Span, ...], style: RunningStyle, width: float, place: Place | None, *, even: bool = False
    ) -> tuple[RichLine, ...]:
        """Words broken into lines of a width; a word that is too long is reported and left out of the count."""
        rich = self.rich(spans, style, place)
        if rich is None or not rich.text:
            return ()
        try:
            return rich.even(width / style.size) if even else rich.lines(width / style.size)
        except TooWideError as error:
            over = Length(error.excess * style.size).millimetres
            message = f"“{error.word}” is {over:.1f} mm too long for its line"
            self.report.add(Diagnostic("SP201", message, place, ("write a shorter word, or put a soft hyphen in it",)))
            return ()
