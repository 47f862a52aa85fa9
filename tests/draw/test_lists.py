"""Checks, ticks, icon lists, mark keys, headings and single words."""

from __future__ import annotations

from itertools import pairwise

import pytest

from sopprint.geometry import Box
from sopprint.model.elements import (
    Checks,
    Heading,
    IconList,
    ListItem,
    MarkKey,
    Text,
    Ticks,
    WriteLines,
)

ZONE = """
check:
  name: "OK to share:"
  ticks: [It answers this one danger, It names who helps, It says how long, The family agrees]
  note: "Ours:"
  items: [Who lives here?, Who visits?]
  alt: Checks.
key: {name: Write alone first, items: [Child, Parent, Worker, Helper], alt: Key.}
closer: {name: Who could move closer?, prompt: Who helped before? Who would the child want?, alt: List.}
"""
NARROW = Box.sized(2924, 573, 572, 700)


def boxes(paths, pen):
    return [p.path.bounds() for p in paths(pen, "tick")]


def test_packed_checks_stand_one_row_apart_and_a_second_line_pushes_down(studio, paths):
    pen = studio.drawn(ZONE, Checks(zone="check", label_size=42, row=72), NARROW)
    steps = [b.top - a.top for a, b in pairwise(boxes(paths, pen))]
    assert steps == pytest.approx([72 + 42 * 1.28, 72, 72])


def test_spread_checks_leave_the_same_space_everywhere(studio, paths):
    pen = studio.drawn(ZONE, Checks(zone="check", label_size=42, spread=True), NARROW)
    found = boxes(paths, pen)
    single = found[2].top - found[1].bottom
    assert found[0].top - NARROW.top == pytest.approx(single)
    assert NARROW.bottom - found[-1].bottom == pytest.approx(single)
    assert found[1].top - found[0].bottom == pytest.approx(single + 42 * 1.28)


def test_the_familys_own_follow_the_last_box(studio, texts, paths):
    pen = studio.drawn(ZONE, Checks(zone="check", own=True), Box.sized(0, 0, 1100, 600))
    last = boxes(paths, pen)[-1]
    own = texts(pen)["Ours:"]
    assert own.y > last.bottom
    assert own.x == pytest.approx(36)
    (write,) = [r for r in pen.finished().regions if r.kind == "write"]
    assert write.box.left > own.x + own.width
    assert write.box.bottom == 600


def test_ticks_follow_their_heading_on_one_line(studio, texts, paths):
    pen = studio.drawn(ZONE, Ticks(zone="check", heading="before"), Box.sized(1250, 2000, 2260, 48))
    heading = texts(pen)["OK to share:"]
    assert boxes(paths, pen)[0].left == pytest.approx(heading.x + heading.width + 36)
    assert heading.y == texts(pen)["It names who helps"].y
    assert heading.size == 40


def test_ticks_in_columns_run_row_by_row(studio, paths):
    pen = studio.drawn(ZONE, Ticks(zone="check", heading="above", columns=2), Box.sized(0, 0, 1300, 300))
    first, second, third, fourth = boxes(paths, pen)
    assert first.top == second.top < third.top == fourth.top
    assert first.left == third.left < second.left == fourth.left
    assert first.top > 41


def test_centred_ticks_leave_the_same_room_at_both_sides(studio, paths, texts):
    pen = studio.drawn(ZONE, Ticks(zone="check", align="center"), Box.sized(0, 0, 2600, 46))
    last = texts(pen)["The family agrees"]
    assert boxes(paths, pen)[0].left == pytest.approx(2600 - last.x - last.width)


def test_icon_list_rows(studio, texts):
    icons = (ListItem(icon="person", colour="green"), ListItem(icon="people", colour="teal"))
    spec = IconList(zone="check", icons=icons, label_size=42)
    found = texts(studio.drawn(ZONE, spec, Box.sized(2640, 1347, 870, 348)))
    assert found["OK to share:"].y == pytest.approx(1404, abs=1)
    assert found["Who lives here?"].y == pytest.approx(1477, abs=1)
    assert found["Who visits?"].y - found["Who lives here?"].y == pytest.approx(66)
    assert found["Who lives here?"].x == pytest.approx(2640 + 1.58 * 42)
    assert found["Who lives here?"].style == "hint"


def test_a_list_in_large_type_is_set_as_prompts(studio, texts):
    spec = IconList(zone="check", icons=(ListItem(icon="person", colour="green"),), label_size=50, row=92)
    assert texts(studio.drawn(ZONE, spec, Box.sized(0, 0, 1180, 500)))["Who lives here?"].style == "prompt"


