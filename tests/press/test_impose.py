"""Imposed files read back: which page is where, boxes, what the printer is told, and what untrusted files do."""

from __future__ import annotations

import io
import re
import subprocess
from typing import TYPE_CHECKING

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from sopprint.errors import ExitCode, SopprintError
from sopprint.geometry import Size
from sopprint.paper import paper
from sopprint.pdf.identity import read_identity
from sopprint.pdf.painter import paint
from sopprint.press.impose import booklet, impose
from tests.press.handmade import PAGE, colour, fill, near, opened, pdf_of, pictures, plain

if TYPE_CHECKING:
    from pathlib import Path

    from tests.posters.conftest import Posters

LETTER = paper("letter").size
WHITE = (255, 255, 255)


def edges(page: pikepdf.Page, box: str) -> list[float]:
    return [float(n) for n in page.obj[f"/{box}"]]


def test_booklet_has_every_page_on_its_half() -> None:
    made = booklet(plain(7), LETTER, 0.0)
    shown = [(im.getpixel((40, 70)), im.getpixel((150, 70))) for im in pictures(made.data)]
    expected = [(6, 0), (1, None), (5, 2), (3, 4)]  # of 8: 8 and 1, 2 and 7, 6 and 3, 4 and 5; the blank is the seventh
    assert len(shown) == len(expected)
    for pixels, pages in zip(shown, expected, strict=True):
        assert all(near(p, WHITE if n is None else colour(n)) for p, n in zip(pixels, pages, strict=True)), pages
    report = made.report
    assert (report.pages, report.sheets, report.blanks, report.duplex) == (7, 2, 1, "DuplexFlipShortEdge")
    assert report.sheet == Size(792, 612)


def test_creep_moves_inner_pages_toward_the_fold() -> None:
    """A line down the middle of each page, found again at 2 pixels to the point."""
    line = f"0 0 0 rg {PAGE[0] / 2 - 1} 0 2 612 re f"
    made = booklet(pdf_of(*[line] * 12), LETTER, 3.0)
    for number, image in enumerate(pictures(made.data, 2)):
        row = [image.getpixel((x, 500))[0] for x in range(image.width)]
        dark = [x / 2 for x, value in enumerate(row) if value < 128]
        left, right = [x for x in dark if x < 396], [x for x in dark if x > 396]
        creep = number // 2 * 3
        assert sum(left) / len(left) == pytest.approx(198 + creep, abs=0.5)
        assert sum(right) / len(right) == pytest.approx(594 - creep, abs=0.5)


def test_pages_with_bleed_meet_at_the_fold_and_keep_it_outside() -> None:
    bleed = 9.0
    size = (PAGE[0] + 2 * bleed, PAGE[1] + 2 * bleed)
    box = [bleed, bleed, bleed + PAGE[0], bleed + PAGE[1]]
    data = plain(4, size, TrimBox=box, BleedBox=[0, 0, *size])
    made = impose(data, paper("12x18in").size)
    with opened(made.data) as pdf:
        page = pdf.pages[0]
        assert edges(page, "MediaBox") == [0, 0, 1296, 864]
        assert edges(page, "TrimBox") == [252, 126, 1044, 738]
        assert edges(page, "BleedBox") == [243, 117, 1053, 747]
    image = pictures(made.data, 1)[0]
    assert near(image.getpixel((246, 400)), colour(3))
    assert near(image.getpixel((646, 400)), colour(3))
    assert near(image.getpixel((649, 400)), colour(0))
    assert near(image.getpixel((1050, 400)), colour(0))
    assert near(image.getpixel((238, 400)), WHITE)
    marks = [(252, 106), (1044, 106), (648, 104), (235, 126), (1061, 738)]
    assert all(min(image.getpixel((x + dx, y + dy))[0] for dx in (-1, 0, 1) for dy in (-1, 0, 1)) < 250
               for x, y in marks)  # fmt: skip


