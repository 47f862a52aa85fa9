"""Offsets: small sums of numbers, percentages and anchors."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopprint.draw.pen import Anchor
from sopprint.geometry import Box, Point
from sopprint.layout.offsets import OffsetError, resolve

BOX = Box(90, 344, 3510, 2044)
ANCHORS = {
    "house": Anchor(Box(100, 400, 2500, 1700), {"door": Point(1325, 1668)}),
    "page": Anchor(Box(0, 0, 3600, 2400)),
}


@pytest.mark.parametrize(
    ("offset", "axis", "expected"),
    [
        (51, "y", 51),
        ("51", "y", 51),
        ("100%", "x", 3420),
        ("100% - 930", "x", 2490),
        ("50% + 10 - 5", "y", 855),
        ("house.door.y + 86", "y", 1668 + 86 - 344),
        ("house.right", "x", 2500 - 90),
        ("house.middle", "y", 1050 - 344),
        ("page.right - 160", "x", 3440 - 90),
        ("house.right - house.left", "x", 2400),
        ("-12", "x", -12),
    ],
)
def test_sums(offset, axis, expected):
    assert resolve(offset, axis, BOX, ANCHORS) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("offset", "axis", "says"),
    [
        ("100% * 2", "x", "cannot read"),
        ("", "x", "empty"),
        ("__import__", "x", "cannot read"),
        ("tower.left", "x", "tower"),
        ("house.top", "x", "is not left or right"),
        ("house.window.x", "x", "has no point"),
        ("house.door.y", "x", "along x"),
        ("10 20", "x", "cannot read"),
    ],
)
def test_mistakes(offset, axis, says):
    with pytest.raises(OffsetError, match=says):
        resolve(offset, axis, BOX, ANCHORS)


@given(st.text(max_size=30))
def test_any_text_gives_a_number_or_an_offset_error(text):
    with suppress(OffsetError):
        assert isinstance(resolve(text, "x", BOX, ANCHORS), float)


@given(st.lists(st.integers(0, 5000), min_size=1, max_size=6))
def test_a_sum_is_the_sum_of_its_terms(numbers):
    assert resolve(" + ".join(map(str, numbers)), "y", BOX, ANCHORS) == pytest.approx(sum(numbers))
