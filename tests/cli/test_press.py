"""`sopprint impose` and `sopprint tile`, end to end, in one process."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pikepdf
import pytest

from sopprint.cli import answer
from tests.press.handmade import plain

ROOT = Path(__file__).parent.parent.parent

if TYPE_CHECKING:
    from collections.abc import Callable

    Asked = Callable[..., tuple[int, str, str]]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "guide.pdf").write_bytes(plain(14))
    (tmp_path / "poster.pdf").write_bytes(plain(1, (1728, 1296)))
    return tmp_path


@pytest.fixture
def asked(capsys: pytest.CaptureFixture[str]) -> Asked:
    def run(*argv: str) -> tuple[int, str, str]:
        code = answer(argv)
        shown = capsys.readouterr()
        return int(code), shown.out, shown.err

    return run


def pages(file: Path) -> tuple[int, list[float]]:
    with pikepdf.open(file) as pdf:
        return len(pdf.pages), [float(n) for n in list(pdf.pages[0].mediabox)[2:]]


def test_booklet(here: Path, asked: Asked) -> None:
    code, out, err = asked("impose", "guide.pdf", "--booklet", "--thickness", "0.2mm")
    assert (code, out) == (0, "")
    assert err.startswith("guide-booklet.pdf  14 pages on 4 sheets of 11 × 8.5 in, 2 blank pages, ")
    assert "moved in by up to 0.6 mm" in err
    assert "flip on the short edge, at actual size (100 %); fold all sheets together and staple" in err
    assert pages(here / "guide-booklet.pdf") == (8, [792, 612])


def test_other_schemes_and_paper(here: Path, asked: Asked) -> None:
    code, _, err = asked("impose", "guide.pdf", "--scheme", "cut-and-stack", "--paper", "tabloid", "-o", "a.pdf")
    assert code == 0
    assert "put the left half on the right" in err
    assert "moved in" not in err
    assert pages(here / "a.pdf") == (8, [1224, 792])


def test_tiles(here: Path, asked: Asked) -> None:
    code, out, err = asked("tile", "poster.pdf", "--sheet", "tabloid", "--overlap", "20mm")
    assert (code, out) == (0, "")
    assert err.startswith("poster-tiles-tabloid.pdf  24 × 18 in on 4 sheets of ")
    assert pages(here / "poster-tiles-tabloid.pdf")[0] == 5


def test_tiles_of_a_tool(here: Path, asked: Asked) -> None:
    code, out, err = asked("tile", "three-houses", "--sheet", "tabloid", "--paper", "arch-c")
    assert (code, out) == (0, "")
    assert asked("tile", "three-houses", "--sheet", "tabloid", "--paper", "arch-c")[0] == 0  # its own, replaced
    name = "three-houses-arch-c-landscape-en-tiles-tabloid.pdf"
    assert err.startswith(f"{name}  24 × 18 in on ")
    assert pages(here / name)[1] == [1224, 792]


def test_own_results_are_replaced_but_never_the_source(here: Path, asked: Asked) -> None:
    for _ in range(2):
        assert asked("impose", "guide.pdf")[0] == 0
    before = (here / "guide.pdf").read_bytes()
    code, _, err = asked("impose", "guide.pdf", "-o", "guide.pdf", "--force")
    assert code == 2
    assert "is the file that is read" in err
    assert (here / "guide.pdf").read_bytes() == before
    assert asked("tile", "poster.pdf", "-o", "guide.pdf")[0] == 3
    assert (here / "guide.pdf").read_bytes() == before


@pytest.mark.parametrize(
    ("argv", "code", "said"),
    [
        (("impose", "none.pdf"), 3, "none.pdf"),
        (("impose", "guide.pdf", "--booklet", "--scheme", "perfect-bound"), 2, "leave one of them out"),
        (("impose", "guide.pdf", "--paper", "half-letter"), 2, "use --paper letter"),
        (("impose", "guide.pdf", "--thickness", "thin"), 2, "--thickness: “thin” is not a length"),
        (("impose", "guide.pdf", "--thickness", "5mm"), 2, "cannot be folded"),
        (("tile", "poster.pdf", "--sheet", "lettre"), 2, "did you mean letter"),
        (("tile", "poster.pdf", "--margin", "2mm"), 2, "no room for the marks"),
        (("tile", "poster.pdf", "--sheet", "arch-d"), 2, "fits on one such sheet"),
        (("tile", "poster.pdf", "--paper", "arch-d"), 2, "are for a tool’s name"),
        (("tile", "three-huts"), 2, "did you mean three-houses"),
        (("tile", "poster.pdf", "--page", "7"), 2, "there is no page 7"),
        (("tile", "words.pdf"), 3, "words.pdf: error[SP651]"),
    ],
)
def test_wrong_wishes(here: Path, asked: Asked, argv: tuple[str, ...], code: int, said: str) -> None:
    (here / "words.pdf").write_text("not a PDF")
    before = {p.name for p in here.iterdir()}
    found, out, err = asked(*argv)
    assert (found, out) == (code, "")
    assert said in err
    assert {p.name for p in here.iterdir()} == before


def test_damage_is_told_in_our_words_only(here: Path) -> None:
    """In a process of its own: the library under us would log to the screen, and pytest would catch that."""
    data = plain(4)
    (here / "cut.pdf").write_bytes(data[: data.rindex(b"startxref")] + b"startxref\n7\n%%EOF\n")
    command = [sys.executable, "-m", "sopprint", "impose", "cut.pdf"]
    done = subprocess.run(command, cwd=here, env={"PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=False)
    assert done.returncode == 0
    lines = done.stderr.splitlines()
    assert lines[0] == "cut.pdf: warning[SP651] the file is damaged; what could be read is used"
    assert [line.split()[0] for line in lines[1:]] == ["hint:", "cut-booklet.pdf", "Print"]