def test_bleed_does_not_run_into_a_blank_half() -> None:
    bleed = 9.0
    size = (PAGE[0] + 2 * bleed, PAGE[1] + 2 * bleed)
    box = [bleed, bleed, bleed + PAGE[0], bleed + PAGE[1]]
    made = impose(plain(3, size, TrimBox=box, BleedBox=[0, 0, *size]), paper("12x18in").size)
    image = pictures(made.data, 1)[1]
    assert near(image.getpixel((645, 400)), colour(1))
    assert near(image.getpixel((651, 400)), WHITE)


def test_it_is_the_trim_that_is_placed() -> None:
    """A square in the trim's bottom left corner, which is not the page's."""
    data = pdf_of(*[fill(9, 20, 50, 40, 40)] * 4, size=(500, 800), TrimBox=[20, 50, 20 + PAGE[0], 50 + PAGE[1]])
    image = pictures(booklet(data, LETTER, 0).data, 1)[0]
    assert near(image.getpixel((3, 608)), colour(9))
    assert near(image.getpixel((36, 576)), colour(9))
    assert near(image.getpixel((3, 568)), WHITE)
    assert near(image.getpixel((44, 608)), WHITE)


def test_marks_of_another_printer_do_not_come_along() -> None:
    """Without a BleedBox nothing outside the trim is printed."""
    data = plain(4, (PAGE[0] + 40, PAGE[1] + 40), TrimBox=[20, 20, 20 + PAGE[0], 20 + PAGE[1]])
    made = impose(data, paper("12x18in").size)
    image = pictures(made.data, 1)[0]
    assert near(image.getpixel((248, 400)), WHITE)
    assert near(image.getpixel((256, 400)), colour(3))


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_rotated_pages_stand_upright(turn: int) -> None:
    size = PAGE if turn == 180 else PAGE[::-1]
    corners = {90: (0, 0), 180: (size[0] - 60, 0), 270: (size[0] - 60, size[1] - 60)}  # the reader's top left
    content = fill(5, *corners[turn], 60, 60)
    made = booklet(pdf_of(*[content] * 4, size=size, Rotate=turn), LETTER, 0)
    image = pictures(made.data, 1)[0]
    assert image.size == (792, 612)
    assert near(image.getpixel((30, 30)), colour(5))
    assert near(image.getpixel((396 + 30, 30)), colour(5))
    assert near(image.getpixel((366, 582)), WHITE)


def test_user_units_count() -> None:
    data = plain(4, (PAGE[0] / 2, PAGE[1] / 2), UserUnit=2)
    assert booklet(data, LETTER, 0).report.sheet == Size(792, 612)
    with pytest.raises(SopprintError, match="do not fit"):
        booklet(plain(4, PAGE, UserUnit=2), LETTER, 0)


def test_printer_is_told_how_and_tags_are_not_claimed(posters: Posters) -> None:
    made = impose(posters.pdf("three-houses", "letter", "portrait"))
    with opened(made.data) as pdf:
        wishes = pdf.Root.ViewerPreferences
        assert (wishes.Duplex, wishes.PrintScaling) == ("/DuplexFlipShortEdge", "/None")
        assert wishes.PickTrayByPDFSize is True
        assert "/MarkInfo" not in pdf.Root
        assert "/StructTreeRoot" not in pdf.Root
        packet = pdf.Root.Metadata.read_bytes().decode()
        assert "pdfuaid" not in packet
        assert "without tags" in packet
        assert str(pdf.docinfo["/Title"]) == "The Three Houses (booklet)"
        with pdf.open_metadata() as xmp:
            assert xmp["dc:title"] == "The Three Houses (booklet)"
            assert xmp["dc:description"] == str(pdf.docinfo["/Subject"])


def test_print_file_still_says_what_it_was_made_from(posters: Posters, tmp_path: Path) -> None:
    source, imposed = tmp_path / "a.pdf", tmp_path / "b.pdf"
    laid = posters.laid("three-houses", "letter", "portrait")
    about = replace(laid.about, tool="three-houses", edition="2026.1", words={"zones.a & b": "9f"})
    source.write_bytes(paint([laid.page], about))
    imposed.write_bytes(impose(source.read_bytes()).data)
    before, after = read_identity(source), read_identity(imposed)
    assert before is not None
    assert after is not None
    assert (after.tool, after.edition, after.words) == ("three-houses", "2026.1", (("zones.a & b", "9f"),))
    assert after == replace(before, title="The Three Houses (booklet)", imposed="booklet")


