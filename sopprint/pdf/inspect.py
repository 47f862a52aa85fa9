"""A finished PDF as facts: page boxes, tagged text in reading order, fonts, colours, metadata.

Opinions about them are `structure.py`'s and `check/`'s. Needs pikepdf, which no poster needs; imported when asked for.
"""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pikepdf

from sopprint.pdf.marked import PageContent, page_fonts, read_content

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_BOXES = ("MediaBox", "CropBox", "BleedBox", "TrimBox", "ArtBox")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page: its boxes as (left, bottom, right, top) in points, and the colour operators on it."""

    boxes: dict[str, tuple[float, float, float, float]]
    colors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tag:
    """A structure element in reading order. `text` is its own, without that of elements below it."""

    role: str
    depth: int
    text: str
    alt: str | None
    lang: str | None
    attributes: dict[str, str]


@dataclass(frozen=True, slots=True)
class Font:
    """A font in use, and whether its program is in the file."""

    name: str
    embedded: bool


@dataclass(frozen=True, slots=True)
class Facts:
    """What a file is. `info` and `xmp` map names ("Title", "dc:title") to values."""

    version: str
    lang: str | None
    pages: tuple[Sheet, ...]
    tags: tuple[Tag, ...]
    fonts: tuple[Font, ...]
    info: dict[str, str]
    xmp: dict[str, Any]

    def texts(self, role: str) -> tuple[str, ...]:
        """The texts of all elements of one role."""
        return tuple(tag.text for tag in self.tags if tag.role == role)


def open_pdf(source: Path | str | bytes) -> pikepdf.Pdf:
    """From a path or from bytes. Raises pikepdf.PdfError or OSError."""
    return pikepdf.open(BytesIO(source) if isinstance(source, bytes) else source)


def read(source: Path | str | bytes) -> Facts:
    """Read a file. Raises pikepdf.PdfError or OSError."""
    with open_pdf(source) as pdf:
        contents = [read_content(page) for page in pdf.pages]
        lang = pdf.Root.get("/Lang")
        return Facts(
            version=pdf.pdf_version,
            lang=None if lang is None else str(lang),
            pages=tuple(_sheet(page, content) for page, content in zip(pdf.pages, contents, strict=True)),
            tags=tuple(_tags(pdf, contents)),
            fonts=fonts(pdf),
            info={str(key).lstrip("/"): str(value) for key, value in pdf.docinfo.items()},
            xmp=xmp(pdf),
        )


def _sheet(page: pikepdf.Page, content: PageContent) -> Sheet:
    boxes = {}
    for name in _BOXES:
        box = page.obj.get(f"/{name}")
        if box is not None:
            left, bottom, right, top = (float(edge) for edge in box)
            boxes[name] = (left, bottom, right, top)
    return Sheet(boxes, tuple(content.colors))


def fonts(pdf: pikepdf.Pdf) -> tuple[Font, ...]:
    """Every font any page's resources name, each once."""
    found: dict[Font, None] = {}
    for page in pdf.pages:
        for font in page_fonts(page).values():
            holder = font.DescendantFonts[0] if "/DescendantFonts" in font else font
            descriptor: Any = holder.get("/FontDescriptor", {})
            embedded = any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3"))
            found[Font(str(font.get("/BaseFont", "")).lstrip("/"), embedded)] = None
    return tuple(found)


def xmp(pdf: pikepdf.Pdf) -> dict[str, Any]:
    """XMP properties by their usual prefixed names; empty without a packet."""
    if "/Metadata" not in pdf.Root:
        return {}
    metadata = pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False)
    return {_prefixed(key): value for key, value in metadata.items()}


def _prefixed(key: str) -> str:
    """From the name with its namespace in braces to the usual short one, such as dc:title."""
    uri, _, name = key.lstrip("{").partition("}")
    known = {
        "http://purl.org/dc/elements/1.1/": "dc", "http://ns.adobe.com/pdf/1.3/": "pdf",
        "http://ns.adobe.com/xap/1.0/": "xmp", "http://www.aiim.org/pdfua/ns/id/": "pdfuaid",
    }  # fmt: skip
    return f"{known.get(uri, uri)}:{name}"


def elements(pdf: pikepdf.Pdf) -> Iterator[tuple[pikepdf.Dictionary, int]]:
    """Structure elements with their depth, parents first, in reading order."""
    root = pdf.Root.get("/StructTreeRoot")
    if root is not None:
        yield from below(root, 0)


def kids(element: Any) -> list[Any]:
    """/K as a list, whichever of its forms it has (ISO 32000-1, 14.7.2)."""
    found = element.get("/K")
    if found is None:
        return []
    return list(found) if isinstance(found, pikepdf.Array) else [found]


def element_kids(element: Any) -> list[pikepdf.Dictionary]:
    """The structure elements that an element lists."""
    return [kid for kid in kids(element) if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]


def marked_content(element: Any) -> list[tuple[tuple[int, int], int]]:
    """The (page object, MCID) pairs that an element lists itself."""
    found = []
    for kid in kids(element):
        if isinstance(kid, int):
            found.append((element.Pg.objgen, kid))
        elif isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/MCR":
            found.append(((kid.Pg if "/Pg" in kid else element.Pg).objgen, int(kid.MCID)))
    return found


def below(node: Any, depth: int = 0) -> Iterator[tuple[pikepdf.Dictionary, int]]:
    """Structure elements under a node, with their depth, in reading order."""
    for kid in element_kids(node):
        yield kid, depth
        yield from below(kid, depth + 1)


def _tags(pdf: pikepdf.Pdf, contents: list[PageContent]) -> Iterator[Tag]:
    said: dict[tuple[tuple[int, int], int], str] = {}
    for page, content in zip(pdf.pages, contents, strict=True):
        for shown in content.shown:
            if shown.mcid is not None:
                key = (page.obj.objgen, shown.mcid)
                said[key] = said.get(key, "") + shown.text
    for element, depth in elements(pdf):
        text = "".join(said.get(key, "") for key in marked_content(element))
        alt, lang = element.get("/Alt"), element.get("/Lang")
        yield Tag(
            str(element.S).lstrip("/"), depth, text, None if alt is None else str(alt),
            None if lang is None else str(lang), attributes(element),
        )  # fmt: skip


def attributes(element: Any) -> dict[str, str]:
    """All attributes of an element, whoever owns them, without the owners; arrays as numbers with spaces."""
    given = element.get("/A")
    groups = [] if given is None else list(given) if isinstance(given, pikepdf.Array) else [given]
    found = {}
    for group in groups:
        for key, value in group.items():
            if key != "/O":
                many = isinstance(value, pikepdf.Array)
                found[key.lstrip("/")] = " ".join(map(str, value)) if many else str(value).lstrip("/")
    return found
