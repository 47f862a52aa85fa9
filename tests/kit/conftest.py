"""A kit to work on, and the nightly profile: `pytest --hypothesis-profile=nightly tests/kit` tries 1,000 edits."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from sopprint.check.kit import check_kit
from sopprint.cli import answer
from sopprint.resolve.library import Library

settings.register_profile("nightly", max_examples=1000)

Write = Callable[..., Path]
Asked = Callable[..., tuple[int, str, str]]
EXPECTED = re.compile(r"^ *#! (SP\d{3}) (\d+): (.*)$")


@pytest.fixture
def kit(tmp_path: Path) -> Write:
    """Write files into a kit, by path; the kit's own file has a county's name and whatever is added."""
    folder = tmp_path / "kit"

    def write(files: dict[str, str] | None = None, more: str = "") -> Path:
        for name, text in {"sopprint.yaml": "county: {name: Green}\n" + more, **(files or {})}.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, encoding="utf-8")
        return folder

    return write


@pytest.fixture
def library(kit: Write) -> Callable[..., Library]:
    return lambda *args: Library.open(kit(*args))


@pytest.fixture
def asked(capsys: pytest.CaptureFixture[str]) -> Asked:
    """Run a command line: exit code, stdout, stderr."""

    def run(*argv: object) -> tuple[int, str, str]:
        code = answer([str(arg) for arg in argv])
        shown = capsys.readouterr()
        return int(code), shown.out, shown.err

    return run


def expected(text: str) -> list[tuple[str, int, int, str]]:
    """What remarks such as `#! SP101 3: words of the message` say of the next line: code, line, column, words."""
    wanted, waiting = [], []
    for number, line in enumerate(text.split("\n"), 1):
        if match := EXPECTED.match(line):
            waiting.append(match)
        else:
            wanted += [(m[1], number, int(m[2]), m[3]) for m in waiting]
            waiting = []
    return wanted


def assert_found(folder: Path, file: str, text: str) -> None:
    """The findings in a file are those its remarks tell of, and no others."""
    found = [d for d in check_kit(folder) if d.place and d.place.file == (folder / file).as_posix()]
    wanted = expected(text)
    assert [(d.code, d.place.line, d.place.column) for d in found if d.place] == [w[:3] for w in wanted], found
    assert [d.message for d, w in zip(found, wanted, strict=True) if w[3] not in d.message] == []
