"""What the file says of itself as a whole: information, metadata, output intents, actions, layers.

Pages are `survey.py`'s. The XML of a stranger is read without entities.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Any

import pikepdf

from sopprint.press.preflight.facts import Intent, Profile
from sopprint.press.preflight.objects import UnreadableError, decoded, each, filters, get, items, number, word

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from sopprint.press.preflight.bounds import Bounds

_XMP_MOST = 1_000_000
_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_PREFIXES = (
    ("dc", "http://purl.org/dc/elements/1.1/"),
    ("pdf", "http://ns.adobe.com/pdf/1.3/"),
    ("pdfx", "http://ns.adobe.com/pdfx/1.3/"),
    ("pdfxid", "http://www.npes.org/pdfx/ns/id/"),
    ("xmp", "http://ns.adobe.com/xap/1.0/"),
    ("xmpMM", "http://ns.adobe.com/xap/1.0/mm/"),
)
_NODES = 20_000
_ICC_HEAD = 128


def info(pdf: pikepdf.Pdf) -> dict[str, str]:
    """The information dictionary; names such as /False as "False"."""
    return {key: word(value) for key, value in items(get(pdf.trailer, "/Info"))}


def xmp(pdf: pikepdf.Pdf, bounds: Bounds) -> tuple[dict[str, str] | None, str, bool]:
    """The packet's properties, what is wrong with it, and whether it is compressed. None without a packet."""
    stream = get(pdf.Root, "/Metadata")
    if not isinstance(stream, pikepdf.Stream):
        return None, "", False
    packed = bool(filters(stream))
    try:
        data = decoded(stream, bounds)
    except UnreadableError as failure:
        return {}, str(failure), packed
    if len(data) > _XMP_MOST or b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        return {}, "it is too large or declares entities", packed
    from xml.etree import ElementTree

    try:
        return dict(_properties(ElementTree.fromstring(data.strip(b"\x00 \r\n\t")))), "", packed
    except (ElementTree.ParseError, ValueError, LookupError):
        return {}, "it is not XML", packed


def _properties(root: Element) -> Iterator[tuple[str, str]]:
    for description in root.iter(f"{_RDF}Description"):
        for key, value in description.attrib.items():
            yield _short(key), value
        for element in description:
            yield _short(element.tag), _text(element)


def _short(key: str) -> str:
    uri, _, name = key.lstrip("{").rpartition("}")
    return next((f"{prefix}:{name}" for prefix, known in _PREFIXES if known == uri), f"{uri}:{name}")


def _text(element: Element) -> str:
    """A simple value, or the first of a list of them."""
    first = next(element.iter(f"{_RDF}li"), element)
    return (first.text or "").strip()


def intents(pdf: pikepdf.Pdf, bounds: Bounds) -> tuple[Intent, ...]:
    return tuple(
        Intent(
            word(get(intent, "/S")), word(get(intent, "/OutputConditionIdentifier")),
            word(get(intent, "/RegistryName")), word(get(intent, "/Info")),
            _profile(get(intent, "/DestOutputProfile"), bounds),
        )
        for intent in each(get(pdf.Root, "/OutputIntents"))
    )  # fmt: skip


def _profile(stream: Any, bounds: Bounds) -> Profile | None:
    """The head of a profile (ICC.1:2010, 7.2): size, version, class, colour space, signature."""
    if not isinstance(stream, pikepdf.Stream):
        return None
    try:
        data = decoded(stream, bounds)
    except UnreadableError:
        data = b""
    head = data[:_ICC_HEAD].ljust(_ICC_HEAD, b"\0")
    whole = head[36:40] == b"acsp" and int.from_bytes(head[:4]) == len(data)
    return Profile(head[8], _four(head[12:16]), _four(head[16:20]), int(number(get(stream, "/N"))), whole)


def _four(signature: bytes) -> str:
    return "".join(c for c in signature.decode("latin-1") if c.isprintable()).strip()


def actions(pdf: pikepdf.Pdf) -> tuple[str, ...]:
    """Everything in the file that would do something: scripts, and actions on opening, pages, fields, bookmarks."""
    found: dict[str, None] = {}
    for holder, where in _holders(pdf):
        if get(holder, "/AA") is not None:
            found[f"actions on events, {where}"] = None
        kind = word(get(get(holder, "/A"), "/S"))
        if kind and (kind not in ("GoTo", "URI") or where == "in bookmarks"):
            found[f"{kind}, {where}"] = None
    opening = get(pdf.Root, "/OpenAction")
    if isinstance(opening, pikepdf.Dictionary):
        found[f"{word(get(opening, '/S')) or 'an action'}, on opening"] = None
    if _has_javascript(pdf):
        found["JavaScript, in the document"] = None
    return tuple(found)


def _holders(pdf: pikepdf.Pdf) -> Iterator[tuple[Any, str]]:
    yield pdf.Root, "in the document"
    for page in pdf.pages:
        yield page, "on a page"
        for annotation in each(get(page, "/Annots")):
            yield annotation, "in an annotation"
    for field in _tree(get(get(pdf.Root, "/AcroForm"), "/Fields"), "/Kids"):
        yield field, "in a form field"
    for bookmark in _tree(get(get(pdf.Root, "/Outlines"), "/First"), "/First", "/Next"):
        yield bookmark, "in bookmarks"


def _has_javascript(pdf: pikepdf.Pdf) -> bool:
    return get(get(pdf.Root, "/Names"), "/JavaScript") is not None


def _tree(start: Any, *links: str) -> Iterator[Any]:
    """Dictionaries reached by following links from `start`, each once, a bounded number of them."""
    waiting = deque(each(start))
    seen: set[tuple[int, int]] = set()
    for _ in range(_NODES):
        if not waiting:
            return
        node = waiting.popleft()
        if not isinstance(node, pikepdf.Dictionary) or node.objgen in seen:
            continue
        if node.objgen[0]:
            seen.add(node.objgen)
        yield node
        for link in links:
            waiting.extend(each(get(node, link)))


def files(pdf: pikepdf.Pdf) -> int:
    """How many files are inside the file."""
    tree = _tree(get(get(pdf.Root, "/Names"), "/EmbeddedFiles"), "/Kids")
    return sum(len(each(get(node, "/Names"))) // 2 for node in tree) + len(each(get(pdf.Root, "/AF")))


def layers(pdf: pikepdf.Pdf) -> tuple[int, int]:
    """Optional content groups, and how many of them the default configuration hides (8.11.4.3)."""
    properties = get(pdf.Root, "/OCProperties")
    groups, default = each(get(properties, "/OCGs")), get(properties, "/D")
    base_off = word(get(default, "/BaseState")) == "OFF"
    off = len(groups) - len(each(get(default, "/ON"))) if base_off else len(each(get(default, "/OFF")))
    return len(groups), max(0, off)


def view_area(pdf: pikepdf.Pdf) -> tuple[str, ...]:
    """Viewer preferences that choose a box other than MediaBox or BleedBox to show or print (12.2)."""
    preferences = get(pdf.Root, "/ViewerPreferences")
    keys = ("ViewArea", "ViewClip", "PrintArea", "PrintClip")
    given = ((key, word(get(preferences, f"/{key}"))) for key in keys)
    return tuple(f"{key} {box}" for key, box in given if box and box not in ("MediaBox", "BleedBox"))
