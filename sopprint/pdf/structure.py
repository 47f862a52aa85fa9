"""Our own check of a finished file's tags: what the public validators do not look at, or were seen to miss.

They judge each rule of ISO 14289-1 that a machine can decide; a file can satisfy all 106 and still read its paragraphs
in the wrong place or hide its words as decoration. Findings only; nothing is changed. Works on any tagged PDF.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pikepdf

from sopprint.pdf import inspect
from sopprint.pdf.marked import PageContent, read_content

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator
    from pathlib import Path

_Row = tuple[tuple[int, int], int]  # page object, MCID


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong: which rule, and a sentence."""

    rule: str
    message: str


@dataclass(frozen=True, slots=True)
class _File:
    pdf: pikepdf.Pdf
    contents: tuple[PageContent, ...]
    elements: tuple[Any, ...]
    decoration: frozenset[str]

    def numbered(self) -> Iterator[tuple[int, pikepdf.Page, PageContent]]:
        yield from ((i, *pair) for i, pair in enumerate(zip(self.pdf.pages, self.contents, strict=True), 1))


def check(source: Path | str | bytes, *, decoration: Collection[str] = ()) -> tuple[Finding, ...]:
    """All findings. `decoration` lists texts that may be artifacts besides headers and footers.

    Raises pikepdf.PdfError or OSError when the file cannot be read.
    """
    with inspect.open_pdf(source) as pdf:
        contents = tuple(read_content(page) for page in pdf.pages)
        file = _File(pdf, contents, tuple(e for e, _ in inspect.elements(pdf)), frozenset(decoration))
        return tuple(Finding(rule, message) for rule, run in _RULES.items() for message in run(file))


def _nesting(file: _File) -> Iterator[str]:
    for number, _, content in file.numbered():
        yield from (f"page {number}: {fault}" for fault in content.faults)


def _loose(file: _File) -> Iterator[str]:
    for number, _, content in file.numbered():
        if content.loose:
            yield f"page {number}: {content.loose} things are painted without a tag or artifact mark"


def _artifact_text(file: _File) -> Iterator[str]:
    """Words outside the tree are lost to a screen reader; only running headers and footers may be (14.8.2.2)."""
    for number, _, content in file.numbered():
        for shown in content.shown:
            mark = shown.artifact
            if mark and mark.kind != "Pagination" and shown.text.strip() and shown.text not in file.decoration:
                yield f"page {number}: “{shown.text}” is marked as decoration"


def _notdef(file: _File) -> Iterator[str]:
    for number, _, content in file.numbered():
        for shown in content.shown:
            if shown.has_notdef:
                yield f"page {number}: {shown.font} has no glyph for part of “{shown.text}”"


def _listed(file: _File) -> Iterator[tuple[_Row, Any]]:
    for element in file.elements:
        for row in inspect.marked_content(element):
            yield row, element


def _sequences(file: _File) -> Iterator[str]:
    """Every marked sequence is listed once, and everything listed is there."""
    listed = Counter(row for row, _ in _listed(file))
    painted: Counter[_Row] = Counter()
    for _, page, content in file.numbered():
        painted.update((page.obj.objgen, mcid) for mcid in content.mcids)
    for row in sorted(set(listed) | set(painted)):
        if (listed[row], painted[row]) != (1, 1):
            yield f"MCID {row[1]} of page object {row[0][0]} is painted {painted[row]} and listed {listed[row]} times"


def _parent_tree(file: _File) -> Iterator[str]:
    """Row i of a page must lead to the element that lists (page, i); 14.7.4.4."""
    rows = _rows(file.pdf)
    owners = {row: element.objgen for row, element in _listed(file)}
    for number, page, content in file.numbered():
        key = page.obj.get("/StructParents")
        if key is None:
            yield f"page {number} has no StructParents"
            continue
        row = rows.get(int(key), [])
        for mcid in content.mcids:
            found = row[mcid].objgen if mcid < len(row) and isinstance(row[mcid], pikepdf.Dictionary) else None
            if found != owners.get((page.obj.objgen, mcid)):
                yield f"page {number}: the parent tree leads MCID {mcid} to another element"


def _rows(pdf: pikepdf.Pdf) -> dict[int, Any]:
    root = pdf.Root.get("/StructTreeRoot")
    tree = None if root is None else root.get("/ParentTree")
    if tree is None:
        return {}
    return {int(key): value for key, value in pikepdf.NumberTree(tree).items()}


def _parents(file: _File) -> Iterator[str]:
    """/P of every element is the element that lists it."""
    for element in file.elements:
        for kid in inspect.kids(element):
            if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                parent = kid.get("/P")
                if parent is None or parent.objgen != element.objgen:
                    yield f"a {kid.S} does not name its parent {element.S}"


def _links(file: _File) -> Iterator[str]:
    """An annotation and its Link element know each other (14.7.4.3)."""
    held = {
        kid.Obj.objgen for element in file.elements for kid in inspect.kids(element)
        if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/OBJR"
    }  # fmt: skip
    for number, page, _ in file.numbered():
        annotations: Any = page.obj.get("/Annots", [])
        for annotation in annotations:
            if annotation.get("/Subtype") == "/Link" and annotation.objgen not in held:
                yield f"page {number}: a link belongs to no element"


def _tables(file: _File) -> Iterator[str]:
    for element in file.elements:
        if element.S == "/Table" and not any(e.S == "/TH" for e, _ in inspect.below(element)):
            yield "a table has no header cell"
        if element.S == "/TH" and "Scope" not in inspect.attributes(element):
            yield "a header cell has no Scope"


def _figures(file: _File) -> Iterator[str]:
    for element in file.elements:
        if element.S == "/Figure":
            if not str(element.get("/Alt", "")).strip():
                yield "a figure has no alternative text"
            if "BBox" not in inspect.attributes(element):
                yield "a figure has no BBox"


def _headings(file: _File) -> Iterator[str]:
    level = 0
    for element in file.elements:
        role = str(element.S)
        if len(role) == 3 and role.startswith("/H") and role[2].isdigit():
            if int(role[2]) > level + 1:
                yield f"heading {role[1:]} follows {f'H{level}' if level else 'nothing'}"
            level = int(role[2])


def _fonts(file: _File) -> Iterator[str]:
    for font in inspect.fonts(file.pdf):
        if not font.embedded:
            yield f"{font.name} is not embedded"


def _titles(file: _File) -> Iterator[str]:
    info, packet = str(file.pdf.docinfo.get("/Title", "")), inspect.xmp(file.pdf).get("dc:title", "")
    if not info or info != packet:
        yield f"Info says the title is “{info}”, XMP says “{packet}”"


_RULES: dict[str, Callable[[_File], Iterator[str]]] = {
    "nesting": _nesting,
    "unmarked": _loose,
    "artifact-text": _artifact_text,
    "notdef": _notdef,
    "sequence": _sequences,
    "parent-tree": _parent_tree,
    "parent": _parents,
    "link": _links,
    "table": _tables,
    "figure": _figures,
    "heading": _headings,
    "font": _fonts,
    "title": _titles,
}
