"""The file around the objects: object streams, cross-reference stream, trailer (ISO 32000-1, 7.5).

ReportLab writes every small object in the clear; a tag tree has hundreds. Packed into one compressed object stream they
cost a tenth, which is why this takes the last step from ReportLab. Nothing here knows what the objects mean.
"""

from __future__ import annotations

import zlib
from hashlib import md5
from typing import Any

from sopprint.pdf.engine import serialize
from sopprint.pdf.objects import reference, write

_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"  # four bytes above 127: "this is binary" (7.5.2)
_ROW = 7  # bytes in a row of the cross-reference stream, 1 + 4 + 2
_PER_STREAM = 500  # objects; readers keep a whole object stream in memory


def assemble(document: Any, info: int) -> bytes:
    """The finished file of a ReportLab document. `info` is the object number of the Info dictionary."""
    root = document.idToObjectNumberAndVersion[document.Reference(document.Catalog).name][0]
    small: list[tuple[int, bytes]] = []
    file = _File()
    for number, body in _bodies(document):
        if body.endswith(b"endstream"):
            file.add(number, body)
        else:
            small.append((number, body))
    after = len(small) + len(file.rows)
    for start in range(0, len(small), _PER_STREAM):
        after += 1
        file.pack(after, small[start : start + _PER_STREAM])
    return file.finish(after + 1, root, info)


def _bodies(document: Any) -> list[tuple[int, bytes]]:
    """Every object written out. Writing one may register more, so this runs until no number is left."""
    found: list[tuple[int, bytes]] = []
    while (number := len(found) + 1) in document.numberToId:
        item = document.idToObject[document.numberToId[number]]
        found.append((number, serialize(item, document, toplevel=1).rstrip(b"\r\n")))
    return found


class _File:
    """Collects bytes and the row of each object: (type, offset or stream, index); 7.5.8.3."""

    def __init__(self) -> None:
        self.parts = [_HEADER]
        self.length = len(_HEADER)
        self.rows: dict[int, tuple[int, int, int]] = {}

    def add(self, number: int, body: bytes) -> None:
        whole = b"%d 0 obj\n%s\nendobj\n" % (number, body)
        self.rows[number] = (1, self.length, 0)
        self.parts.append(whole)
        self.length += len(whole)

    def pack(self, number: int, objects: list[tuple[int, bytes]]) -> None:
        """An object stream (7.5.7)."""
        at, pairs = 0, []
        for index, (inner, body) in enumerate(objects):
            pairs.append(b"%d %d" % (inner, at))
            self.rows[inner] = (2, number, index)
            at += len(body) + 1
        head = b" ".join(pairs) + b"\n"
        data = head + b"\n".join(body for _, body in objects)
        self.add(number, _stream({"Type": "ObjStm", "N": len(objects), "First": len(head)}, data))

    def finish(self, number: int, root: int, info: int) -> bytes:
        """Adds the cross-reference stream and joins everything."""
        at = self.length
        self.rows[number] = (1, at, 0)
        rows = [_row(0, 0, 65535), *(_row(*self.rows[n]) for n in range(1, number + 1))]
        digest = md5(b"".join(self.parts), usedforsecurity=False).hexdigest().upper().encode("ascii")
        entries = {
            "Type": "XRef", "Size": number + 1, "W": [1, 4, 2], "Root": reference(root), "Info": reference(info),
            "ID": b"[<%s><%s>]" % (digest, digest), "DecodeParms": {"Predictor": 12, "Columns": _ROW},
        }  # fmt: skip
        self.add(number, _stream(entries, _differences(rows)))
        return b"".join(self.parts) + b"startxref\n%d\n%%%%EOF\n" % at


def _differences(rows: list[bytes]) -> bytes:
    """Each row less the row above, as PNG's filter Up has it (7.4.4.4): a fifth of the size once compressed."""
    above = [bytes(_ROW), *rows]
    return b"".join(
        b"\2" + bytes((new - old) & 255 for new, old in zip(row, last, strict=True))
        for row, last in zip(rows, above, strict=False)
    )


def _row(kind: int, where: int, index: int) -> bytes:
    return bytes((kind,)) + where.to_bytes(4, "big") + index.to_bytes(2, "big")


def _stream(entries: dict[str, Any], data: bytes) -> bytes:
    packed = zlib.compress(data, 9)
    head = write({**entries, "Filter": "FlateDecode", "Length": len(packed)})
    return head + b"\nstream\n" + packed + b"\nendstream"
