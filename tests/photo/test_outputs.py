"""Every file of a record, opened again: nothing in it but what is meant to be there."""

from __future__ import annotations

import io
import re
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
import pikepdf
import pypdfium2
import pytest
from PIL import Image

from sopprint.errors import ExitCode, SopprintError
from sopprint.photo.encode import BEST, LEAST, ink_png, jpeg_under
from sopprint.photo.hide import HIDDEN
from sopprint.photo.outputs import FORMATS, Output, Wanted, alternative, make, write
from sopprint.photo.verdict import Wishes
from sopprint.products.workshop import Workshop
from tests.photo.stubs import INK, Poster, library
from tests.standards.conftest import verapdf  # noqa: F401 — a fixture
from tests.standards.verapdf import UnavailableError, VeraPDF

if TYPE_CHECKING:
    from pathlib import Path

    from sopprint.photo.filled import Filled

PDFA_2B_RULES = 144
FOREIGN = re.compile(
    rb"Exif|GPS|http://ns\.adobe\.com/exif|MPF\0|ICC_PROFILE|ftyp|Photoshop|CreateDate|ModDate|CreationDate"
)


@cache
def setter() -> object:
    return Workshop(library()).setter("en")


@cache
def filled() -> Filled:
    """A Safety House with writing everywhere, the red circle among it, and two boxes ticked."""
    poster = Poster("safety-house")
    for zone in ("inside", "rules", "red"):
        poster.write(zone)
    return poster.tick("share", "Inside").tick("share", "House rules").filled()


@cache
def made(archive: bool = False, grey: bool = False) -> tuple[Output, ...]:
    return tuple(make(filled(), Wanted(archive=archive, grey=grey), setter()))


def by_name(outputs: tuple[Output, ...]) -> dict[str, bytes]:
    return {o.name.removeprefix("safety-house-2026.1-en-p1"): o.data for o in outputs}


def decoded(name: str, data: bytes) -> list[np.ndarray]:
    """Every picture in a file, as pixels."""
    if not name.endswith(".pdf"):
        return [np.asarray(Image.open(io.BytesIO(data)).convert("RGB"))]
    with pikepdf.open(io.BytesIO(data)) as pdf:
        images = [o for o in pdf.objects if isinstance(o, pikepdf.Stream) and o.get("/Subtype") == "/Image"]
        return [np.asarray(pikepdf.PdfImage(image).as_pil_image().convert("RGB")) for image in images]


def words(data: bytes) -> str:
    document = pypdfium2.PdfDocument(data)
    return " ".join(page.get_textpage().get_text_range() for page in document)


# ------------------------------------------------------------------------------------------ which files


def test_names_say_what_it_is_and_of_whom_nothing() -> None:
    assert list(by_name(made())) == [
        ".jpg", ".pdf", "-ink.png", "-zone-inside.jpg", "-zone-rules.jpg", "-zone-ask.jpg", "-zone-share.jpg",
        "-record.pdf", "-transcript.pdf",
    ]  # fmt: skip


@pytest.mark.parametrize("only", FORMATS)
def test_only_what_is_wanted(only: str) -> None:
    names = by_name(tuple(make(filled(), Wanted(formats=(only,)), setter())))
    assert names
    assert set(names) <= set(by_name(made()))
    assert len(names) == (4 if only == "zones" else 1)


def test_the_same_poster_gives_the_same_bytes() -> None:
    assert tuple(make(filled(), Wanted(), setter())) == made()
    archived = tuple(make(filled(), Wanted(archive=True), setter()))
    assert archived == made(archive=True)


# ------------------------------------------------------------------------------------------ what is in them


@pytest.mark.parametrize("archive", [False, True])
def test_every_stream_is_free_of_metadata_dates_and_foreign_bytes(archive: bool) -> None:
    for output in made(archive):
        assert not FOREIGN.search(output.data), output.name
        assert b"photo 1" not in output.data
        if output.name.endswith(".pdf"):
            with pikepdf.open(io.BytesIO(output.data)) as pdf:
                streams = [o.read_raw_bytes() for o in pdf.objects if isinstance(o, pikepdf.Stream)]
                assert not [s for s in streams if FOREIGN.search(s)]
                assert not {"/CreationDate", "/ModDate"} & set(pdf.docinfo.keys())


def test_pictures_hold_markers_for_pixels_alone() -> None:
    """JPEG: JFIF, tables, frame, scans. PNG: header, palette, pixels, end."""
    for name, data in by_name(made()).items():
        if name.endswith(".jpg"):
            markers = {data[m.start() + 1] for m in re.finditer(rb"\xff[\xc0-\xfe]", data)}
            assert markers <= {0xC0, 0xC2, 0xC4, 0xD8, 0xD9, 0xDA, 0xDB, 0xE0, 0xFE - 0x1E} | set(range(0xD0, 0xDA))
            assert data.endswith(b"\xff\xd9")
            assert Image.open(io.BytesIO(data)).info.keys() <= {"jfif", "jfif_version", "jfif_unit", "jfif_density",
                                                                 "progressive", "progression"}  # fmt: skip
        elif name.endswith(".png"):
            chunks = re.findall(rb"(IHDR|PLTE|IDAT|IEND|tEXt|zTXt|iTXt|tIME|eXIf|iCCP|pHYs)", data)
            assert set(chunks) <= {b"IHDR", b"PLTE", b"IDAT", b"IEND"}


