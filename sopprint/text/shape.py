"""Text to glyphs with HarfBuzz: in one call where it has one script and direction, else by `mixed.py`.

A cluster is the smallest piece of text that has glyphs of its own: a letter, a ligature, a letter with its marks. It
gets one code in the PDF, so text comes back out exactly as it was. No line breaking and no sizes in points here.
Comes after `faces.py`; `paragraph.py` cuts what it makes into lines.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate, compress, groupby, pairwise
from operator import itemgetter
from typing import TYPE_CHECKING

import uharfbuzz as hb
from msgspec import Struct
from msgspec.structs import replace

from sopprint.frame import Cluster
from sopprint.text.characters import drawn, extractable, is_right_to_left
from sopprint.text.faces import MissingGlyphs
from sopprint.text.scripts import is_plain

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from sopprint.text.faces import Face

_UNSAFE = int(hb.GlyphFlags.UNSAFE_TO_BREAK)


class Run(Struct, frozen=True):
    """A stretch of a text in one face, script (ISO 15924) and embedding level (UAX #9)."""

    start: int
    stop: int
    face: Face
    script: str
    level: int


class Shaped(Struct, frozen=True):
    """Text as glyphs. `advance` is in font units of `face`.

    starts: where in `text` each cluster begins; as long as `clusters`, and ascending: both are in reading order.
    runs: the stretches of a text of several scripts or directions; none where all of it is in `face` and left to
    right. base: the level of its paragraph. Only what `sets` gives for drawing can be `rtl`: its clusters stand from
    left to right, against the order of reading.
    """

    text: str
    face: Face
    clusters: tuple[Cluster, ...]
    starts: tuple[int, ...]
    advance: int
    runs: tuple[Run, ...] = ()
    base: int = 0
    rtl: bool = False

    def width(self, size: float) -> float:
        """Points from the first origin to the end of the last advance, at `size` points."""
        return self.advance * size / self.face.units

    def sets(self) -> tuple[Set, ...]:
        """A line as what is drawn: pieces of one face and direction, in reading order."""
        if not self.runs:
            return (Set(0.0, self),)
        from sopprint.text.mixed import arranged

        return arranged((self,))[0]

    def runs_in(self, start: int, stop: int) -> tuple[Run, ...]:
        """The runs of a stretch, counted from its start."""
        inside = (run for run in self.runs if run.start < stop and run.stop > start)
        return tuple(replace(r, start=max(r.start, start) - start, stop=min(r.stop, stop) - start) for r in inside)


class Set(Struct, frozen=True):
    """A piece of a line and where it stands: `x` is em from the line's left end."""

    x: float
    shaped: Shaped


def shape(text: str, face: Face, lang: str) -> Shaped:
    """Shape `text` (form C) in one face and its companions. `lang` is a BCP 47 tag.

    Raises MissingGlyphs rather than draw an empty box.
    """
    if not face.companions and is_plain(text) and not is_right_to_left(lang):
        return shape_run(text, face, lang)
    from sopprint.text.mixed import compose

    return compose(((text, face),), lang)[0]


def shape_run(text: str, face: Face, lang: str, script: str = "", *, rtl: bool = False) -> Shaped:
    """Shape text of one face and direction in one call; clusters and starts from left to right.

    Without a `script` it is HarfBuzz's guess. Raises MissingGlyphs.
    """
    buffer = _run(text, face, lang, script, rtl=rtl)
    infos = buffer.glyph_infos
    glyphs = [info.codepoint for info in infos]
    owners = [info.cluster for info in infos]
    positions = [position.position for position in buffer.glyph_positions or ()]
    if 0 in glyphs:
        raise MissingGlyphs(face.missing(text) or (text[owners[glyphs.index(0)]],), (face.family,))
    starts = sorted(set(owners))
    shown = drawn(text)
    pieces = [shown[start:end] for start, end in pairwise((*starts, len(text)))]
    if starts == owners and not rtl:  # one glyph to each cluster, left to right: nearly every text
        clusters = tuple(map(face.singles.__getitem__, zip(pieces, glyphs, positions, strict=True)))
        return Shaped(text, face, clusters, tuple(starts), sum(c.advance for c in clusters))
    order = tuple(owner for owner, _ in groupby(owners))
    texts = dict(zip(starts, pieces, strict=True))
    groups = groupby(zip(owners, glyphs, positions, strict=True), key=itemgetter(0))
    clusters = tuple(_cluster(texts[owner], [row[1:] for row in rows]) for owner, rows in groups)
    if rtl:  # controls came with a blank glyph each
        seen = [cluster.text != "" for cluster in clusters]
        order, clusters = tuple(compress(order, seen)), tuple(compress(clusters, seen))
    return Shaped(text, face, clusters, order, sum(c.advance for c in clusters))


def _cluster(text: str, rows: Iterable[tuple[int, tuple[int, int, int, int]]]) -> Cluster:
    pen = 0
    glyphs: list[tuple[int, int, int]] = []
    for glyph, (dx, dy, step, _) in rows:
        glyphs.append((glyph, pen + dx, dy))
        pen += step
    return Cluster(extractable(text), tuple(glyphs), pen)


def advance(text: str, face: Face, lang: str) -> int:
    """The advance that `shape_run` would give, in font units, at a third of the cost."""
    return sum(position.x_advance for position in _run(text, face, lang).glyph_positions or ())


def unsafe(whole: Shaped, lang: str, offsets: Collection[int]) -> frozenset[int]:
    """Those of `offsets` where a shaped text cannot be cut without shaping both sides again.

    Kerning across a space is the usual reason. An offset inside a cluster is unsafe too; both ends are safe.
    """
    if not whole.runs:
        return unsafe_in(whole.text, whole.face, lang, "", 0, offsets)
    from sopprint.text.mixed import unsafe as unsafe_in_runs

    return unsafe_in_runs(whole, lang, tuple(offsets))


def unsafe_in(
    text: str, face: Face, lang: str, script: str, level: int, offsets: Collection[int]
) -> frozenset[int]:
    """`unsafe` for text of one face and direction."""
    wanted = set(offsets) - {0, len(text)}
    cuttable = set()
    for info in _run(text, face, lang, script, rtl=bool(level)).glyph_infos:
        # The flag is read where it is needed only: it costs more than all else about a glyph.
        if info.cluster in wanted and not int(info.flags) & _UNSAFE:
            cuttable.add(info.cluster)
    return frozenset(wanted - cuttable)


def cut(whole: Shaped, reached: tuple[int, ...], start: int, stop: int) -> Shaped:
    """The clusters that begin in a stretch of a shaped text, as they are. `reached` are its `pens`."""
    i, j = bisect_left(whole.starts, start), bisect_left(whole.starts, stop)
    starts = tuple(at - start for at in whole.starts[i:j])
    runs = whole.runs_in(start, stop) if whole.runs else ()
    text, advance_ = whole.text[start:stop], reached[j] - reached[i]
    return Shaped(text, whole.face, whole.clusters[i:j], starts, advance_, runs, whole.base)


def pens(whole: Shaped) -> tuple[int, ...]:
    """How far the pen has come before each cluster and after the last, in font units of the text's face."""
    if not whole.runs or all(run.face.units == whole.face.units for run in whole.runs):
        return tuple(accumulate((c.advance for c in whole.clusters), initial=0))
    own = iter(whole.runs)
    run = next(own)
    advances: list[int] = []
    for start, cluster in zip(whole.starts, whole.clusters, strict=True):
        while start >= run.stop:
            run = next(own)
        advances.append(round(cluster.advance * whole.face.units / run.face.units))
    return tuple(accumulate(advances, initial=0))


def _run(text: str, face: Face, lang: str, script: str = "", *, rtl: bool = False) -> hb.Buffer:
    buffer = hb.Buffer()
    buffer.add_str(drawn(text))
    buffer.language = lang
    if script:
        buffer.script = script
    if script or rtl:
        buffer.direction = "rtl" if rtl else "ltr"
    if rtl:
        # A mark, and a joiner that is not seen, gets a code of its own: readers turn the codes of a run around, and
        # some turn the letters of one code with them.
        buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
    else:
        buffer.flags = hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES
    buffer.guess_segment_properties()
    hb.shape(face.font, buffer)
    return buffer
