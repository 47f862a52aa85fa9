"""Checks of words in several languages against each other: what is missing, out of date, left as it was, or lost.

The language that others are translated from is English. What a zone cannot do without is told by `words.py`, a guide
that is not there at all by `sopprint list`; small words over a name may go into the name. Comes after
`resolve/texts.py`, which says what is text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from sopprint.check.material import child, entries
from sopprint.check.words import needed
from sopprint.diagnostics import Diagnostic, Severity
from sopprint.errors import SopprintError
from sopprint.model.guide import Words
from sopprint.model.guide_common import GuideCommon
from sopprint.model.kit import each_of
from sopprint.model.words import CommonWords
from sopprint.resolve.library import KIT, SOURCE
from sopprint.resolve.overrides import words_name
from sopprint.resolve.sources import outdated, recorded
from sopprint.resolve.texts import lists, texts
from sopprint.source.nodes import read

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sopprint.check.material import Material
    from sopprint.diagnostics import Place
    from sopprint.resolve.sources import Forms
    from sopprint.resolve.texts import Text
    from sopprint.resources import Folder
    from sopprint.source.nodes import Node

PLACEHOLDER = re.compile(r"\{[^{}]*\}")
_MARKUP = {
    "bold": re.compile(r"\*\*"),
    "boxes": re.compile(r"^\s*:::.*$", re.MULTILINE),
    "links": re.compile(r"\]\([^)]*\)"),
    "rows of a table": re.compile(r"^\s*\|.*\|\s*$", re.MULTILINE),
    "widths of fields": re.compile(r":\d+(?=\||$)"),
}
_SAME_EVERYWHERE = frozenset({
    "min", "max", "ok", "no", "plan", "idea", "ideas", "agenda", "total", "final", "normal", "qr", "pdf", "email",
    "cft", "sop", "icwa",
})  # fmt: skip
_SHARED: Mapping[str, tuple[str, type]] = {"common": ("words", CommonWords), "guide": ("guide", GuideCommon)}
_NAMES = ("Safety Organized Practice",)
_WORD = re.compile(r"[^\W\d_]+")
_SHOWN = 60


class _Pair(Struct, frozen=True):
    """A tool's texts in the source language and in one other; `node` is the other file as a whole."""

    lang: str
    source: Mapping[str, Text]
    made: Mapping[str, Text]
    source_node: Node
    node: Node

    def both(self) -> Iterator[tuple[Text, Text]]:
        for name, text in self.source.items():
            if name in self.made:
                yield text, self.made[name]


def _pairs(material: Material) -> Iterator[_Pair]:
    said = _source(material)
    if said is None:
        return
    source = texts(said, Words)
    for lang, node in material.words.items():
        if lang != SOURCE:
            yield _Pair(lang, source, texts(node, Words), said, node)


def _source(material: Material) -> Node | None:
    """The words that others are translated from; a kit may have written over them, or over none but the others."""
    if SOURCE in material.words or material.layout is None:
        return material.words.get(SOURCE)
    if material.library is None:  # only one language is checked
        return _of_folder(material.folder, f"words.{SOURCE}.yaml")
    tool = material.folder.root.name
    return material.library.words_node(tool, SOURCE) if SOURCE in material.library.languages(tool) else None


def _of_folder(folder: Folder, name: str) -> Node | None:
    try:
        return read(folder.text(name), folder.shown(name)) if folder.exists(name) else None
    except SopprintError:  # its mistakes are told when it is checked
        return None


# ------------------------------------------------------------------------------------------------ the checks


def texts_are_translated(material: Material) -> Iterator[Diagnostic]:
    """SP170: what the English says beside what it must, the other language says too."""
    told = needed(material)
    for pair in _pairs(material):
        for name, text in pair.source.items():
            if name not in pair.made and (pair.lang, text.path) not in told and _is_missed(text, pair.node):
                above = pair.node.at(text.path)
                place = above.key_place if above is not pair.node else above.place
                message = f"“{name}” is not translated: “{shorten(text.forms[0])}”"
                hint = f"{text.node.place} has the words to translate"
                yield Diagnostic("SP170", message, place, (hint,), Severity.WARNING)


def translations_are_of_today(material: Material) -> Iterator[Diagnostic]:
    """SP171: the English is still what the translation was made from."""
    try:
        tool = material.folder.root.name
        for pair in _pairs(material):
            yield from _old(tool, pair, _record(material, pair.lang), with_source=False)
        for pair in _others(material):
            yield from _old(tool, pair, _record(material, pair.lang), with_source=True)
        if material.library is None:
            yield from _shared_ones(material)
    except SopprintError as failure:  # a record that cannot be read
        yield from failure.diagnostics


def _others(material: Material) -> Iterator[_Pair]:
    """Languages that a kit prints and did not write over, where it wrote over the English."""
    said, library = material.words.get(SOURCE), material.library
    if said is None or library is None or library.overrides is None:
        return
    tool = material.folder.root.name
    for lang in _printed(library.overrides.folder):
        if lang not in material.words and lang in library.languages(tool):
            node = library.words_node(tool, lang)
            yield _Pair(lang, texts(said, Words), texts(node, Words), said, node)


def _printed(kit: Folder) -> tuple[str, ...]:
    """The languages that a kit's file names, whatever else is wrong with it."""
    file = read(kit.text(KIT), kit.shown(KIT))
    named = (file.get("languages"), *(child(file, part, "languages") for part in ("posters", "guides", "quick_guides")))
    return each_of(node.text for each in named for node in entries(each) if node.text)


