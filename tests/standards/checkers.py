"""The checkers behind one interface: a finished file in, what is wrong out. For any PDF, however it was made."""

from __future__ import annotations

import tempfile
from pathlib import Path

from sopprint.pdf import structure


def page_validation(data: bytes) -> list[str]:
    """The rules that page-validation (PDF/UA-1, in Rust, milliseconds a file) finds broken."""
    import page

    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "file.pdf"
        file.write_bytes(data)
        result = page.validate_pdf(str(file), profile="ua1")
    found = [f"{failure.rule_id}: {failure.message}" for failure in result.failures]
    return found or ([] if result.is_compliant else ["not compliant, no reason given"])


def ours(data: bytes) -> list[str]:
    """The rules of `sopprint.pdf.structure` that are broken."""
    return [f"{finding.rule}: {finding.message}" for finding in structure.check(data)]
