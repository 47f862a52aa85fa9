"""Ways about a document of several pages: named places, the outline, page labels (ISO 32000-1, 12.3 and 12.4.2).

Not links (`links.py`), which only say a name. Everything goes by name, so that a web address that ends in "#name", as
the posters' QR codes have it, opens the file at that place too. A poster has none of this and never loads it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct, field

from sopprint.frame import LinkItem
from sopprint.pdf.faults import PaintError
from sopprint.pdf.objects import reference, text, write

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sopprint.frame import Bookmark
    from sopprint.pdf.objects import Indirect, Store, Value
    from sopprint.pdf.tags import Painted

_LABEL = re.compile(r"(.*?)([1-9]\d*)?", re.DOTALL)  # numbers start at 1 (table 159)


class _Entry(Struct, eq=False):
    """A line of the outline, or its root (without a bookmark)."""

    object: Indirect
    bookmark: Bookmark | None = None
    children: list[_Entry] = field(default_factory=list)


def navigation(store: Store, pages: Sequence[Painted]) -> dict[str, Value]:
    """Entries for the catalog. Raises PaintError for a link that leads nowhere, or two places of one name."""
    entries: dict[str, Value] = {}
    places = _places(pages)
    _require_targets(pages, places)
    if places:
        rows = [value for name in sorted(places, key=_order) for value in (text(name), places[name])]
        entries["Names"] = {"Dests": store.add({"Names": rows})}
    bookmarks = [b for painted in pages for b in painted.page.bookmarks if b.level > 0]
    if bookmarks:
        entries |= {"Outlines": _outline(store, bookmarks), "PageMode": "UseOutlines"}
    if any(painted.page.label for painted in pages):
        entries["PageLabels"] = {"Nums": list(_labels([painted.page.label for painted in pages]))}
    return entries


def _places(pages: Iterable[Painted]) -> dict[str, Value]:
    """Each bookmark's name to its destination: the page, scrolled to its height, at the reader's own zoom."""
    places: dict[str, Value] = {}
    for painted in pages:
        flip = painted.page.size.height + painted.origin
        for bookmark in painted.page.bookmarks:
            if bookmark.name in places:
                raise PaintError("SP305", f"two places of the document are called “{bookmark.name}”")
            places[bookmark.name] = [reference(painted.number), "XYZ", b"null", flip - bookmark.y, b"null"]
    return places


def _order(name: str) -> tuple[bool, bytes]:
    """By the bytes that `text` writes, for readers search a name tree by halves (7.9.6)."""
    return not (name.isascii() and name.isprintable()), name.encode("utf-16-be")


def _require_targets(pages: Iterable[Painted], places: dict[str, Value]) -> None:
    for painted in pages:
        for item in painted.page.items:
            if isinstance(item, LinkItem) and item.target.startswith("#") and item.target[1:] not in places:
                raise PaintError(
                    "SP304", f"the link “{item.contents}” leads to {item.target}, which is not in the document"
                )


def _outline(store: Store, bookmarks: Sequence[Bookmark]) -> Indirect:
    """The outline dictionary. A bookmark lies in the last one before it of a lower level."""
    root = _Entry(store.add())
    open_entries = [root]
    for bookmark in bookmarks:
        while (above := open_entries[-1].bookmark) and above.level >= bookmark.level:
            open_entries.pop()
        entry = _Entry(store.add(), bookmark)
        open_entries[-1].children.append(entry)
        open_entries.append(entry)
    root.object.body = write({"Type": "Outlines", **_ends(root), "Count": len(root.children)})
    _write_entries(root)
    return root.object


def _ends(entry: _Entry) -> dict[str, Value]:
    return {"First": entry.children[0].object, "Last": entry.children[-1].object}


def _write_entries(parent: _Entry) -> None:
    siblings = parent.children
    for at, entry in enumerate(siblings):
        assert entry.bookmark is not None
        values: dict[str, Value] = {
            "Title": text(entry.bookmark.title), "Parent": parent.object, "Dest": text(entry.bookmark.name),
        }  # fmt: skip
        if at:
            values["Prev"] = siblings[at - 1].object
        if at + 1 < len(siblings):
            values["Next"] = siblings[at + 1].object
        if entry.children:
            # Negative: closed. Its children are closed too, so that opening it shows just them (table 153).
            values |= {**_ends(entry), "Count": -len(entry.children)}
            _write_entries(entry)
        entry.object.body = write(values)


def _labels(labels: Sequence[str]) -> Iterator[Value]:
    """Page index and label dictionary wherever the count does not simply run on (12.4.2)."""
    expected = None
    for index, label in enumerate(labels):
        match = _LABEL.fullmatch(label or str(index + 1))
        assert match is not None
        prefix, digits = match[1], match[2]
        number = int(digits) if digits else None
        if (prefix, number) != expected or number is None:
            yield index
            yield _label(prefix, number)
        expected = (prefix, number + 1) if number is not None else None


def _label(prefix: str, number: int | None) -> dict[str, Value]:
    entries: dict[str, Value] = {"P": text(prefix)} if prefix else {}
    return entries if number is None else {**entries, "S": "D", "St": number}
