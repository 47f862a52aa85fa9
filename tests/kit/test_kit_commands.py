"""`customize`, `diff` and `new kit`, as a county meets them."""

from __future__ import annotations

import json
import os
import pty
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from sopprint.check.kit import check_kit
from sopprint.resolve.library import Library
from sopprint.source.nodes import plain

if TYPE_CHECKING:
    from pathlib import Path

    from tests.kit.conftest import Asked, Write

HOUSES = "words/three-houses.en.yaml"
BASE = "words/.base/three-houses.en.yaml"


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), encoding="utf-8")


def upgraded(folder: Path, asked: Asked, title: str) -> None:
    """A copy as if it came from a release with another title and other worries, and the county's own title in it."""
    asked("customize", "three-houses", "--kit", folder)
    for file in (folder / HOUSES, folder / BASE):
        edit(file, "title: The Three Houses", "title: Three Old Houses")
        edit(file, "What feels sad, scary or mixed up?", "What hurts?")
    edit(folder / HOUSES, "title: Three Old Houses", title)


# ------------------------------------------------------------------------------------------ customize and diff


def test_a_copy_changes_nothing(kit: Write, asked: Asked) -> None:
    folder = kit()
    for args in ("three-houses", "three-houses --layout", "safety-scale --lang es", "common", "guide"):
        code, out, err = asked("customize", *args.split(), "--kit", folder)
        assert (code, out) == (0, ""), err
    assert [d.message for d in check_kit(folder)] == []
    code, out, _ = asked("diff", folder)
    assert code == 0
    assert out.count("nothing changed") == 5
    before = Library.open().guide_words("three-houses", lang="en")
    after = Library.open(folder).guide_words("three-houses", lang="en")
    assert [plain(words.node) for words in before] == [plain(words.node) for words in after]


def test_ours_against_what_is_shipped(kit: Write, asked: Asked) -> None:
    folder = kit()
    asked("customize", "three-houses", "--kit", folder)
    edit(folder / HOUSES, "What feels good, fun or safe?", "What goes well?")
    code, out, err = asked("diff", folder)
    assert (code, err) == (0, "1 file, 1 difference\n")
    assert out == (
        f"{HOUSES}\n  zones.good.prompt\n    shipped  What feels good, fun or safe?\n    ours     What goes well?\n"
    )


def test_three_ways_after_an_upgrade(kit: Write, asked: Asked) -> None:
    folder = kit()
    upgraded(folder, asked, "title: Our Houses")
    found = json.loads(asked("diff", folder, "--json")[1])[HOUSES]
    assert [(d["path"], d["kind"]) for d in found] == [("title", "both"), ("zones.worries.prompt", "release")]
    versions = ("Three Old Houses", "The Three Houses", "Our Houses")
    assert (found[0]["then"], found[0]["now"], found[0]["ours"]) == versions
    out = asked("diff", folder)[1]
    assert "title  changed in this release, too; yours is printed" in out
    assert [d.code for d in check_kit(folder)] == ["SP162"]


def test_accepting_what_a_release_changed_prints_the_same(kit: Write, asked: Asked) -> None:
    folder = kit()
    upgraded(folder, asked, "title: Our Houses  # as the board wants it")
    before = plain(Library.open(folder).guide_words("three-houses", lang="en")[0].node)
    code, _, err = asked("customize", "three-houses", "--accept", "--kit", folder)
    assert code == 0, err
    assert plain(Library.open(folder).guide_words("three-houses", lang="en")[0].node) == before
    ours = (folder / HOUSES).read_text(encoding="utf-8")
    assert "title: Our Houses  # as the board wants it" in ours
    assert "What feels sad, scary or mixed up?" in ours
    differences = json.loads(asked("diff", folder, "--json")[1])[HOUSES]
    assert [(d["path"], d["kind"]) for d in differences] == [("title", "ours")]
    assert [d.code for d in check_kit(folder)] == []
    assert "is up to date" in asked("customize", "three-houses", "--accept", "--kit", folder)[2]


