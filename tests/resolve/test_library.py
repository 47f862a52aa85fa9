"""The library: a poster reads its words down to `guide:`, and yet no mistake is lost."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from sopprint.errors import SopprintError
from sopprint.paper import paper
from sopprint.resolve.library import Library
from sopprint.resources import shipped

if TYPE_CHECKING:
    from pathlib import Path

    from sopprint.diagnostics import Diagnostic

GUIDE = "guide:\n  subtitle: Words nobody reads here\n  # a remark\n# another, in the first column\n"


@pytest.fixture
def tool(tmp_path: Path) -> Path:
    """A copy of Three Houses, without its guide."""
    folder = tmp_path / "houses"
    shutil.copytree(shipped("layouts").root / "three-houses", folder)
    words = folder / "words.en.yaml"
    words.write_text(words.read_text(encoding="utf-8").partition("\nguide:")[0] + "\n", encoding="utf-8")
    return folder


def append(tool: Path, text: str) -> None:
    with (tool / "words.en.yaml").open("a", encoding="utf-8") as words:
        words.write(text)


def title(tool: Path) -> str:
    phrase = Library.open(None, (tool,)).document(tool.name, lang="en", paper=paper("letter")).words.phrase("title")
    return phrase.text if phrase else ""


def mistakes(tool: Path) -> tuple[Diagnostic, ...]:
    with pytest.raises(SopprintError) as failure:
        title(tool)
    return failure.value.diagnostics


def test_words_with_and_without_a_guide(tool: Path) -> None:
    plain = title(tool)
    append(tool, GUIDE)
    assert title(tool) == plain == "The Three Houses"


def test_a_key_after_the_guide_is_read_too(tool: Path) -> None:
    append(tool, GUIDE + "reviewed_on: [1]\n")
    places = {d.place.line for d in mistakes(tool) if d.place}
    lines = (tool / "words.en.yaml").read_text(encoding="utf-8").splitlines()
    assert len(lines) in places  # the last line


def test_a_mistake_above_the_guide_tells_of_the_guide_too(tool: Path) -> None:
    words = tool / "words.en.yaml"
    words.write_text(words.read_text(encoding="utf-8").replace("title:", "titel:", 1), encoding="utf-8")
    alone = len(mistakes(tool))
    append(tool, GUIDE)
    assert len(mistakes(tool)) > alone >= 1
