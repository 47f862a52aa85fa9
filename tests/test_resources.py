"""The one door: what it lets in, what it refuses, and what it remembers."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from sopprint.errors import ExitCode, SopprintError
from sopprint.resources import DATA_LIMIT, TEXT_LIMIT, Folder, shipped


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    root = tmp_path / "kit"
    (root / "art").mkdir(parents=True)
    (root / "layout.yaml").write_text("tool: x\n", encoding="utf-8")
    (root / "art/river.svg").write_bytes(b"<svg/>")
    (tmp_path / "secret.yaml").write_text("secret: 1\n", encoding="utf-8")
    return Folder(root, "kit")


def refusal(read: object, *arguments: str) -> tuple[str, int, int, str]:
    assert callable(read)
    with pytest.raises(SopprintError) as caught:
        read(*arguments)
    (found,) = caught.value.diagnostics
    assert found.place is not None
    return found.code, found.place.line, found.place.column, found.message


def test_reads_and_remembers_each_file_once_also_through_sub_folders(folder: Folder) -> None:
    assert folder.text("layout.yaml") == "tool: x\n"
    assert folder.sub("art").data("river.svg") == b"<svg/>"
    folder.text("layout.yaml")
    assert folder.reads == (folder.root / "layout.yaml", folder.root / "art/river.svg")


def test_asking_is_not_reading(folder: Folder) -> None:
    assert folder.exists("layout.yaml")
    assert not folder.exists("words.en.yaml")
    assert folder.names("**/*.svg") == ("art/river.svg",)
    assert folder.reads == ()


@pytest.mark.parametrize(
    "name", ["../secret.yaml", "art/../../secret.yaml", "/etc/passwd", "", "a\0b", "C:secret.yaml", "..\\secret.yaml"]
)
def test_what_leads_out_of_the_folder_is_refused(folder: Folder, name: str) -> None:
    assert refusal(folder.text, name)[0] == "SP004"
    assert refusal(folder.exists, name)[0] == "SP004"


def test_a_link_that_leaves_the_folder_is_refused_and_not_listed(folder: Folder) -> None:
    (folder.root / "out.yaml").symlink_to(folder.root.parent / "secret.yaml")
    (folder.root / "away").symlink_to(folder.root.parent)
    assert refusal(folder.text, "out.yaml")[0] == "SP004"
    assert refusal(folder.text, "away/secret.yaml")[0] == "SP004"
    assert folder.names("*.yaml") == ("layout.yaml",)


def test_a_link_inside_the_folder_is_fine(folder: Folder) -> None:
    (folder.root / "same.yaml").symlink_to(folder.root / "layout.yaml")
    assert folder.text("same.yaml") == "tool: x\n"


def test_a_neighbour_whose_name_begins_alike_is_outside(folder: Folder, tmp_path: Path) -> None:
    (tmp_path / "kit-two").mkdir()
    (tmp_path / "kit-two/a.txt").write_text("a", encoding="utf-8")
    (folder.root / "a.txt").symlink_to(tmp_path / "kit-two/a.txt")
    assert refusal(folder.text, "a.txt")[0] == "SP004"


def test_a_missing_file_and_a_folder_cannot_be_read(folder: Folder) -> None:
    with pytest.raises(SopprintError) as caught:
        folder.text("words.en.yaml")
    assert caught.value.exit_code is ExitCode.IO
    assert str(caught.value.diagnostics[0].place) == "kit/words.en.yaml"
    assert refusal(folder.data, "art")[0] == "SP001"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_told(folder: Folder) -> None:
    (folder.root / "layout.yaml").chmod(0)
    assert refusal(folder.text, "layout.yaml")[0] == "SP005"


def test_limits_let_the_largest_in_and_one_byte_more_out(folder: Folder) -> None:
    for name, limit, read in (("t", TEXT_LIMIT, folder.text), ("d", DATA_LIMIT, folder.data)):
        (folder.root / name).write_bytes(b"a" * limit)
        assert len(read(name)) == limit
        (folder.root / name).write_bytes(b"a" * (limit + 1))
        assert refusal(read, name)[0] == "SP002"


@pytest.mark.parametrize(
    ("data", "line", "column", "byte"),
    [
        ("título: caf".encode() + b"\xe9\n", 1, 12, "0xE9"),
        ("a: é\nb: ñ".encode() + b"\xff", 2, 5, "0xFF"),
        (b"\xff\xfea\0", 1, 1, "0xFF"),
        (b"a\nb: \xe2\x82", 2, 4, "0xE2"),
    ],
)
def test_text_that_is_not_utf8_names_the_place_of_the_byte(
    folder: Folder, data: bytes, line: int, column: int, byte: str
) -> None:
    (folder.root / "w.yaml").write_bytes(data)
    code, at_line, at_column, message = refusal(folder.text, "w.yaml")
    assert (code, at_line, at_column) == ("SP003", line, column)
    assert byte in message


def test_a_byte_order_mark_is_not_text(folder: Folder) -> None:
    (folder.root / "w.yaml").write_bytes(b"\xef\xbb\xbfa: 1")
    assert folder.text("w.yaml") == "a: 1"


def test_shipped_layouts_can_be_found_again_by_the_name_in_messages() -> None:
    layouts = shipped("layouts")
    assert layouts.exists("fonts/fredoka/OFL.txt")
    assert Path(layouts.shown("fonts/fredoka/OFL.txt")).is_file()


def test_the_record_knows_what_was_looked_for_in_vain_and_what_fitted(folder: Folder) -> None:
    assert not folder.exists("nothing.yaml")
    with pytest.raises(SopprintError):
        folder.text("gone.yaml")
    assert folder.sub("art").names("*.svg") == ("river.svg",)
    assert tuple(folder.record.absent) == (folder.root / "nothing.yaml", folder.root / "gone.yaml")
    assert folder.record.names == {(folder.root / "art", "*.svg"): ("river.svg",)}
