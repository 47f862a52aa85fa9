"""Markdown and boxes to blocks: what is kept, what is refused and where."""

from __future__ import annotations

import time

import pytest

from sopprint.model.blocks import Block, Box, Heading, ListBlock, Paragraph, Span, TableBlock
from sopprint.source.filled import Filled
from sopprint.source.markdown import blocks, scan


def made(text: str) -> tuple[Block, ...]:
    return blocks(Filled.plain(text, "w.md"))


def mistakes(text: str) -> list[tuple[str, int]]:
    return [(d.code, d.place.line if d.place else 0) for d in scan(Filled.plain(text, "w.md"))[1]]


def hints(text: str) -> tuple[str, ...]:
    return tuple(hint for d in scan(Filled.plain(text, "w.md"))[1] for hint in d.hints)


def outline(found: tuple[Block, ...]) -> list[object]:
    """Blocks as nested names and words."""
    lines: list[object] = []
    for block in found:
        match block:
            case Paragraph() | Heading():
                lines.append(block.text)
            case ListBlock():
                lines.append((block.kind, [outline(item) for item in block.items]))
            case TableBlock():
                lines.append([[cell.text for cell in row] for row in (block.head, *block.rows)])
            case Box():
                lines.append((block.name, dict(block.options), outline(block.children)))
    return lines


def test_emphasis_links_and_line_ends() -> None:
    (paragraph,) = made("plain **strong *both*** *soft*\nnext \\\nforced [site](https://a.b/c) &amp; \\*x\\*")
    assert isinstance(paragraph, Paragraph)
    assert paragraph.spans == (
        Span("plain "),
        Span("strong both", "strong"),
        Span(" "),
        Span("soft", "soft"),
        Span(" next \nforced "),
        Span("site", link="https://a.b/c"),
        Span(" & *x*"),
    )


def test_bookmarks_are_slugs_and_each_is_its_own() -> None:
    found = made("# The steps\n\n## Do **it**!\n\n## Do it\n\n[up](#the-steps)")
    assert [b.bookmark for b in found if isinstance(b, Heading)] == ["the-steps", "do-it", "do-it-2"]
    assert [b.level for b in found if isinstance(b, Heading)] == [1, 2, 2]


def test_lists_nest_five_deep_and_no_deeper() -> None:
    deep = "\n".join("  " * level + f"- {level}" for level in range(5))
    expected: object = ("bullet", [["4"]])
    for level in "3210":
        expected = ("bullet", [[level, expected]])
    assert outline(made(deep)) == [expected]
    assert mistakes(deep + "\n" + " " * 10 + "- 5") == [("SP039", 6)]


def test_numbers_start_where_they_say() -> None:
    (found,) = made("3. c\n4. d")
    assert isinstance(found, ListBlock)
    assert (found.kind, found.start, len(found.items)) == ("number", 3, 2)


def test_check_lists_lose_their_brackets() -> None:
    assert outline(made("- [ ] one **two**\n- [ ] three")) == [("check", [["one two"], ["three"]])]
    assert mistakes("- [ ] one\n- two") == [("SP034", 2)]
    assert mistakes("- [x] one") == [("SP034", 1)]


def test_tables_share_their_width_by_dashes() -> None:
    (found,) = made("| A | B |\n|---|-----:|\n| a \\| b | [ ] |\n| | c |")
    assert isinstance(found, TableBlock)
    assert found.widths == (3 / 8, 5 / 8)
    assert found.align == ("left", "right")
    assert outline((found,)) == [[["A", "B"], ["a | b", "☐"], ["", "c"]]]


def test_a_row_with_too_many_cells_is_told_not_cut() -> None:
    assert mistakes("| A | B |\n|---|---|\n| a | b | c |") == [("SP034", 3)]


def test_a_table_of_forty_rows_and_a_long_paragraph_are_fine() -> None:
    table = "| A | B |\n|---|---|\n" + "| **a** | b |\n" * 40
    (found,) = made(table)
    assert isinstance(found, TableBlock)
    assert len(found.rows) == 40
    assert len(made("word " * 300)) == 1


def test_boxes_hold_boxes_and_options() -> None:
    text = (
        '::: page side=left\n:::: columns widths="3|2"\n::: say title="Say \\"hi\\""\nHi\n:::\n'
        "::: stop icon=stop\n- x\n:::\n::::\n"
    )
    filled = Filled.plain(text, "t.j2")
    template = Filled(filled.text, tuple(tuple(type(m)(0, m.place, words=False) for m in row) for row in filled.marks))
    assert outline(blocks(template)) == [
        ("page", {"side": "left"}, []),
        ("columns", {"widths": "3|2"}, [
            ("say", {"title": 'Say "hi"'}, ["Hi"]),
            ("stop", {"icon": "stop"}, [("bullet", [["x"]])]),
        ]),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("::: stpo\nx\n:::", [("SP035", 1)]),
        ("::: page", [("SP035", 1)]),
        ("::: do colr=red\nx\n:::", [("SP036", 1)]),
        ('::: do title="x\ny\n:::', [("SP036", 1)]),
        ("::: lines\n", [("SP036", 1)]),
        ("::: lines count=many\n", [("SP036", 1)]),
        ("::: columns widths=1\n::: do\nx\n:::\n:::", [("SP036", 1)]),
        ("x\n\n::: do\nx", [("SP037", 3)]),
        (":::: do\n::: stop\nx\n::::", [("SP037", 2)]),
        ("x\n:::", [("SP037", 2)]),
        (" ::: do\nx\n", [("SP037", 1)]),
        ("::: columns\nwords\n:::", [("SP037", 2)]),
        ("::: column\nwords\n:::", [("SP037", 1)]),
    ],
)
def test_boxes_that_are_wrong(text: str, found: list[tuple[str, int]]) -> None:
    assert mistakes(text) == found


def test_the_nearest_box_and_option_are_offered() -> None:
    assert hints("::: stpo\n:::") == ("did you mean “stop”?",)
    assert hints("::: do colr=red\n:::") == ("did you mean “colour”?",)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("x\n\n![a house](house.png)", "SP034"),
        ("x\n\n`code`", "SP034"),
        ("x\n\n```\ncode\n```", "SP034"),
        ("x\n\n    code", "SP034"),
        ("x\n\nan <b>HTML</b> tag", "SP034"),
        ("x\n\n<div>\n</div>", "SP034"),
        ("x\n\n---", "SP034"),
        ("x\n\n> quoted", "SP034"),
        ("# x\n\n### skipped", "SP034"),
        ("x\n\n[a](javascript:alert(1))", "SP038"),
        ("x\n\n[a](file.html)", "SP038"),
        ("x\n\n[a](#nowhere)", "SP038"),
        ("x\n\n" + "y" * 9000, "SP039"),
        ("x\n\n" + "[" * 2000, "SP039"),
    ],
)
def test_what_guides_cannot_print_is_refused_at_its_line(text: str, code: str) -> None:
    assert {found for found, _ in mistakes(text)} == {code}
    assert mistakes(text)[0][1] == 3


def test_every_mistake_is_told_at_once() -> None:
    assert mistakes("`a`\n\n::: stpo\n:::\n\n---") == [("SP035", 3), ("SP034", 1), ("SP034", 6)]


def test_a_long_text_full_of_signs_ends_soon() -> None:
    start = time.process_time()
    scan(Filled.plain(("*[_`" * 200 + "\n\n") * 100, "w.md"))
    assert time.process_time() - start < 3
