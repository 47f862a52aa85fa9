"""Each file in tests/errors is a mistake; comments say what must be found on the line below, and nothing else may be.

`#= words.en.yaml` starts a file of the sample tool (what is not given is as in right.yaml);
`#! SP101 14: part of the message` expects that finding in the next line, at that column when one is given.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from sopprint.check import check_tool
from sopprint.resources import Folder

ERRORS = Path(__file__).parent.parent / "errors"
FONT = Path(__file__).parent.parent.parent / "layouts/fonts/atkinson-hyperlegible-next/AtkinsonHyperlegibleNext-400.ttf"
EXPECTED = re.compile(r"#! (SP\d{3})(?: (\d+))?: ?(.*)")
FIXTURES = sorted(path.stem for path in ERRORS.glob("*.yaml"))


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Folder:
    root = tmp_path_factory.mktemp("layouts")
    shutil.copytree(ERRORS / "shared", root, dirs_exist_ok=True)
    (root / "fonts").mkdir()
    shutil.copy(FONT, root / "fonts/regular.ttf")
    return Folder(root)


def files_of(fixture: str) -> dict[str, str]:
    text = (ERRORS / f"{fixture}.yaml").read_bytes().decode("utf-8")
    parts = re.split(r"^#= (.+)\n", text, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def expected_in(name: str, text: str) -> list[tuple[str, int, str, str | None, str]]:
    wanted, waiting = [], []
    for number, line in enumerate(text.split("\n"), 1):
        if match := EXPECTED.fullmatch(line):
            waiting.append(match.groups())
        else:
            wanted += [(name, number, code, column, part) for code, column, part in waiting]
            waiting = []
    return wanted


@pytest.mark.parametrize("fixture", FIXTURES)
def test_exactly_these_mistakes_are_found(fixture: str, shared: Folder, tmp_path: Path) -> None:
    tool = tmp_path / "sample"
    tool.mkdir()
    given = files_of(fixture)
    for name, text in (files_of("right") | given).items():
        (tool / name).parent.mkdir(exist_ok=True)
        (tool / name).write_text(text, encoding="utf-8", newline="")
    found = [
        (Path(d.place.file).name, d.place.line, d.code, str(d.place.column), d.message)
        for d in check_tool(Folder(tool), shared=shared)
        if d.place
    ]
    wanted = [expectation for name, text in given.items() for expectation in expected_in(Path(name).name, text)]
    assert sorted(f[:3] for f in found) == sorted(w[:3] for w in wanted), found
    for expectation in wanted:
        assert any(_is_it(expectation, finding) for finding in found), (expectation, found)


def _is_it(wanted: tuple[str, int, str, str | None, str], found: tuple[str, int, str, str, str]) -> bool:
    return wanted[:3] == found[:3] and wanted[3] in (None, found[3]) and wanted[4] in found[4]


def test_there_are_many_kinds_of_mistakes() -> None:
    kinds = {w[2] for f in FIXTURES for name, text in files_of(f).items() for w in expected_in(name, text)}
    assert len(kinds) >= 30
