"""Our own check of a finished file's tags: what the public validators do not look at, or were seen to miss.

They judge each rule of ISO 14289-1 that a machine can decide; a file can satisfy all 106 and still read its paragraphs
in the wrong place or hide its words as decoration. Findings only; nothing is changed. Works on any tagged PDF.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from msgspec import Struct

from sopprint.pdf import inspect
from sopprint.pdf.rules import content, navigation, tree
from sopprint.pdf.rules.file import open_file

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping
    from pathlib import Path

    from sopprint.pdf.rules.file import File


class Finding(Struct, frozen=True):
    """One thing that is wrong: which rule, and a sentence."""

    rule: str
    message: str


def check(source: Path | str | bytes, *, decoration: Collection[str] = ()) -> tuple[Finding, ...]:
    """All findings. `decoration` lists texts that may be artifacts besides headers and footers.

    Raises pikepdf.PdfError or OSError when the file cannot be read.
    """
    with inspect.open_pdf(source) as pdf:
        file = open_file(pdf, decoration)
        return tuple(Finding(rule, message) for rule, run in RULES.items() for message in run(file))


def _titles(file: File) -> Iterator[str]:
    info, packet = str(file.pdf.docinfo.get("/Title", "")), inspect.xmp(file.pdf).get("dc:title", "")
    if not info or info != packet:
        yield f"Info says the title is “{info}”, XMP says “{packet}”"


RULES: Mapping[str, Callable[[File], Iterator[str]]] = MappingProxyType(
    {
        "nesting": content.nesting,
        "unmarked": content.unmarked,
        "artifact-text": content.artifact_text,
        "notdef": content.notdef,
        "sequence": content.sequences,
        "parent-tree": tree.parent_tree,
        "parent": tree.parents,
        "role": tree.roles,
        "table": tree.tables,
        "figure": tree.figures,
        "heading": tree.headings,
        "link": navigation.links,
        "outline": navigation.outline,
        "font": content.fonts,
        "title": _titles,
    }
)