def test_what_cannot_be_accepted_is_left_alone(kit: Write, asked: Asked) -> None:
    folder = kit({HOUSES: "title: Our Houses\n"})
    assert "SP918" in asked("customize", "three-houses", "--accept", "--kit", folder)[2]  # no copy
    (folder / HOUSES).unlink()
    asked("customize", "three-houses", "--kit", folder)
    lines = (folder / BASE).read_text(encoding="utf-8").splitlines()
    purpose = next(line for line in lines if line.startswith("purpose"))
    for name, title in ((BASE, "title: Old"), (HOUSES, "title:\n  - Our Houses\n  - Ours")):
        edit(folder / name, "title: The Three Houses", title)  # ours has other lines where the release has other words
        edit(folder / name, purpose, "purpose: An old one.")
    files = [(folder / name).read_bytes() for name in (HOUSES, BASE)]
    code, _, err = asked("customize", "three-houses", "--accept", "--kit", folder)
    assert (code, "SP918" in err) == (2, True)
    assert [(folder / name).read_bytes() for name in (HOUSES, BASE)] == files


def test_customize_never_overwrites(kit: Write, asked: Asked) -> None:
    folder = kit()
    asked("customize", "three-houses", "--kit", folder)
    edit(folder / HOUSES, "title: The Three Houses", "title: Our Houses")
    code, _, err = asked("customize", "three-houses", "--kit", folder)
    assert (code, "SP912" in err) == (2, True)
    assert "title: Our Houses" in (folder / HOUSES).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("args", "code"),
    [(("nix",), "SP132"), (("three-houses", "--lang", "xx"), "SP130"), (("my-own",), "SP915"), (("../up",), "SP132")],
)
def test_customize_refuses(kit: Write, asked: Asked, args: tuple[str, ...], code: str) -> None:
    folder = kit()
    asked("new", "tool", "my-own", "--in", folder / "tools")
    exit_code, _, err = asked("customize", *args, "--kit", folder)
    assert (exit_code, code in err) == (2, True), err


def test_customize_says_that_two_languages_have_two_files(kit: Write, asked: Asked) -> None:
    code, _, err = asked("customize", "three-houses", "--lang", "en+es", "--kit", kit())
    assert (code, "each of its languages" in err, "words/" in err) == (2, True, False)


def test_diff_of_a_tool_that_is_not_there(kit: Write, asked: Asked) -> None:
    folder = kit()
    code, out, err = asked("diff", folder, "--tool", "three-hoses")
    assert (code, out) == (2, "")
    assert "SP132" in err
    assert "three-houses" in err
    assert asked("diff", folder, "--tool", "common")[0] == 0


def test_both_need_a_kit(tmp_path: Path, asked: Asked) -> None:
    assert "SP908" in asked("customize", "three-houses", "--kit", tmp_path)[2]
    assert "SP908" in asked("diff", tmp_path)[2]


def test_diff_tells_a_file_that_cannot_be_read_and_goes_on(kit: Write, asked: Asked) -> None:
    folder = kit({HOUSES: "title: Ours\n", "words/safety-scale.en.yaml": "title: [\n"})
    code, out, err = asked("diff", folder)
    assert code == 0
    assert "ours     Ours" in out
    assert "safety-scale.en.yaml:" in err


# ------------------------------------------------------------------------------------------ new kit


def starter(folder: Path) -> Library:
    assert [d.message for d in check_kit(folder)] == []
    return Library.open(folder)


def test_new_kit_from_flags(tmp_path: Path, asked: Asked) -> None:
    art = tmp_path / "Our Seal.SVG"
    art.write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0H9V9Z" fill="#123"/></svg>')
    name = 'O’Brien: "North" # County'
    code, _, err = asked(
        "new", "kit", "ours", "--in", tmp_path, "--county", name, "--logo", art, "--languages", "en,es",
        "--papers", "a1, 30x40in", "--prints", "print-shop",
    )  # fmt: skip
    assert code == 0, err
    made = starter(tmp_path / "ours").kit
    assert made is not None
    assert (made.county.name, made.county.logo, made.languages) == (name, "logo.svg", ("en", "es"))
    assert (made.posters.papers, made.posters.targets) == (("a1", "30x40in"), ("screen", "print-shop"))
    assert made.printing.shop == "wide-format"
    assert made.printing.runs == ()
    assert (tmp_path / "ours" / "logo.svg").read_bytes() == art.read_bytes()


