"""The page as a value: absolute items in paint order, and a structure tree in reading order.

Everything after layout reads this and nothing else: painter, previews, checks, thumbnails, imposition, tests.
Units are points, origin at the top left of the trimmed page, y down. Artwork may reach past the trim by `bleed`.

`Item.tag` is the index of the structure element that owns the item, None for an artifact (decoration that a screen
reader skips; ISO 32000-1, 14.8.2.2), PAGINATION for a running foot, or PRODUCTION for what only the print shop reads,
outside the page. Elements are listed in reading order; parents
come before children. The pages of one document share one `elements` tuple, so that a paragraph can run over two pages.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from msgspec import Struct, field

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sopprint.color import Color
    from sopprint.diagnostics import Place
    from sopprint.geometry import Box, Path, Size

PAGINATION = -1
PRODUCTION = -2

Role = Literal[
    "Document", "Sect", "H1", "H2", "H3", "H4", "P", "Figure", "L", "LI", "Lbl", "LBody",
    "Table", "THead", "TBody", "TR", "TH", "TD", "Span", "Link", "Note", "Caption", "TOC", "TOCI", "Reference", "Form",
]  # fmt: skip


class Element(Struct, frozen=True):
    """A node of the structure tree.

    `parent` is an index into `Page.elements` (None only for the Document at index 0). `alt` is required on Figure.
    `attributes` are (owner, key, value) such as ("Table", "Scope", "Column") or ("List", "ListNumbering", "None").
    """

    role: Role
    parent: int | None
    alt: str | None = None
    actual: str | None = None
    lang: str | None = None
    attributes: tuple[tuple[str, str, str | int], ...] = ()


class FaceRef(Struct, frozen=True):
    """A font program: absolute path of a file and the PostScript name to embed it under.

    `index` is the face's number in a collection; `weight` the one a variable font is set to, 0 for other fonts.
    """

    path: str
    name: str
    index: int = 0
    weight: int = 0


class Cluster(Struct, frozen=True):
    """The smallest piece of text that maps to glyphs. Offsets and advances are in font units (`units` per em).

    glyphs: (glyph id, dx, dy) relative to the cluster's origin. advance: what the pen moves by, kerning included.
    """

    text: str
    glyphs: tuple[tuple[int, int, int], ...]
    advance: int


class TextItem(Struct, frozen=True):
    """A piece of a line in one face and one direction. (x, y) is the left end of the baseline; width, size in points.

    Clusters stand from left to right; where `rtl`, that is the reverse of how they are read. Pieces of a line follow
    each other in reading order. ascent and descent are points above and below the baseline that ink of this text can
    reach (both positive).
    """

    x: float
    y: float
    size: float
    face: FaceRef
    units: int
    clusters: tuple[Cluster, ...]
    width: float
    ascent: float
    descent: float
    color: Color
    tag: int | None = None
    lang: str | None = None
    style: str = ""
    place: Place | None = None
    rtl: bool = False

    @property
    def text(self) -> str:
        return "".join(c.text for c in (reversed(self.clusters) if self.rtl else self.clusters))


class PathItem(Struct, frozen=True):
    """A filled and/or stroked path. Lines have round caps and joins (the design's only kind) unless `square`.

    `clip` cuts it to a box: for a picture of a page inside a page.
    """

    path: Path
    fill: Color | None = None
    stroke: Color | None = None
    width: float = 0.0
    dash: tuple[float, ...] = ()
    even_odd: bool = False
    square: bool = False
    tag: int | None = None
    name: str = ""  # what it is, for dumps and checks: "outline", "write", "panel", "mark" …
    clip: Box | None = None


class ImageItem(Struct, frozen=True):
    """A raster in a box. `data` is the PNG or JPEG file's bytes."""

    box: Box
    data: bytes
    tag: int | None = None
    name: str = ""


class LinkItem(Struct, frozen=True):
    """A place to press: `target` is a web address, or "#name" of a bookmark in this document.

    `tag` is the Link element that owns the annotation; `contents` says where it leads (PDF/UA-1, 7.18.5).
    """

    box: Box
    target: str
    tag: int
    contents: str


class FieldItem(Struct, frozen=True):
    """A place to type words into (ISO 32000-1, 12.7.4.3), on screens; on paper it is the outline around it.

    `tag` is the Form element that owns the annotation; `label` is what a screen reader calls it (PDF/UA-1, 7.18.1).
    `name` tells it from the document's other fields. `size` of the typed words, points; `lines`: more than one line.
    """

    box: Box
    name: str
    label: str
    tag: int
    size: float = 11.0
    lines: bool = False


class Bookmark(Struct, frozen=True):
    """A place in the document that links and the outline lead to; level 0 keeps it out of the outline."""

    name: str
    title: str
    level: int
    y: float  # points from the top of the trimmed page


class PageItem(Struct, frozen=True):
    """Another page, shown small in a box of its shape; what lies past its trim is not shown.

    Shown again, it must be the same object: that is what makes it be painted once.
    """

    box: Box
    page: Page
    tag: int | None = None


Item = TextItem | PathItem | ImageItem | LinkItem | FieldItem | PageItem


class Region(Struct, frozen=True):
    """A named area of the poster: a zone, a write area, a corner mark with its quiet zone, the QR code."""

    kind: Literal["zone", "write", "mark", "qr", "patch", "logo"]
    name: str
    box: Box


class Page(Struct, frozen=True):
    """One page. `size` is the trimmed page; `bleed` is how far artwork reaches past it on every side."""

    size: Size
    bleed: float
    items: tuple[Item, ...]
    elements: tuple[Element, ...]
    regions: tuple[Region, ...] = ()
    bookmarks: tuple[Bookmark, ...] = ()
    label: str = ""  # the folio a reader sees, where it differs from the count


class About(Struct, frozen=True):
    """What the finished file says of itself (Info and XMP).

    From `tool` on: what it was made from, for `sopprint inspect`. `product` is poster, guide or quick-guide with its
    role; `settings` are those that differ from the tool's own; `made_for` is screen, office or print-shop;
    `fingerprint` stands for words and layout; `words` maps each path of the words to a short hash of what was printed.
    """

    title: str
    lang: str
    subject: str = ""
    author: str = ""
    keywords: tuple[str, ...] = ()
    rights: str = ""
    tool: str = ""
    edition: str = ""
    paper: str = ""
    product: str = ""
    variant: str = ""
    settings: tuple[str, ...] = ()
    made_for: str = ""
    fingerprint: str = ""
    words: Mapping[str, str] = field(default_factory=dict)
    second_lang: str = ""  # of a poster in two languages


def dump(page: Page) -> str:
    """The page as short lines of text, for golden files and for people. Points to one decimal."""
    return "\n".join(_dump_lines(page)) + "\n"


def _dump_lines(page: Page) -> Iterator[str]:
    yield f"page {page.size.width:.1f} x {page.size.height:.1f} bleed {page.bleed:.1f}"
    for region in page.regions:
        b = region.box
        yield f"region {region.kind} {region.name} {b.left:.1f} {b.top:.1f} {b.right:.1f} {b.bottom:.1f}"
    for index, element in enumerate(page.elements):
        alt = f" alt={element.alt!r}" if element.alt else ""
        yield f"tag {index} {element.role} in {element.parent}{alt}"
    for item in page.items:
        yield _dump_item(item)


def _dump_item(item: Item) -> str:
    owner = {None: "artifact", PAGINATION: "pagination", PRODUCTION: "production"}.get(item.tag, f"tag {item.tag}")
    match item:
        case TextItem():
            where = f"{item.x:.1f} {item.y:.1f} {item.size:.1f}pt {item.face.name} {item.color.hex}"
            return f"text {where} {owner} {item.text!r}"
        case PathItem():
            b = item.path.bounds()
            fill = f" fill {item.fill.hex}" if item.fill else ""
            stroke = f" stroke {item.stroke.hex} {item.width:.2f}" if item.stroke else ""
            dash = " dash " + "/".join(f"{d:.1f}" for d in item.dash) if item.dash else ""
            where = f"{b.left:.1f} {b.top:.1f} {b.right:.1f} {b.bottom:.1f}"
            return f"path {item.name or '-'} {where}{fill}{stroke}{dash} {owner}"
        case ImageItem():
            b = item.box
            return f"image {item.name or '-'} {b.left:.1f} {b.top:.1f} {b.right:.1f} {b.bottom:.1f} {owner}"
        case PageItem():
            b = item.box
            return f"page {b.left:.1f} {b.top:.1f} {b.right:.1f} {b.bottom:.1f} {owner}"
        case LinkItem():
            b = item.box
            return f"link {item.target} {b.left:.1f} {b.top:.1f} {b.right:.1f} {b.bottom:.1f} {owner}"
        case FieldItem():
            b = item.box
            return f"field {item.name} {b.left:.1f} {b.top:.1f} {b.right:.1f} {b.bottom:.1f} {owner} {item.label!r}"
