from __future__ import annotations

import pytest

from sopprint.frame import Element
from sopprint.geometry import Box
from sopprint.pdf.painter import paint
from tests.pdf.handmade import ABOUT, DOCUMENT, page, paragraphs, picture, png, poster, text
from tests.pdf.handmade_guide import GUIDE, guide
from tests.standards.verapdf import UnavailableError, VeraPDF


@pytest.fixture(scope="session")
def verapdf() -> VeraPDF:
    try:
        return VeraPDF()
    except UnavailableError as reason:
        pytest.skip(f"veraPDF: {reason}")


def _image_page():
    elements = (DOCUMENT, Element("Figure", 0, alt="A green square"))
    return page(picture(Box(20, 20, 90, 90), png(4, 4, alpha=True), tag=1), elements=elements)


def _words_in_two_languages():
    elements = (DOCUMENT, Element("P", 0))
    return page(text("The ", 0, 20, tag=1), text("casa", 60, 20, tag=1, lang="es"), elements=elements)


def _samples() -> dict[str, bytes]:
    shared = (DOCUMENT, Element("P", 0))
    return {
        "poster": paint([poster()], ABOUT),
        "press": paint([poster()], ABOUT, target="press"),
        "composites": paint([paragraphs("m\u0303 x\u0331", "Trẻ em", "office")], ABOUT),
        "image": paint([_image_page()], ABOUT),
        "languages": paint([_words_in_two_languages()], ABOUT),
        "guide": paint(guide(), GUIDE),
        "press guide": paint(guide(), GUIDE, target="press", viewer={"Duplex": "DuplexFlipShortEdge"}),
        "two pages": paint([page(text(w, 0, 20, tag=1), elements=shared) for w in ("begins", "ends")], ABOUT),
    }


@pytest.fixture(scope="session")
def samples() -> dict[str, bytes]:
    """Finished files by name; each must satisfy every checker."""
    return _samples()
