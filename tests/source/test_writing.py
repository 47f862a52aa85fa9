"""Words written into YAML say what was meant, and the rest of the file stays as it was."""

from __future__ import annotations

import unicodedata
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopprint.resources import shipped
from sopprint.source import writing
from sopprint.source.nodes import plain, read
from sopprint.source.writing import edited, written

PAGE = """\
# The head.
title: Good # a remark
list: [One, "Two: and", 'Three']
long:
  - First of two
  # between
  - Second
text: |
  One line.

  Another.

# before the end
deep:
  inner: {a: Here, b: There}
  last: The words go on
    in a second line
end: Done
"""
TEXTS = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=200)
AWKWARD = st.sampled_from(
    ["no", "12:30", "- x", "a: b", "a #b", "# a", "'", '"', "\\", "|", "> x", "{a}", "[a]", "&a", "*a", "!a", "%a",
     "@a", "true", "~", "010", " a ", "a\n", "\na", "a\n\n b\n", "\t", "a\u2028b", "a\x85b", "\ufeff", "…", "...",
     "---", "? a", "مرحبا، كيف", "\u200fא", "a,b", "x:", "1", "-1.5", "a" * 300, "word " * 60]
)  # fmt: skip


@pytest.fixture(autouse=True)
def _in_place(monkeypatch: pytest.MonkeyPatch) -> None:
    """Writing a whole file anew is the way out when a change in place fails, which must not happen."""
    monkeypatch.setattr(writing, "_says", lambda text, data: plain(read(text, "")) == data or pytest.fail(text))


def changed(**texts: Any) -> str:
    node = read(PAGE, "page.yaml")
    return edited(PAGE, node, {**plain(node), **texts})


def test_what_does_not_change_is_left_as_it_was() -> None:
    assert changed() == PAGE


def test_comments_and_other_lines_stay() -> None:
    made = changed(title="Better", long=["First of two", "Last"])
    assert made == PAGE.replace("title: Good #", "title: Better #").replace("- Second", "- Last")


def test_one_form_becomes_several_and_back() -> None:
    assert "title: [Good, Short] # a remark" in changed(title=["Good", "Short"])
    assert "long: One\ntext: |" in changed(long="One")


def test_new_entries_follow_those_they_follow() -> None:
    node = read(PAGE, "page.yaml")
    data = plain(node)
    made = edited(PAGE, node, {"title": "Good", "more": "Words", **data})
    assert "title: Good # a remark\nmore: Words\nlist:" in made
    made = edited(PAGE, node, {**data, "deep": {**data["deep"], "further": {"x": ["a", "b" * 80]}}})
    assert "    in a second line\n  further:\n    x:\n      - a\n      - bbb" in made


def test_long_words_go_on_in_the_next_line() -> None:
    made = changed(title="word " * 40 + "end")
    assert max(map(len, made.split("\n"))) <= 120
    assert "title: word word" in made


@given(TEXTS | AWKWARD)
def test_any_text_can_stand_anywhere(text: str) -> None:
    node = read(PAGE, "page.yaml")
    data = plain(node)
    data |= {"title": text, "list": ["One", text, "Three"], "long": [text, "Second"], "text": text, "end": text}
    data["deep"] = {"inner": {"a": text, "b": "There"}, "last": text}
    made = edited(PAGE, node, data)
    assert plain(read(made, "")) == data
    assert "# between" in made
    assert made.startswith("# The head.\n")


@given(st.recursive(TEXTS | AWKWARD | st.booleans() | st.integers(-99, 99), lambda inner: st.one_of(
    st.lists(inner, min_size=1, max_size=4), st.dictionaries(st.text("abc-z19", min_size=1), inner, min_size=1)
), max_leaves=12))  # fmt: skip
def test_any_data_can_be_written(data: Any) -> None:
    assert plain(read(written({"top": data}), "")) == {"top": data}


@pytest.mark.parametrize("name", shipped("layouts").names("three-*/words.*.yaml"))
def test_words_of_ours_can_be_changed_all_over(name: str) -> None:
    text = shipped("layouts").text(name)
    node = read(text, name)
    data = _turned(plain(node))
    made = edited(text, node, data)
    assert plain(read(made, name)) == data
    comments = [line for line in text.split("\n") if line.startswith("#")]
    assert [line for line in made.split("\n") if line.startswith("#")] == comments


def _turned(data: Any) -> Any:
    if isinstance(data, dict):
        return {key: _turned(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_turned(value) for value in data]
    return unicodedata.normalize("NFD", data) + ': "' if isinstance(data, str) else data
