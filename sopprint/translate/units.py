"""What a translator gets: one unit for each text, with all there is to know of it. The value both formats speak.

Purpose: gather the units of tools and of shared words. A text that is printed in shorter forms, too, has a unit for
each form: <tool>/<path> and then <tool>/<path>#2. Comes after `owner.py`; not here: files (`po.py`, `xliff.py`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from sopprint.check.languages import may_stay
from sopprint.resolve.sources import outdated
from sopprint.translate.notes import Notes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sopprint.resolve.sources import Forms
    from sopprint.resolve.texts import Text
    from sopprint.translate.measure import Room
    from sopprint.translate.owner import Owner

State = Literal["new", "translated", "review"]
_ID = re.compile(r"(?P<owner>[a-z0-9-]+)/(?P<path>[^#]+?)(?:#(?P<form>[2-9]))?")
_LONGEST_LINE = 240  # characters; what may be longer is no line, and needs no limit
_GUIDE = "guide."  # what the guide says comes after what the poster says


class Unit(Struct, frozen=True):
    """One form of one text. `previous` is the source it was translated from where that has changed (state “review”).

    `most` is how many characters fit, at least; `place` where on the poster's picture it stands.
    """

    owner: str
    path: str
    form: int
    source: str
    target: str = ""
    state: State = "new"
    previous: str = ""
    notes: tuple[str, ...] = ()
    most: int | None = None
    place: str = ""
    line: int = 0  # of the translator's file, for messages

    @property
    def id(self) -> str:
        return f"{self.owner}/{self.path}" + (f"#{self.form}" if self.form > 1 else "")


class Catalogue(Struct, frozen=True):
    """The units of one file."""

    source: str
    target: str
    units: tuple[Unit, ...]


def split_id(text: str) -> tuple[str, str, int] | None:
    """A unit's owner, path and form, or None for what is no unit's name."""
    match = _ID.fullmatch(text)
    return (match["owner"], match["path"], int(match["form"] or 1)) if match else None


def gather(
    owners: Sequence[Owner], source: str, target: str, rooms: Mapping[str, Mapping[str, Room]], *, guides: bool = True
) -> Catalogue:
    """The units of some owners, what posters say first. `rooms` are by owner and path. Raises SopprintError."""
    units = [unit for owner in owners for unit in _of(owner, source, target, rooms.get(owner.name, {}))]
    wanted = [unit for unit in units if guides or not (unit.path.startswith(_GUIDE) or unit.owner == "guide")]
    return Catalogue(source, target, tuple(wanted))


def _of(owner: Owner, source: str, target: str, rooms: Mapping[str, Room]) -> Iterator[Unit]:
    _, said = owner.source(source)
    made = owner.texts(target)
    old = outdated(said, made, owner.record(target))
    notes = Notes.of(owner, source, said, made)
    for name, text in said.items():
        there = made.get(name)
        forms = there.forms if there is not None and not _copied(text, there) else ()
        yield from _forms(owner.name, text, forms, old.get(name), notes.of_text(text), rooms.get(name))


def _copied(text: Text, made: Text) -> bool:
    """A word left in the language it comes from is no translation, unless it may stay."""
    return text.forms == made.forms and not may_stay(text.forms[0])


def _forms(
    owner: str, text: Text, made: Forms, was: Forms | None, notes: tuple[str, ...], room: Room | None
) -> Iterator[Unit]:
    for index in range(max(len(text.forms), len(made))):
        target = made[index] if index < len(made) else ""
        state: State = "new" if not target else "review" if was is not None else "translated"
        yield Unit(
            owner=owner,
            path=text.name,
            form=index + 1,
            source=text.forms[min(index, len(text.forms) - 1)],
            target=target,
            state=state,
            previous=was[min(index, len(was) - 1)] if was is not None and target else "",
            notes=(*notes, *_of_form(index)),
            most=_most(text, room, index, max(len(text.forms), len(made))),
            place=room.place if room is not None else "",
        )


def _most(text: Text, room: Room | None, index: int, forms: int) -> int | None:
    """What fits; where that was not measured, what a line of a guide may have at all."""
    fits = room.most(index, forms) if room is not None else None
    return text.most if fits is None and text.most <= _LONGEST_LINE else fits


def _of_form(index: int) -> tuple[str, ...]:
    return ("A shorter form of the same words, for where the longer one does not fit; may stay empty.",) * (index > 0)
