"""Guides and quick guides of all nine tools, each made once for all tests of a process."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from shutil import copytree
from typing import TYPE_CHECKING

import pytest

from sopprint.paper import paper
from sopprint.products import guide
from sopprint.products.make import make
from sopprint.products.order import Order
from sopprint.products.workshop import Workshop
from sopprint.resolve.library import Library
from tests.posters.conftest import TOOLS
from tests.standards.conftest import verapdf  # noqa: F401 — a fixture

if TYPE_CHECKING:
    from sopprint.products.guide import ArrangedGuide
    from sopprint.products.order import Made

LAYOUTS = Path(__file__).parent.parent.parent / "layouts"
PAPERS = ("half-letter", "letter")
QUICK = ("quick-guide-line-staff", "quick-guide-leaders")
GUIDES = [(tool, "guide", sheet) for tool in TOOLS for sheet in PAPERS]
QUICK_GUIDES = [(tool, kind, sheet) for tool in TOOLS for kind in QUICK for sheet in ("letter", "a4")]


class Shelf:
    """Products of one library."""

    def __init__(self, library: Library) -> None:
        self.shop = Workshop(library)
        self.made = cache(self._made)
        self.arranged = cache(self._arranged)

    def _made(self, tool: str, product: str, sheet: str = "half-letter") -> Made:
        return make(self.shop, Order(tool, paper(sheet), product=product))

    def _arranged(self, tool: str, product: str = "guide", sheet: str = "half-letter") -> ArrangedGuide:
        return guide.arrange(self.shop, Order(tool, paper(sheet), product=product))


@pytest.fixture(scope="session")
def shelf() -> Shelf:
    return Shelf(Library.open())


@pytest.fixture
def own(tmp_path: Path):
    """A tool's folder with some of its text changed, as the products of its library."""

    def changed(tool: str, *changes: tuple[str, str, str]) -> Shelf:
        folder = tmp_path / str(len(list(tmp_path.iterdir()))) / tool
        copytree(LAYOUTS / tool, folder)
        for name, old, new in changes:
            file = folder / name
            text = file.read_text(encoding="utf-8")
            assert text.count(old) >= 1, old
            file.write_text(text.replace(old, new, 1), encoding="utf-8")
        return Shelf(Library.open(None, [folder]))

    return changed
