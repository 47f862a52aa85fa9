"""PDF values as bytes, and numbered objects inside a ReportLab document.

Not a PDF library: just enough of ISO 32000-1, 7.3 for what ReportLab has no words for (structure tree, Type0 fonts,
XMP), written compactly. `str` stands for a name, `bytes` for something already written; text goes through `text()`.
"""

from __future__ import annotations

import re
import zlib
from typing import TYPE_CHECKING, Any, TypeAlias

from sopprint.pdf.engine import PDFObject

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    Value: TypeAlias = "bool | int | float | str | bytes | Indirect | Sequence[Value] | Mapping[str, Value]"

_IRREGULAR = re.compile(rb"[^!\"$&'*+,\-.0-9:;=?@A-Z\\^_`a-z|~]")
_ESCAPES = str.maketrans({"\\": r"\\", "(": r"\(", ")": r"\)"})


class Indirect(PDFObject):  # type: ignore[misc]  # ReportLab is untyped
    """A numbered object. Its body may be filled in later, so that objects can refer to each other in a circle."""

    __RefOnly__ = 1  # ReportLab: never written in place

    def __init__(self, number: int, body: bytes) -> None:
        self.number = number
        self.body = body

    def format(self, _document: object) -> bytes:
        return self.body


class Store:
    """Adds objects to a ReportLab document."""

    def __init__(self, document: Any) -> None:
        self._document = document

    def add(self, value: Value = b"") -> Indirect:
        """A new object; leave `value` out to fill in `.body` later."""
        made = Indirect(0, write(value))
        made.number = self.number(made)
        return made

    def stream(self, data: bytes, entries: Mapping[str, Value] | None = None, *, compress: bool = True) -> Indirect:
        """A new stream; ISO 32000-1, 7.3.8."""
        extra: dict[str, Value] = {"Filter": "FlateDecode"} if compress else {}
        if compress:
            data = zlib.compress(data, 9)
        head = write({**(entries or {}), **extra, "Length": len(data)})
        return self.add(head + b"\nstream\n" + data + b"\nendstream")

    def number(self, item: Any) -> int:
        """The number of any ReportLab object, which is registered if it was not."""
        reference = self._document.Reference(item)
        return int(self._document.idToObjectNumberAndVersion[reference.name][0])


def reference(number: int) -> bytes:
    return b"%d 0 R" % number


def write(value: Value) -> bytes:
    """Any value in PDF syntax."""
    match value:
        case bytes():
            return value
        case str():
            return name(value)
        case bool():
            return b"true" if value else b"false"
        case int():
            return b"%d" % value
        case float():
            return number(value).encode("ascii")
        case Indirect():
            return reference(value.number)
    if hasattr(value, "items"):
        return b"<<" + b"".join(name(key) + _spaced(write(entry)) for key, entry in value.items()) + b">>"
    return b"[" + b" ".join(map(write, value)) + b"]"


def _spaced(written: bytes) -> bytes:
    return written if written[:1] in b"/<[(" else b" " + written


def name(value: str) -> bytes:
    """A name; anything but regular characters as #xx (ISO 32000-1, 7.3.5)."""
    if value.isalnum() and value.isascii():
        return b"/" + value.encode("ascii")
    return b"/" + _IRREGULAR.sub(lambda m: b"#%02X" % m[0][0], value.encode("utf-8"))


def text(value: str) -> bytes:
    """A text string: plain ASCII where that holds it, else UTF-16BE with its mark (ISO 32000-1, 7.9.2.2)."""
    if value.isascii() and value.isprintable():
        return b"(" + value.translate(_ESCAPES).encode("ascii") + b")"
    return b"<FEFF" + value.encode("utf-16-be").hex().upper().encode("ascii") + b">"


def number(value: float, places: int = 2) -> str:
    """The shortest form to so many decimals; never an exponent, never "-0"."""
    return "%.9g" % (round(value, places) + 0.0)
