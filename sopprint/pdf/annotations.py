"""What lies on a page without being painted: places to press and places to type, as annotations (ISO 32000-1, 12.5).

Written as PDF/UA asks (ISO 14289-1, 7.18): named for screen readers, and with a StructParent that leads back to the
element. What each kind says is in `links.py` and `fields.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopprint.frame import LinkItem
from sopprint.pdf.fields import widget
from sopprint.pdf.links import link

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sopprint.frame import FieldItem, Page
    from sopprint.pdf.objects import Indirect, Store, Value

_PRINT = 4  # annotation flag (table 165); what does not print is hidden from some readers too


def write_annotations(
    store: Store, page: Page, items: Sequence[LinkItem | FieldItem], origin: float, first_key: int
) -> tuple[tuple[int, Indirect], ...]:
    """One object an item, as (index of its element, object); their rows of the parent tree follow `first_key`.

    `origin` is where the page's trim starts on the sheet. Points.
    """
    flip = page.size.height + origin
    return tuple(
        (item.tag, store.add(_annotation(store, item, origin, flip, key))) for key, item in enumerate(items, first_key)
    )


def _annotation(
    store: Store, item: LinkItem | FieldItem, origin: float, flip: float, key: int
) -> Mapping[str, Value]:
    b = item.box
    kind = link(item) if isinstance(item, LinkItem) else widget(store, item)
    return {
        "Type": "Annot", "Rect": (b.left + origin, flip - b.bottom, b.right + origin, flip - b.top), "F": _PRINT,
        "StructParent": key, **kind,
    }  # fmt: skip
