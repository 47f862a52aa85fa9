"""Items to operators: read back from the finished file, never from the painter's own state."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pypdfium2
import pytest

from sopprint.errors import SopprintError
from sopprint.frame import Element, PathItem
from sopprint.geometry import Box, Size, ellipse, polyline, rectangle
from sopprint.pdf.inspect import read
from sopprint.pdf.painter import paint
from tests.pdf.handmade import ABOUT, GREEN, INK, page, picture, png, poster, text


def operators(*items, target="screen", **sheet) -> list[str]:
    """The content stream of a page of these items, one operator a line."""
    data = paint([page(*items, **sheet)], ABOUT, target=target)
    with pikepdf.open(BytesIO(data)) as pdf:
        instructions = pikepdf.parse_content_stream(pdf.pages[0])
        return [pikepdf.unparse_content_stream([i]).decode() for i in instructions]


def lines(*items, **kw) -> list[str]:
    return [op for op in operators(*items, **kw) if not op.endswith(("BMC", "EMC", "BDC"))]


SQUARE = rectangle(Box(10, 20, 60.5, 40))


def test_y_runs_down_in_a_page_and_up_in_a_pdf():
    assert lines(PathItem(SQUARE, fill=INK)) == [
        "0.102 0.102 0.102 rg", "10 280 m", "60.5 280 l", "60.5 260 l", "10 260 l", "h", "f",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("look", "operator"),
    [
        ({"fill": INK}, "f"),
        ({"fill": INK, "even_odd": True}, "f*"),
        ({"stroke": INK, "width": 1}, "S"),
        ({"fill": INK, "stroke": GREEN, "width": 1}, "B"),
        ({"fill": INK, "stroke": GREEN, "width": 1, "even_odd": True}, "B*"),
    ],
)
def test_filling_and_stroking(look, operator):
    assert lines(PathItem(SQUARE, **look))[-1] == operator


def test_a_path_without_ink_leaves_no_operator():
    assert lines(PathItem(SQUARE)) == []


def test_lines_are_round_unless_square():
    path = polyline(((0, 0), (10, 0)))
    assert "1 J" in lines(PathItem(path, stroke=INK, width=2))
    both = lines(PathItem(path, stroke=INK, width=2), PathItem(path, stroke=INK, width=2, square=True))
    assert [op for op in both if op.endswith((" J", " j"))] == ["1 J", "1 j", "0 J", "0 j"]


def test_state_is_written_only_when_it_changes():
    item = PathItem(SQUARE, fill=GREEN, stroke=INK, width=2, dash=(3, 1.5))
    once, twice = lines(item), lines(item, item)
    assert [op for op in once if op.endswith(("rg", "RG", "w", "d"))] == [
        "0.1216 0.4784 0.3608 rg", "0.102 0.102 0.102 RG", "2 w", "[ 3 1.5 ] 0 d",
    ]  # fmt: skip
    assert len(twice) == len(once) + 6


def test_a_dash_ends_with_its_line():
    plain = PathItem(SQUARE, stroke=INK, width=2)
    dashed = PathItem(SQUARE, stroke=INK, width=2, dash=(3, 1))
    assert "[ ] 0 d" in lines(dashed, plain)


@pytest.mark.parametrize(
    ("value", "written"),
    [(1.005, "1"), (1.1, "1.1"), (100.0, "100"), (-0.001, "0"), (-0.5, "-0.5"), (10.10, "10.1"), (0.05, "0.05"),
     (14400.25, "14400.25")],
)  # fmt: skip
def test_numbers_are_short_and_exact_to_a_hundredth(value, written):
    data = paint([page(PathItem(polyline(((value, 300), (5, 5))), fill=INK))], ABOUT)
    with pikepdf.open(BytesIO(data)) as pdf:
        stream = pdf.pages[0].Contents.read_bytes().decode()
    assert f"\n{written} 0 m 5 295 l f\n" in stream


def test_consecutive_items_of_one_element_share_a_sequence():
    elements = (Element("Document", None), Element("P", 0), Element("P", 0))
    items = (
        text("a", 0, 20, tag=1),
        text("b", 0, 40, tag=1),
        PathItem(SQUARE, fill=INK),
        text("c", 0, 60, tag=2),
        text("d", 0, 80, tag=1),
    )
    marks = [op for op in operators(*items, elements=elements) if op.endswith(("BMC", "EMC", "BDC"))]
    assert marks == [
        "/P << /MCID 0 >> BDC", "EMC", "/Artifact BMC", "EMC",
        "/P << /MCID 1 >> BDC", "EMC", "/P << /MCID 2 >> BDC", "EMC",
    ]  # fmt: skip
    facts = read(paint([page(*items, elements=elements)], ABOUT))
    assert facts.texts("P") == ("abd", "c")


def test_a_phrase_in_another_language_says_so():
    elements = (Element("Document", None), Element("P", 0))
    items = (text("The ", 0, 20, tag=1), text("casa", 40, 20, tag=1, lang="es"), text("x", 90, 20, tag=1, lang="en-US"))
    marks = [op for op in operators(*items, elements=elements) if "BDC" in op]
    assert marks == ["/P << /MCID 0 >> BDC", "/Span << /Lang (es) >> BDC"]


def test_a_clip_cuts_one_path_and_leaves_the_state_alone():
    cut = PathItem(SQUARE, fill=INK, clip=Box(10, 20, 30, 30.5))
    after = PathItem(SQUARE, fill=INK)
    assert lines(cut, after) == [
        "0.102 0.102 0.102 rg",
        "q", "10 269.5 20 10.5 re", "W", "n", "10 280 m", "60.5 280 l", "60.5 260 l", "10 260 l", "h", "f", "Q",
        "10 280 m", "60.5 280 l", "60.5 260 l", "10 260 l", "h", "f",
    ]  # fmt: skip


def test_screen_sheet_is_the_trim():
    (sheet,) = read(paint([poster()], ABOUT)).pages
    assert sheet.boxes == {"MediaBox": (0, 0, 400, 300), "TrimBox": (0, 0, 400, 300)}
    assert all(color.endswith(("rg", "RG")) for color in sheet.colors)


def test_press_sheet_holds_the_bleed_and_cmyk():
    (sheet,) = read(paint([poster()], ABOUT, target="press")).pages
    assert sheet.boxes == {"MediaBox": (0, 0, 418, 318), "TrimBox": (9, 9, 409, 309), "BleedBox": (0, 0, 418, 318)}
    assert sheet.colors == ("0.8 0.2 0.6 0.1 K", "0 0 0 1 k", "0.8 0.2 0.6 0.1 k", "0 0 0 1 K")
    moved = lines(PathItem(SQUARE, fill=INK), target="press", bleed=9)
    assert moved[:2] == ["0 0 0 1 k", "19 289 m"]


def test_a_circle_lies_where_the_page_says():
    data = paint([page(PathItem(ellipse(100, 60, 20), fill=INK), size=Size(200, 300))], ABOUT)
    image = pypdfium2.PdfDocument(data)[0].render(scale=1, grayscale=True).to_pil()
    dark = image.point(lambda v: 255 if v < 128 else 0).getbbox()
    assert dark == (80, 40, 120, 80)


def test_an_image_fills_its_box_once_embedded():
    data = png(4, 2, alpha=False)
    item = picture(Box(20, 30, 100, 70), data, tag=None)
    assert lines(item) == ["q", "80 0 0 40 20 230 cm", "/Im1 Do", "Q"]
    finished = paint([page(item, item), page(item)], ABOUT)
    with pikepdf.open(BytesIO(finished)) as pdf:
        images = [o for o in pdf.objects if isinstance(o, pikepdf.Stream) and o.get("/Subtype") == "/Image"]
        assert len(images) == 1
        assert images[0].read_bytes() == b"\x20\x80\x60" * 8


def test_transparency_becomes_a_soft_mask():
    item = picture(Box(0, 0, 10, 10), png(3, 3, alpha=True), tag=None)
    with pikepdf.open(BytesIO(paint([page(item)], ABOUT))) as pdf:
        image = pdf.pages[0].Resources.XObject.Im1
        assert image.SMask.read_bytes() == b"\x80" * 9
        assert image.ColorSpace == "/DeviceRGB"


def test_a_jpeg_keeps_its_own_bytes():
    pil = pytest.importorskip("PIL.Image")
    buffer = BytesIO()
    pil.new("L", (5, 4), 128).save(buffer, "JPEG")
    with pikepdf.open(BytesIO(paint([page(picture(Box(0, 0, 9, 9), buffer.getvalue(), tag=None))], ABOUT))) as pdf:
        image = pdf.pages[0].Resources.XObject.Im1
        assert (image.Filter, image.ColorSpace, int(image.Width)) == ("/DCTDecode", "/DeviceGray", 5)
        assert image.read_raw_bytes() == buffer.getvalue()


def test_a_broken_picture_is_refused():
    with pytest.raises(SopprintError, match="neither PNG nor JPEG") as caught:
        paint([page(picture(Box(0, 0, 9, 9), b"not a picture", tag=None))], ABOUT)
    assert caught.value.diagnostics[0].code == "SP303"
