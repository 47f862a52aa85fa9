"""Checks of a county's own fonts: are the files there, and can they be embedded as they are.

Only the table directory and two small tables are read. Not here: whether a font has every letter, which layout tells.
Source: OpenType 1.9, chapters “OpenType font file” and “OS/2” (fsType).
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from sopprint.check.material import child, pairs
from sopprint.diagnostics import Diagnostic, Severity
from sopprint.errors import SopprintError
from sopprint.source.sentences import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopprint.check.kit_material import KitMaterial
    from sopprint.resources import Folder
    from sopprint.source.nodes import Node

_TRUE_TYPE = (b"\0\1\0\0", b"true")
_NEEDED = ("glyf", "loca", "cmap", "head", "hhea", "hmtx", "maxp")
_RESTRICTED = 0x0002  # fsType: may not be embedded without leave
_WEIGHTS = {"titles": (600, 700), "text": (400, 500, 600, 700)}  # that the type styles ask for


def fonts_will_do(kit: KitMaterial) -> Iterator[Diagnostic]:
    """SP131: each font file is there. SP167: and can be embedded, and regular and bold differ."""
    for role, family in pairs(child(kit.node, "theme", "fonts")):
        files = family.get("files")
        for _, file in pairs(files):
            if file.text:
                yield from _file(kit.folder, file, file.text)
        weights = [key for key, _ in pairs(files) if isinstance(key, int)]
        if files is not None and len(weights) == 1 and role in _WEIGHTS:
            message = f"“{role}” has one weight only, so that bold words look like all others"
            hint = f"add a bold one; the posters use {', '.join(map(str, _WEIGHTS[str(role)]))}"
            yield Diagnostic("SP167", message, files.key_place, (hint,), Severity.WARNING)


def _file(folder: Folder, node: Node, name: str) -> Iterator[Diagnostic]:
    try:
        if not folder.exists(name):
            message = f"there is no font file “{name}” in the kit's folder"
            yield Diagnostic("SP131", message, node.place, did_you_mean(name, folder.names("**/*.ttf")))
            return
        data = folder.data(name)
    except SopprintError as failure:
        yield from (Diagnostic(d.code, d.message, node.place, d.hints) for d in failure.diagnostics)
        return
    problem = _problem(data)
    if problem is not None:
        what, hint = problem
        yield Diagnostic("SP167", f"{name} {what}", node.place, (hint,))


def _problem(data: bytes) -> tuple[str, str] | None:
    """What is wrong with a font file, and what to do; None when it will do."""
    if data.startswith(b"OTTO"):
        return "has PostScript outlines, which are not embedded here", "use the family's .ttf files"
    if data.startswith((b"wOFF", b"wOF2", b"ttcf")):
        return "is a web font or a collection", "use single .ttf files"
    if not data.startswith(_TRUE_TYPE):
        return "is not a TrueType font", "use the family's .ttf files"
    try:
        tables = _tables(data)
        missing = [name for name in _NEEDED if name not in tables]
        if missing:
            return f"is damaged: it has no table “{missing[0]}”", "get the file again"
        if "fvar" in tables:
            return "is a variable font, whose weights cannot be told apart", "use its static files, one for each weight"
        if "OS/2" in tables and struct.unpack_from(">H", data, tables["OS/2"] + 8)[0] & 0x000F == _RESTRICTED:
            return "does not allow to be embedded in a PDF", "ask its maker for leave, or choose another font"
    except struct.error:
        return "is damaged: it ends too early", "get the file again"
    return None


def _tables(data: bytes) -> dict[str, int]:
    """Offsets of the tables by name; raises struct.error where the file ends before a table does."""
    (count,) = struct.unpack_from(">H", data, 4)
    found: dict[str, int] = {}
    for index in range(count):
        tag, _, offset, length = struct.unpack_from(">4sLLL", data, 12 + 16 * index)
        if offset + length > len(data):
            raise struct.error
        found[tag.decode("latin-1").rstrip()] = offset
    return found
