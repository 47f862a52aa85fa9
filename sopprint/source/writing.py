"""Words written into YAML: new text in a file that stays as it is around it, and new files.

Purpose: put translated words where the old ones stood, with the file's order, comments and line breaks untouched, and
be sure that what was written is what was meant: the result is read back. Not here: whether it should be written, and
where (`translate/`). The opposite of `nodes.py`, whose places it goes by.
Source: YAML 1.2.2, chapters 5.7 (escapes), 7.3 (flow scalars), 8.1 (block scalars).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from sopprint.errors import SopprintError
from sopprint.source.nodes import plain, read
from sopprint.source.scalars import plain_scalar

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sopprint.source.nodes import Node

WIDTH = 118  # columns
_STEP = 2
_FLOW_AT_MOST = 90  # characters of a list in one line
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_KEY = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*|[a-z0-9]+-[a-z0-9-]*[a-z][a-z0-9-]*")
_NOT_PLAIN = re.compile(r":(?: |$)| #|^[^\w¿¡“‘«(…]|^\.\.\.|^---")
_IN_FLOW = re.compile(r"[,\[\]{}]|:")
_MAY_BREAK = re.compile(r"(?<=\S) (?=[\w¿¡“‘«(])")


class _Edit(Struct, frozen=True):
    start: int
    end: int
    text: str


def edited(text: str, node: Node, data: Any) -> str:
    """The YAML text whose tree is `node`, changed to say `data`; all that stays the same is left as it was written.

    Where a change cannot be put in place (which should not happen), the whole is written anew, without its comments.
    """
    edits = sorted(_edits(text, node, data, 0, flow=False), key=lambda edit: (edit.start, edit.end))
    parts, last = [], 0
    for edit in edits:
        parts += [text[last : edit.start], edit.text]
        last = edit.end
    made = "".join([*parts, text[last:]])
    return made if _says(made, data) else written(data)


def written(data: Mapping[str, Any]) -> str:
    """A YAML text that says `data`."""
    return "\n".join(_lines(data, 0)) + "\n"


def _says(text: str, data: Any) -> bool:
    try:
        return bool(plain(read(text, "")) == data)
    except SopprintError:
        return False


# ------------------------------------------------------------------------------------------------ changes in place


def _edits(text: str, node: Node, data: Any, column: int, *, flow: bool) -> Iterator[_Edit]:
    """`column` is where lines that carry the value on begin."""
    if plain(node) == data:
        return
    start, end = node.span[0].index, _end(text, node)
    flow = flow or (text[start : start + 1] in ("[", "{") and not isinstance(node.value, str))
    if node.is_mapping and isinstance(data, dict) and node.pairs() and set(data) >= {key for key, _ in node.pairs()}:
        if not flow or len(data) == len(node.pairs()):
            for key, child in node.pairs():
                at = child.key_span[0].column + _STEP if child.key_span else column
                yield from _edits(text, child, data[key], at, flow=flow)
            yield from _additions(text, node, data)
            return
    elif node.is_list and isinstance(data, list) and _goes_on(node, data, flow=flow):
        for child, value in zip(node.items(), data, strict=False):
            yield from _edits(text, child, value, child.span[0].column, flow=flow)
        yield from _more(text, node, data[len(node.items()) :])
        return
    yield _replacement(text, node, data, column, flow=flow, span=(start, end))


def _replacement(text: str, node: Node, data: Any, column: int, *, flow: bool, span: tuple[int, int]) -> _Edit:
    start, end = span
    if node.is_list and node.key_span is not None and not flow:  # a list in lines of its own: all after the key
        start = text.index(":", node.key_span[1].index) + 1
    here = start - (text.rfind("\n", 0, start) + 1)
    blank = "" if start == 0 or text[start - 1].isspace() or text[start - 1] in "[{" else " "
    if not isinstance(data, (dict, list)):
        remark = text[end:].partition("\n")[0].strip() != ""  # nothing may stand behind the | of a literal
        return _Edit(start, end, blank + _scalar(data, here, column, flow=flow, literal=not remark))
    in_line = _flow(data)
    if flow or len(in_line) <= _FLOW_AT_MOST or node.key_span is None:
        return _Edit(start, end, blank + in_line)
    return _Edit(len(text[:start].rstrip(" \n")), end, "\n" + "\n".join(_lines(data, column)))


def _goes_on(node: Node, data: list[Any], *, flow: bool) -> bool:
    """Whether a list keeps all its entries; in lines of its own it may get more."""
    missing = len(data) - len(node.items())
    return bool(node.items()) and (missing == 0 or (missing > 0 and not flow))


def _more(text: str, node: Node, data: list[Any]) -> Iterator[_Edit]:
    """Entries after the last of a list in lines of its own."""
    if data:
        end = text.find("\n", _end(text, node))
        end = len(text) if end < 0 else end
        yield _Edit(end, end, "\n" + "\n".join(_lines(data, node.span[0].column)))


def _additions(text: str, node: Node, data: dict[str, Any]) -> Iterator[_Edit]:
    """Entries that the mapping does not have yet, each after the one it follows in `data`."""
    there = dict(node.pairs())
    first = node.pairs()[0][1]
    column = first.key_span[0].column if first.key_span else 0
    after: Node = node.pairs()[-1][1]
    before: Node | None = None
    waiting: dict[int, list[str]] = {}
    for key, value in data.items():
        if key in there:
            before = there[key]
            continue
        lines = _lines({key: value}, column)
        blank = [""] if column == 0 and isinstance(value, (dict, list)) else []
        end = text.find("\n", _end(text, before or after))
        waiting.setdefault(len(text) if end < 0 else end, []).extend([*blank, *lines])
    yield from (_Edit(end, end, "\n" + "\n".join(lines)) for end, lines in waiting.items())


def _end(text: str, node: Node) -> int:
    """Where a value ends: PyYAML ends a block where the next thing begins, after blank lines and comments."""
    start, end = node.span[0].index, node.span[1].index
    if isinstance(node.value, str) and text[start : start + 1] not in ("|", ">"):
        return end
    if node.items() and text[start : start + 1] not in ("[", "{"):
        return max(_end(text, child) for child in node.items())
    return start + len(text[start:end].rstrip(" \n"))


# ------------------------------------------------------------------------------------------------ values


def _lines(data: Any, column: int) -> list[str]:
    """A mapping or list as block lines that begin at a column."""
    pad = " " * column
    if isinstance(data, dict):
        heads = [(f"{pad}{_key(str(key))}:", value) for key, value in data.items()]
    else:
        heads = [(f"{pad}-", value) for value in data]
    lines: list[str] = []
    for head, value in heads:
        if isinstance(value, (dict, list)) and value and head.endswith("-") and not _short(value):
            first, *rest = _lines(value, column + _STEP)
            lines += [f"{head} {first.lstrip()}", *rest]
        elif isinstance(value, (dict, list)) and value and not _short(value):
            lines += [head, *_lines(value, column + _STEP)]
        else:
            shown = _flow(value) if isinstance(value, (dict, list)) else _scalar(value, len(head) + 1, column + _STEP)
            lines += f"{head} {shown}".split("\n")
    return lines


def _short(value: Any) -> bool:
    """A few words in a list: they stand in one line."""
    return isinstance(value, list) and not any(isinstance(v, (dict, list)) for v in value) and len(_flow(value)) <= 60


def _flow(data: Any) -> str:
    if isinstance(data, dict):
        return "{" + ", ".join(f"{_key(str(key))}: {_flow(value)}" for key, value in data.items()) + "}"
    if isinstance(data, list):
        return "[" + ", ".join(map(_flow, data)) + "]"
    return _scalar(data, 0, 0, flow=True, fold=False)


def _key(key: str) -> str:
    return key if _KEY.fullmatch(key) and plain_scalar(key) == key else _quoted(key)


def _scalar(value: Any, here: int, column: int, *, flow: bool = False, fold: bool = True, literal: bool = True) -> str:
    """A value that begins in column `here` and is carried on in lines that begin at `column`."""
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if not isinstance(value, str):
        return str(value)
    if "\n" in value and literal and not flow and _is_literal(value):
        return _literal(value, column)
    shown = value if _is_plain(value, flow=flow) else _quoted(value)
    return _folded(shown, here, column) if fold and not flow else shown


def _is_plain(text: str, *, flow: bool) -> bool:
    if not text or not text.isprintable() or text != text.strip() or plain_scalar(text) != text:
        return False
    return not _NOT_PLAIN.search(text) and not (flow and _IN_FLOW.search(text))


def _quoted(text: str) -> str:
    return '"' + "".join(_ESCAPES.get(each) or _shown(each) for each in text) + '"'


def _shown(character: str) -> str:
    """A character, or its number where it would not be seen."""
    if character.isprintable():
        return character
    number = ord(character)
    return f"\\x{number:02X}" if number < 0x100 else f"\\u{number:04X}" if number < 0x10000 else f"\\U{number:08X}"


def _is_literal(text: str) -> bool:
    lines = text.removesuffix("\n").split("\n")
    shown = all(line.isprintable() and (not line or line.strip(" ")) for line in lines)
    return shown and lines[0] != "" and lines[0][0] != " " and lines[-1] != ""


def _literal(text: str, column: int) -> str:
    lines = text.removesuffix("\n").split("\n")
    head = "|" if text.endswith("\n") else "|-"
    return "\n".join([head, *(" " * column + line if line else "" for line in lines)])


def _folded(text: str, here: int, column: int) -> str:
    """Long words in several lines; YAML reads each line end as a blank."""
    lines, start, room = [], 0, WIDTH - here
    while len(text) - start > room:
        stops = [m.start() for m in _MAY_BREAK.finditer(text, start + 1) if m.start() - start <= room]
        if not stops:
            break
        lines.append(text[start : stops[-1]])
        start, room = stops[-1] + 1, WIDTH - column
    return f"\n{' ' * column}".join([*lines, text[start:]])