def _record(material: Material, lang: str) -> dict[str, Forms]:
    """A tool's own record with that of a kit over it."""
    own, library = recorded(material.folder, f"words.{lang}.yaml"), material.library
    if library is None or library.overrides is None:
        return own
    return {**own, **recorded(library.overrides.folder, words_name(material.folder.root.name, lang))}


def _shared_ones(material: Material) -> Iterator[Diagnostic]:
    """The same of the words that all tools, or all guides, share."""
    for owner, (stem, model) in _SHARED.items():
        for lang in material.words:
            record = recorded(material.shared, f"common/{stem}.{lang}.yaml") if lang != SOURCE else {}
            if record:
                said, made = (_of_folder(material.shared, f"common/{stem}.{name}.yaml") for name in (SOURCE, lang))
                if said is not None and made is not None:
                    pair = _Pair(lang, texts(said, model), texts(made, model), said, made)
                    yield from _old(owner, pair, record, with_source=False)


def _old(tool: str, pair: _Pair, record: Mapping[str, Forms], *, with_source: bool) -> Iterator[Diagnostic]:
    """`with_source`: told where the source is, because the translation is in a file that is not the county's."""
    for name, was in outdated(pair.source, pair.made, record).items():
        text, made = pair.source[name], pair.made[name]
        change = f"“{shorten(was[0])}” is now “{shorten(text.forms[0])}”"
        then = f"then: sopprint translate accept {tool} --lang {pair.lang}"
        if with_source:
            message = f"“{name}” is out of date in “{pair.lang}”: {change}"
            hint = f"translate it anew (it is in {made.node.place}), {then}"
            yield Diagnostic("SP171", message, text.node.place, (hint,), Severity.WARNING)
        else:
            hint = f"translate {text.node.place} anew, {then}"
            yield Diagnostic("SP171", f"“{name}” is out of date: {change}", made.node.place, (hint,), Severity.WARNING)


def texts_are_not_copies(material: Material) -> Iterator[Diagnostic]:
    """SP172: nothing is left in English, but for names, numbers and words that are the same everywhere."""
    for pair in _pairs(material):
        for text, made in pair.both():
            if text.forms == made.forms and not may_stay(text.forms[0]):
                message = f"“{text.name}” is still in English: “{shorten(text.forms[0])}”"
                yield Diagnostic("SP172", message, made.node.place, (), Severity.WARNING)


def markup_is_kept(material: Material) -> Iterator[Diagnostic]:
    """SP173: placeholders, bold, boxes, links and tables are those of the English."""
    for pair in _pairs(material):
        for text, made in pair.both():
            yield from markup_lost(text.name, text.forms, made.forms, made.node.place)


def lists_are_as_long(material: Material) -> Iterator[Diagnostic]:
    """SP174: lists have as many entries as in English."""
    for pair in _pairs(material):
        made = lists(pair.node, Words)
        for name, known in lists(pair.source_node, Words).items():
            if name in made and len(made[name].node.items()) != len(known.node.items()):
                few, many = len(made[name].node.items()), len(known.node.items())
                message = f"“{name}” has {few} entries, and {many} in English"
                hint = f"compare {known.node.key_place}"
                yield Diagnostic("SP174", message, made[name].node.key_place, (hint,), Severity.WARNING)


# ------------------------------------------------------------------------------------------------ what import asks, too


def may_stay(text: str) -> bool:
    """Whether a text may be the same in both languages: numbers, signs, names, and words such as “min”."""
    words = [word.casefold() for word in _WORD.findall(PLACEHOLDER.sub("", text))]
    return text in _NAMES or all(word in _SAME_EVERYWHERE for word in words)


def markup_lost(name: str, source: Forms, made: Forms, place: Place | None) -> Iterator[Diagnostic]:
    """SP173 for one text: an error where a placeholder differs, else a warning."""
    for index, form in enumerate(made):
        model = source[min(index, len(source) - 1)]
        wanted, found = sorted(PLACEHOLDER.findall(model)), sorted(PLACEHOLDER.findall(form))
        if wanted != found:
            must, has = (" and ".join(each) or "no placeholder" for each in (wanted, found))
            message = f"“{name}” must have {must}; found {has}"
            yield Diagnostic("SP173", message, place, ("placeholders are not translated",))
        for what, pattern in _MARKUP.items():
            few, many = len(pattern.findall(form)), len(pattern.findall(model))
            if few != many:
                count = "" if what == "bold" else f" ({few} here, {many} in English)"
                message = f"“{name}” does not have the {what} of the English{count}"
                yield Diagnostic("SP173", message, place, (f"the English: {shorten(model)}",), Severity.WARNING)


def shorten(text: str) -> str:
    """The start of a text, in one line."""
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else line[: _SHOWN - 1] + "…"


def _is_missed(text: Text, node: Node) -> bool:
    """Not what stands within something that is missing as a whole, is added to a list, or falls back on the tool's.

    An empty value says that nothing is to stand there.
    """
    *above, last = text.path
    parent: Node | None = node
    for step in above:
        parent = parent.get(step) if parent is not None else None
    optional = last == "over" or isinstance(last, int) or text.path[0] == "variants"
    return parent is not None and not optional and parent.get(last) is None
