"""A photograph laid on its poster: by its corner marks, by the drawing where they are hidden, then on the print itself.

Several posters may be offered; the one whose printed details and lines are found wins. A poster that no offer explains
is refused: another tool agrees in under a fifth of its details, another language in under a quarter of its lines.
Not here: reading codes, light, what the picture then shows.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import cv2

from sopprint.photo import blank as empty
from sopprint.photo import features, marks, refine, wording
from sopprint.photo.mapping import Lens, Mapping, reached
from sopprint.photo.values import Finding, NotPlacedError, Placed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sopprint.photo.arrays import Array, Grey
    from sopprint.photo.marks import Mark, MarkSet
    from sopprint.photo.refine import Details, Refined
    from sopprint.photo.values import Blank, Photo
    from sopprint.photo.wording import Line, Reading

MOST_WRONG = 0.4  # agreement under which a poster is another one
MOST_MISREAD = 0.5  # share of lines under which it is another language or edition
_SURE = 0.6  # agreement that needs no second start
_PIXELS = 4.0  # of 1800, that features may be off
_FOR_A_LOOK = 2  # marks
_QUICK = 2  # passes


@dataclass(frozen=True)
class Known:
    """An empty poster prepared for many photographs."""

    blank: Blank

    @cached_property
    def grey(self) -> Grey:
        return cv2.cvtColor(empty.picture(self.blank, refine.SCALE), cv2.COLOR_RGB2GRAY).astype("uint8")

    @cached_property
    def details(self) -> Details:
        return refine.details(self.grey)

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        return wording.lines(self.blank)

    @cached_property
    def features(self) -> features.Features:
        return features.of_blank(self.grey, refine.SCALE)


@dataclass(frozen=True)
class View:
    """A photograph prepared for many posters."""

    photo: Photo

    @cached_property
    def grey(self) -> Grey:
        return cv2.cvtColor(self.photo.pixels, cv2.COLOR_RGB2GRAY).astype("uint8")

    @cached_property
    def marks(self) -> tuple[Mark, ...]:
        return marks.find(self.grey)

    @cached_property
    def features(self) -> features.Features:
        return features.of_photo(self.grey)


@dataclass(frozen=True, slots=True)
class _Found:
    known: Known
    refined: Refined
    reading: Reading
    marks: MarkSet | None

    @property
    def right(self) -> bool:
        return (
            self.refined.agreement >= MOST_WRONG
            and self.reading.share >= MOST_MISREAD
            and not self.reading.other_edition
        )


def place(photo: Photo | View, posters: Blank | Known | Sequence[Blank | Known]) -> Placed:
    """Lay a photograph on the poster that it shows, one of those offered.

    Raises NotPlacedError with the reason: no poster found ("no-poster"), or another poster, language or edition
    ("other-poster").
    """
    offered = posters if isinstance(posters, (tuple, list)) else (posters,)
    sight = photo if isinstance(photo, View) else View(photo)
    found = [f for p in offered for f in _found(sight, p if isinstance(p, Known) else Known(p))]
    if not found:
        raise NotPlacedError(_nothing(sight.photo))
    best = max(found, key=lambda f: f.refined.agreement + f.reading.share)
    if not best.right:
        raise NotPlacedError(_other(sight.photo, best, several=len(offered) > 1))
    return _placed(sight, best)


def likeness(sight: View, known: Known) -> float:
    """Share of a poster's details that are where the marks put them: a quick look, before comparing."""
    chosen = marks.choose(sight.marks, (empty.marks(known.blank),))
    if chosen is None or len(chosen.marks) < _FOR_A_LOOK:
        return 0.0
    return refine.refine(sight.grey, _start(sight, known, chosen.homography), known.details, _QUICK).agreement


def _found(sight: View, known: Known) -> Iterator[_Found]:
    """One poster in a photograph from each start that there is, until one is sure."""
    chosen = marks.choose(sight.marks, (empty.marks(known.blank),))
    if chosen is not None and 2 <= len(chosen.marks) < 4:
        chosen = marks.look_again(sight.grey, chosen, empty.marks(known.blank))
    if chosen is not None:
        made = _refined(sight, known, chosen, chosen.homography)
        yield made
        if made.refined.agreement >= _SURE:
            return
    reach = _PIXELS * max(1.0, max(sight.grey.shape) / 1800)
    homography = features.matched(known.features, sight.features, reach)
    if homography is not None:
        yield _refined(sight, known, chosen, homography)


def _start(sight: View, known: Known, homography: Array) -> Mapping:
    height, width = sight.grey.shape
    return Mapping(homography, empty.size(known.blank), Lens.plain(width, height))


def _refined(sight: View, known: Known, chosen: MarkSet | None, homography: Array) -> _Found:
    made = refine.refine(sight.grey, _start(sight, known, homography), known.details)
    seen = refine.squared(sight.grey, made.mapping)
    inside = reached(made.mapping, sight.grey.shape, refine.SCALE)
    reading = wording.read(seen, known.details.evened, inside, known.lines, refine.SCALE)
    return _Found(known, made, reading, chosen)


def _placed(sight: View, found: _Found) -> Placed:
    """With the marks counted that lie where the print says they are; the rest belong to other posters."""
    corners = empty.marks(found.known.blank)
    ours = [
        m for m in (*sight.marks, *(found.marks.marks if found.marks else ()))
        if abs(found.refined.mapping(corners[m.id]) - m.corners).max() < m.side / 2
    ]  # fmt: skip
    others = [m for m in sight.marks if not any(m.same(o) for o in ours)]
    return Placed(
        photo=sight.photo,
        blank=found.known.blank,
        to_photo=found.refined.mapping,
        agreement=found.refined.agreement,
        marks=tuple(sorted({m.id for m in ours})),
        error=found.refined.error,
        others=len(others),
        otherwise=found.reading.otherwise,
    )


def _nothing(photo: Photo) -> Finding:
    message = f"{photo.name}: no poster found in the picture"
    return Finding("error", "no-poster", message, hint="fill the frame with the poster, with its corner marks in view")


def _other(photo: Photo, best: _Found, *, several: bool) -> Finding:
    blank, reading = best.known.blank, best.reading
    one = f"not {blank.tool}, edition {blank.edition}, in “{blank.lang}”"
    named = "none of the posters offered" if several else one
    same = reading.shown - len(reading.otherwise)
    counts = f"{best.refined.agreement:.0%} of its printed details and {same} of {reading.shown} printed lines agree"
    message = f"{photo.name}: this is {named} ({counts})"
    return Finding("error", "other-poster", message, hint="name the tool, language and edition that the poster shows")
