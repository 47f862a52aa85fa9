"""Two languages that nobody speaks, for trying a layout before a translation is there: made from the English words.

    qps       accents, 40 % longer, with square brackets at both ends: [Gööd Thîñgš]; what is cut has lost a bracket
    qps-rtl   brackets and Arabic letters, as many as in English, so that a page turns round and bidi has work to do

Placeholders, Markdown, boxes and addresses stay as they are. Letters are chosen that both text and title fonts have,
so that faces and heights are those of a real translation. Comes where words are read (`library.py`); not here: real
languages.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from sopprint.resolve.texts import texts

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sopprint.resolve.texts import Text
    from sopprint.source.nodes import Key, Node

LONGER = 0.4
_ACCENTED = str.maketrans("AaCcEeIiLlNnOoSsUuYyZz", "ÅåÇçÉéÎîŁłÑñÖöŠšÛûÝýŽž")
_ARABIC = str.maketrans("abcdefghijklmnopqrstuvwxyz", "ابجدهوزحطيكلمنسعفصقرشتثخذض")
# placeholders, addresses, targets of links, tags, box lines, emphasis, heads and rules of tables, widths of fields
_KEPT = re.compile(
    r"(\{[^{}]*\}|https?://\S+|\]\([^)]*\)|<[^<>]*>|^:::.*$|\*\*|`[^`]*`|^\s*(?:[-*#>]+|\d+\.)\s|^[|:\s-]+$|:\d+(?=\||$)|\|)",
    re.MULTILINE,
)
_VOWEL = re.compile(r"[aeiou]", re.IGNORECASE)
_LONG, _HALF = re.compile(r"[^\W\d_]{13,}"), 7  # letters; columns of guides are narrow, and real words get hyphens
_LETTER = re.compile(r"[A-Za-z]")
_BLOCK = re.compile(r"[-*#>|:]|\d+\.|.*:\d+(?:\||$)")


def pseudo(words: Node, lang: str, model: type) -> Node:
    """English words in a pseudo-language; `model` says what in them is text."""
    said = texts(words, model)
    made = _replaced(words, (), {text.path: _forms(text, lang) for text in said.values()})
    language = words.get("language")
    if language is not None:
        made = made.replaced("language", replace(language, value=lang))
        if lang == "qps-rtl" and words.get("zones") is not None:
            made = made.replaced("dir", replace(language, value="rtl"))
    return made


def _replaced(node: Node, path: tuple[Key, ...], changed: Mapping[tuple[Key, ...], tuple[str, ...]]) -> Node:
    forms = changed.get(path)
    if forms is not None:
        if not node.is_list:
            return replace(node, value=forms[0])
        return node.holding(replace(child, value=form) for child, form in zip(node.items(), forms, strict=True))
    if node.is_mapping:
        return replace(node, value={key: _replaced(child, (*path, key), changed) for key, child in node.pairs()})
    if node.is_list:
        return node.holding(_replaced(child, (*path, index), changed) for index, child in enumerate(node.items()))
    return node


def _forms(text: Text, lang: str) -> tuple[str, ...]:
    made = tuple(pseudo_text(form, lang, text.most) for form in text.forms)
    if text.path[0] != "guide":
        return made
    soft = (_LONG.sub(lambda word: f"{word[0][:_HALF]}\u00ad{word[0][_HALF:]}", form) for form in made)
    return tuple(form if len(form) <= text.most else hard for form, hard in zip(soft, made, strict=True))


def pseudo_text(text: str, lang: str, most: int = 10_000) -> str:
    """A text in a pseudo-language, at most `most` characters: where that is not enough, it grows less."""
    if not _LETTER.search(_KEPT.sub("", text)):
        return text
    room = most - len(text) - len("[]")
    turned = lang == "qps-rtl"
    longer = 0 if turned else min(round(LONGER * len(text)) - len("[]"), max(room, 0))
    table = _ARABIC if turned else _ACCENTED
    pieces = _longer(_KEPT.split(text), longer)
    made = "".join(
        piece if index % 2 else (piece.lower() if turned else piece).translate(table)
        for index, piece in enumerate(pieces)
    )
    return _bracketed(made) if room >= 0 else made


def _longer(pieces: list[str], missing: int) -> list[str]:
    """Vowels said twice, then three times, evenly through the text, until it is so much longer."""
    while missing > 0:
        vowels = sum(len(_VOWEL.findall(piece)) for piece in pieces[::2])
        if not vowels:  # a word such as “why”
            return [*pieces[:-1], pieces[-1] + "y" * missing]
        chosen = _spread(vowels, min(missing, vowels))
        pieces = [piece if index % 2 else _doubled(piece, chosen) for index, piece in enumerate(pieces)]
        missing -= min(missing, vowels)
    return pieces


def _spread(total: int, wanted: int) -> list[bool]:
    """Which of `total` to take so that `wanted` of them lie evenly; used up from the end."""
    return [(index + 1) * wanted // total > index * wanted // total for index in range(total)]


def _doubled(piece: str, chosen: list[bool]) -> str:
    return _VOWEL.sub(lambda vowel: vowel[0] + (vowel[0].lower() if chosen.pop() else ""), piece)


def _bracketed(text: str) -> str:
    """Brackets round a text; of several paragraphs round the first and last, unless these are lists or boxes."""
    paragraphs = text.split("\n\n")
    for index, form in ((0, "[{}"), (-1, "{}]")):
        if not _is_block(paragraphs[index].strip().split("\n")):
            body = paragraphs[index].rstrip("\n")
            paragraphs[index] = form.format(body) + paragraphs[index][len(body) :]
    return "\n\n".join(paragraphs)


def _is_block(lines: Iterable[str]) -> bool:
    return any(_BLOCK.match(line.strip()) and not line.strip().startswith("**") for line in lines)