def test_vectors_and_fonts_stay_and_marks_are_black_only(posters: Posters) -> None:
    made = impose(posters.pdf("three-houses", "letter", "portrait"), paper("arch-c").size)
    with opened(made.data) as pdf:
        forms = pdf.pages[0].obj.Resources.XObject
        assert {key: str(form.Subtype) for key, form in forms.items()} == {"/P0": "/Form", "/Marks": "/Form"}
        assert forms.P0.Resources.Font
        content = forms.Marks.read_bytes().decode("latin-1")
    colours = set(re.findall(r"(?m)^[\d. ]+ (?:k|K|rg|RG|g|G)\b", content))
    assert colours == {"0 0 0 1 k", "0 0 0 1 K"}


def test_same_input_same_bytes_and_a_clean_file(tmp_path: Path) -> None:
    data = plain(6)
    first, second = (impose(data, paper("tabloid").size).data for _ in range(2))
    assert first == second
    with opened(first) as one, opened(impose(plain(8), paper("tabloid").size).data) as other:
        assert one.trailer.ID[1] != other.trailer.ID[1]  # made from the content and not from the clock
    assert re.search(rb"Producer\W{0,4}sopprint", first)  # so that it may be replaced
    file = tmp_path / "a.pdf"
    file.write_bytes(first)
    done = subprocess.run(["qpdf", "--check", file], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_half_letter_from_rounded_millimetres_fits_and_boxes_stay_on_the_sheet() -> None:
    made = booklet(plain(4, (396.3, 612.4)), LETTER, 0)
    with opened(made.data) as pdf:
        assert edges(pdf.pages[0], "TrimBox") == edges(pdf.pages[0], "MediaBox") == [0, 0, 792, 612]


def test_a_form_field_is_printed_and_a_script_is_not() -> None:
    pdf = opened(plain(1))
    look = pdf.make_stream(fill(9, 0, 0, 100, 100).encode(), Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form,
                           BBox=[0, 0, 100, 100])  # fmt: skip
    pdf.pages[0].obj.Annots = pikepdf.Array([pdf.make_indirect(pikepdf.Dictionary(
        Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Stamp, Rect=[200, 400, 300, 500], F=4,
        AP=pikepdf.Dictionary(N=look)))])  # fmt: skip
    pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")
    stream = io.BytesIO()
    pdf.save(stream)
    made = booklet(stream.getvalue(), LETTER, 0)
    assert b"JavaScript" not in made.data
    assert near(pictures(made.data, 1)[0].getpixel((396 + 250, 162)), colour(9))


def test_hidden_layers_stay_hidden() -> None:
    pdf = opened(pdf_of("/OC /L0 BDC " + fill(9, 0, 0, 396, 612) + "EMC"))
    layer = pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.OCG, Name="notes"))
    pdf.pages[0].obj.Resources = pikepdf.Dictionary(Properties=pikepdf.Dictionary(L0=layer))
    pdf.Root.OCProperties = pikepdf.Dictionary(OCGs=[layer], D=pikepdf.Dictionary(OFF=[layer]))
    stream = io.BytesIO()
    pdf.save(stream)
    assert near(pictures(stream.getvalue(), 1)[0].getpixel((100, 100)), WHITE)
    assert near(pictures(booklet(stream.getvalue(), LETTER, 0).data, 1)[0].getpixel((500, 100)), WHITE)


def test_smaller_page_is_told() -> None:
    pdf = opened(plain(4))
    pdf.pages[2].obj.MediaBox = [0, 0, 300, 500]
    stream = io.BytesIO()
    pdf.save(stream)
    (found,) = booklet(stream.getvalue(), LETTER, 0).report.findings
    assert found.code == "SP656"
    assert "page 3 " in found.message


