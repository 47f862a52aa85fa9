"""Which poster a photograph shows: from its code, from what the command line says, and from the drawing itself.

Purpose: offer `place.py` the few empty posters that it can be, and say why it is none. The code names tool, edition
and language; the corner marks give the page's shape; variants and papers of one shape are told apart by their print.
Not here: reading the code (`sight.py`), comparing (`place.py`).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import product
from typing import TYPE_CHECKING, Final

from sopprint.diagnostics import Diagnostic
from sopprint.errors import ExitCode, SopprintError
from sopprint.paper import paper
from sopprint.photo.blank import blank
from sopprint.photo.place import Known, place
from sopprint.photo.sight import look
from sopprint.photo.values import Finding, NotPlacedError
from sopprint.resolve.arrangement import PageKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sopprint.paper import Orientation, Paper
    from sopprint.photo.sight import Label, Sight
    from sopprint.photo.values import Photo, Placed
    from sopprint.resolve.library import Library, ToolInfo

# The likeliest first: wall posters, office paper, then the rest.
_PAPERS: Final = (
    "arch-d", "letter", "tabloid", "arch-e", "arch-c", "ansi-d", "ansi-c", "a1", "a3", "a4", "a0", "a2", "one-sheet",
    "arch-e1", "ansi-e", "arch-b", "legal", "arch-a",
)  # fmt: skip
_UNSEEN: Final = ("arch-d", "letter", "tabloid", "arch-c")  # tried when the marks do not tell the shape
_NEAR: Final = 0.035  # of the shape that marks give; they are 1.4 % off in the middle, 3.5 % at worst
SURE: Final = 0.95  # share of printed details that needs no other paper or variant: one may differ in a single zone


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command line says of the poster; None leaves it to the photograph."""

    tool: str | None = None
    edition: str | None = None
    lang: str | None = None
    paper: Paper | None = None
    orientation: Orientation | None = None
    variant: str | None = None


_Sheet = tuple[str, "Orientation"]


@dataclass(frozen=True, slots=True)
class _Poster:
    tool: str
    lang: str
    paper: str
    orientation: Orientation
    variant: str | None


@dataclass(frozen=True, slots=True)
class Shelf:
    """Empty posters of a library, each made once."""

    library: Library
    _made: dict[_Poster, Known] = field(default_factory=dict)

    def known(self, poster: _Poster) -> Known:
        if poster not in self._made:
            sheet = paper(poster.paper)
            made = blank(self.library, poster.tool, poster.lang, sheet, poster.orientation, poster.variant)
            self._made[poster] = Known(made)
        return self._made[poster]


def require_sensible(asked: Asked, library: Library) -> None:
    """Raise SopprintError (usage) for a tool, edition, language or variant that the library does not have."""
    if asked.tool is None:
        if asked.variant is not None:
            raise _usage("--variant belongs to a tool", "add --tool")
        return
    library.folder(asked.tool)
    tool = _info(library, asked.tool)
    if asked.edition is not None and asked.edition != tool.edition:
        raise _usage(f"{tool.name} is here in edition {tool.edition}, not {asked.edition}", _OLD)
    if asked.lang is not None and not tool.speaks(asked.lang):
        raise _usage(f"{tool.name} has no language “{asked.lang}”", f"it has {', '.join(tool.languages)}")
    if asked.variant is not None and asked.variant not in tool.variants:
        raise _usage(f"{tool.name} has no variant “{asked.variant}”", f"it has {', '.join(tool.variants) or 'none'}")


_OLD: Final = "use the kit that the poster was printed from, with --kit"


def identify(photo: Photo, asked: Asked, shelf: Shelf) -> Placed:
    """Lay a photograph on the poster that it shows. Raises NotPlacedError with what a worker can do."""
    sight = look(photo)
    tool, languages = _called(photo, sight.label, asked, shelf.library)
    best, refusal = None, None
    for offered in _offers(sight, asked, tool, languages):
        try:
            placed = place(photo, [shelf.known(poster) for poster in offered])
        except NotPlacedError as failure:
            refusal = refusal or failure
            continue
        best = max(best or placed, placed, key=lambda p: p.agreement)
        if best.agreement >= SURE:
            break
    if best is None:
        raise refusal or NotPlacedError(_nameless(photo))
    return best


