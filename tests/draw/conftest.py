"""A pen for tests: the real theme and fonts, words as YAML in the test, one u to the point unless asked otherwise."""

from __future__ import annotations

from textwrap import dedent, indent
from typing import TYPE_CHECKING

import pytest

from sopprint.diagnostics import Place, Report
from sopprint.draw.pen import Pen, Sizes
from sopprint.draw.registry import drawer
from sopprint.frame import PathItem, TextItem
from sopprint.geometry import Box
from sopprint.resolve.library import Library
from sopprint.resolve.words import Words
from sopprint.source.nodes import read
from sopprint.text.faces import FaceBook
from sopprint.text.typesetter import Typesetter

if TYPE_CHECKING:
    from collections.abc import Callable

    from sopprint.frame import Page
    from sopprint.model.elements import Element
    from sopprint.resolve.look import Look

COMMON = """
alt: {tick-box: Empty box to tick., name-plate: Blank name plate., qr: Square code.}
share: [OK to share, Ask first, Private]
"""
WRITTEN = Place("layout.yaml", 12, 5)  # where every element of a test was written


class Studio:
    """Makes pens and draws elements with them."""

    letter = 0.255  # points per u on letter

    def __init__(self, look: Look, type_: Typesetter) -> None:
        self.look = look
        self.type = type_

    def pen(self, zones: str = "{}", *, unit: float = 1.0, sizes: Sizes | None = None) -> Pen:
        words = Words(read("zones:\n" + indent(dedent(zones).strip(), "  "), "words.en.yaml"), "en")
        page = Box(0, 0, 3600, 2400)
        pen = Pen(
            unit=unit, page=page, body=Box(90, 344, 3510, 2044), bleed=0.0, small=unit < 0.32, look=self.look,
            words=words, common=Words(read(COMMON, "common.yaml"), "en"), type=self.type, report=Report(),
            sizes=sizes or Sizes(), paper="test paper", arrange=lambda spec, box: draw(pen, spec, box),
            resolve=lambda value, _: float(value), files=lambda _: b"",
            locate=lambda _: WRITTEN,
        )  # fmt: skip
        pen.begin_structure(())
        return pen

    def drawn(self, zones: str, spec: Element, box: Box, *, unit: float = 1.0) -> Pen:
        """A pen that has drawn one element, with sizes that headings share settled."""
        sizes = Sizes()
        for _ in range(4):
            pen = self.pen(zones, unit=unit, sizes=sizes)
            draw(pen, spec, box)
            if sizes.settled():
                break
            sizes = sizes.next()
        return pen


def draw(pen: Pen, spec: Element, box: Box) -> None:
    """Draw as the arranger does: an element names its box first."""
    if spec.name is not None:
        pen.anchor(spec.name, box)
    drawer(type(spec))(spec, box, pen)


@pytest.fixture(scope="session")
def studio() -> Studio:
    look = Library.open().look()
    return Studio(look, Typesetter(FaceBook(look.families, look.fallbacks), "en"))


@pytest.fixture(scope="session")
def texts() -> Callable[[Pen], dict[str, TextItem]]:
    """Text lines of a page by what they say, without the blank that parts two lines of one element."""
    return lambda pen: {item.text.strip(): item for item in pen.finished().items if isinstance(item, TextItem)}


@pytest.fixture(scope="session")
def paths() -> Callable[[Pen, str], list[PathItem]]:
    """Paths of a page by name, in paint order."""
    return lambda pen, name: [i for i in pen.finished().items if isinstance(i, PathItem) and i.name == name]


@pytest.fixture(scope="session")
def tree() -> Callable[[Page], list[str]]:
    """The structure in reading order as indented lines, the document and empty sections left out."""

    def lines(page: Page) -> list[str]:
        depths: list[int] = []
        found = []
        for element in page.elements:
            depth = 0 if element.parent is None else depths[element.parent] + 1
            depths.append(depth)
            if element.role not in ("Document", "Sect"):
                found.append("  " * (depth - 2) + element.role)
        return found

    return lines
