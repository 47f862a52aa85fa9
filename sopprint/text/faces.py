"""Opened font files: their measures, what characters they have, and which of them sets a paragraph.

No shaping and no embedding here. Comes after `resolve/` has named families and files, before `shape.py`.
"""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, Final

import uharfbuzz as hb

from sopprint.frame import Cluster, FaceRef
from sopprint.text.characters import GLYPHLESS, extractable
from sopprint.text.scripts import is_plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sopprint.resolve.regional import FontFile, Region

_BOLD = 600  # from here on a missing weight is better replaced by a heavier one


class MissingGlyphs(LookupError):  # noqa: N818 — named for what is wrong, as the caller reads it
    """No single face has all the characters of a text. `characters` are those the first family lacks.

    `code`, `hints` and `everywhere` are for a diagnostic of it.
    """

    code = "SP301"
    everywhere = False  # all of a language's words will lack it
    hints: tuple[str, ...] = ("leave the sign out, or add a font that has it",)

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
    """One opened font file. Measures are in font units, `units` to the em; identity is equality.

    ascent and descent are the face's own line extents (hhea or OS/2), both positive. `companions` set the scripts
    that this face has not; a text in one script never needs them.
    """

    __slots__ = (
        "_has",
        "ascent",
        "cap_height",
        "companions",
        "descent",
        "family",
        "font",
        "ref",
        "singles",
        "units",
    )

    def __init__(
        self, path: Path, family: str, index: int = 0, weight: int = 0, companions: tuple[Face, ...] = ()
    ) -> None:
        """Map the file into memory. Raises OSError or uharfbuzz.HarfBuzzError when it cannot be read.

        `index` is the number in a collection; `weight` is what to set a variable font to, 0 for other fonts.
        """
        opened = hb.Face(hb.Blob.from_file_path(path), index)
        self.font: Final = hb.Font(opened)
        self.family: Final = family
        self.companions: Final = companions
        name = opened.get_name(hb.OTNameIdPredefined.POSTSCRIPT_NAME) or path.stem
        if weight:
            self.font.set_variations({"wght": weight})
            name = f"{name.partition('-')[0]}-{weight}"  # the name is otherwise that of the lightest
        self.ref: Final = FaceRef(str(path.absolute()), name, index, weight)
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
        """Characters of `text` that neither this face nor a companion has, in order, each once; controls need none."""
        lacking = tuple(c for c in dict.fromkeys(text) if not self.has(c))
        for other in self.companions if lacking else ():
            lacking = tuple(c for c in lacking if not other.has(c))
        return lacking

    def has(self, character: str) -> bool:
        """Whether this face alone has a glyph for a character, or the character needs none."""
        known = self._has.get(character)
        if known is None:
            known = self._has[character] = bool(self.font.get_nominal_glyph(ord(character)))
        return known

    def beside(self, companions: tuple[Face, ...]) -> Face:
        """This face with others at its side."""
        return Face(Path(self.ref.path), self.family, self.ref.index, self.ref.weight, companions)

    def room(self, points: float, size: float) -> int:
        """How many whole font units fit into `points` when set at `size` points."""
        return int(points * self.units / size + 1e-6)  # a size computed from a width must give that width back


class FaceBook:
    """The families of a theme, each with its files by weight, and the families to fall back on, in order."""

    __slots__ = ("_fallbacks", "_families", "_joined", "_opened", "_regional")

    def __init__(self, families: Mapping[str, Mapping[int, Path]], fallbacks: tuple[str, ...] = ()) -> None:
        self._families = families
        self._fallbacks = fallbacks
        self._opened: dict[tuple[Path, int, int], Face] = {}
        self._joined: dict[tuple[Face, ...], Face] = {}
        self._regional: dict[Region, Mapping[int, FontFile]] = {}

    def pick(self, family: str, weight: int, text: str, lang: str = "") -> Face:
        """The face for a whole paragraph: of the first of (family, *fallbacks) that has every character.

        Never chosen per character, because a word set in two faces looks like a mistake; only a text in several
        scripts may get a face with companions (`fallback.py`). `text` is in form C. Raises MissingGlyphs when no
        family will do, KeyError for a family that is not in the book.
        """
        tried = tuple(dict.fromkeys((family, *self._fallbacks)))
        for name in tried if is_plain(text) else tried[:1]:
            face = self.face(name, weight)
            if not face.missing(text):
                return face
        from sopprint.text.fallback import by_script  # most texts need no more than the theme's own families

        return by_script(self, tried, weight, text, lang)

    def face(self, family: str, weight: int) -> Face:
        """The family's face of that weight or of the nearest; opened on first use, and only once."""
        files = self._families[family]
        path = files.get(weight) or files[_nearest(weight, files)]
        return self._open(path, 0, 0, family)

    def regional(self, region: Region, weight: int) -> Face | None:
        """The computer's face for Chinese, Japanese or Korean, of that weight or of the nearest; None without one."""
        if region not in self._regional:
            from sopprint.resolve.regional import faces

            self._regional[region] = faces(region)
        files = self._regional[region]
        if not files:
            return None
        file = files.get(weight) or files[_nearest(weight, files)]
        return self._open(file.path, file.index, file.weight, f"Noto Sans {region}")

    def joined(self, faces: tuple[Face, ...]) -> Face:
        """The first face with the others at its side; the same value for the same faces."""
        if faces not in self._joined:
            self._joined[faces] = faces[0].beside(faces[1:]) if len(faces) > 1 else faces[0]
        return self._joined[faces]

    def _open(self, path: Path, index: int, pinned: int, family: str) -> Face:
        key = (path, index, pinned)
        if key not in self._opened:
            self._opened[key] = Face(path, family, index, pinned)
        return self._opened[key]


def _nearest(weight: int, there: Iterable[int]) -> int:
    """The nearest weight; between two as near, the heavier for bold text and the lighter for the rest."""
    lean = -1 if weight >= _BOLD else 1
    return min(there, key=lambda other: (abs(other - weight), lean * other))
