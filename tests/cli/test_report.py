"""Findings as text: one example in each form, and the corners of excerpts."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from sopprint.cli.report import render, sources
from sopprint.diagnostics import Diagnostic, Place, Severity

if TYPE_CHECKING:
    from pathlib import Path

SOURCE = {"w.yaml": "title: Good\nzones:\n  good: {nam: x}\n"}
WRONG = Diagnostic("SP101", "unknown key “nam”", Place("w.yaml", 3, 10, 3), ("did you mean “name”?", "two", "three"))
NOTE = Diagnostic("SP502", "50% of it", Place("a,b.yaml"), (), Severity.WARNING)


def test_for_people() -> None:
    assert render([WRONG], "human", color=False, sources=SOURCE) == (
        "w.yaml:3:10: error[SP101] unknown key “nam”\n"
        "  3 |   good: {nam: x}\n"
        "    |          ^^^\n"
        "  hint: did you mean “name”?\n"
        "  hint: two"
    )


def test_colour_only_adds_escapes() -> None:
    coloured = render([WRONG, NOTE], "human", color=True, sources=SOURCE)
    assert "\x1b[1;31merror[SP101]\x1b[0m" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == render([WRONG, NOTE], "human", color=False, sources=SOURCE)


def test_short() -> None:
    text = render([WRONG, NOTE], "short", color=False, sources={})
    assert text == "w.yaml:3:10: error[SP101] unknown key “nam”\na,b.yaml: warning[SP502] 50% of it"


def test_json_is_a_list_with_all_hints() -> None:
    first, second = json.loads(render([WRONG, NOTE], "json", color=False, sources={}))
    assert first == {
        "code": "SP101", "severity": "error", "message": "unknown key “nam”", "file": "w.yaml",
        "line": 3, "column": 10, "length": 3, "hints": ["did you mean “name”?", "two", "three"],
    }  # fmt: skip
    assert (second["file"], second["line"]) == ("a,b.yaml", None)
    assert json.loads(render([], "json", color=False, sources={})) == []


def test_github_annotations_are_escaped() -> None:
    first, second = render([WRONG, NOTE], "github", color=False, sources={}).split("\n")
    assert first == (
        "::error file=w.yaml,line=3,col=10,endColumn=13,title=SP101::unknown key “nam” did you mean “name”? two"
    )
    assert second == "::warning file=a%2Cb.yaml,title=SP502::50%25 of it"


@pytest.mark.parametrize(
    ("line", "column", "length", "excerpt"),
    [
        ("名前: ab", 5, 2, ["名前: ab", "      ^^"]),
        ("e\u0301: ab", 5, 2, ["e\u0301: ab", "   ^^"]),
        ("\tx: 1", 2, 1, [" x: 1", " ^"]),
        ("a: \x1b[31m", 4, 1, ["a: ␀[31m", "   ^"]),
        ("abc", 2, 99, ["abc", " ^^"]),
        ("abc", 4, 1, ["abc", "   ^"]),
    ],
)
def test_the_caret_stands_under_the_word(line: str, column: int, length: int, excerpt: list[str]) -> None:
    text = render([Diagnostic("SP010", "m", Place("f", 1, column, length))], "human", color=False, sources={"f": line})
    assert [part.split(" |", 1)[1][1:] for part in text.split("\n")[1:]] == excerpt


def test_long_lines_are_cut_around_the_place() -> None:
    text = "a" * 300 + "WRONG" + "b" * 300
    _, shown, carets = render(
        [Diagnostic("SP010", "m", Place("f", 1, 301, 5))], "human", color=False, sources={"f": text}
    ).split("\n")
    assert len(shown) < 180
    assert shown[carets.index("^") : carets.rindex("^") + 1] == "WRONG"


def test_lines_that_are_not_there_have_no_excerpt() -> None:
    for place in (Place("f"), Place("f", 9, 1), Place("other", 1, 1)):
        assert "\n" not in render([Diagnostic("SP017", "m", place)], "human", color=False, sources={"f": "a\n\n"})


def test_sources_are_read_and_unreadable_ones_left_out(tmp_path: Path) -> None:
    (tmp_path / "w.yaml").write_text("a: 1\n", encoding="utf-8")
    (tmp_path / "bad.yaml").write_bytes(b"\xff")
    names = [str(tmp_path / name) for name in ("w.yaml", "bad.yaml", "none.yaml")]
    found = sources(Diagnostic("SP010", "m", Place(name, 1, 1)) for name in names)
    assert found == {names[0]: "a: 1\n"}
