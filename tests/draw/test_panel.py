from __future__ import annotations

import pytest

from sopprint.frame import PathItem
from sopprint.geometry import Box
from sopprint.model.elements import Panel, Slot, Slots

HARM = """
harm:
  name: Harm statement
  prompt: What already happened
  alt: A panel for harm.
  ticks: [One, Two]
  slots:
    source: {name: Who told us}
    often: {name: When, hint: how often}
    did: {name: What the caregiver did}
"""
AT = Box.sized(90, 344, 1645, 1700)
ROWS = (Slot(slot="source"), Slot(slot="often"), Slot(slot="did", lines=2))


def panel(**settings):
    return Panel(zone="harm", colour="indigo", **settings)


def full():
    return panel(
        icon="past", head=226, title_size=92, prompt="below", foot=104, content=Slots(rows=ROWS, colour="indigo")
    )


def test_outline_is_inside_the_box_and_covers_everything(studio):
    pen = studio.drawn(HARM, full(), AT)
    drawn = [item for item in pen.finished().items if isinstance(item, PathItem)]
    last = drawn[-1]
    assert last.name == "outline"
    assert last.width == 14
    assert last.path.bounds() == AT.inset(7)


def test_head_and_foot_are_tinted_up_to_their_dividers(studio, paths):
    pen = studio.drawn(HARM, full(), AT)
    (head,), (foot,) = paths(pen, "head"), paths(pen, "foot")
    assert head.path.bounds().bottom == 344 + 226
    assert foot.path.bounds().top == 2044 - 104
    assert head.fill == foot.fill == studio.look.colour("indigo", "light")


def test_two_line_head_stands_where_the_design_puts_it(studio, texts):
    found = texts(studio.drawn(HARM, full(), AT))
    assert found["Harm statement"].y == pytest.approx(459, abs=2)
    assert found["What already happened"].y == pytest.approx(528, abs=2)
    assert found["Harm statement"].x == found["What already happened"].x


def test_heads_side_by_side_are_level_whatever_their_titles_size(studio, texts):
    small = panel(head=226, title_size=66, prompt="below")
    found = texts(studio.drawn(HARM, small, AT))
    assert found["Harm statement"].y == pytest.approx(344 + 0.51 * 226)


def test_one_line_head_is_centred_on_the_visible_band(studio, texts):
    title = texts(studio.drawn(HARM, panel(head=150, title_size=84), AT))["Harm statement"]
    assert title.y == pytest.approx(344 + (14 + 150 - 3) / 2 + 0.35 * title.size)


def test_prompt_beside_shares_the_baseline(studio, texts):
    found = texts(studio.drawn(HARM, panel(head=112, title_size=66, prompt="beside"), AT))
    title, prompt = found["Harm statement"], found["What already happened"]
    assert prompt.y == title.y
    assert prompt.x == pytest.approx(title.x + title.width + 24)


def test_prompt_right_ends_as_far_in_as_the_title_starts(studio, texts):
    found = texts(studio.drawn(HARM, panel(head=124, title_size=76, prompt="right"), AT))
    title, prompt = found["Harm statement"], found["What already happened"]
    assert AT.right - (prompt.x + prompt.width) == pytest.approx(title.x - AT.left)


def test_without_a_head_no_heading_is_made(studio, tree):
    pen = studio.drawn(HARM, panel(head=0), AT)
    assert tree(pen.finished()) == ["Figure"]
    (write,) = [r for r in pen.finished().regions if r.kind == "write"]
    assert write.box == AT.inset(14)


def test_reading_order(studio, tree):
    pen = studio.drawn(HARM, full(), AT)
    assert tree(pen.finished()) == [
        "H2", "Figure", "P", "H3", "H3", "P", "H3",
        "L", "  LI", "    Lbl", "    LBody", "  LI", "    Lbl", "    LBody",
    ]  # fmt: skip


def test_slots_share_the_height_by_lines(studio):
    pen = studio.drawn(HARM, full(), AT)
    rows = pen.anchors["harm"].rows
    one, two = rows[0].height - 84, rows[2].height - 84
    assert two == pytest.approx(2 * one)
    assert rows[0].top == pytest.approx(344 + 226 + 3)
    assert rows[-1].bottom == pytest.approx(2044 - 104 - 2.5)


def test_anchor_of_the_head_is_in_the_middle_of_its_visible_part(studio):
    head = studio.drawn(HARM, full(), AT).anchors["harm"].points["head"]
    assert (head.x, head.y) == (AT.center.x, 344 + (14 + 226) / 2)


def test_an_id_and_the_zone_both_lead_to_the_rows(studio):
    spec = panel(id="left", content=Slots(rows=ROWS, colour="indigo"))
    pen = studio.drawn(HARM, spec, AT)
    assert len(pen.anchors["left"].rows) == 3
    assert pen.anchors["harm"] is pen.anchors["left"]


def test_floors_hold_on_letter(studio, texts, paths):
    pen = studio.drawn(HARM, full(), AT, unit=studio.letter)
    styles = studio.look.styles
    for item in texts(pen).values():
        assert item.size >= styles[item.style].floor - 1e-9
    assert paths(pen, "outline")[0].width >= 2
    assert all(p.width >= 0.8 for p in paths(pen, "divider"))


def test_every_write_area_is_inside_the_panel_and_clear_of_words(studio):
    page = studio.drawn(HARM, full(), AT).finished()
    writes = [r for r in page.regions if r.kind == "write"]
    assert [r.name for r in writes] == ["harm.source", "harm.often", "harm.did"]
    labels = [i for i in page.items if getattr(i, "style", "") in ("label", "hint")]
    for region in writes:
        assert AT.inset(14).contains(region.box)
        assert not any(region.box.top < i.y < region.box.bottom for i in labels)


@pytest.mark.parametrize(
    ("settings", "needs"),
    [
        ({"head": 124, "title_size": 72, "prompt": "below"}, "a title with a prompt below it"),
        ({"head": 70, "title_size": 72}, "title"),
        ({"head": 70, "title_size": 72, "prompt": "beside"}, "title"),
    ],
)
def test_a_head_too_low_for_its_words_is_reported_where_the_panel_is_written(studio, settings, needs):
    report = studio.drawn(HARM, panel(**settings), AT).report
    (found,) = [d for d in report if d.code == "SP202"]
    assert needs.split()[-1] in found.message
    assert str(found.place) == "layout.yaml:12:5"
    assert "head" in found.hints[0]


@pytest.mark.parametrize(
    "settings", [{"head": 160, "title_size": 72, "prompt": "below"}, {"head": 104, "title_size": 66}]
)
def test_a_head_high_enough_is_not(studio, settings):
    assert not len(studio.drawn(HARM, panel(**settings), AT).report)


def test_prompts_get_smaller_with_the_head_but_stay_readable(studio, texts):
    sizes = [
        texts(studio.drawn(HARM, panel(head=head, title_size=72, prompt="below"), AT))["What already happened"].size
        for head in (226, 200, 160)
    ]
    assert sizes == pytest.approx([50, 44.3, 44])
