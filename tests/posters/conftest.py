"""All nine posters, laid out once for all tests of a process."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest

from sopprint.layout.poster import Laid, lay_out, typesetter
from sopprint.paper import paper
from sopprint.pdf.painter import paint
from sopprint.resolve.library import Library

if TYPE_CHECKING:
    from sopprint.resolve.document import Document

TOOLS = (
    "three-houses", "safety-house", "circles-of-safety", "harm-and-danger", "danger-and-goal", "three-column-map",
    "safety-scale", "action-plan", "meeting-agenda",
)  # fmt: skip
PAPERS = ("letter", "tabloid", "arch-c", "arch-d", "36x48in", "a1", "30x40in")
ORIENTATIONS = ("landscape", "portrait")
VARIANTS = (("three-houses", "teen"), ("safety-house", "group"))


class Posters:
    """Documents, pages and files by tool, paper, orientation and variant."""

    def __init__(self) -> None:
        self.library = Library.open()
        self._typesetter = None
        self.laid = cache(self._laid)
        self.pdf = cache(self._pdf)

    def document(
        self, tool: str, sheet: str = "arch-d", turn: str = "landscape", variant: str | None = None
    ) -> Document:
        return self.library.document(tool, lang="en", paper=paper(sheet), orientation=turn, variant=variant)

    def _laid(self, tool: str, sheet: str = "arch-d", turn: str = "landscape", variant: str | None = None) -> Laid:
        document = self.document(tool, sheet, turn, variant)
        self._typesetter = self._typesetter or typesetter(document)
        return lay_out(document, self._typesetter)

    def _pdf(self, tool: str, sheet: str = "arch-d", turn: str = "landscape", variant: str | None = None) -> bytes:
        laid = self.laid(tool, sheet, turn, variant)
        return paint([laid.page], laid.about)


@pytest.fixture(scope="session")
def posters() -> Posters:
    return Posters()
