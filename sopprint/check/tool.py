"""`check_tool`: every mistake in every file of a tool's folder, in one pass.

Reads, decodes and asks every check in the registry; never stops at the first file. Layout and pages come later and
may add checks of their own (`further`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopprint.check.material import Material, arrangements, settings
from sopprint.check.registry import CHECKS
from sopprint.diagnostics import Diagnostic, Place, Report
from sopprint.errors import SopprintError
from sopprint.model.elements import AnyElement
from sopprint.model.guide import Words
from sopprint.model.theme import Theme
from sopprint.model.tool import Tool
from sopprint.model.words import CommonWords
from sopprint.resolve.library import PSEUDO, SOURCE
from sopprint.resolve.pseudo import pseudo
from sopprint.resources import shipped
from sopprint.source.load import faults
from sopprint.source.nodes import Node, scan

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from sopprint.resources import Folder

LAYOUT, THEME = "layout.yaml", "theme.yaml"


def check_tool(
    folder: Folder,
    lang: str | None = None,
    *,
    shared: Folder | None = None,
    further: Sequence[Callable[[Material], Iterable[Diagnostic]]] = (),
) -> Report:
    """Check a tool's layout and its words in one language (also a pseudo-language) or in all.

    `shared` holds theme.yaml, common words and fonts; those that come with the program when not given. `further` are
    checks of the caller's, asked last and only when nothing was wrong before: layout needs files without mistakes.
    """
    report = Report()
    material = _gathered(folder, lang, shared or shipped("layouts"), report)
    for check in CHECKS:
        report.extend(check(material))
    if not report.errors:
        for check in further:
            report.extend(check(material))
    return _in_order(report)


def _gathered(folder: Folder, lang: str | None, shared: Folder, report: Report) -> Material:
    layout = _read(folder, LAYOUT, Tool, report)
    words = _languages(folder, "words", lang, Words, report)
    if not folder.names(f"words.{_written(lang)}.yaml"):
        message = f"there are no words for the language “{lang}”" if lang else "the tool has no words"
        where = Place(folder.shown(f"words.{lang or 'en'}.yaml"))
        report.add(Diagnostic("SP130", message, where, ("write a file such as words.en.yaml",)))
    common = _languages(shared, "common/words", lang, CommonWords, report)
    theme = _read(shared, THEME, Theme, report)
    if layout is not None:
        report.extend(arrangement_faults(layout))
    return Material(folder, shared, layout, words, common, theme, settings(layout) if layout else ())


def _read(folder: Folder, name: str, model: type, report: Report) -> Node | None:
    """A file's node, decoded for the sake of its mistakes."""
    try:
        node, found = scan(folder.text(name), folder.shown(name))
    except SopprintError as failure:
        report.extend(failure.diagnostics)
        return None
    report.extend(found)
    if node is not None:
        report.extend(faults(node, model))
    return node


def _languages(folder: Folder, stem: str, lang: str | None, model: type, report: Report) -> dict[str, Node]:
    names = folder.names(f"{stem}.{_written(lang)}.yaml")
    read = {name: _read(folder, name, model, report) for name in names}
    found = {_language(name): node for name, node in read.items() if node is not None}
    if lang in PSEUDO and SOURCE in found:
        return {lang: pseudo(found[SOURCE], lang, model)}
    return found


def _written(lang: str | None) -> str:
    """The language of the files to read."""
    return SOURCE if lang in PSEUDO else lang or "*"


def _language(name: str) -> str:
    return name.rsplit("/")[-1].removeprefix("words.").removesuffix(".yaml")


def arrangement_faults(layout: Node) -> Iterator[Diagnostic]:
    """Changed elements are checked where they end up, at the place they were written."""
    bodies = {id(made.body): made.body for _, made in arrangements(layout)}
    for body in bodies.values():
        if body is not layout.get("body"):
            yield from faults(body, AnyElement)


def _in_order(report: Report) -> Report:
    """By file and line, the layout first."""
    ordered = Report()
    ordered.extend(sorted(report, key=lambda d: _rank(d.place or Place(""))))
    return ordered


def _rank(place: Place) -> tuple[bool, str, int, int]:
    return (not place.file.endswith(LAYOUT), place.file, place.line, place.column)
