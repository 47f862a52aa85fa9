"""What docs/sharing.md tells people to type works, in its order."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sopprint.cli import answer

PAGE = Path(__file__).parents[2] / "docs" / "sharing.md"


def test_every_command_works(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pypdfium2", reason="pictures need pypdfium2")
    monkeypatch.chdir(tmp_path)
    text = PAGE.read_text(encoding="utf-8")
    form = re.findall(r"```yaml\n(.*?)```", text, flags=re.DOTALL)[0]
    for command in (["new", "kit", "my-county"], ["new", "tool", "my-tool"]):
        assert answer(["-q", *command]) == 0
    (tmp_path / "my-tool" / "share.yaml").write_text(form)
    commands = re.findall(r"^ {4}sopprint (.*)$", text, flags=re.MULTILINE)
    assert len(commands) == 4
    for command in commands:
        assert answer(["-q", *command.split()]) == 0, command
    assert (tmp_path / "out" / "index.html").is_file()
    assert (tmp_path / "my-county" / "tools" / "my-tool" / "LICENSE.txt").is_file()
