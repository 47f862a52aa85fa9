"""Text comes back letter for letter, looks the same, and its fonts are sound."""

from __future__ import annotations

import re
import shutil
import struct
import subprocess
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf
import pypdfium2
import pytest
from fontTools.ttLib import TTFont
from msgspec.structs import replace

from sopprint.diagnostics import Place
from sopprint.errors import SopprintError
from sopprint.frame import Cluster, FaceRef
from sopprint.pdf.inspect import read
from sopprint.pdf.painter import paint
from sopprint.text.shape import shape
from tests.pdf.handmade import ABOUT, face, page, paragraphs, text

if TYPE_CHECKING:
    from collections.abc import Iterator

WORDS = {
    "NotoSans-400": (
        "office affluent ffi fl",
        "Trẻ em được an toàn",
        "m\u0303 x\u0331 g\u0303",
        "¿Qué pasó? «Sí»",
        "naïve café",
    ),
    "NotoSans-700": ("Việt Nam: quyền trẻ em", "AVATAR To. Wa"),
    "Fredoka-700": ("official flow", "m\u0303 AVATAR", "niños"),
    "AtkinsonHyperlegibleNext-400": ("AVATAR (A)", "m\u0303 — “quoted”"),
}


def poppler(data: bytes) -> list[str]:
    if not shutil.which("pdftotext"):
        pytest.skip("pdftotext (poppler-utils) is not installed")
    run = subprocess.run(["pdftotext", "-raw", "-", "-"], input=data, capture_output=True, check=True)
    return run.stdout.decode().strip("\f\n").split("\n")


def pdfium(data: bytes) -> list[str]:
    return pypdfium2.PdfDocument(data)[0].get_textpage().get_text_range().strip().split("\r\n")


@pytest.mark.parametrize("font", WORDS)
@pytest.mark.parametrize("extract", [poppler, pdfium, lambda data: list(read(data).texts("P"))])
def test_text_comes_back_letter_for_letter(font, extract):
    assert tuple(extract(paint([paragraphs(*WORDS[font], font=font)], ABOUT))) == WORDS[font]


@contextmanager
def embedded(words: tuple[str, ...], font: str = "NotoSans-400") -> Iterator[tuple[pikepdf.Object, TTFont]]:
    """The CIDFont dictionary of a page in one face, and its font program."""
    with pikepdf.open(BytesIO(paint([paragraphs(*words, font=font)], ABOUT))) as pdf:
        holder = pdf.pages[0].Resources.Font.F1.DescendantFonts[0]
        yield holder, TTFont(BytesIO(holder.FontDescriptor.FontFile2.read_bytes()))


@pytest.mark.parametrize("font", WORDS)
def test_the_program_is_a_sound_font(font):
    with embedded(WORDS[font], font) as (_, program):
        outlines, order = program["glyf"], program.getGlyphOrder()
        assert program["maxp"].numGlyphs == len(order)
        for name in order:
            glyph = outlines[name]
            stored = [getattr(glyph, edge, 0) for edge in ("xMin", "yMin", "xMax", "yMax")]
            glyph.recalcBounds(outlines)
            assert [getattr(glyph, edge, 0) for edge in ("xMin", "yMin", "xMax", "yMax")] == stored
        whole = program.reader.file.getvalue()
        assert sum(struct.unpack(f">{len(whole) // 4}I", whole)) & 0xFFFFFFFF == 0xB1B0AFBA


@pytest.mark.parametrize("font", WORDS)
def test_widths_are_those_of_the_program(font):
    """ISO 14289-1, 7.21.5."""
    with embedded(WORDS[font], font) as (holder, program):
        gids = holder.CIDToGIDMap.read_bytes()
        start, widths = holder.W
        assert int(start) == 0
        for code, width in enumerate(widths):
            gid = int.from_bytes(gids[2 * code : 2 * code + 2], "big")
            advance = program["hmtx"][program.getGlyphOrder()[gid]][0] * 1000 / program["head"].unitsPerEm
            assert float(width) == pytest.approx(advance, abs=0.01)


def test_a_letter_with_marks_is_one_composite_glyph():
    with embedded(("m\u0303",)) as (_, program):
        last = program["glyf"][program.getGlyphOrder()[-1]]
    assert last.isComposite()
    (cluster,) = shape("m\u0303", face("NotoSans-400"), "en").clusters
    assert [(c.x, c.y) for c in last.components] == [(dx, dy) for _, dx, dy in cluster.glyphs]


