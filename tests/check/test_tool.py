"""Checks of the theme and of what comes with the program; the seam for checks over laid-out pages."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sopprint.check import check_tool
from sopprint.diagnostics import Diagnostic, Severity
from sopprint.resources import Folder, shipped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopprint.check.material import Material

ROOT = Path(__file__).parent.parent.parent
FONT = ROOT / "layouts/fonts/atkinson-hyperlegible-next/AtkinsonHyperlegibleNext-400.ttf"
LAYOUT = """\
tool: sample
edition: "2026.1"
attribution: {tool: Sample, by: [Ada Maker]}
order: [good]
body: {draw: heading, zone: good, icon: sun, colour: green}
"""
WORDS = """\
language: en
title: Sample
purpose: To try things out
zones: {good: {name: Good things, prompt: What is good?}}
footer: {how_to: [Write it down.], ticks: [Read back], credit: By Ada Maker}
"""


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    root = tmp_path / "layouts"
    shutil.copytree(ROOT / "tests/errors/shared", root)
    (root / "fonts").mkdir()
    shutil.copy(FONT, root / "fonts/regular.ttf")
    return root


@pytest.fixture
def tool(tmp_path: Path) -> Path:
    folder = tmp_path / "sample"
    folder.mkdir()
    (folder / "layout.yaml").write_text(LAYOUT, encoding="utf-8")
    (folder / "words.en.yaml").write_text(WORDS, encoding="utf-8")
    return folder


def found(tool: Path, shared: Path, **options: object) -> list[tuple[str, str, int, str]]:
    report = check_tool(Folder(tool), shared=Folder(shared), **options)  # type: ignore[arg-type]
    return [(d.code, Path(d.place.file).name, d.place.line, d.message) for d in report if d.place]


def replace(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_right_tool_has_nothing_to_say(tool: Path, shared: Path) -> None:
    assert found(tool, shared) == []


@pytest.mark.parametrize(
    ("old", "new", "code", "line", "part"),
    [
        ("#22303C", "#888888", "SP401", 13, "“ink” on “paper” has a contrast of 3.5"),
        ("#E4F2EB", "#1F7A5C", "SP401", 4, "“ink” on “green/light”"),
        ("[95, 70, 35, 30]", "[95, 70, 36, 40]", "SP140", 8, "“navy” is built from 241 % of ink"),
        ("regular.ttf", "bold.ttf", "SP131", 23, "no font file “fonts/bold.ttf”"),
        ("regular.ttf", "../../bold.ttf", "SP131", 23, "no font file"),
        ("family: atkinson, weight: 400", "family: atkins, weight: 400", "SP120", 17, "no font family “atkins”"),
        ("fallbacks: []", "fallbacks: [noto]", "SP120", 24, "no font family “noto”"),
        ("colour: navy}", "colour: navvy}", "SP117", 16, "no colour “navvy”"),
        ("#22303C", "22303C", "SP106", 13, "“screen”"),
        ("[95, 70, 35, 30]", "[95, 70, 35]", "SP108", 8, "“press” needs exactly 4"),
        ("[95, 70, 35, 30]", "[950, 70, 35, 0]", "SP105", 8, "100 or less"),
    ],
)
def test_mistakes_in_the_theme(tool: Path, shared: Path, old: str, new: str, code: str, line: int, part: str) -> None:
    replace(shared / "theme.yaml", old, new)
    assert any((c, n) == (code, line) and part in message for c, _, n, message in found(tool, shared))


def test_the_most_ink_that_is_allowed_is_allowed(tool: Path, shared: Path) -> None:
    replace(shared / "theme.yaml", "[95, 70, 35, 30]", "[95, 70, 35, 40]")
    assert found(tool, shared) == []


def test_no_words_at_all_and_none_in_a_language(tool: Path, shared: Path) -> None:
    assert [f[:2] for f in found(tool, shared, lang="es")] == [("SP130", "words.es.yaml")]
    (tool / "words.en.yaml").unlink()
    assert [f[:2] for f in found(tool, shared)] == [("SP130", "words.en.yaml")]


def test_no_layout_and_no_theme_do_not_stop_the_rest(tool: Path, shared: Path) -> None:
    (tool / "layout.yaml").unlink()
    (shared / "theme.yaml").unlink()
    replace(tool / "words.en.yaml", "purpose", "porpoise")
    assert [f[0] for f in found(tool, shared)] == ["SP001", "SP001", "SP102", "SP101"]


def test_a_file_that_is_not_utf8_is_told_with_the_mistakes_of_the_others(tool: Path, shared: Path) -> None:
    (tool / "words.es.yaml").write_bytes(b"language: es\ntitle: Se\xf1al\n")
    replace(tool / "words.en.yaml", "name: Good things, ", "")
    assert [f[:3] for f in found(tool, shared)] == [("SP112", "words.en.yaml", 4), ("SP003", "words.es.yaml", 2)]


def test_every_language_is_checked_unless_one_is_asked_for(tool: Path, shared: Path) -> None:
    (tool / "words.es.yaml").write_text(WORDS.replace("language: en", "language: es"), encoding="utf-8")
    replace(tool / "words.es.yaml", "Ada Maker", "nadie")
    assert [f[:2] for f in found(tool, shared) if f[0] != "SP172"] == [("SP501", "words.es.yaml")]
    assert found(tool, shared, lang="en") == []


def test_directions_are_for_english_only_and_a_warning(tool: Path, shared: Path) -> None:
    replace(tool / "words.en.yaml", "What is good?", "Start on the left right now")
    (warning,) = check_tool(Folder(tool), shared=Folder(shared))
    assert (warning.code, warning.severity) == ("SP502", Severity.WARNING)
    assert "“left”" in warning.message


@pytest.mark.parametrize(
    "words",
    ["What is going all right?", "What is left?", "You have the right to ask", "Right now", "Sort what is left over"],
)
def test_words_that_only_look_like_directions_are_fine(tool: Path, shared: Path, words: str) -> None:
    replace(tool / "words.en.yaml", "What is good?", words)
    assert found(tool, shared) == []


def test_a_picture_must_be_in_the_tools_folder(tool: Path, shared: Path) -> None:
    picture = "body: {draw: image, zone: good, file: art.svg}"
    replace(tool / "layout.yaml", "body: {draw: heading, zone: good, icon: sun, colour: green}", picture)
    replace(tool / "words.en.yaml", "prompt: What is good?", "alt: A river.")
    assert [f[0] for f in found(tool, shared)] == ["SP127"]
    (tool / "art.svg").write_text("<svg/>", encoding="utf-8")
    assert found(tool, shared) == []
    replace(tool / "layout.yaml", "art.svg", "../art.svg")
    assert [f[0] for f in found(tool, shared)] == ["SP127"]


def test_a_list_needs_an_icon_for_each_item(tool: Path, shared: Path) -> None:
    icons = "body: {draw: list, zone: good, icons: [{icon: sun, colour: green}]}"
    replace(tool / "layout.yaml", "body: {draw: heading, zone: good, icon: sun, colour: green}", icons)
    replace(tool / "words.en.yaml", "prompt: What is good?", "items: [One, Two]")
    assert [(f[0], f[3]) for f in found(tool, shared)] == [("SP125", "the list has 1 icons for 2 items")]


def test_variant_words_count_for_the_variants_arrangement(tool: Path, shared: Path) -> None:
    with (tool / "layout.yaml").open("a", encoding="utf-8") as layout:
        layout.write("variants: {group: {change: {good: {draw: scale, zone: good}}}}\n")
    missing = [f[3] for f in found(tool, shared)]
    assert len(missing) == 3  # near, far, alt
    with (tool / "words.en.yaml").open("a", encoding="utf-8") as words:
        words.write("variants: {group: {zones: {good: {near: Safe, far: Worried, alt: A scale.}}}}\n")
    assert found(tool, shared) == []


def test_further_checks_see_the_material_once_the_files_are_right(tool: Path, shared: Path) -> None:
    asked: list[tuple[str, ...]] = []

    def further(material: Material) -> Iterator[Diagnostic]:
        asked.append(tuple(material.words))
        yield Diagnostic("SP201", "does not fit")

    assert [d.code for d in check_tool(Folder(tool), shared=Folder(shared), further=[further])] == ["SP201"]
    assert asked == [("en",)]
    replace(tool / "words.en.yaml", "purpose", "porpoise")
    check_tool(Folder(tool), shared=Folder(shared), further=[further])
    assert len(asked) == 1


@pytest.mark.parametrize("layout", shipped("layouts").names("*/layout.yaml"))
def test_the_tools_that_come_with_the_program_are_right(layout: str) -> None:
    report = check_tool(shipped("layouts").sub(layout.split("/")[0]))
    found = [d for d in report if d.code != "SP306"]  # a font for Chinese that this computer has not
    assert [f"{d.place}: {d.code} {d.message}" for d in found] == []