def test_no_file_shows_a_hidden_pixel() -> None:
    """Decoded again, the hidden circle is the two greys and what JPEG makes of their edges: nothing with a colour."""
    box = next(r.box for r in filled().blank.page.regions if (r.kind, r.name) == ("write", "red"))
    seen = 0
    for name, data in by_name(made()).items():
        for pixels in decoded(name, data):
            if pixels.shape[:2] == filled().pictures.poster.shape[:2]:
                part = pixels[rows(box, pixels)].astype(int)
                assert (part.max(-1) - part.min(-1)).max() <= 24, name
                assert abs(part.mean() - np.mean(HIDDEN)) < 3
                seen += 1
            elif "-zone-" in name:
                assert name != "-zone-red.jpg"
    assert seen == 3  # the JPEG, the same in the PDF, the ink


def rows(box: object, pixels: np.ndarray) -> tuple[slice, slice]:
    page = filled().blank.page.size
    scale = pixels.shape[1] / page.width
    return slice(round(box.top * scale), round(box.bottom * scale)), slice(
        round(box.left * scale), round(box.right * scale)
    )


def test_shown_writing_is_in_every_picture() -> None:
    for name, data in by_name(made()).items():
        if name in (".jpg", ".pdf", "-ink.png", "-zone-inside.jpg"):
            (pixels,) = decoded(name, data)
            near = np.abs(pixels.astype(int) - INK).max(-1) < 40
            assert near.sum() > 300, name


def test_grey_has_no_colour() -> None:
    for name, data in by_name(made(grey=True)).items():
        for pixels in decoded(name, data):
            assert (pixels.max(-1).astype(int) - pixels.min(-1)).max() == 0, name


# ------------------------------------------------------------------------------------------ limits


def noise(width: int, height: int) -> np.ndarray:
    return np.random.default_rng(3).integers(0, 255, (height, width, 3), dtype=np.uint8)


