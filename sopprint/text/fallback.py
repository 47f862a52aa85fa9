"""Faces for a text that no single face of the theme can set: one for each script, and those of the computer.

Script by script, never character by character; only marks and digits that a script's face has not are borrowed from
another. Comes after `faces.py` has found that no family will do alone.
"""

from __future__ import annotations

from collections import Counter
from types import MappingProxyType
from typing import TYPE_CHECKING

from sopprint.resolve.regional import FOLDERS, NAMES, region
from sopprint.text.faces import MissingGlyphs
from sopprint.text.scripts import EAST_ASIAN, script

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sopprint.resolve.regional import Region
    from sopprint.text.faces import Face, FaceBook

_SCRIPTS = MappingProxyType({  # of languages that mix in Latin words and numbers all the time
    "ar": "Arab", "fa": "Arab", "ur": "Arab", "ps": "Arab", "he": "Hebr", "hi": "Deva", "ne": "Deva", "pa": "Guru",
    "km": "Khmr", "lo": "Laoo", "th": "Thai", "hy": "Armn", "ru": "Cyrl", "uk": "Cyrl", "zh": "Hani", "yue": "Hani",
    "ja": "Hani", "ko": "Hang",
})  # fmt: skip
_APART = ("Arab", "Hebr")
_EAST_ASIAN_MARKS = ("\u3000", "\u303f", "\uff00", "\uffef")  # 、。「」 and full-width forms


class MissingRegion(MissingGlyphs):
    """Chinese, Japanese or Korean words, and no font of that region on the computer."""

    code = "SP306"
    everywhere = True

    def __init__(self, characters: tuple[str, ...], families: tuple[str, ...], wanted: Region) -> None:
        super().__init__(characters, families)
        self.args = (f"there is no font for {NAMES[wanted]} on this computer",)
        self.hints = (
            "install Noto Sans CJK (Debian and Ubuntu: apt install fonts-noto-cjk)",
            f"or name the folder of a Noto Sans {wanted} font in {FOLDERS}",
        )


def by_script(book: FaceBook, tried: tuple[str, ...], weight: int, text: str, lang: str) -> Face:
    """The face of the text's main script, with companions for the others where it has not all. Raises MissingGlyphs."""
    counts = Counter(filter(None, map(script, text)))
    own = _SCRIPTS.get(lang.partition("-")[0], "")
    main = own if own in counts else counts.most_common(1)[0][0] if counts else ""
    # Beside another script, Latin is set in the fallback too: the two are drawn to go together. Not so beside Arabic,
    # whose letters are nothing like it (design language, section 15).
    names = tried if main in ("Latn", "", *_APART) else (*tried[1:], tried[0])
    chain = [book.face(name, weight) for name in names]
    if counts.keys() & EAST_ASIAN or any(map(_is_east_asian_mark, text)):
        wanted = region(lang, text)
        face = book.regional(wanted, weight)
        if face is None:
            raise MissingRegion(book.face(tried[0], weight).missing(text), tried, wanted)
        chain.insert(0 if main in EAST_ASIAN else len(chain), face)
    mixed = main in _APART and len(counts) > 1
    alone = None if mixed or main in ("Latn", "") else next((face for face in chain if not face.missing(text)), None)
    chosen = (alone,) if alone is not None else _cover(chain, text, main)
    if chosen is None:
        raise MissingGlyphs(book.face(tried[0], weight).missing(text), tried)
    return book.joined(chosen)


def _is_east_asian_mark(character: str) -> bool:
    first, last, wide, end = _EAST_ASIAN_MARKS
    return first <= character <= last or wide <= character <= end


def _cover(chain: Sequence[Face], text: str, main: str) -> tuple[Face, ...] | None:
    """Faces that have all of the text between them, that of the main script first; None when there are none."""
    groups: dict[str, str] = {main: ""}
    for character in text:
        name = script(character)
        groups[name] = groups.get(name, "") + character
    shared = groups.pop("", "")
    chosen: dict[Face, None] = {}
    for letters in groups.values():
        face = next((face for face in chain if not face.missing(letters)), None)
        if face is None:
            return None
        chosen[face] = None
    left = "".join(c for c in shared if not any(face.has(c) for face in chosen))
    if left:
        further = next((face for face in chain if not face.missing(left)), None)
        if further is None:
            return None
        chosen[further] = None
    return tuple(chosen)
