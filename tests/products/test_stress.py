"""Words that are too much: they are laid out well, or refused with their place. Nothing is cut, nothing hangs."""

from __future__ import annotations

import re

import pypdfium2
import pytest

from sopprint.errors import SopprintError
from tests.standards import checkers

INSTEAD = "    instead: |\n"
LONG = " ".join(f"word{n} and" for n in range(150))  # 300 words
ROWS = "\n".join(f"      | row {n} | what is done in row {n}, and by whom |" for n in range(1, 41))
TABLE = f"      | Row | What |\n      |-----|------|\n{ROWS}\n"
NESTED = "".join(f"      {'  ' * level}- level {level + 1} of five\n" for level in range(5))


def words(extra: str) -> tuple[str, str, str]:
    return "words.en.yaml", INSTEAD, f"{INSTEAD}{extra}\n"


def pages(data: bytes) -> list[str]:
    return [" ".join(page.get_textpage().get_text_range().split()) for page in pypdfium2.PdfDocument(data)]


@pytest.mark.parametrize("sheet", ["half-letter", "letter"])
@pytest.mark.parametrize(
    ("extra", "expected"),
    [
        (f"      {LONG}\n", [f"word{n}" for n in range(150)]),
        (TABLE, [f"in row {n}," for n in range(1, 41)]),
        (NESTED, [f"level {level} of five" for level in range(1, 6)]),
    ],
    ids=["paragraph", "table", "list"],
)
def test_much_is_laid_out_well(own, sheet, extra, expected):
    made = own("three-houses", words(extra)).made("three-houses", "guide", sheet)
    text = " ".join(pages(made.data))
    positions = [text.find(piece) for piece in expected]
    assert -1 not in positions
    assert positions == sorted(positions)
    assert made.pages % 4 == 0
    assert checkers.ours(made.data) == []
    assert checkers.page_validation(made.data) == []


def test_a_long_table_says_its_head_again(own):
    made = own("three-houses", words(TABLE)).made("three-houses", "guide")
    with_rows = [text for text in pages(made.data) if re.search(r"row \d+, and by whom", text)]
    assert len(with_rows) > 1
    assert all("Row What" in text for text in with_rows)


def place_of(own, sentence: str) -> str:
    """What is said of a text that cannot be set, and where; its line must be where the sentence was put."""
    shelf = own("three-houses", words(f"      {sentence}\n"))
    with pytest.raises(SopprintError) as refused:
        shelf.made("three-houses", "guide")
    found = refused.value.diagnostics[0]
    file = shelf.shop.library.folder("three-houses").root / "words.en.yaml"
    lines = file.read_text(encoding="utf-8").splitlines()
    assert found.place is not None
    assert found.place.file.endswith("words.en.yaml")
    assert sentence[:20] in lines[found.place.line - 1]
    return f"{found.code} {found.message}"


def test_a_very_long_word_is_refused_at_its_place(own):
    assert re.match(r"SP201 “x+” is [\d.]+ mm too long", place_of(own, "x" * 120))


def test_a_picture_is_refused_at_its_place(own):
    assert place_of(own, "![a map](missing.png) shows the way").startswith("SP03")


def test_an_unknown_box_is_refused_at_its_place(own):
    assert place_of(own, "::: shout").startswith("SP03")


def test_a_character_that_no_font_has_is_refused_at_its_place(own):
    assert "SP301" in place_of(own, "Say \U0001f600 to them and smile")
