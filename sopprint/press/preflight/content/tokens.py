"""Content streams as operators with their operands (ISO 32000-1, 7.8.2), one at a time, so that size costs no memory.

Names are `str`, strings `bytes`, numbers `float`; arrays and dictionaries are Python's. Whatever is not a token is
skipped: a damaged stream gives fewer operators, never an error.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

Operand = float | str | bytes | bool | list["Operand"] | dict[str, "Operand"]
_TOKEN = re.compile(
    rb"[\x00\t\n\f\r ]+|%[^\r\n]*"
    rb"|(?P<number>[+-]?(?:\d+\.?\d*|\.\d+)(?=[\x00\t\n\f\r ()<>\[\]{}/%]|\Z))"
    rb"|/(?P<name>[^\x00\t\n\f\r ()<>\[\]{}/%]*)"
    rb"|(?P<open><<|\[)|(?P<close>>>|\])"
    rb"|<(?P<hex>[0-9A-Fa-f\x00\t\n\f\r ]*)>"
    rb"|(?P<string>\()"
    rb"|(?P<word>[^\x00\t\n\f\r ()<>\[\]{}/%]+)"
)
_PARENTHESIS = re.compile(rb"\\.|[()]", re.DOTALL)
_ESCAPE = re.compile(rb"\\(?:([0-7]{1,3})|(\r\n|.))", re.DOTALL)
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"\n": b"", b"\r": b"", b"\r\n": b""}
_HASH = re.compile(r"#([0-9A-Fa-f]{2})")
_IMAGE_END = re.compile(rb"[\x00\t\n\f\r ]EI(?=[\x00\t\n\f\r /]|\Z)")
_DEPTH = 20
_OPERANDS = 100_000
_DIGITS = 40


def operations(data: bytes) -> Iterator[tuple[str, list[Operand]]]:
    """Operators in order. An inline image is one operator, "EI", with its dictionary as the only operand."""
    operands: list[Operand] = []
    at = 0
    while at < len(data):
        match = _TOKEN.match(data, at)
        if match is None:
            at += 1
            continue
        if match["word"] is None or match["word"] in (b"true", b"false", b"null"):
            value, at = _value(data, match, 0)
            if value is not None and len(operands) < _OPERANDS:
                operands.append(value)
            continue
        at = match.end()
        operator = match["word"].decode("latin-1")
        if operator == "ID":
            operator, operands, at = "EI", [_pairs(operands)], _after_image(data, at)
        if operator != "BI":
            yield operator, operands
        operands = []


def _after_image(data: bytes, at: int) -> int:
    match = _IMAGE_END.search(data, at)
    return match.end() if match else len(data)


def _value(data: bytes, match: re.Match[bytes], depth: int) -> tuple[Operand | None, int]:
    """The operand a match starts, and where it ends; None for blanks, comments and stray brackets."""
    text = match["number"]
    if text is not None:
        return (float(text) if len(text) <= _DIGITS else 0.0), match.end()
    if match["name"] is not None:
        name = match["name"].decode("utf-8", "replace")
        return _HASH.sub(lambda m: chr(int(m[1], 16)), name), match.end()
    if match["string"]:
        return _string(data, match.end())
    if match["hex"] is not None:
        digits = re.sub(rb"[^0-9A-Fa-f]", b"", match["hex"])
        return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode()), match.end()
    if match["open"]:
        return _container(data, match, depth)
    if match["word"] in (b"true", b"false"):
        return match["word"] == b"true", match.end()
    return None, match.end()


def _container(data: bytes, opening: re.Match[bytes], depth: int) -> tuple[Operand | None, int]:
    entries: list[Operand] = []
    at = opening.end()
    while at < len(data):
        match = _TOKEN.match(data, at)
        if match is None:
            at += 1
            continue
        if match["close"]:
            at = match.end()
            break
        if match["word"] is not None and match["word"] not in (b"true", b"false", b"null"):
            break  # never closed: what follows is an operator
        value, at = _value(data, match, depth + 1) if depth < _DEPTH else (None, match.end())
        if value is not None and len(entries) < _OPERANDS:
            entries.append(value)
    return (entries if opening["open"] == b"[" else _pairs(entries)), at


def _pairs(entries: list[Operand]) -> dict[str, Operand]:
    return {name: value for name, value in zip(entries[::2], entries[1::2], strict=False) if isinstance(name, str)}


def _string(data: bytes, start: int) -> tuple[bytes, int]:
    level, at = 1, start
    for match in _PARENTHESIS.finditer(data, start):
        level += {b"(": 1, b")": -1}.get(match[0], 0)
        at = match.end()
        if level == 0:
            return _unescaped(data[start : at - 1]), at
    return b"", len(data)


def _unescaped(text: bytes) -> bytes:
    if b"\\" not in text:
        return text
    return _ESCAPE.sub(lambda m: bytes([int(m[1], 8) & 255]) if m[1] else _ESCAPED.get(m[2], m[2]), text)
