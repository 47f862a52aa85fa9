"""The last pass over a painted file for the press: boxes, output intent, marks on all plates, identifiers, version.

Purpose: what every PDF/X file needs; what one standard needs by itself is in `standards/`. The page's content and its
tags stay as the painter made them. pikepdf is loaded here and not for screen files. Sizes are points; boxes in PDF have
their origin at the bottom left.
"""

from __future__ import annotations

from hashlib import sha256
from io import BytesIO
from typing import TYPE_CHECKING, Any
from uuid import UUID

from msgspec import Struct

from sopprint.errors import SopprintError
from sopprint.pdf.faults import PaintError
from sopprint.pdf.objects import number
from sopprint.pdf.separation import to_cmyk
from sopprint.pdf.standards.registry import STANDARDS
from sopprint.pdf.standards.ua1 import UA1
from sopprint.pdf.xmp import escape

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from sopprint.geometry import Insets, Path
    from sopprint.pdf.standards.standard import Standard

# what an X file may not have, or what is only for screens
_CATALOG = ("Outlines", "PageMode", "Names", "Dests", "OpenAction", "AA", "AcroForm", "URI")
_PAGE = ("Trans", "Dur", "AA", "CropBox", "ArtBox", "Rotate", "Annots")


class Intent(Struct, frozen=True):
    """The printing the file is made for, and its ICC profile (ISO 32000-1, 14.11.5)."""

    identifier: str
    info: str
    registry: str
    icc: bytes


class Plan(Struct, frozen=True):
    """What to make of a painted file. `registration` prints on all plates, outside the bleed, on every page.

    bleed: around the trim; what the painter left between it and the sheet's edge is for marks, and is cut away when
    there are none. Paths are in points from the top left of the trim.
    """

    standards: tuple[str, ...]
    intent: Intent
    bleed: Insets
    date: datetime
    registration: tuple[Path, ...] = ()
    weight: float = 0.25
    with_marks: bool = True


def finish(data: bytes, plan: Plan) -> bytes:
    """A file of the plan's standards. Raises SopprintError (SP624) for a picture that they do not allow."""
    import pikepdf

    standards = [STANDARDS[name] for name in plan.standards]
    with pikepdf.open(BytesIO(data)) as pdf:
        try:
            _prepare(pdf, standards, plan, sha256(data).digest())
        except PaintError as fault:
            raise SopprintError([fault.diagnostic()]) from fault
        out = BytesIO()
        pdf.save(
            out,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,  # old RIPs stumble over them; 1.4 has none
            compress_streams=True,
            deterministic_id=True,
            fix_metadata_version=False,
            force_version=min(standard.version for standard in standards),
        )
    return out.getvalue()


def _prepare(pdf: Any, standards: Sequence[Standard], plan: Plan, digest: bytes) -> None:
    to_cmyk(pdf, plan.intent.icc)
    _catalog(pdf)
    _output_intent(pdf, plan.intent)
    _info(pdf, standards, plan.date)
    _packet(pdf, standards, plan.date, digest)
    for page in pdf.pages:
        _page(pdf, page, plan)
    for standard in standards:
        standard.prepare(pdf)


def _catalog(pdf: Any) -> None:
    from pikepdf import Dictionary

    for key in _CATALOG:
        _drop(pdf.Root, key)
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)  # PrintScaling, Duplex are PDF 1.6 and 1.7


def _drop(entry: Any, key: str) -> None:
    if f"/{key}" in entry:
        del entry[f"/{key}"]


def _output_intent(pdf: Any, intent: Intent) -> None:
    from pikepdf import Array, Dictionary, Name, String

    profile = pdf.make_stream(intent.icc)
    profile.N = 4
    entry = Dictionary(
        Type=Name.OutputIntent, S=Name.GTS_PDFX, OutputConditionIdentifier=String(intent.identifier),
        OutputCondition=String(intent.info), Info=String(intent.info), DestOutputProfile=profile,
    )  # fmt: skip
    if intent.registry:
        entry.RegistryName = String(intent.registry)
    pdf.Root.OutputIntents = Array([pdf.make_indirect(entry)])


def _info(pdf: Any, standards: Sequence[Standard], date: datetime) -> None:
    from pikepdf import Name, String

    info = pdf.docinfo
    info["/Trapped"] = Name("/False")
    info["/CreationDate"] = info["/ModDate"] = String(f"D:{date:%Y%m%d%H%M%S}Z")
    for standard in standards:
        for key, value in standard.info:
            info[f"/{key}"] = String(value)


