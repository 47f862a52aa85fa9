"""Guides from the shipped tools: the same words, zones and numbers as the poster; mistakes at the trainer's line."""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sopprint.errors import SopprintError
from sopprint.model.blocks import Block, Box, Heading, ListBlock, Paragraph, TableBlock
from sopprint.model.boxes import BOXES
from sopprint.resolve.guide import ROLES, GuideText, Role, guide_blocks
from sopprint.resolve.library import Library

if TYPE_CHECKING:
    from collections.abc import Iterator

LAYOUTS = Path(__file__).parents[2] / "layouts"
TOOLS = sorted(path.parent.name for path in LAYOUTS.glob("*/layout.yaml"))
HOUSE = LAYOUTS / "safety-house"


@cache
def library() -> Library:
    return Library.open()


@cache
def guide(tool: str, role: Role | None = None) -> GuideText:
    return guide_blocks(library(), tool, "en", role=role)


def every(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for block in blocks:
        yield block
        if isinstance(block, Box):
            yield from every(block.children)
        if isinstance(block, ListBlock):
            yield from (inner for item in block.items for inner in every(item))


def boxes(text: GuideText, name: str) -> list[Box]:
    return [block for block in every(text.blocks) if isinstance(block, Box) and block.name == name]


def words(text: GuideText) -> str:
    parts: list[str] = []
    for block in every(text.blocks):
        if isinstance(block, Paragraph | Heading):
            parts.append(block.text)
        if isinstance(block, TableBlock):
            parts += [cell.text for row in (block.head, *block.rows) for cell in row]
        if isinstance(block, Box):
            parts += block.options.values()
    return "\n".join(parts)


@pytest.mark.parametrize("tool", TOOLS)
@pytest.mark.parametrize("role", [None, *ROLES])
def test_all_tools_have_guides_of_known_boxes(tool: str, role: Role | None) -> None:
    found = guide(tool, role)
    assert {block.name for block in every(found.blocks) if isinstance(block, Box)} <= set(BOXES)
    assert all(block.place is not None for block in every(found.blocks))
    assert found.document.tool.tool == tool


@pytest.mark.parametrize("tool", TOOLS)
def test_callouts_legend_steps_and_cards_agree(tool: str) -> None:
    text = guide(tool)
    callouts = {box.options["zone"]: box.options["mark"] for box in boxes(text, "callout")}
    marks = list(callouts.values())
    assert [box.options["mark"] for box in boxes(text, "entry")] == marks
    steps = [box.options for box in boxes(text, "step")]
    assert [step["mark"] for step in steps] == ["open", *marks, "close"]
    assert [row.options["mark"] for row in boxes(text, "row")] == ["open", *marks, "close"]
    cards = [box.options["title"] for box in boxes(text, "card")]
    assert cards == [step["title"] for step in steps[1:-1] if step["title"] in cards]
    zones = set(text.document.tool.order)
    assert set(callouts) <= zones


def test_numbers_follow_the_steps_and_houses_have_icons() -> None:
    assert [box.options["mark"] for box in boxes(guide("safety-house"), "callout")] == ["1", "2", "3", "4", "5"]
    assert [box.options["mark"] for box in boxes(guide("three-houses"), "callout")] == ["sun", "cloud", "star"]


def test_zones_have_the_icons_and_colours_of_the_poster() -> None:
    found = {b.options["title"]: (b.options["icon"], b.options["colour"]) for b in boxes(guide("safety-house"), "card")}
    assert found == {
        "Inside the house": ("person", "green"),
        "Outer circle": ("people", "teal"),
        "Red circle": ("stop", "rose"),
        "House rules": ("list", "amber"),
        "Safety path": ("stones", "navy"),
    }
    assert boxes(guide("three-houses"), "card")[0].options["title"] == "House of Good Things"
    closer = boxes(guide("circles-of-safety"), "card")[-1].options
    assert (closer["icon"], closer["colour"]) == ("next", "navy")


def test_the_steps_stand_opposite_the_poster() -> None:
    top = [
        b for b in guide("safety-house").blocks if isinstance(b, Heading) or (isinstance(b, Box) and b.name == "page")
    ]
    at = next(i for i, b in enumerate(top) if isinstance(b, Heading) and b.text == "The poster")
    before, after = top[at - 1], top[at + 2]
    assert isinstance(before, Box)
    assert before.options == {"side": "left"}
    assert isinstance(after, Heading)
    assert after.text == "The steps"


def changed(folder: Path, old: str, new: str) -> Library:
    tool = folder / "safety-house"
    shutil.copytree(HOUSE, tool)
    file = tool / "words.en.yaml"
    text = file.read_text(encoding="utf-8")
    assert text.count(old) >= 1
    file.write_text(text.replace(old, new), encoding="utf-8")
    return Library.open(tool_folders=[tool])


def test_a_changed_zone_name_is_in_every_product(tmp_path: Path) -> None:
    made = changed(tmp_path, "name: Outer circle", "name: Ring of eyes")
    for role in (None, *ROLES):
        assert "Ring of eyes" in words(guide_blocks(made, "safety-house", "en", role=role))
        assert "Ring of eyes" not in words(guide("safety-house", role))


def test_a_changed_sentence_changes_that_and_nothing_else(tmp_path: Path) -> None:
    made = changed(tmp_path, "Who comes to check, doing what", "Who looks in")
    before, after = words(guide("safety-house")), words(guide_blocks(made, "safety-house", "en"))
    assert before.replace("Who comes to check, doing what", "Who looks in") == after


def mistake(library: Library) -> tuple[str, str, int]:
    with pytest.raises(SopprintError) as caught:
        guide_blocks(library, "safety-house", "en")
    place = caught.value.diagnostics[0].place
    assert place is not None
    return caught.value.diagnostics[0].code, Path(place.file).name, place.line


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("      ::: stop\n      Keep plans", "      ::: stpo\n      Keep plans", "SP035"),
        ("        The signed safety plan", "        ![x](y.png)", "SP034"),
        ("lead: Pick one or two.", "lead: Pick `one` or two.", "SP034"),
        ("attempt: Set the date to show", "attempt: Set <b>the</b> date to show", "SP034"),
    ],
)
def test_mistakes_are_at_the_line_the_trainer_wrote(tmp_path: Path, old: str, new: str, code: str) -> None:
    text = (HOUSE / "words.en.yaml").read_text(encoding="utf-8")
    if old not in text:
        old, new = old.strip(), new.strip()
    line = text[: text.index(old)].count("\n") + 1
    assert mistake(changed(tmp_path, old, new)) == (code, "words.en.yaml", line)


def test_words_without_a_guide(tmp_path: Path) -> None:
    made = changed(tmp_path, "\nguide:\n", "\n# no more\n")
    file = tmp_path / "safety-house/words.en.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text[: text.index("# no more")], encoding="utf-8")
    assert mistake(made)[:2] == ("SP150", "words.en.yaml")


def test_a_kits_template_is_used_and_its_mistakes_are_at_its_line(tmp_path: Path) -> None:
    (tmp_path / "sopprint.yaml").write_text("county: {name: Oak County}\n", encoding="utf-8")
    parts = tmp_path / "templates/parts"
    parts.mkdir(parents=True)
    (parts / "care.md.j2").write_text("# Oak care\n\n{{ tool.county }}\n", encoding="utf-8")
    found = words(guide_blocks(Library.open(tmp_path), "safety-house", "en"))
    assert "Oak care" in found
    assert found.count("Oak County") >= 3
    (parts / "care.md.j2").write_text("# Oak care\n\n{{ tool.conty }}\n", encoding="utf-8")
    assert mistake(Library.open(tmp_path)) == ("SP031", "care.md.j2", 3)
