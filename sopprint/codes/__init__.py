"""What each code means, for `sopprint explain`: a title and an explanation with an example.

SP0 reading and YAML · SP1 layout, words, theme, guides and kits · SP2 space on the page · SP3 fonts and characters ·
SP4 access · SP5 practice · SP6 press work · SP7 photographs · SP8 sharing · SP9 commands and files. Nothing here is
needed to find or to print a mistake.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from msgspec import Struct

from sopprint.codes import commands, files, kits, pages, press, records, words

if TYPE_CHECKING:
    from collections.abc import Mapping


class Code(Struct, frozen=True):
    """A kind of finding. `explanation` is plain text of several sentences."""

    title: str
    explanation: str


CODES: Mapping[str, Code] = MappingProxyType({
    code: Code(title, text)
    for part in (files, words, kits, pages, press, records, commands)
    for code, title, text in part.TABLE
})  # fmt: skip
