"""A key for each job: the same exactly as long as its file would show the same.

Made of values with nothing left to look up: words after kit and variant, the arrangement for this paper, the look, the
brand, art. Comments, the order of keys, and words that this product does not show are not in it, and neither is the
program (`program.py`). Not here: the short fingerprint that is printed (`resolve/fingerprint.py`).
"""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from sopprint.products.order import role_of
from sopprint.resolve.fingerprint import guide_words, marks, poster_words
from sopprint.resources import shipped
from sopprint.source.nodes import Node, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopprint.building.plan import Job
    from sopprint.press.shop import Profile
    from sopprint.products.workshop import Workshop
    from sopprint.resolve.document import Document

_ART = (".svg", ".png")
_ELSEWHERE = ("tool", "body", "body_node", "words", "common", "brand", "folder")  # of a document: see `_poster`
_NOT_ON_POSTERS = ("contact",)  # of the brand


def key_of(shop: Workshop, job: Job, profile: Profile | None) -> str:
    """The key of a job as its files are now; `profile` where it is for a print shop.

    Raises SopprintError as making it would for mistakes in files.
    """
    shown: dict[str, Any] = {"job": job}
    if profile is not None:
        shown["shop"] = profile
    if job.product == "poster":
        order = job.order
        document = shop.library.document(
            order.tool, lang=order.lang, paper=order.paper, orientation=order.orientation, variant=order.variant
        )
        shown["poster"] = _poster(document)
    else:
        shown["guide"] = _guide(shop, job)
    return sha256(_canonical(shown)).hexdigest()


def _poster(document: Document) -> dict[str, Any]:
    tool = document.tool
    return {
        **_fields(document, _ELSEWHERE),
        "tool": (tool.tool, tool.edition, tool.order, tool.attribution, tool.sources),
        "body": plain(document.body_node),
        "art": {name: document.folder.data(name) for name in _art(document)},
        "words": {path: node.value for path, node in poster_words(document).items()},
        "language": document.words.language,
        "brand": _fields(document.brand, _NOT_ON_POSTERS),
    }


def _guide(shop: Workshop, job: Job) -> dict[str, Any]:
    """The text that fills its pages, the words around it, the poster it shows."""
    text = shop.guide_text(job.order)
    return {
        "text": text.filled.text,
        "around": (text.title, text.kind, text.lang, text.foot, text.count, text.notes, role_of(job.product)),
        "marks": marks(guide_words(text), text.document.fingerprint),
        "poster": _poster(text.document),
    }


def _art(document: Document) -> Iterator[str]:
    """Files of the tool's folder that its drawing names; those that are not there are told when it is drawn."""
    named = {leaf for leaf in _leaves(document.body_node) if leaf.lower().endswith(_ART)}
    yield from (name for name in sorted(named) if document.folder.exists(name))


def _leaves(node: Node) -> Iterator[str]:
    if node.text is not None:
        yield node.text
    for child in node.items():
        yield from _leaves(child)


# ------------------------------------------------------------------------------------------------ as bytes


def _fields(value: msgspec.Struct, without: tuple[str, ...] = ()) -> dict[str, Any]:
    return {name: getattr(value, name) for name in value.__struct_fields__ if name not in without}


def _canonical(value: Any) -> bytes:
    return msgspec.json.encode(_simple(value), order="deterministic")


def _simple(value: Any) -> Any:
    """Any value of the rooms before as dicts, lists and scalars, without the places where it was written."""
    match value:
        case Node():
            return plain(value)
        case msgspec.Struct():
            return {"": type(value).__name__, **{name: _simple(each) for name, each in _fields(value).items()}}
        case Mapping():
            return {str(key): _simple(each) for key, each in value.items()}
        case tuple() | list():
            return [_simple(each) for each in value]
        case frozenset() | set():
            return sorted(map(str, value))
        case bytes():
            return _hash(value)
        case Path():
            return _file(value)
        case _:
            return value


def _file(path: Path) -> str:
    """A font: the county's by its contents; those that come with the program are in its digest."""
    root = shipped("layouts").root
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else _hash(path.read_bytes())


def _hash(data: bytes) -> str:
    return sha256(data).hexdigest()
