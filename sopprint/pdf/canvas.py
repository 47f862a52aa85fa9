"""The ReportLab canvas with our page dictionary, our resources and our way of saving.

Not a drawing interface: `content.py` writes the operators and hands them over whole. Pinned to ReportLab 5.1: the names
used here that it does not document are `_make_preamble`, `_doc` and `PDFPage.__NoDefault__`; `tests/pdf` holds each.
"""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from sopprint.pdf.engine import ReportLabCanvas, ReportLabPage
from sopprint.pdf.objects import Store, reference, write
from sopprint.pdf.writer import assemble

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sopprint.geometry import Size
    from sopprint.pdf.objects import Indirect, Value


class TaggedCanvas(ReportLabCanvas):  # type: ignore[misc]  # ReportLab is untyped
    """One document. Draw with `addLiteral`, end each page with `end_page`, then `finish`."""

    def __init__(self, lang: str) -> None:
        super().__init__(
            BytesIO(), pageCompression=1, invariant=1, pdfVersion=(1, 7), lang=lang, initialFontName="Helvetica"
        )
        self.store = Store(self._doc)
        self._resources = self.store.add()
        self._doc.Catalog.Outlines = None  # ReportLab's own; ours comes with the catalog entries, if there is one

    def _make_preamble(self) -> None:
        # ReportLab's own selects Helvetica, unembedded, on every page.
        self._preamble = ""

    def end_page(
        self, media: Size, boxes: dict[str, tuple[float, ...]], key: int, annotations: Sequence[Indirect] = ()
    ) -> int:
        """Close the page; `key` is its row in the parent tree. Returns the page's object number."""
        stream = self.store.stream("\n".join(self._code).encode("ascii"))
        self._code[:] = [" "]
        self.setPageSize((media.width, media.height))
        self.showPage()
        page = self._doc.Pages.pages[-1]
        # ReportLab writes only the keys this list names.
        page.__NoDefault__ = [*ReportLabPage.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents, page.Tabs, page.Contents, page.Resources = key, b"/S", stream, self._resources
        page.Annots = list(annotations)
        for box, edges in boxes.items():
            setattr(page, box, write(edges))
        return self.store.number(page)

    def set_resources(
        self,
        fonts: dict[str, Indirect],
        images: dict[str, Indirect],
        forms: dict[str, Indirect],
        states: Mapping[str, Value] | None = None,
    ) -> dict[str, Value]:
        """Resource name to object; all pages share them. `states` are graphics states. Returns what forms may use."""
        # ReportLab makes the font dictionary, and numbers it, before anything of ours.
        self._doc.idToObject["BasicFonts"].dict.update({key: write(font) for key, font in fonts.items()})
        entries: dict[str, Value] = {"Font": reference(self.store.number(self._doc.idToObject["BasicFonts"]))}
        if images:
            entries["XObject"] = images
        if states:
            entries["ExtGState"] = states
        self._resources.body = write({**entries, "XObject": {**images, **forms}} if forms else entries)
        return entries

    def set_catalog(self, entries: dict[str, Value]) -> None:
        """Catalog entries."""
        for key, value in entries.items():
            setattr(self._doc.Catalog, key, write(value))

    def finish(self, info: Indirect) -> bytes:
        return assemble(self._doc, info.number)
