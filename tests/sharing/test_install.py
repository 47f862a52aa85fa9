"""A package into a kit, from the command line: whole, checked, never over another tool by accident."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from sopprint.cli import answer
from sopprint.sharing import install as installing
from tests.sharing.packages import TOOL, Files, good, zipped


@pytest.fixture
def kit(tmp_path: Path) -> Path:
    folder = tmp_path / "kit"
    folder.mkdir()
    (folder / "sopprint.yaml").write_text("county: {name: Example County}\n")
    return folder


def package(tmp_path: Path, files: Files | None = None) -> str:
    file = tmp_path / "package.zip"
    file.write_bytes(zipped(files or good()))
    return str(file)


def everything(folder: Path) -> dict[str, bytes]:
    """All files below a folder, hidden ones too."""
    return {
        (Path(where) / name).relative_to(folder).as_posix(): (Path(where) / name).read_bytes()
        for where, _, names in os.walk(folder)
        for name in names
    }


def test_puts_the_tool_in_place_ready_to_use(kit: Path, tmp_path: Path) -> None:
    assert answer(["-q", "add", package(tmp_path), "--kit", str(kit)]) == 0
    assert everything(kit / "tools") == good()
    poster = tmp_path / "poster.pdf"
    assert answer(["-q", "poster", TOOL, "--kit", str(kit), "-o", str(poster)]) == 0
    assert poster.read_bytes().startswith(b"%PDF-")


def test_a_dry_run_tells_and_writes_nothing(kit: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = everything(kit)
    assert answer(["add", package(tmp_path), "--kit", str(kit), "--dry-run"]) == 0
    said = capsys.readouterr().out
    for words in ("Our Safety Network", "Example County", "Families asked for it", "art.svg"):
        assert words in said
    assert everything(kit) == before
    assert not (kit / "tools").exists()


def test_never_replaces_a_tool_unless_forced(kit: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = package(tmp_path)
    assert answer(["-q", "add", file, "--kit", str(kit)]) == 0
    mine = kit / "tools" / TOOL / "words.en.yaml"
    mine.write_bytes(mine.read_bytes() + b"# mine\n")
    (kit / "tools" / TOOL / "stray.txt").write_text("old")
    assert answer(["add", file, "--kit", str(kit)]) == 2
    assert "SP819" in capsys.readouterr().err
    assert mine.read_bytes().endswith(b"# mine\n")
    assert answer(["-q", "add", file, "--kit", str(kit), "--force"]) == 0
    assert everything(kit / "tools") == good()


def test_never_replaces_a_tool_of_the_program(kit: Path, tmp_path: Path) -> None:
    files = {name.replace(TOOL, "three-houses"): data.replace(TOOL.encode(), b"three-houses")
             for name, data in good().items()}  # fmt: skip
    file = package(tmp_path, files)
    assert answer(["-q", "add", file, "--kit", str(kit)]) == 2
    assert answer(["-q", "add", file, "--kit", str(kit), "--dry-run"]) == 2
    assert not (kit / "tools").exists()


@pytest.mark.parametrize(
    ("name", "old", "new", "code"),
    [
        ("layout.yaml", b"tool: safety-network", b"tool: another-name", "SP1"),
        ("layout.yaml", b"draw: image", b"draw: imgae", "SP1"),
        ("words.en.yaml", b"title: Our", b"title: " + b"Our very long title that cannot be set " * 9, "SP2"),
        ("layout.yaml", b"file: art.svg", b"file: ../../../etc/passwd", "SP1"),
    ],
)
def test_a_tool_that_is_wrong_leaves_nothing_behind(
    kit: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, old: bytes, new: bytes, code: str
) -> None:
    files = good()
    assert old in files[f"{TOOL}/{name}"]
    files[f"{TOOL}/{name}"] = files[f"{TOOL}/{name}"].replace(old, new, 1)
    assert answer(["add", package(tmp_path, files), "--kit", str(kit)]) == 1
    said = capsys.readouterr().err
    assert f"[{code}" in said
    assert f"package.zip/{TOOL}/" in said  # where, in words the reader knows
    assert everything(kit / "tools") == {}


def test_an_unsafe_package_leaves_nothing_behind(kit: Path, tmp_path: Path) -> None:
    file = package(tmp_path, good() | {"../evil.svg": b"x"})
    before = everything(tmp_path)
    assert answer(["-q", "add", file, "--kit", str(kit)]) == 1
    assert everything(tmp_path) == before


def test_what_was_there_comes_back_when_the_last_step_fails(
    kit: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = package(tmp_path)
    assert answer(["-q", "add", file, "--kit", str(kit)]) == 0
    (kit / "tools" / TOOL / "mine.txt").write_text("mine")
    before, rename = everything(kit), Path.rename

    def fails(self: Path, target: Path) -> Path:
        if self.parent.name.startswith(".adding-") and self.name == TOOL:
            raise OSError(28, "No space left on device")
        return rename(self, target)

    monkeypatch.setattr(installing.Path, "rename", fails)
    assert answer(["-q", "add", file, "--kit", str(kit), "--force"]) == 3
    assert everything(kit) == before


def test_a_link_in_place_of_the_tool_is_not_followed(kit: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (kit / "tools").mkdir()
    (kit / "tools" / TOOL).symlink_to(elsewhere)
    assert answer(["-q", "add", package(tmp_path), "--kit", str(kit), "--force"]) == 0
    assert everything(elsewhere) == {}
    assert everything(kit / "tools") == good()


def test_needs_a_kit_and_a_file(kit: Path, tmp_path: Path) -> None:
    assert answer(["-q", "add", package(tmp_path), "--kit", str(tmp_path)]) == 2
    assert answer(["-q", "add", str(tmp_path / "no.zip"), "--kit", str(kit)]) == 3


def test_shared_and_added_by_command(kit: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pypdfium2", reason="previews need pypdfium2")
    monkeypatch.chdir(tmp_path)
    assert answer(["-q", "add", package(tmp_path), "--kit", str(kit)]) == 0
    share = ["-q", "share", TOOL, "--kit", str(kit), "-o", "again.zip", "--county", "Second County"]
    assert answer(share) == 0
    assert answer(share) == 0  # over its own file
    other = tmp_path / "other"
    other.mkdir()
    (other / "sopprint.yaml").write_text("county: {name: Third County}\n")
    assert answer(["-q", "add", "again.zip", "--kit", "other"]) == 0
    assert "Second County" in (other / "tools" / TOOL / "share.yaml").read_text()
    (tmp_path / "again.zip").write_bytes(zipped({"holiday.png": b"x"}))
    assert answer(share) == 3
