from __future__ import annotations

from itertools import pairwise

import pytest

from sopprint.draw.tickbox import tick_box, tick_row
from sopprint.frame import TextItem
from sopprint.resolve.words import Phrase

THREE = (Phrase(("Facts, not labels",)), Phrase(("Known or alleged is clear",)), Phrase(("Family agrees it is fair",)))
SHARE = (Phrase(("OK to share",)), Phrase(("Ask me first", "Ask me")), Phrase(("Private",)))


def row(studio, phrases, room, **settings):
    pen = studio.pen(unit=settings.pop("unit", 1.0))
    box = tick_row(pen, phrases, pen.sect("zone"), 100, 500, room, **settings)
    return pen, box


def test_box_is_112_percent_of_the_label_and_level_with_its_capitals(studio, paths):
    pen = studio.pen()
    box = tick_box(pen, 100, 500, 40, None)
    assert (box.width, box.height) == pytest.approx((44.8, 44.8))
    assert box.center.y == pytest.approx(500 - 14)
    (drawn,) = paths(pen, "tick")
    assert drawn.fill.hex == "#FFFFFF"
    assert drawn.stroke.press == (0, 0, 0, 100)


def test_stroke_keeps_its_floor_on_letter(studio, paths):
    pen = studio.pen(unit=studio.letter)
    tick_box(pen, 0, 0, 40, None)
    assert paths(pen, "tick")[0].width == pytest.approx(5 * studio.letter)
    pen = studio.pen(unit=0.1)
    tick_box(pen, 0, 0, 40, None)
    assert paths(pen, "tick")[0].width == pytest.approx(0.9)


def test_a_row_keeps_its_gap_where_there_is_room(studio, texts, paths):
    pen, _ = row(studio, THREE, 1500, size=40, gap=68)
    second_box = paths(pen, "tick")[1].path.bounds()
    first = texts(pen)["Facts, not labels"]
    assert second_box.left - (first.x + first.width) == pytest.approx(68)
    assert first.size == 40


def test_gaps_close_before_labels_shrink(studio, texts):
    pen, box = row(studio, THREE, 1370, size=40, gap=68)
    assert {item.size for item in texts(pen).values()} == {40}
    assert box.right > 1460
    assert box.right <= 1470 + 0.01


def test_labels_shrink_together(studio, texts):
    pen, box = row(studio, THREE, 1200, size=40, gap=68)
    sizes = [item.size for item in texts(pen).values()]
    assert max(sizes) - min(sizes) < 0.01
    assert 33 < sizes[0] < 38
    assert box.right <= 1300 + 0.01


def test_a_shorter_form_is_taken_before_shrinking_much(studio, texts):
    wide, _ = row(studio, SHARE, 1000, size=40)
    narrow, _ = row(studio, SHARE, 660, size=40)
    assert "Ask me first" in texts(wide)
    assert "Ask me" in texts(narrow)


def test_what_does_not_fit_is_reported(studio):
    pen, _ = row(studio, THREE, 400, size=40, unit=studio.letter)
    assert [d.code for d in pen.report][:1] == ["SP201"]


def test_spread_leaves_equal_space_at_both_ends(studio, paths):
    pen, _ = row(studio, SHARE, 1000, size=40, align="spread")
    page = pen.finished()
    ends = [item.x + item.width for item in page.items if isinstance(item, TextItem)]
    starts = [p.path.bounds().left for p in paths(pen, "tick")]
    spaces = [starts[0] - 100, *(s - e for e, s in zip(ends, starts[1:], strict=False)), 1100 - ends[-1]]
    assert all(a == pytest.approx(b) for a, b in pairwise(spaces))


def test_each_item_is_a_labelled_list_item(studio, tree):
    pen, _ = row(studio, SHARE[:1], 1000, size=40)
    page = pen.finished()
    assert tree(page) == ["L", "  LI", "    Lbl", "    LBody"]
    assert [e.alt for e in page.elements if e.role == "Lbl"] == ["Empty box to tick."]
