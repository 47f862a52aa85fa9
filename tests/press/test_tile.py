"""Tiled posters read back: joined again they are the poster, at its size, and every sheet says where it belongs."""

from __future__ import annotations

import io
import subprocess
from functools import cache
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from PIL import Image, ImageChops

from sopprint.errors import ExitCode, SopprintError
from sopprint.geometry import Size
from sopprint.paper import paper
from sopprint.press.tile import Tiled, tile_poster
from sopprint.press.tiling import tile
from tests.press.handmade import colour, fill, near, opened, pdf_of, picture, pictures, plain

if TYPE_CHECKING:
    from pathlib import Path

    from tests.posters.conftest import Posters

LETTER = paper("letter").size
CHECK = 24  # points; squares of the checkerboard


@cache
def checkerboard(width: int, height: int) -> bytes:
    squares = (
        fill((x // CHECK * 7 + y // CHECK * 11) % 200, x, y, CHECK, CHECK)
        for x in range(0, width, CHECK)
        for y in range(0, height, CHECK)
    )
    return pdf_of("".join(squares), size=(width, height))


@cache
def tiled(width: int = 1728, height: int = 1296) -> Tiled:
    return tile_poster(checkerboard(width, height), LETTER)


def texts(data: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(data)
    try:
        return [page.get_textpage().get_text_bounded() for page in document]
    finally:
        document.close()


@pytest.mark.parametrize("size", [(1728, 1296), (1224, 1944)])
def test_joined_sheets_are_the_poster(size: tuple[int, int]) -> None:
    """As by hand: each sheet is cut to its tile at the top left and laid over the flaps of those before."""
    made, scale = tiled(*size), 1
    plan = tile(Size(*size), LETTER, overlap=36, margin=18)
    poster = pictures(checkerboard(*size), scale)[0]
    joined = Image.new("RGB", poster.size, "magenta")
    for image, one in zip(pictures(made.data, scale)[1:], plan.tiles, strict=True):
        place = plan.place
        cut = image.crop(tuple(round(edge * scale) for edge in (place.left, place.top, place.right, place.bottom)))
        joined.paste(cut, (round(one.art.left * scale), round(one.art.top * scale)))
    wrong = ImageChops.difference(joined, poster).convert("L").point(lambda value: 255 if value > 40 else 0)
    share = wrong.histogram()[255] / (poster.width * poster.height)
    assert share < 0.15  # edges of squares at a fraction of a pixel
    for x in range(CHECK // 2, size[0], CHECK):
        for y in range(CHECK // 2, size[1], CHECK):
            assert near(joined.getpixel((x, y)), poster.getpixel((x, y))), (x, y)


def test_flap_keeps_the_picture_next_to_the_joint_and_is_grey_beyond() -> None:
    plan = tile(Size(1728, 1296), LETTER, overlap=36, margin=18)
    image = pictures(tiled().data, 1)[1]
    poster = pictures(checkerboard(1728, 1296), 1)[0]
    x, y = round(plan.place.right), round(plan.place.top + 84)
    inner = (round(x - plan.place.left) - 30, 84)
    assert near(image.getpixel((x - 30, y)), poster.getpixel(inner))
    assert near(image.getpixel((x - 6, y)), (225, 225, 226))  # 12 % black


def test_what_says_24_inches_measures_24_inches() -> None:
    """A dark line on each side of an inch, across the joint of two sheets."""
    size = (24 * 72, 300)
    ticks = "0 0 0 rg " + " ".join(f"{inch * 72 - 1} 0 2 300 re f" for inch in range(1, 24))
    plan = tile(Size(*size), LETTER, overlap=36, margin=18)
    made = tile_poster(pdf_of(ticks, size=size), LETTER)
    seen = []
    for image, one in zip(pictures(made.data, 4)[1:], plan.tiles, strict=True):
        y = round(plan.place.center.y * 4) + 200  # clear of the flap's name
        reach = range(round(plan.place.left * 4) + 8, round((plan.place.right - 18 * one.glue_right) * 4) - 8)
        dark = [x / 4 - plan.place.left + one.art.left for x in reach if image.getpixel((x, y))[0] < 100]
        seen += dark
    assert {round(x / 72) for x in seen} == set(range(1, 24))
    assert all(abs(x - round(x / 72) * 72) < 1.5 for x in seen)


def test_every_sheet_is_the_paper_and_says_where_it_belongs() -> None:
    made = tiled()
    report = made.report
    with opened(made.data) as pdf:
        assert len(pdf.pages) == report.sheets == report.rows * report.columns + 1
        sizes = {tuple(float(n) for n in page.mediabox) for page in pdf.pages}
        assert sizes == {(0, 0, report.sheet.width, report.sheet.height)}
        assert sorted((report.sheet.width, report.sheet.height)) == [612, 792]
        assert pdf.Root.ViewerPreferences.Duplex == "/Simplex"
        assert pdf.Root.ViewerPreferences.PrintScaling == "/None"
    shown = texts(made.data)
    assert f"24 × 18 in from {report.tiles} sheets" in shown[0]
    assert all(f"{row}{column}" in shown[0] for row in "AB" for column in range(1, report.columns + 1))
    assert "A1 row 1 of" in " ".join(shown[1].split())
    assert "actual size" in shown[1]
    assert "A2" in shown[1]  # its right flap
    assert "glue under B1" in shown[1]
    assert "glue" not in shown[-1]


def test_map_has_a_square_of_one_inch() -> None:
    image = picture(tiled().data, 0, 4)
    height = tiled().report.sheet.height
    row = round((height - 36 - 10) * 4)
    dark = [x / 4 for x in range(480) if image.getpixel((x, row))[0] < 128]
    assert (min(dark) + max(dark)) / 2 == pytest.approx(72, abs=0.3)
    assert max(dark) - min(dark) == pytest.approx(72, abs=0.6)


def test_small_print_stays_where_printers_print() -> None:
    """The outer 4 mm stay blank in office printers; tiles here fill the sheet to the margins."""
    document = pypdfium2.PdfDocument(tiled(2 * 576 - 36, 2 * 756 - 36).data)
    try:
        for page in document:
            text = page.get_textpage()
            for index in range(text.count_chars()):
                left, bottom, right, top = text.get_charbox(index)
                assert min(left, bottom, page.get_width() - right, page.get_height() - top) > 4 / 25.4 * 72 - 0.5
    finally:
        document.close()


def test_poster_is_kept_once_whatever_the_number_of_sheets(posters: Posters) -> None:
    source = posters.pdf("three-houses")
    made = tile_poster(source, LETTER)
    assert made.report.tiles == 15
    assert len(made.data) < len(source) + 40_000
    with opened(made.data) as pdf:
        forms = {page.obj.Resources.XObject.P0.objgen for page in pdf.pages}
        assert len(forms) == 1
        assert b"/P0 Do" in pdf.pages[3].Contents.read_bytes()


def test_same_input_same_bytes_and_a_clean_file(tmp_path: Path) -> None:
    first, second = (tile_poster(checkerboard(1728, 1296), paper("tabloid").size).data for _ in range(2))
    assert first == second
    file = tmp_path / "a.pdf"
    file.write_bytes(first)
    done = subprocess.run(["qpdf", "--check", file], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_only_the_trim_is_cut_into_tiles() -> None:
    data = plain(1, (1018, 1018), TrimBox=[9, 9, 1009, 1009], BleedBox=[0, 0, 1018, 1018])
    made = tile_poster(data, LETTER)
    assert made.report.poster == Size(1000, 1000)


def test_other_pages_can_be_tiled() -> None:
    image = pictures(tile_poster(plain(3, (1000, 1000)), LETTER, page=3).data, 0.25)[1]
    assert near(image.getpixel((80, 80)), colour(2))


@pytest.mark.parametrize(
    ("size", "wishes", "code", "exit_code"),
    [
        ((792, 612), {}, "SP657", ExitCode.USAGE),
        ((1000, 1000), {"overlap": 580}, "SP658", ExitCode.USAGE),
        ((1000, 1000), {"page": 2}, "SP659", ExitCode.USAGE),
        ((1000, 1000), {"page": 0}, "SP659", ExitCode.USAGE),
        ((14400, 14400), {}, "SP654", ExitCode.DOCUMENT),
    ],
)
def test_wishes_that_cannot_be_met(
    size: tuple[float, float], wishes: dict[str, int], code: str, exit_code: ExitCode
) -> None:
    with pytest.raises(SopprintError) as failure:
        tile_poster(plain(1, size), LETTER, file="a.pdf", **wishes)  # type: ignore[arg-type]
    assert (failure.value.diagnostics[0].code, failure.value.exit_code) == (code, exit_code)


def test_reading_of_a_damaged_page_is_reported() -> None:
    data = io.BytesIO()
    with opened(plain(1, (1000, 1000))) as pdf:
        pdf.pages[0].obj.TrimBox = ["x", 0, 1, 1]
        pdf.save(data)
    with pytest.raises(SopprintError, match="damaged"):
        tile_poster(data.getvalue(), LETTER)
