"""PDF/X-1a:2003 (ISO 15930-4), for old RIPs: PDF 1.4, no transparency, no object streams.

Sources as for `x4.py`. The claim stands in the Info dictionary; XMP repeats it, so that the two agree.
"""

from __future__ import annotations

from typing import Any

from sopprint.pdf.faults import PaintError
from sopprint.pdf.standards.standard import Standard
from sopprint.pdf.standards.x4 import has_transparency


def _prepare(pdf: Any) -> None:
    for page in pdf.pages:
        if has_transparency(page.obj):
            message = "a picture is partly transparent, which PDF/X-1a does not allow"
            raise PaintError("SP624", message, "save the picture without transparency, or use --pdfx x4")
        if "/Tabs" in page.obj:  # PDF 1.5
            del page.obj["/Tabs"]


X1A = Standard(
    "PDF/X-1a:2003", "1.4", ("pdfx", "http://ns.adobe.com/pdfx/1.3/", "GTS_PDFXVersion", "PDF/X-1a:2003"),
    (("GTS_PDFXVersion", "PDF/X-1a:2003"), ("GTS_PDFXConformance", "PDF/X-1a:2003")), _prepare,
)  # fmt: skip
