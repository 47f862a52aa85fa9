from __future__ import annotations

import pytest

from sopprint.geometry import Box
from sopprint.model.elements import Space

WORDS = "hard: {name: Worries, prompt: What is hard?, alt: A space for worries.}"
AT = Box(1250, 344, 2350, 2044)


def space(top="rounded", **settings):
    return Space(zone="hard", icon="cloud", colour="indigo", top=top, **settings)


def test_plate_divider_and_band_stand_where_the_design_puts_them(studio, paths):
    pen = studio.drawn(WORDS, space(), AT)
    plate = paths(pen, "write")[-1].path.bounds()
    assert (plate.left, plate.top, plate.right, plate.bottom) == pytest.approx((1500, 408, 2100, 508))
    (divider,) = paths(pen, "divider")
    assert (divider.path.bounds().top, divider.width) == (544, 6)
    assert paths(pen, "band")[0].path.bounds().bottom == 770


def test_words_stand_left_beside_the_icon(studio, texts, paths):
    pen = studio.drawn(WORDS, space(), AT)
    found = texts(pen)
    assert (found["Worries"].x, found["Worries"].y) == pytest.approx((1456, 652.5), abs=0.1)
    assert (found["What is hard?"].x, found["What is hard?"].y) == pytest.approx((1456, 724.8), abs=0.1)
    icon = paths(pen, "icon")
    assert max(i.path.bounds().right + i.width / 2 for i in icon) < 1456 - 24


@pytest.mark.parametrize("top", ["rounded", "cut", "arch"])
def test_the_outline_fills_the_box_and_covers_all_grounds(studio, paths, top):
    pen = studio.drawn(WORDS, space(top), AT)
    items = pen.finished().items
    (outline,) = paths(pen, "outline")
    box = outline.path.bounds().outset(7)
    assert (box.left, box.top, box.right, box.bottom) == pytest.approx((1250, 344, 2350, 2044), abs=0.01)
    grounds = ("cap", "band", "divider")
    assert items.index(outline) > max(i for i, item in enumerate(items) if getattr(item, "name", "") in grounds)


def test_tops_differ_in_outline(studio, paths):
    tops = {t: paths(studio.drawn(WORDS, space(t), AT), "outline")[0].path.segments for t in ("rounded", "cut", "arch")}
    assert len(set(tops.values())) == 3
    assert [op for op, _ in tops["cut"]].count("C") == 2  # only the foot is round


def test_the_arch_clears_the_plate(studio, paths):
    pen = studio.drawn(WORDS, space("arch"), AT)
    plate = paths(pen, "write")[-1].path.bounds().outset(4)
    near = [y for x, y in paths(pen, "outline")[0].path.flattened()[0] if plate.left <= x <= plate.right and y < 500]
    assert max(near) + 7 + 18 < plate.bottom
    corner = [y for x, y in paths(pen, "outline")[0].path.flattened()[0] if plate.left <= x <= plate.left + 60]
    assert min(corner) < plate.top + 50


def test_people_write_on_wall_and_plate(studio):
    regions = {r.name: r.box for r in studio.drawn(WORDS, space(), AT).finished().regions if r.kind == "write"}
    assert regions["hard"] == Box(1264, 770, 2336, 1952)
    assert set(regions) == {"hard", "hard.plate"}


def test_reading_order(studio, tree):
    assert tree(studio.drawn(WORDS, space(share="none"), AT).finished()) == ["H2", "Figure", "P", "Figure"]
