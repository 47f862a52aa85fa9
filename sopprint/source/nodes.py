"""YAML as a tree of located nodes, and the few things that can be done with such a tree. The only home of PyYAML.

Every node knows where it was written, also after one tree has been laid over another, so that a mistake found much
later still points into the author's file. Not here: opening files (`resources.py`), models (`load.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Protocol

import yaml
from msgspec import Struct, field
from msgspec.structs import replace

from sopprint.diagnostics import Diagnostic, Place
from sopprint.errors import SopprintError
from sopprint.source.scalars import Scalar, plain_scalar
from sopprint.source.syntax import control_characters, syntax_mistakes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yaml import SafeLoader as _Base
else:
    _Base = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Key = str | int
MAX_DEPTH = 40
MAX_NODES = 20_000
_MAY_BE_ALIAS = re.compile(r"(?:^|[\s\[{,])\*[^\s*]", re.MULTILINE)
_CORE = {f"tag:yaml.org,2002:{name}" for name in ("str", "int", "float", "bool", "null", "map", "seq")}
_PLAIN, _QUOTED = "plain", "quoted"  # stand for the tags PyYAML would work out with slow patterns


class Mark(Protocol):
    """A position as PyYAML gives it: line and column from 0; `index` counts characters from the start of the file."""

    line: int
    column: int
    index: int


Span = tuple[Mark, Mark]


class Node(Struct, frozen=True, eq=False):
    """A scalar, a tuple of nodes or a mapping of nodes, with the place it was written at.

    `key_span` is where the key of this node stands when it is an entry of a mapping.
    """

    value: Scalar | tuple[Node, ...] | Mapping[Key, Node]
    file: str
    span: Span
    key_span: Span | None = None

    @property
    def place(self) -> Place:
        """Where the value is; a mapping is where its first key is."""
        return _place(self.file, self.span)

    @property
    def key_place(self) -> Place:
        """Where the key is; the value's place for list entries and whole files."""
        return _place(self.file, self.key_span or self.span)

    @property
    def is_list(self) -> bool:
        return isinstance(self.value, tuple)

    @property
    def is_mapping(self) -> bool:
        return isinstance(self.value, Mapping)

    @property
    def text(self) -> str | None:
        """The value when it is words, else None."""
        return self.value if isinstance(self.value, str) else None

    def get(self, key: Key) -> Node | None:
        """The entry of a mapping or list, or None: also where this is no mapping or list."""
        if isinstance(self.value, Mapping):
            return self.value.get(key)
        if isinstance(self.value, tuple) and isinstance(key, int) and 0 <= key < len(self.value):
            return self.value[key]
        return None

    def items(self) -> tuple[Node, ...]:
        """The entries of a list or the values of a mapping, in order; none for scalars."""
        if isinstance(self.value, tuple):
            return self.value
        return tuple(self.value.values()) if isinstance(self.value, Mapping) else ()

    def pairs(self) -> tuple[tuple[Key, Node], ...]:
        """Keys and values of a mapping, in order; none for anything else."""
        return tuple(self.value.items()) if isinstance(self.value, Mapping) else ()

    def at(self, path: tuple[Key, ...]) -> Node:
        """The node at a path, or the nearest ancestor that is there."""
        node = self
        for step in path:
            found = node.get(step)
            if found is None:
                break
            node = found
        return node

    def replaced(self, key: Key, child: Node | None) -> Node:
        """A copy of a mapping in which one entry is another node, or left out (None)."""
        entries = dict(self.pairs())
        entries.pop(key, None) if child is None else entries.update({key: child})
        return replace(self, value=entries)

    def holding(self, children: Iterable[Node]) -> Node:
        """A copy of a list with other entries."""
        return replace(self, value=tuple(children))


def _place(file: str, span: Span) -> Place:
    start, end = span
    length = end.column - start.column if end.line == start.line else 1
    return Place(file, start.line + 1, start.column + 1, max(length, 1))


def overlay(base: Node, change: Node) -> Node:
    """`change` laid over `base`: mappings entry by entry and all the way down, anything else replaces.

    Each entry keeps the place it was written at; a merged mapping has the place of `base`.
    """
    if not isinstance(base.value, Mapping) or not isinstance(change.value, Mapping):
        return change
    merged = dict(base.value)
    for key, child in change.value.items():
        under = merged.get(key)
        merged[key] = child if under is None else overlay(under, child)
    return replace(base, value=merged)


def plain(node: Node) -> Any:
    """The data alone: dicts, lists and scalars."""
    value = node.value
    if isinstance(value, dict):
        return {key: plain(child) for key, child in value.items()}
    if isinstance(value, tuple):
        return [plain(child) for child in value]
    return value


def read(text: str, file: str) -> Node:
    """The tree of a YAML text. Raises SopprintError with every mistake found (SP010 to SP019)."""
    node, found = scan(text, file)
    if node is None or found:
        raise SopprintError(found)
    return node


