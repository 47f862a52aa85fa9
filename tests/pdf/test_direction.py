"""Right-to-left runs and fonts with PostScript outlines in the finished file."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from msgspec.structs import replace

from sopprint.errors import SopprintError
from sopprint.frame import Cluster, Element, FaceRef
from sopprint.pdf.painter import paint
from sopprint.text.faces import Face
from sopprint.text.shape import shape
from tests.pdf.handmade import ABOUT, DOCUMENT, FONTS, page, text
from tests.standards import checkers

ARABIC = FONTS / "noto-sans-arabic" / "NotoSansArabic-400.ttf"


def line(words: str, lang: str, face: Face):
    """A page with one paragraph of one line."""
    item = text("a", 40, 60, tag=1)
    items = [
        replace(item, x=40 + s.x * item.size, face=s.shaped.face.ref, units=s.shaped.face.units, rtl=s.shaped.rtl,
                clusters=s.shaped.clusters, width=s.shaped.width(item.size))
        for s in shape(words, face, lang).sets()
    ]  # fmt: skip
    return page(*items, elements=(DOCUMENT, Element("P", 0, lang=lang)))


@pytest.fixture(scope="module")
def arabic() -> Face:
    return Face(ARABIC, "Noto Sans Arabic")


def test_runs_from_right_to_left_are_marked_and_in_reading_order(arabic: Face) -> None:
    data = paint([line("اتصل 555-0142 الآن", "ar", arabic)], ABOUT)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        content = pdf.pages[0].Contents.read_bytes().decode("ascii")
    marks = re.findall(r"/(ReversedChars) BMC BT|(?<!BMC )(BT)", content)
    assert marks == [("ReversedChars", ""), ("", "BT"), ("ReversedChars", "")]
    assert content.count("BMC") + content.count("BDC") == content.count("EMC")


def test_readers_get_the_words_back(arabic: Face) -> None:
    words = "اتصل بالرقم 555-0142 الآن"
    data = paint([line(words, "ar", arabic)], ABOUT)
    read = pypdfium2.PdfDocument(data)[0].get_textpage().get_text_range()
    assert read.strip() == words
    assert checkers.ours(data) == []
    assert checkers.page_validation(data) == []


def test_left_to_right_text_is_not_marked() -> None:
    data = paint([page(text("casa", 20, 40, tag=1), elements=(DOCUMENT, Element("P", 0)))], ABOUT)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert b"ReversedChars" not in pdf.pages[0].Contents.read_bytes()


# ------------------------------------------------------------------------------------------- PostScript outlines


@pytest.fixture(scope="module")
def compact(tmp_path_factory: pytest.TempPathFactory) -> Face:
    """A font of three squares with PostScript outlines, whose glyphs lie far from its first."""
    names = [".notdef", *(f"spare{n}" for n in range(40)), "home", "safe", "space"]
    builder = FontBuilder(1000, isTTF=False)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({ord("家"): "home", ord("安"): "safe", ord(" "): "space"})
    shapes = {}
    for name in names:
        pen = T2CharStringPen(500 if name == "space" else 1000, None)
        if name != "space":
            side = 800 if name == "home" else 400
            pen.moveTo((100, 0))
            for point in ((100, side), (900, side), (900, 0)):
                pen.lineTo(point)
            pen.closePath()
        shapes[name] = pen.getCharString()
    builder.setupCFF("Squares-Regular", {"FullName": "Squares"}, shapes, {})
    builder.setupHorizontalMetrics({name: (500 if name == "space" else 1000, 100) for name in names})
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupNameTable({"familyName": "Squares", "styleName": "Regular", "psName": "Squares-Regular"})
    builder.setupOS2(sTypoAscender=880, sCapHeight=733)
    builder.setupPost()
    file = tmp_path_factory.mktemp("fonts") / "squares.otf"
    builder.save(file)
    return Face(file, "Squares")


def test_postscript_outlines_are_embedded_with_a_map_to_them(compact: Face) -> None:
    data = paint([line("家安 家", "zh", compact)], ABOUT)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        (font,) = pdf.pages[0].Resources.Font.values()
        descendant = font.DescendantFonts[0]
        assert descendant.Subtype == "/CIDFontType0"
        assert descendant.FontDescriptor.FontFile3.Subtype == "/CIDFontType0C"
        assert "CIDToGIDMap" not in descendant
        rows = re.findall(rb"<(\w{4})> (\d+)\n", font.Encoding.read_bytes())
        assert [int(code, 16) for code, _ in rows] == [0, 1, 2, 3]
        assert len({cid for _, cid in rows}) == 4
        widths = [float(width) for width in descendant.W[1]]
        assert sorted(widths) == [500, 1000, 1000, 1000]
        assert widths[int(dict(rows)[b"0003"])] == 500  # the blank, third to be shown
    assert pypdfium2.PdfDocument(data)[0].get_textpage().get_text_range().strip() == "家安 家"
    assert checkers.ours(data) == []


def test_the_right_outline_is_shown(compact: Face) -> None:
    image = pypdfium2.PdfDocument(paint([line("家安", "zh", compact)], ABOUT))[0].render(scale=4).to_pil().convert("L")
    dark = [[image.getpixel((round(4 * x), round(4 * y))) < 128 for x in (49, 67)] for y in (56, 48)]
    assert dark == [[True, True], [True, False]]  # the home is tall, the other low


def test_what_cannot_be_joined_is_refused(compact: Face) -> None:
    item = text("a", 0, 20, tag=None)
    two = Cluster("が", ((41, 0, 0), (42, 0, 0)), 1000)
    with pytest.raises(SopprintError) as caught:
        paint([page(replace(item, face=compact.ref, units=1000, clusters=(two,)))], ABOUT)
    assert [d.code for d in caught.value.diagnostics] == ["SP302"]


def test_the_face_of_a_collection_is_the_one_that_is_named() -> None:
    collection = Path("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc")  # Debian's package fonts-noto-cjk
    if not collection.is_file():
        pytest.skip("no collection on this computer: apt install fonts-noto-cjk")
    files = []
    for number, name, lang in ((2, "NotoSansCJKsc-Regular", "zh-Hans"), (3, "NotoSansCJKtc-Regular", "zh-Hant")):
        face = Face(collection, "Noto", number)
        assert face.ref == FaceRef(str(collection), name, number)
        files.append(paint([line("骨", lang, face)], ABOUT))
        with pikepdf.open(io.BytesIO(files[-1])) as pdf:
            assert [str(font.BaseFont)[8:] for font in pdf.pages[0].Resources.Font.values()] == [name]
    one, other = (pypdfium2.PdfDocument(data)[0].render(scale=4).to_pil() for data in files)
    assert one.tobytes() != other.tobytes()
