"""The finished PDFs read back: boxes, words, tags, colours, fonts; and every validator at hand."""

from __future__ import annotations

import re
import subprocess
from shutil import which

import pypdfium2
import pytest

from sopprint.frame import TextItem
from sopprint.paper import paper
from sopprint.pdf.inspect import read
from tests.posters.conftest import ORIENTATIONS, TOOLS, VARIANTS
from tests.standards import checkers
from tests.standards.verapdf import UnavailableError, VeraPDF

SHEETS = ("arch-d", "letter")
MARKS_ON_PAPER = {0, 1, 2, 3}  # ArUco ids of the four corners


@pytest.fixture(scope="module")
def verapdf() -> VeraPDF:
    try:
        return VeraPDF()
    except UnavailableError as reason:
        pytest.skip(f"veraPDF: {reason}")


@pytest.mark.parametrize("sheet", SHEETS)
@pytest.mark.parametrize("tool", TOOLS)
def test_checkers_pass(posters, tool, sheet):
    data = posters.pdf(tool, sheet)
    assert checkers.ours(data) == []
    assert checkers.page_validation(data) == []


@pytest.mark.parametrize("tool", TOOLS)
def test_verapdf_passes(posters, verapdf, tool):
    assert verapdf.failures(posters.pdf(tool)) == {}
    assert verapdf.failures(posters.pdf(tool, "letter", "portrait")) == {}


@pytest.mark.parametrize(("tool", "variant"), VARIANTS)
def test_variants_pass_too(posters, verapdf, tool, variant):
    data = posters.pdf(tool, "arch-d", "landscape", variant)
    assert checkers.ours(data) == []
    assert verapdf.failures(data) == {}


@pytest.mark.parametrize("turn", ORIENTATIONS)
@pytest.mark.parametrize("sheet", ["letter", "arch-d", "a1", "36x48in", "30x40in"])
def test_what_says_24_inches_measures_24_inches(posters, sheet, turn):
    size = paper(sheet).turned(turn)
    document = pypdfium2.PdfDocument(posters.pdf("action-plan", sheet, turn))
    assert len(document) == 1
    page = document[0]
    assert page.get_size() == pytest.approx((size.width, size.height), abs=0.01)
    assert page.get_mediabox() == pytest.approx((0, 0, size.width, size.height), abs=0.01)


@pytest.mark.parametrize("tool", TOOLS)
def test_pdfium_and_poppler_give_every_word(posters, tool, tmp_path):
    data = posters.pdf(tool)
    expected = [i.text.strip() for i in posters.laid(tool).page.items if isinstance(i, TextItem)]
    found = [_squeezed(pypdfium2.PdfDocument(data)[0].get_textpage().get_text_range())]
    if which("pdftotext"):
        file = tmp_path / "poster.pdf"
        file.write_bytes(data)
        done = subprocess.run(["pdftotext", "-raw", file, "-"], capture_output=True, text=True, check=True)
        found.append(_squeezed(done.stdout))
    for text in found:
        for words in expected:
            assert _squeezed(words) in text


@pytest.mark.parametrize("tool", TOOLS)
def test_reading_order_is_title_purpose_zones_footer(posters, tool):
    document = posters.document(tool)
    tags = read(posters.pdf(tool)).tags
    said = [(tag.role, tag.text) for tag in tags if tag.text]
    assert said[0] == ("H1", document.words.phrase("title").text)
    assert said[1][0] == "P"
    heads = [text for role, text in said if role == "H2"]
    expected = [_heading(document.words, zone) for zone in document.tool.order]
    assert heads == [name for name in expected if name in heads]
    assert len(heads) >= 2


def _heading(words, zone: str) -> str:
    """A zone's name as its heading says it, small words above it included."""
    parts = [words.phrase("zones", zone, key) for key in ("over", "name")]
    return " ".join(part.text for part in parts if part is not None)


def _squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text.replace("\u00ad", ""))


@pytest.mark.parametrize("tool", TOOLS)
def test_small_files_with_embedded_fonts_and_our_colours(posters, tool):
    data = posters.pdf(tool)
    assert len(data) < 60_000
    facts = read(data)
    assert facts.fonts
    assert all(font.embedded for font in facts.fonts)
    look = posters.document(tool).look
    ours = {tuple(round(c, 2) for c in colour.screen) for colour in look.colours.values()}
    used = [operator.split() for operator in facts.pages[0].colors]
    assert {operator[-1] for operator in used} <= {"rg", "RG"}
    assert {tuple(round(float(c), 2) for c in operator[:3]) for operator in used} <= ours


@pytest.mark.parametrize("turn", ORIENTATIONS)
@pytest.mark.parametrize("tool", TOOLS)
def test_a_camera_finds_the_four_corner_marks(posters, tool, turn):
    cv2 = pytest.importorskip("cv2", reason="OpenCV is not installed")
    image = pypdfium2.PdfDocument(posters.pdf(tool, "arch-d", turn))[0].render(scale=0.6, grayscale=True).to_numpy()
    detector = cv2.aruco.ArucoDetector(cv2.aruco.getPredefinedDictionary(cv2.aruco.DICT_4X4_50))
    corners, ids, _ = detector.detectMarkers(image[..., 0] if image.ndim == 3 else image)
    assert {int(i) for i in ids.ravel()} == MARKS_ON_PAPER
    centres = {int(i): c[0].mean(axis=0) for i, c in zip(ids.ravel(), corners, strict=True)}
    assert centres[0][0] < centres[1][0]  # top left is left of top right
    assert centres[0][1] < centres[2][1]  # and above bottom left


def test_the_qr_code_says_which_poster_this_is(posters):
    cv2 = pytest.importorskip("cv2", reason="OpenCV is not installed")
    image = pypdfium2.PdfDocument(posters.pdf("safety-house", "letter"))[0].render(scale=4, grayscale=True).to_numpy()
    said, _, _ = cv2.QRCodeDetector().detectAndDecode(image[..., 0] if image.ndim == 3 else image)
    assert said == "urn:sopprint:safety-house/2026.1/en"


def test_the_same_input_gives_the_same_bytes(posters):
    laid = posters.laid("three-houses")
    from sopprint.layout.poster import lay_out
    from sopprint.pdf.painter import paint

    again = lay_out(posters.document("three-houses"))
    assert paint([again.page], again.about) == paint([laid.page], laid.about)
