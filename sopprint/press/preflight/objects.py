"""PDF objects of a stranger, read so that nothing in them can surprise: wrong types are None or empty, never an error.

Between pikepdf and `survey.py` / `content/`.
"""

from __future__ import annotations

import math
from itertools import islice
from typing import TYPE_CHECKING, Any

import pikepdf

from sopprint.geometry import Box

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopprint.press.preflight.bounds import Bounds

_LONGEST = 10_000  # entries of an array or dictionary that are looked at
_TEXT = 500  # characters kept of a name or a string
_HUGE = 1e7  # points; no page is larger


class UnreadableError(Exception):
    """A stream cannot be decoded within the bounds; the message says why."""


def get(holder: Any, key: str) -> Any:
    """A value of a dictionary or of a stream's dictionary; None where there is none."""
    if isinstance(holder, pikepdf.Page):
        holder = holder.obj
    if not isinstance(holder, (pikepdf.Dictionary, pikepdf.Stream)):
        return None
    return holder.get(key)


def inherited(page: Any, key: str) -> Any:
    """A page attribute, from the page or the nodes above it (ISO 32000-1, 7.7.3.4)."""
    node = page
    for _ in range(50):
        value = get(node, key)
        if value is not None or node is None:
            return value
        node = get(node, "/Parent")
    return None


def items(holder: Any) -> Iterator[tuple[str, Any]]:
    """Entries of a dictionary, names without the slash."""
    if isinstance(holder, (pikepdf.Dictionary, pikepdf.Stream)):
        try:
            entries = list(islice(holder.items(), _LONGEST))
        except UnicodeDecodeError:
            return
        for key, value in entries:
            yield key.lstrip("/"), value


def each(value: Any) -> list[Any]:
    """An array's entries; a single value as one; nothing as none."""
    if value is None:
        return []
    return [value[i] for i in range(min(len(value), _LONGEST))] if isinstance(value, pikepdf.Array) else [value]


def word(value: Any) -> str:
    """A name without its slash, or a string; anything else is empty."""
    if isinstance(value, pikepdf.Name):
        return _name(value)[1 : _TEXT + 1]
    if isinstance(value, pikepdf.String):
        return str(value)[:_TEXT]
    return ""


def _name(value: pikepdf.Name) -> str:
    try:
        return str(value)
    except UnicodeDecodeError:  # names should be UTF-8 (7.3.5), and are not always
        return bytes(value.unparse()).decode("latin-1")


def number(value: Any, default: float = 0.0) -> float:
    """A finite number within what a page can need, else `default`."""
    if isinstance(value, bool):
        return default
    try:
        found = float(value)
    except (TypeError, ValueError, OverflowError):
        return default
    return found if math.isfinite(found) and abs(found) <= _HUGE else default


def numbers(value: Any, count: int) -> tuple[float, ...] | None:
    """Exactly `count` numbers, or None."""
    found = each(value)
    if not isinstance(value, pikepdf.Array) or len(found) != count:
        return None
    read = tuple(number(n, math.nan) for n in found)
    return None if any(map(math.isnan, read)) else read


def rectangle(value: Any) -> Box | None:
    """A PDF rectangle with its corners in order, y still up (`top` is the lower edge); None where it is none."""
    read = numbers(value, 4)
    if read is None:
        return None
    x0, y0, x1, y1 = read
    return Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def key(value: Any) -> tuple[int, int] | None:
    """What tells an indirect object from all others, or None for a direct one."""
    objgen: tuple[int, int] = getattr(value, "objgen", (0, 0))  # numbers come as Python's
    return objgen if objgen[0] else None


def filters(stream: Any) -> tuple[str, ...]:
    return tuple(word(name) for name in each(get(stream, "/Filter")))


def decoded(stream: Any, bounds: Bounds) -> bytes:
    """A stream's data. Raises UnreadableError when it is damaged or too large."""
    if not isinstance(stream, pikepdf.Stream):
        raise UnreadableError("something that is no stream stands where content should be")
    if {"LZWDecode", "LZW"} & set(filters(stream)) and len(stream.read_raw_bytes()) > bounds.packed:
        raise UnreadableError("an LZW stream is too large to be read safely")
    try:
        data = bytes(stream.read_bytes())
    except (pikepdf.PdfError, RuntimeError) as failure:
        raise UnreadableError("a stream is damaged or decodes to more than is read") from failure
    if len(data) > bounds.stream:
        raise UnreadableError(f"a stream decodes to more than {bounds.stream // 1_000_000} MB")
    return data
