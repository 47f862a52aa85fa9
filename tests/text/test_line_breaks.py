from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sopprint.text.breaks import _LETTER, _PLAIN, breaks, by_tables


def pieces(text: str) -> list[str]:
    ends = breaks(text)
    return [text[a:b] for a, b in zip((0, *ends), ends, strict=False)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("What works well", "What |works |well"),
        ("¿Qué nos preocupa?", "¿Qué |nos |preocupa?"),
        ("check-in at 24-36", "check-|in |at |24-36"),
        ("his/her 1/2", "his/|her |1/2"),
        ("a\u00a0b c", "a\u00a0b |c"),
        ("ex\u00adample", "ex\u00ad|ample"),
        ("one — two", "one |— |two"),
        ("Bonjour !", "Bonjour !"),
        ("家庭会议。好", "家|庭|会|议。|好"),
        ("안전한 우리집", "안전한 |우리집"),
        ("a  b", "a  |b"),
        ("first\nsecond", "first\n|second"),
        ("over\u200bthere", "over\u200b|there"),
    ],
)
def test_legal_breaks(text: str, expected: str) -> None:
    assert pieces(text) == expected.split("|")


def test_no_text_has_no_breaks() -> None:
    assert breaks("") == ()


WORDS = st.text("aBéñ1ữж0-/.,:;’'?!…)”(¿¡“", min_size=1, max_size=5)


@given(st.lists(WORDS, min_size=1, max_size=6).map(" ".join))
@example("families’ (initials)")
@example("“¿Qué?” (no)…")
@example("1-a a-1 1/a a/1 a/b-c")
def test_the_pattern_and_the_tables_agree(text: str) -> None:
    assert breaks(text) == by_tables(text)


def test_the_pattern_answers_for_ordinary_sentences() -> None:
    for text in (
        "What are we worried about?",
        "¿Qué está bien?",
        "Family, team and date (initials only)",
        "Дети и дом.",
    ):
        assert _PLAIN.fullmatch(text), text


def test_every_letter_of_the_pattern_breaks_like_a_letter() -> None:
    letters = [chr(code) for code in range(0x2000) if re.match(f"[{_LETTER}]", chr(code))]
    assert len(letters) > 900
    text = " ".join(f"{c}{c} 1{c}1 {c}-{c} {c}/{c} ({c}) {c}’{c}, “{c}”" for c in letters)
    assert _PLAIN.fullmatch(text)
    assert breaks(text) == by_tables(text)
