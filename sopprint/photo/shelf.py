"""The empty posters that a photograph may show, the likeliest first, each laid out once.

Purpose: papers by the shape that was seen, variants and languages by what is asked for. What cannot be printed here,
for want of a font or of room on the paper, is left out, and the reason kept. Not here: comparing (`place.py`), and
which tool it is (`identify.py`, `recognise.py`).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import product
from typing import TYPE_CHECKING, Final

from sopprint.errors import SopprintError
from sopprint.paper import paper
from sopprint.photo.blank import blank
from sopprint.photo.place import Known
from sopprint.resolve.arrangement import PageKind
from sopprint.resolve.bilingual import JOINT, is_wide

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sopprint.diagnostics import Diagnostic
    from sopprint.paper import Orientation, Paper
    from sopprint.photo.sight import Sight
    from sopprint.resolve.library import Library, ToolInfo

# The likeliest first: wall posters, office paper, then the rest.
_PAPERS: Final = (
    "arch-d", "letter", "tabloid", "arch-e", "arch-c", "ansi-d", "ansi-c", "a1", "a3", "a4", "a0", "a2", "one-sheet",
    "arch-e1", "ansi-e", "arch-b", "legal", "arch-a",
)  # fmt: skip
_UNSEEN: Final = ("arch-d", "letter", "tabloid", "arch-c")  # tried when the marks do not tell the shape
NEAR: Final = 0.035  # of the shape that marks give; they are 1.4 % off in the middle
FAR: Final = 0.08  # lens, bow and slant together: tried where nothing nearer agrees well


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command line says of the poster; None leaves it to the photograph."""

    tool: str | None = None
    edition: str | None = None
    lang: str | None = None
    paper: Paper | None = None
    orientation: Orientation | None = None
    variant: str | None = None


Sheet = tuple[str, "Orientation"]


@dataclass(frozen=True, slots=True)
class Poster:
    """An empty poster by what it is called."""

    tool: str
    lang: str
    paper: str
    orientation: Orientation
    variant: str | None


@dataclass(frozen=True, slots=True)
class Shelf:
    """Empty posters of a library, each made once."""

    library: Library
    _made: dict[Poster, Known | Diagnostic] = field(default_factory=dict)

    def known(self, posters: Iterable[Poster]) -> tuple[Known, ...]:
        """Those of the posters that can be printed."""
        return tuple(made for made in map(self._one, posters) if isinstance(made, Known))

    def lacking(self, posters: Iterable[Poster]) -> Diagnostic | None:
        """Why the first that cannot be printed cannot."""
        return next((made for made in map(self._one, posters) if not isinstance(made, Known)), None)

    def _one(self, poster: Poster) -> Known | Diagnostic:
        if poster not in self._made:
            try:
                sheet = paper(poster.paper)
                made = blank(self.library, poster.tool, poster.lang, sheet, poster.orientation, poster.variant)
                self._made[poster] = Known(made)
            except SopprintError as failure:
                self._made[poster] = failure.diagnostics[0]
        return self._made[poster]


def offers(
    sight: Sight, asked: Asked, tool: ToolInfo, languages: Sequence[str], within: tuple[float, float] = (0.0, NEAR)
) -> Iterator[tuple[Poster, ...]]:
    """Posters to compare with each other, the likeliest first; `within`: how far their shape is from the one seen."""
    plain: tuple[tuple[str | None, ...], ...] = ((None,), tool.variants) if tool.variants else ((None,),)
    for some in sheets(sight, asked, within, pair=any(JOINT in lang for lang in languages)):
        for variants in ((asked.variant,),) if asked.variant is not None else plain:
            yield tuple(Poster(tool.name, lang, *sheet, v) for v in variants for lang in languages for sheet in some)


def sheets(
    sight: Sight, asked: Asked, within: tuple[float, float] = (0.0, NEAR), *, pair: bool = False
) -> Iterator[tuple[Sheet, ...]]:
    """Papers that may be meant, the likeliest first; those of one shape are compared with each other.

    pair: a poster in two languages, which is printed on large paper alone.
    """
    turns: tuple[Orientation, ...] = ("landscape", "portrait")
    if asked.orientation is not None:
        turns = (asked.orientation,)
    elif sight.shape is not None:
        turns = ("landscape",) if sight.shape >= 1 else ("portrait",)
    first = within[0] == 0
    if asked.paper is not None:
        yield from (((asked.paper.name, turn),) for turn in turns if first)
        return
    if sight.shape is None and not first:
        return
    for turn, names in product(turns, _shapes(sight.shape, within, pair=pair)):
        yield tuple((name, turn) for name in names)


def _shapes(shape: float | None, within: tuple[float, float], *, pair: bool) -> tuple[tuple[str, ...], ...]:
    """Papers by their shape: the nearest to what was seen first, else the likeliest."""
    groups: dict[float, dict[PageKind, str]] = {}
    for name in _PAPERS if shape is not None else _UNSEEN:
        if pair and not is_wide(paper(name)):
            continue
        size = paper(name).size
        long = size.height / size.width
        if shape is None or within[0] <= _apart(shape, long) < within[1]:
            kinds = groups.setdefault(round(long, 2), {})
            kinds.setdefault(PageKind.of(size.height, size.width), name)  # drawn alike, so one of them will do
    order = sorted(groups, key=lambda long: _apart(shape, long)) if shape is not None else groups
    return tuple(tuple(groups[long].values()) for long in order)


def _apart(shape: float, long: float) -> float:
    return abs(max(shape, 1 / shape) / long - 1)
