"""The structure tree: what a screen reader reads, in what order, and where it is on the page (ISO 32000-1, 14.7).

Not the marked content itself (`content.py` writes it). Pages that share one `elements` tuple share the elements, so
that one paragraph can run over two pages; trees of different pages are joined under the first page's Document.
"""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from msgspec import Struct, field

from sopprint.pdf.figures import figures, joined, measure
from sopprint.pdf.objects import Indirect, text, write

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sopprint.frame import Element, Page
    from sopprint.pdf.figures import Edges
    from sopprint.pdf.objects import Store, Value

_CELLS = ("TD", "TH")  # may be empty: a blank cell is still a cell
_ROWS = ("TR", "TBody")  # stay for the blank cells they hold


class Painted(Struct, frozen=True):
    """A painted page: its object number, where its trim starts on the sheet, the element of each marked sequence.

    `annotations` are (element, annotation), in the order of the page's links and fields.
    """

    page: Page
    number: int
    origin: float
    owners: Sequence[int]
    annotations: Sequence[tuple[int, Indirect]] = ()


class _Content(Struct, frozen=True):
    place: int  # in paint order, over all pages
    page: int  # object number
    what: int | Indirect  # marked sequence or annotation


class _Node(Struct, eq=False):
    element: Element
    object: Indirect = field(default_factory=lambda: Indirect(0, b""))
    children: list[_Node] = field(default_factory=list)
    content: list[_Content] = field(default_factory=list)
    first: _Content | None = None  # the first thing painted in it or below it
    box: Edges | None = None


def element_lang(elements: Sequence[Element], index: int) -> str | None:
    """The language an element states or inherits."""
    at: int | None = index
    while at is not None:
        if elements[at].lang:
            return elements[at].lang
        at = elements[at].parent
    return None


def write_tree(store: Store, pages: Sequence[Painted]) -> Indirect:
    """Write the elements and the parent tree; returns the StructTreeRoot.

    Row i of the parent tree is pages[i]; the annotations follow, in their order over all pages.
    """
    document, rows, annotated = _grow(pages)
    _prune(document)
    _register(store, document)
    root = store.add()
    _write_element(document, root, pages[0].number)
    found: list[Value] = [[node.object for node in row] for row in rows]
    found += [node.object for node in annotated]
    nums = [value for row in enumerate(found) for value in row]
    root.body = write({
        "Type": "StructTreeRoot", "K": [document.object], "ParentTree": store.add({"Nums": nums}),
        "ParentTreeNextKey": len(found),
    })  # fmt: skip
    return root


def _grow(pages: Sequence[Painted]) -> tuple[_Node, list[list[_Node]], list[_Node]]:
    """All nodes with their content; for each page the node of each sequence; the node of each annotation."""
    document = _Node(pages[0].page.elements[0])
    trees: dict[int, tuple[list[_Node], dict[int, int]]] = {}
    rows, annotated = [], []
    places = count()
    for painted in pages:
        elements = painted.page.elements
        if id(elements) not in trees:
            trees[id(elements)] = _plant(elements, document), figures(elements)
        nodes, owners = trees[id(elements)]
        for index, box in measure(painted.page, painted.origin, owners).items():
            nodes[index].box = joined(nodes[index].box, box)
        rows.append([nodes[owner] for owner in painted.owners])
        for mcid, node in enumerate(rows[-1]):
            node.content.append(_Content(next(places), painted.number, mcid))
        for owner, annotation in painted.annotations:
            nodes[owner].content.append(_Content(next(places), painted.number, annotation))
            annotated.append(nodes[owner])
    return document, rows, annotated


def _plant(elements: Sequence[Element], document: _Node) -> list[_Node]:
    nodes = [document]
    for element in elements[1:]:
        node = _Node(element)
        nodes[element.parent or 0].children.append(node)
        nodes.append(node)
    return nodes


def _prune(node: _Node) -> None:
    """Drop what holds nothing, but for cells; note the first content of what stays."""
    for child in node.children:
        _prune(child)
    node.children = [child for child in node.children if child.first or _is_blank_cell(child)]
    inside = [child.first for child in node.children if child.first]
    node.first = min([*node.content, *inside], key=lambda content: content.place, default=None)


def _is_blank_cell(node: _Node) -> bool:
    return node.element.role in _CELLS or (node.element.role in _ROWS and bool(node.children))


def _register(store: Store, node: _Node) -> None:
    """Numbers in reading order: a file that is easy to follow, and close neighbours compress well."""
    node.object = store.add()
    for child in node.children:
        _register(store, child)


def _write_element(node: _Node, parent: Indirect, page: int) -> None:
    page = node.first.page if node.first else page
    element = node.element
    entries: dict[str, Value] = {"Type": "StructElem", "S": element.role, "P": parent, "Pg": b"%d 0 R" % page}
    kids = list(_kids(node, page))
    if kids:
        entries["K"] = kids[0] if len(kids) == 1 else kids
    if element.lang:
        entries["Lang"] = text(element.lang)
    if element.alt is not None:
        entries["Alt"] = text(element.alt)
    if element.actual is not None:
        entries["ActualText"] = text(element.actual)
    attributes = _attributes(node)
    if attributes:
        entries["A"] = attributes[0] if len(attributes) == 1 else attributes
    node.object.body = write(entries)
    for child in node.children:
        _write_element(child, node.object, page)


def _kids(node: _Node, page: int) -> Iterator[Value]:
    """Children in reading order; the element's own content where it was painted among them."""
    own = list(node.content)
    for child in node.children:
        while own and child.first and own[0].place < child.first.place:
            yield _content(own.pop(0), page)
        yield child.object
    for content in own:
        yield _content(content, page)


def _content(content: _Content, page: int) -> Value:
    """A bare number stands for content on the element's own page (14.7.4.2); an annotation is always spelled out."""
    where: dict[str, Value] = {} if content.page == page else {"Pg": b"%d 0 R" % content.page}
    if isinstance(content.what, Indirect):
        return {"Type": "OBJR", **where, "Obj": content.what}
    return {"Type": "MCR", **where, "MCID": content.what} if where else content.what


def _attributes(node: _Node) -> list[Value]:
    """One dictionary for each owner (14.7.5)."""
    owners: dict[str, dict[str, Value]] = {}
    for owner, key, value in node.element.attributes:
        owners.setdefault(owner, {"O": owner})[key] = value
    if node.box is not None:
        owners.setdefault("Layout", {"O": "Layout"}).update({"Placement": "Block", "BBox": node.box})
    return list(owners.values())
