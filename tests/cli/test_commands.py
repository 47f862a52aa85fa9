"""What each command prints and writes, end to end, in one process."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import jsonschema
import pikepdf
import pytest

from sopprint.cli import answer
from sopprint.cli.schema import KINDS, schema
from sopprint.source.nodes import plain, read

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parent.parent.parent
NINE = {
    "three-houses", "safety-house", "circles-of-safety", "harm-and-danger", "danger-and-goal", "three-column-map",
    "safety-scale", "action-plan", "meeting-agenda",
}  # fmt: skip


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def asked(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """Run a command line: exit code, stdout, stderr."""

    def run(*argv: str) -> tuple[int, str, str]:
        code = answer(argv)
        shown = capsys.readouterr()
        return int(code), shown.out, shown.err

    return run


Asked = "Callable[..., tuple[int, str, str]]"


# ------------------------------------------------------------------------------------------ list, fonts, explain


def test_list_as_data(asked: Asked) -> None:
    code, out, err = asked("list", "--json")
    data = json.loads(out)
    tools = {tool["name"]: tool for tool in data["tools"]}
    assert code == 0
    assert err == ""
    assert set(tools) == NINE
    assert tools["safety-house"]["variants"] == ["group"]
    assert "en" in tools["three-houses"]["languages"]
    assert (ROOT / tools["three-houses"]["folder"] / "layout.yaml").is_file()
    assert all(tool["title"] and tool["purpose"] for tool in data["tools"])
    papers = {paper["name"]: (paper["width"], paper["height"]) for paper in data["papers"]}
    assert papers["arch-d"] == (1728, 2592)
    assert papers["a1"] == (1683.78, 2383.937)


def test_list_for_people(asked: Asked) -> None:
    _, out, _ = asked("list")
    assert all(name in out for name in NINE)
    assert "24 × 36 in" in out
    assert "594 × 841 mm" in out


def test_fonts(asked: Asked) -> None:
    _, out, _ = asked("fonts", "--json")
    fonts = {font["family"]: font for font in json.loads(out)["fonts"]}
    assert fonts["Fredoka"]["weights"] == [500, 600, 700]
    assert fonts["Noto Sans"]["fallback"] is True
    assert all((ROOT / "layouts" / font["licence"]).is_file() for font in fonts.values())


def test_fonts_of_the_computer(asked: Asked, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "NotoSansTC-Regular.otf").touch()
    monkeypatch.setenv("SOPPRINT_FONTS", str(tmp_path))
    regional = json.loads(asked("fonts", "--json")[1])["regional"]
    assert regional["Traditional Chinese"] == str(tmp_path / "NotoSansTC-Regular.otf")
    assert f"Traditional Chinese: {tmp_path}" in asked("fonts")[1]


def test_explain(asked: Asked) -> None:
    code, listed, _ = asked("explain")
    codes = [line.split()[0] for line in listed.splitlines()]
    assert code == 0
    assert len(codes) > 20
    _, out, _ = asked("explain", codes[0].lower())
    assert out.startswith(f"{codes[0]}: ")
    assert len(out) > 80
    assert asked("explain", codes[0].removeprefix("SP"))[1] == out
    assert asked("explain", "SP999")[0] == 2


# ------------------------------------------------------------------------------------------ poster


def test_poster_is_named_after_itself(here: Path, asked: Asked) -> None:
    code, out, err = asked(
        "poster", "safety-house", "--paper", "tabloid", "--variant", "group", "--orientation", "portrait"
    )
    file = here / "safety-house-group-tabloid-portrait-en.pdf"
    assert (code, out) == (0, "")
    assert [p.name for p in here.iterdir()] == [file.name]
    assert err.startswith(f"{file.name}  11 × 17 in, ")
    with pikepdf.open(file) as pdf:
        assert [float(n) for n in pdf.pages[0].mediabox] == [0, 0, 792, 1224]


def test_poster_on_any_paper(here: Path, asked: Asked) -> None:
    assert asked("poster", "three-houses", "--paper", "600 x 900 mm", "-q") == (0, "", "")
    with pikepdf.open(here / "three-houses-600x900mm-landscape-en.pdf") as pdf:
        width, height = (float(n) / 72 * 25.4 for n in list(pdf.pages[0].mediabox)[2:])
    assert (width, height) == pytest.approx((900, 600), abs=0.004)


def test_poster_to_standard_output(here: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert answer(["poster", "three-houses", "-o", "-"]) == 0
    shown = capfdbinary.readouterr()
    assert shown.out.startswith(b"%PDF-1.7")
    assert shown.out.rstrip().endswith(b"%%EOF")
    assert shown.err == b""
    assert not list(here.iterdir())


def test_poster_is_not_for_the_screen(asked: Asked, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    code, out, err = asked("poster", "three-houses", "-o", "-")
    assert (code, out) == (2, "")
    assert "> poster.pdf" in err


def test_same_words_same_bytes(here: Path, asked: Asked) -> None:
    for name in ("a.pdf", "b.pdf"):
        asked("poster", "action-plan", "--paper", "letter", "-o", name)
    assert (here / "a.pdf").read_bytes() == (here / "b.pdf").read_bytes()


def test_own_file_is_replaced_and_others_are_not(here: Path, asked: Asked) -> None:
    for _ in range(2):
        assert asked("poster", "three-houses", "--paper", "letter", "-o", "a.pdf")[0] == 0
    (here / "minutes.pdf").write_bytes(b"%PDF-1.4 minutes of a meeting")
    code, _, err = asked("poster", "three-houses", "-o", "minutes.pdf")
    assert code == 3
    assert "--force" in err
    assert (here / "minutes.pdf").read_bytes() == b"%PDF-1.4 minutes of a meeting"
    assert asked("poster", "three-houses", "-o", "minutes.pdf", "--force")[0] == 0


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (("three-house",), "three-houses"),
        (("three-houses", "--paper", "arch-dd"), "did you mean arch-d"),
        (("three-houses", "--paper", "2x3in"), "the nearest is 5x5in"),
        (("three-houses", "--paper", "500x600in"), "the nearest is 100x120in"),
        (("three-houses", "--paper", "half-letter"), "the smallest paper it is made for is letter"),
        (("three-houses", "--lang", "xx"), "it has: ar, en, es"),
        (("three-houses", "--variant", "teens"), "did you mean teen?"),
        (("safety-house", "--set", "red=of"), "red=off"),
        (("three-houses", "--set", "chimney=off"), "no setting “chimney”"),
        (("three-houses", "--orientation", "sideways"), "'landscape'"),
        (("three-houses", "--paper"), "requires an argument"),
    ],
)
def test_wrong_wishes(here: Path, asked: Asked, argv: tuple[str, ...], said: str) -> None:
    code, out, err = asked("poster", *argv)
    assert (code, out) == (2, "")
    assert said in err
    assert not list(here.iterdir())


def test_setting_changes_the_drawing(here: Path, asked: Asked) -> None:
    def zones(*argv: str) -> set[str]:
        data = json.loads(asked("inspect", "safety-house", "--zones", "--json", *argv)[1])
        return {region["name"] for region in data["regions"]}

    assert zones() - zones("--set", "red=off") == {"red"}


def test_inspect_measures_in_poster_units(asked: Asked) -> None:
    small, large = (
        json.loads(asked("inspect", "three-houses", "--json", "--paper", paper)[1]) for paper in ("18x27in", "arch-d")
    )
    assert (large["width"], large["height"]) == (3600, 2400)
    assert large["points_per_unit"] == pytest.approx(0.72)
    zones = [region for region in large["regions"] if region["kind"] == "zone"]
    assert len(zones) == 3
    assert zones == [region for region in small["regions"] if region["kind"] == "zone"]
    assert sum(region["kind"] == "mark" for region in large["regions"]) == 4
    assert all(0 <= x <= 3600 and 0 <= y <= 2400 for zone in zones for x, y in zone["polygon"])


# ------------------------------------------------------------------------------------------ preview


def test_preview(here: Path, asked: Asked) -> None:
    from PIL import Image

    assert asked("preview", "three-houses", "--width", "900", "--colours", "32", "-o", "a.png")[0] == 0
    with Image.open(here / "a.png") as image:
        assert image.size == (900, 600)
        assert image.mode == "P"
    assert asked("preview", "three-houses", "--width", "900", "-o", "a.png")[0] == 0  # its own file: no --force
    for option, value in (("--width", "99999"), ("--width", "0"), ("--colours", "1"), ("--colours", "257")):
        code, _, err = asked("preview", "three-houses", option, value, "-o", "b.png")
        assert (code, value in err) == (2, True)
    assert asked("preview", "three-houses", "--colours", "few")[0] == 2
    assert not (here / "b.png").exists()


# ------------------------------------------------------------------------------------------ new, check, build


@pytest.mark.parametrize("paper", ["letter", "arch-d", "a1"])
@pytest.mark.parametrize("turned", ["landscape", "portrait"])
def test_new_tool_builds_at_once(here: Path, asked: Asked, paper: str, turned: str) -> None:
    assert asked("new", "tool", "family-tree")[0] == 0
    layout = (here / "family-tree" / "layout.yaml").read_text()
    assert "tool: family-tree " in layout
    assert "my-tool" not in layout
    code, out, err = asked("check", "family-tree", "--strict")
    assert (code, out) == (0, ""), err
    code, _, err = asked("poster", "family-tree", "--paper", paper, "--orientation", turned)
    assert code == 0, err
    assert (here / f"family-tree-{paper}-{turned}-en.pdf").is_file()


def test_new_kit_builds_at_once(here: Path, asked: Asked) -> None:
    assert asked("new", "kit", "green-county")[0] == 0
    assert "name: Green County" in (here / "green-county" / "sopprint.yaml").read_text()
    assert asked("check", "green-county", "--strict")[0] == 0
    code, out, _ = asked("build", "green-county", "--list")
    assert code == 0
    assert len(out.splitlines()) == 9 * 6  # two posters, guide, booklet, two quick guides
    assert asked("build", "green-county", "--only", "action-plan", "-o", "made")[0] == 0
    made = {p.name for p in (here / "made").glob("*.pdf")}
    assert made == {
        "action-plan-arch-d-landscape-en.pdf", "action-plan-tabloid-landscape-en.pdf",
        "action-plan-guide-half-letter-en.pdf", "action-plan-guide-booklet-half-letter-en.pdf",
        "action-plan-quick-guide-line-staff-letter-en.pdf", "action-plan-quick-guide-leaders-letter-en.pdf",
    }  # fmt: skip


def test_new_refuses(here: Path, asked: Asked) -> None:
    (here / "there").mkdir()
    assert asked("new", "tool", "there")[0] == 2
    assert asked("new", "tool", "../up")[0] == 2
    assert asked("new", "tool", "Über")[0] == 2
    assert asked("new", "tool")[0] == 2
    assert asked("new", "poster", "name")[0] == 2
    assert asked("new", "kit", "a" * 41)[0] == 2
    assert [p.name for p in here.iterdir()] == ["there"]


def broken_tool(here: Path, asked: Asked) -> Path:
    asked("new", "tool", "broken")
    layout = here / "broken" / "layout.yaml"
    text = layout.read_text()
    layout.write_text(text.replace("colour: green", "color: green").replace("smallest: letter", "smallest: 3"))
    return layout


def test_check_tells_all_with_places(here: Path, asked: Asked) -> None:
    layout = broken_tool(here, asked)
    code, out, err = asked("check", "broken", "--format", "short")
    lines = layout.read_text().splitlines()
    wrong = [number for number, line in enumerate(lines, 1) if "color:" in line or "smallest: 3" in line]
    assert code == 1
    assert len(wrong) == 3
    assert all(f"broken/layout.yaml:{number}:" in out for number in wrong)
    assert err == ""


def test_check_as_data(here: Path, asked: Asked) -> None:
    broken_tool(here, asked)
    code, out, _ = asked("check", "broken/layout.yaml", "--format", "json")
    found = json.loads(out)
    assert code == 1
    assert {entry["file"] for entry in found} == {"broken/layout.yaml"}
    assert all(entry["code"].startswith("SP") and entry["line"] for entry in found)
    asked("new", "tool", "whole")
    assert json.loads(asked("check", "whole", "--format", "json")[1]) == []


def test_nine_mistakes_in_one_run(here: Path, asked: Asked) -> None:
    (here / "sample").mkdir()
    for fixture in ("right", "nine"):
        text = (ROOT / "tests" / "errors" / f"{fixture}.yaml").read_text(encoding="utf-8")
        _, *parts = re.split(r"^#= (.+)\n", text, flags=re.MULTILINE)
        for name, content in zip(parts[::2], parts[1::2], strict=True):
            (here / "sample" / name).write_text(content, encoding="utf-8")
    code, out, err = asked("check", "sample")
    places = re.findall(r"^(sample/\S+\.yaml:\d+:\d+): error\[SP\d{3}\] ", out, flags=re.MULTILINE)
    of_layout = [place for place in places if "layout.yaml" in place]
    assert code == 1
    assert len(of_layout) == len(set(of_layout)) == 9
    assert out.count("^") >= len(places)
    assert f"1 folder checked: {len(places)} errors" in err


def test_check_measures_what_is_too_long(here: Path, asked: Asked) -> None:
    asked("new", "tool", "wordy")
    words = here / "wordy" / "words.en.yaml"
    lines = words.read_text(encoding="utf-8").split("\n")
    at = next(number for number, line in enumerate(lines) if line.startswith("title: "))
    lines[at] = "title: " + "Words and words " * 9
    words.write_text("\n".join(lines), encoding="utf-8")
    code, out, _ = asked("check", "wordy", "--format", "short")
    assert code == 1
    assert re.fullmatch(
        rf"wordy/words\.en\.yaml:{at + 1}:8: error\[SP201\] .* on letter landscape: \d+\.\d mm too long .*\n", out
    )


def test_check_and_build_tell_a_kits_mistakes(here: Path, asked: Asked) -> None:
    asked("new", "kit", "county")
    kit = here / "county" / "sopprint.yaml"
    kit.write_text(kit.read_text().replace("[arch-d, tabloid]", "[arch-d, napkin]").replace("all  ", "[nix]"))
    for command in ("check", "build"):
        code, out, err = asked(command, "county")
        assert code == 1
        assert "error[SP126] there is no paper “napkin”" in out + err
        assert "error[SP132] there is no tool “nix”" in out + err
        assert "county/sopprint.yaml:" in out + err
    assert not (here / "out").exists()


def test_check_finds_what_is_here(here: Path, asked: Asked) -> None:
    broken_tool(here, asked)
    asked("new", "kit", "county")
    code, _, err = asked("check")
    assert code == 1
    assert "2 folders checked: " in err
    assert asked("check", "nowhere")[0] == 2
    assert asked("check", "three-houses")[2].startswith("1 folder checked")  # one that comes with the program


@pytest.mark.parametrize(
    "argv", [("nowhere",), ("broken/notes.txt",), ("--format", "xml"), ("broken", "--loud"), ("broken", "nowhere")]
)
def test_check_refuses(here: Path, asked: Asked, argv: tuple[str, ...]) -> None:
    broken_tool(here, asked)
    code, out, err = asked("check", *argv)
    assert (code, out) == (2, "")
    assert err


def test_shipped_tools_are_clean(here: Path, asked: Asked) -> None:
    """A computer without fonts for Chinese adds a note for each language that it cannot lay out."""
    code, out, err = asked("check", "--strict")
    assert code == 0
    assert out.count("[SP") == out.count("note[SP306]")
    assert err in ("9 folders checked, nothing found\n", "9 folders checked: 0 errors, 0 warnings\n")


def test_broken_tool_makes_no_file(here: Path, asked: Asked) -> None:
    broken_tool(here, asked)
    code, out, err = asked("poster", "broken")
    assert (code, out) == (1, "")
    assert "layout.yaml:" in err
    assert not list(here.glob("*.pdf"))


def test_build_goes_on_after_a_failure(here: Path, asked: Asked) -> None:
    asked("new", "kit", "county")
    asked("new", "tool", "broken", "--in", "county/tools")
    asked("new", "tool", "whole", "--in", "county/tools")
    words = here / "county" / "tools" / "broken" / "words.en.yaml"
    words.write_text(words.read_text().replace("What happens next?", "W" * 500))
    code, _, err = asked("build", "county", "--only", "[bw]*o*", "--jobs", "2")
    assert code == 1
    assert "failed: broken arch-d en" in err
    assert {p.name for p in (here / "out").glob("*.pdf")} == {
        "whole-arch-d-landscape-en.pdf", "whole-tabloid-landscape-en.pdf",
    }  # fmt: skip


def test_build_refuses_what_cannot_be(here: Path, asked: Asked) -> None:
    asked("new", "kit", "county")
    (here / "file").write_text("mine")
    assert asked("build", "county", "--jobs", "0")[0] == 2
    code, _, err = asked("build", "county", "-o", "file")
    assert (code, "file is not a folder" in err) == (2, True)
    code, _, err = asked("build", "county", "--only", "zzz")
    assert (code, "its tools are action-plan" in err) == (2, True)
    assert (here / "file").read_text() == "mine"
    assert not (here / "out").exists()


def test_build_needs_a_kit(here: Path, asked: Asked) -> None:
    code, _, err = asked("build")
    assert code == 2
    assert "sopprint new kit" in err


# ------------------------------------------------------------------------------------------ schema


@pytest.mark.parametrize("kind", KINDS)
def test_schema_accepts_what_is_shipped_and_no_more(kind: str) -> None:
    files = {
        "tool": "layouts/*/layout.yaml", "words": "layouts/*-*/words.en.yaml", "kit": "templates/kit/sopprint.yaml",
        "theme": "layouts/theme.yaml", "shop": "templates/shops/*.yaml", "share": "examples/safety-network/share.yaml",
    }  # fmt: skip
    validator = jsonschema.Draft202012Validator(schema(kind))
    jsonschema.Draft202012Validator.check_schema(schema(kind))
    found = sorted(ROOT.glob(files[kind]))
    assert found
    for file in found:
        data = plain(read(file.read_text(encoding="utf-8"), file.name))
        assert [e.message for e in validator.iter_errors(data)] == [], file
        assert list(validator.iter_errors({**data, "nonsense": 1}))


@pytest.mark.parametrize("kind", KINDS)
def test_committed_schema_is_current(kind: str, asked: Asked) -> None:
    committed = (ROOT / "docs" / "schema" / f"{kind}.json").read_text(encoding="utf-8")
    assert committed == asked("schema", kind)[1], "run `make schemas`"


def test_check_without_a_path_passes_over_our_own_starters(monkeypatch: pytest.MonkeyPatch) -> None:
    from sopprint.cli.check import _folders

    monkeypatch.chdir(Path(__file__).parents[2])
    found = {folder.as_posix() for folder in _folders(())}
    assert {"layouts/three-houses", "examples/county-kit"} <= found
    assert not any(name.startswith("templates") for name in found)
