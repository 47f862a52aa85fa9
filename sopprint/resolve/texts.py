"""The texts of a words file one by one: each with its path, its forms, and how long the model lets it be.

Purpose: one answer to "what is there to translate" for pseudo-languages, the comparison of languages and
translators' files. It is read off the model, so that a new kind of text is known at once: a text is a string with a
longest length and no pattern; names of zones and icons are not. Not here: what a text means, where it is printed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, inspect

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopprint.source.nodes import Key, Node


class Text(Struct, frozen=True):
    """One text. `forms` are the same words, longest first; `most` is the longest a form may be.

    `many`: the model allows more than one form, and so many.
    """

    path: tuple[Key, ...]
    forms: tuple[str, ...]
    node: Node
    most: int
    many: int = 1

    @property
    def name(self) -> str:
        """The path as people write it: zones.good.name; entries of lists count from 1."""
        return path_name(self.path)


class ListOfTexts(Struct, frozen=True):
    """A list whose entries are texts, or sections with texts."""

    path: tuple[Key, ...]
    node: Node


def path_name(path: tuple[Key, ...]) -> str:
    """("footer", "ticks", 0) as footer.ticks.1."""
    return ".".join(str(step + 1 if isinstance(step, int) else step) for step in path)


def texts(node: Node, model: type) -> dict[str, Text]:
    """Every text of a file in the order it is written, by its path's name. What the model does not know is left out."""
    return {found.name: found for found in _walk(node, inspect.type_info(model), ()) if isinstance(found, Text)}


def lists(node: Node, model: type) -> dict[str, ListOfTexts]:
    """Every list of a file that is not one of forms, by its path's name."""
    walked = _walk(node, inspect.type_info(model), ())
    return {path_name(found.path): found for found in walked if isinstance(found, ListOfTexts)}


def _walk(node: Node, kind: inspect.Type, path: tuple[Key, ...]) -> Iterator[Text | ListOfTexts]:
    if isinstance(kind, inspect.UnionType):
        yield from _union(node, kind, path)
    elif isinstance(kind, inspect.StrType):
        if _is_text(kind) and node.text:
            yield Text(path, (node.text,), node, kind.max_length or 0)
    elif node.is_list:
        if isinstance(kind, inspect.VarTupleType | inspect.TupleType):
            yield ListOfTexts(path, node)
        for index, (child, inner) in enumerate(_entries(node, kind)):
            yield from _walk(child, inner, (*path, index))
    else:
        for key, child in node.pairs():
            below = _below(kind, str(key))
            if below is not None:
                yield from _walk(child, below, (*path, key))


def _union(node: Node, kind: inspect.UnionType, path: tuple[Key, ...]) -> Iterator[Text | ListOfTexts]:
    """A text in one form or several, or something that may be left out."""
    kinds = [each for each in kind.types if not isinstance(each, inspect.NoneType)]
    forms = next((each for each in kinds if isinstance(each, inspect.VarTupleType)), None)
    single = next((each for each in kinds if isinstance(each, inspect.StrType)), None)
    if forms is None or single is None:
        yield from _walk(node, kinds[0], path)
        return
    written = tuple(child.text for child in (node.items() if node.is_list else (node,)) if child.text)
    if written and _is_text(single):
        yield Text(path, written, node, single.max_length or 0, forms.max_length or 1)


def _is_text(kind: inspect.StrType) -> bool:
    return kind.max_length is not None and kind.pattern is None


def _entries(node: Node, kind: inspect.Type) -> Iterator[tuple[Node, inspect.Type]]:
    if isinstance(kind, inspect.VarTupleType):
        yield from ((child, kind.item_type) for child in node.items())
    elif isinstance(kind, inspect.TupleType):
        yield from zip(node.items(), kind.item_types, strict=False)


def _below(kind: inspect.Type, key: str) -> inspect.Type | None:
    """The type of an entry; of a variant's footer, which the model leaves open, that of the footer itself."""
    if isinstance(kind, inspect.StructType):
        entry = next((entry.type for entry in kind.fields if entry.encode_name == key), None)
        return _footer() if key == "footer" and isinstance(entry, inspect.DictType) else entry
    return kind.value_type if isinstance(kind, inspect.DictType) else None


def _footer() -> inspect.Type:
    from sopprint.model.words import FooterWords

    return inspect.type_info(FooterWords)
