"""What print shops are told is so: commands run, the table is the profiles’, the ledger’s tests are there."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from sopprint.cli import answer
from sopprint.model.kit import Kit
from sopprint.model.shop import Shop
from sopprint.press.shop import load, names
from sopprint.source.load import faults
from sopprint.source.nodes import Node, read

if TYPE_CHECKING:
    import pytest

ROOT = Path(__file__).parent.parent.parent
PAGE = (ROOT / "docs" / "print-shops.md").read_text(encoding="utf-8")
LEDGER = (ROOT / "docs" / "conformance" / "x-4.md").read_text(encoding="utf-8")


def test_every_command_works(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    commands = re.findall(r"^sopprint (.+)$", PAGE, flags=re.MULTILINE)
    assert len(commands) >= 5
    for command in commands:
        assert answer(command.split()) == 0, command


def test_the_yaml_is_right() -> None:
    kit, shop = (read(block, "example.yaml") for block in re.findall(r"```yaml\n(.*?)```", PAGE, flags=re.DOTALL))
    county = read("county: {name: River County}\n", "example.yaml").value
    assert isinstance(county, dict)
    assert isinstance(kit.value, dict)
    assert faults(Node(county | kit.value, kit.place, kit.span), Kit) == ()
    assert faults(shop, Shop) == ()


def test_the_table_of_profiles_is_the_profiles() -> None:
    rows = dict(re.findall(r"^\| `([a-z-]+)`(?: \(the default\))? \| (.*in.*) \|$", PAGE, flags=re.MULTILINE))
    assert set(rows) == set(names())
    for name, row in rows.items():
        shop = load(name).shop
        edge, marks, film, ink = row.split(" | ")
        told = f"bleed {shop.most_bleed / 72:g} in" if shop.most_bleed else shop.border.replace("in", " in")
        assert edge.startswith(told)
        assert (marks == "yes") == (shop.marks is not None)
        assert film.startswith(shop.lamination.edge if shop.lamination else "none")
        assert ink == f"{shop.ink_limit:g} %"


def test_the_ledger_names_tests_that_are_there() -> None:
    there = set()
    for file in (ROOT / "tests").rglob("test_*.py"):
        there |= {file.name, *re.findall(r"def (test_\w+)", file.read_text(encoding="utf-8"))}
    named = re.findall(r"`(?:\w+/)?(test_\w+(?:\.py)?)(…?)`", LEDGER)
    assert len(named) > 25
    lacking = [name for name, more in named if not any(t.startswith(name) if more else t == name for t in there)]
    assert lacking == []
