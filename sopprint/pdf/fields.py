"""Text fields, to be typed into on a screen (ISO 32000-1, 12.7): their widgets and the document's form.

A field looks like nothing by itself; its outline is an ordinary item. What is typed is set by the reader's program in
Helvetica, which every reader has: until then no such text is in the file, so that PDF/A and PDF/UA hold.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopprint.frame import FieldItem, LinkItem
from sopprint.pdf.faults import PaintError
from sopprint.pdf.objects import text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sopprint.pdf.objects import Indirect, Store, Value
    from sopprint.pdf.tags import Painted

_LINES = 1 << 12  # field flag Multiline (table 228)
_FONT, _SIZE = "Helv", 11.0  # for fields that say nothing else


def widget(store: Store, item: FieldItem) -> Mapping[str, Value]:
    """The entries that make an annotation a text field. Its empty look is what PDF/A wants to see (6.4.1)."""
    size = (0, 0, item.box.width, item.box.height)
    look = store.stream(b"", {"Type": "XObject", "Subtype": "Form", "BBox": size, "Resources": {}}, compress=False)
    flags: dict[str, Value] = {"Ff": _LINES} if item.lines else {}
    return {
        "Subtype": "Widget", "FT": "Tx", "T": text(item.name), "TU": text(item.label), **flags,
        "DA": _appearance(item.size), "AP": {"N": look},
    }  # fmt: skip


def form(store: Store, pages: Sequence[Painted]) -> dict[str, Value]:
    """The catalog's entry, where there are fields. Raises PaintError for two fields of one name."""
    fields = list(_fields(pages))
    if not fields:
        return {}
    names = [item.name for item, _ in fields]
    if again := next((name for at, name in enumerate(names) if name in names[:at]), None):
        raise PaintError("SP305", f"two fields of the document are called “{again}”")
    font = store.add({
        "Type": "Font", "Subtype": "Type1", "BaseFont": "Helvetica", "Encoding": "WinAnsiEncoding", "Name": _FONT,
    })  # fmt: skip
    return {
        "AcroForm": {
            "Fields": [made for _, made in fields], "DA": _appearance(_SIZE),
            "DR": {"Font": {_FONT: font}},
        }
    }  # fmt: skip


def _fields(pages: Sequence[Painted]) -> Iterator[tuple[FieldItem, Indirect]]:
    for painted in pages:
        items = (item for item in painted.page.items if isinstance(item, LinkItem | FieldItem))
        for item, (_, made) in zip(items, painted.annotations, strict=True):
            if isinstance(item, FieldItem):
                yield item, made


def _appearance(size: float) -> bytes:
    return text(f"/{_FONT} {size:g} Tf 0 g")
