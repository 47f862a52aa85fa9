"""Checks of the words and layouts that a kit writes over: each finding at its place in the kit's own file.

The checks of a tool (`registry.py`) look at the tool as the kit makes it; what they find elsewhere than in the kit's
files is not the county's. Comes after `resolve/overrides.py`; `check/kit.py` asks it last.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from sopprint.check import renamed
from sopprint.check.guide import guide_texts_can_be_set
from sopprint.check.kit_material import read_file
from sopprint.check.layouts import on_every_paper
from sopprint.check.material import Material, settings
from sopprint.check.registry import CHECKS
from sopprint.check.tool import arrangement_faults
from sopprint.diagnostics import Diagnostic, Place, Report, Severity
from sopprint.errors import SopprintError
from sopprint.model.guide import Words
from sopprint.model.kit import each_of
from sopprint.resolve.comparison import compare
from sopprint.resolve.library import Library
from sopprint.resolve.overrides import COMMON, GUIDE, LAYOUTS, WORDS, base_name, layout_name, words_name
from sopprint.resources import shipped
from sopprint.source.load import faults
from sopprint.source.nodes import Node, read
from sopprint.source.sentences import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sopprint.check.kit_material import KitMaterial
    from sopprint.resources import Folder

_SHARED = {COMMON: "words", GUIDE: "guide"}


class Written(Struct, frozen=True):
    """A file that a kit writes over a shipped one: whose it is, and the language of words."""

    name: str
    folder: str
    owner: str
    lang: str | None

    @classmethod
    def of(cls, name: str) -> Written | None:
        """None for a name that does not say whose it is: <tool>.<lang>.yaml for words, <tool>.yaml for layouts."""
        folder, _, file = name.partition("/")
        owner, *rest = file.removesuffix(".yaml").split(".")
        if len(rest) != (1 if folder == WORDS else 0):
            return None
        return cls(name, folder, owner, rest[0] if rest else None)

    @property
    def is_shared(self) -> bool:
        return self.folder == WORDS and self.owner in _SHARED

    def shipped(self, kit: KitMaterial) -> Node | None:
        """What comes with the program in its place. Raises SopprintError for an own tool that cannot be read."""
        source, name = shipped("layouts"), f"common/{_SHARED.get(self.owner)}.{self.lang}.yaml"
        if not self.is_shared:
            source = kit.library.folder(self.owner)
            name = "layout.yaml" if self.lang is None else f"words.{self.lang}.yaml"
        return read(source.text(name), source.shown(name)) if source.exists(name) else None


def written_over(kit: KitMaterial) -> Iterator[Written]:
    """The kit's files that write over something there is."""
    for name in _names(kit):
        written = Written.of(name)
        if written is not None and _is_known(kit, written):
            yield written


def _names(kit: KitMaterial) -> tuple[str, ...]:
    return (*kit.folder.names(f"{WORDS}/*.yaml"), *kit.folder.names(f"{LAYOUTS}/*.yaml"))


def _is_known(kit: KitMaterial, written: Written) -> bool:
    return written.is_shared or written.owner in kit.tools


def overrides_are_right(kit: KitMaterial) -> Iterator[Diagnostic]:
    """SP160 renamed keys, SP161 files of nothing, SP162 changes underneath, and all that is wrong with a tool."""
    report = Report()
    report.extend(_of_nothing(kit))
    tools: dict[str, None] = {}
    for written in written_over(kit):
        readable = _by_itself(kit, written, report)
        if readable and written.is_shared:
            report.extend(_within(_shared_faults(kit, written), kit.folder))
        elif readable:
            tools[written.owner] = None
    for tool in tools:
        report.extend(_tool(kit, tool))
    yield from _first_at_each_place(report)


def _of_nothing(kit: KitMaterial) -> Iterator[Diagnostic]:
    """SP161: the name says whose it is, and there is such a tool."""
    for name in _names(kit):
        written, place, folder = Written.of(name), Place(kit.folder.shown(name)), name.split("/")[0]
        if written is None:
            example = "three-houses.en.yaml" if folder == WORDS else "three-houses.yaml"
            message = f"the name of the file does not say whose {folder} these are"
            yield Diagnostic("SP161", message, place, (f"name it after a tool, such as {folder}/{example}",))
        elif not _is_known(kit, written):
            message = f"there is no tool “{written.owner}” whose {folder} these could be"
            hints = did_you_mean(written.owner, kit.tools)
            yield renamed.tool(written.owner, place) or Diagnostic("SP161", message, place, hints)


def _by_itself(kit: KitMaterial, written: Written, report: Report) -> bool:
    """Check a file, its base, and what lies between; whether it can be checked with its tool."""
    reading, base = Report(), base_name(written.name)
    node = read_file(kit.folder, written.name, reading)
    then = read_file(kit.folder, base, reading) if kit.folder.exists(base) else None
    report.extend(reading)
    if node is None or reading.errors:
        return False
    report.extend(renamed.keys(written.folder, written.owner, node))
    try:
        report.extend(_changed_underneath(node, written.shipped(kit), then))
    except SopprintError:
        return False  # the tool's own mistakes are told where the tool is checked
    return True


