"""What a finished file was made from: written into its XMP packet, and read back by `sopprint inspect`.

Names, not contents: which tool and edition, which paper, a fingerprint of all that went in, and a short hash of each
text, so that an old print can be told from today's words. Properties of our own namespace, which PDF/UA-1 allows as
they are. Reading needs no PDF library: the packet lies in the clear, and the programs that rewrite PDFs leave it so.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from sopprint.pdf.xmp import all_of, escape

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from xml.etree.ElementTree import Element

    from sopprint.frame import About

NAMESPACE = "urn:sopprint:document#"
_SAID = ("tool", "edition", "product", "variant", "paper")  # what a person would search for
_SINGLE = (*_SAID, "fingerprint")
_PACKET = rb"<\?xpacket begin=.*?\?>(.*?)<\?xpacket end="
_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_LANGUAGE = f"{{http://purl.org/dc/elements/1.1/}}language/{_RDF}Bag/{_RDF}li"


class Identity(Struct, frozen=True):
    """What a file says it was made from; empty where it says nothing. `words` are (key, short hash)."""

    tool: str = ""
    edition: str = ""
    language: str = ""
    paper: str = ""
    product: str = ""
    variant: str = ""
    fingerprint: str = ""
    words: tuple[tuple[str, str], ...] = ()


def keywords(about: About) -> tuple[str, ...]:
    """The document's keywords, and after them what it was made from, each once."""
    return tuple(dict.fromkeys((*about.keywords, *filter(None, (getattr(about, name) for name in _SAID)))))


def stamp(about: About) -> Iterator[str]:
    """XMP properties, for a packet that declares the prefix `sopprint` for NAMESPACE."""
    for name in _SINGLE:
        if value := getattr(about, name):
            yield f"<sopprint:{name}>{escape(value)}</sopprint:{name}>"
    if about.words:
        yield all_of("sopprint:words", "Seq", (f"{key} {short}" for key, short in about.words.items()))


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
    said = {name: root.findtext(f".//{{{NAMESPACE}}}{name}", "") for name in _SINGLE}
    words = _texts(root, f".//{{{NAMESPACE}}}words/{_RDF}Seq/{_RDF}li")
    pairs = (word.rpartition(" ") for word in words)
    language = next(iter(_texts(root, f".//{_LANGUAGE}")), "")
    return Identity(**said, language=language, words=tuple((key, short) for key, _, short in pairs))


def _texts(root: Element, path: str) -> tuple[str, ...]:
    return tuple(found.text or "" for found in root.findall(path))
