"""Opened font files: their measures, what characters they have, and which of them sets a paragraph.

No shaping and no embedding here. Comes after `resolve/` has named families and files, before `shape.py`.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Final

import uharfbuzz as hb

from sopprint.frame import Cluster, FaceRef
from sopprint.text.characters import GLYPHLESS, extractable

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_BOLD = 600  # from here on a missing weight is better replaced by a heavier one
_RIGHT_TO_LEFT = ("R", "AL", "AN")  # UAX #9


class MissingGlyphs(LookupError):  # noqa: N818 — named for what is wrong, as the caller reads it
    """No single face has all the characters of a text. `characters` are those the first family lacks."""

    def __init__(self, characters: tuple[str, ...], families: tuple[str, ...]) -> None:
        self.characters = characters
        self.families = families
        listed = ", ".join(_named(c) for c in characters)
        super().__init__(f"{' and '.join(families)} cannot set {listed}")


def _named(character: str) -> str:
    return f"“{character}” (U+{ord(character):04X} {unicodedata.name(character, 'unnamed')})"


class Singles(dict[tuple[str, int, tuple[int, int, int, int]], Cluster]):
    """Clusters of one glyph, made once each, by (text, glyph, (dx, dy, advance, vertical advance)).

    Pages repeat few of them many times, and looking one up costs a fifth of making it.
    """

    def __missing__(self, key: tuple[str, int, tuple[int, int, int, int]]) -> Cluster:
        text, glyph, (dx, dy, advance, _) = key
        made = self[key] = Cluster(extractable(text), ((glyph, dx, dy),), advance)
        return made


class Face:
    """One opened TrueType file. Measures are in font units, `units` to the em; identity is equality.

    ascent and descent are the face's own line extents (hhea or OS/2), both positive.
    """

    __slots__ = ("_has", "ascent", "cap_height", "descent", "family", "font", "ref", "singles", "units")

    def __init__(self, path: Path, family: str) -> None:
        """Map the file into memory. Raises OSError or uharfbuzz.HarfBuzzError when it cannot be read."""
        opened = hb.Face(hb.Blob.from_file_path(path))
        self.font: Final = hb.Font(opened)
        self.family: Final = family
        name = opened.get_name(hb.OTNameIdPredefined.POSTSCRIPT_NAME)
        self.ref: Final = FaceRef(str(path.absolute()), name or path.stem)
        self.units: Final[int] = opened.upem
        extents = self.font.get_font_extents("ltr")
        self.ascent: Final[int] = extents.ascender
        self.descent: Final[int] = -extents.descender
        capital = self.font.get_metric_position(hb.OTMetricsTag.CAP_HEIGHT)
        self.cap_height: Final[int] = round(0.7 * self.units) if capital is None else capital
        self._has: dict[str, bool] = dict.fromkeys(GLYPHLESS, True)
        self.singles: Final = Singles()

    def __repr__(self) -> str:
        return f"Face({self.ref.name})"

    def missing(self, text: str) -> tuple[str, ...]:
        """The characters of `text` that this face has no glyph for, in order, each once; controls need none."""
        return tuple(c for c in dict.fromkeys(text) if not self._covers(c))

    def _covers(self, character: str) -> bool:
        known = self._has.get(character)
        if known is None:
            # Fredoka has Hebrew; but without the bidirectional algorithm it would come out in the wrong order.
            backward = unicodedata.bidirectional(character) in _RIGHT_TO_LEFT
            known = not backward and bool(self.font.get_nominal_glyph(ord(character)))
            self._has[character] = known
        return known

    def room(self, points: float, size: float) -> int:
        """How many whole font units fit into `points` when set at `size` points."""
        return int(points * self.units / size + 1e-6)  # a size computed from a width must give that width back


class FaceBook:
    """The families of a theme, each with its files by weight, and the families to fall back on, in order."""

    __slots__ = ("_fallbacks", "_families", "_opened")

    def __init__(self, families: Mapping[str, Mapping[int, Path]], fallbacks: tuple[str, ...] = ()) -> None:
        self._families = families
        self._fallbacks = fallbacks
        self._opened: dict[Path, Face] = {}

    def pick(self, family: str, weight: int, text: str) -> Face:
        """The face for a whole paragraph: of the first of (family, *fallbacks) that has every character.

        Never chosen per character, because a word set in two faces looks like a mistake. `text` is in form C.
        Raises MissingGlyphs when no family will do, KeyError for a family that is not in the book.
        """
        tried = tuple(dict.fromkeys((family, *self._fallbacks)))
        for name in tried:
            face = self.face(name, weight)
            if not face.missing(text):
                return face
        raise MissingGlyphs(self.face(family, weight).missing(text), tried)

    def face(self, family: str, weight: int) -> Face:
        """The family's face of that weight or of the nearest; opened on first use, and only once."""
        files = self._families[family]
        path = files.get(weight) or files[_nearest(weight, files)]
        face = self._opened.get(path)
        if face is None:
            face = self._opened[path] = Face(path, family)
        return face


def _nearest(weight: int, there: Mapping[int, Path]) -> int:
    """The nearest weight; between two as near, the heavier for bold text and the lighter for the rest."""
    lean = -1 if weight >= _BOLD else 1
    return min(there, key=lambda other: (abs(other - weight), lean * other))
