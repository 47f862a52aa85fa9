"""The poster's tick boxes, read from the ink: which are ticked, and what that means for what may be shown.

Purpose: a child who ticks “Private” is obeyed. Boxes and their words come from the empty poster's page, so that nothing
here knows a language: the meaning comes from the layout and from where the words stand. Not here: hiding (`hide.py`),
finding ink (`ink.py`).
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, Literal

from sopprint.frame import PathItem, TextItem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    import numpy as np

    from sopprint.frame import Page
    from sopprint.geometry import Box
    from sopprint.photo.values import Blank, Squared
    from sopprint.resolve.document import Document
    from sopprint.resolve.words import Phrase

State = Literal["empty", "ticked", "unclear"]
Meaning = Literal["share", "ask", "private", "off-photo", "permit", "other"]

TICKED: Final = 0.05  # of the box's inside that is ink; the thinnest pen's tick covers 10 %
UNCLEAR: Final = 0.015
LOST: Final = 0.3  # of the box that no photograph shows
_EDGE: Final = 7.0  # u; half the box's stroke, and as far as alignment can be off
_SHARED: Final[tuple[Meaning, ...]] = ("share", "ask", "private")  # in the order of the common words


@dataclass(frozen=True, slots=True)
class Privacy:
    """What a tool says of its zones. `shares` are the forms of the three share words; see `model/tool.py` for the rest.

    `names`: what people call each zone.
    """

    private: tuple[str, ...] = ()
    permits: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    shares: tuple[tuple[str, ...], ...] = ()
    names: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    @classmethod
    def of(cls, document: Document) -> Privacy:
        """From a tool's layout and words."""
        tool = document.tool
        shares = tuple(tuple(_as_printed(phrase)) for phrase in document.common.phrases("share"))
        found = ((zone, document.words.phrase("zones", zone, "name")) for zone in tool.order)
        names = {zone: phrase.text.strip(" :") if phrase else zone for zone, phrase in found}
        return cls(tool.private, MappingProxyType(tool.permits), shares, MappingProxyType(names))

    def name(self, zone: str) -> str:
        return self.names.get(zone, zone)


def _as_printed(phrase: Phrase) -> Iterator[str]:
    """Every way in which a box's words can stand on a poster; in two languages the second follows the first."""
    for form in phrase.forms:
        yield form
        yield from (form + under for under in (phrase.second.forms if phrase.second else ()))


@dataclass(frozen=True, slots=True)
class TickBox:
    """A box on the empty poster: u, its words, its zone (None in the footer) and what a tick in it means.

    `about`: the zone that it speaks of.
    """

    box: Box
    label: str
    zone: str | None
    meaning: Meaning
    about: str | None


@dataclass(frozen=True, slots=True)
class Reading:
    """A box and whether it is ticked."""

    tick: TickBox
    state: State


def tick_boxes(blank: Blank, privacy: Privacy) -> tuple[TickBox, ...]:
    """All boxes of the poster, in reading order."""
    page, labels = blank.page, _labels(blank.page)
    lists: dict[tuple[str | None, int | None], list[tuple[Box, str]]] = defaultdict(list)
    for item in page.items:
        if isinstance(item, PathItem) and item.name == "tick" and item.tag is not None and item.tag >= 0:
            entry = page.elements[item.tag].parent  # the list item, whose parent is the list
            owner = page.elements[entry].parent if entry is not None else None
            box = item.path.bounds()
            lists[_zone_at(page, box), owner].append((box.scaled(1 / blank.unit), labels.get(entry, "")))
    return tuple(tick for (zone, _), boxes in lists.items() for tick in _meant(zone, boxes, privacy))


def _labels(page: Page) -> dict[int | None, str]:
    """The words in each list item's body."""
    words: dict[int | None, str] = defaultdict(str)
    for item in page.items:
        if isinstance(item, TextItem) and item.tag is not None and item.tag >= 0:
            element = page.elements[item.tag]
            if element.role == "LBody":
                words[element.parent] += item.text
    return words


def _zone_at(page: Page, box: Box) -> str | None:
    """The smallest zone around a box (points)."""
    around = [r for r in page.regions if r.kind == "zone" and r.box.contains(box, slack=2.0)]
    return min(around, key=lambda r: r.box.width * r.box.height).name if around else None


def _meant(zone: str | None, boxes: Sequence[tuple[Box, str]], privacy: Privacy) -> Iterator[TickBox]:
    permitted = privacy.permits.get(zone or "", ())
    for index, (box, label) in enumerate(boxes):
        meaning, about = _common_meaning(label, privacy), zone
        if meaning == "other" and index < len(permitted):
            meaning, about = "permit", permitted[index]
        elif meaning == "other" and zone in privacy.private and index == len(boxes) - 1:
            meaning = "off-photo"
        yield TickBox(box, _even(label), zone, meaning if zone else "other", about)


def _common_meaning(label: str, privacy: Privacy) -> Meaning:
    for meaning, forms in zip(_SHARED, privacy.shares, strict=False):
        if _joined(label) in map(_joined, forms):
            return meaning
    return "other"


def _even(words: str) -> str:
    """Without soft hyphens and line ends, which depend on the paper."""
    return " ".join(words.replace("\u00ad", "").split())


def _joined(words: str) -> str:
    """Without spaces too: where two lines or languages meet there may be one or none."""
    return _even(words).replace(" ", "")


def read_boxes(squared: Squared, boxes: Sequence[TickBox]) -> tuple[Reading, ...]:
    """Which boxes hold ink. A box that cannot be seen is unclear."""
    return tuple(Reading(tick, _state(squared, tick.box)) for tick in boxes)


def _state(squared: Squared, box: Box) -> State:
    inside = box.inset(min(_EDGE, box.width / 4)).scaled(squared.scale)
    ink, lost = (_share(mask, inside) for mask in (squared.ink, squared.lost))
    if ink >= TICKED:
        return "ticked"
    return "unclear" if ink >= UNCLEAR or lost >= LOST else "empty"


def _share(mask: np.ndarray, box: Box) -> float:
    """How much of a box (pixels) a mask covers."""
    top, bottom = (max(0, round(edge)) for edge in (box.top, box.bottom))
    left, right = (max(0, round(edge)) for edge in (box.left, box.right))
    part = mask[top : max(bottom, top + 1), left : max(right, left + 1)]
    return float((part > 0).mean()) if part.size else 1.0
