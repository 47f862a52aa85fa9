"""The tiny layouts of the element reference: each file in `elements/` as a tool that can be checked and drawn.

Purpose: what `reference.py` prints, `pictures.py` draws and the tests build is one and the same file. Not here: looks.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple

import yaml

FOLDER = Path(__file__).parent / "elements"
NOTES = "settings"  # elements/settings.yaml explains settings and is no snippet


class Snippet(NamedTuple):
    """One element in use: the size of its box, how far it reaches above it (u), and what authors write."""

    name: str
    shown: tuple[float, float]
    over: float
    layout: str
    words: str

    def files(self) -> dict[str, str]:
        """The files of a tool that shows nothing but this, in the top left corner of the body (JSON is YAML)."""
        body, zones = yaml.safe_load(self.layout), yaml.safe_load(self.words) or {}
        width, height = self.shown
        placed = {**body, "at": {"left": 0, "top": self.over, "width": width, "height": height}}
        layout = {
            "tool": self.name,
            "edition": "2026.1",
            "attribution": {"tool": self.name, "by": ["sopprint"]},
            "order": list(zones),
            "body": {"draw": "overlay", "items": [placed]},
        }
        words = {
            "language": "en",
            "title": self.name,
            "purpose": "One element in use",
            "zones": zones,
            "footer": {"how_to": ["Look"], "ticks": ["Seen"], "credit": "By sopprint"},
        }
        return {"layout.yaml": json.dumps(layout), "words.en.yaml": json.dumps(words)}

    def write(self, parent: Path) -> Path:
        """Make the tool's folder, art included; returns it."""
        folder = parent / self.name
        folder.mkdir()
        for name, text in self.files().items():
            (folder / name).write_text(text, encoding="utf-8")
        for art in FOLDER.glob("*.svg"):
            (folder / art.name).write_bytes(art.read_bytes())
        return folder


def snippets() -> tuple[Snippet, ...]:
    """All of them, by name."""
    return tuple(_read(file) for file in sorted(FOLDER.glob("*.yaml")) if file.stem != NOTES)


def notes() -> dict[str, dict[str, str]]:
    """What settings mean: by class of `model/elements.py`, and under "any" for those that mean the same everywhere."""
    read: dict[str, dict[str, str]] = yaml.safe_load((FOLDER / f"{NOTES}.yaml").read_text(encoding="utf-8"))
    return read


def _read(file: Path) -> Snippet:
    text = file.read_text(encoding="utf-8")
    head, _, rest = text.partition("layout:\n")
    layout, _, words = rest.partition("words:")
    room: dict[str, Any] = yaml.safe_load(head)
    width, height = room["shown"]
    return Snippet(file.stem, (width, height), room.get("over", 0), _outdented(layout), _outdented(words))


def _outdented(text: str) -> str:
    lines = text.strip("\n").split("\n")
    return "\n".join(line.removeprefix("  ") for line in lines).strip()
