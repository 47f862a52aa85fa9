"""PDF/UA-1 (ISO 14289-1): the painter's own work, so all that is left here is the claim."""

from __future__ import annotations

from sopprint.pdf.standards.standard import Standard

UA1 = Standard("PDF/UA-1", "1.7", ("pdfuaid", "http://www.aiim.org/pdfua/ns/id/", "part", "1"))
