"""Boxes in a text: lines that start with `:::` open and close them, and may stand in each other.

`::: name key=value key="two words"` opens a box. A line with as many colons and nothing else closes it; a box that
holds nothing is one line and is not closed. Comes between a filled-in template and Markdown (`prose.py`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sopprint.diagnostics import Diagnostic
from sopprint.model.boxes import AUTHORS, BOXES
from sopprint.source.sentences import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sopprint.diagnostics import Place, Report
    from sopprint.model.boxes import BoxKind, Option
    from sopprint.source.filled import Filled

MAX_DEPTH = 8
_FENCE = re.compile(r"( *)(:{3,})\s*(.*?)\s*")
_NAME = re.compile(r"[a-z0-9-]+(?=\s|$)")
_OPTION = re.compile(r'\s+([a-z0-9-]+)=(?:"((?:[^"\\]|\\.)*)"|([^\s"]+))(?=\s|$)')
_ESCAPE = re.compile(r"\\(.)")
_NUMBER = re.compile(r"\d{1,3}")
_SHARE = re.compile(r"\d{1,3}(\.\d{1,3})?")
_SHARES = re.compile(rf"{_SHARE.pattern}(\|{_SHARE.pattern})+")


@dataclass(frozen=True, slots=True)
class Prose:
    """Lines of Markdown with no box in them: `first` up to, but not with, `end`."""

    first: int
    end: int


@dataclass(slots=True)
class OpenBox:
    """A box while its lines are read; `colons` are those that close it."""

    name: str
    options: Mapping[str, str]
    line: int
    colons: int = 0
    parts: list[Prose | OpenBox] = field(default_factory=list)


class BoxReader:
    """Reads the boxes of one text, gathering mistakes (SP035 unknown, SP036 options, SP037 not opened or closed)."""

    def __init__(self, filled: Filled, report: Report) -> None:
        self.filled, self.report = filled, report
        self.lines = filled.text.split("\n")
        self.root = OpenBox("", {}, 0)
        self.open = [self.root]

    def read(self) -> OpenBox:
        """The text as one box without a name."""
        first = 0
        for number, line in enumerate(self.lines):
            match = _FENCE.fullmatch(line) if ":::" in line else None
            if match is None:
                continue
            self._prose(first, number)
            first = number + 1
            self._fence(number, match)
        self._prose(first, len(self.lines))
        self._close_all(len(self.open) - 1)
        return self.root

    def _prose(self, first: int, end: int) -> None:
        if any(line.strip() for line in self.lines[first:end]):
            here = self.open[-1]
            if (kind := BOXES.get(here.name)) is not None and kind.holds:
                where = next(i for i in range(first, end) if self.lines[i].strip())
                self._wrong("SP037", f"only {_listed(kind.holds)} may stand in “{here.name}”", self.filled.place(where))
            here.parts.append(Prose(first, end))

    def _fence(self, number: int, match: re.Match[str]) -> None:
        place = self.filled.place(number)
        if match[1]:
            self._wrong("SP037", "a box starts at the very start of a line", place, "take out the blanks before it")
        elif match[3]:
            self._opened(number, len(match[2]), match[3])
        else:
            self._closed(number, len(match[2]))

    def _opened(self, number: int, colons: int, words: str) -> None:
        place = self.filled.place(number)
        name = words.split()[0]
        kind = BOXES.get(name)
        if kind is None:
            hints = did_you_mean(name, AUTHORS)
            self._wrong("SP035", f"there is no box “{name}”", place, *hints)
            self.open.append(OpenBox("", {}, number, colons))
            return
        box = OpenBox(name, self._options(number, words, kind), number, colons)
        self._may_stand(box, place)
        self.open[-1].parts.append(box)
        if kind.holds is not None:
            self.open.append(box)

    def _may_stand(self, box: OpenBox, place: Place | None) -> None:
        kind, outer = BOXES[box.name], self.open[-1].name
        around = BOXES.get(outer)
        if self._is_words(box.line) and box.name not in AUTHORS:
            hint = f"texts may use: {', '.join(sorted(AUTHORS))}"
            self._wrong("SP035", f"the box “{box.name}” is for templates", place, hint)
        elif kind.inside and outer not in kind.inside:
            self._wrong("SP037", f"the box “{box.name}” stands only in {_listed(kind.inside)}", place)
        elif around is not None and around.holds and box.name not in around.holds:
            self._wrong("SP037", f"only {_listed(around.holds)} may stand in “{outer}”", place)
        elif len(self.open) > MAX_DEPTH:
            self._wrong("SP039", f"boxes stand in boxes more than {MAX_DEPTH} deep", place)

    def _is_words(self, number: int) -> bool:
        marks = self.filled.marks[number]
        return bool(marks) and marks[0].words

    def _closed(self, number: int, colons: int) -> None:
        """Closes the innermost box with as many colons; boxes in it that are still open were forgotten."""
        for depth in range(len(self.open) - 1, 0, -1):
            if self.open[depth].colons == colons:
                self._close_all(len(self.open) - 1 - depth)
                self.open.pop()
                return
        hint = "a box is closed by as many colons as opened it; a box that holds nothing is not closed"
        self._wrong("SP037", "there is no box to close here", self.filled.place(number), hint)

    def _close_all(self, count: int) -> None:
        for _ in range(count):
            box = self.open.pop()
            colons = ":" * box.colons
            what = f"the box “{box.name}”" if box.name else "this box"
            self._wrong("SP037", f"{what} is not closed", self.filled.place(box.line), f"add a line “{colons}”")

    # ------------------------------------------------------------------------------------------ options

    def _options(self, number: int, words: str, kind: BoxKind) -> dict[str, str]:
        match = _NAME.match(words)
        name = words.split()[0]
        at = match.end() if match else len(name)
        shift = self.lines[number].index(words)
        options: dict[str, str] = {}
        while at < len(words):
            found = _OPTION.match(words, at)
            place = self.filled.place_at(number, shift + at + 1)
            if found is None:
                hint = 'write name=value, or name="two words"'
                self._wrong("SP036", f"the options of “{name}” cannot be read from here on", place, hint)
                break
            value = _ESCAPE.sub(r"\1", found[2]) if found[2] is not None else found[3]
            self._option(name, found[1], value, kind, self.filled.place_at(number, shift + found.end() - 1))
            options[found[1]] = value
            at = found.end()
        for key in kind.needs:
            if key not in options:
                self._wrong("SP036", f"the box “{name}” needs the option “{key}”", self.filled.place(number))
        return options

    def _option(self, name: str, key: str, value: str, kind: BoxKind, place: Place | None) -> None:
        if key not in kind.options:
            self._wrong("SP036", f"the box “{name}” has no option “{key}”", place, *did_you_mean(key, kind.options))
        elif wrong := _not_right(value, kind.options[key]):
            self._wrong("SP036", f"“{key}” of the box “{name}” must be {wrong}; found “{value}”", place)

    def _wrong(self, code: str, message: str, place: Place | None, *hints: str) -> None:
        self.report.add(Diagnostic(code, message, place, hints))


def _not_right(value: str, option: Option) -> str:
    """What a value should be, or "" when it is that."""
    match option:
        case "number":
            return "" if _NUMBER.fullmatch(value) else "a whole number up to 999"
        case "shares":
            return "" if _SHARES.fullmatch(value) else "numbers with | between, such as 3|2"
        case "share":
            return "" if _SHARE.fullmatch(value) else "a number such as 0.8"
        case tuple():
            return "" if value in option else f"one of {', '.join(option)}"
        case _:
            return ""


def _listed(names: tuple[str, ...]) -> str:
    return " or ".join(f"“{name}”" for name in names)
