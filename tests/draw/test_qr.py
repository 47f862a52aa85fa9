from __future__ import annotations

import subprocess
import sys

import pytest
import segno

from sopprint.draw.qr import merged, place_qr, qr_path
from sopprint.draw.symbol import modules
from sopprint.geometry import Box
from sopprint.model.elements import QR

ADDRESS = "https://example.org/guides/three-houses"
ZONE = "code: {alt: A square code.}"


def inside(path, x, y):
    """Whether a rectangle of the path holds the point."""
    corners = [line[:4] for line in path.flattened()]
    return any(min(c)[0] < x < max(c)[0] and min(c)[1] < y < max(c)[1] for c in corners)


def test_path_is_dark_exactly_where_the_code_is():
    code = segno.make_qr(ADDRESS, error="m", boost_error=False).matrix
    count = len(code)
    path = qr_path(ADDRESS, Box.sized(100, 200, count * 6, count * 6))
    for row in range(count):
        for column in range(count):
            dark = inside(path, 100 + column * 6 + 3, 200 + row * 6 + 3)
            assert dark == bool(code[row][column])


def test_equal_runs_are_joined_downwards_and_never_overlap():
    grid = ((True, True, False), (True, True, False), (True, False, True))
    assert sorted(merged(grid)) == [(0, 0, 2, 2), (0, 2, 1, 3), (2, 2, 3, 3)]


def test_ground_keeps_two_modules_clear(studio, paths):
    pen = studio.pen()
    count = len(segno.make_qr(ADDRESS, error="m", boost_error=False).matrix)
    ground = place_qr(pen, ADDRESS, Box.sized(1000, 500, 168, 168), tag=None)
    assert ground.left == pytest.approx(1000 - 2 * 168 / count)
    assert paths(pen, "qr-ground")[0].fill.hex == "#FFFFFF"
    assert paths(pen, "qr")[0].fill.press == (0, 0, 0, 100)


def test_too_small_a_code_is_an_error(studio):
    pen = studio.pen(unit=studio.letter)
    place_qr(pen, ADDRESS, Box.sized(0, 0, 168, 168), tag=None)
    assert [d.code for d in pen.report] == ["SP204"]
    pen = studio.pen(unit=studio.letter)
    place_qr(pen, ADDRESS, Box.sized(0, 0, 170, 170), tag=None)
    assert not list(pen.report)


def test_element_keeps_its_ground_inside_its_box(studio, paths):
    box = Box.sized(0, 0, 300, 200)
    pen = studio.drawn(ZONE, QR(zone="code", data=ADDRESS), box)
    ground = paths(pen, "qr-ground")[0].path.bounds()
    assert ground == Box(pytest.approx(50), pytest.approx(0), pytest.approx(250), pytest.approx(200))
    assert [e.alt for e in pen.finished().elements if e.role == "Figure"] == ["A square code."]


def test_segno_is_whole_for_whoever_imports_it_after_us():
    code = f"from sopprint.draw.symbol import modules; print(len(modules({ADDRESS!r})))"
    code += "\nimport sys; print('segno' in sys.modules); import segno; print(segno.make_qr('a').symbol_size()[0])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == [str(len(modules(ADDRESS))), "False", "29"]