def test_key_labels_stand_as_far_from_their_shape_as_tick_labels(studio, texts):
    pen = studio.drawn(ZONE, MarkKey(zone="key"), Box.sized(90, 0, 1040, 52))
    found = texts(pen)
    assert found["Child"].x == pytest.approx(90 + 1.52 * 40)
    step = found["Parent"].x - (found["Child"].x + found["Child"].width)
    assert step == pytest.approx(56 + 1.52 * 40)


def test_key_with_a_lead_shrinks_as_one_and_stays_inside(studio, texts):
    pen = studio.drawn(ZONE, MarkKey(zone="key", lead=True, label_size=42), Box.sized(90, 0, 1000, 52))
    found = texts(pen)
    sizes = [item.size for item in found.values()]
    assert max(sizes) - min(sizes) < 0.01
    assert found["Helper"].x + found["Helper"].width <= 1090.01
    assert not pen.report


def test_key_labels_take_their_shorter_form_before_they_shrink_much(studio, texts):
    words = """
    key: {name: Mark, items: [[The child or young person, Child], [Mother or father, Parent], Worker, Helper]}
    """
    wide, narrow = (
        texts(studio.drawn(words, MarkKey(zone="key"), Box.sized(90, 0, width, 52))) for width in (1500, 1000)
    )
    assert {"The child or young person", "Mother or father"} <= set(wide)
    assert {"Child", "Parent", "Worker", "Helper"} <= set(narrow)
    assert narrow["Helper"].size == pytest.approx(40)


def test_heading_with_prompt_below(studio, texts):
    spec = Heading(zone="closer", icon="next", prompt_lines=1)
    found = texts(studio.drawn(ZONE, spec, Box.sized(1830, 344, 1680, 158)))
    assert found["Who could move closer?"].y == pytest.approx(404, abs=1)
    assert found["Who could move closer?"].x == pytest.approx(1942, abs=2)
    assert found["Who helped before? Who would the child want?"].y == pytest.approx(486, abs=1)


def test_heading_with_prompt_at_the_far_end(studio, texts):
    spec = Heading(zone="closer", icon="next", prompt="right", prompt_size=46)
    found = texts(studio.drawn(ZONE, spec, Box.sized(90, 2350, 2220, 90)))
    name, prompt = found["Who could move closer?"], found["Who helped before? Who would the child want?"]
    assert prompt.x + prompt.width == pytest.approx(2310)
    middles = [item.y - 0.35 * item.size for item in (name, prompt)]
    assert middles == pytest.approx([2395, 2395])


@pytest.mark.parametrize(("size", "style"), [(76, "big-heading"), (58, "section-title")])
def test_small_headings_are_lighter(studio, texts, size, style):
    spec = Heading(zone="closer", heading_size=size, prompt="none")
    assert texts(studio.drawn(ZONE, spec, Box.sized(0, 0, 1500, 90)))["Who could move closer?"].style == style


def test_text_is_level_with_the_middle_of_its_box(studio):
    spec = Text(zone="closer", word="prompt", lines=2, align="center", text_size=40)
    pen = studio.drawn(ZONE, spec, Box.sized(0, 100, 600, 120))
    first, second = (i for i in pen.finished().items)
    assert (first.y + second.y) / 2 - 0.35 * 40 == pytest.approx(160)
    assert first.x + first.width / 2 == pytest.approx(300)


def test_write_lines_are_evenly_spaced_down_to_the_foot(studio, paths):
    pen = studio.drawn(ZONE, WriteLines(lines=3), Box.sized(0, 100, 600, 300))
    assert [p.path.bounds().top for p in paths(pen, "write-line")] == [200, 300, 400]


def test_icon_list_closes_up_to_stay_in_its_box(studio, texts):
    icons = (ListItem(icon="person", colour="green"), ListItem(icon="people", colour="teal"))
    found = texts(studio.drawn(ZONE, IconList(zone="check", icons=icons), Box.sized(0, 0, 870, 190)))
    assert 40 < found["Who visits?"].y - found["Who lives here?"].y < 66
    assert found["Who visits?"].y < 190


def test_checks_without_enough_height_are_reported(studio):
    pen = studio.drawn(ZONE, Checks(zone="check"), Box.sized(0, 0, 1100, 200))
    (found,) = [d for d in pen.report if d.code == "SP202"]
    assert "check" in found.message
    assert str(found.place) == "layout.yaml:12:5"
