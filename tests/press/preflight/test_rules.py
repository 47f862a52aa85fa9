"""Every rule has a broken file that it catches."""

from __future__ import annotations

import re
from pathlib import Path

import sopprint.press.preflight as package
from sopprint.press.preflight.rules.registry import RULES

SOURCE = Path(package.__file__).parent
NAME = re.compile(r'"((?:actions|annotations|bleed|boxes|colour|file|fonts|images|ink|intent|lines|metadata|page|spots'
                  r'|text|transparency)\.[a-z0-9-]+)"')  # fmt: skip


def named(folder: Path) -> set[str]:
    return {name for file in folder.rglob("*.py") for name in NAME.findall(file.read_text(encoding="utf-8"))}


def test_every_rule_is_tested() -> None:
    assert sorted(named(SOURCE) - named(Path(__file__).parent)) == []


def test_every_function_of_the_rules_is_registered() -> None:
    registered = {f"{rule.__module__}.{rule.__name__}" for rule in RULES}
    public = {
        f"sopprint.press.preflight.rules.{file.stem}.{name}"
        for file in (SOURCE / "rules").glob("*.py")
        for name in re.findall(r"^def ([a-z]\w*)\(\n?\s*survey: Survey", file.read_text(encoding="utf-8"), re.MULTILINE)
    } - {"sopprint.press.preflight.rules.measures.printed"}
    assert registered == public
