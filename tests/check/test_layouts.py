"""What only a laid-out page can show: found on every paper, told once, at the words."""

from __future__ import annotations

import re
import shutil
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sopprint.check import check_tool
from sopprint.check.layouts import TURNS, fits_every_paper
from sopprint.check.page import check_page
from sopprint.layout.poster import lay_out, typesetter
from sopprint.paper import names, paper
from sopprint.resolve.library import Library
from sopprint.resources import Folder

if TYPE_CHECKING:
    from sopprint.diagnostics import Diagnostic

ROOT = Path(__file__).parent.parent.parent


def copy_of(tool: str, parent: Path, *changes: tuple[str, str, str]) -> Path:
    """A shipped tool in English alone, with (file, old, new) changed, each exactly once."""
    folder = parent / tool
    folder.mkdir(parents=True)
    for file in ("layout.yaml", "words.en.yaml"):
        shutil.copy(ROOT / "layouts" / tool / file, folder)
    for name, old, new in changes:
        text = (folder / name).read_text(encoding="utf-8")
        assert text.count(old) == 1, (old, text.count(old))
        (folder / name).write_text(text.replace(old, new), encoding="utf-8")
    return folder


def found(folder: Path) -> list[Diagnostic]:
    return list(check_tool(Folder(folder), further=(fits_every_paper,)))


def line_of(file: Path, words: str) -> int:
    lines = file.read_text(encoding="utf-8").split("\n")
    return next(number for number, line in enumerate(lines, 1) if words in line)


def test_a_title_too_long_for_letter(tmp_path: Path) -> None:
    long = "A title that nobody can print, because it goes on and on and never comes to an end on any paper"
    folder = copy_of("action-plan", tmp_path, ("words.en.yaml", "\ntitle: Action Plan\n", f"\ntitle: {long}\n"))
    (only,) = found(folder)
    words = folder / "words.en.yaml"
    assert only.code == "SP201"
    assert only.place is not None
    assert (only.place.file, only.place.line) == (words.as_posix(), line_of(words, long))
    assert re.search(r"does not fit on letter landscape: \d+\.\d mm too long", only.message)
    assert any(re.fullmatch(r"the same on letter portrait and \d more", hint) for hint in only.hints)


def test_words_too_long_only_in_a_variant(tmp_path: Path) -> None:
    words = ROOT / "layouts" / "safety-house" / "words.en.yaml"
    text = words.read_text(encoding="utf-8")
    assert "\nvariants:\n  group:\n" in text
    change = ("\nvariants:\n  group:\n", "\nvariants:\n  group:\n    title: " + "No end in sight " * 8 + "\n")
    if re.search(r"\nvariants:\n  group:\n    title:", text):
        pytest.skip("the variant has a title of its own")
    folder = copy_of("safety-house", tmp_path, ("words.en.yaml", *change))
    (only,) = found(folder)
    assert only.code == "SP201"
    assert only.place is not None
    assert only.place.line == line_of(folder / "words.en.yaml", "No end in sight")


def test_a_row_without_room_is_told_at_the_element(tmp_path: Path) -> None:
    layout = ("layout.yaml", "size: 252", "size: 2252")
    folder = copy_of("action-plan", tmp_path, layout)
    codes = {(d.code, d.place.line if d.place else None) for d in found(folder)}
    assert ("SP202", line_of(folder / "layout.yaml", "  draw: column")) in codes


def test_smallest_paper_is_respected(tmp_path: Path) -> None:
    """What is too long for letter alone is no mistake of a tool that starts at tabloid."""
    words = ("words.en.yaml", "\ntitle: Action Plan\n", "\ntitle: " + "Action Plan " * 5 + "\n")
    on_letter = found(copy_of("action-plan", tmp_path / "a", words))
    smallest = ("layout.yaml", "\nbody:\n", "\nsmallest: tabloid\nbody:\n")
    on_tabloid = found(copy_of("action-plan", tmp_path / "b", words, smallest))
    assert all("letter" in d.message for d in on_letter)
    assert not any("letter" in d.message for d in on_tabloid)


def test_not_asked_while_files_have_mistakes(tmp_path: Path) -> None:
    folder = copy_of(
        "action-plan", tmp_path, ("words.en.yaml", "\ntitle: Action Plan\n", f"\ntitle: {'x' * 300}\nnonsense: 1\n")
    )
    assert {d.code for d in found(folder)} == {"SP101"}


def test_the_starter_is_right_on_every_paper(tmp_path: Path) -> None:
    """All papers from letter on, both ways round: what a county starts from has nothing to complain of."""
    folder = tmp_path / "my-tool"
    shutil.copytree(ROOT / "templates" / "tool", folder)
    assert found(folder) == []
    library, setter = Library.open(None, (folder,)), None
    for name, turn in product(names(), TURNS):
        if paper(name).size.width < paper("letter").size.width:
            continue
        document = library.document("my-tool", lang="en", paper=paper(name), orientation=turn)
        setter = setter or typesetter(document)
        laid = lay_out(document, setter)
        assert [d.message for d in (*laid.report, *check_page(laid.page, name))] == [], (name, turn)


def test_the_example_of_a_countys_own_tool_is_right() -> None:
    assert found(ROOT / "examples" / "safety-network") == []