def _changed_underneath(ours: Node, now: Node | None, then: Node | None) -> Iterator[Diagnostic]:
    """SP162: a release has other words where the county has its own."""
    for difference in compare(ours, now, then) if then is not None else ():
        if difference.kind == "both" and difference.ours is not None:
            message = f"“{difference.name}” has changed in this release, and yours stays as it is"
            hints = ("`sopprint diff` shows what was, what is now, and yours",
                     "`sopprint customize … --accept` keeps yours, and this is not told again")  # fmt: skip
            yield Diagnostic("SP162", message, difference.ours.place, hints, Severity.NOTE)


def _shared_faults(kit: KitMaterial, written: Written) -> tuple[Diagnostic, ...]:
    from sopprint.model.guide_common import GuideCommon
    from sopprint.model.words import CommonWords

    change = kit.library.overrides.change(written.name) if kit.library.overrides is not None else None
    if change is None:
        return ()
    return faults(change.over(written.shipped(kit)), GuideCommon if written.owner == GUIDE else CommonWords)


def _first_at_each_place(report: Report) -> Iterator[Diagnostic]:
    """A key of an older release is told as that, and not as one that is unknown, too."""
    old = {d.place for d in report if d.code == "SP160"}
    yield from (d for d in report if d.code == "SP160" or d.place not in old)


def _within(found: Iterable[Diagnostic], folder: Folder) -> Iterator[Diagnostic]:
    """What is in the kit's own words and layouts."""
    ours = tuple(f"{folder.shown(part)}/" for part in (WORDS, LAYOUTS))
    yield from (d for d in found if d.place is not None and d.place.file.startswith(ours))


# ------------------------------------------------------------------------------------------------ a tool as a whole


def _tool(kit: KitMaterial, tool: str) -> Iterator[Diagnostic]:
    found = Report()
    own = kit.library.overrides
    of_layout = kit.folder.exists(layout_name(tool))
    languages = kit.library.languages(tool) if of_layout or own is None else own.languages(tool)
    material = _material(kit, tool, languages, found)
    if material is not None:
        for check in CHECKS:
            if check is not guide_texts_can_be_set or _has_guide(kit, tool, languages):
                found.extend(check(material))
    yield from _within(found, kit.folder)


def _has_guide(kit: KitMaterial, tool: str, languages: Iterable[str]) -> bool:
    """Making guides takes longer than all the rest."""
    own = kit.library.overrides
    changes = [own.words(tool, lang) for lang in languages] if own is not None else []
    return any(change is not None and change.ours.get("guide") is not None for change in changes)


def _material(kit: KitMaterial, tool: str, languages: Iterable[str], report: Report) -> Material | None:
    """The tool's files with the kit's over them; what is wrong with them by themselves goes into the report."""
    library, shared = kit.library, shipped("layouts")
    words: dict[str, Node] = {}
    common: dict[str, Node] = {}
    try:
        layout = library.layout(tool)[0]
        report.extend(arrangement_faults(layout))
        for lang in languages:
            words[lang] = library.words_node(tool, lang)
            report.extend(faults(words[lang], Words))
            common[lang] = library.common_words(lang)[0]
    except SopprintError as failure:
        report.extend(failure.diagnostics)
        return None
    theme = read(shared.text("theme.yaml"), shared.shown("theme.yaml"))
    return Material(library.folder(tool), shared, layout, words, common, theme, settings(layout), library)


def fits_every_paper(kit: KitMaterial) -> Iterator[Diagnostic]:
    """SP201 and so on, for every tool that looks otherwise in this kit; needs files without mistakes."""
    library = Library.open(kit.folder.root)
    made = library.kit
    if made is None:
        return
    fonts = made.theme.fonts.titles or made.theme.fonts.text
    for tool in (tool for tool in library.folders if made.posters.wants(tool)):
        mine = set(each_of(made.posters.languages)) & set(library.languages(tool))
        all_of_it = fonts or tool in made.settings or kit.folder.exists(layout_name(tool))
        languages = [lang for lang in sorted(mine) if all_of_it or kit.folder.exists(words_name(tool, lang))]
        material = _material(kit, tool, languages, Report()) if languages else None
        if material is not None:
            yield from on_every_paper(material, library, _both(made.posters.languages, mine, languages))


def _both(spoken: Iterable[str], mine: set[str], changed: list[str]) -> tuple[str, ...]:
    """Two languages on one poster that a tool has, and one of which looks otherwise here."""
    pairs = ((lang, set(lang.split("+"))) for lang in spoken if "+" in lang)
    return tuple(lang for lang, both in pairs if both <= mine and not both.isdisjoint(changed))
