"""Whose words are translated: a tool, or what all tools or all guides share; in a kit or without one.

Purpose: read such words in two languages with a kit's over them, and say in which file new ones belong:

    a tool's folder    words.<lang>.yaml                 without a kit, and for a tool that the kit made itself
    layouts/common     words.<lang>.yaml, guide.…        without a kit
    a kit's folder     words/<owner>.<lang>.yaml         for all that comes with the program

Not here: formats (`po.py`, `xliff.py`), changing files (`bring.py`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from sopprint.diagnostics import Diagnostic
from sopprint.errors import ExitCode, SopprintError
from sopprint.model.guide import Words
from sopprint.model.guide_common import GuideCommon
from sopprint.model.words import CommonWords
from sopprint.resolve.overrides import COMMON, GUIDE, words_name
from sopprint.resolve.sources import beside_words, recorded
from sopprint.resolve.texts import texts
from sopprint.source.nodes import read

if TYPE_CHECKING:
    from pathlib import Path

    from sopprint.resolve.library import Library
    from sopprint.resolve.sources import Forms
    from sopprint.resolve.texts import Text
    from sopprint.resources import Folder
    from sopprint.source.nodes import Node

SHARED = {COMMON: "words", GUIDE: "guide"}


class File(Struct, frozen=True):
    """A file in a folder, whether it is there or not."""

    folder: Folder
    name: str

    @property
    def path(self) -> Path:
        return self.folder.root / self.name

    @property
    def shown(self) -> str:
        return self.folder.shown(self.name)

    @property
    def record(self) -> str:
        return beside_words(self.name)

    def text(self) -> str | None:
        return self.folder.text(self.name) if self.folder.exists(self.name) else None


class Owner(Struct, frozen=True):
    """`name` is a tool's, “common” or “guide”."""

    library: Library
    name: str

    @classmethod
    def named(cls, library: Library, name: str) -> Owner:
        """Raises SopprintError for a tool that is not known."""
        if name not in SHARED:
            library.folder(name)
        return cls(library, name)

    @property
    def is_tool(self) -> bool:
        return self.name not in SHARED

    @property
    def model(self) -> type:
        return {COMMON: CommonWords, GUIDE: GuideCommon}.get(self.name, Words)

    def shipped(self, lang: str) -> File:
        """Where the words lie that a kit may write over."""
        if self.is_tool:
            return File(self.library.folder(self.name), f"words.{lang}.yaml")
        return File(self.library.layouts.sub("common"), f"{SHARED[self.name]}.{lang}.yaml")

    def file(self, lang: str) -> File:
        """Where words in a language belong."""
        kit, own = self.library.kit_folder, self.shipped(lang)
        if kit is None or own.folder.root.is_relative_to(kit.root):
            return own
        return File(kit, words_name(self.name, lang))

    def node(self, lang: str) -> Node | None:
        """The words of a language, with a kit's over them; None where there are none. Raises SopprintError."""
        own, overrides = self.shipped(lang), self.library.overrides
        text = own.text()
        now = read(text, own.shown) if text is not None else None
        change = overrides.words(self.name, lang) if overrides is not None else None
        return change.over(now) if change is not None else now

    def texts(self, lang: str) -> dict[str, Text]:
        """Every text in a language, by its path. Raises SopprintError."""
        node = self.node(lang)
        return texts(node, self.model) if node is not None else {}

    def source(self, lang: str) -> tuple[Node, dict[str, Text]]:
        """The words to translate from. Raises SopprintError where there are none (SP130)."""
        node = self.node(lang)
        if node is None:
            raise SopprintError([Diagnostic("SP130", f"{self.name} has no words in “{lang}”")], ExitCode.USAGE)
        return node, texts(node, self.model)

    def record(self, lang: str) -> dict[str, Forms]:
        """What the texts of a language were translated from; a kit's own record counts first. Raises SopprintError."""
        own, file = self.shipped(lang), self.file(lang)
        return {**recorded(own.folder, own.name), **recorded(file.folder, file.name)}


def owners(library: Library) -> tuple[Owner, ...]:
    """What a kit prints words of: its tools, and what they share."""
    kit = library.kit
    named = [name for name in sorted(library.folders) if kit is None or kit.posters.wants(name)]
    return tuple(Owner(library, name) for name in (*named, *SHARED))
