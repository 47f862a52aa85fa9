"""A tool packed: what goes in, what is left out, what stops it; and back again unchanged."""

from __future__ import annotations

import io
import shutil
import zipfile
from typing import TYPE_CHECKING

import pytest

from sopprint.errors import SopprintError
from sopprint.products.workshop import Workshop
from sopprint.resolve.library import Library
from sopprint.sharing.inspect import inspect
from sopprint.sharing.pack import pack
from tests.sharing.packages import EXAMPLE, FORM, TOOL, chunk, png

if TYPE_CHECKING:
    from pathlib import Path

    from sopprint.sharing.pack import Packed

pytest.importorskip("pypdfium2", reason="previews need pypdfium2")


@pytest.fixture
def tool(tmp_path: Path) -> Path:
    """The example with its form."""
    folder = tmp_path / TOOL
    shutil.copytree(EXAMPLE, folder)
    (folder / "share.yaml").write_text(FORM)
    return folder


def packed(tool: Path, *, anyway: bool = False, **given: object) -> Packed:
    return pack(Workshop(Library.open(None, (tool,))), TOOL, given, anyway=anyway)


def refused(tool: Path, **given: object) -> list[str]:
    with pytest.raises(SopprintError) as caught:
        packed(tool, **given)
    return [finding.code for finding in caught.value.diagnostics]


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_holds_the_tool_and_nothing_else_that_lies_about(tool: Path) -> None:
    for stray in ("notes-of-the-meeting.txt", "backup.zip", ".DS_Store", "old.svg", "layout.yaml.orig"):
        (tool / stray).write_text("secret")
    made = packed(tool)
    assert made.name == f"{TOOL}-2026.1.zip"
    assert set(made.files) == {
        "share.yaml", "layout.yaml", "words.en.yaml", "art.svg", "ATTRIBUTION.txt", "LICENSE.txt", "preview.png",
    }  # fmt: skip
    assert b"secret" not in made.data


def test_what_is_packed_is_taken_in_again_word_for_word(tool: Path) -> None:
    package = inspect(packed(tool).data, "x.zip")
    files = {entry.name: entry.data for entry in package.files}
    for name in ("layout.yaml", "words.en.yaml", "art.svg"):
        assert files[name] == (tool / name).read_bytes()
    assert package.form.county == "Example County"
    assert package.form.languages == ("en",)
    assert b"Safety Organized Practice" in files["ATTRIBUTION.txt"]
    assert b"creativecommons.org/licenses/by/4.0" in files["LICENSE.txt"]
    assert files["preview.png"].startswith(b"\x89PNG")


def test_packing_twice_gives_the_same_bytes(tool: Path) -> None:
    assert packed(tool).data == packed(tool).data
    with zipfile.ZipFile(io.BytesIO(packed(tool).data)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {info.external_attr >> 16 for info in archive.infolist()} == {0o100644}


def test_everything_that_the_form_lacks_is_told_at_once(tool: Path) -> None:
    (tool / "share.yaml").unlink()
    assert refused(tool) == ["SP801"] * 5 + ["SP802"]
    given = {"county": "A", "contact": "B", "purpose": "C", "why": "D", "audience": ("E",)}
    assert refused(tool, **given) == ["SP802"]
    form = inspect(packed(tool, **given, permission=True).data, "x.zip").form
    assert (form.title, form.why, form.audience) == ("Our Safety Network", "D", ("E",))


def test_what_is_given_goes_before_the_file(tool: Path) -> None:
    form = inspect(packed(tool, county="Other County", why="").data, "x.zip").form
    assert (form.county, form.why) == ("Other County", "Families asked for it")


def test_a_tool_with_mistakes_is_not_packed(tool: Path) -> None:
    edit(tool / "layout.yaml", "zone: child", "zone: chidl")
    assert refused(tool)[0].startswith("SP1")


def test_names_stop_it_unless_somebody_says_that_they_are_none(tool: Path) -> None:
    edit(tool / "words.en.yaml", "purpose: Who keeps", "purpose: Who keeps Marisol and")
    assert refused(tool) == ["SP803"]
    made = packed(tool, anyway=True)
    assert [(f.code, str(f.severity)) for f in made.findings] == [("SP803", "note")]


@pytest.mark.parametrize(
    ("file", "leftover", "code"),
    [
        ("words.en.yaml", "\n# ask 916-555-0143\n", "SP804"),
        ("layout.yaml", "\n# JV-24-00123\n", "SP805"),
        ("share.yaml", "\nmade_by: ['ana@county.gov']\n", "SP804"),
    ],
)
def test_numbers_stop_it_in_any_case(tool: Path, file: str, leftover: str, code: str) -> None:
    with (tool / file).open("a") as stream:
        stream.write(leftover)
    assert refused(tool, anyway=True) == [code]


def test_the_contact_may_be_an_address(tool: Path) -> None:
    packed(tool, contact="SOP team, sop@county.gov, 916-555-0143")


@pytest.mark.parametrize(
    "inside", ["<metadata>A. Ruiz</metadata>", '<desc>x</desc><g data-x="C:\\Users\\aruiz\\art.svg"/>'],
)  # fmt: skip
def test_drawings_must_not_tell_who_made_them(tool: Path, inside: str) -> None:
    edit(tool / "art.svg", "</svg>", f"{inside}</svg>")
    assert "SP806" in refused(tool)


def test_pictures_lose_what_they_say_besides(tool: Path) -> None:
    secret = chunk(b"tEXt", b"Author\0A. Ruiz"), chunk(b"eXIf", b"MM\0*GPS")
    (tool / "art.png").write_bytes(png(900, 900, *secret))
    layout = tool / "layout.yaml"
    layout.write_text(layout.read_text().replace("art.svg", "art.png"))
    files = {entry.name: entry.data for entry in inspect(packed(tool).data, "x.zip").files}
    assert files["art.png"] == png(900, 900)
    assert "art.svg" not in files


def test_words_that_do_not_fit_are_found_before_others_find_them(tool: Path) -> None:
    edit(tool / "words.en.yaml", "title: Our", "title: Our very long title that cannot be set on any paper and so on")
    assert refused(tool)[0].startswith("SP2")
