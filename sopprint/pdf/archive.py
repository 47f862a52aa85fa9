"""PDF/A-2b (ISO 19005-2, level B): a finished screen file made fit for the archive, its tags and pictures untouched.

Purpose: what an archive wants and the painter does not write: an sRGB output intent, the claim in XMP, and a
description there of the properties that PDF/A does not know (6.6.2.3). pikepdf is loaded here and not for other files.
Not here: fonts, tags and colours, which the painter writes as PDF/A wants them.
"""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from sopprint.pdf.xmp import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

_PDFA_ID: Final = "http://www.aiim.org/pdfa/ns/id/"
_EXTENSION: Final = (
    'xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"'
    ' xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"'
)
_SRGB: Final = "sRGB IEC61966-2.1"
_PROFILE_DATE: Final = slice(24, 36)  # of an ICC profile's header (ICC.1:2010, 7.2.8): the day it was made
_FIXED_DATE: Final = bytes((7, 208, 0, 1, 0, 1)) + bytes(6)  # 1 January 2000
_PROFILE_ID: Final = slice(84, 100)  # a digest over the whole; zero where none was made


def to_archive(data: bytes) -> bytes:
    """A file of the painter as PDF/A-2b; PDF/UA-1 stays true. The same bytes give the same bytes."""
    import pikepdf

    with pikepdf.open(BytesIO(data)) as pdf:
        _output_intent(pdf)
        packet = pdf.Root.Metadata.read_bytes().decode("utf-8")
        stream = pdf.make_stream(packet.replace("</rdf:RDF>", f"{_description()}</rdf:RDF>").encode("utf-8"))
        stream.Type, stream.Subtype = pikepdf.Name.Metadata, pikepdf.Name.XML
        pdf.Root.Metadata = stream
        out = BytesIO()
        pdf.save(out, deterministic_id=True, fix_metadata_version=False)
    return out.getvalue()


def _output_intent(pdf: Any) -> None:
    """ISO 19005-2, 6.2.3; 6.2.4.3: device colours need one of their kind."""
    from pikepdf import Array, Dictionary, Name, String

    profile = pdf.make_stream(_srgb_profile())
    profile.N = 3
    entry = Dictionary(
        Type=Name.OutputIntent, S=Name.GTS_PDFA1, OutputConditionIdentifier=String(_SRGB), Info=String(_SRGB),
        DestOutputProfile=profile,
    )  # fmt: skip
    pdf.Root.OutputIntents = Array([pdf.make_indirect(entry)])


def _srgb_profile() -> bytes:
    """Pillow's sRGB profile without the moment that it was made in."""
    from PIL import ImageCms

    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[_PROFILE_DATE] = _FIXED_DATE
    profile[_PROFILE_ID] = bytes(16)
    return bytes(profile)


def _description() -> str:
    schemas = "".join(_schemas())
    return (
        f'<rdf:Description rdf:about="" xmlns:pdfaid="{_PDFA_ID}" {_EXTENSION}>\n'
        "<pdfaid:part>2</pdfaid:part>\n<pdfaid:conformance>B</pdfaid:conformance>\n"
        f"<pdfaExtension:schemas><rdf:Bag>{schemas}</rdf:Bag></pdfaExtension:schemas>\n</rdf:Description>\n"
    )


def _schemas() -> Iterator[str]:
    yield _schema("PDF/UA identification", "http://www.aiim.org/pdfua/ns/id/", "pdfuaid", "part", "Integer",
                  "Part of ISO 14289 that the file follows")  # fmt: skip


def _schema(name: str, uri: str, prefix: str, key: str, kind: str, meaning: str) -> str:
    """One property, described as ISO 19005-2, 6.6.2.3.3 wants it."""
    described = "".join(
        f"<pdfaProperty:{part}>{escape(value)}</pdfaProperty:{part}>"
        for part, value in (("name", key), ("valueType", kind), ("category", "internal"), ("description", meaning))
    )
    return (
        f'<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>{escape(name)}</pdfaSchema:schema>'
        f"<pdfaSchema:namespaceURI>{escape(uri)}</pdfaSchema:namespaceURI>"
        f"<pdfaSchema:prefix>{prefix}</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>"
        f'<rdf:li rdf:parseType="Resource">{described}</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li>'
    )
