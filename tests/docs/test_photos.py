"""docs/photos.md names every finding that photographs can have, and no other."""

from __future__ import annotations

import ast
import re
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent


def codes(module: Path) -> set[str]:
    """The second argument of every finding that is made."""
    calls = [n for n in ast.walk(ast.parse(module.read_text(encoding="utf-8"))) if isinstance(n, ast.Call)]
    made = [call for call in calls if isinstance(call.func, ast.Name) and call.func.id == "Finding"]
    return {str(call.args[1].value) for call in made if isinstance(call.args[1], ast.Constant)}


def test_findings_and_their_table_agree() -> None:
    sources = (ROOT / "sopprint/photo").glob("*.py")
    found = {code for path in sources for code in codes(path)}
    table = (ROOT / "docs/photos.md").read_text(encoding="utf-8").split("## What the report says")[1].split("\n## ")[0]
    rows = [line.split("|")[1] for line in table.splitlines() if line.startswith("| `")]
    assert len(found) > 12
    assert {code for row in rows for code in re.findall(r"`([a-z-]+)`", row)} == found
