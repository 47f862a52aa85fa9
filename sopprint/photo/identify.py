"""Which poster a photograph shows: from its code, from what the command line says, and from the drawing itself.

Purpose: offer `place.py` the few empty posters that it can be, and say why it is none. The code names tool, edition
and language; the corner marks give the page's shape; variants and papers of one shape are told apart by their print.
Not here: reading the code (`sight.py`), which papers there are (`shelf.py`), comparing (`place.py`), posters whose
code is covered (`recognise.py`).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from sopprint.diagnostics import Diagnostic
from sopprint.errors import ExitCode, SopprintError
from sopprint.photo.place import View, likeness, place
from sopprint.photo.recognise import recognised, spoken
from sopprint.photo.shelf import FAR, NEAR, offers
from sopprint.photo.sight import look
from sopprint.photo.values import Finding, NotPlacedError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sopprint.photo.shelf import Asked, Poster, Shelf
    from sopprint.photo.sight import Label, Sight
    from sopprint.photo.values import Photo, Placed
    from sopprint.resolve.library import Library, ToolInfo

SURE: Final = 0.95  # share of printed details that needs no other paper or variant: one may differ in a single zone
_WELL: Final = 0.9  # that needs no paper of a shape further off; a shape 3 % wrong agrees in 0.7 to 0.85
_CLEAR: Final = 0.7  # that a poster must have which nobody named; others have less than 0.25, other languages 0.3
_PLAUSIBLE: Final = 0.35  # of a quick look at the marks: less is not worth a comparison
_MISREAD: Final = 2  # printed lines that may then read otherwise


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
    sight, view = look(photo), View(photo)
    if asked.tool is None and sight.label is None:
        return _unnamed(view, sight, asked, shelf)
    tool, lang = _called(photo, sight.label, asked, shelf.library)
    languages = (lang,) if lang is not None else spoken(view, sight, asked, shelf, tool)
    return _best(view, sight, asked, shelf, (tool, languages))


def _best(view: View, sight: Sight, asked: Asked, shelf: Shelf, which: tuple[ToolInfo, Sequence[str]]) -> Placed:
    """On the paper and variant that agree best; of a shape further off only where the nearer ones agree badly."""
    best: Placed | None = None
    refusals: list[Finding] = []
    quick = sight.guess is not None
    for within, enough in (((0.0, NEAR), SURE), ((NEAR, FAR), _WELL)):
        if best is None or best.agreement < enough:
            best = _compared(view, shelf, offers(sight, asked, *which, within), best, refusals, quick=quick)
    if best is None:
        raise NotPlacedError(refusals[0] if refusals else _nameless(view.photo))
    return best


def _compared(
    view: View,
    shelf: Shelf,
    offered: Iterable[tuple[Poster, ...]],
    best: Placed | None,
    refusals: list[Finding],
    *,
    quick: bool,
) -> Placed | None:
    """The best of those offered, one after the other, until one is sure. Gathers why the others are not.

    quick: there are marks for a quick look, which after a first refusal spares comparing with what is nothing like it.
    """
    for posters in offered:
        known = shelf.known(posters)
        if not known:
            refusals += _undrawable(view.photo, shelf, posters)
            continue
        if quick and (best or refusals):
            known = tuple(each for each in known if likeness(view, each) >= _PLAUSIBLE)
            if not known:
                continue
        try:
            placed = place(view, known)
        except NotPlacedError as failure:
            refusals += failure.findings
            continue
        best = max(best or placed, placed, key=lambda p: p.agreement)
        if best.agreement >= SURE:
            break
    return best


def _unnamed(view: View, sight: Sight, asked: Asked, shelf: Shelf) -> Placed:
    """A poster without a readable code, where its drawing is clearly one of the library's: never a wrong one."""
    found = recognised(view, sight, asked, shelf)
    if found is None:
        raise NotPlacedError(_nameless(view.photo))
    tool, lang = found
    try:
        placed = _best(view, sight, asked, shelf, (tool, (lang,)))
    except NotPlacedError:
        raise NotPlacedError(_nameless(view.photo)) from None
    if placed.agreement < _CLEAR or len(placed.otherwise) > _MISREAD:
        raise NotPlacedError(_nameless(view.photo))
    return replace(placed, unnamed=True)


def _undrawable(photo: Photo, shelf: Shelf, posters: Iterable[Poster]) -> list[Finding]:
    """Why none of these empty posters can be made here: no font, or no room for two languages."""
    lacking = shelf.lacking(posters)
    if lacking is None:
        return []
    message = f"{photo.name}: the empty poster cannot be made here: {lacking.message}"
    return [Finding("error", "no-blank", message, hint=next(iter(lacking.hints), ""))]


def _called(photo: Photo, label: Label | None, asked: Asked, library: Library) -> tuple[ToolInfo, str | None]:
    """The tool, and its language where it is known. Raises NotPlacedError."""
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
    return tool, lang


def _nameless(photo: Photo) -> Finding:
    message = f"{photo.name}: the square code cannot be read, so it is not known which poster this is"
    return Finding("error", "no-code", message, hint="name it, as in --tool three-houses, or take the photo nearer")


def _info(library: Library, name: str) -> ToolInfo:
    return next(tool for tool in library.tools() if tool.name == name)


def _usage(message: str, hint: str) -> SopprintError:
    return SopprintError([Diagnostic("SP903", message, hints=(hint,))], ExitCode.USAGE)
