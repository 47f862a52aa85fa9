"""The finished print file, read back: PDF/X-4 and X-1a, object by object."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from functools import cache
from io import BytesIO

import pikepdf
import pytest
from msgspec.structs import replace

from sopprint.color import Color
from sopprint.errors import SopprintError
from sopprint.frame import PageItem, PathItem
from sopprint.geometry import Box, Insets, line
from sopprint.paper import paper
from sopprint.pdf.finish import Intent, Plan, finish
from sopprint.pdf.painter import paint
from sopprint.press.job import printed_on
from sopprint.press.shop import load
from sopprint.products.order import Order
from sopprint.products.poster import make_for_shop
from sopprint.products.workshop import Workshop
from sopprint.resolve.library import Library
from sopprint.resources import shipped
from tests.pdf.handmade import ABOUT, page, picture, png, poster, text
from tests.standards import checkers

ICC = shipped("layouts").data("icc/FOGRA39L_coated.icc")
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
PLAN = Plan(
    ("x4", "ua1"), Intent("FOGRA39", "Coated FOGRA39", "http://www.color.org", ICC), Insets.even(9), NOON,
    (line(-40, 0, -20, 0),),
)  # fmt: skip


@pytest.fixture(autouse=True)
def _no_date(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)


@cache
def made(shop: str = "wide-format", standard: str | None = None) -> bytes:
    order = Order("three-houses", paper("arch-d"))
    return make_for_shop(Workshop(Library.open()), order, load(shop), standard)[0].data  # type: ignore[arg-type]


def finished(page_=None, **more) -> bytes:
    return finish(paint([page_ or replace(poster(), bleed=50)], ABOUT, target="press"), replace(PLAN, **more))


@cache  # pikepdf's objects live no longer than their document
def opened(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(data))


def box(entry: pikepdf.Object) -> tuple[float, ...]:
    return tuple(float(edge) for edge in entry)


def packet(pdf: pikepdf.Pdf) -> str:
    return pdf.Root.Metadata.read_bytes().decode("utf-8")


# ------------------------------------------------------------------------------------------------ the file


@pytest.mark.parametrize(("standard", "header"), [("x4", b"%PDF-1.6\n"), ("x1a", b"%PDF-1.4\n")])
def test_header_and_no_object_streams(standard: str, header: bytes) -> None:
    data = made("offset", standard)
    assert data.startswith(header)
    assert b"/ObjStm" not in data
    assert b"/XRef" not in data


def test_same_input_same_bytes() -> None:
    assert made() == made.__wrapped__()


def test_identifiers_are_there_and_belong_to_the_content() -> None:
    one, other = opened(made()), opened(made("offset"))
    assert len(one.trailer.ID) == 2
    assert bytes(one.trailer.ID[0]) != bytes(other.trailer.ID[0])
    assert re.search(r"<xmpMM:DocumentID>uuid:[0-9a-f-]{36}<", packet(one))


# ------------------------------------------------------------------------------------------------ boxes


@pytest.mark.parametrize(
    ("shop", "media", "bleed", "trim"),
    [
        ("wide-format", (0, 0, 2718, 1854), (45, 45, 2673, 1809), (63, 63, 2655, 1791)),
        ("offset", (0, 0, 2700, 1836), (45, 45, 2655, 1791), (54, 54, 2646, 1782)),
        ("online-no-marks", (0, 0, 2610, 1746), (0, 0, 2610, 1746), (9, 9, 2601, 1737)),
        ("copy-center", (0, 0, 2592, 1728), (0, 0, 2592, 1728), (0, 0, 2592, 1728)),
    ],
)
def test_boxes_are_exact(shop: str, media: tuple, bleed: tuple, trim: tuple) -> None:
    entry = opened(made(shop)).pages[0].obj
    assert (box(entry.MediaBox), box(entry.BleedBox), box(entry.TrimBox)) == (media, bleed, trim)
    assert not {"/CropBox", "/ArtBox", "/Rotate", "/Trans", "/Annots", "/UserUnit"} & set(entry.keys())


def test_uneven_bleed_without_marks_ends_the_sheet_there() -> None:
    entry = opened(finished(bleed=Insets(0, 9, 18, 4), registration=(), with_marks=False)).pages[0].obj
    assert box(entry.TrimBox) == (50, 50, 450, 350)
    assert box(entry.MediaBox) == box(entry.BleedBox) == (50, 46, 468, 359)


# ------------------------------------------------------------------------------------------------ what it says


def test_output_intent_has_a_true_name_and_the_whole_profile() -> None:
    (intent,) = opened(made()).Root.OutputIntents
    assert intent.S == "/GTS_PDFX"
    assert str(intent.OutputConditionIdentifier) == "FOGRA39"
    assert str(intent.RegistryName) == "http://www.color.org"
    assert intent.DestOutputProfile.N == 4
    assert intent.DestOutputProfile.read_bytes() == ICC


def test_info_and_xmp_agree() -> None:
    pdf = opened(made())
    xmp, info = packet(pdf), pdf.docinfo
    assert "<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>" in xmp
    assert str(info.GTS_PDFXVersion) == "PDF/X-4"
    assert info.Trapped == "/False"
    assert xmp.count("<pdf:Trapped>False</pdf:Trapped>") == 1
    assert str(info.CreationDate) == str(info.ModDate) == "D:20260101000000Z"
    for key in ("CreateDate", "ModifyDate", "MetadataDate"):
        assert xmp.count(f"<xmp:{key}>2026-01-01T00:00:00Z</xmp:{key}>") == 1
    assert f'<rdf:li xml:lang="x-default">{info.Title}</rdf:li>' in xmp


def test_the_packet_lies_in_the_clear() -> None:
    data = made()
    assert b"<pdfxid:GTS_PDFXVersion>" in data
    assert "/Filter" not in opened(data).Root.Metadata


def test_a_given_date_is_written_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    pdf = opened(finished(date=datetime(2026, 1, 1, tzinfo=UTC)))
    assert packet(pdf).count("<xmp:CreateDate>2026-01-01T00:00:00Z<") == 1
    assert str(pdf.docinfo.CreationDate) == "D:20260101000000Z"


def test_the_date_is_that_of_the_edition_or_given(monkeypatch: pytest.MonkeyPatch) -> None:
    assert printed_on("2026.1") == datetime(2026, 1, 1, tzinfo=UTC)
    assert printed_on("third") == datetime(1980, 1, 1, tzinfo=UTC)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    assert printed_on("2026.1") == datetime(2001, 9, 9, 1, 46, 40, tzinfo=UTC)


def test_x1a_claims_x1a_only() -> None:
    pdf = opened(made("offset", "x1a"))
    assert str(pdf.docinfo.GTS_PDFXVersion) == str(pdf.docinfo.GTS_PDFXConformance) == "PDF/X-1a:2003"
    assert "<pdfx:GTS_PDFXVersion>PDF/X-1a:2003<" in packet(pdf)
    assert "pdfuaid:part" not in packet(pdf)
    assert "/Tabs" not in pdf.pages[0].obj


def test_nothing_for_screens_is_left() -> None:
    root = opened(made()).Root
    assert not {"/Outlines", "/Names", "/OpenAction", "/AA", "/PageMode"} & set(root.keys())
    assert set(root.ViewerPreferences.keys()) == {"/DisplayDocTitle"}


# ------------------------------------------------------------------------------------------------ colour


OPERATORS = {"rg", "RG", "g", "G", "sc", "scn", "cs", "ri", "sh"}


def test_only_cmyk_and_registration() -> None:
    content = opened(made()).pages[0]
    used = {str(op) for _, op in pikepdf.parse_content_stream(content)}
    assert {"k", "K", "CS", "SCN"} <= used
    assert not used & OPERATORS
    (space,) = content.obj.Resources.ColorSpace.values()
    assert [str(part) for part in list(space)[:3]] == ["/Separation", "/All", "/DeviceCMYK"]


def test_black_words_overprint_and_white_or_coloured_ones_do_not() -> None:
    page_ = opened(made()).pages[0]
    states = {str(name): bool(state.op) for name, state in page_.obj.Resources.ExtGState.items()}
    assert all(int(state.OPM) == (bool(state.op) or bool(state.OP)) for state in page_.obj.Resources.ExtGState.values())
    seen = set()
    fill, overprint = (), False
    for operands, operator in pikepdf.parse_content_stream(page_):
        match str(operator):
            case "k":
                fill = tuple(float(ink) for ink in operands)
            case "gs":
                overprint = states[str(operands[0])]
            case "Tj" | "TJ":
                seen.add((fill[:3] == (0, 0, 0) and fill[3] > 0, overprint))
    assert seen == {(True, True), (False, False)}


def test_white_words_never_overprint() -> None:
    white = text("White", 20, 40, tag=None, color=Color.of("#FFFFFF", (0, 0, 0, 0)))
    assert b" gs" not in opened(paint([page(white)], ABOUT, target="press")).pages[0].Contents.read_bytes()


@pytest.mark.parametrize(
    ("width", "ink", "over"), [(1.9, (0, 0, 0, 100), True), (2, (0, 0, 0, 100), False), (1, (9, 0, 0, 90), False)]
)
def test_thin_black_lines_overprint_and_their_fill_does_not(width: float, ink: tuple, over: bool) -> None:
    tick_box = PathItem(line(20, 20, 60, 20), fill=Color.of("#FFFFFF", (0, 0, 0, 0)),
                        stroke=Color.of("#222222", ink), width=width)  # fmt: skip
    page_ = opened(paint([page(tick_box)], ABOUT, target="press")).pages[0]
    content = page_.Contents.read_bytes()
    assert (b"/OS gs" in content) is over
    state = page_.Resources.ExtGState.OS
    assert (bool(state.OP), bool(state.op), int(state.OPM)) == (True, False, 1)


def test_lines_of_a_picture_of_a_page_do_not_overprint() -> None:
    """They are thin only because the page is shown small; its words overprint as they do on the page itself."""
    thin = PathItem(line(20, 20, 60, 20), stroke=Color.of("#222222", (0, 0, 0, 100)), width=0.5)
    words = text("Black", 20, 40, tag=None, color=Color.of("#222222", (0, 0, 0, 100)))
    shown = PageItem(Box(0, 0, 200, 150), page(thin, words))
    (form,) = opened(paint([page(shown)], ABOUT, target="press")).pages[0].Resources.XObject.values()
    assert b"/OS gs" not in form.read_bytes()
    assert b"/OF gs" in form.read_bytes()


def test_files_for_screens_have_no_overprint() -> None:
    assert "/ExtGState" not in opened(paint([poster()], ABOUT)).pages[0].Resources


def registration_only(data: bytes) -> bytes:
    content = opened(data).pages[0].obj.Contents
    return list(content)[-1].read_bytes()  # type: ignore[call-overload]


def test_registration_is_drawn_at_its_place_as_decoration() -> None:
    drawn = registration_only(finished())
    assert drawn.startswith(b"/Artifact <</Type /Page>> BDC q /Registration CS 1 SCN 0.25 w")
    assert b"10 350 m 30 350 l S" in drawn  # 40 to 20 pt left of the trim's top left corner, which is at 50, 350
    assert drawn.rstrip().endswith(b"Q EMC")


def test_pictures_become_cmyk() -> None:
    data = finished(page(picture(Box(20, 20, 90, 90), png(4, 4, alpha=False), tag=None)))
    (image,) = opened(data).pages[0].Resources.XObject.values()
    assert image.ColorSpace == "/DeviceCMYK"
    pixel = image.read_bytes()[:4]
    assert len(image.read_bytes()) == 4 * 4 * 4
    assert pixel[0] > 200  # #208060 is a green: much cyan,
    assert pixel[1] < 110  # little magenta
    assert sum(pixel) / 255 * 100 <= 300  # and no more ink than the profile ever asks for


def test_transparency_says_that_it_is_blended_in_cmyk() -> None:
    glass = page(picture(Box(20, 20, 90, 90), png(4, 4, alpha=True), tag=None))
    assert opened(finished(glass)).pages[0].obj.Group.CS == "/DeviceCMYK"
    assert "/Group" not in opened(finished()).pages[0].obj


def test_x1a_refuses_transparency() -> None:
    glass = page(picture(Box(20, 20, 90, 90), png(4, 4, alpha=True), tag=None))
    with pytest.raises(SopprintError) as failure:
        finished(glass, standards=("x1a",))
    assert [found.code for found in failure.value.diagnostics] == ["SP624"]


# ------------------------------------------------------------------------------------------------ access


def test_tags_stay() -> None:
    assert checkers.ours(made()) == []
    assert checkers.page_validation(made()) == []


def test_fonts_are_all_embedded() -> None:
    fonts = opened(made()).pages[0].Resources.Font.values()
    assert all("/FontFile2" in font.DescendantFonts[0].FontDescriptor for font in fonts)
