"""Text that fits: choose the form, the size and the line breaks, then set the lines.

Purpose: the one way for elements to letter. A phrase starts at its style's size (never under the style's floor on
this paper), takes a shorter form before it shrinks under 90 %, and is reported when it does not fit at its floor:
words are never cut. Not here: shaping and breaking (`text/`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from sopprint.diagnostics import Diagnostic
from sopprint.frame import TextItem
from sopprint.geometry import Box, Length
from sopprint.text.breaks import guess_warning
from sopprint.text.faces import MissingGlyphs

if TYPE_CHECKING:
    from sopprint.color import Color
    from sopprint.draw.pen import Pen
    from sopprint.model.theme import Style
    from sopprint.resolve.words import Phrase
    from sopprint.text.shape import Shaped

Align = Literal["left", "center", "right"]

LEADING = 1.28  # line spacing of posters, in sizes
SHORTER_FORM = 0.9  # a shorter form is taken before words shrink under this share
DESCENT = 0.22  # em that ink of our faces reaches under the baseline


class Lettering(Struct, frozen=True):
    """A phrase made to fit: lines in one size. Widths in u."""

    lines: tuple[Shaped, ...]
    size: float
    style: Style
    style_name: str
    phrase: Phrase

    @property
    def width(self) -> float:
        return max((line.width(self.size) for line in self.lines), default=0.0)

    @property
    def leading(self) -> float:
        return self.size * LEADING

    @property
    def drop(self) -> float:
        """From the first baseline to the last."""
        return self.leading * (len(self.lines) - 1)

    @property
    def cap(self) -> float:
        """Height of a capital."""
        face = self.lines[0].face if self.lines else None
        return face.cap_height / face.units * self.size if face else 0.0


def fit(
    pen: Pen,
    phrase: Phrase,
    style_name: str,
    room: float,
    *,
    size: float | None = None,
    lines: int = 1,
    shared: bool = False,
    brief: bool = False,
) -> Lettering:
    """Fit a phrase into `room` u on at most `lines` lines.

    `size` replaces the style's (u). `shared`: all texts of this style and size on the page take the smallest one's
    size. `brief` takes the shortest form at once.
    """
    style = pen.look.styles[style_name]
    asked = size or style.size
    floor = style.floor / pen.unit
    start = max(asked, floor)
    key = f"{style_name}/{asked:g}"
    if shared:
        start = min(start, pen.sizes.caps.get(key, start))
    lowest = min(start, max(floor, asked * style.least))
    made = _choose(pen, phrase, style_name, room, start, lowest, lines, brief=brief)
    if shared:
        pen.sizes.note(key, made.size)
    return made


def _choose(
    pen: Pen, phrase: Phrase, style_name: str, room: float, start: float, lowest: float, lines: int, *, brief: bool
) -> Lettering:
    style = pen.look.styles[style_name]
    best: Lettering | None = None
    missing = 0.0
    if not phrase.text:  # missing words, reported where they were asked for
        return Lettering((), start, style, style_name, phrase)
    try:
        for form in phrase.forms[-1:] if brief else phrase.forms:
            found = pen.type.largest(form, style.family, style.weight, room, size=start, floor=lowest, most=lines)
            if found.size is None:
                missing = found.missing
                continue
            set_lines = pen.type.lines(form, style.family, style.weight, found.size, room + 1e-6, lines)
            best = Lettering(set_lines or (), found.size, style, style_name, phrase)
            if len(best.lines) > 1 and (warning := guess_warning((form,))):
                pen.report.add(warning)
            if found.size >= start * SHORTER_FORM:
                return best
        return best or _overflow(pen, phrase, style_name, lowest, missing)
    except MissingGlyphs as lacking:
        return _missing(pen, phrase, style_name, start, lacking)


def _overflow(pen: Pen, phrase: Phrase, style_name: str, lowest: float, missing: float) -> Lettering:
    """Report words that are too long even at their floor; they are still set, on one line, so that all is seen."""
    style, text = pen.look.styles[style_name], phrase.forms[-1]
    over = Length(missing * pen.unit).millimetres
    message = f"“{text}” does not fit on {pen.paper}: {over:.1f} mm too long at its smallest size"
    hint = "shorten the words, or write a list: the full words first, then a shorter form"
    pen.report.add(Diagnostic("SP201", f"{message} ({lowest * pen.unit:.1f} pt)", phrase.place, (hint,)))
    shaped = pen.type.shape(text, pen.type.face(style.family, style.weight, text))
    return Lettering((shaped,), lowest, style, style_name, phrase)


def _missing(pen: Pen, phrase: Phrase, style_name: str, size: float, lacking: MissingGlyphs) -> Lettering:
    """Report characters that no font has; nothing is set, since a box in their place would pass for a word."""
    pen.report.add(Diagnostic(lacking.code, f"{lacking} (in “{phrase.text}”)", phrase.place, lacking.hints))
    return Lettering((), size, pen.look.styles[style_name], style_name, phrase)


def put(
    pen: Pen,
    made: Lettering,
    x: float,
    y: float,
    *,
    tag: int | None,
    align: Align = "left",
    color: Color | None = None,
    leading: float | None = None,
) -> Box:
    """Set fitted words with the first baseline at y (u); returns the box their ink can reach."""
    step = leading or made.leading
    ink = color or pen.colour(made.style.colour)
    left, right = x, x
    for index, shaped in enumerate(made.lines):
        width = shaped.width(made.size)
        start = x - {"left": 0.0, "center": width / 2, "right": width}[align]
        _set_line(pen, made, shaped, start, y + index * step, ink, tag)
        left, right = min(left, start), max(right, start + width)
    return Box(left, y - made.cap, right, y + step * (len(made.lines) - 1) + DESCENT * made.size)


def _set_line(pen: Pen, made: Lettering, shaped: Shaped, x: float, y: float, ink: Color, tag: int | None) -> None:
    if not shaped.clusters:
        return
    u, size = pen.unit, made.size
    sets = shaped.sets()
    line = tuple(
        TextItem(
            (x + part.x * size) * u, y * u, size * u, part.shaped.face.ref, part.shaped.face.units,
            part.shaped.clusters, part.shaped.width(size) * u, made.cap * u, DESCENT * size * u, ink, tag, None,
            made.style_name, made.phrase.place, part.shaped.rtl,
        )
        for part in sets
    )  # fmt: skip
    pen.add_line(line, pen.type.shape(" ", sets[-1].shaped.face).clusters)


def write(
    pen: Pen,
    phrase: Phrase,
    style_name: str,
    x: float,
    y: float,
    room: float,
    *,
    tag: int | None,
    align: Align = "left",
    size: float | None = None,
    lines: int = 1,
    shared: bool = False,
    color: Color | None = None,
) -> Lettering:
    """Fit and set in one go."""
    made = fit(pen, phrase, style_name, room, size=size, lines=lines, shared=shared)
    put(pen, made, x, y, tag=tag, align=align, color=color)
    return made
