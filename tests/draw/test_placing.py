"""Mirrored pages: what turns, what only moves, what stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopprint.draw.chips import arrow_chip
from sopprint.draw.icons import ICONS, draw_icon
from sopprint.draw.marks import corner_mark
from sopprint.draw.placing import Placing
from sopprint.draw.qr import place_qr
from sopprint.draw.registry import drawer
from sopprint.draw.tickbox import tick_row
from sopprint.frame import PathItem, TextItem
from sopprint.geometry import Box, Path, Point, line
from sopprint.model.elements import Scale, Score, Step, Table, TableColumn, Trail
from sopprint.resolve.words import Phrase, Words
from sopprint.source.nodes import read

NUMBER = st.floats(-4000, 4000)
WIDE = 3600
PAGE = Placing.across(0, WIDE)


@st.composite
def boxes(draw):
    left, top = draw(NUMBER), draw(NUMBER)
    return Box.sized(left, top, draw(st.floats(0, 4000)), draw(st.floats(0, 4000)))


@st.composite
def paths(draw):
    points = st.tuples(NUMBER, NUMBER)
    segments = [("M", draw(points))]
    for op, points_ in draw(st.lists(st.tuples(st.sampled_from("LCZ"), st.lists(points, min_size=3, max_size=3)))):
        segments.append((op, () if op == "Z" else points_[0] if op == "L" else sum(points_, ())))
    return Path(tuple(segments))


@given(NUMBER, boxes(), paths(), st.floats(0, 4000))
def test_a_mirror_of_a_mirror_is_what_was_drawn(axis, box, path, width):
    there = Placing(axis, mirrored=True)
    for edge in ("left", "top", "right", "bottom"):
        assert getattr(there.box(there.box(box)), edge) == pytest.approx(getattr(box, edge), abs=1e-6)
    assert there.start(there.start(box.left, width), width) == pytest.approx(box.left, abs=1e-6)
    again = there.path(there.path(path))
    assert [op for op, _ in again.segments] == [op for op, _ in path.segments]
    for (_, one), (_, other) in zip(again.segments, path.segments, strict=True):
        assert one == pytest.approx(other, abs=1e-6)


@given(NUMBER, boxes(), paths())
def test_what_stands_upright_moves_to_the_mirrored_box_and_keeps_its_shape(axis, box, path):
    there = Placing(axis, mirrored=True)
    upright = there.upright(box)
    assert upright.box(box).left == pytest.approx(there.box(box).left, abs=1e-6)
    moved = there.box(box).left - box.left
    for (_, one), (_, other) in zip(upright.path(path).segments, path.segments, strict=True):
        assert one == pytest.approx([n + (0 if i % 2 else moved) for i, n in enumerate(other)], abs=1e-6)


def mirrored(studio, zones="{}", common=None):
    pen = studio.pen(zones)
    pen.placing = PAGE
    if common is not None:
        pen.common = Words(read(common, "common.yaml"), "ar")
    return pen


def draw(pen, spec, box):
    drawer(type(spec))(spec, box, pen)


def items(pen, kind, name=""):
    return [i for i in pen.finished().items if isinstance(i, kind) and (not name or i.name == name)]


@pytest.mark.parametrize("name", sorted(ICONS))
def test_only_icons_that_show_the_way_of_reading_are_turned(studio, name):
    plain, turned = studio.pen(), mirrored(studio)
    box = Box.sized(100, 100, 200, 200)
    for pen in (plain, turned):
        draw_icon(pen, name, "navy", box)
    place = PAGE if name in ("next", "list", "flag", "speech") else PAGE.upright(box)
    for before, after in zip(items(plain, PathItem), items(turned, PathItem), strict=True):
        for (_, one), (_, other) in zip(place.path(before.path).segments, after.path.segments, strict=True):
            assert one == pytest.approx(other, abs=1e-9)


def test_arrow_chips_point_the_other_way(studio):
    pen = mirrored(studio)
    arrow_chip(pen, Point(1000, 500), 0, 44)
    tip = items(pen, PathItem, "arrow")[0].path.segments[1][1]
    assert tip[0] < WIDE - 1000
    assert tip[1] == 500


def test_corner_marks_stay_and_codes_keep_facing(studio):
    plain, turned = studio.pen(), mirrored(studio)
    for pen in (plain, turned):
        corner_mark(pen, "top-left", Box.sized(90, 90, 108, 108))
        place_qr(pen, "urn:x", Box.sized(3000, 2000, 168, 168), tag=None)
    for name in ("mark", "mark-bits"):
        assert items(plain, PathItem, name) == items(turned, PathItem, name)
    (before,), (after,) = items(plain, PathItem, "qr"), items(turned, PathItem, "qr")
    moved = after.path.bounds().left - before.path.bounds().left
    assert after.path.bounds().right == pytest.approx(WIDE - 3000)
    for (_, one), (_, other) in zip(before.path.segments, after.path.segments, strict=True):
        assert other == pytest.approx([n + (0 if i % 2 else moved) for i, n in enumerate(one)])
    marks = [{r.name: r.box for r in pen.finished().regions if r.kind == "mark"} for pen in (plain, turned)]
    assert marks[0] == marks[1]


def test_a_tick_box_stands_right_of_its_label(studio):
    pen = mirrored(studio)
    tick_row(pen, [Phrase(("One",)), Phrase(("Two",))], 0, 100, 500, 1000, size=40)
    ticks, words = items(pen, PathItem, "tick"), items(pen, TextItem)
    assert ticks[0].path.bounds().right == pytest.approx(WIDE - 100)
    for tick, word in zip(ticks, words, strict=True):
        assert tick.path.bounds().left > word.x + word.width
    assert ticks[0].path.bounds().left > ticks[1].path.bounds().left


def test_an_element_that_fails_leaves_the_pen_as_it_was(studio):
    pen = mirrored(studio)
    with pytest.raises(ZeroDivisionError), pen.placed(None):
        raise ZeroDivisionError
    assert pen.placing == PAGE


TABLE = "plan: {columns: {what: {name: What}, who: {name: Who}}, items: [First]}"


def test_columns_of_a_table_run_from_the_right(studio):
    columns = (TableColumn(column="what", width=2), TableColumn(column="who", width=1))
    spec = Table(zone="plan", columns=columns, rows=2, head=90)
    pen = mirrored(studio, TABLE)
    draw(pen, spec, Box.sized(300, 300, 900, 600))
    what, who = (next(i for i in items(pen, TextItem) if i.text.strip() == name) for name in ("What", "Who"))
    assert what.x > who.x
    write = {r.name: r.box for r in pen.finished().regions if r.kind == "write"}
    assert write["plan.what"].right == pytest.approx(WIDE - 300)
    assert write["plan.who"].left == pytest.approx(WIDE - 1200)


SCALES = """
marks: {name: Date, alt: A grid.}
scale: {name: How safe?, near: Safe, far: Not safe, alt: A line.}
"""
SHARED = "alt: {tick-box: Box.}\nshare: [a, b, c]\n"


def numbers_on(pen):
    found = [i for i in items(pen, TextItem) if i.style == "number"]
    return [i.text.strip() for i in sorted(found, key=lambda i: i.x)]


@pytest.mark.parametrize("spec", [Scale(zone="scale"), Score(zone="marks")])
def test_the_language_says_how_the_numbers_of_a_scale_run(studio, spec):
    found = {}
    for run in ("ltr", "rtl"):
        pen = mirrored(studio, SCALES, f"{SHARED}scale: {run}\n")
        draw(pen, spec, Box.sized(90, 800, 3420, 546))
        found[run] = numbers_on(pen)
    assert found["ltr"] == [str(n) for n in range(11)]
    assert found["rtl"] == found["ltr"][::-1]


def test_the_words_at_the_ends_of_a_scale_stay_with_their_numbers(studio):
    for run, order in (("ltr", ["Not safe", "0", "10", "Safe"]), ("rtl", ["Safe", "10", "0", "Not safe"])):
        pen = mirrored(studio, SCALES, f"{SHARED}scale: {run}\n")
        draw(pen, Scale(zone="scale"), Box.sized(90, 800, 3420, 196))
        words = {i.text.strip(): i.x for i in items(pen, TextItem)}
        assert sorted(order, key=lambda word: words[word]) == order
        assert words["How safe?"] > max(words[word] for word in order)


PATH = "path: {name: Path, near: Safe, far: Worried, alt: A path.}"


def test_zero_is_at_the_left_end_of_the_path(studio):
    spec = Trail(zone="path", start="door", stones_from=0, route=(Step(to=(2000, 0)),))
    pen = mirrored(studio, PATH, SHARED)
    pen.resolve = lambda value, _: {"door.x": 1000.0, "door.y": 500.0}.get(value, value)
    draw(pen, spec, Box(0, 0, WIDE, 2400))
    stones = sorted((i for i in items(pen, TextItem) if i.style == "stone"), key=lambda i: i.x)
    assert [i.text.strip() for i in stones] == [str(n) for n in range(11)]
    ribbon = items(pen, PathItem, "path")[0].path
    assert ribbon.bounds().left == pytest.approx(WIDE - 3000)


def test_numbers_have_the_digits_of_the_language(studio):
    pen = studio.pen()
    assert pen.number(10).text == "10"
    pen.common = Words(read('digits: "۰۱۲۳۴۵۶۷۸۹"\n', "common.yaml"), "fa")
    assert pen.number(10).text == "۱۰"
    assert pen.number(-3).text == "-۳"


def test_a_block_of_its_own_is_mirrored_between_its_sides(studio):
    pen = mirrored(studio)
    with pen.between(200, 1200):
        pen.paint(line(200, 0, 300, 0), stroke=pen.colour("ink"), width="rule", name="own")
    assert items(pen, PathItem, "own")[0].path.bounds().left == 1100
