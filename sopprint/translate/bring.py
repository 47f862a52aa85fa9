"""A translators' file brought back: checked against today's words, then made into words files and their records.

Purpose: decide for every unit whether it is taken. Nothing is written here, and nothing may be written when there is
one error. Fuzzy and untranslated units leave the words as they are. Comes after `po.py` and `xliff.py`; the new text
of files is made by `remake.py`, writing is `write.py`.
"""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from sopprint.check.languages import markup_lost, shorten
from sopprint.diagnostics import Diagnostic, Place, Report, Severity
from sopprint.errors import SopprintError
from sopprint.source.load import faults
from sopprint.source.sentences import did_you_mean
from sopprint.translate.owner import SHARED, File, Owner
from sopprint.translate.remake import record_of, remade

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sopprint.resolve.library import Library
    from sopprint.resolve.sources import Forms
    from sopprint.resolve.texts import Text
    from sopprint.translate.measure import Room
    from sopprint.translate.remake import Remade
    from sopprint.translate.units import Catalogue, Unit

LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]+)*")


class Brought(Struct, frozen=True):
    """What becomes of one owner's words. `made` is None where nothing changes. Texts are named by their paths."""

    owner: str
    file: File
    changed: tuple[str, ...]
    fuzzy: tuple[str, ...]
    untranslated: tuple[str, ...]
    made: Remade | None
    record: str
    is_new: bool = False


def bring(
    library: Library, catalogue: Catalogue, shown: str, only: str | None = None, lang: str | None = None
) -> tuple[tuple[Brought, ...], Report]:
    """What the file changes, and all that is wrong with it; files may be written when there is no error.

    `only` is the tool it must be of, `lang` the language it must be in. Raises SopprintError (SP177) when it is not.
    """
    report = Report()
    _require(library, catalogue, shown, only, lang)
    catalogue = replace(catalogue, target=lang or catalogue.target)
    report.extend(_doubled(catalogue.units, shown))
    found = []
    for name in dict.fromkeys(unit.owner for unit in catalogue.units):
        units = [unit for unit in catalogue.units if unit.owner == name]
        if name not in library.folders and name not in SHARED:
            report.add(_of_nothing(units[0], shown, "tool" if name else "text", (*library.folders, *SHARED)))
        elif only in (None, name):
            found.append(_Import(Owner(library, name), catalogue, shown, report).brought(units))
    return tuple(found), report


def _require(library: Library, catalogue: Catalogue, shown: str, only: str | None, lang: str | None) -> None:
    """Raise SopprintError for another tool's or language's file."""
    target, owners = catalogue.target, {unit.owner for unit in catalogue.units}
    if not LANGUAGE.fullmatch(target) or target == catalogue.source:
        message = f"the file does not say which language it is for (“{target}”)"
        hint = "its header needs a line such as “Language: vi”"
    elif lang is not None and not re.fullmatch(rf"{re.escape(lang)}(-[A-Z]{{2}})?", target):  # programs add a country
        message, hint = f"the file is for the language “{target}”, not “{lang}”", f"give --to {target}, or nothing"
    elif lang is None and (named := _named(shown, library)) not in (None, target):
        message = f"the file is called “{named}”, but its header says that it is in “{target}”"
        hint = f"correct one of the two, or say which with --to {target}"
    elif only is not None and only not in owners:
        message = f"the file has nothing of {only}; it has: {', '.join(sorted(owners - {''})) or 'nothing'}"
        hint = "name the tool it is of, or none"
    else:
        return
    raise SopprintError([Diagnostic("SP177", message, Place(shown), (hint,))])


def _named(shown: str, library: Library) -> str | None:
    """The language that a file's name ends with, such as name.vi.po, where there are words in it."""
    parts = PurePath(shown).name.split(".")
    named = parts[-2] if len(parts) > 2 else ""
    is_one = LANGUAGE.fullmatch(named) and library.layouts.exists(f"common/words.{named}.yaml")
    return named if is_one else None


def _doubled(units: Sequence[Unit], shown: str) -> Iterator[Diagnostic]:
    """SP179: the same text twice, and not the same."""
    first: dict[str, Unit] = {}
    for unit in units:
        known = first.setdefault(unit.id, unit)
        if known.target != unit.target:
            message = f"“{unit.id}” is translated here and in line {known.line}, and not in the same words"
            yield Diagnostic("SP179", message, Place(shown, unit.line, 1))


def _of_nothing(unit: Unit, shown: str, what: str, known: Iterable[str]) -> Diagnostic:
    """SP176: there is no such tool, or no such text."""
    name = unit.owner if what == "tool" else unit.path
    hints = did_you_mean(name, known)[:1]
    return Diagnostic("SP176", f"there is no {what} “{name}”", Place(shown, unit.line, 1), hints, Severity.WARNING)


