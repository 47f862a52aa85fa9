"""The new text of a words file and of its record, made from texts that are taken over.

A file that is there keeps its order, comments and line breaks; a new one follows the source's. In a kit the file is a
copy of the shipped one with a base beside it, as `sopprint customize` makes it. Not here: which texts (`bring.py`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from sopprint.resolve.overrides import Change, base_name
from sopprint.resolve.sources import record_text, recorded
from sopprint.source.nodes import plain, read
from sopprint.source.writing import edited
from sopprint.translate.changes import changed_words, new_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sopprint.resolve.sources import Forms
    from sopprint.resolve.texts import Text
    from sopprint.source.nodes import Node
    from sopprint.translate.changes import Texts
    from sopprint.translate.owner import File, Owner

_COMMENTS = re.compile(r"\A(?:#[^\n]*\n)+")


class Remade(Struct, frozen=True):
    """A file's new text, what it says together with the file under it, and the base to keep beside it."""

    text: str
    node: Node
    base: tuple[str, str] | None = None


def remade(owner: Owner, source: str, lang: str, texts: Texts) -> Remade:
    """The words of `lang` with some texts changed, translated from `source`. Raises SopprintError."""
    node, whole = owner.source(source)[0], owner.node(lang)
    if whole is None:
        text = _new(owner, source, lang, node, texts)
        return Remade(text, read(text, owner.file(lang).shown))
    file, shipped = owner.file(lang), owner.shipped(lang)
    there = file.text()
    start = there if there is not None else shipped.text() or ""
    before = read(start, file.shown)
    text = edited(start, before, changed_words(plain(before), whole, node, texts))
    base = (base_name(file.name), start) if there is None else None
    return Remade(text, _whole(text, file, base, shipped), base)


def _new(owner: Owner, source: str, lang: str, node: Node, texts: Texts) -> str:
    """A new file on the pattern of the shipped source, with its order and comments."""
    pattern = owner.shipped(source) if owner.shipped(source).text() is not None else owner.file(source)
    text = _COMMENTS.sub("", pattern.text() or "")
    data = new_words(node, lang, texts, is_tool=owner.is_tool)
    if "guide" not in data and "\nguide:" in text:
        text = text[: text.index("\nguide:")].rstrip() + "\n"
    head = f"# Words of {owner.name} in the language {lang}, translated from {source}"
    return f"{head}. Have them read before they are printed.\n{edited(text, read(text, pattern.shown), data)}"


def _whole(text: str, file: File, base: tuple[str, str] | None, shipped: File) -> Node:
    """The words as they will be, a kit's over the shipped ones."""
    ours = read(text, file.shown)
    if file.path == shipped.path:
        return ours
    then = base[1] if base else None
    if then is None and file.folder.exists(base_name(file.name)):
        then = file.folder.text(base_name(file.name))
    now = shipped.text()
    under = read(now, shipped.shown) if now is not None else None
    return Change(ours, read(then, "") if then is not None else None).over(under)


def record_of(
    owner: Owner, source: str, lang: str, said: Mapping[str, Text], made_from: Mapping[str, Forms], own: set[str]
) -> str:
    """The record of a file: what it says already, and what the texts it holds were made from.

    A kit's file may hold few: those in `own`. For all others the record beside the shipped words counts.
    """
    file = owner.file(lang)
    known = dict(recorded(file.folder, file.name))
    is_shipped = file.path == owner.shipped(lang).path
    known |= {path: forms for path, forms in made_from.items() if is_shipped or path in own or path in known}
    return record_text(source, {path: known[path] for path in said if path in known})
