"""Checks of guide texts: zones that disagree with the poster, mistakes in texts, and reading grade."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from sopprint.check import check_tool
from sopprint.check.reading import grade, syllables
from sopprint.resources import Folder

HOUSE = Path(__file__).parents[2] / "layouts/safety-house"


def found(folder: Path, *changes: tuple[str, str]) -> list[tuple[str, int]]:
    tool = folder / "safety-house"
    shutil.copytree(HOUSE, tool, ignore=shutil.ignore_patterns(".sources"))  # English that changes makes Spanish old
    file = tool / "words.en.yaml"
    text = file.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    file.write_text(text, encoding="utf-8")
    report = check_tool(Folder(tool))
    return [(d.code, d.place.line if d.place else 0) for d in report]


def line(words: str) -> int:
    text = (HOUSE / "words.en.yaml").read_text(encoding="utf-8")
    return text[: text.index(words)].count("\n") + 1


def test_the_shipped_guide_is_right(tmp_path: Path) -> None:
    assert found(tmp_path) == []


def test_a_step_for_a_zone_the_layout_lacks(tmp_path: Path) -> None:
    codes = found(tmp_path, ("    - zone: rules\n", "    - zone: rule\n"))
    assert ("SP151", line("    - zone: rules")) in codes
    assert ("SP152", line("  steps:\n")) in codes  # and now the roof has no step


def test_a_zone_without_prompts(tmp_path: Path) -> None:
    start = line("    - “Where are things today?”") - 2
    text = (HOUSE / "words.en.yaml").read_text(encoding="utf-8").split("\n")
    assert text[start - 1].strip() == "path:"
    codes = found(tmp_path, ("\n".join(text[start - 1 : start + 6]) + "\n", ""))
    assert codes == [("SP152", line("    zones:\n      inside:\n        say"))]


def test_every_mistake_of_the_texts_is_told(tmp_path: Path) -> None:
    changes = (("lead: Pick one or two.", "lead: Pick `one` or two."), ("      ::: stop\n", "      ::: stpo\n"))
    codes = found(tmp_path, *changes)
    assert ("SP034", line("lead: Pick one or two.")) in codes
    assert ("SP035", line("      ::: stop\n")) in codes


def test_a_section_that_is_hard_to_read_is_a_warning(tmp_path: Path) -> None:
    hard = "Considerable organizational accountability necessitates comprehensive documentation of " * 6
    codes = found(tmp_path, ("A safe home does not look the same in every family.", f"{hard}families."))
    assert codes == [("SP153", line("  culture: |"))]


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("the be child house named names used whose stayed team read", 1),
        ("houses table wanted safety people worried being agreed someone watches lately circle", 2),
        ("family violent idea area agency agency video initials usual carrying interview", 3),
        ("supervisor confidential interpreter information", 4),
    ],
)
def test_syllables(words: str, count: int) -> None:
    assert {word: syllables(word) for word in words.split()} == dict.fromkeys(words.split(), count)


def test_the_grade_is_kincaids_formula() -> None:
    sentence = "The cat sat on the mat and then it ran to the big red barn. "  # 15 words, 15 syllables
    assert grade(sentence * 4) == pytest.approx(0.39 * 15 + 11.8 - 15.59)
    assert grade(sentence) is None
