"""When it is another program."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from sopprint.building import program as programs
from sopprint.building.program import program

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_its_code_counts_and_not_when_it_was_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code = tmp_path / "code.py"
    code.write_text("one = 1\n")
    monkeypatch.setattr(programs, "_files", lambda: iter([("code.py", code)]))
    first = program()
    assert program(first) is first
    os.utime(code, ns=(1, 1))
    touched = program(first)
    assert touched.digest == first.digest
    assert touched.glance != first.glance
    code.write_text("two = 2\n")
    assert program(touched).digest != first.digest


def test_what_it_is_made_of(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()  # the real files
    names = {name for name, _ in programs._files()}
    assert {"building/program.py", "pdf/painter.py", "fonts/fredoka/Fredoka-700.ttf"} <= names
    assert "icc/FOGRA39L_coated.icc" in names
    assert not any("__pycache__" in name for name in names)
    assert any(name.startswith("reportlab-") for name in programs._installed())


def test_the_date_that_goes_into_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    without = program().digest
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert program().digest != without
