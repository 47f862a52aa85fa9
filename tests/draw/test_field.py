from __future__ import annotations

import pytest

from sopprint.geometry import Box
from sopprint.model.elements import Field

ZONE = """
why: {name: Why we are meeting, alt: A field., hint: "date, time, place"}
back: {name: CWS can step back when we see, alt: A field.}
"""
AT = Box.sized(90, 344, 1100, 172)


def test_label_at_the_top(studio, texts):
    label = texts(studio.drawn(ZONE, Field(zone="why"), AT))["Why we are meeting"]
    assert label.x == 90 + 10 + 30
    assert label.y == pytest.approx(406, abs=1)


def test_label_in_the_middle_leaves_the_rest_to_write_in(studio, texts):
    pen = studio.drawn(ZONE, Field(zone="back", label="middle"), AT)
    label = texts(pen)["CWS can step back when we see"]
    assert label.y == pytest.approx(AT.center.y + 0.35 * label.size)
    (write,) = [r for r in pen.finished().regions if r.kind == "write"]
    assert label.x + label.width < write.box.left < write.box.right == AT.right - 10


def test_hint_goes_under_the_label_in_a_narrow_field(studio, texts):
    wide = texts(studio.drawn(ZONE, Field(zone="why"), AT))
    narrow = texts(studio.drawn(ZONE, Field(zone="why"), Box.sized(90, 344, 700, 300)))
    assert wide["date, time, place"].y == wide["Why we are meeting"].y
    assert narrow["date, time, place"].y > narrow["Why we are meeting"].y + 40


def test_a_tall_field_lets_its_label_break_and_stand_further_in(studio):
    pen = studio.drawn(ZONE, Field(zone="back", label_size=46, label_lines=2), Box.sized(0, 0, 600, 568))
    lines = [i for i in pen.finished().items if getattr(i, "style", "") == "field-label"]
    assert len(lines) == 2
    assert lines[0].y - lines[0].ascent == pytest.approx(54)


def test_a_tall_field_is_framed_as_a_panel_is(studio, paths):
    low, tall = (studio.drawn(ZONE, Field(zone="why"), Box.sized(0, 0, 1000, h)) for h in (250, 400))
    assert (paths(low, "outline")[0].width, paths(tall, "outline")[0].width) == (10, 14)


def test_reading_order_and_outline(studio, tree, paths):
    pen = studio.drawn(ZONE, Field(zone="why"), AT)
    assert tree(pen.finished()) == ["H2", "Figure", "P"]
    assert pen.finished().items[-1] == paths(pen, "outline")[0]
    assert paths(pen, "outline")[0].path.bounds() == AT.inset(5)
