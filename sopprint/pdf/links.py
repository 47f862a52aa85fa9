"""Links (ISO 32000-1, 12.5.6.5): where a press leads, and what a screen reader says of it.

Not their words or underlines, which are ordinary items; not the places they lead to (`navigation.py`) or what all
annotations have (`annotations.py`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from sopprint.pdf.objects import text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sopprint.frame import LinkItem
    from sopprint.pdf.objects import Value

_RESERVED = "%/?#[]@!$&'()*+,;=:~"  # stays as it is in an address (RFC 3986, 2.2)


def link(item: LinkItem) -> Mapping[str, Value]:
    """The entries that make an annotation a link."""
    return {"Subtype": "Link", "Border": (0, 0, 0), "Contents": text(item.contents), **_target(item.target)}


def _target(target: str) -> Mapping[str, Value]:
    if target.startswith("#"):
        return {"Dest": text(target[1:])}
    # An address in a PDF is ASCII (12.6.4.7); anything else is written as the RFC's percent codes.
    return {"A": {"Type": "Action", "S": "URI", "URI": text(quote(target, safe=_RESERVED))}}