def scan(text: str, file: str) -> tuple[Node | None, tuple[Diagnostic, ...]]:
    """The tree of a YAML text as far as it can be read, and every mistake found. The tree is None when none can."""
    found = (*control_characters(text, file), *_aliases(text, file))
    if found:
        return None, found
    try:
        raw = _Loader(text).get_single_node()
    except yaml.MarkedYAMLError as failure:
        marks = [(mark.line, mark.column) for mark in (failure.problem_mark, failure.context_mark) if mark]
        return None, syntax_mistakes(text, file, marks, f"{failure.context or ''} {failure.problem or ''}")
    except (yaml.YAMLError, RecursionError) as failure:  # RecursionError: only without libyaml
        return None, syntax_mistakes(text, file, (), str(failure))
    if raw is None:
        return None, (Diagnostic("SP017", "the file is empty", Place(file)),)
    tree = _Tree(file)
    try:
        return tree.node(raw), tuple(tree.found)
    except _TooMuchError as failure:
        return None, (*tree.found, failure.diagnostic)


def _aliases(text: str, file: str) -> Iterator[Diagnostic]:
    """Aliases are refused altogether: nested ones make a small file endless, and an editor cannot follow them."""
    if not _MAY_BE_ALIAS.search(text):
        return
    try:
        for token in yaml.scan(text, Loader=_Loader):
            if isinstance(token, yaml.AliasToken):
                hint = "write the words out where they are needed"
                yield Diagnostic(
                    "SP013", f"aliases such as *{token.value} are not used here", _token_place(file, token), (hint,)
                )
    except yaml.YAMLError:
        return  # told by the composer, which comes next


def _token_place(file: str, token: yaml.Token) -> Place:
    return _place(file, (token.start_mark, token.end_mark))


class _Loader(_Base):
    """PyYAML's composer without its implicit types: it only says whether a scalar was quoted."""

    def resolve(self, kind: object, value: object, implicit: object) -> str:  # noqa: ARG002 — PyYAML's signature
        return _PLAIN if isinstance(implicit, tuple) and implicit[0] else _QUOTED

    def descend_resolver(self, *_: object) -> None:
        """Nothing here depends on the path."""

    def ascend_resolver(self) -> None:
        """Nothing here depends on the path."""


class _TooMuchError(Exception):
    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic


class _Tree(Struct):
    """Turns PyYAML's nodes into ours, gathering mistakes."""

    file: str
    found: list[Diagnostic] = field(default_factory=list)
    count: int = 0

    def node(self, raw: Any, key: Span | None = None, depth: int = 0) -> Node:
        self.count += 1
        span = (raw.start_mark, raw.end_mark)
        if depth > MAX_DEPTH or self.count > MAX_NODES:
            what = f"nested more than {MAX_DEPTH} deep" if depth > MAX_DEPTH else f"more than {MAX_NODES} entries"
            raise _TooMuchError(Diagnostic("SP018", f"the file is too much: {what}", _place(self.file, span)))
        if isinstance(raw, yaml.ScalarNode):
            value = raw.value if raw.tag == _QUOTED else self._scalar(raw)
            return Node(value, self.file, span, key)
        if raw.tag != _QUOTED:
            self._tag(raw)
        if isinstance(raw, yaml.SequenceNode):
            return Node(tuple([self.node(child, None, depth + 1) for child in raw.value]), self.file, span, key)
        return Node(self._entries(raw, depth), self.file, span, key)

    def _scalar(self, raw: yaml.ScalarNode) -> Scalar:
        if raw.tag != _PLAIN:
            self._tag(raw)
            if raw.tag.endswith(":str"):
                return str(raw.value)
        return plain_scalar(raw.value)

    def _tag(self, raw: yaml.Node) -> None:
        if raw.tag not in _CORE:
            where = _place(self.file, (raw.start_mark, raw.start_mark))
            name = raw.tag.replace("tag:yaml.org,2002:", "!!")
            self.found.append(Diagnostic("SP014", f"the tag {name} is not used here", where, ("leave it out",)))

    def _entries(self, raw: yaml.MappingNode, depth: int) -> Mapping[Key, Node]:
        entries: dict[Key, Node] = {}
        for raw_key, raw_value in raw.value:
            span = (raw_key.start_mark, raw_key.end_mark)
            key = self._key(raw_key)
            child = self.node(raw_value, span, depth + 1)
            if key is None:
                message = "a key must be a word (or a whole number)"
                self.found.append(Diagnostic("SP016", message, _place(self.file, span), ("put it in quotes",)))
            elif key in entries:
                first = entries[key].key_place
                message = f"“{key}” is written twice; the first is in line {first.line}"
                hint = "join the two, or rename one"
                self.found.append(Diagnostic("SP012", message, _place(self.file, span), (hint,)))
            else:
                entries[key] = child
        return entries

    def _key(self, raw: yaml.Node) -> Key | None:
        if not isinstance(raw, yaml.ScalarNode):
            return None
        key = self._scalar(raw) if raw.tag != _QUOTED else raw.value
        return key if isinstance(key, str) or (isinstance(key, int) and not isinstance(key, bool)) else None


def descendants(node: Node) -> Iterator[Node]:
    """The node and everything below it, in order of writing."""
    yield node
    for child in node.items():
        yield from descendants(child)
