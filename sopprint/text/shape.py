"""Text to glyphs with HarfBuzz: one face, one language, one direction at a time.

A cluster is the smallest piece of text that has glyphs of its own: a letter, a ligature, a letter with its marks. It
gets one code in the PDF, so text comes back out exactly as it was. No line breaking and no sizes in points here.
Comes after `faces.py`; `paragraph.py` cuts what it makes into lines.
"""

from __future__ import annotations

from itertools import groupby, pairwise
from operator import itemgetter
from typing import TYPE_CHECKING

import uharfbuzz as hb
from msgspec import Struct

from sopprint.frame import Cluster
from sopprint.text.characters import drawn, extractable
from sopprint.text.faces import MissingGlyphs

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from sopprint.text.faces import Face

_UNSAFE = int(hb.GlyphFlags.UNSAFE_TO_BREAK)


class Shaped(Struct, frozen=True):
    """A run of text as glyphs. `advance` is in font units.

    starts: where in `text` each cluster begins; as long as `clusters`. Both are in visual order, left to right.
    """

    text: str
    face: Face
    clusters: tuple[Cluster, ...]
    starts: tuple[int, ...]
    advance: int

    def width(self, size: float) -> float:
        """Points from the first origin to the end of the last advance, at `size` points."""
        return self.advance * size / self.face.units


def shape(text: str, face: Face, lang: str) -> Shaped:
    """Shape `text` (form C, one direction) in one face. `lang` is a BCP 47 tag.

    Direction and script are HarfBuzz's guess from the text. Raises MissingGlyphs rather than draw an empty box.
    """
    buffer = _run(text, face, lang)
    infos = buffer.glyph_infos
    glyphs = [info.codepoint for info in infos]
    owners = [info.cluster for info in infos]
    positions = [position.position for position in buffer.glyph_positions or ()]
    if 0 in glyphs:
        raise MissingGlyphs(face.missing(text) or (text[owners[glyphs.index(0)]],), (face.family,))
    starts = sorted(set(owners))
    shown = drawn(text)
    pieces = [shown[start:end] for start, end in pairwise((*starts, len(text)))]
    if starts == owners:  # one glyph to each cluster, left to right: nearly every text
        clusters = tuple(map(face.singles.__getitem__, zip(pieces, glyphs, positions, strict=True)))
        return Shaped(text, face, clusters, tuple(starts), sum(c.advance for c in clusters))
    order = tuple(owner for owner, _ in groupby(owners))
    texts = dict(zip(starts, pieces, strict=True))
    groups = groupby(zip(owners, glyphs, positions, strict=True), key=itemgetter(0))
    clusters = tuple(_cluster(texts[owner], [row[1:] for row in rows]) for owner, rows in groups)
    return Shaped(text, face, clusters, order, sum(c.advance for c in clusters))


def _cluster(text: str, rows: Iterable[tuple[int, tuple[int, int, int, int]]]) -> Cluster:
    pen = 0
    glyphs: list[tuple[int, int, int]] = []
    for glyph, (dx, dy, step, _) in rows:
        glyphs.append((glyph, pen + dx, dy))
        pen += step
    return Cluster(extractable(text), tuple(glyphs), pen)


def advance(text: str, face: Face, lang: str) -> int:
    """The advance that `shape` would give, in font units, at a third of the cost."""
    return sum(position.x_advance for position in _run(text, face, lang).glyph_positions or ())


def unsafe(text: str, face: Face, lang: str, offsets: Collection[int]) -> frozenset[int]:
    """Those of `offsets` where the text cannot be cut without shaping both sides again.

    Kerning across a space is the usual reason. An offset inside a cluster is unsafe too; both ends are safe.
    """
    wanted = set(offsets) - {0, len(text)}
    cuttable = set()
    for info in _run(text, face, lang).glyph_infos:
        # The flag is read where it is needed only: it costs more than all else about a glyph.
        if info.cluster in wanted and not int(info.flags) & _UNSAFE:
            cuttable.add(info.cluster)
    return frozenset(wanted - cuttable)


def _run(text: str, face: Face, lang: str) -> hb.Buffer:
    buffer = hb.Buffer()
    buffer.add_str(drawn(text))
    buffer.flags = hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES
    buffer.language = lang
    buffer.guess_segment_properties()
    hb.shape(face.font, buffer)
    return buffer
