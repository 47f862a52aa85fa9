"""What a product was made from, as short marks: one that is printed, and one for each text.

Purpose: tell an old print from today's words. The printed fingerprint stands for the poster's words and layout after
variant and settings, so that poster, guide and quick guides of one tool carry the same one on every paper; the edition
stands beside it. Not here: theme, art and templates, which say nothing new; stamping (`pdf/identity.py`).
"""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Any

import msgspec

from sopprint.source.nodes import plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sopprint.resolve.document import Document
    from sopprint.resolve.guide import GuideText
    from sopprint.source.nodes import Node

ALPHABET = "23456789abcdefghjkmnpqrstvwxyz"  # nothing that can be taken for something else: no 0 o, 1 l i, u v
LENGTH = 6
SHORT = 5  # hexadecimal digits for one text: a change goes unseen once in a million
LAYOUT = "layout"  # stands among the words for the layout as a whole
_OUTSIDE_LAYOUT = ("tool", "edition", "attribution", "sources", "smallest", "settings", "variants")
_NOT_PRINTED = ("language", "language_name", "guide", "variants", "reviewed_by", "reviewed_on")


class Fingerprint(msgspec.Struct, frozen=True):
    """`printed` stands beside the edition; `layout` is a short hash of the layout alone."""

    printed: str
    layout: str


def fingerprint(
    layout: Node, words: Node, variant: str | None, settings: Mapping[str, bool], second: Node | None = None
) -> Fingerprint:
    """Of a tool's layout.yaml and of its words with the variant's changes, in both languages where there is a second.

    Order of keys and comments do not count.
    """
    drawn = _canonical(_layout(layout, variant, settings, bilingual=second is not None))
    said = b"\0".join(
        _canonical({key: plain(node) for key, node in each.pairs() if key not in _NOT_PRINTED})
        for each in (words, second) if each is not None
    )  # fmt: skip
    number = int.from_bytes(sha256(drawn + b"\0" + said).digest(), "big")
    letters = []
    for _ in range(LENGTH):
        number, digit = divmod(number, len(ALPHABET))
        letters.append(ALPHABET[digit])
    return Fingerprint("".join(letters), sha256(drawn).hexdigest()[:SHORT])


def _canonical(data: Any) -> bytes:
    return msgspec.json.encode(data, order="deterministic")


def _layout(layout: Node, variant: str | None, settings: Mapping[str, bool], *, bilingual: bool) -> dict[str, Any]:
    """What is drawn on some paper: the body, all changes, those of the chosen variant, the settings."""
    outside = _OUTSIDE_LAYOUT if bilingual else (*_OUTSIDE_LAYOUT, "bilingual")
    drawn = {str(key): plain(node) for key, node in layout.pairs() if key not in outside}
    chosen = layout.at(("variants", variant)) if variant is not None else None
    if chosen is not None:
        unsaid = ("title",) if bilingual else ("title", "bilingual")
        drawn["variant"] = {key: plain(node) for key, node in chosen.pairs() if key not in unsaid}
    return {**drawn, "settings": dict(settings)}


# ------------------------------------------------------------------------------------------------ text by text


def marks(shown: Mapping[str, Node], layout: Fingerprint) -> dict[str, str]:
    """A short hash for each text that a product shows, by its path, and for the layout."""
    return {LAYOUT: layout.layout, **{path: mark_of(node) for path, node in shown.items()}}


def mark_of(node: Node) -> str:
    return sha256(str(node.value).strip().encode("utf-8")).hexdigest()[:SHORT]


def poster_words(document: Document) -> dict[str, Node]:
    """Every text of a poster with its path, such as zones.good.name; those that all tools share begin with common.

    Paths of the second language begin with its code: es.zones.good.name.
    """
    words, common = document.words, document.common
    own = {**_texts(words.node), **_texts(common.node, "common.")}
    if words.second is None or common.second is None:
        return own
    code = f"{words.second.language}."
    return {**own, **_texts(words.second.node, code), **_texts(common.second.node, f"{code}common.")}


def guide_words(text: GuideText) -> dict[str, Node]:
    """Every text of a guide or quick guide, and those of the poster it has a picture of."""
    used = set(text.filled.written())
    own = text.words.node.get("guide")
    texts = {**_texts(own, "guide."), **_texts(text.common.node, "guides.")} if own is not None else {}
    put_in = {
        path: node for path, node in texts.items()
        if path.removeprefix("guides.") in text.named or not used.isdisjoint(_lines(node))
    }  # fmt: skip
    return {**poster_words(text.document), **put_in}


def _texts(node: Node, path: str = "") -> dict[str, Node]:
    return {
        found: leaf
        for key, entry in node.pairs()
        if key not in _NOT_PRINTED
        for found, leaf in _leaves(entry, f"{path}{key}")
    }


def _leaves(node: Node, path: str) -> Iterator[tuple[str, Node]]:
    """Scalars with their paths; entries of lists count from 1."""
    if node.is_mapping:
        for key, child in node.pairs():
            yield from _leaves(child, f"{path}.{key}")
    elif node.is_list:
        for number, child in enumerate(node.items(), 1):
            yield from _leaves(child, f"{path}.{number}")
    elif node.value is not None:
        yield path, node


def _lines(node: Node) -> Iterator[tuple[str, int, int]]:
    """File, line and column of the text, and of the start of each line below a `|`."""
    start, end = node.span
    yield node.file, start.line + 1, start.column + 1
    for line in range(start.line + 2, end.line + 2):
        yield node.file, line, 1
