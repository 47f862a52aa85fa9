"""Print shops by name: those that come with the program, a kit's own, and a file named by its path.

Reads a profile and its ICC profile, and refuses one whose numbers cannot all be true. Not here: what follows from it
(`fits.py`, `lamination.py`, `sheet_marks.py`).
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from sopprint.diagnostics import Diagnostic
from sopprint.errors import ExitCode, SopprintError
from sopprint.model.shop import Shop, points
from sopprint.resources import Folder, Record, shipped
from sopprint.source.load import decode
from sopprint.source.nodes import read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopprint.source.nodes import Node

DEFAULT = "wide-format"
_SLACK = 0.01  # points: 3 mm and 0.125 in shall not be told apart by rounding


class Profile(Struct, frozen=True):
    """A shop's profile, and the ICC profile of its printing condition."""

    name: str
    shop: Shop
    icc: bytes


def names(kit: Path | None = None, record: Record | None = None) -> tuple[str, ...]:
    """The shops there are, a kit's own among them, by name."""
    folders = _folders(kit, record or Record())
    found = (Path(file).stem for folder, pattern in folders for file in folder.names(f"{pattern}*.yaml"))
    return tuple(sorted(dict.fromkeys(found)))


def load(name: str, kit: Path | None = None, record: Record | None = None) -> Profile:
    """The shop of that name, or in the file of that path. Raises SopprintError (SP621 to SP623, or SP1xx)."""
    folder, file = _file(name, kit, record or Record())
    node = read(folder.text(file), folder.shown(file))
    shop = decode(node, Shop)
    found = tuple(_contradictions(shop, node))
    if found:
        raise SopprintError(found)
    return Profile(Path(file).stem, shop, _icc(folder, Path(file).parent, shop, node))


def _folders(kit: Path | None, record: Record) -> Iterator[tuple[Folder, str]]:
    """Folders and what stands before a profile's name in them; the first that has a name wins."""
    if kit is not None:
        yield Folder(kit, str(kit), record), "shops/"
    yield shipped("templates", record), "shops/"


def _file(name: str, kit: Path | None, record: Record) -> tuple[Folder, str]:
    path = Path(name)
    if path.suffix in {".yaml", ".yml"}:
        return Folder(path.parent, path.parent.as_posix(), record), path.name
    known = names(kit, record)
    if name in known:
        for folder, pattern in _folders(kit, record):
            if folder.exists(f"{pattern}{name}.yaml"):
                return folder, f"{pattern}{name}.yaml"
    from difflib import get_close_matches

    near = get_close_matches(name, known, 1)
    hint = f"did you mean {near[0]}?" if near else f"there are: {', '.join(known)}"
    raise SopprintError([Diagnostic("SP621", f"there is no shop “{name}”", None, (hint,))], ExitCode.USAGE)


def _contradictions(shop: Shop, node: Node) -> Iterator[Diagnostic]:
    """Numbers that cannot all be true of one sheet of paper."""
    if shop.most_bleed and points(shop.border):
        yield Diagnostic(
            "SP622", "a bleed and an ink-free border exclude each other", node.at(("border",)).place,
            ("leave out the one that the shop does not want",),
        )  # fmt: skip
    if shop.marks is not None:
        offset, length = points(shop.marks.offset), points(shop.marks.length)
        if offset < shop.most_bleed - _SLACK:
            yield Diagnostic("SP622", "the crop marks begin inside the bleed", node.at(("marks", "offset")).place)
        if points(shop.marks.room) < offset + length - _SLACK:
            yield Diagnostic("SP622", "the crop marks end beyond the sheet", node.at(("marks", "room")).place)
    film = shop.lamination
    if film is not None and (film.edge == "sealed") != (points(film.lip) > 0):
        wrong = "a sealed edge needs a lip" if film.edge == "sealed" else "a flush edge has no lip"
        yield Diagnostic("SP622", wrong, node.at(("lamination", "lip")).place)


def _icc(folder: Folder, beside: Path, shop: Shop, node: Node) -> bytes:
    name = shop.condition.icc
    own = (beside / name).as_posix()
    data = folder.data(own) if folder.exists(own) else shipped("layouts", folder.record).data(f"icc/{name}")
    # ICC.1:2010, 7.2: the signature, the device class and the colour space stand in the header
    if data[36:40] != b"acsp" or data[12:20] != b"prtrCMYK":
        message = f"{name} is not an output profile for CMYK"
        raise SopprintError([Diagnostic("SP623", message, node.at(("condition", "icc")).place)])
    return data
