"""From picture files to filled posters: the one place that leads photographs through the rooms.

A picture that cannot be used does not stop the others. In messages photographs are called by their number on the
command line, for a file's name may hold a family's. Not here: writing (`outputs.py`), printing (`cli/photo.py`).
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from sopprint.diagnostics import Diagnostic
from sopprint.errors import ExitCode, SopprintError
from sopprint.paper import paper
from sopprint.photo.filled import fill
from sopprint.photo.group import grouped
from sopprint.photo.identify import identify, require_sensible
from sopprint.photo.read import open_photo
from sopprint.photo.shelf import Shelf
from sopprint.photo.square import square
from sopprint.photo.values import NotPlacedError
from sopprint.photo.verdict import require_known, zones_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from sopprint.paper import Orientation
    from sopprint.photo.filled import Filled
    from sopprint.photo.group import Group
    from sopprint.photo.shelf import Asked
    from sopprint.photo.values import Blank, Finding, Placed
    from sopprint.photo.verdict import Wishes
    from sopprint.resolve.document import Document
    from sopprint.resolve.library import Library

MOST: Final = 24  # pictures at once; each takes 40 to 100 MB while it is open


@dataclass(frozen=True, slots=True)
class Task:
    """What is to be done: pictures, what is known of the poster, which zones to hide or show."""

    files: tuple[Path, ...]
    asked: Asked
    wishes: Wishes
    separate: bool = False


@dataclass(slots=True)
class Refusals:
    """What could not be used, and why; what could not be opened with its number on the command line."""

    unreadable: list[tuple[int, Diagnostic]]
    unplaced: list[Finding]

    def __bool__(self) -> bool:
        return bool(self.unreadable or self.unplaced)


def work(
    task: Task, library: Library, refusals: Refusals, say: Callable[[str], None] = lambda _: None
) -> Iterator[Filled]:
    """Every filled poster of the photographs, one after the other; `say` is told what is going on.

    Raises SopprintError (usage) for a tool, language or zone that there is not, and for too many pictures.
    """
    if len(task.files) > MOST:
        message = f"{len(task.files)} pictures are too many at once; {MOST} are the most"
        raise SopprintError([Diagnostic("SP706", message)], ExitCode.USAGE)
    require_sensible(task.asked, library)
    groups = grouped(_placed(task, library, refusals, say), separate=task.separate)
    if groups:
        require_known(task.wishes, (zone for group in groups for zone in zones_of(group.blank)))
    numbers: Counter[tuple[str | None, ...]] = Counter()
    for group in groups:
        b = group.blank
        say(f"squaring up {b.tool}")
        numbers[b.tool, b.edition, b.lang, b.variant] += 1
        try:
            yield _filled(group, numbers[b.tool, b.edition, b.lang, b.variant], library, task.wishes)
        except NotPlacedError as failure:
            refusals.unplaced += failure.findings


def _placed(task: Task, library: Library, refusals: Refusals, say: Callable[[str], None]) -> Iterator[Placed]:
    shelf = Shelf(library)
    for number, file in enumerate(task.files, 1):
        say(f"photo {number} of {len(task.files)}")
        try:
            photo = replace(open_photo(file), name=f"photo {number}")
            yield identify(photo, task.asked, shelf)
        except SopprintError as failure:
            if failure.exit_code is not ExitCode.IO:
                raise
            refusals.unreadable += [(number, each) for each in failure.diagnostics]
        except NotPlacedError as failure:
            refusals.unplaced += failure.findings


def _filled(group: Group, number: int, library: Library, wishes: Wishes) -> Filled:
    squared = square(group.photos, group.blank)
    languages = library.languages(group.blank.tool)
    sheet = "en" if "en" in languages else group.blank.lang
    return fill(squared, _document(library, group.blank, group.blank.lang), _document(library, group.blank, sheet),
                wishes, number)  # fmt: skip


def _document(library: Library, blank: Blank, lang: str) -> Document:
    turn: Orientation = "portrait" if blank.orientation == "portrait" else "landscape"
    return library.document(blank.tool, lang=lang, paper=paper(blank.paper), orientation=turn, variant=blank.variant)
