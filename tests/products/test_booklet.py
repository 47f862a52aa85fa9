"""A booklet's sheets, folded, read like the guide: checked by where the page numbers stand on the finished sheets."""

from __future__ import annotations

import re
from io import BytesIO

import pikepdf
import pypdfium2
import pytest

from sopprint.geometry import Length
from sopprint.paper import paper
from sopprint.pdf.identity import read_identity
from sopprint.products import booklet
from sopprint.products.order import Order


@pytest.fixture(scope="module")
def made(shelf):
    return shelf.made("safety-house", "booklet")


def halves(data: bytes) -> list[tuple[str, str]]:
    """Left and right text of each side."""
    found = []
    for page in pypdfium2.PdfDocument(data):
        width, height = page.get_size()
        text, middle = page.get_textpage(), width / 2
        found.append((text.get_text_bounded(0, 0, middle, height), text.get_text_bounded(middle, 0, width, height)))
    return found


def folio(text: str) -> int | None:
    """The page number in the running foot, which stands beside the guide's name."""
    flat = " ".join(text.split())
    match = re.search(r"facilitator guide (\d+)$|(\d+) The Safety House · facilitator guide$", flat)
    return int(match[1] or match[2]) if match else None


def folded(sides: list[tuple[int | None, int | None]]) -> list[int | None]:
    """The pages in reading order once all sheets are laid on each other, first one outside, and folded."""
    sheets = list(zip(sides[::2], sides[1::2], strict=True))
    first = [page for front, back in sheets for page in (front[1], back[0])]
    last = [page for front, back in reversed(sheets) for page in (back[1], front[0])]
    return first + last


def test_folded_the_pages_read_in_order(made):
    pages = folded([(folio(left), folio(right)) for left, right in halves(made.data)])
    assert pages == [None, *range(2, len(pages) + 1)]  # the cover has no number
    assert "Facilitator guide" in halves(made.data)[0][1]


def test_sheets_are_letter_and_pages_keep_their_size(made):
    for page in pypdfium2.PdfDocument(made.data):
        assert page.get_size() == (792, 612)
    assert (made.width, made.height) == (792, 612)
    report = made.printed
    assert (report.sheets, report.pages, report.blanks) == (made.pages // 2, 2 * made.pages, 0)
    assert report.duplex == "DuplexFlipShortEdge"


@pytest.mark.parametrize(("page", "sheet"), [("a5", "a4"), ("letter", "tabloid"), ("a4", "a3")])
def test_sheets_are_twice_the_page(shelf, page, sheet):
    size = paper(sheet).size
    booklet_ = shelf.made("three-houses", "booklet", page)
    assert (booklet_.width, booklet_.height) == pytest.approx((size.height, size.width))


def test_printers_are_told_how(made):
    with pikepdf.open(BytesIO(made.data)) as pdf:
        viewer = pdf.Root.ViewerPreferences
        assert (viewer.Duplex, viewer.PrintScaling) == ("/DuplexFlipShortEdge", "/None")


def test_thicker_paper_moves_inner_pages_further(shelf):
    order = Order("safety-house", paper("half-letter"), product="booklet")
    thin, thick = (booklet.make(shelf.shop, order, Length(points)).printed.creep for points in (0.2, 0.8))
    assert 0 < thin < thick


def test_it_says_what_it_was_made_from(shelf, made, tmp_path):
    files = []
    for each in (made, shelf.made("safety-house", "guide")):
        file = tmp_path / each.name
        file.write_bytes(each.data)
        files.append(read_identity(file))
    booklet_, reader = files
    assert (booklet_.imposed, reader.imposed) == ("booklet", "")
    assert booklet_.words == reader.words
    assert booklet_.fingerprint == reader.fingerprint
