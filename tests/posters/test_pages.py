"""Each tool's page as text. Run with SOPPRINT_WRITE_PAGES=1 to write the dumps anew, then read the difference."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from sopprint.frame import dump
from tests.posters.conftest import TOOLS

PAGES = Path(__file__).parent.parent / "pages"


@pytest.mark.parametrize("tool", TOOLS)
def test_page_is_as_it_was(posters, tool):
    file = PAGES / f"{tool}.txt"
    text = dump(posters.laid(tool).page)
    if os.environ.get("SOPPRINT_WRITE_PAGES"):
        file.write_text(text, encoding="utf-8")
    assert text == file.read_text(encoding="utf-8")