def _offers(sight: Sight, asked: Asked, tool: ToolInfo, languages: Sequence[str]) -> Iterator[tuple[_Poster, ...]]:
    """Posters to compare with each other, the likeliest first."""
    plain: tuple[tuple[str | None, ...], ...] = ((None,), tool.variants) if tool.variants else ((None,),)
    for sheets in _sheets(sight, asked):
        for variants in ((asked.variant,),) if asked.variant is not None else plain:
            yield tuple(_Poster(tool.name, lang, *sheet, v) for v in variants for lang in languages for sheet in sheets)


def _called(photo: Photo, label: Label | None, asked: Asked, library: Library) -> tuple[ToolInfo, tuple[str, ...]]:
    """The tool, and the languages it can be in. Raises NotPlacedError."""
    name = asked.tool or (label.tool if label else None)
    if name is None:
        raise NotPlacedError(_nameless(photo))
    tool = next((tool for tool in library.tools() if tool.name == name), None)
    if tool is None:
        message = f"{photo.name}: the code on the poster names a tool “{name}”, which is not here"
        raise NotPlacedError(Finding("error", "unknown-tool", message, hint="name the county’s kit with --kit"))
    same = label is not None and label.tool == tool.name
    edition = asked.edition or (label.edition if label is not None and same else tool.edition)
    if edition != tool.edition:
        message = f"{photo.name}: the poster is edition {edition} of {tool.name}; here is {tool.edition}"
        raise NotPlacedError(Finding("error", "other-edition", message, hint=_OLD))
    lang = asked.lang or (label.lang if label is not None and same else None)
    if lang is not None and not tool.speaks(lang):
        message = f"{photo.name}: {tool.name} has no language “{lang}” here"
        raise NotPlacedError(Finding("error", "other-language", message, hint="name the county’s kit with --kit"))
    return tool, (lang,) if lang else tool.languages


def _nameless(photo: Photo) -> Finding:
    message = f"{photo.name}: the square code cannot be read, so it is not known which poster this is"
    return Finding("error", "no-code", message, hint="name it, as in --tool three-houses, or take the photo nearer")


def _sheets(sight: Sight, asked: Asked) -> Iterator[tuple[_Sheet, ...]]:
    """Papers that may be meant, the likeliest first; those of one shape are compared with each other."""
    turns: tuple[Orientation, ...] = ("landscape", "portrait")
    if asked.orientation is not None:
        turns = (asked.orientation,)
    elif sight.shape is not None:
        turns = ("landscape",) if sight.shape >= 1 else ("portrait",)
    if asked.paper is not None:
        yield from (((asked.paper.name, turn),) for turn in turns)
        return
    for turn, names in product(turns, _shapes(sight.shape)):
        yield tuple((name, turn) for name in names)


def _shapes(shape: float | None) -> tuple[tuple[str, ...], ...]:
    """Papers by their shape: the nearest to what was seen first, else the likeliest."""
    groups: dict[float, dict[PageKind, str]] = {}
    for name in _PAPERS if shape is not None else _UNSEEN:
        size = paper(name).size
        long = size.height / size.width
        if shape is None or abs(max(shape, 1 / shape) / long - 1) <= _NEAR:
            kinds = groups.setdefault(round(long, 2), {})
            kinds.setdefault(PageKind.of(size.height, size.width), name)  # drawn alike, so one of them will do
    order = sorted(groups, key=lambda long: abs(max(shape, 1 / shape) / long - 1)) if shape is not None else groups
    return tuple(tuple(groups[long].values()) for long in order)


def _info(library: Library, name: str) -> ToolInfo:
    return next(tool for tool in library.tools() if tool.name == name)


def _usage(message: str, hint: str) -> SopprintError:
    return SopprintError([Diagnostic("SP903", message, hints=(hint,))], ExitCode.USAGE)
