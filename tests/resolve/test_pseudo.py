"""Pseudo-languages: longer, bracketed, with everything in its place that is not words; and posters in them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopprint.layout.poster import lay_out
from sopprint.model.guide import Words
from sopprint.paper import paper
from sopprint.resolve.library import Library
from sopprint.resolve.pseudo import pseudo_text
from sopprint.resolve.texts import texts
from sopprint.resources import shipped

TOOLS = [name.split("/")[0] for name in shipped("layouts").names("*/layout.yaml")]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Good things", "[Göödd thîîñgš]"),
        ("{page} of {pages}", "[{page} ööf {pages}]"),
        ("**Stop** or [see](https://a.org/b)", None),
        ("3", "3"),
        ("–", "–"),
    ],
)
def test_words_change_and_the_rest_stays(text: str, said: str | None) -> None:
    made = pseudo_text(text, "qps")
    for kept in re.findall(r"\{.*?\}|\*\*|\]\(.*?\)|\d", text):
        assert made.count(kept) == text.count(kept)
    if said in ("3", "–"):
        assert made == said
    else:
        assert made.startswith("[")
        assert made.endswith("]")


@pytest.mark.parametrize("lang", ["qps", "qps-rtl"])
def test_boxes_lists_tables_and_fields_stay(lang: str) -> None:
    text = "First words.\n\n::: say\n“Say this”.\n:::\n\n- one\n- two\n\n| a | b |\n|---|---|\n| c | d |\n\nLast.\n"
    made = pseudo_text(text, lang)
    assert re.findall(r"^:::.*$|^- |^\|---\|---\|$|\|", made, re.MULTILINE) == re.findall(
        r"^:::.*$|^- |^\|---\|---\|$|\|", text, re.MULTILINE
    )
    assert made.startswith("[")
    assert made.endswith("]\n")
    assert re.findall(r":\d+", pseudo_text("Date:9|Meeting type:9|of:4", lang)) == [":9", ":9", ":4"]
    assert pseudo_text("Date:9|of:4", lang).endswith(":4")


@given(st.text("abcdefghij klmnop.", min_size=1, max_size=300), st.sampled_from(["qps", "qps-rtl"]))
def test_never_longer_than_allowed(text: str, lang: str) -> None:
    assert len(pseudo_text(text, lang, len(text))) <= max(len(text), 1)
    assert len(pseudo_text(text, lang, 200)) <= max(200, len(text))


@given(st.text("abcdefghijklmnop ", min_size=20, max_size=300).filter(lambda text: re.search("[aeiou]", text)))
def test_two_fifths_longer(text: str) -> None:
    assert round(len(text) * 1.4) == len(pseudo_text(text, "qps"))


def test_right_to_left_is_arabic_and_says_so() -> None:
    library = Library.open()
    node = library.words_node("three-houses", "qps-rtl")
    assert node.get("language").text == "qps-rtl"
    assert node.get("dir").text == "rtl"
    assert not re.search(r"[A-Za-z]", node.at(("zones", "good", "name")).text)
    assert library.document("three-houses", lang="qps-rtl", paper=paper("arch-d")).direction == "rtl"


@pytest.mark.parametrize("tool", TOOLS)
def test_everything_but_texts_is_as_in_english(tool: str) -> None:
    library = Library.open()
    english, made = (texts(library.words_node(tool, lang), Words) for lang in ("en", "qps"))
    assert list(english) == list(made)
    library.whole_words(tool, "qps")  # decodes: zones, icons and lengths are right
    for name, text in english.items():
        assert len(text.forms) == len(made[name].forms)
        assert made[name].node.place == text.node.place, "mistakes point into the English file"


@pytest.mark.parametrize("tool", TOOLS)
def test_all_nine_posters_can_be_laid_out(tool: str) -> None:
    """At 40 % longer, on the paper they are made for. On letter some words do not fit, and that is an error as ever."""
    library = Library.open()
    laid = lay_out(library.document(tool, lang="qps", paper=paper("arch-d"), orientation="landscape"))
    assert [finding.message for finding in laid.report.errors] == []


def test_any_tool_of_a_kit_has_them(tmp_path) -> None:
    (tmp_path / "sopprint.yaml").write_text("county: {name: Green}\n", encoding="utf-8")
    (tmp_path / "words").mkdir()
    changed = "language: en\ntitle: Our Houses\n"
    (tmp_path / "words/three-houses.en.yaml").write_text(changed, encoding="utf-8")
    node = Library.open(tmp_path).words_node("three-houses", "qps")
    assert node.get("title").text.startswith("[Öö")
