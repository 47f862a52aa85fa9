from __future__ import annotations

import pytest

from sopprint.draw.tablegrid import TableGrid
from sopprint.geometry import Box
from sopprint.model.elements import Table, TableColumn

PLAN = """
plan:
  columns:
    step: {name: [Step, "#"]}
    goal-step: {name: Step, hint: and goal}
    what: {name: What will happen}
    know: {name: How the child will know}
    done: {name: Done}
agenda:
  items: [Welcome, How we work]
  columns:
    item: {name: Agenda item}
    minutes: {name: Minutes}
"""
AT = Box.sized(90, 344, 3430, 1412)


def columns(*specs):
    return tuple(TableColumn(**s) for s in specs)


def plan(studio, *, box=AT, unit=1.0, **settings):
    spec = Table(
        zone="plan", framed=True, colour="amber", rows=6, head=108,
        columns=columns(
            {"column": "step", "width": 110, "holds": "number", "align": "center"},
            {"column": "what", "width": 2900},
            {"column": "done", "width": 420, "holds": "tick", "align": "center"},
        ), **settings,
    )  # fmt: skip
    return studio.drawn(PLAN, spec, box, unit=unit)


def agenda(studio, **settings):
    spec = Table(
        zone="agenda", rows=3, columns=columns(
            {"column": "item", "width": 890, "holds": "tick-item"}, {"column": "minutes", "width": 210}
        ), **settings,
    )  # fmt: skip
    return studio.drawn(PLAN, spec, Box.sized(104, 705, 1072, 900))


def test_grid_measures_columns_from_the_box_and_rows_from_what_is_visible():
    grid = TableGrid.of(Box(0, 0, 1000, 614), (1, 3), 5, head=100, edge=14)
    assert grid.edges == (0, 250, 1000)
    assert grid.row_height == pytest.approx(100)
    assert grid.cell(0, 0) == Box(14, 100, 250, 200)
    assert grid.cell(4, 1) == Box(250, 500, 986, 600)
    assert grid.row_lines == (200, 300, 400, 500)
    assert grid.head_cell(1) == Box(250, 14, 986, 100)


def test_head_row_as_in_the_design(studio, texts):
    label = texts(plan(studio))["What will happen"]
    assert label.x == pytest.approx(90 + 110 + 32)
    assert label.y == pytest.approx(420, abs=2)


def test_centred_heads_and_boxes_share_the_middle_of_the_visible_cell(studio, texts, paths):
    pen = plan(studio)
    middle = (3520 - 420 + 3506) / 2
    done = texts(pen)["Done"]
    assert done.x + done.width / 2 == pytest.approx(middle)
    assert [p.path.bounds().center.x for p in paths(pen, "tick")] == pytest.approx([middle] * 6)


def test_row_numbers_are_in_the_tables_colour_and_large(studio, texts):
    number = texts(plan(studio))["3"]
    assert number.color == studio.look.colour("amber")
    assert number.size == 60
    assert number.x + number.width / 2 == pytest.approx((104 + 200) / 2)


def test_a_narrow_head_takes_its_short_form(studio, texts):
    assert "#" in texts(plan(studio))


def test_outline_comes_last_and_head_divider_lies_on_the_rules(studio):
    names = [getattr(i, "name", "text") for i in plan(studio).finished().items]
    assert names[-1] == "outline"
    assert names.index("divider") > max(i for i, n in enumerate(names) if n == "rule")


def test_framed_rules_cross_the_head_but_stop_short_of_a_panels_divider(studio, paths):
    down = paths(plan(studio), "rule")[0].path.bounds()
    assert down.top == 344 + 14
    down = paths(agenda(studio), "rule")[0].path.bounds()
    assert down.top == 705 + 4


def test_heads_not_printed_are_still_named_for_screen_readers(studio, texts):
    pen = agenda(studio)
    heads = [e for e in pen.finished().elements if ("Table", "Scope", "Column") in e.attributes]
    assert [e.alt for e in heads] == ["Agenda item", "Minutes"]
    assert "Minutes" not in texts(pen)


def test_structure_of_rows(studio, tree):
    lines = tree(agenda(studio).finished())
    assert lines[:5] == ["Table", "  THead", "    TR", "      TH", "      TH"]
    assert lines[5:10] == ["  TBody", "    TR", "      TH", "        Figure", "      TD"]
    assert lines[14:] == ["    TR", "      TD", "        Figure", "      TD"]  # the blank row is nobody's header


def test_the_blank_item_has_a_box_and_room_to_write(studio, paths):
    pen = agenda(studio)
    assert len(paths(pen, "tick")) == 3
    assert [r.name for r in pen.finished().regions] == ["agenda.item", "agenda.minutes"]


def test_a_half_height_guide_puts_the_number_in_the_upper_half(studio, texts, paths):
    spec = Table(
        zone="plan", framed=True, colour="amber", rows=2, head=148,
        columns=columns(
            {"column": "goal-step", "width": 200, "holds": "number", "align": "center", "guide": True},
            {"column": "know", "width": 430},
        ),
    )  # fmt: skip
    pen = studio.drawn(PLAN, spec, Box.sized(0, 0, 630, 748))
    found = texts(pen)
    guide = paths(pen, "guide")[0]
    assert found["1"].y < guide.path.bounds().top
    assert guide.stroke == studio.look.colour("guide-rule")
    assert found["and goal"].y > found["Step"].y
    assert found["will know"].y - found["How the child"].y == pytest.approx(1.1 * 46)


def test_a_head_takes_two_lines_only_where_it_is_high_enough_for_them(studio, texts):
    for head, words in ((148, "How the child"), (76, "How the child will know")):
        spec = Table(
            zone="plan", framed=True, rows=2, head=head,
            columns=columns({"column": "know", "width": 430}, {"column": "done", "width": 200}),
        )  # fmt: skip
        found = texts(studio.drawn(PLAN, spec, Box.sized(0, 0, 630, 748)))
        assert words in found
        assert max(i.y + i.descent for i in found.values()) < head


@pytest.mark.parametrize("head", range(76, 149, 6))
def test_a_head_of_any_height_stands_clear_of_the_rule_under_it(studio, texts, head):
    spec = Table(
        zone="plan", framed=True, rows=2, head=head,
        columns=columns({"column": "know", "width": 430}, {"column": "done", "width": 200}),
    )  # fmt: skip
    found = texts(studio.drawn(PLAN, spec, Box.sized(0, 0, 630, 748)))
    assert max(i.y + i.descent for i in found.values()) <= head - 5


def test_floors_on_letter(studio, texts, paths):
    pen = plan(studio, unit=studio.letter)
    assert all(i.size >= studio.look.styles[i.style].floor - 1e-9 for i in texts(pen).values())
    assert all(p.width >= 0.6 for p in paths(pen, "rule"))
