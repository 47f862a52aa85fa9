"""Translated texts put into the data of a words file: each where it belongs, with what must stand around it.

Purpose: make the data of a new file, or of one that is changed in places. Sections that the other language does not
have yet are copied from the source as a whole, because a section has to be complete; lists are as long as they must
be. Not here: the file's text (`source/writing.py`), checks (`bring.py`).
"""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any

from sopprint.source.nodes import plain

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sopprint.resolve.sources import Forms
    from sopprint.source.nodes import Key, Node

Texts = dict[tuple["Key", ...], "Forms"]
_OF_A_REVIEW = ("reviewed", "reviewed_by", "reviewed_on", "language", "dir")


def new_words(source: Node, lang: str, texts: Texts, *, is_tool: bool) -> dict[str, Any]:
    """A whole file in another language; texts that are not translated stay as they are.

    A tool's words are a draft, and have no guide when nothing of it is translated.
    """
    copied = {key: value for key, value in plain(source).items() if key not in _OF_A_REVIEW}
    if not any(path[0] == "guide" for path in texts) and is_tool:
        copied.pop("guide", None)
    head: dict[str, Any] = {"language": lang}
    made = {**head, **({"reviewed": False} if is_tool else {}), **copied}
    for path, forms in texts.items():
        _put(made, path, forms, made, made)
    return made


def changed_words(file: Mapping[str, Any], whole: Node, source: Node, texts: Texts) -> dict[str, Any]:
    """A file with some texts changed. `whole` is what it says together with the file that it may lie over."""
    made: dict[str, Any] = deepcopy(dict(file))
    around, model = plain(whole), plain(source)
    for path, forms in texts.items():
        _put(made, path, forms, around, model)
    return made


def _put(data: Any, path: tuple[Key, ...], forms: Forms, around: Any, model: Any) -> None:
    """Set a text, on a way of mappings and lists: those of the language where it has them, else the source's."""
    *way, last = path
    for step in way:
        inner, outer = _entry(around, step), _entry(model, step)
        found = _entry(data, step)
        if found is None:
            found = {} if isinstance(inner, dict) else deepcopy(inner if inner is not None else outer)
            _set(data, step, found, model)
        data, around, model = found, inner, outer
    as_list = len(forms) > 1 or isinstance(_entry(around, last), list)
    _set(data, last, list(forms) if as_list else forms[0], model)


def _entry(data: Any, step: Key) -> Any:
    if isinstance(data, dict):
        return data.get(step)
    return data[step] if isinstance(data, list) and isinstance(step, int) and step < len(data) else None


def _set(data: Any, step: Key, value: Any, model: Any) -> None:
    """Set an entry; a list that is too short is filled up with the source's."""
    if isinstance(data, list) and isinstance(step, int):
        while len(data) <= step:
            data.append(deepcopy(_entry(model, len(data))))
    data[step] = value
