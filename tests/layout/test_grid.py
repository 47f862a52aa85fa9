"""Sharing space: properties that hold for any row, column, grid and overlay."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopprint.geometry import Box
from sopprint.layout.grid import Share, column_boxes, grid_boxes, overlay_box, row_boxes, share
from sopprint.layout.offsets import OffsetError
from sopprint.model.elements import At

BOX = Box(90, 344, 3510, 2044)
asks = st.lists(
    st.builds(
        Share,
        size=st.one_of(st.none(), st.floats(1, 400)),
        weight=st.floats(0.1, 10),
        least=st.floats(0, 300),
    ),
    min_size=1,
    max_size=8,
)


@given(asks, st.floats(100, 5000), st.floats(0, 60))
def test_shares_fill_the_room_or_say_what_is_missing(children, total, gap):
    extents, missing = share(total, children, gap)
    used = sum(extents) + gap * (len(children) - 1)
    assert used == pytest.approx(total + missing, abs=1e-6) or (used < total and all(c.size for c in children))
    for extent, child in zip(extents, children, strict=True):
        if child.size is not None:
            assert extent == child.size
        else:
            assert extent >= child.least - 1e-6


@given(asks, st.floats(100, 5000))
def test_weights_are_kept_among_those_above_their_minimum(children, total):
    extents, _ = share(total, children, 0)
    free = [
        (extent, child)
        for extent, child in zip(extents, children, strict=True)
        if child.size is None and extent > child.least + 1e-6
    ]
    for (a, one), (b, two) in pairwise(free):
        assert a * two.weight == pytest.approx(b * one.weight, rel=1e-6)


def test_what_does_not_fit_is_told():
    extents, missing = share(1000, [Share(size=700), Share(least=500)], 60)
    assert extents == (700, 500)
    assert missing == pytest.approx(260)


@given(st.lists(st.floats(1, 500), min_size=1, max_size=6), st.floats(0, 100))
def test_neighbours_stand_a_gap_apart(extents, gap):
    for boxes, edge in ((row_boxes(BOX, extents, gap), "x"), (column_boxes(BOX, extents, gap), "y")):
        for one, two in pairwise(boxes):
            distance = two.left - one.right if edge == "x" else two.top - one.bottom
            assert distance == pytest.approx(gap, abs=1e-6)


@given(st.integers(1, 12), st.integers(1, 5))
def test_grid_cells_never_overlap_and_stay_inside(count, columns):
    boxes = grid_boxes(BOX, count, columns, 60, 44)
    assert len(boxes) == count
    for i, one in enumerate(boxes):
        assert BOX.contains(one, 1e-6)
        assert not any(one.overlaps(two, 1e-6) for two in boxes[i + 1 :])


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        (At(), BOX),
        (At(left=10, top=20, width=100, height=50), Box(100, 364, 200, 414)),
        (At(right=0, width=870), Box(2640, 344, 3510, 2044)),
        (At(bottom=0, height=100), Box(90, 1944, 3510, 2044)),
        (At(left="100% - 930", right=0), Box(2580, 344, 3510, 2044)),
        (At(center=1000, width=200, middle=500, height=100), Box(990, 794, 1190, 894)),
    ],
)
def test_overlay_boxes(at, expected):
    assert overlay_box(at, BOX, {}) == expected


@pytest.mark.parametrize("at", [At(left=1, right=2, width=3), At(left=3000, right=3000), At(width="nowhere.left")])
def test_overlay_boxes_that_cannot_be(at):
    with pytest.raises(OffsetError):
        overlay_box(at, BOX, {})
