from __future__ import annotations

import struct
import zlib

import pytest

from sopprint.diagnostics import Place, Severity
from sopprint.draw.picture import place_art
from sopprint.draw.png import PngError, size_of
from sopprint.frame import ImageItem
from sopprint.geometry import Box
from sopprint.model.elements import Picture

SVG = b"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100">
<rect width="200" height="100" fill="#ff0000"/>
<path d="M0 0L200 100" fill="none" stroke="#0000ff" stroke-width="4"/>
</svg>"""
AT = Box.sized(1000, 500, 400, 400)


def png(width, height):
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", b"") + chunk(b"IEND", b"")


def place(studio, data, *, align="center", colour=None, unit=1.0):
    pen = studio.pen(unit=unit)
    box = place_art(pen, data, AT, align=align, colour=colour, tag=None, name="logo", place=Place("logo.svg"))
    return pen, box


@pytest.mark.parametrize("align", ["left", "center", "right"])
def test_art_keeps_its_proportions_in_the_middle_of_the_height(studio, align):
    tall = Box.sized(1000, 500, 600, 200)
    pen = studio.pen()
    box = place_art(pen, SVG, tall, align=align, colour=None, tag=None, name="logo")
    left = {"left": 1000, "center": 1100, "right": 1200}[align]
    assert box == Box.sized(left, 500, 400, 200)


def test_svg_is_scaled_with_its_strokes(studio, paths):
    pen, box = place(studio, SVG)
    red, blue = paths(pen, "logo")
    assert box == Box.sized(1000, 600, 400, 200)
    assert red.path.bounds() == box
    assert (blue.width, blue.fill, blue.stroke.hex) == (8, None, "#0000FF")


def test_one_colour_paints_what_was_painted_and_nothing_else(studio, paths):
    ink = studio.look.colour("ink")
    pen, _ = place(studio, SVG, colour=ink)
    red, blue = paths(pen, "logo")
    assert (red.fill, red.stroke, blue.fill, blue.stroke) == (ink, None, None, ink)


def test_refused_art_is_reported_where_it_is_wrong_and_takes_no_room(studio):
    pen, box = place(studio, b'<svg viewBox="0 0 1 1">\n\n<text/></svg>')
    (found,) = pen.report
    assert (found.code, found.place.file, found.place.line) == ("SP205", "logo.svg", 3)
    assert found.hints
    assert box.width == 0
    assert pen.finished().items == ()


def test_png_is_placed_undecoded(studio):
    data = png(1600, 800)
    pen, box = place(studio, data)
    assert pen.finished().items == (ImageItem(box, data, None, "logo"),)
    assert box == Box.sized(1000, 600, 400, 200)
    assert not list(pen.report)


@pytest.mark.parametrize(("pixels", "codes"), [(834, []), (825, ["SP206"])])
def test_png_wants_150_pixels_to_the_printed_inch(studio, pixels, codes):
    pen, _ = place(studio, png(pixels, pixels))  # 400 pt wide: 5.56 in
    assert [d.code for d in pen.report] == codes
    assert all(d.severity is Severity.WARNING for d in pen.report)


def test_a_png_cannot_be_recoloured(studio):
    pen, _ = place(studio, png(2000, 2000), colour=studio.look.colour("ink"))
    assert [d.code for d in pen.report] == ["SP207"]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (png(10, 10)[:20], "damaged"),
        (png(0, 10), "0 x 10"),
        (png(20_000, 10), "20000 x 10"),
        (b"GIF89a", "not a PNG"),
        (png(1, 1) + bytes(8_000_000), "larger than 8 MB"),
    ],
)
def test_png_headers_are_checked(data, says):
    with pytest.raises(PngError, match=says):
        size_of(data)


def test_damaged_png_is_reported(studio):
    pen, box = place(studio, png(10, 10)[:20])
    assert [d.code for d in pen.report] == ["SP205"]
    assert box.height == 0


def test_picture_reads_from_the_tools_folder(studio, paths):
    pen = studio.pen("art: {alt: Two hands.}")
    pen.files = {"hands.svg": SVG}.__getitem__
    from sopprint.draw.picture import draw

    draw(Picture(zone="art", file="hands.svg", colour="teal"), AT, pen)
    assert paths(pen, "picture")[0].fill == studio.look.colour("teal")
    assert [e.alt for e in pen.finished().elements if e.role == "Figure"] == ["Two hands."]
