"""Texts of several scripts or directions: a run for each, shaped by itself, and a line's runs put in order.

Purpose: what `shape.py` does with one call of the shaper for nearly every text, for the others. Everything is kept in
reading order until a line is known; only `arranged` turns it into what stands from left to right. Loaded on need.
"""

from __future__ import annotations

from itertools import accumulate, chain, groupby
from operator import itemgetter
from typing import TYPE_CHECKING
from unicodedata import category

from sopprint.text.bidi.isolation import isolated_levels
from sopprint.text.bidi.lines import line_levels, visual
from sopprint.text.characters import BLANKS, is_right_to_left
from sopprint.text.scripts import has_right_to_left, runs, script
from sopprint.text.shape import Run, Set, Shaped, cut, pens, shape_run, unsafe_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sopprint.frame import Cluster
    from sopprint.text.faces import Face


def compose(texts: Sequence[tuple[str, Face]], lang: str) -> tuple[Shaped, ...]:
    """Texts that follow each other in one paragraph (form C, each with its face), shaped; clusters in reading order.

    Raises MissingGlyphs.
    """
    whole = "".join(text for text, _ in texts)
    base = int(is_right_to_left(lang))
    levels = isolated_levels(whole, base) if base or has_right_to_left(whole) else (0,) * len(whole)
    scripts = tuple(chain.from_iterable((name,) * (stop - start) for start, stop, name in runs(whole)))
    made: list[Shaped] = []
    at = 0
    for text, face in texts:
        stop = at + len(text)
        found = tuple(_itemised(text, face, scripts[at:stop], levels[at:stop]))
        made.append(compose_runs(text, face, found, base, lang))
        at = stop
    return tuple(made)


def _itemised(text: str, face: Face, scripts: Sequence[str], levels: Sequence[int]) -> Iterator[Run]:
    """Stretches of one face, script and level."""
    faces = _faces(text, face, scripts)
    keys = tuple(zip(faces, scripts, levels, strict=True))
    for (own, name, level), group in groupby(enumerate(keys), itemgetter(1)):
        places = [at for at, _ in group]
        yield Run(places[0], places[-1] + 1, own, name, level)


def _faces(text: str, face: Face, scripts: Sequence[str]) -> tuple[Face, ...]:
    """The face of each character: the paragraph's own, or the first companion that has it. Marks go with letters.

    Latin words, with the numbers and signs in them, go to a companion first where the paragraph's own face is that of
    another script.
    """
    if not face.companions:
        return (face,) * len(text)
    own = (face, *face.companions)
    foreign = any(script(c) not in ("", "Latn") and face.has(c) for c in text)
    latin = (*face.companions, face) if foreign else own
    found: list[Face] = []
    for character, name in zip(text, scripts, strict=True):
        if found and category(character)[0] in "MC" and found[-1].has(character):
            found.append(found[-1])
        else:
            order = latin if name == "Latn" else own
            found.append(next((f for f in order if f.has(character)), face))
    return tuple(found)


def compose_runs(text: str, face: Face, of: tuple[Run, ...], base: int, lang: str) -> Shaped:
    """A text whose runs are known; starts and advance are those of the whole. Raises MissingGlyphs."""
    clusters: list[Cluster] = []
    starts: list[int] = []
    total = 0
    for run in of:
        made = shape_run(text[run.start : run.stop], run.face, lang, run.script, rtl=bool(run.level & 1))
        order = -1 if run.level & 1 else 1
        clusters += made.clusters[::order]
        starts += (run.start + at for at in made.starts[::order])
        total += round(made.advance * face.units / run.face.units)
    return Shaped(text, face, tuple(clusters), tuple(starts), total, of, base)


def again(whole: Shaped, text: str, start: int, lang: str) -> Shaped:
    """Shape a stretch of a shaped text by itself. `text` stands in its place, and is as long as the stretch."""
    return compose_runs(text, whole.face, whole.runs_in(start, start + len(text)), whole.base, lang)


def unsafe(whole: Shaped, lang: str, offsets: Sequence[int]) -> frozenset[int]:
    """As `shape.unsafe`, for a text that has runs. The ends of runs are safe: nothing joins across them."""
    found: set[int] = set()
    for run in whole.runs:
        inside = [offset - run.start for offset in offsets if run.start < offset < run.stop]
        if inside:
            cut_ = unsafe_in(whole.text[run.start : run.stop], run.face, lang, run.script, run.level & 1, inside)
            found.update(run.start + offset for offset in cut_)
    return frozenset(found)


def arranged(parts: Sequence[Shaped]) -> tuple[tuple[Set, ...], ...]:
    """One line's parts as pieces of one face and direction, for each part in reading order, with their x in em.

    Blanks that hang over the line's end stand beyond its edge in right-to-left text, so x can be below 0.
    """
    text = "".join(part.text for part in parts)
    base = parts[0].base if parts else 0
    levels = line_levels(text, tuple(chain.from_iterable(map(_levels, parts))), base)
    pieces: list[tuple[int, Shaped]] = []  # (part, piece) in reading order
    offset = 0
    for number, part in enumerate(parts):
        pieces += ((number, piece) for piece in _pieces(part, levels[offset : offset + len(part.text)]))
        offset += len(part.text)
    order = visual([levels_of.base for _, levels_of in pieces])
    widths = [pieces[at][1].width(1.0) for at in order]
    places = dict(zip(order, accumulate(widths, initial=0.0), strict=False))
    sets: list[list[Set]] = [[] for _ in parts]
    for at, (number, piece) in enumerate(pieces):
        sets[number].append(Set(places[at] - (_hanging(piece) if base else 0.0), piece))
    return tuple(map(tuple, sets))


def _levels(part: Shaped) -> tuple[int, ...]:
    if not part.runs:
        return (part.base,) * len(part.text)
    return tuple(chain.from_iterable((run.level,) * (run.stop - run.start) for run in part.runs))


def _pieces(part: Shaped, levels: Sequence[int]) -> Iterator[Shaped]:
    """Stretches of one face and level, in visual order each; `base` is the level they stand at."""
    reached = pens(part)
    for run in part.runs or (Run(0, len(part.text), part.face, "", 0),):
        start = run.start
        for level, group in groupby(levels[run.start : run.stop]):
            stop = start + len(list(group))
            piece = cut(part, reached, start, stop)
            order = -1 if level & 1 else 1
            yield Shaped(
                piece.text, run.face, piece.clusters[::order], piece.starts[::order],
                sum(cluster.advance for cluster in piece.clusters), (), level, bool(level & 1),
            )  # fmt: skip
            start = stop


def _hanging(piece: Shaped) -> float:
    """The width that blanks at a line's end would have, in em; they were given none."""
    if piece.advance or piece.text.strip(BLANKS):
        return 0.0
    glyphs = [glyph for cluster in piece.clusters for glyph, _, _ in cluster.glyphs]
    return sum(int(piece.face.font.get_glyph_h_advance(glyph)) for glyph in glyphs) / piece.face.units
