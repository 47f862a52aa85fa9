"""Words for trying out pages that are read from right to left: each English letter as an Arabic one, and no meaning.
The letters e and u have none, so that words are about as long as Arabic ones.

A kit with such words of every shipped tool, so that the layouts of all nine can be seen mirrored.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sopprint.resolve.library import Library
from sopprint.source.nodes import plain

if TYPE_CHECKING:
    from pathlib import Path

LETTERS = dict(zip("abcdfghijklmnopqrstvwxyz", "ابجدفغحيجكلمنوبقرنتفوشيز", strict=True)) | {"e": "", "u": ""}
ALPHABET = str.maketrans(LETTERS | {small.upper(): arabic for small, arabic in LETTERS.items()} | {"?": "؟", ",": "،"})


def backwards(value: Any) -> Any:
    """The same tree with all texts in Arabic letters; people's names and numbers stay."""
    if isinstance(value, dict):
        return {key: backwards(entry) for key, entry in value.items()}
    if isinstance(value, list | tuple):
        return [backwards(entry) for entry in value]
    if isinstance(value, str) and "Weld" not in value:
        return value.translate(ALPHABET)
    return value


def kit(folder: Path) -> Path:
    """Write a kit with words of every shipped tool."""
    library = Library.open()
    (folder / "words").mkdir(parents=True)
    (folder / "sopprint.yaml").write_text("county: {name: مقاطعة المثال}\nlanguages: [ar]\n", encoding="utf-8")
    for tool in library.tools():
        words = plain(library.words_node(tool.name, "en"))
        words.pop("guide", None)
        text = {**backwards(words), "language": "ar", "dir": "rtl", "reviewed": False}
        (folder / "words" / f"{tool.name}.ar.yaml").write_text(json.dumps(text, ensure_ascii=False), encoding="utf-8")
    return folder
