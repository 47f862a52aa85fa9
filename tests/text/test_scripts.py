from __future__ import annotations

import pytest

from sopprint.text.characters import is_right_to_left
from sopprint.text.scripts import has_right_to_left, is_plain, runs, script


@pytest.mark.parametrize(
    ("character", "expected"),
    [("a", "Latn"), ("ế", "Latn"), ("ж", "Cyrl"), ("ա", "Armn"), ("ش", "Arab"), ("۵", "Arab"), ("क", "Deva"),
     ("ਕ", "Guru"), ("ก", "Thai"), ("ກ", "Laoo"), ("ក", "Khmr"), ("家", "Hani"), ("い", "Hani"), ("ア", "Hani"),
     ("집", "Hang"), ("1", ""), (" ", ""), ("(", ""), ("،", ""), ("।", ""), ("\u0301", ""), ("。", "")],
)  # fmt: skip
def test_script(character: str, expected: str) -> None:
    assert script(character) == expected


@pytest.mark.parametrize(
    "text", ["", "What works?", "¿Qué?", "“Điều gì…” — 1", "Что нас беспокоит?", "ไทย 1", "家、いえ", "हिन्दी।"]
)
def test_one_script_from_left_to_right_is_plain(text: str) -> None:
    assert is_plain(text)


@pytest.mark.parametrize("text", ["سلام", "שלום", "ไทย abc", "家 SOP", "a\u202eb", "\u2067a\u2069", "١٢٣"])
def test_two_scripts_or_another_direction_are_not(text: str) -> None:
    assert not is_plain(text)


def test_marks_and_digits_go_with_what_is_before_them() -> None:
    text = "(1) ไทย 2, abc!"
    assert [(text[a:b], name) for a, b, name in runs(text)] == [("(1) ไทย 2, ", "Thai"), ("abc!", "Latn")]
    assert runs("12") == ((0, 2, ""),)
    assert runs("") == ()


def test_direction_of_a_text() -> None:
    assert has_right_to_left("a ש")
    assert has_right_to_left("a\u202eb")
    assert not has_right_to_left("a\u2066b\u2069 家")


@pytest.mark.parametrize(
    ("lang", "expected"),
    [("ar", True), ("fa", True), ("he-IL", True), ("ur", True), ("pa-Arab", True), ("az-Arab-IR", True), ("en", False),
     ("pa", False), ("zh-Hant", False), ("ar-Latn", False), ("ar-EG", True), ("arn", False), ("fa-AF", True)],
)  # fmt: skip
def test_direction_of_a_language(lang: str, expected: bool) -> None:
    assert is_right_to_left(lang) is expected
