"""A small poster that is right in every way, made with raw ReportLab and pikepdf, to be broken in one way at a time."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf
from pikepdf import Array, Dictionary, Name, String
from reportlab.lib.colors import CMYKColor, CMYKColorSep
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from sopprint.press.shop import load

if TYPE_CHECKING:
    from collections.abc import Callable

SLUG, BLEED, WIDTH, HEIGHT = 30.0, 9.0, 400.0, 300.0
MEDIA = (0.0, 0.0, WIDTH + 2 * SLUG, HEIGHT + 2 * SLUG)
TRIM = (SLUG, SLUG, SLUG + WIDTH, SLUG + HEIGHT)
BLED = (SLUG - BLEED, SLUG - BLEED, SLUG + WIDTH + BLEED, SLUG + HEIGHT + BLEED)
BLACK, WHITE, TINT = CMYKColor(0, 0, 0, 1), CMYKColor(0, 0, 0, 0), CMYKColor(0.1, 0.02, 0, 0)
XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">A poster</rdf:li></rdf:Alt></dc:title>
<xmp:CreateDate>2026-01-01T00:00:00Z</xmp:CreateDate><xmp:ModifyDate>2026-01-01T00:00:00Z</xmp:ModifyDate>
<xmp:MetadataDate>2026-01-01T00:00:00Z</xmp:MetadataDate><xmpMM:DocumentID>uuid:1</xmpMM:DocumentID>
<pdf:Trapped>False</pdf:Trapped><pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>
</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>"""

Draw = "Callable[[Canvas], None]"


def background(c: Canvas, box: tuple[float, float, float, float] = BLED) -> None:
    c.setFillColor(TINT)
    c.rect(box[0], box[1], box[2] - box[0], box[3] - box[1], stroke=0, fill=1)


def words(c: Canvas, text: str = "Good things", size: float = 24, color: CMYKColor = BLACK, font: str = "Body") -> None:
    c.setFillColor(color)
    c.setFont(font, size)
    c.drawString(100, 200, text)


def overprinting(c: Canvas) -> None:
    c.setFillOverprint(True)
    c.setStrokeOverprint(True)
    c.setOverprintMask(True)


def usual(c: Canvas) -> None:
    """Background into the bleed, black words and a line that overprint, a picture, a registration mark in the slug."""
    background(c)
    c.saveState()
    overprinting(c)
    words(c)
    c.setStrokeColor(BLACK)
    c.setLineWidth(0.5)
    c.line(100, 150, 300, 150)
    c.restoreState()
    picture(c, "CMYK", 72)
    c.setStrokeColor(CMYKColorSep(1, 1, 1, 1, spotName="All"))
    c.setLineWidth(0.25)
    c.line(SLUG, 0, SLUG, 15)


def picture(c: Canvas, mode: str, points: float) -> None:
    """300 pixels wide and tall."""
    from PIL import Image

    c.drawImage(ImageReader(Image.new(mode, (300, 300), (60, 20, 10, 0)[: len(mode)])), 300, 50, points, points)


@cache
def _drawn(draw: Callable[[Canvas], None], pages: int) -> bytes:
    pdfmetrics.registerFont(TTFont("Body", "Vera.ttf"))
    out = BytesIO()
    c = Canvas(
        out, pagesize=MEDIA[2:], pdfVersion=(1, 6), initialFontName="Body", trimBox=TRIM, bleedBox=BLED, invariant=1
    )  # fmt: skip
    c.setTitle("A poster")
    for _ in range(pages):
        draw(c)
        c.showPage()
    c.save()
    return out.getvalue()


def opened(draw: Callable[[Canvas], None] = usual, pages: int = 1) -> pikepdf.Pdf:
    """The poster, finished as PDF/X-4, to be changed."""
    pdf = pikepdf.open(BytesIO(_drawn(draw, pages)))
    for key in ("/Title", "/CreationDate", "/ModDate"):
        pdf.docinfo[key] = String("A poster" if key == "/Title" else "D:20260101000000Z")
    for key in ("/Author", "/Creator", "/Producer", "/Subject", "/Keywords"):
        if key in pdf.docinfo:
            del pdf.docinfo[key]
    pdf.docinfo.Trapped = Name("/False")
    profile = pdf.make_stream(load("offset").icc)
    profile.N = 4
    pdf.Root.OutputIntents = Array([
        pdf.make_indirect(Dictionary(
            Type=Name.OutputIntent, S=Name.GTS_PDFX, OutputConditionIdentifier=String("FOGRA39"),
            Info=String("FOGRA39"),
            RegistryName=String("http://www.color.org"), DestOutputProfile=profile,
        )),
    ])  # fmt: skip
    pdf.Root.Metadata = pdf.make_stream(XMP.encode())
    pdf.Root.Metadata.Type, pdf.Root.Metadata.Subtype = Name.Metadata, Name.XML
    for key in ("/Outlines", "/PageMode"):
        if key in pdf.Root:
            del pdf.Root[key]
    for page in pdf.pages:
        page.obj.Group = Dictionary(Type=Name.Group, S=Name.Transparency, CS=Name.DeviceCMYK)
        for key in ("/Trans", "/Rotate", "/ArtBox", "/CropBox"):
            if key in page.obj:
                del page.obj[key]
    return pdf


def saved(pdf: pikepdf.Pdf, version: str = "1.6", **options: object) -> bytes:
    out = BytesIO()
    settings = {"object_stream_mode": pikepdf.ObjectStreamMode.disable, "fix_metadata_version": False, **options}
    pdf.save(out, force_version=version, **settings)  # type: ignore[arg-type]
    return out.getvalue()


def edited(edit: Callable[[pikepdf.Pdf], object], draw: Callable[[Canvas], None] = usual, pages: int = 1) -> bytes:
    """The poster with one change."""
    pdf = opened(draw, pages)
    edit(pdf)
    return saved(pdf)


def painted(operators: str, **resources: object) -> bytes:
    """The poster with operators after its own; resources are added by kind, as `Pattern={"/P": …}`."""
    pdf = opened()
    page = pdf.pages[0]
    for kind, entries in resources.items():
        held = page.obj.Resources.get(f"/{kind}")
        if held is None:
            held = page.obj.Resources[f"/{kind}"] = Dictionary()
        for name, value in entries.items():  # type: ignore[attr-defined]
            held[name] = value(pdf) if callable(value) else value
    page.contents_add(f"q {operators} Q".encode())
    return saved(pdf)


def drawn(more: Callable[[Canvas], None]) -> bytes:
    """The poster with something drawn on top."""

    def both(c: Canvas) -> None:
        usual(c)
        more(c)

    return saved(opened(both))


GOOD = saved(opened())