@pytest.mark.parametrize(
    ("flag", "value"),
    [
        ("--logo", "nowhere.svg"), ("--logo", __file__), ("--languages", "xx"), ("--papers", "napkin"),
        ("--county", "x" * 61), ("--languages", "en,fa"), ("--languages", "en+xx"), ("--languages", "en+en"),
        ("--languages", ","), ("--papers", ","),
    ],
)
def test_new_kit_refuses_what_would_not_build(tmp_path: Path, asked: Asked, flag: str, value: str) -> None:
    code, _, err = asked("new", "kit", "ours", "--in", tmp_path, flag, value)
    assert (code, "SP903" in err, flag in err) == (2, True, True), err
    assert list(tmp_path.iterdir()) == []


def test_new_kit_with_posters_in_two_languages(tmp_path: Path, asked: Asked) -> None:
    assert asked("new", "kit", "ours", "--in", tmp_path, "--languages", "en,es,en+es")[0] == 0
    made = starter(tmp_path / "ours").kit
    assert made is not None
    assert made.posters.languages == ("en", "es", "en+es")


def test_a_wrong_name_is_answered_with_one_for_a_kit(tmp_path: Path, asked: Asked) -> None:
    code, _, err = asked("new", "kit", "Río", "--in", tmp_path)
    assert (code, "my-county" in err) == (2, True)


def test_catalogue_of_one_tool_counts_in_good_english(kit: Write, asked: Asked, tmp_path: Path) -> None:
    folder = kit()
    (folder / "sopprint.yaml").write_text(
        "county: {name: Ours}\nposters: {tools: [three-houses], papers: [tabloid]}\n", encoding="utf-8"
    )
    assert "index.html: 1 tool, 0 files\n" in asked("catalog", folder, "-o", tmp_path / "pages")[2]


def test_flags_of_kits_are_not_for_tools(tmp_path: Path, asked: Asked) -> None:
    assert asked("new", "tool", "ours", "--in", tmp_path, "--county", "Green")[0] == 2


def test_five_questions_on_a_terminal(tmp_path: Path) -> None:
    """Wrong answers are asked for again; an empty one takes what stands in brackets."""
    outer, inner = pty.openpty()
    running = subprocess.Popen(
        [sys.executable, "-m", "sopprint", "new", "kit", "river-county", "--in", str(tmp_path)],
        stdin=inner, stdout=inner, stderr=inner, close_fds=True,
    )  # fmt: skip
    os.close(inner)
    os.write(outer, "River – County\nnowhere.svg\n\nen xx\nen, es\n\nboth\n".encode())
    assert running.wait(20) == 0
    shown = os.read(outer, 10_000).decode()
    os.close(outer)
    asked_for = ("your county called? [River County]", "its logo", "Which languages", "Which papers", "Who prints")
    assert [shown.count(words) for words in asked_for] == [1, 2, 2, 1, 1]
    made = starter(tmp_path / "river-county").kit
    assert made is not None
    assert (made.county.name, made.languages) == ("River – County", ("en", "es"))
    assert made.posters.targets == ("screen", "office", "print-shop")


def test_every_remark_of_the_starter_can_be_used(tmp_path: Path, asked: Asked) -> None:
    """Taking the # away from the examples gives a kit without mistakes, but for files that are not there."""
    asked("new", "kit", "ours", "--in", tmp_path)
    file = tmp_path / "ours" / "sopprint.yaml"
    before = file.read_text(encoding="utf-8")
    after = re.sub(r"^( *)# ( *(?:[a-z_-]+:|- \{).*)$", r"\1\2", before, flags=re.M)
    file.write_text(after, encoding="utf-8")
    assert sum(a != b for a, b in zip(before.split("\n"), after.split("\n"), strict=True)) >= 21
    found = tuple(check_kit(tmp_path / "ours"))
    assert [d.code for d in found] == ["SP127", "SP127", "SP131", "SP131"], found  # two pictures and two fonts
