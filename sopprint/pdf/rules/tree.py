"""Rules for the structure tree: it leads down and back up the same way, and its elements lie where they may."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pikepdf

from sopprint.pdf import inspect

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sopprint.pdf.rules.file import File

_INSIDE: Mapping[str, frozenset[str]] = {  # which elements alone may hold it; ISO 32000-1, 14.8.4.3.2 to 14.8.4.3.4
    "TOCI": frozenset({"TOC"}),
    "LI": frozenset({"L"}),
    "LBody": frozenset({"LI"}),
    "TR": frozenset({"Table", "THead", "TBody", "TFoot"}),
    "TH": frozenset({"TR"}),
    "TD": frozenset({"TR"}),
}
_HOLDS: Mapping[str, frozenset[str]] = {  # the only elements it may hold
    "TOC": frozenset({"TOC", "TOCI", "Caption"}),
    "TOCI": frozenset({"Lbl", "Reference", "NonStruct", "P", "TOC"}),
    "L": frozenset({"L", "LI", "Caption"}),
    "LI": frozenset({"Lbl", "LBody"}),
    "Table": frozenset({"Caption", "TR", "THead", "TBody", "TFoot"}),
    "TR": frozenset({"TH", "TD"}),
}


def parent_tree(file: File) -> Iterator[str]:
    """Row i of a page must lead to the element that lists (page, i); 14.7.4.4."""
    owners = {row: element.objgen for row, element in file.listed}
    for number, page, content in file.numbered():
        key = page.obj.get("/StructParents")
        if key is None:
            yield f"page {number} has no StructParents"
            continue
        row = file.parents.get(int(key), [])
        for mcid in content.mcids:
            found = row[mcid].objgen if mcid < len(row) and isinstance(row[mcid], pikepdf.Dictionary) else None
            if found != owners.get((page.obj.objgen, mcid)):
                yield f"page {number}: the parent tree leads MCID {mcid} to another element"


def parents(file: File) -> Iterator[str]:
    """/P of every element is the element that lists it."""
    for element in file.elements:
        for kid in inspect.element_kids(element):
            parent = kid.get("/P")
            if parent is None or parent.objgen != element.objgen:
                yield f"a {kid.S} does not name its parent {element.S}"


def roles(file: File) -> Iterator[str]:
    """Lists, tables and tables of contents are built of their own parts."""
    for element in file.elements:
        above = str(element.S).lstrip("/")
        for kid in inspect.element_kids(element):
            role = str(kid.S).lstrip("/")
            if above not in _INSIDE.get(role, {above}) or role not in _HOLDS.get(above, {role}):
                yield f"a {role} lies in a {above}"


def tables(file: File) -> Iterator[str]:
    for element in file.elements:
        if element.S == "/Table" and not any(e.S == "/TH" for e, _ in inspect.below(element)):
            yield "a table has no header cell"
        if element.S == "/TH" and "Scope" not in inspect.attributes(element):
            yield "a header cell has no Scope"


def figures(file: File) -> Iterator[str]:
    for element in file.elements:
        if element.S == "/Figure":
            if not str(element.get("/Alt", "")).strip():
                yield "a figure has no alternative text"
            if "BBox" not in inspect.attributes(element):
                yield "a figure has no BBox"


def headings(file: File) -> Iterator[str]:
    level = 0
    for element in file.elements:
        role = str(element.S)
        if len(role) == 3 and role.startswith("/H") and role[2].isdigit():
            if int(role[2]) > level + 1:
                yield f"heading {role[1:]} follows {f'H{level}' if level else 'nothing'}"
            level = int(role[2])
