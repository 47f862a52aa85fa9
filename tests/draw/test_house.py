from __future__ import annotations

from itertools import pairwise

import pytest

from sopprint.draw.pen import Sizes
from sopprint.draw.registry import drawer
from sopprint.geometry import Box
from sopprint.model.elements import House

WORDS = """
good: {over: House of, name: Good Things, prompt: What feels good?, alt: A house for good things.}
dreams: {over: House of, name: Hopes and Dreams, prompt: How do you want things to be?, alt: A house for hopes.}
plain: {name: Good Things, prompt: What feels good?, alt: A house.}
"""
AT = Box(90, 352, 1190, 2044)  # the first of three on 36 x 24 in
TALL = Box(90, 352, 814, 3124)  # portrait


def house(zone="good", **settings):
    return House(zone=zone, icon="sun", colour="green", **settings)


def region(pen, kind, name):
    (found,) = [r.box for r in pen.finished().regions if (r.kind, r.name) == (kind, name)]
    return found


def lines(found):
    """Lines by their words, whether or not a blank follows for readers of tags."""
    return {words.strip(): item for words, item in found.items()}


def bounds(box):
    return pytest.approx((box.left, box.top, box.right, box.bottom), abs=0.6)


def test_roof_and_wall_stand_where_the_design_puts_them(studio, paths):
    pen = studio.drawn(WORDS, house(), AT)
    (roof,), (wall,) = paths(pen, "roof"), paths(pen, "outline")
    assert bounds(roof.path.bounds()) == (97, 359, 1183, 711)
    assert bounds(wall.path.bounds()) == (147, 711, 1133, 2037)
    assert roof.width == wall.width == 14


def test_the_name_plate_is_blank_white_and_over_the_eaves(studio, paths):
    pen = studio.drawn(WORDS, house(), AT)
    plate = paths(pen, "write")[-1]
    assert bounds(plate.path.bounds()) == (360, 575.5, 920, 677.6)
    assert plate.fill == studio.look.colour("paper")
    assert pen.finished().elements[plate.tag].alt == "Blank name plate."


def test_a_narrow_house_has_a_narrower_plate(studio, paths):
    pen = studio.drawn(WORDS, house(roof_height=330, eaves=36), TALL)
    assert paths(pen, "write")[-1].path.bounds().width == pytest.approx(0.53 * 724)


def test_people_write_between_band_and_share_strip(studio):
    pen = studio.drawn(WORDS, house(), AT)
    assert region(pen, "write", "good") == Box(154, 996, 1126, 1952)
    assert region(pen, "zone", "good") == AT


def test_without_share_boxes_the_wall_is_white_to_the_foot(studio, paths):
    pen = studio.drawn(WORDS, house(share="none"), AT)
    assert region(pen, "write", "good").bottom == 2030
    assert paths(pen, "tick") == []
    assert len(paths(pen, "band")) == 1


def test_words_of_the_band_are_centred_on_their_baselines(studio, texts):
    found = lines(texts(studio.drawn(WORDS, house(), AT)))
    for words, y, size in (("House of", 787, 55), ("Good Things", 884, 92), ("What feels good?", 959.5, 50)):
        item = found[words]
        assert item.y == pytest.approx(y, abs=1)
        assert item.size == pytest.approx(size, abs=0.3)
        assert item.x + item.width / 2 == pytest.approx(640, abs=0.1)


def test_a_name_alone_stands_higher_in_the_band(studio, texts):
    found = texts(studio.drawn(WORDS, house("plain"), AT))
    assert found["Good Things"].y == pytest.approx(704 + 146)


def test_a_prompt_of_two_lines_is_balanced_and_stays_in_the_band(studio, texts):
    spec = house("dreams", roof_height=330, eaves=36, band=330, prompt_lines=2, share="stack", share_height=236)
    found = lines(texts(studio.drawn(WORDS, spec, TALL)))
    one, two = found["How do you want"], found["things to be?"]
    assert two.y - one.y == pytest.approx(64)
    assert two.y + two.descent < 352 + 330 + 330


def test_stacked_boxes_stand_under_each_other_in_the_strip(studio, paths):
    spec = house(roof_height=330, eaves=36, band=330, prompt_lines=2, share="stack", share_height=236)
    ticks = [item.path.bounds() for item in paths(studio.drawn(WORDS, spec, TALL), "tick")]
    assert len({round(t.left, 3) for t in ticks}) == 1
    assert [b.top - a.top for a, b in pairwise(ticks)] == pytest.approx([62.7, 62.7], abs=0.1)
    assert ticks[1].center.y == pytest.approx((2888 + 3110) / 2)


def test_houses_of_one_poster_share_the_size_of_the_longest_name(studio, texts):
    sizes = Sizes()
    for _ in range(3):
        pen = studio.pen(WORDS, sizes=sizes)
        for index, zone in enumerate(("good", "dreams")):
            drawer(House)(house(zone, eaves=36, roof_height=330), TALL.shifted(index * 748, 0), pen)
        if sizes.settled():
            break
        sizes = sizes.next()
    found = texts(pen)
    assert found["Good Things"].size == pytest.approx(found["Hopes and Dreams"].size)
    assert found["Hopes and Dreams"].width == pytest.approx(724 - 2 * (36 + 14 + 36), abs=0.1)


def test_reading_order_is_name_picture_prompt_plate_boxes(studio, tree):
    lines = tree(studio.drawn(WORDS, house(), AT).finished())
    assert lines[:4] == ["H2", "Figure", "P", "Figure"]
    assert lines[4:8] == ["L", "  LI", "    Lbl", "    LBody"]
    assert lines.count("  LI") == 3


@pytest.mark.parametrize(("roof", "extra"), [("gable", "chimney"), ("dome", "flag")])
def test_what_stands_behind_a_roof_is_painted_before_it(studio, roof, extra):
    names = [getattr(i, "name", "") for i in studio.drawn(WORDS, house(roof=roof), AT).finished().items]
    assert names.index(extra) < names.index("roof")
    assert names.index("outline") < names.index("roof")


def test_roofs_differ_in_outline_not_in_height(studio, paths):
    outlines = {r: paths(studio.drawn(WORDS, house(roof=r), AT), "roof")[0].path for r in ("gable", "barn", "dome")}
    assert len({path.segments for path in outlines.values()}) == 3
    assert {path.bounds().bottom for path in outlines.values()} == {711}


def test_on_letter_strokes_and_words_keep_their_floors(studio, paths, texts):
    pen = studio.drawn(WORDS, house(), Box(90, 352, 1038, 2044), unit=studio.letter)
    (roof,) = paths(pen, "roof")
    plate = paths(pen, "write")[-1]
    assert roof.width == pytest.approx(14 * studio.letter)
    assert plate.width == pytest.approx(8 * studio.letter)
    styles = studio.look.styles
    for item in texts(pen).values():
        assert item.size >= styles[item.style].floor - 1e-6
