from __future__ import annotations

import pytest

from sopprint.draw.slots import line_room
from sopprint.geometry import Box
from sopprint.model.elements import Slot, Slots

ZONE = """
map:
  slots:
    a: {name: Strengths, hint: good things in this family}
    b: {name: Safety, hint: what people did that kept the child safe}
    c: {name: CWS can step back when we see}
    d: {name: Next}
"""


def drawn(studio, *rows, width=1072.0, height=900.0, **settings):
    spec = Slots(zone="map", colour="green", rows=rows, **settings)
    return studio.drawn(ZONE, spec, Box.sized(104, 700, width, height))


def test_label_height_and_lines_fill_the_box():
    rows = ((Slot(slot="a"),), (Slot(slot="b"),), (Slot(slot="c", lines=2),), (Slot(slot="d", lines=2),))
    assert line_room(rows, 1370, 84) == pytest.approx((1370 - 4 * 84) / 6)


def test_hint_stands_24_after_its_label_on_the_same_baseline(studio, texts):
    found = texts(drawn(studio, Slot(slot="a"), Slot(slot="b")))
    label, hint = found["Strengths"], found["good things in this family"]
    assert hint.x - (label.x + label.width) == pytest.approx(24)
    assert hint.y == label.y
    assert label.y == pytest.approx(700 + 0.77 * 84)


def test_one_hint_that_does_not_fit_sends_all_below(studio, texts):
    found = texts(drawn(studio, Slot(slot="a"), Slot(slot="b"), width=688))
    label, hint = found["Strengths"], found["good things in this family"]
    assert hint.x == label.x
    assert hint.y - label.y == pytest.approx(58, abs=1)


def test_labels_share_one_size(studio):
    pen = drawn(studio, (Slot(slot="a"), Slot(slot="c")), Slot(slot="d"), width=700)
    sizes = {round(i.size, 6) for i in pen.finished().items if getattr(i, "style", "") == "label"}
    assert len(sizes) == 1


def test_a_long_label_takes_a_second_line_rather_than_shrinking(studio):
    pen = drawn(studio, Slot(slot="c"), width=560)
    lines = [i for i in pen.finished().items if getattr(i, "style", "") == "label"]
    assert len(lines) == 2
    assert lines[0].size == 50


def test_two_slots_side_by_side_get_a_divider_down_the_middle(studio, paths):
    pen = drawn(studio, (Slot(slot="a"), Slot(slot="d")), Slot(slot="b"), width=1000)
    across, down = sorted(paths(pen, "divider"), key=lambda p: p.path.bounds().width, reverse=True)
    assert (across.path.bounds().left, across.path.bounds().right) == (104, 1104)
    assert (down.path.bounds().left, down.path.bounds().width) == (604, 0)
    assert down.path.bounds().bottom == across.path.bounds().top
    assert across.width == 5


def test_guides_only_between_lines_of_one_slot(studio, paths):
    def rows():
        return Slot(slot="a"), Slot(slot="b", lines=1.4), Slot(slot="d", lines=3)

    assert len(paths(drawn(studio, *rows()), "guide")) == 2
    assert paths(drawn(studio, *rows(), guides=False), "guide") == []


def test_too_little_height_is_reported_with_what_is_missing(studio):
    pen = drawn(studio, Slot(slot="a"), Slot(slot="b"), height=200)
    found = [d for d in pen.report if d.code == "SP202"]
    assert len(found) == 1
    assert "48 u more" in found[0].message
    assert str(found[0].place) == "layout.yaml:12:5"
