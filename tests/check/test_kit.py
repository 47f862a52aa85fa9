"""A kit's file is checked against the tools and files there are; every mistake has its place."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sopprint.check.kit import check_kit

ROOT = Path(__file__).parent.parent.parent
EXPECTED = re.compile(r"^#! (SP\d{3}) (\d+): (.*)$")
KIT = """\
county:
  name: Green
#! SP004 9: is not a file in this folder
  logo: ../seal.svg
#! SP127 9: no file “marc.svg”
  mark: marc.svg
#! SP401 11: contrast of 1.9 to 1
#! SP140 38: 290 % of ink
  accent: {screen: "#EEAA00", press: [90, 90, 90, 20]}
posters:
#! SP132 11: no tool “three-house”
  tools: [three-house, safety-house, my-own]
#! SP126 20: no paper “tabloide”
#! SP126 30: out of range
  papers: [arch-d, tabloide, 2x3in]
#! SP130 19: no words in “xx” for safety-house, my-own
  languages: [en, xx]
#! SP133 14: no variant “grup”
#! SP133 33: whose variant
#! SP132 40: no tool “nix”
  variants: [safety-house/grup, group, nix/a]
settings:
#! SP134 18: no setting “rad”
  safety-house: {rad: true, red: false}
#! SP132 3: no tool “nix”
  nix: {red: true}
"""


@pytest.fixture
def kit(tmp_path: Path) -> Path:
    own = tmp_path / "tools" / "my-own"
    own.mkdir(parents=True)
    for file in (ROOT / "templates" / "tool").iterdir():
        (own / file.name).write_text(file.read_text().replace("my-tool", "my-own"))
    (tmp_path / "mark.svg").write_text("<svg/>")
    return tmp_path


def test_every_mistake_is_found_at_its_place(kit: Path) -> None:
    (kit / "sopprint.yaml").write_text(KIT, encoding="utf-8")
    wanted, waiting = [], []
    for number, line in enumerate(KIT.split("\n"), 1):
        if match := EXPECTED.match(line):
            waiting.append(match)
        else:
            wanted += [(m[1], number, int(m[2]), m[3]) for m in waiting]
            waiting = []
    found = [(d.code, d.place.line, d.place.column, d.message) for d in check_kit(kit) if d.place]
    assert [f[:3] for f in found] == [w[:3] for w in wanted]
    assert all(part in message for (*_, part), (*_, message) in zip(wanted, found, strict=True))


def test_hints_name_the_nearest(kit: Path) -> None:
    (kit / "sopprint.yaml").write_text(KIT, encoding="utf-8")
    hints = [hint for d in check_kit(kit) for hint in d.hints]
    for near in ("mark.svg", "three-houses", "tabloid", "group", "red"):
        assert any(f"“{near}”" in hint for hint in hints), near


@pytest.mark.parametrize("folder", ["examples/county-kit", "templates/kit"])
def test_ours_are_right(folder: str) -> None:
    assert [d.message for d in check_kit(ROOT / folder)] == []


def test_unknown_keys_and_wrong_values_are_told_too(kit: Path) -> None:
    (kit / "sopprint.yaml").write_text("county: {name: Green, moto: x}\nposters: {papers: [nix], tools: some}\n")
    assert {d.code for d in check_kit(kit)} >= {"SP101", "SP126"}