def _packet(pdf: Any, standards: Sequence[Standard], date: datetime, digest: bytes) -> None:
    """A second description beside the painter's, which says what it says already."""
    packet = pdf.Root.Metadata.read_bytes().decode("utf-8")
    if UA1 not in standards:
        packet = packet.replace(_claim(UA1), "")
    names = {"xmp": "http://ns.adobe.com/xap/1.0/", "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
             "pdf": "http://ns.adobe.com/pdf/1.3/", **{s.xmp[0]: s.xmp[1] for s in standards}}  # fmt: skip
    declared = "".join(f' xmlns:{prefix}="{uri}"' for prefix, uri in names.items())
    said = "\n".join(line for line in _properties(standards, date, digest) if line.split(">")[0] not in packet)
    description = f'<rdf:Description rdf:about=""{declared}>\n{said}\n</rdf:Description>\n'
    stream = pdf.make_stream(packet.replace("</rdf:RDF>", f"{description}</rdf:RDF>").encode("utf-8"))
    stream.Type, stream.Subtype = _name("Metadata"), _name("XML")
    pdf.Root.Metadata = stream


def _name(name: str) -> Any:
    from pikepdf import Name

    return Name(f"/{name}")


def _properties(standards: Sequence[Standard], date: datetime, digest: bytes) -> Iterator[str]:
    stamp = f"{date:%Y-%m-%dT%H:%M:%SZ}"
    document, instance = (UUID(bytes=part, version=4) for part in (digest[:16], digest[16:]))
    yield from (f"<xmp:{key}>{stamp}</xmp:{key}>" for key in ("CreateDate", "ModifyDate", "MetadataDate"))
    yield f"<xmpMM:DocumentID>uuid:{document}</xmpMM:DocumentID>"
    yield f"<xmpMM:InstanceID>uuid:{instance}</xmpMM:InstanceID>"
    yield "<xmpMM:VersionID>1</xmpMM:VersionID>"
    yield "<xmpMM:RenditionClass>default</xmpMM:RenditionClass>"
    yield "<pdf:Trapped>False</pdf:Trapped>"
    yield from map(_claim, standards)


def _claim(standard: Standard) -> str:
    prefix, _, key, value = standard.xmp
    return f"<{prefix}:{key}>{escape(value)}</{prefix}:{key}>"


def _page(pdf: Any, page: Any, plan: Plan) -> None:
    from pikepdf import Array

    entry = page.obj
    for key in _PAGE:
        _drop(entry, key)
    left, bottom, right, top = (float(edge) for edge in entry.TrimBox)
    bleed = plan.bleed
    edges = (left - bleed.left, bottom - bleed.bottom, right + bleed.right, top + bleed.top)
    entry.BleedBox = Array([float(number(edge)) for edge in edges])
    if not plan.with_marks:
        entry.MediaBox = entry.BleedBox
    if plan.registration:
        _draw_marks(pdf, page, plan, left, top)


def _draw_marks(pdf: Any, page: Any, plan: Plan, left: float, top: float) -> None:
    """Paths in the colourant All (ISO 32000-1, 8.6.6.4), after the content, which a reader does not read out."""
    from pikepdf import Array, Dictionary, Name

    tint = pdf.make_stream(b"{dup dup dup}")
    tint.FunctionType, tint.Domain, tint.Range = 4, Array([0, 1]), Array([0, 1] * 4)
    page.obj.Resources = Dictionary(page.Resources)  # the pages share theirs
    page.obj.Resources.ColorSpace = Dictionary(
        Registration=Array([Name.Separation, Name.All, Name.DeviceCMYK, pdf.make_indirect(tint)])
    )
    paths = "\n".join(_operators(path, left, top) for path in plan.registration)
    head = f"/Artifact <</Type /Page>> BDC q /Registration CS 1 SCN {number(plan.weight, 3)} w 0 J 0 j [] 0 d"
    page.contents_add(f"{head}\n{paths}\nQ EMC".encode("ascii"))


def _operators(path: Path, left: float, top: float) -> str:
    out = []
    for op, v in path.segments:
        flipped = (number(left + n if i % 2 == 0 else top - n) for i, n in enumerate(v))
        out.append(" ".join((*flipped, "h" if op == "Z" else op.lower())))
    return " ".join((*out, "S"))
