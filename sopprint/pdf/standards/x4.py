"""PDF/X-4 (ISO 15930-7): live transparency, one CMYK output intent with its profile in the file.

The output intent, boxes, dates and identifiers are common to all PDF/X and are made in `finish.py`; here is the rest.
Sources: the committee's application notes and two open implementations; the standard's own text was not at hand.
"""

from __future__ import annotations

from typing import Any

from sopprint.pdf.standards.standard import Standard


def _prepare(pdf: Any) -> None:
    """A page with transparency says which space it is blended in (GWG 2022, R0030: DeviceCMYK)."""
    from pikepdf import Dictionary, Name

    for page in pdf.pages:
        if has_transparency(page.obj):
            page.obj.Group = Dictionary(Type=Name.Group, S=Name.Transparency, CS=Name.DeviceCMYK, I=True, K=False)


def has_transparency(page: Any) -> bool:
    """Whether a page shows a picture with a soft mask, the only transparency that the painter writes."""
    return any("/SMask" in picture for picture in page.Resources.get("/XObject", {}).values())


X4 = Standard(
    "PDF/X-4", "1.6", ("pdfxid", "http://www.npes.org/pdfx/ns/id/", "GTS_PDFXVersion", "PDF/X-4"),
    (("GTS_PDFXVersion", "PDF/X-4"),), _prepare,
)  # fmt: skip