class _Import(Struct, frozen=True):
    """One owner's units on their way."""

    owner: Owner
    catalogue: Catalogue
    shown: str
    report: Report

    def brought(self, units: Sequence[Unit]) -> Brought:
        source, target = self.catalogue.source, self.catalogue.target
        said, there = self.owner.source(source)[1], self.owner.texts(target)
        by_path = self._known(units, said, there)
        taken = {path: each for path, each in by_path.items() if each[0].target and not _is_fuzzy(each)}
        forms = {path: _forms(each, there.get(path)) for path, each in taken.items()}
        changed = {path: new for path, new in forms.items() if path not in there or there[path].forms != new}
        self._check(by_path, said, changed)
        texts = {(there.get(path) or said[path]).path: new for path, new in changed.items()}
        made = remade(self.owner, source, target, texts) if texts else None
        if made is not None:
            self.report.extend(faults(made.node, self.owner.model))
        made_from = {path: _sources(each, said[path]) for path, each in taken.items() if path in said}
        return Brought(
            owner=self.owner.name,
            file=self.owner.file(target),
            changed=tuple(changed),
            fuzzy=tuple(path for path, each in by_path.items() if _is_fuzzy(each)),
            untranslated=tuple(path for path, each in by_path.items() if not each[0].target),
            made=made,
            record=record_of(self.owner, source, target, said, made_from, set(changed)),
            is_new=self.owner.node(target) is None,
        )

    def _known(
        self, units: Sequence[Unit], said: Mapping[str, Text], there: Mapping[str, Text]
    ) -> dict[str, list[Unit]]:
        """Units by path, their forms in order; what is of nothing is told (SP176)."""
        known: dict[str, dict[int, Unit]] = {}
        for unit in units:
            text = said.get(unit.path) or there.get(unit.path)
            if text is None or unit.form > text.many:
                self.report.add(_of_nothing(unit, self.shown, "text", said))
            else:
                known.setdefault(unit.path, {}).setdefault(unit.form, unit)
        return {path: [forms[number] for number in sorted(forms)] for path, forms in known.items() if 1 in forms}

    def _check(self, by_path: Mapping[str, list[Unit]], said: Mapping[str, Text], changed: Mapping[str, Forms]) -> None:
        rooms = self._rooms(said, changed)
        for path, forms in changed.items():
            text, place = said.get(path), Place(self.shown, by_path[path][0].line, 1)
            if text is not None:
                self.report.extend(markup_lost(path, text.forms, forms, place))
                self.report.extend(_too_long(text, forms, rooms.get(path), place))
                self.report.extend(_changed_since(text, by_path[path], place))

    def _rooms(self, said: Mapping[str, Text], changed: Mapping[str, Forms]) -> Mapping[str, Room]:
        """How much fits, for posters' texts."""
        from sopprint.translate.measure import rooms

        printed = [forms[0] for path, forms in changed.items() if not path.startswith("guide.")]
        if not self.owner.is_tool or not printed:
            return {}
        return rooms(self.owner.library, self.owner.name, self.catalogue.source, said, " ".join(printed))


def _too_long(text: Text, forms: Forms, room: Room | None, place: Place) -> Iterator[Diagnostic]:
    """SP178: longer than the model allows, which is an error, or than fits."""
    for index, form in enumerate(forms):
        fits = room.most(index, len(forms)) if room is not None else None
        if len(form) > text.most:
            message = f"“{text.name}” has {len(form)} characters; at most {text.most} are allowed"
            yield Diagnostic("SP178", message, place)
        elif fits is not None and len(form) > fits:
            message = f"“{text.name}” has {len(form)} characters; about {fits} fit"
            yield Diagnostic("SP178", message, place, (f"it says: {shorten(form)}",), Severity.WARNING)


def _changed_since(text: Text, units: Sequence[Unit], place: Place) -> Iterator[Diagnostic]:
    """SP171: the translator had another source than today's."""
    was = next((unit.source for unit in units if unit.source not in text.forms), None)
    if was is not None:
        message = f"“{text.name}” has changed since the file was exported"
        hint = f"it was “{shorten(was)}” and is now “{shorten(text.forms[0])}”"
        yield Diagnostic("SP171", message, place, (hint,), Severity.WARNING)


def _is_fuzzy(units: Iterable[Unit]) -> bool:
    return any(unit.state == "review" for unit in units)


def _forms(units: Sequence[Unit], there: Text | None) -> Forms:
    """What the units say; a form that is left empty stays as it is."""
    was = dict(enumerate(there.forms if there is not None else (), 1))
    said = {unit.form: unit.target for unit in units if unit.target}
    return tuple(form for _, form in sorted({**was, **said}.items()))


def _sources(units: Sequence[Unit], text: Text) -> Forms:
    """What the translator had before them; forms that the file does not have are those of today."""
    known = {unit.form: unit.source for unit in units}
    return tuple(known.get(number, form) for number, form in enumerate(text.forms, 1))
