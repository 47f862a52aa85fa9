"""`guide`, `quick-guide`, `inspect` of a file, and `build` of a kit with guides: what they print and write."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sopprint.cli import answer

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parent.parent.parent
Asked = "Callable[..., tuple[int, str, str]]"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def asked(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    def run(*argv: str) -> tuple[int, str, str]:
        code = answer(argv)
        shown = capsys.readouterr()
        return int(code), shown.out, shown.err

    return run


def test_guide_is_named_after_itself(here: Path, asked: Asked) -> None:
    code, out, err = asked("guide", "three-houses")
    assert (code, out) == (0, "")
    assert err.startswith("three-houses-guide-half-letter-en.pdf  20 pages, 5.5 × 8.5 in, ")
    assert [file.name for file in here.iterdir()] == ["three-houses-guide-half-letter-en.pdf"]


def test_booklet_says_how_to_print(here: Path, asked: Asked) -> None:
    code, out, err = asked("guide", "three-houses", "--booklet", "--paper", "a5", "-o", "b.pdf")
    assert (code, out) == (0, "")
    assert "20 pages on 5 sheets of 11.69 × 8.268 in, no blank pages" in err
    assert "flip on the short edge, at actual size" in err
    assert (here / "b.pdf").read_bytes().startswith(b"%PDF")


def test_quick_guides(here: Path, asked: Asked) -> None:
    assert asked("quick-guide", "safety-scale", "-q") == (0, "", "")
    code, _, err = asked("quick-guide", "safety-scale", "--role", "leaders", "--paper", "a4")
    assert code == 0
    assert "safety-scale-quick-guide-leaders-a4-en.pdf  2 pages" in err
    assert {file.name for file in here.iterdir()} == {
        "safety-scale-quick-guide-line-staff-letter-en.pdf", "safety-scale-quick-guide-leaders-a4-en.pdf",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("argv", "code", "said"),
    [
        (("guide", "three-house"), 2, "did you mean three-houses?"),
        (("guide", "three-houses", "--lang", "xx"), 2, "no words in the language “xx”"),
        (("guide", "three-houses", "--paper", "napkin"), 2, "there is no paper “napkin”"),
        (("guide", "three-houses", "--thickness", "much"), 2, "--thickness"),
        (("guide", "three-houses", "-o", "theirs.pdf"), 3, "was not made by sopprint"),
        (("quick-guide", "three-houses", "--role", "boss"), 2, "line-staff"),
    ],
)
def test_wrong_wishes(here: Path, asked: Asked, argv: tuple[str, ...], code: int, said: str) -> None:
    (here / "theirs.pdf").write_bytes(b"%PDF-1.4 of somebody else")
    found, out, err = asked(*argv)
    assert (found, out) == (code, "")
    assert said in err
    assert [file.name for file in here.iterdir()] == ["theirs.pdf"]


def test_a_tool_without_a_guide(here: Path, asked: Asked) -> None:
    code, _, err = asked("guide", str(ROOT / "examples" / "safety-network"))
    assert code == 1
    assert "words.en.yaml:" in err
    assert "SP150" in err


# ------------------------------------------------------------------------------------------ inspect


def test_inspect_says_what_a_file_is(here: Path, asked: Asked) -> None:
    asked("guide", "three-houses", "--booklet", "-o", "b.pdf")
    asked("poster", "safety-house", "--set", "red=off", "--for", "office", "-o", "p.pdf")
    code, out, err = asked("inspect", "b.pdf", "--json")
    data = json.loads(out)
    assert (code, err) == (0, "")
    assert {key: data[key] for key in ("product", "tool", "language", "paper", "imposed", "state", "changes")} == {
        "product": "guide", "tool": "three-houses", "language": "en", "paper": "half-letter", "imposed": "booklet",
        "state": "current", "changes": [],
    }  # fmt: skip
    poster = json.loads(asked("inspect", "p.pdf", "--json")[1])
    assert (poster["product"], poster["made_for"], poster["settings"], poster["state"]) == (
        "poster", "office", ["red=off"], "current",
    )  # fmt: skip


def test_inspect_tells_stale_words_beside_the_sources(here: Path, asked: Asked) -> None:
    asked("guide", "three-houses", "-o", "g.pdf")
    own = here / "tools" / "three-houses"
    shutil.copytree(ROOT / "layouts" / "three-houses", own)
    words = own / "words.en.yaml"
    words.write_text(words.read_text(encoding="utf-8").replace("draw with no topic", "sing with no topic"), "utf-8")
    assert asked("inspect", "g.pdf")[1].splitlines()[-1].startswith("current")
    for folder in ("tools", "tools/three-houses"):
        code, out, _ = asked("inspect", "g.pdf", "--tools", folder)
        assert code == 0
        assert "stale: 1 text changed" in out
        assert "guide.when.instead (was " in out
        assert "tools/three-houses/words.en.yaml:" in out
        assert "sing with no topic" in out


@pytest.mark.parametrize(("content", "code"), [(b"%PDF-1.4\n", 1), (None, 3)])
def test_inspect_of_other_files(here: Path, asked: Asked, content: bytes | None, code: int) -> None:
    if content is not None:
        (here / "x.pdf").write_bytes(content)
    found, out, err = asked("inspect", "x.pdf")
    assert (found, out) == (code, "")
    assert "x.pdf" in err


# ------------------------------------------------------------------------------------------ build


def test_the_example_kit_wants_all_products(here: Path, asked: Asked) -> None:
    code, out, _ = asked("build", str(ROOT / "examples" / "county-kit"), "--list")
    lines = out.splitlines()
    assert code == 0
    assert sum("-guide-half-letter" in line for line in lines) == 9
    assert sum("-guide-booklet-half-letter" in line for line in lines) == 9
    assert sum("-quick-guide-" in line for line in lines) == 18
    assert sum("-arch-d-" in line or "-tabloid-" in line for line in lines) == 22  # nine and two variants, on each


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_build_makes_guides_with_the_countys_brand(here: Path, asked: Asked, jobs: str) -> None:
    kit = here / "kit"
    kit.mkdir()
    (kit / "sopprint.yaml").write_text(
        "county: {name: Green County}\nposters: {tools: [three-houses], papers: [letter]}\n"
        "guides: {tools: [three-houses, safety-scale]}\nquick_guides: {tools: [safety-scale], roles: [leaders]}\n"
    )
    code, _, err = asked("build", "kit", "-o", "out", "--jobs", jobs)
    assert code == 0
    told = [line.split()[1] for line in err.splitlines() if line.startswith("[")]
    assert len(told) == 6
    assert set(told) == {  # in the order in which they are done
        "out/safety-scale-guide-half-letter-en.pdf", "out/safety-scale-guide-booklet-half-letter-en.pdf",
        "out/safety-scale-quick-guide-leaders-letter-en.pdf", "out/three-houses-letter-landscape-en.pdf",
        "out/three-houses-guide-half-letter-en.pdf", "out/three-houses-guide-booklet-half-letter-en.pdf",
    }  # fmt: skip
    data = json.loads(asked("inspect", "out/three-houses-guide-half-letter-en.pdf", "--kit", "kit", "--json")[1])
    assert data["state"] == "current"
