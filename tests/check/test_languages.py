"""Languages against each other: what may be the same, what must be, and what is said of one language alone."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from sopprint.check import check_tool
from sopprint.check.languages import markup_lost, may_stay
from sopprint.cli import answer
from sopprint.diagnostics import Severity
from sopprint.resources import Folder, shipped

HOUSES = Path(shipped("layouts").root) / "three-houses"


@pytest.fixture
def houses(tmp_path: Path) -> Path:
    """The Three Houses in English and Spanish."""
    folder = tmp_path / "three-houses"
    folder.mkdir()
    for name in ("layout.yaml", "words.en.yaml", "words.es.yaml"):
        shutil.copy(HOUSES / name, folder)
    return folder


@pytest.mark.parametrize(
    "text", ["5 min", "–", "3", "{page}", "Plan", "Agenda", "CFT", "Safety Organized Practice", ""]
)
def test_what_may_be_the_same_in_both(text: str) -> None:
    assert may_stay(text)


@pytest.mark.parametrize("text", ["Worries", "5 minutes", "Good Things", "Plan for today", "Photo taken"])
def test_what_may_not(text: str) -> None:
    assert not may_stay(text)


@pytest.mark.parametrize(
    ("source", "made", "said"),
    [
        ("{page} of {pages}", "{pages} de {page}", None),
        ("{page} of {pages}", "{page} de", "error"),
        ("Go", "Ve {ya}", "error"),
        ("**Stop** now", "**Pare** ya", None),
        ("**Stop** now", "Pare ya", "warning"),
        ("::: say\nA\n:::", "::: say\nB\n:::", None),
        ("::: say\nA\n:::", "B", "warning"),
        ("[a](http://x)", "[b](http://x)", None),
        ("[a](http://x)", "b", "warning"),
        ("Date:9|of:4", "Fecha:9|de:4", None),
        ("Date:9|of:4", "Fecha:9|de", "warning"),
    ],
)
def test_markup(source: str, made: str, said: str | None) -> None:
    found = [str(finding.severity) for finding in markup_lost("x", (source,), (made,), None)]
    assert found == ([said] if said else [])


def test_one_language_alone_is_still_compared_with_english(houses: Path) -> None:
    file = houses / "words.es.yaml"
    file.write_text(
        file.read_text(encoding="utf-8").replace("name: Cosas Buenas", "name: Good Things"), encoding="utf-8"
    )
    for lang in ("es", None):
        found = [d for d in check_tool(Folder(houses), lang) if d.code == "SP172"]
        assert [(d.message, d.severity) for d in found] == [
            ("“zones.good.name” is still in English: “Good Things”", Severity.WARNING)
        ]


def test_an_optional_word_that_is_left_empty_on_purpose_is_not_missed(houses: Path) -> None:
    english, spanish = houses / "words.en.yaml", houses / "words.es.yaml"
    for file, line in ((english, "    hint: A word more\n"), (spanish, "")):
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace("  worries:\n", f"{line}  worries:\n", 1), encoding="utf-8")
    assert [d.message for d in check_tool(Folder(houses)) if d.code == "SP170"] == [
        "“zones.good.hint” is not translated: “A word more”"
    ]
    text = spanish.read_text(encoding="utf-8")
    spanish.write_text(text.replace("  worries:\n", "    hint:\n  worries:\n", 1), encoding="utf-8")
    assert [d.message for d in check_tool(Folder(houses)) if d.code == "SP170"] == []


@pytest.mark.parametrize("lang", ["qps", "qps-rtl"])
def test_pseudo_languages_have_no_mistakes_of_their_own(lang: str, houses: Path) -> None:
    assert [d.message for d in check_tool(Folder(houses), lang)] == []


def test_check_in_a_pseudo_language_says_what_will_not_fit(houses: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert answer(["check", str(houses), "--lang", "qps", "--format", "short"]) == 1
    said = capsys.readouterr().out
    assert "error[SP201] “[" in said
    assert "words.en.yaml:" in said
    assert answer(["check", str(houses), "--lang", "es", "--format", "short"]) == 0
