"""Two languages on one poster: the second's words, its look, and whether they are fit to stand under the first's.

Purpose: what `library.py` needs for `en+es`, loaded for such posters alone. Not here: the pairs themselves
(`words.py`), how much room they take (`draw/pairs.py`). Source: design language, section 14.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from sopprint.diagnostics import Diagnostic
from sopprint.errors import ExitCode, SopprintError
from sopprint.geometry import Length

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sopprint.model.bilingual import Bilingual, Under
    from sopprint.paper import Paper
    from sopprint.resolve.look import Look
    from sopprint.resolve.words import Words
    from sopprint.source.nodes import Key, Node

JOINT = "+"
SMALLEST = "18 in"  # the short side of paper; on less, two posters in one language each are easier to read
LEAST = 0.65  # of its size, how far the second language may shrink
_LISTS = ("ticks", "items", "how_to", "share")  # every other list holds forms of one text
# Printed once, or never: what the first language says of itself, and what only screen readers say.
_OF_ONE = (
    "language", "language_name", "dir", "reviewed", "reviewed_by", "reviewed_on", "variants", "guide", "digits",
    "scale", "alt", "over",
)  # fmt: skip


class Second(Struct, frozen=True):
    """The second language of a poster. `look` has its families, weights and colour in place of the first one's."""

    language: str
    reviewed: bool
    look: Look
    plain: Under
    styles: Mapping[str, Under]
    on_mid: str  # its colour where the ground is a mid tint

    def under(self, style_name: str) -> Under:
        """How it stands under words of a style."""
        return self.styles.get(style_name, self.plain)


def second(settings: Bilingual, look: Look, language: str, *, reviewed: bool) -> Second:
    """Resolve the second language's look."""
    styles = {
        name: replace(style, family=under.family, weight=under.weight, colour=settings.colour, least=LEAST)
        for name, style in look.styles.items()
        for under in (settings.styles.get(name, settings.plain),)
    }
    own = replace(look, styles=MappingProxyType(styles)).written_in(language)
    return Second(language, reviewed, own, settings.plain, MappingProxyType(settings.styles), settings.on_mid)


def split(lang: str) -> tuple[str, str]:
    """The first and the second language of "en+es". Raises SopprintError for anything that is not two languages."""
    named = lang.split(JOINT)
    if len(named) != 2 or not all(named) or named[0] == named[1]:
        hint = "name two languages, the first to read first, as in en+es"
        raise SopprintError([Diagnostic("SP136", f"“{lang}” is not two languages", None, (hint,))], ExitCode.USAGE)
    return named[0], named[1]


def require_wide(paper: Paper, lang: str) -> None:
    """Raise SopprintError for paper on which two languages would leave no room to write."""
    if is_wide(paper):
        return
    message = f"{paper.name} is too small for two languages: they need {SMALLEST} along the short side"
    hint = f"print two posters, one in each language: {' and '.join(f'--lang {one}' for one in split(lang))}"
    raise SopprintError([Diagnostic("SP137", message, None, (hint,))], ExitCode.USAGE)


def is_wide(paper: Paper) -> bool:
    """Whether posters in two languages are made on this paper."""
    return paper.size.width > Length.parse(SMALLEST).points - 1


def require_words(*pairs: tuple[Words, Words]) -> None:
    """Raise SopprintError with every text of the first language that the second lacks, each with its place."""
    lacking = [
        Diagnostic("SP139", f"“{_name(path)}” is not said in {other.language}", other.place(*path))
        for first, other in pairs
        for path in _paths(first.node)
        if not _has(other.node, path)
    ]
    if lacking:
        raise SopprintError(lacking)


def _paths(node: Node, path: tuple[Key, ...] = ()) -> Iterator[tuple[Key, ...]]:
    """The paths of all texts below a node that are printed in both languages."""
    if node.is_mapping:
        for key, child in node.pairs():
            if key not in _OF_ONE:
                yield from _paths(child, (*path, key))
    elif node.is_list and path and path[-1] in _LISTS:
        for index in range(len(node.items())):
            yield (*path, index)
    elif node.value is not None:
        yield path


def _name(path: tuple[Key, ...]) -> str:
    """A path as people write it: zones.good.name; entries of lists count from 1."""
    return ".".join(str(step + 1) if isinstance(step, int) else step for step in path)


def _has(node: Node, path: tuple[Key, ...]) -> bool:
    found: Node | None = node
    for step in path:
        found = found.get(step) if found is not None else None
    return found is not None and found.value is not None
