from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopprint.draw.svgpath import PathDataError, parse


def test_lines_relative_and_absolute_come_to_the_same_place():
    assert parse("M10 20h30v-5H0V0z") == parse("M10,20 L40,20 L40,15 L0,15 L0,0 Z")


def test_pairs_after_a_move_are_lines_in_its_own_manner():
    assert parse("m10 10 5 0 0 5").segments == (("M", (10, 10)), ("L", (15, 10)), ("L", (15, 15)))


def test_a_relative_move_after_closing_counts_from_where_the_subpath_began():
    assert parse("M10 10h5zm1 1h1").segments[-2:] == (("M", (11, 11)), ("L", (12, 11)))


def test_a_line_after_closing_begins_a_subpath_of_its_own():
    assert parse("M1 2h5zl3 3").segments[-2:] == (("M", (1, 2)), ("L", (4, 5)))


def test_smooth_curves_reflect_the_control_point_before():
    assert parse("M0 0C0 10 10 20 20 20S40 30 40 40").segments[-1] == ("C", (30, 20, 40, 30, 40, 40))


def test_smooth_curve_after_a_line_reflects_nothing():
    assert parse("M0 0h10s5 5 10 0").segments[-1] == ("C", (10, 0, 15, 5, 20, 0))


def test_quadratics_pass_through_their_middle():
    (_, middle), *_ = [(p, line[8]) for line in parse("M0 0Q10 20 20 0").flattened(16) for p in [0]]
    assert middle == pytest.approx((10, 10))


def test_smooth_quadratics_wave():
    lowest = min(y for _, y in parse("M0 0Q10 20 20 0T40 0").flattened()[0])
    assert lowest == pytest.approx(-10)


def test_flags_of_an_arc_need_no_space():
    assert parse("M0 0a5 5 0 0110 0") == parse("M0 0 a 5 5 0 0 1 10 0")


@pytest.mark.parametrize(("flags", "top", "bottom"), [("0 1", -5, 0), ("0 0", 0, 5), ("1 1", -5, 0)])
def test_half_circles_bulge_to_the_side_the_sweep_says(flags, top, bottom):
    box = parse(f"M0 0A5 5 0 {flags} 10 0").bounds()
    assert (box.top, box.bottom) == pytest.approx((top, bottom), abs=0.01)


def test_radii_too_small_to_reach_are_grown():
    box = parse("M0 0A1 1 0 0 1 10 0").bounds()
    assert box.top == pytest.approx(-5, abs=0.01)


def test_an_arc_without_a_radius_is_a_line():
    assert parse("M0 0A0 5 0 0 1 10 0").segments[-1] == ("L", (10, 0))


@given(r=st.floats(1, 500), turn=st.floats(0, 359), span=st.floats(1, 359), sweep=st.booleans())
def test_points_of_a_circular_arc_keep_their_distance_from_the_centre(r, turn, span, sweep):
    def at(degrees):
        return r * math.cos(math.radians(degrees)), r * math.sin(math.radians(degrees))

    (x0, y0), (x1, y1) = at(turn), at(turn + span if sweep else turn - span)
    d = f"M{x0:.9f} {y0:.9f}A{r} {r} 0 {int(span > 180)} {int(sweep)} {x1:.9f} {y1:.9f}"
    for x, y in parse(d).flattened()[0]:
        assert math.hypot(x, y) == pytest.approx(r, rel=2e-3)


@pytest.mark.parametrize(
    ("d", "message"),
    [
        ("L1 1", "starts with M, at character 2"),
        ("M1", "a number is missing, at character 3"),
        ("M1 1X2", "“X” is not a path command"),
        ("M0 0a5 5 0 2 1 10 0", "flag is 0 or 1"),
        ("M0 0L1 1 2", "a number is missing"),
    ],
)
def test_what_svg_would_half_draw_is_refused_with_its_place(d, message):
    with pytest.raises(PathDataError, match=message.replace("(", r"\(")):
        parse(d)


def test_nothing_is_an_empty_path():
    assert parse("  ").segments == ()
