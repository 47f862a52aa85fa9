"""Rules for finding one's way: links that are tagged, described and lead somewhere; an outline one can read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pikepdf

from sopprint.pdf import inspect

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopprint.pdf.rules.file import File


def links(file: File) -> Iterator[str]:
    """An annotation and its Link element know each other (14.7.4.3), and it says where it leads (14289-1, 7.18.5)."""
    held = {
        kid.Obj.objgen: element for element in file.elements for kid in inspect.kids(element)
        if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/OBJR"
    }  # fmt: skip
    for number, page, _ in file.numbered():
        annotations: Any = page.obj.get("/Annots", [])
        for annotation in annotations:
            if annotation.get("/Subtype") == "/Link":
                faults = _annotation(file, annotation, held.get(annotation.objgen))
                yield from (f"page {number}: a link {fault}" for fault in faults)
    yield from (
        "a Link element has nothing to press" for element in file.elements
        if element.S == "/Link" and not any(owner.objgen == element.objgen for owner in held.values())
    )  # fmt: skip


def _annotation(file: File, annotation: Any, owner: Any) -> Iterator[str]:
    if owner is None:
        yield "belongs to no element"
    else:
        if owner.S != "/Link":
            yield f"belongs to a {owner.S}"
        found = file.parents.get(int(annotation.get("/StructParent", -1)))
        if not isinstance(found, pikepdf.Dictionary) or found.objgen != owner.objgen:
            yield "is led to another element by the parent tree"
    if not str(annotation.get("/Contents", "")).strip():
        yield "does not say where it leads"
    if "/Dest" in annotation and not leads_somewhere(file.pdf, annotation.Dest):
        yield "leads nowhere"


def leads_somewhere(pdf: pikepdf.Pdf, target: Any) -> bool:
    """Whether a destination, by name or as it stands, is a page of the file (12.3.2)."""
    if isinstance(target, pikepdf.String):
        names = pdf.Root.get("/Names")
        tree = None if names is None else names.get("/Dests")
        target = None if tree is None else pikepdf.NameTree(tree).get(str(target))
    if isinstance(target, pikepdf.Dictionary):
        target = target.get("/D")
    if not isinstance(target, pikepdf.Array) or not len(target):
        return False
    return any(page.obj.objgen == target[0].objgen for page in pdf.pages)


def outline(file: File) -> Iterator[str]:
    """Every line has words and leads somewhere, and the lines are linked forth and back (12.3.3)."""
    root = file.pdf.Root.get("/Outlines")
    if root is not None:
        yield from _lines(file.pdf, root)


def _lines(pdf: pikepdf.Pdf, parent: Any) -> Iterator[str]:
    line, before = parent.get("/First"), None
    while line is not None:
        title = str(line.get("/Title", ""))
        if not title.strip():
            yield "a line of the outline has no words"
        if "/A" not in line and not leads_somewhere(pdf, line.get("/Dest")):
            yield f"“{title}” leads nowhere"
        if _number(line.get("/Parent")) != _number(parent) or _number(line.get("/Prev")) != _number(before):
            yield f"“{title}” does not know its neighbours"
        yield from _lines(pdf, line)
        line, before = line.get("/Next"), line
    if _number(parent.get("/Last")) != _number(before):
        yield "the outline does not end where it says"


def _number(line: Any) -> Any:
    return None if line is None else line.objgen
