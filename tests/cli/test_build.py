"""`sopprint build` on the command line: what it says, its options, its exit codes."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from sopprint.cli import answer
from tests.building.conftest import KIT, write_tool

Asked = Callable[..., tuple[int, str, str]]
LETTER, TABLOID = "tree-letter-landscape-en.pdf", "tree-tabloid-landscape-en.pdf"


@pytest.fixture
def kit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write_tool(tmp_path / "kit/tools/tree", "tree")
    Path("kit/sopprint.yaml").write_text(KIT)
    return Path("kit")


@pytest.fixture
def asked(capsys: pytest.CaptureFixture[str]) -> Asked:
    def run(*argv: str) -> tuple[int, str, str]:
        code = answer(["build", *argv])
        shown = capsys.readouterr()
        return int(code), shown.out, shown.err

    return run


def test_lines_a_table_and_a_count(kit: Path, asked: Asked) -> None:
    code, out, err = asked("kit", "--jobs", "1")
    lines = err.splitlines()
    assert (code, out) == (0, "")
    assert lines[:2] == [f"[1/2] out/{LETTER}", f"[2/2] out/{TABLOID}"]
    assert lines[2].split()[:3] == [LETTER, "1", "p"]
    assert lines[2].split()[-1] == "made"
    assert lines[-1] == "2 made"
    code, out, err = asked("kit")
    assert [line.split()[-1] for line in err.splitlines()] == ["fresh"] * 3
    assert asked("kit", "-q")[1:] == ("", "")


def test_the_outcome_as_json(kit: Path, asked: Asked) -> None:
    code, out, err = asked("kit", "--json")
    data = json.loads(out)
    assert (code, err, data["left"]) == (0, "", [])
    assert [(f["file"], f["state"], f["pages"], f["tool"], f["paper"]) for f in data["files"]] == [
        (f"out/{LETTER}", "made", 1, "tree", "letter"), (f"out/{TABLOID}", "made", 1, "tree", "tabloid"),
    ]  # fmt: skip
    assert data["files"][0]["bytes"] == Path("out", LETTER).stat().st_size
    assert {f["state"] for f in json.loads(asked("kit", "--json")[1])["files"]} == {"fresh"}


def test_failures_as_json_have_their_findings(kit: Path, asked: Asked) -> None:
    words = kit / "tools/tree/words.en.yaml"
    words.write_text(words.read_text().replace("What happens next?", "W" * 300))
    code, out, err = asked("kit", "--json")
    files = json.loads(out)["files"]
    assert (code, err) == (1, "")
    assert {f["state"] for f in files} == {"failed"}
    assert files[0]["findings"][0]["code"] == "SP201"
    assert files[0]["findings"][0]["line"]


def test_a_dry_run_tells_what_and_why(kit: Path, asked: Asked) -> None:
    code, out, err = asked("kit", "--dry-run")
    assert (code, err) == (0, "2 to make\n")
    assert [" ".join(line.split()) for line in out.splitlines()] == [
        f"{LETTER} to make: not made yet", f"{TABLOID} to make: not made yet",
    ]  # fmt: skip
    asked("kit")
    Path("out", TABLOID).unlink()
    code, out, err = asked("kit", "--dry-run")
    assert err == "1 to make, 1 fresh\n"
    assert "to make: the file is gone" in out


def test_lists_for_a_queue(kit: Path, asked: Asked) -> None:
    assert asked("kit", "--list")[1].splitlines() == [LETTER, TABLOID]
    parts = [json.loads(asked("kit", "--list", "--json", "--shard", f"{n}/2")[1]) for n in (1, 2)]
    assert sorted(job["file"] for part in parts for job in part) == [LETTER, TABLOID]
    assert [len(part) for part in parts] == [1, 1]
    assert parts[0][0] | {"file": ""} == {
        "file": "", "tool": "tree", "product": "poster", "paper": parts[0][0]["paper"], "lang": "en",
        "orientation": None, "variant": None, "target": "screen", "shop": None, "weight": 1.0,
    }  # fmt: skip
    assert not Path("out").exists()


def test_shards_make_the_whole(kit: Path, asked: Asked) -> None:
    for part in ("1/2", "2/2"):
        assert asked("kit", "--shard", part)[0] == 0
    assert {path.name for path in Path("out").glob("*.pdf")} == {LETTER, TABLOID}
    assert asked("kit", "--shard", "2/3")[0] == 0  # nothing may be in it
    assert "2 fresh" in asked("kit")[2]


def test_what_is_no_longer_asked_for_is_told(kit: Path, asked: Asked) -> None:
    asked("kit")
    Path("kit/sopprint.yaml").write_text(KIT.replace("letter, ", ""))
    assert f"no longer asked for, from earlier builds: {LETTER}" in asked("kit")[2]
    assert json.loads(asked("kit", "--json")[1])["left"] == [f"out/{LETTER}"]
    assert Path("out", LETTER).is_file()


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--shard", "0/2"), "there is no part 0 of 2"), (("--shard", "3/2"), "there is no part 3 of 2"),
        (("--shard", "2"), "such as 2/8"), (("--shard", "x/y"), "such as 2/8"),
        (("--jobs", "0"), "cannot make anything"),
        (("--watch", "--dry-run"), "exclude each other"), (("--list", "--dry-run"), "exclude each other"),
        (("--watch", "--json"), "exclude each other"), (("--shop", "offset"), "--for print-shop"),
        (("--only", "nothing"), "its tools are tree"),
    ],
)  # fmt: skip
def test_what_cannot_be(kit: Path, asked: Asked, options: tuple[str, ...], said: str) -> None:
    code, out, err = asked("kit", *options)
    assert (code, out) == (2, "")
    assert said in err
    assert not Path("out").exists()


def test_a_bar_on_a_terminal(kit: Path) -> None:
    """One line that is written over and taken away, then the table."""
    ours, its = pty.openpty()
    argv = [sys.executable, "-m", "sopprint", "build", "kit", "--jobs", "1"]
    environment = {**os.environ, "TERM": "xterm"}
    process = subprocess.Popen(argv, stderr=its, stdout=subprocess.PIPE, env=environment)
    os.close(its)
    shown = b""
    while True:
        try:
            part = os.read(ours, 4096)
        except OSError:
            break
        if not part:
            break
        shown += part
    os.close(ours)
    assert process.wait() == 0
    text = shown.decode()
    bars = [piece for piece in text.split("\r\x1b[K") if piece.startswith("[")]
    assert [bar.partition("] ")[2][:3] for bar in bars[:3]] == ["0/2", "1/2", "2/2"]
    assert all(len(bar) <= 78 for bar in bars[:2])
    assert text.splitlines()[-1] == "2 made"
    assert f"[1/2] out/{LETTER}" not in text
