"""Text that fits: choose the form, the size and the line breaks, then set the lines.

Purpose: the one way for elements to letter. A phrase starts at its style's size (never under the style's floor on
this paper), takes a shorter form before it shrinks under 90 %, and is reported when it does not fit at its floor:
words are never cut. The second language of a phrase is part of its lettering, under the first (`pairs.py`). Not here:
shaping and breaking (`text/`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from msgspec import Struct
from msgspec.structs import replace

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
_BOLD = 600


class Lettering(Struct, frozen=True):
    """A phrase made to fit: lines in one size. Widths in u; spacing and descent in sizes.

    `second` is the same in the second language, its first baseline `step` u under the last one.
    """

    lines: tuple[Shaped, ...]
    size: float
    style: Style
    style_name: str
    phrase: Phrase
    spacing: float = LEADING
    descent: float = DESCENT
    second: Lettering | None = None
    step: float = 0.0

    @property
    def width(self) -> float:
        own = max((line.width(self.size) for line in self.lines), default=0.0)
        return own if self.second is None else max(own, self.second.width)

    @property
    def leading(self) -> float:
        return self.size * self.spacing

    @property
    def depth(self) -> float:
        """How far ink can reach under a baseline."""
        return self.size * self.descent

    @property
    def own_drop(self) -> float:
        """From the first baseline to the last of the first language."""
        return self.leading * (len(self.lines) - 1)

    @property
    def drop(self) -> float:
        """From the first baseline to the last, that of the second language where there is one."""
        return self.own_drop if self.second is None else self.own_drop + self.step + self.second.drop

    @property
    def foot(self) -> float:
        """How far ink can reach under the last baseline."""
        return self.depth if self.second is None else self.second.depth

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
    under: int | None = None,
) -> Lettering:
    """Fit a phrase into `room` u on at most `lines` lines; its second language on as many, or on `under`.

    `size` replaces the style's (u). `shared`: all texts of this style and size on the page take the smallest one's
    size. `brief` takes the shortest form at once.
    """
    style = pen.look.styles[style_name]
    asked = (size or style.size) * pen.look.shares.get(style_name, 1.0)
    floor = style.floor / pen.unit
    start = max(asked, floor)
    key = f"{pen.lang or ''}{style_name}/{asked:g}"
    if shared:
        start = min(start, pen.sizes.caps.get(key, start))
    lowest = min(start, max(floor, asked * style.least))
    made = _choose(pen, phrase, style, style_name, room, start, lowest, lines, brief=brief)
    if made.size < pen.look.bold_from and style.weight >= _BOLD:
        made = _choose(pen, phrase, replace(style, weight=400), style_name, room, start, lowest, lines, brief=brief)
    if shared:
        pen.sizes.note(key, made.size)
    if phrase.second is None:
        return made
    from sopprint.draw.pairs import with_second  # most posters speak one language

    return with_second(pen, made, phrase.second, room, lines=under or lines, shared=shared, brief=brief)


def _choose(
    pen: Pen, phrase: Phrase, style: Style, style_name: str, room: float, start: float, lowest: float, lines: int,
    *, brief: bool,
) -> Lettering:  # fmt: skip
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
            best = _lettered(pen, set_lines or (), found.size, style, style_name, phrase)
            if len(best.lines) > 1 and (warning := guess_warning((form,))):
                pen.report.add(warning)
            if found.size >= start * SHORTER_FORM:
                return best
        return best or _overflow(pen, phrase, style, style_name, lowest, missing)
    except MissingGlyphs as lacking:
        return _missing(pen, phrase, style_name, start, lacking)


def _lettered(
    pen: Pen, lines: tuple[Shaped, ...], size: float, style: Style, style_name: str, phrase: Phrase
) -> Lettering:
    """With the room between lines and under them that the letters' own face asks for, and those beside it."""
    families = {face.family for line in lines[:1] for face in (line.face, *line.face.companions)}
    return Lettering(
        lines, size, style, style_name, phrase,
        max((pen.look.leading.get(family, LEADING) for family in families), default=LEADING),
        max((pen.look.depth.get(family, DESCENT) for family in families), default=DESCENT),
    )  # fmt: skip


def measure(pen: Pen, text: str, style_name: str, size: float) -> float:
    """How wide words are on one line at `size` (both u); one em where no font has them, which `fit` reports."""
    style = pen.look.styles[style_name]
    try:
        return pen.type.measure(text, style.family, style.weight, size)
    except MissingGlyphs:
        return size


def measure_all(pen: Pen, phrase: Phrase, style_name: str, size: float, form: int = 0) -> float:
    """How wide one form of a phrase is on one line at `size`, or the second language under it where that is wider."""
    own = measure(pen, phrase.forms[form], style_name, size)
    if phrase.second is None:
        return own
    from sopprint.draw.pairs import second_width

    return max(own, second_width(pen, phrase.second, style_name, size, form))


def _overflow(pen: Pen, phrase: Phrase, style: Style, style_name: str, lowest: float, missing: float) -> Lettering:
    """Report words that are too long even at their floor; they are still set, on one line, so that all is seen."""
    text = phrase.forms[-1]
    over = Length(missing * pen.unit).millimetres
    message = f"“{text}” does not fit on {pen.paper}: {over:.1f} mm too long at its smallest size"
    hint = "shorten the words, or write a list: the full words first, then a shorter form"
    pen.report.add(Diagnostic("SP201", f"{message} ({lowest * pen.unit:.1f} pt)", phrase.place, (hint,)))
    shaped = pen.type.shape(text, pen.type.face(style.family, style.weight, text))
    return _lettered(pen, (shaped,), lowest, style, style_name, phrase)


def _missing(pen: Pen, phrase: Phrase, style_name: str, size: float, lacking: MissingGlyphs) -> Lettering:
    """Report characters that no font has; nothing is set, since a box in their place would pass for a word.

    A font that the whole language lacks is reported once.
    """
    said, place = (str(lacking), None) if lacking.everywhere else (f"{lacking} (in “{phrase.text}”)", phrase.place)
    pen.report.add(Diagnostic(lacking.code, said, place, lacking.hints))
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
    on_mid: bool = False,
) -> Box:
    """Set fitted words with the first baseline at y (u); returns the box their ink can reach.

    `on_mid`: on a mid tint, where the second language takes a darker colour.
    """
    step = leading or made.leading
    ink = color or pen.colour(made.style.colour)
    left, right = x, x
    for index, shaped in enumerate(made.lines):
        width = shaped.width(made.size)
        start = x - {"left": 0.0, "center": width / 2, "right": width}[align]
        _set_line(pen, made, shaped, pen.start(start, width), y + index * step, ink, tag)
        left, right = min(left, start), max(right, start + width)
    last = y + step * (len(made.lines) - 1)
    box = Box(left, y - made.cap, right, last + made.depth)
    if made.second is None:
        return box
    with pen.in_second() as second:
        ink = pen.colour(second.on_mid if on_mid else made.second.style.colour)
        return box.union(put(pen, made.second, x, last + made.step, tag=tag, align=align, color=ink))


def _set_line(pen: Pen, made: Lettering, shaped: Shaped, x: float, y: float, ink: Color, tag: int | None) -> None:
    if not shaped.clusters:
        return
    u, size = pen.unit, made.size
    sets = tuple(part for part in shaped.sets() if part.shaped.clusters)  # controls leave empty ones
    line = tuple(
        TextItem(
            (x + part.x * size) * u, y * u, size * u, part.shaped.face.ref, part.shaped.face.units,
            part.shaped.clusters, part.shaped.width(size) * u, made.cap * u, made.depth * u, ink, tag, pen.lang,
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
