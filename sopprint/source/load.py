"""Nodes to models: fast when the file is right, thorough when it is wrong.

msgspec decodes and stops at the first mistake; only then `mistakes.py` is loaded to find them all. Comes after
`nodes.py`; what several files must agree on is checked in `check/`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeVar

import msgspec

from sopprint.diagnostics import Diagnostic
from sopprint.errors import SopprintError
from sopprint.source.nodes import plain

if TYPE_CHECKING:
    from sopprint.source.nodes import Key, Node

T = TypeVar("T")
_WHERE = re.compile(r" - at `(?:key` in `)?\$(.*)`$")
_TOP_LEVEL = re.compile(r"\n[^\s#]")  # a line that starts in the first column
_STEP = re.compile(r"\.([^.\[\]]+)|\[(\d+)\]")


def has_key(text: str, key: str) -> bool:
    """Whether a YAML text seems to have such a top-level key, without reading it: one after its first line."""
    return f"\n{key}:" in text


def above(text: str, key: str) -> str:
    """A YAML text without a top-level mapping that ends it, unread; the whole text where it does not end that way.

    Whoever decodes what is left turns to the whole text when that fails.
    """
    start = text.find(f"\n{key}:") + 1
    return text if not has_key(text, key) or _TOP_LEVEL.search(text, start + len(key)) else text[:start]


def decode(node: Node, model: type[T]) -> T:
    """The node's data as a model. Raises SopprintError with every mistake, each at its place (SP100 to SP109)."""
    data = plain(node)
    try:
        return msgspec.convert(data, model)
    except msgspec.ValidationError as failure:
        raise SopprintError(_mistakes(node, data, model, failure)) from failure


def faults(node: Node, model: object) -> tuple[Diagnostic, ...]:
    """What `decode` would complain of; also for unions such as `AnyElement`, which are no type to mypy."""
    data = plain(node)
    try:
        msgspec.convert(data, model)
    except msgspec.ValidationError as failure:
        return _mistakes(node, data, model, failure)
    return ()


def _mistakes(node: Node, data: object, model: object, failure: msgspec.ValidationError) -> tuple[Diagnostic, ...]:
    from sopprint.source.mistakes import mistakes  # costs 100 ms, and most files are right

    return mistakes(node, data, model) or (_own_words(node, str(failure)),)


def _own_words(node: Node, message: str) -> Diagnostic:
    """msgspec's sentence, for what JSON Schema cannot see."""
    match = _WHERE.search(message)
    path: tuple[Key, ...] = ()
    if match:
        path = tuple(name or int(index) for name, index in _STEP.findall(match[1]))
    return Diagnostic("SP100", _WHERE.sub("", message), node.at(path).place)
