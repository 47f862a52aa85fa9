from __future__ import annotations

import math

import pytest

from sopprint.draw.chips import arrow_chip
from sopprint.geometry import Box, Point
from sopprint.model.elements import Chips, Circle, Circles, Ring, Tab

WORDS = """
red: {name: Red circle, alt: A dashed circle.}
not-yet: {name: Does not know yet, alt: The outermost ring.}
little: {name: Knows a little, alt: A ring.}
family: {name: Child and family, alt: The middle.}
"""
RINGS = Circles(
    rings=(
        Ring(zone="not-yet", colour="teal", dash="unknown", tab="paper", chips=True),
        Ring(zone="little", radius=0.768, colour="teal", fill="light", chips=True),
        Ring(zone="family", radius=0.259, colour="amber", fill="light", label_size=42),
    )
)
AT = Box(90, 344, 1754, 2044)


def red(**settings):
    return Circle(zone="red", icon="stop", colour="rose", dash="private", **settings)


def test_one_circle_fills_its_box_with_the_tab_on_top(studio, paths):
    pen = studio.drawn(WORDS, red(), Box.sized(2709, 440, 732, 732))
    (outline,), (tab,) = paths(pen, "outline"), paths(pen, "tab")
    ring = outline.path.bounds()
    assert (ring.center.x, ring.center.y, ring.width) == pytest.approx((3075, 806, 732), abs=0.1)
    assert tab.path.bounds().center.y == pytest.approx(440)
    assert outline.dash == (46, 34)


def test_a_dashed_ring_has_its_seam_under_the_tab(studio, paths):
    pen = studio.drawn(WORDS, red(), Box.sized(2709, 440, 732, 732))
    (outline,) = paths(pen, "outline")
    assert outline.path.segments[0][1] == pytest.approx((3075, 440))


def test_rings_leave_room_for_the_outermost_tab(studio, paths):
    outlines = [item.path.bounds() for item in paths(studio.drawn(WORDS, RINGS, AT), "outline")]
    assert [o.width / 2 for o in outlines] == pytest.approx([825, 825 * 0.768, 825 * 0.259], abs=0.5)
    for outline in outlines:
        assert (outline.center.x, outline.center.y) == pytest.approx((922, 1211), abs=0.5)


def test_tabs_and_chips_are_painted_over_all_rings(studio):
    names = [getattr(item, "name", "") for item in studio.drawn(WORDS, RINGS, AT).finished().items]
    last = max(i for i, name in enumerate(names) if name == "outline")
    assert min(i for i, name in enumerate(names) if name in ("tab", "chip")) > last


def test_chips_stand_on_their_ring_and_point_inward(studio, paths):
    pen = studio.drawn(WORDS, RINGS, AT)
    chips, arrows = paths(pen, "chip"), paths(pen, "arrow")
    assert len(chips) == len(arrows) == 4
    for chip, arrow in zip(chips, arrows, strict=True):
        at, (tail, tip) = chip.path.bounds().center, arrow.path.flattened()[0]
        radius = math.dist((at.x, at.y), (922, 1211))
        assert min(abs(radius - 825), abs(radius - 825 * 0.768)) < 1
        assert math.dist(tip, (922, 1211)) < math.dist(tail, (922, 1211)) - 40
        assert chip.tag is None


def test_write_areas_lie_between_the_rings(studio):
    writes = [r for r in studio.drawn(WORDS, RINGS, AT).finished().regions if r.kind == "write"]
    assert sorted(r.name for r in writes) == ["family", "little", "little", "not-yet", "not-yet"]
    for i, one in enumerate(writes):
        assert not any(one.box.overlaps(other.box, 0.01) for other in writes[i + 1 :])


def test_every_ring_has_its_heading_and_picture_outermost_first(studio, tree):
    assert tree(studio.drawn(WORDS, RINGS, AT).finished()) == ["H2", "Figure"] * 3


def test_a_tab_is_as_wide_as_its_words(studio, paths, texts):
    spec = Tab(zone="red", colour="rose", icon="stop", label_size=60)
    pen = studio.drawn(WORDS, spec, Box(0, 0, 1000, 200))
    (tab,), label = paths(pen, "tab"), texts(pen)["Red circle"]
    box = tab.path.bounds()
    assert (box.center.x, box.center.y, box.height) == pytest.approx((500, 100, 93.6))
    assert box.right - (label.x + label.width) == pytest.approx(36)
    icon = [item.path.bounds() for item in paths(pen, "icon")]
    assert max(i.right for i in icon) < label.x


def test_a_tab_too_narrow_for_its_words_is_reported(studio):
    pen = studio.drawn(WORDS, Tab(zone="not-yet", colour="teal"), Box(0, 0, 120, 200), unit=studio.letter)
    assert [d.code for d in pen.report] == ["SP201"]


def test_chips_grow_with_the_rings(studio, paths):
    small, large = (
        paths(studio.drawn(WORDS, RINGS, Box.sized(90, 344, side, 2000)), "chip")[0] for side in (1000, 1500)
    )
    reach = [chip.path.bounds().width + chip.width for chip in (small, large)]
    assert reach[1] / reach[0] == pytest.approx(743 / 493)


def test_a_chip_keeps_inside_its_radius(studio, paths):
    pen = studio.pen()
    arrow_chip(pen, Point(500, 500), 90, 38)
    (chip,), (arrow,) = paths(pen, "chip"), paths(pen, "arrow")
    assert chip.path.bounds().width / 2 + chip.width / 2 == pytest.approx(38)
    (tail, tip), _ = arrow.path.flattened()
    assert tip[1] > tail[1]
    assert tip[0] == pytest.approx(500)


def gutter(studio, spec):
    pen = studio.pen()
    panel = pen.anchor("danger", Box(90, 344, 1410, 2044))
    panel.points["head"] = Point(750, 457)
    panel.rows = [Box(97, 570, 1403, 862), Box(97, 862, 1403, 1154)]
    from sopprint.draw.chips import draw

    draw(spec, Box(1410, 344, 1530, 2044), pen)
    return pen


@pytest.mark.parametrize(
    ("spec", "heights"),
    [
        (Chips(beside="danger", by="rows"), [716, 1008]),
        (Chips(beside="danger", by="head"), [457]),
        (Chips(), [1194]),
    ],
)
def test_chips_stand_beside_what_they_belong_to(studio, paths, spec, heights):
    found = [item.path.bounds().center for item in paths(gutter(studio, spec), "chip")]
    assert [c.y for c in found] == pytest.approx(heights)
    assert {round(c.x, 6) for c in found} == {1470}
