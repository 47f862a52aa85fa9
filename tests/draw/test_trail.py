from __future__ import annotations

import math
from itertools import pairwise

import pytest

from sopprint.check.page import check_page
from sopprint.draw.registry import drawer
from sopprint.geometry import Box
from sopprint.model.elements import Step, Trail

WORDS = "path: {name: Safety path, near: Safe and settled, far: Very worried, alt: A path of stones.}"
PLACES = {("house.door.x", "x"): 1325.0, ("house.door.y", "y"): 1668.0, ("end", "x"): 3440.0, ("away", "x"): 3680.0}
ROUTE = (
    Step(to=(0, 70)),
    Step(curve=(0, 215, 120, 240), to=(420, 220)),
    Step(curve=(900, 187, 1300, 120), to=("end", 190)),
)


def trail(**settings):
    given = {"route": ROUTE, "stones_from": 1, "off": ("away", 211)} | settings
    return Trail(zone="path", start="house.door", **given)


@pytest.fixture
def drawn(studio):
    def make(spec, *, unit=1.0, door=1668.0, bleed=25.0):
        pen = studio.pen(WORDS, unit=unit)
        places = PLACES | {("house.door.y", "y"): door}
        pen.resolve = lambda value, axis: value if isinstance(value, (int, float)) else places[value, axis]
        pen.bleed = bleed
        drawer(Trail)(spec, Box(90, 440, 3510, 2044), pen)
        return pen

    return make


def centers(pen, paths):
    return [item.path.bounds().center for item in paths(pen, "stone")]


def test_stones_lie_from_the_doorstep_to_the_far_end_at_equal_lengths_of_path(drawn, paths):
    stones = centers(drawn(trail()), paths)
    assert len(stones) == 11
    assert (stones[0].x, stones[0].y) == pytest.approx((1325, 1738))
    assert (stones[-1].x, stones[-1].y) == pytest.approx((3440, 1858))
    gaps = [math.dist((a.x, a.y), (b.x, b.y)) for a, b in pairwise(stones)]
    straight = gaps[2:]  # the path bends at the door, where the way on foot is longer than the line
    assert max(straight) == pytest.approx(min(straight), rel=0.01)
    assert stones[1].x == pytest.approx(1457, abs=4)  # as measured on the design


def test_ten_is_at_the_door_and_zero_far_away(drawn, texts):
    found = texts(drawn(trail()))
    assert found["10"].x < found["5"].x < found["0"].x
    assert found["10"].x + found["10"].width / 2 == pytest.approx(1325)


def test_stones_without_numbers(drawn, texts, paths):
    pen = drawn(trail(numbers=False, stones=5))
    assert set(texts(pen)) == {"Safe and settled", "Very worried"}
    assert len(paths(pen, "stone")) == 5


def test_the_ribbon_begins_under_the_ground_line_and_ends_past_the_bleed(drawn, paths):
    edge, sand = paths(drawn(trail()), "path")
    assert (edge.width, sand.width) == (122, 108)
    assert edge.square
    assert edge.path == sand.path
    line = edge.path.flattened()[0]
    assert line[0] == pytest.approx((1325, 1674))
    assert line[-1][0] >= 3600 + 25 + 61


def test_the_ribbon_leaves_the_last_stone_without_a_kink(drawn, paths):
    segments = paths(drawn(trail()), "path")[0].path.segments
    (x1, y1, x2, y2), (x3, y3) = segments[3][1][2:], segments[4][1][:2]
    assert math.atan2(y2 - y1, x2 - x1) == pytest.approx(math.atan2(y3 - y2, x3 - x2))


def test_a_path_may_end_on_the_page(drawn, paths):
    line = paths(drawn(trail(off=None)), "path")[0].path.flattened()[0]
    assert line[-1] == pytest.approx((3440, 1858))


def test_heights_grow_with_the_room_there_is_but_not_the_doorstep(drawn, paths):
    pen = drawn(trail(design_height=376), door=1496.0)
    scale = (2044 - 1496) / 376
    stones = centers(pen, paths)
    assert stones[0].y == pytest.approx(1496 + 70)
    assert stones[-1].y == pytest.approx(1496 + 190 * scale)
    assert stones[-1].x == pytest.approx(3440)


def test_both_ends_are_in_words_clear_of_the_ribbon_and_inside_the_page(drawn, texts):
    found = texts(drawn(trail()))
    near, far = found["Safe and settled"], found["Very worried"]
    assert near.x >= 1325 + 61 + 18
    assert near.y == pytest.approx(1738 + 0.35 * 42, abs=0.1)
    assert far.x + far.width == pytest.approx(3510)
    assert far.y - far.ascent > 1858 + 61 + 18
    above = texts(drawn(trail(far_label="above")))["Very worried"]
    assert above.y == pytest.approx(1858 - 104)


def test_reading_order_is_picture_then_both_ends(drawn, tree):
    assert tree(drawn(trail()).finished()) == ["Figure", "P", "P"]


def test_numbers_belong_to_the_picture(drawn, texts):
    pen = drawn(trail())
    page = pen.finished()
    assert page.elements[texts(pen)["7"].tag].role == "Figure"


@pytest.mark.parametrize("side", ["above", "below"])
@pytest.mark.parametrize("rise", [-400, -150, 0, 150, 400])
def test_the_far_label_keeps_clear_of_a_path_that_rises_or_falls(drawn, texts, side, rise):
    steep = (Step(to=(0, 70)), Step(to=(420, 220)), Step(curve=(900, 220 + rise, 1300, 190), to=("end", 190 + rise)))
    pen = drawn(trail(route=steep, far_label=side, off=("away", 190 + 2 * rise)))
    page = pen.finished()
    assert [d.message for d in check_page(page, "test") if "Very worried” stands" in d.message] == []
    label, stone = texts(pen)["Very worried"], texts(pen)["0"]
    assert (label.y < stone.y) == (side == "above")


def test_the_near_label_may_stand_on_the_other_side(drawn, texts):
    near = texts(drawn(trail(near_label="left")))["Safe and settled"]
    assert near.x + near.width == pytest.approx(1325 - 61 - 24)
    assert near.y == pytest.approx(1738 + 0.35 * 42, abs=0.1)
