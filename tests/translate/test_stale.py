"""English that changes after it was translated is seen by `check`, `list` and export, until it is accepted."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from sopprint.check import check_tool
from sopprint.check.kit import check_kit
from sopprint.cli import answer
from sopprint.diagnostics import Severity
from sopprint.resolve.library import Library
from sopprint.resources import Folder, shipped
from sopprint.source.nodes import plain, read
from sopprint.translate.standing import standings
from tests.translate.conftest import ENGLISH, SPANISH

HOUSES = "language: en\nzones: {good: {name: Fine Things}}\n"


def old(tool: Path) -> list[tuple[str, int]]:
    found = [d for d in check_tool(Folder(tool)) if d.code == "SP171"]
    assert all(d.severity is Severity.WARNING for d in found)
    return [(d.message, d.place.line) for d in found if d.place]


def edit(tool: Path, lang: str, before: str, after: str) -> None:
    file = tool / f"words.{lang}.yaml"
    text = file.read_text(encoding="utf-8")
    assert before in text
    file.write_text(text.replace(before, after), encoding="utf-8")


def test_nothing_is_said_without_a_record(tool: Path) -> None:
    edit(tool, "en", "Good things", "Nice things")
    assert old(tool) == []


def test_a_change_is_seen_until_it_is_accepted(tool: Path, translate) -> None:
    code, said, _ = translate("accept", tool, "--lang", "es")
    assert (code, "14 texts recorded" in said or "13 texts recorded" in said) == (0, True), said
    assert old(tool) == []
    edit(tool, "en", "Good things", "Nice things")
    edit(tool, "en", "Agreed", "Said yes")
    line = SPANISH.split("\n").index("    name: Cosas buenas") + 1
    assert old(tool)[0] == ("“zones.good.name” is out of date: “Good things” is now “Nice things”", line)
    assert len(old(tool)) == 2
    edit(tool, "es", "Cosas buenas", "Cosas lindas")  # by hand, by somebody who knows of no record
    assert len(old(tool)) == 2
    assert translate("accept", tool, "--lang", "es", "zones.good.name")[0] == 0
    assert [message.split("”")[0] for message, _ in old(tool)] == ["“footer.ticks.2"]
    assert translate("accept", tool, "--lang", "es")[0] == 0
    assert old(tool) == []


def test_remarks_and_line_ends_do_not_make_it_old(tool: Path, translate) -> None:
    translate("accept", tool, "--lang", "es")
    edit(tool, "en", "prompt: What is **good** right now?", 'prompt: "What is **good**\n      right now?" # the same')
    assert old(tool) == []


def test_a_kit_that_changes_the_english_is_told_of_the_translation(tmp_path: Path, tool: Path, kit: Path) -> None:
    """The Spanish that is shipped no longer says what the county says in English."""
    own = kit / "tools" / "sample"
    own.parent.mkdir()
    tool.rename(own)
    assert answer(["translate", "accept", "sample", "--kit", str(kit), "--lang", "es"]) == 0
    assert (own / ".sources/es.yaml").is_file()
    (kit / "words/sample.en.yaml").write_text(HOUSES, encoding="utf-8")
    found = [d for d in check_kit(kit) if d.code == "SP171"]
    assert [(Path(d.place.file).name, d.place.line) for d in found if d.place] == [("sample.en.yaml", 2)]
    assert "“Good things” is now “Fine Things”" in found[0].message


def test_list_tells_how_languages_stand(tool: Path, translate, capsys: pytest.CaptureFixture[str]) -> None:
    translate("accept", tool, "--lang", "es")
    edit(tool, "en", "Good things", "Nice things")
    library = Library.open(None, [tool])
    (info,) = (info for info in library.tools() if info.name == "sample")
    found = {each.language: each for each in standings(library, info)}
    assert (found["en"].said, found["es"].said) == ("", "draft, 1 text out of date")
    assert found["es"].old == ("zones.good.name",)


def test_list_as_data(capsys: pytest.CaptureFixture[str]) -> None:
    assert answer(["list", "--json"]) == 0
    tools = {tool["name"]: tool for tool in json.loads(capsys.readouterr().out)["tools"]}
    spanish = {each["language"]: each for each in tools["three-houses"]["translations"]}["es"]
    assert spanish == {"language": "es", "reviewed": False, "guide": True, "out_of_date": []}


LAYOUTS = shipped("layouts")


@pytest.mark.parametrize("tool", [name.split("/")[0] for name in LAYOUTS.names("*/words.es.yaml")])
def test_shipped_spanish_has_a_record_of_every_text_and_is_of_today(tool: str) -> None:
    from sopprint.translate.owner import Owner

    owner = Owner(Library.open(), tool if tool != "common" else "common")
    record, said, made = owner.record("es"), owner.source("en")[1], owner.texts("es")
    assert set(record) == set(said) & set(made)
    assert {name: said[name].forms for name in record} == record


def test_records_are_readable(tool: Path, translate) -> None:
    translate("accept", tool, "--lang", "es")
    text = (tool / ".sources/es.yaml").read_text(encoding="utf-8")
    data = plain(read(text, "es.yaml"))
    assert data["from"] == "en"
    assert data["texts"]["purpose"] == ["To try things out", "To try"]
    assert "\n  zones.good.name: Good things\n" in text
    assert ENGLISH.count("Good things") == 1


def test_shared_words_have_a_record_too(tool: Path, tmp_path: Path) -> None:
    shared = tmp_path / "layouts"
    shutil.copytree(LAYOUTS.root, shared, ignore=shutil.ignore_patterns("*-*", "fonts"))
    shutil.copytree(Path(LAYOUTS.root) / "fonts", shared / "fonts")
    assert [d.code for d in check_tool(Folder(tool), shared=Folder(shared)) if d.code == "SP171"] == []
    english = shared / "common/words.en.yaml"
    english.write_text(english.read_text(encoding="utf-8").replace("(initials only)", "(no names)"), encoding="utf-8")
    (found,) = (d for d in check_tool(Folder(tool), shared=Folder(shared)) if d.code == "SP171")
    assert "“(initials only)” is now “(no names)”" in found.message
    assert "sopprint translate accept common --lang es" in found.hints[0]
