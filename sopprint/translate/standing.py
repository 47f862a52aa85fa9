"""How the languages of a tool stand: reviewed or a draft, out of date, with a guide or without.

Comes after `owner.py`; `sopprint list` and the catalogue of a kit show it. Not here: mistakes (`check/languages.py`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from sopprint.resolve.library import SOURCE
from sopprint.resolve.sources import outdated
from sopprint.translate.owner import Owner

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopprint.resolve.library import Library, ToolInfo


class Standing(Struct, frozen=True):
    """One language of one tool. `old` are the paths of texts that the source has changed since."""

    language: str
    reviewed: bool
    guide: bool
    old: tuple[str, ...] = ()

    @property
    def said(self) -> str:
        """In a few words, such as “draft, 2 texts out of date”; empty where all is well."""
        count = len(self.old)
        parts = (
            "" if self.reviewed else "draft",
            f"{count} text{'s' * (count != 1)} out of date" if count else "",
            "" if self.guide else "no guide",
        )
        return ", ".join(part for part in parts if part)


def standings(library: Library, tool: ToolInfo) -> Iterator[Standing]:
    """Every language of a tool. Raises SopprintError for words that cannot be read."""
    owner = Owner(library, tool.name)
    for lang in tool.languages:
        node = owner.node(lang)
        reviewed = node.get("reviewed") if node is not None else None
        record = owner.record(lang) if lang != SOURCE and SOURCE in tool.languages else {}
        old = tuple(outdated(owner.texts(SOURCE), owner.texts(lang), record)) if record else ()
        yield Standing(lang, reviewed is None or reviewed.value is True, lang in tool.guides or not tool.guides, old)
