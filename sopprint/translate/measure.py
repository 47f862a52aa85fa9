"""How many characters fit: read off posters as they are laid out, on the smallest paper and on a large one.

Purpose: every text that is set asks the typesetter for the largest size at which it fits its room; this typesetter
writes down the room, the lines and the smallest size that were asked about. A line takes as many characters as
average ones of the language fit into the room at the smallest size; on several lines every tenth is lost to ragged
ends. Posters are laid out in English and in a longer pseudo-language, because some rooms grow with their words; the
roomier counts. Words that have one form must fit every paper, and so must the last of several; longer forms are
printed where there is room, so what counts for them is the roomiest. Not here: guides, whose texts run on.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from msgspec import Struct, field

from sopprint.layout.poster import lay_out, typesetter
from sopprint.model.guide import Words
from sopprint.paper import Orientation, paper
from sopprint.resolve.library import PSEUDO, SOURCE
from sopprint.resolve.texts import texts
from sopprint.text.faces import MissingGlyphs
from sopprint.text.typesetter import Typesetter

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sopprint.frame import Page
    from sopprint.paper import Paper
    from sopprint.resolve.library import Library
    from sopprint.resolve.texts import Text
    from sopprint.text.fit import Fit

RAGGED = 0.9
_LARGE = "arch-d"
_TURNS: tuple[Orientation, ...] = ("landscape", "portrait")
_OUTSIDE = {"title": "header", "purpose": "header", "footer": "footer"}


class Room(Struct):
    """Characters that fit, by form: on the tightest page and on the roomiest. `place` is where the zone stands."""

    least: dict[int, int] = field(default_factory=dict)
    widest: dict[int, int] = field(default_factory=dict)
    place: str = ""

    def note(self, form: int, characters: int) -> None:
        self.least[form] = min(characters, self.least.get(form, characters))
        self.widest[form] = max(characters, self.widest.get(form, characters))

    def most(self, form: int, forms: int) -> int | None:
        """Characters that one of so many forms may have, at least; None where it was not measured."""
        if not self.least:
            return None
        if form == forms - 1:
            return min(self.least.values())
        return self.widest.get(form, max(self.widest.values()))


class _Asked(Struct, frozen=True):
    """What was asked about a text: u of room, at most so many lines, the smallest size in u."""

    room: float
    lines: int
    size: float
    family: str
    weight: int


class _Measuring(Typesetter):
    """Remembers what it is asked."""

    def __init__(self, of: Typesetter) -> None:
        super().__init__(of.book, of.lang)
        self.asked: dict[str, dict[_Asked, None]] = {}

    def largest(
        self, text: str, family: str, weight: int, room: float, *, size: float, floor: float, most: int = 1
    ) -> Fit:
        self.asked.setdefault(text, {})[_Asked(room, most, floor, family, weight)] = None
        return super().largest(text, family, weight, room, size=size, floor=floor, most=most)


def rooms(library: Library, tool: str, lang: str, said: Mapping[str, Text], sample: str) -> dict[str, Room]:
    """For each text on the tool's posters, by path, how many characters fit. `sample` is text of the other language.

    Raises SopprintError.
    """
    found: dict[str, Room] = {}
    model = library.layout(tool)[1]
    longer = texts(library.words_node(tool, PSEUDO[0]), Words) if lang == SOURCE else {}
    for name, turn, variant in product((_LARGE, model.smallest), _TURNS, (None, *model.variants)):
        sheet = _Sheet(library, tool, paper(name), turn, variant)
        page, fit = sheet.measured(lang, said, sample)
        more = sheet.measured(PSEUDO[0], longer, sample)[1] if longer else {}
        for key, characters in fit.items():
            found.setdefault(key[0], Room()).note(key[1], max(characters, more.get(key, 0)))
        if variant is None and name == _LARGE and turn == _TURNS[0]:
            for path in said:
                found.setdefault(path, Room()).place = _place(path, page)
    return {path: room for path, room in found.items() if room.least or room.place}


class _Sheet(Struct, frozen=True):
    """One poster to measure on."""

    library: Library
    tool: str
    paper: Paper
    turn: Orientation
    variant: str | None

    def measured(self, lang: str, said: Mapping[str, Text], sample: str) -> tuple[Page, dict[tuple[str, int], int]]:
        """The page, and by path and form how many characters fit on it."""
        document = self.library.document(
            self.tool, lang=lang, paper=self.paper, orientation=self.turn, variant=self.variant
        )
        setter = _Measuring(typesetter(document))
        page = lay_out(document, setter).page
        return page, {
            (name, form): min(_characters(asked, setter, sample or words, words) for asked in setter.asked[words])
            for name, text in said.items()
            if _is_of(name, self.variant)
            for form, words in enumerate(text.forms)
            if words in setter.asked
        }


def _is_of(name: str, variant: str | None) -> bool:
    return name.startswith(f"variants.{variant}." if variant else ("title", "purpose", "zones.", "footer."))


def _characters(asked: _Asked, setter: Typesetter, sample: str, words: str) -> int:
    average = _average(sample, asked, setter) or _average(words, asked, setter)
    whole = int(asked.room / (asked.size * average)) if average else len(words)
    return whole if asked.lines == 1 else int(whole * asked.lines * RAGGED)


def _average(sample: str, asked: _Asked, setter: Typesetter) -> float:
    """The mean width of a character in em; 0 where no font has them all."""
    try:
        return setter.measure(sample, asked.family, asked.weight, 1.0) / len(sample)
    except MissingGlyphs:
        return 0.0


def _place(name: str, page: Page) -> str:
    """Where on the picture a text stands: its zone, and where the middle of that is."""
    first, *rest = name.split(".")
    if first in _OUTSIDE:
        return _OUTSIDE[first]
    zone = rest[0] if first == "zones" and rest else ""
    box = next((region.box for region in page.regions if region.kind == "zone" and region.name == zone), None)
    if box is None:
        return f"zone {zone}" if zone else ""
    across, down = (box.center.x / page.size.width, box.center.y / page.size.height)
    return f"zone {zone}, {across:.0%} from the left and {down:.0%} from the top"