def inked(data: bytes, scale: float = 4) -> tuple[int, int, int, int]:
    image = pypdfium2.PdfDocument(data)[0].render(scale=scale, grayscale=True).to_pil()
    return image.point(lambda v: 255 if v < 128 else 0).getbbox()


def test_a_composite_shows_its_mark_where_it_belongs():
    plain, marked = (inked(paint([paragraphs(word)], ABOUT)) for word in ("x", "x\u0331"))
    assert marked[1] == plain[1]  # same top
    assert marked[3] > plain[3] + 4  # the macron below adds more than a point at the bottom
    assert abs((marked[0] + marked[2]) - (plain[0] + plain[2])) <= 8  # and sits under the letter


@pytest.mark.parametrize("font", ["NotoSans-700", "Fredoka-700", "AtkinsonHyperlegibleNext-400"])
def test_kerned_text_is_as_wide_as_shaped(font):
    words = "AVATAR To Wave VA"
    item = text(words, 20, 40, tag=None, size=20, font=font)
    document = pypdfium2.PdfDocument(paint([page(item)], ABOUT))
    boxes = document[0].get_textpage()
    last = len(words) - 1
    # origin of the last letter, from the sum of the shaped advances before it
    origin = 20 + sum(c.advance for c in item.clusters[:last]) * 20 / item.units
    bearing = face(font).font.get_glyph_extents(item.clusters[last].glyphs[0][0]).x_bearing * 20 / item.units
    assert boxes.get_charbox(last)[0] == pytest.approx(origin + bearing, abs=0.05)


def test_unkerned_text_is_one_string():
    with pikepdf.open(BytesIO(paint([page(text("nnn", 0, 20, tag=None))], ABOUT))) as pdf:
        assert b"<000100010001>Tj" in pdf.pages[0].Contents.read_bytes()


def test_names_and_descriptors():
    (font,) = read(paint([paragraphs("Aa", font="Fredoka-700")], ABOUT)).fonts
    assert re.fullmatch(r"[A-Z]{6}\+Fredoka-Bold", font.name)
    with embedded(("Aa",), "NotoSans-700") as (holder, program):
        descriptor = holder.FontDescriptor
        assert int(descriptor.Ascent) == round(program["hhea"].ascent * 1000 / program["head"].unitsPerEm)
        assert int(descriptor.Descent) < 0 < int(descriptor.CapHeight) < int(descriptor.Ascent)
        assert holder.BaseFont == descriptor.FontName


def test_the_subset_tag_follows_the_letters():
    names = [read(paint([paragraphs(words)], ABOUT)).fonts[0].name for words in ("abc", "abd", "abc")]
    assert names[0] == names[2] != names[1]


def test_every_font_is_embedded_and_none_is_strange(poster_pdf):
    fonts = read(poster_pdf).fonts
    assert {font.name.partition("+")[2] for font in fonts} == {
        "Fredoka-Bold", "AtkinsonHyperlegibleNext-Bold", "AtkinsonHyperlegibleNext-Regular", "NotoSans-Regular",
    }  # fmt: skip
    assert all(font.embedded for font in fonts)
    assert b"Helvetica" not in poster_pdf


def test_a_missing_glyph_is_refused():
    item = text("a", 0, 20, tag=None)
    box = Cluster("☎", ((0, 0, 0),), 600)
    broken = replace(item, clusters=(*item.clusters, box), place=Place("words.en.yaml", 7, 3))
    with pytest.raises(SopprintError) as caught:
        paint([page(broken)], ABOUT)
    (diagnostic,) = caught.value.diagnostics
    assert str(diagnostic.place) == "words.en.yaml:7:3"
    assert (diagnostic.code, diagnostic.message) == ("SP301", "NotoSans-Regular has no glyph for “☎”")


@pytest.mark.parametrize("kind", ["broken", "CFF"])
def test_a_font_without_truetype_outlines_is_refused(tmp_path, kind):
    font = TTFont(face("NotoSans-400").ref.path)
    if kind == "CFF":
        del font["glyf"], font["loca"]
        font.save(tmp_path / "font.otf")
    else:
        (tmp_path / "font.otf").write_bytes(b"not a font")
    ref = FaceRef(str(tmp_path / "font.otf"), "Other")
    with pytest.raises(SopprintError) as caught:
        paint([page(replace(text("a", 0, 20, tag=None), face=ref))], ABOUT)
    assert [d.code for d in caught.value.diagnostics] == ["SP302"]
