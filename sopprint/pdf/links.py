"""Links as annotations (ISO 32000-1, 12.5.6.5): a rectangle to press, and what a screen reader says of it.

Not their words or underlines, which are ordinary items; not the places they lead to (`navigation.py`). Written as
PDF/UA asks (ISO 14289-1, 7.18): with Contents, and with a StructParent that leads back to the Link element.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from sopprint.pdf.objects import text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sopprint.frame import LinkItem, Page
    from sopprint.pdf.objects import Indirect, Store, Value

_PRINT = 4  # annotation flag (table 165); a link that does not print is hidden from some readers too
_RESERVED = "%/?#[]@!$&'()*+,;=:~"  # stays as it is in an address (RFC 3986, 2.2)


def write_links(
    store: Store, page: Page, links: Sequence[LinkItem], origin: float, first_key: int
) -> tuple[tuple[int, Indirect], ...]:
    """One annotation a link, as (index of its Link element, object); their rows of the parent tree follow `first_key`.

    `origin` is where the page's trim starts on the sheet. Points.
    """
    flip = page.size.height + origin
    return tuple(
        (link.tag, store.add(_annotation(link, origin, flip, key))) for key, link in enumerate(links, first_key)
    )


def _annotation(link: LinkItem, origin: float, flip: float, key: int) -> Mapping[str, Value]:
    b = link.box
    return {
        "Type": "Annot", "Subtype": "Link", "Rect": (b.left + origin, flip - b.bottom, b.right + origin, flip - b.top),
        "Border": (0, 0, 0), "F": _PRINT, "Contents": text(link.contents), "StructParent": key,
        **_target(link.target),
    }  # fmt: skip


def _target(target: str) -> Mapping[str, Value]:
    if target.startswith("#"):
        return {"Dest": text(target[1:])}
    # An address in a PDF is ASCII (12.6.4.7); anything else is written as the RFC's percent codes.
    return {"A": {"Type": "Action", "S": "URI", "URI": text(quote(target, safe=_RESERVED))}}
