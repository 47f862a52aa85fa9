"""Sheets to a print file: artwork set and clipped, marks over it, boxes, and what the printer is told.

Purpose: the last step of `press/`. A new document takes only what printing needs: forms, layers and output intents;
actions, scripts, attachments and the tags stay behind. The tags would lead nowhere, since reading order is not
printing order; so the file does not claim to be accessible and its description says which file is. Same input, same
bytes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Literal

from msgspec import Struct

from sopprint.frame import About, Element, Item, Page
from sopprint.geometry import Box, Size
from sopprint.pdf.identity import NAMESPACE
from sopprint.pdf.xmp import all_of, escape
from sopprint.press.original import reported

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pikepdf

    from sopprint.press.original import Artwork, Original

Duplex = Literal["Simplex", "DuplexFlipShortEdge", "DuplexFlipLongEdge"]

_KEPT = ("/OCProperties", "/OutputIntents", "/Lang")
_TEXT = r"(?:[^<>&]|&(?:amp|lt|gt|quot);)*"
# Of two languages /Lang names the first only.
_SPOKEN = re.compile(r"<dc:language><rdf:Bag>(?:<rdf:li>[A-Za-z0-9-]+</rdf:li>)+</rdf:Bag></dc:language>")
_OWN = re.compile(
    rf"<sopprint:(\w+)>(?:{_TEXT}|<rdf:Seq>(?:<rdf:li>{_TEXT}</rdf:li>)*</rdf:Seq>)</sopprint:\1>"
)  # what is taken over is well-formed by its very shape


class Placed(Struct, frozen=True):
    """Artwork on a sheet: the top left of its trim, the part of the sheet it may paint, and its scale."""

    artwork: Artwork
    left: float
    top: float
    clip: Box
    scale: float = 1.0


class PrintSheet(Struct, frozen=True):
    """One side of paper, points, y down. `over` is painted on top of the artwork."""

    size: Size
    trim: Box
    bleed: Box
    placed: tuple[Placed, ...] = ()
    over: tuple[Item, ...] = ()


class Label(Struct, frozen=True):
    """What the file says of itself: what was done ("booklet"), a sentence about it, and how to print."""

    done: str
    sentence: str
    duplex: Duplex


def assemble(original: Original, sheets: Sequence[PrintSheet], label: Label) -> bytes:
    """Write the print file. Raises SopprintError (SP651) when a page turns out to be damaged."""
    with reported(original.file):
        return _assembled(original, sheets, label)


def _assembled(original: Original, sheets: Sequence[PrintSheet], label: Label) -> bytes:
    import io

    import pikepdf

    out = pikepdf.new()
    marks = _marks(out, sheets)
    forms: dict[int, Any] = {}
    for sheet, mark in zip(sheets, marks, strict=True):
        _add(out, sheet, mark, forms)
    for key in _KEPT:
        if key in original.pdf.Root:
            out.Root[key] = _copied(out, original.pdf, original.pdf.Root[key])
    _describe(out, original, label)
    stream = io.BytesIO()
    out.save(stream, deterministic_id=True, min_version=max("1.7", original.pdf.pdf_version))
    return stream.getvalue()


def _copied(out: pikepdf.Pdf, source: pikepdf.Pdf, value: Any) -> Any:
    import pikepdf

    if not isinstance(value, (pikepdf.Array, pikepdf.Dictionary)):
        return value
    return out.copy_foreign(value if value.is_indirect else source.make_indirect(value))


def _marks(out: pikepdf.Pdf, sheets: Sequence[PrintSheet]) -> list[Any]:
    """A form for each sheet that has something over the artwork, painted like any page of ours."""
    marked = [sheet for sheet in sheets if sheet.over]
    if not marked:
        return [None] * len(sheets)
    import io

    import pikepdf

    from sopprint.pdf.painter import paint

    root = (Element("Document", None),)
    pages = [Page(sheet.size, 0.0, sheet.over, root) for sheet in marked]
    with pikepdf.open(io.BytesIO(paint(pages, About("marks", "en"), target="press"))) as painted:
        forms = iter([out.copy_foreign(page.as_form_xobject()) for page in painted.pages])
    return [next(forms) if sheet.over else None for sheet in sheets]


def _add(out: pikepdf.Pdf, sheet: PrintSheet, mark: Any, forms: dict[int, Any]) -> None:
    import pikepdf

    names = pikepdf.Dictionary()
    content: list[str] = []
    for number, placed in enumerate(sheet.placed):
        key = id(placed.artwork)
        if key not in forms:
            forms[key] = out.copy_foreign(placed.artwork.form)
        names[f"/P{number}"] = forms[key]
        content.append(_show(placed, sheet.size.height, f"/P{number}"))
    if mark is not None:
        names["/Marks"] = mark
        content.append("q /Marks Do Q")
    page = out.add_blank_page(page_size=(sheet.size.width, sheet.size.height))
    page.obj.Resources = pikepdf.Dictionary(XObject=names)
    page.obj.Contents = out.make_stream("\n".join(content).encode("ascii"))
    page.obj.MediaBox = _edges(Box(0, 0, sheet.size.width, sheet.size.height), sheet.size.height)
    page.obj.TrimBox = _edges(sheet.trim, sheet.size.height)
    page.obj.BleedBox = _edges(sheet.bleed, sheet.size.height)


def _show(placed: Placed, height: float, name: str) -> str:
    """Operators that paint a form: clip, place, do (8.10.1)."""
    clip, art, k = placed.clip, placed.artwork, placed.scale
    x = placed.left - k * art.corner[0]
    y = height - placed.top - k * (art.size.height + art.corner[1])
    window = f"{clip.left:.4f} {height - clip.bottom:.4f} {clip.width:.4f} {clip.height:.4f} re W n"
    return f"q {window} {k:.6f} 0 0 {k:.6f} {x:.4f} {y:.4f} cm {name} Do Q"


def _edges(box: Box, height: float) -> pikepdf.Array:
    import pikepdf

    values = (box.left, height - box.bottom, box.right, height - box.top)
    return pikepdf.Array([round(value, 4) for value in values])


def _describe(out: pikepdf.Pdf, original: Original, label: Label) -> None:
    import pikepdf

    from sopprint.pdf.metadata import PRODUCER

    title = _title(original.pdf, label)
    out.Root.ViewerPreferences = pikepdf.Dictionary({
        "/Duplex": pikepdf.Name(f"/{label.duplex}"), "/PrintScaling": pikepdf.Name("/None"),
        "/PickTrayByPDFSize": True, "/DisplayDocTitle": True,
    })  # fmt: skip
    packet = out.make_stream(_packet(title, label, PRODUCER, _kept_properties(original.pdf)).encode("utf-8"))
    packet.Type, packet.Subtype = pikepdf.Name("/Metadata"), pikepdf.Name("/XML")
    out.Root.Metadata = packet
    for key, value in {"Title": title, "Subject": label.sentence, "Creator": "sopprint", "Producer": PRODUCER}.items():
        out.docinfo[f"/{key}"] = pikepdf.String(value)


def _title(pdf: pikepdf.Pdf, label: Label) -> str:
    named = pdf.docinfo.get("/Title") if "/Info" in pdf.trailer else None
    words = "".join(c for c in str(named or "") if c.isprintable()).strip()
    return f"{words} ({label.done})" if words else label.done


def _kept_properties(pdf: pikepdf.Pdf) -> str:
    """The language, and what one of our own files says it was made from, for `sopprint inspect`."""
    import pikepdf

    said = pdf.Root.get("/Lang")
    held = pdf.Root.get("/Metadata")
    packet = held.read_bytes().decode("utf-8", "replace") if isinstance(held, pikepdf.Stream) else ""
    spoken = _SPOKEN.search(packet) if NAMESPACE in packet else None
    if spoken:
        language = spoken[0]
    else:
        language = all_of("dc:language", "Bag", (str(said),)) if said is not None and str(said).isprintable() else ""
    return language + ("".join(found[0] for found in _OWN.finditer(packet)) if NAMESPACE in packet else "")


def _packet(title: str, label: Label, producer: str, kept: str) -> str:
    """The XMP packet (ISO 16684-1), without a claim to PDF/UA."""

    def words(name: str, value: str) -> str:
        return f'<{name}><rdf:Alt><rdf:li xml:lang="x-default">{escape(value)}</rdf:li></rdf:Alt></{name}>\n'

    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n<x:xmpmeta xmlns:x="adobe:ns:meta/">\n'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n<rdf:Description rdf:about=""'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"'
        f' xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:sopprint="{NAMESPACE}">\n'
        f"{words('dc:title', title)}{words('dc:description', label.sentence)}"
        f"<xmp:CreatorTool>sopprint</xmp:CreatorTool>\n<pdf:Producer>{producer}</pdf:Producer>\n"
        f"<sopprint:imposed>{escape(label.done)}</sopprint:imposed>\n{kept}\n"
        '</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end="r"?>'
    )
