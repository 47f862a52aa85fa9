"""Findings as text: for people, in short, as JSON, or as annotations for GitHub.

The last step of every command that finds something. Whether to use colour is the caller's decision; nothing here
prints.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from sopprint.diagnostics import Severity
from sopprint.errors import SopprintError
from sopprint.resources import Folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from sopprint.diagnostics import Diagnostic, Place

Form = Literal["human", "short", "json", "github"]
_HINTS = 2
_WIDEST = 160  # columns of an excerpt
_RESET = "\x1b[0m"
_BOLD = "\x1b[1m"
_BLUE = "\x1b[34m"
_PAINT = {Severity.ERROR: "\x1b[1;31m", Severity.WARNING: "\x1b[1;33m", Severity.NOTE: "\x1b[1;36m"}


def sources(diagnostics: Iterable[Diagnostic]) -> dict[str, str]:
    """The texts that findings point into, by the name they give; what cannot be read is left out."""
    texts: dict[str, str] = {}
    for file in {d.place.file: None for d in diagnostics if d.place and d.place.line}:
        path = Path(file)
        try:
            texts[file] = Folder(path.parent).text(path.name)
        except SopprintError:
            continue
    return texts


def render(diagnostics: Iterable[Diagnostic], form: str, color: bool, sources: Mapping[str, str]) -> str:
    """All findings in one of the forms of `Form`, one text. `sources` gives excerpts; without, there are none."""
    found = tuple(diagnostics)
    if form == "json":
        return json.dumps([data_of(d) for d in found], ensure_ascii=False, indent=2)
    if form == "human":
        return "\n\n".join("\n".join(_human(d, sources, _painter(color=color))) for d in found)
    line = _github if form == "github" else _short
    return "\n".join(line(d) for d in found)


def _short(d: Diagnostic) -> str:
    where = f"{d.place}: " if d.place else ""
    return f"{where}{d.severity}[{d.code}] {d.message}"


def data_of(d: Diagnostic) -> dict[str, object]:
    """A finding as plain data, for JSON."""
    place = d.place
    return {
        "code": d.code,
        "severity": str(d.severity),
        "message": d.message,
        "file": place.file if place else None,
        "line": place.line if place and place.line else None,
        "column": place.column if place and place.line else None,
        "length": place.length if place and place.line else None,
        "hints": list(d.hints),
    }


def _github(d: Diagnostic) -> str:
    """A workflow command (docs.github.com, "Workflow commands for GitHub Actions")."""
    level = "notice" if d.severity is Severity.NOTE else str(d.severity)
    options = [f"title={_option(d.code)}"]
    if d.place:
        options.insert(0, f"file={_option(d.place.file)}")
        if d.place.line:
            column = d.place.column
            options[1:1] = [f"line={d.place.line}", f"col={column}", f"endColumn={column + d.place.length}"]
    return f"::{level} {','.join(options)}::{_escaped(' '.join((d.message, *d.hints[:_HINTS])))}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _option(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")


def _painter(*, color: bool) -> Callable[[str, str], str]:
    return (lambda code, text: f"{code}{text}{_RESET}") if color else (lambda _, text: text)


def _human(d: Diagnostic, sources: Mapping[str, str], paint: Callable[[str, str], str]) -> Iterator[str]:
    where = f"{paint(_BOLD, str(d.place))}: " if d.place else ""
    yield f"{where}{paint(_PAINT[d.severity], f'{d.severity}[{d.code}]')} {d.message}"
    if d.place and d.place.line:
        yield from _excerpt(d.place, sources.get(d.place.file, ""), lambda text: paint(_BLUE, text))
    for hint in d.hints[:_HINTS]:
        yield f"  {paint(_BOLD, 'hint:')} {hint}"


def _excerpt(place: Place, text: str, paint: Callable[[str], str]) -> Iterator[str]:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if not 0 < place.line <= len(lines) or not lines[place.line - 1].strip():
        return
    line = lines[place.line - 1].expandtabs(1)
    start = min(place.column - 1, len(line))
    cut = max(0, start - _WIDEST // 2) if len(line) > _WIDEST else 0
    shown = line[cut : cut + _WIDEST].rstrip()
    carets = "^" * max(1, min(place.length, len(shown) - (start - cut)))
    number = str(place.line)
    yield paint(f"  {number} |") + f" {_visible(shown)}"
    yield paint(f"  {' ' * len(number)} |") + f" {_pad(shown[: start - cut])}{carets}"


def _visible(text: str) -> str:
    """Control characters as a box, so that a file cannot steer the terminal."""
    return "".join(c if c.isprintable() or c == " " else "␀" for c in text)


def _pad(before: str) -> str:
    """Blanks as wide on a terminal as the text before the caret."""
    import unicodedata

    width = {"W": 2, "F": 2}
    return " " * sum(0 if unicodedata.combining(c) else width.get(unicodedata.east_asian_width(c), 1) for c in before)
