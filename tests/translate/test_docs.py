"""docs/translating.md says what is true: its commands work, one after the other."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from sopprint.cli import answer

DOCS = Path(__file__).parents[2] / "docs" / "translating.md"
COMMANDS = [
    line.partition("   #")[0]
    for block in re.findall(r"^```\n(.*?)^```$", DOCS.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    for line in block.splitlines()
    if line.startswith("sopprint ")
]


def test_every_command_works(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pypdfium2", reason="previews need pypdfium2")
    monkeypatch.chdir(tmp_path)
    assert answer(["-q", "new", "kit", "our-county"]) == 0
    assert answer(["-q", "new", "tool", "my-tool"]) == 0
    assert len(COMMANDS) >= 9
    for command in COMMANDS:
        code = answer(["-q", *shlex.split(command)[1:]])
        assert code == (1 if "check my-tool --lang qps" in command else 0), command
