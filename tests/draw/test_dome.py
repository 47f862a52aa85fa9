from __future__ import annotations

import pytest

from sopprint.geometry import Box, Point
from sopprint.model.elements import At, Dome

WORDS = """
outer: {name: Outer circle, alt: A half circle.}
inside: {name: Inside the house, alt: A house.}
rules: {name: House rules, alt: A roof.}
"""
AT = Box(90, 440, 2580, 2044)


def dome(**settings):
    return Dome(id="house", **settings)


def corners(box):
    return (box.left, box.top, box.right, box.bottom)


def test_the_scene_stands_where_the_design_puts_it(studio, paths):
    pen = studio.drawn(WORDS, dome(), AT)
    (outline,), (walls,), (roof,) = (paths(pen, name) for name in ("outline", "walls", "roof"))
    assert corners(outline.path.bounds()) == pytest.approx((97, 440, 2553, 1668), abs=0.5)
    assert corners(walls.path.bounds()) == pytest.approx((773.6, 1092.1, 1876.4, 1668), abs=0.5)
    assert corners(roof.path.bounds()) == pytest.approx((688.3, 530.9, 1961.7, 1092.1), abs=0.5)


def test_it_publishes_doorstep_ground_and_peak_and_the_box_it_used(studio):
    anchor = studio.drawn(WORDS, dome(), AT).anchors["house"]
    assert anchor.points == {"door": Point(1325, 1668), "ground": Point(1325, 1668), "peak": Point(1325, 440)}
    assert corners(anchor.box) == (90, 433, 2560, 1675)


def test_a_narrow_box_makes_a_smaller_dome_that_fills_it(studio, paths):
    pen = studio.drawn(WORDS, dome(), Box(90, 440, 2216, 2044))
    assert pen.anchors["house"].points["door"] == Point(1153, 1496)
    outline = paths(pen, "outline")[0].path.bounds()
    assert (outline.left - 7, outline.right + 7) == pytest.approx((90, 2216), abs=0.5)


def test_a_low_box_makes_a_smaller_dome_too_and_it_may_stand_in_the_middle(studio):
    pen = studio.drawn(WORDS, dome(radius=1103, at=At(center="50%")), Box(90, 440, 2310, 1426))
    assert pen.anchors["house"].points["door"] == Point(1200, 1426)
    assert pen.anchors["house"].points["peak"].y == 440


def test_the_ground_line_is_painted_last_of_the_house(studio):
    names = [getattr(item, "name", "") for item in studio.drawn(WORDS, dome(), AT).finished().items]
    assert names.index("ground") > max(
        i for i, n in enumerate(names) if n in ("outline", "walls", "roof", "door", "write")
    )


def test_the_tab_replaces_the_stroke_at_the_peak(studio, paths):
    pen = studio.drawn(WORDS, dome(label_size=58), AT)
    (tab,) = paths(pen, "tab")
    assert tab.path.bounds().center.y == pytest.approx(440)
    assert tab.path.bounds().height == pytest.approx(1.56 * 58)
    assert tab.fill == studio.look.colour("teal", "mid")


@pytest.mark.parametrize("unit", [1.0, 0.255])
def test_the_rules_label_stays_clear_of_the_slopes(studio, texts, paths, unit):
    long = WORDS.replace("House rules", "[All the rules of this house, Our rules]")
    pen = studio.drawn(long, dome(), AT, unit=unit)
    said, roof = texts(pen), paths(pen, "roof")[0].path.bounds()
    lines = [said[words] for words in ("All the rules", "of this house", "Our rules") if words in said]
    assert lines
    for line in lines:
        width = roof.width * (line.y - line.ascent - roof.top) / roof.height
        assert pen.report.errors or line.width < width - 14 * unit - 2 * 12 * unit


def test_rules_on_two_lines_push_the_divider_down_and_keep_their_size(studio, texts, paths):
    long = WORDS.replace("House rules", "All the rules of this house")
    one, two = (studio.drawn(words, dome(label_size=58), AT) for words in (WORDS, long))
    first, last = texts(two)["All the rules"], texts(two)["of this house"]
    assert first.size == last.size == texts(two)["Outer circle"].size == 58
    assert first.y == texts(one)["House rules"].y
    under = [max(p.path.bounds().bottom for p in paths(pen, "divider") if p.tag == first.tag + 1) for pen in (one, two)]
    assert under[1] - under[0] == pytest.approx(last.y - first.y)
    assert last.y + last.descent < under[1]
    (room,) = (r.box for r in two.finished().regions if r.kind == "write" and r.name == "rules")
    assert room.top == pytest.approx(under[1])


def test_on_a_small_roof_the_icon_stays_between_the_label_and_the_slopes(studio, texts, paths):
    words = WORDS.replace("House rules", "Rules")
    pen = studio.drawn(words, dome(label_size=80), Box(90, 440, 1690, 1600))
    label, roof = texts(pen)["Rules"], paths(pen, "roof")[0].path.bounds()
    icons = [p.path.bounds() for p in paths(pen, "icon") if p.tag == label.tag + 1]
    top, foot = min(box.top for box in icons), max(box.bottom for box in icons)
    assert foot < label.y - label.ascent
    half = roof.width * (top - roof.top) / roof.height / 2
    assert max(abs(edge - roof.center.x) for box in icons for edge in (box.left, box.right)) < half


def test_labels_share_a_size(studio, texts):
    long = WORDS.replace("House rules", "Houserulesofours")
    found = texts(studio.drawn(long, dome(label_size=80), AT))
    assert found["Houserulesofours"].size < 80
    assert found["Outer circle"].size == found["Inside the house"].size == found["Houserulesofours"].size


def test_no_write_area_crosses_another_outline(studio):
    regions = [r for r in studio.drawn(WORDS, dome(), AT).finished().regions if r.kind == "write"]
    assert sorted(r.name for r in regions) == ["inside", "outer", "outer", "rules"]
    for i, one in enumerate(regions):
        assert not any(one.box.overlaps(other.box) for other in regions[i + 1 :])
    for box in (r.box for r in regions if r.name == "outer"):
        for x in (box.left, box.right):
            assert (x - 1325) ** 2 + (box.top - 1668) ** 2 <= 1221.5**2


def test_each_zone_has_its_heading_and_picture(studio, tree):
    assert tree(studio.drawn(WORDS, dome(), AT).finished()) == ["H2", "Figure"] * 3
