from __future__ import annotations

from itertools import pairwise

import pytest

from sopprint.geometry import Box
from sopprint.model.elements import Scale, Score

ZONE = """
marks: {name: Date, alt: A grid.}
scale: {name: How safe is it today?, hint: Initials and date below, near: Safe, far: Not safe, alt: A line.}
"""
GRID = Box.sized(90, 842, 3420, 546)
STRIP = Box.sized(90, 1846, 3420, 196)


def centers(found):
    return [(p.path.bounds().center.x, p.path.bounds().center.y) for p in found]


def test_numbers_stand_over_equal_columns(studio, paths):
    pen = studio.drawn(ZONE, Score(zone="marks"), GRID)
    at = centers(paths(pen, "number"))
    assert len(at) == 11
    assert at[0][0] == pytest.approx(90 + 420 + 3000 / 22)
    assert {round(b[0] - a[0], 6) for a, b in pairwise(at)} == {round(3000 / 11, 6)}
    assert at[0][1] == pytest.approx(842 + 71.5)
    assert paths(pen, "number")[0].path.bounds().width == pytest.approx(92)


def test_circles_shrink_with_the_column_but_stay_60_across(studio, paths):
    for width, across in ((2220, 92), (1300, 66.909), (1150, 60)):
        pen = studio.drawn(ZONE, Score(zone="marks", first=300), Box.sized(90, 842, width, 546))
        assert paths(pen, "number")[0].path.bounds().width == pytest.approx(across, abs=0.1)


def test_line_passes_under_opaque_circles(studio):
    names = [getattr(i, "name", "") for i in studio.drawn(ZONE, Score(zone="marks"), GRID).finished().items]
    assert names.index("number-line") < names.index("number")


def test_digits_fit_their_circles(studio, texts, paths):
    pen = studio.drawn(ZONE, Score(zone="marks", first=300), Box.sized(90, 842, 1300, 546), unit=studio.letter)
    ten, zero = texts(pen)["10"], texts(pen)["0"]
    assert ten.size == zero.size >= 10.5
    circle = paths(pen, "number")[0]
    assert ten.width < circle.path.bounds().width - circle.width


def test_score_is_a_table_with_a_head_for_each_number(studio):
    page = studio.drawn(ZONE, Score(zone="marks", rows=3), GRID).finished()
    roles = [e.role for e in page.elements]
    assert roles.count("TH") == 12
    assert roles.count("TD") == 36
    assert roles.index("Figure") < roles.index("Table")


def test_strip_beside_as_in_the_design(studio, texts, paths):
    pen = studio.drawn(ZONE, Scale(zone="scale"), STRIP)
    found = texts(pen)
    assert found["How safe is it today?"].x == 90 + 48
    assert found["How safe is it today?"].y == pytest.approx(1932, abs=2)
    assert found["Initials and date below"].y == pytest.approx(1990, abs=2)
    at = centers(paths(pen, "number"))
    assert at[0] == (pytest.approx(990, abs=12), pytest.approx(1916, abs=1))
    assert at[-1][0] == pytest.approx(3278, abs=14)
    safe = found["Safe"]
    assert safe.x + safe.width == pytest.approx(3510 - 48)
    assert found["Not safe"].x < at[0][0]


def test_strip_above_puts_the_hint_beside_the_question(studio, texts, paths):
    pen = studio.drawn(ZONE, Scale(zone="scale", form="above"), Box.sized(90, 2814, 2220, 310))
    found = texts(pen)
    assert found["How safe is it today?"].y == found["Initials and date below"].y == pytest.approx(2814 + 72, abs=1)
    assert centers(paths(pen, "number"))[0][1] == pytest.approx(2814 + 150, abs=1)
    assert found["Not safe"].x == found["How safe is it today?"].x


def test_the_safe_end_is_read_first(studio, tree):
    page = studio.drawn(ZONE, Scale(zone="scale"), STRIP).finished()
    assert tree(page) == ["H2", "P", "Figure", "P", "P"]
    ends = [next(i.text for i in page.items if i.tag == n) for n, e in enumerate(page.elements) if e.role == "P"]
    assert ends[1:] == ["Safe", "Not safe"]


def test_room_to_write_is_under_the_circles(studio, paths):
    page_pen = studio.drawn(ZONE, Scale(zone="scale"), STRIP)
    (write,) = [r for r in page_pen.finished().regions if r.kind == "write"]
    circle = paths(page_pen, "number")[0]
    assert write.box.top >= circle.path.bounds().bottom + circle.width / 2 - 0.01
    assert write.box.bottom == STRIP.bottom - 10
