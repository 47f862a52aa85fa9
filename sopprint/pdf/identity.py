"""What a finished file was made from: written into its XMP packet, and read back by `sopprint inspect`.

Names, not contents: which tool and edition, which paper, a fingerprint of words and layout, and a short hash of each
text, so that an old print can be told from today's words. Properties of our own namespace, which PDF/UA-1 allows as
they are. Reading needs no PDF library: the packet lies in the clear, and the programs that rewrite PDFs leave it so.
"""

from __future__ import annotations

import re
import zlib
from binascii import Error as NotBase64
from binascii import a2b_base64, b2a_base64
from itertools import takewhile
from typing import TYPE_CHECKING

from msgspec import Struct

from sopprint.pdf.xmp import escape

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path
    from xml.etree.ElementTree import Element

    from sopprint.frame import About

NAMESPACE = "urn:sopprint:document#"
_SAID = ("tool", "edition", "product", "variant", "paper")  # what a person would search for
_SINGLE = {  # our name to the property's
    **{name: name for name in _SAID}, "fingerprint": "fingerprint", "made_for": "madeFor", "imposed": "imposed",
}  # fmt: skip
_PACKET = rb"<\?xpacket begin=.*?\?>(.*?)<\?xpacket end="
_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_LANGUAGE = f"{{http://purl.org/dc/elements/1.1/}}language/{_RDF}Bag/{_RDF}li"
_TITLE = f"{{http://purl.org/dc/elements/1.1/}}title/{_RDF}Alt/{_RDF}li"
_MOST = 200_000  # bytes of unpacked words; a file from elsewhere may hold anything


class Identity(Struct, frozen=True):
    """What a file says it was made from; empty where it says nothing. `words` are (path, short hash).

    `imposed`: booklet or the like, where the file is one of the press.
    """

    title: str = ""
    tool: str = ""
    edition: str = ""
    language: str = ""  # "en+es" for two on one page
    paper: str = ""
    product: str = ""
    variant: str = ""
    settings: tuple[str, ...] = ()
    made_for: str = ""
    imposed: str = ""
    fingerprint: str = ""
    words: tuple[tuple[str, str], ...] = ()


def keywords(about: About) -> tuple[str, ...]:
    """The document's keywords, and after them what it was made from, each once."""
    return tuple(dict.fromkeys((*about.keywords, *filter(None, (getattr(about, name) for name in _SAID)))))


def stamp(about: About) -> Iterator[str]:
    """XMP properties, for a packet that declares the prefix `sopprint` for NAMESPACE."""
    for name, written in _SINGLE.items():
        if value := getattr(about, name, ""):
            yield f"<sopprint:{written}>{escape(value)}</sopprint:{written}>"
    if about.settings:
        yield f"<sopprint:settings>{escape(' '.join(about.settings))}</sopprint:settings>"
    if about.words:
        yield f"<sopprint:words>{_packed(about.words)}</sopprint:words>"


def _packed(words: Mapping[str, str]) -> str:
    """Paths, an empty line, hashes; compressed. Written out, the words of a guide would be a fifth of its file.

    Of a path, the steps that it shares with the path before are only counted: "2 prompt" after zones.good.name.
    """
    lines: list[str] = []
    before: list[str] = []
    for path in words:
        steps = path.split(".")
        shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(before, steps, strict=False)))
        lines.append(f"{shared} {'.'.join(steps[shared:])}")
        before = steps
    text = "\n".join((*lines, "", *words.values()))
    return b2a_base64(zlib.compress(text.encode("utf-8"), 9), newline=False).decode("ascii")


def _unpacked(packed: str) -> tuple[tuple[str, str], ...]:
    try:
        text = zlib.decompressobj().decompress(a2b_base64(packed), _MOST).decode("utf-8")
    except (NotBase64, zlib.error, UnicodeError):
        return ()
    paths, _, hashes = text.partition("\n\n")
    return tuple(zip(_paths(paths.splitlines()), hashes.splitlines(), strict=False))


def _paths(lines: list[str]) -> Iterator[str]:
    steps: list[str] = []
    for line in lines:
        shared, _, rest = line.partition(" ")
        kept = steps[: int(shared)] if shared.isdecimal() else []
        steps = [*kept, *(rest.split(".") if rest else ())]
        yield ".".join(steps)


def read_identity(file: Path) -> Identity | None:
    """What a PDF was made from; None for one that does not say. Raises OSError."""
    for packet in re.findall(_PACKET, file.read_bytes(), re.DOTALL):
        if NAMESPACE.encode("ascii") in packet and b"<!" not in packet:  # our packets declare no entities
            return _parse(packet)
    return None


def _parse(packet: bytes) -> Identity | None:
    from xml.etree import ElementTree as ET

    try:
        root = ET.fromstring(packet)
    except ET.ParseError:
        return None
    return Identity(
        title=_first(root, f".//{_TITLE}"),
        language="+".join(li.text or "" for li in root.iterfind(f".//{_LANGUAGE}")),
        settings=tuple(_own(root, "settings").split()),
        words=_unpacked(_own(root, "words")),
        **{name: _own(root, written) for name, written in _SINGLE.items()},
    )


def _own(root: Element, name: str) -> str:
    return root.findtext(f".//{{{NAMESPACE}}}{name}", "")


def _first(root: Element, path: str) -> str:
    return root.findtext(path) or ""