def test_quality_gives_way_before_pixels_do() -> None:
    pixels = filled().pictures.poster
    free = jpeg_under(pixels, 10_000_000)
    assert free.quality == BEST
    tight = jpeg_under(pixels, len(free.data) * 3 // 4)
    assert LEAST <= tight.quality < BEST
    assert tight.width == pixels.shape[1]
    assert len(tight.data) <= len(free.data) * 3 // 4
    small = jpeg_under(pixels, len(free.data) // 4)
    assert small.quality >= LEAST
    assert small.width < pixels.shape[1]
    assert len(small.data) <= len(free.data) // 4


def test_the_best_quality_under_the_limit_is_found() -> None:
    pixels = noise(420, 300)
    sizes = {q: len(jpeg_under(pixels, 10**9).data) for q in (BEST,)}
    limit = sizes[BEST] - 1
    assert jpeg_under(pixels, limit).quality == BEST - 1


def test_a_limit_that_cannot_be_kept_is_told() -> None:
    assert not jpeg_under(noise(420, 300), 2000).fits
    assert jpeg_under(noise(420, 300), 10**9).fits


def test_colours_keep_their_full_resolution() -> None:
    image = Image.open(io.BytesIO(jpeg_under(noise(420, 300), 10**9).data))
    assert image.layer[0][1:3] == image.layer[1][1:3] == (1, 1)
    assert image.info.get("progressive")


def test_ink_keeps_white_white_and_red_red() -> None:
    pixels = np.full((400, 400, 3), 255, np.uint8)
    for index in range(40):  # greys that a palette could waste itself on
        pixels[index * 4 : index * 4 + 2, :200] = 3 * index
    pixels[200:204, 300:306] = (215, 40, 40)
    shown = np.asarray(Image.open(io.BytesIO(ink_png(pixels).data)).convert("RGB")).astype(int)
    assert tuple(shown[399, 399]) == (255, 255, 255)
    assert np.abs(shown[202, 303] - (215, 40, 40)).max() < 20


# ------------------------------------------------------------------------------------------ standards


def test_alternative_text_names_parts_and_not_what_is_written() -> None:
    text = alternative(filled())
    assert "The Safety House" in text
    assert "Parts shown: Inside the house, House rules, Ask, OK to share." in text
    assert "Hidden on purpose: Outer circle, Red circle, Safety path." in text


def test_every_pdf_is_ua(verapdf: VeraPDF) -> None:  # noqa: F811
    for name, data in by_name(made()).items():
        if name.endswith(".pdf"):
            assert verapdf.failures(data) == {}, name
    assert figures(by_name(made())[".pdf"]) == [alternative(filled())]


def figures(data: bytes) -> list[str]:
    """The alternative texts of all figures in the structure tree."""

    def walk(node: pikepdf.Object) -> list[str]:
        if not isinstance(node, pikepdf.Dictionary):
            return []
        below = node.get("/K", [])
        children = list(below) if isinstance(below, pikepdf.Array) else [below]
        own = [str(node.Alt)] if node.get("/S") == "/Figure" else []
        return own + [text for child in children for text in walk(child)]

    with pikepdf.open(io.BytesIO(data)) as pdf:
        return walk(pdf.Root.StructTreeRoot)


def test_archived_files_are_pdf_a_2b_and_still_ua(verapdf: VeraPDF) -> None:  # noqa: F811
    try:
        archive = VeraPDF("2b", "PDFA-2B.xml", PDFA_2B_RULES)
    except UnavailableError as reason:
        pytest.skip(str(reason))
    for name, data in by_name(made(archive=True)).items():
        if name.endswith(".pdf"):
            assert archive.failures(data) == {}, name
            assert verapdf.failures(data) == {}, name
    plain = by_name(made())[".pdf"]
    assert archive.failures(plain) != {}  # so the profile does look


# ------------------------------------------------------------------------------------------ sheets


def test_the_record_says_what_is_hidden_why_and_how_boxes_were_read() -> None:
    text = words(by_name(made())["-record.pdf"])
    for said in ("Photo record", "The Safety House (safety-house)", "2026.1", "Red circle", "Hidden", "always kept off",
                 "“Outer circle” is not ticked on the poster", "Kept off the photo", "Uploaded by", "wiped",
                 "Initials", "Date"):  # fmt: skip
        assert said in text, said


def test_findings_are_on_the_record_with_what_to_do() -> None:
    poster = Poster("three-houses").tick("good", "Ask me first")
    sheet = by_name_of(poster.filled(), "record")
    assert "ask before anybody sees this" in words(sheet)
    assert "use --hide good" in words(sheet)


def by_name_of(one: Filled, form: str) -> bytes:
    (output,) = make(one, Wanted(formats=(form,)), setter())
    return output.data


def test_the_transcript_has_a_place_for_shown_zones_only() -> None:
    text = words(by_name(made())["-transcript.pdf"])
    for zone in ("Inside the house", "House rules"):
        assert zone in text.split("Not in the pictures")[0]
    shown, hidden = text.split("Not in the pictures")
    assert "Red circle" not in shown
    assert "Red circle" in hidden


def test_the_transcript_is_typed_into_fields_that_have_names() -> None:
    with pikepdf.open(io.BytesIO(by_name(made())["-transcript.pdf"])) as pdf:
        fields = {str(field.T): str(field.TU) for field in pdf.Root.AcroForm.Fields}
    assert fields["rules"] == "House rules"
    assert "red" not in fields
    assert {"typed-by", "date", "compared-by"} <= fields.keys()


def test_records_of_spanish_posters_are_in_english_for_the_worker() -> None:
    poster = Poster("three-houses", "es").tick("good", "Privado")
    text = words(by_name_of(poster.filled(), "record"))
    assert "Good Things" in text
    assert "language es" in text
    assert "Privado" in text


# ------------------------------------------------------------------------------------------ into the folder


FILES = (Output("a.jpg", b"one"), Output("b.pdf", b"two"))


def test_writing_again_is_fine_and_other_content_is_not(tmp_path: Path) -> None:
    write(FILES, tmp_path / "new", force=False)
    write(FILES, tmp_path / "new", force=False)
    other = (Output("a.jpg", b"another family"), Output("c.pdf", b"three"))
    with pytest.raises(SopprintError) as caught:
        write(other, tmp_path / "new", force=False)
    assert (caught.value.diagnostics[0].code, caught.value.exit_code) == ("SP708", ExitCode.IO)
    assert (tmp_path / "new/a.jpg").read_bytes() == b"one"
    assert not (tmp_path / "new/c.pdf").exists()  # all or none
    write(other, tmp_path / "new", force=True)
    assert (tmp_path / "new/a.jpg").read_bytes() == b"another family"


def test_links_and_folders_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").symlink_to(tmp_path / "elsewhere.jpg")
    with pytest.raises(SopprintError):
        write(FILES, tmp_path, force=False)
    (tmp_path / "a.jpg").unlink()
    (tmp_path / "b.pdf").mkdir()
    with pytest.raises(SopprintError):
        write(FILES, tmp_path, force=False)
    assert not (tmp_path / "elsewhere.jpg").exists()


def test_numbers_tell_posters_of_one_kind_apart() -> None:
    poster = Poster("three-houses")
    assert poster.filled(Wishes(), 2).name == "three-houses-2026.1-en-p2"