# ------------------------------------------------------------------------------------------ untrusted files


def locked(**permissions: bool) -> bytes:
    user = "" if permissions else "secret"
    allow = pikepdf.Permissions(**permissions)
    return pdf_of("", save={"encryption": pikepdf.Encryption(owner="owner", user=user, allow=allow)})


@pytest.mark.parametrize(
    ("data", "code", "exit_code"),
    [
        (b"", "SP651", ExitCode.IO),
        (b"%PDF-1.7 and then nothing", "SP651", ExitCode.IO),
        (b"\x89PNG\r\n\x1a\n" + bytes(2000), "SP651", ExitCode.IO),
        (locked(), "SP652", ExitCode.IO),
        (locked(print_lowres=False, print_highres=False), "SP652", ExitCode.IO),
        (pdf_of(), "SP654", ExitCode.DOCUMENT),
        (pdf_of("", MediaBox=[0, 0, 0, 0]), "SP653", ExitCode.DOCUMENT),
        (pdf_of("", MediaBox=[0, 0, 1e9, 1e9]), "SP653", ExitCode.DOCUMENT),
        (pdf_of("", TrimBox=[9000, 9000, 9100, 9100]), "SP653", ExitCode.DOCUMENT),
        (pdf_of("", size=(612, 792)), "SP655", ExitCode.USAGE),
    ],
    ids=["empty", "cut", "png", "password", "no-printing", "no-pages", "flat", "huge", "elsewhere", "too-large"],
)
def test_unfit_files_are_refused_by_name(data: bytes, code: str, exit_code: ExitCode) -> None:
    with pytest.raises(SopprintError) as failure:
        booklet(data, LETTER, 0.3, file="in/minutes.pdf")
    (found,) = failure.value.diagnostics
    assert (found.code, failure.value.exit_code) == (code, exit_code)
    assert str(found.place) == "in/minutes.pdf"


def test_broken_boxes_are_refused() -> None:
    with pytest.raises(SopprintError) as failure:
        booklet(pdf_of("", TrimBox=pikepdf.Array([pikepdf.Name.A] * 4)), LETTER, 0)
    assert failure.value.diagnostics[0].code in {"SP651", "SP653"}


def test_thousands_of_pages_are_refused_at_once() -> None:
    pdf = opened(plain(1))
    pdf.Root.Pages.Kids = pikepdf.Array([pdf.Root.Pages.Kids[0]] * 3000)
    pdf.Root.Pages.Count = 3000
    stream = io.BytesIO()
    pdf.save(stream)
    with pytest.raises(SopprintError, match="3,000 pages"):
        booklet(stream.getvalue(), LETTER, 0)


def test_hint_names_the_sheet_that_would_do() -> None:
    with pytest.raises(SopprintError) as failure:
        booklet(plain(4, (612, 792)), LETTER, 0)
    assert failure.value.diagnostics[0].hints == ("use --paper tabloid",)


def test_a_damaged_file_that_can_be_read_is_used_and_told(capfd: pytest.CaptureFixture[str]) -> None:
    data = plain(4)
    broken = data[: data.rindex(b"startxref")] + b"startxref\n7\n%%EOF\n"
    made = booklet(broken, LETTER, 0)
    assert [found.code for found in made.report.findings] == ["SP651"]
    assert near(pictures(made.data, 1)[0].getpixel((500, 100)), colour(0))
    assert capfd.readouterr().err == ""


@settings(max_examples=60, deadline=None)
@given(place=st.floats(0, 1), width=st.integers(0, 30), put=st.binary(max_size=12))
def test_whatever_is_wrong_with_a_file_is_a_finding(place: float, width: int, put: bytes) -> None:
    data = plain(3)
    at = int(place * len(data))
    try:
        made = booklet(data[:at] + put + data[at + width :], LETTER, 0.2)
    except SopprintError as failure:
        assert all(found.code.startswith("SP65") for found in failure.diagnostics)  # noqa: PT017
    else:
        assert made.data.startswith(b"%PDF-")
