"""What the file says of itself: Info dictionary and XMP packet, from one value, so that they agree.

Only values that are there are written, and the same ones in both (ISO 32000-1, 14.3; ISO 14289-1, 7.1: dc:title).
A date is written only if SOURCE_DATE_EPOCH gives one: the same pages shall give the same bytes.
"""

from __future__ import annotations

import os
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sopprint import __version__
from sopprint.pdf.identity import NAMESPACE, keywords, stamp
from sopprint.pdf.objects import text
from sopprint.pdf.xmp import all_of, escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopprint.frame import About
    from sopprint.pdf.objects import Value

PRODUCER = f"sopprint {__version__}"
_CREATED = "sopprint"
_OPEN = (
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n<x:xmpmeta xmlns:x="adobe:ns:meta/">\n'
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n<rdf:Description rdf:about=""'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"'
    ' xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"'
    f' xmlns:sopprint="{NAMESPACE}">\n'
)
_CLOSE = '</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end="r"?>'


def written_at() -> datetime | None:
    """The date for the file, UTC, from SOURCE_DATE_EPOCH; None where that is not set."""
    seconds = os.environ.get("SOURCE_DATE_EPOCH", "").strip()
    return datetime.fromtimestamp(int(seconds), UTC) if seconds.isdecimal() else None


def info(about: About, date: datetime | None) -> dict[str, Value]:
    """The Info dictionary (14.3.3)."""
    words = {"Title": about.title, "Author": about.author, "Subject": about.subject,
             "Keywords": ", ".join(keywords(about)), "Creator": _CREATED, "Producer": PRODUCER}  # fmt: skip
    entries: dict[str, Value] = {key: text(value) for key, value in words.items() if value}
    if date is not None:
        entries["CreationDate"] = entries["ModDate"] = text(f"D:{date:%Y%m%d%H%M%S}Z")
    return entries


def xmp(about: About, date: datetime | None) -> bytes:
    """The XMP packet (ISO 16684-1), UTF-8."""
    return (_OPEN + "\n".join(_properties(about, date)) + "\n" + _CLOSE).encode("utf-8")


def _properties(about: About, date: datetime | None) -> Iterator[str]:
    lang = about.lang
    yield _one_of("dc:title", about.title, lang)
    yield all_of("dc:language", "Bag", (lang, *filter(None, (about.second_lang,))))
    if about.author:
        yield all_of("dc:creator", "Seq", (about.author,))
    if about.subject:
        yield _one_of("dc:description", about.subject, lang)
    if words := keywords(about):
        yield all_of("dc:subject", "Bag", words)
        yield f"<pdf:Keywords>{escape(', '.join(words))}</pdf:Keywords>"
    if about.rights:
        yield _one_of("dc:rights", about.rights, lang)
    yield f"<xmp:CreatorTool>{_CREATED}</xmp:CreatorTool>\n<pdf:Producer>{PRODUCER}</pdf:Producer>"
    if date is not None:
        moment = f"{date:%Y-%m-%dT%H:%M:%SZ}"
        yield f"<xmp:CreateDate>{moment}</xmp:CreateDate>\n<xmp:ModifyDate>{moment}</xmp:ModifyDate>"
    yield "<pdfuaid:part>1</pdfuaid:part>"
    yield from stamp(about)


def _one_of(name: str, value: str, lang: str) -> str:
    """A text that could have several languages; ours has one, which is also the default."""
    keys = ("x-default", lang)
    alternatives = "".join(f'<rdf:li xml:lang="{escape(key)}">{escape(value)}</rdf:li>' for key in keys)
    return f"<{name}><rdf:Alt>{alternatives}</rdf:Alt></{name}>"
