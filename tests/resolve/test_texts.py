"""What is text in a words file, and what is not: read off the model, and true of every shipped file."""

from __future__ import annotations

import pytest

from sopprint.model.guide import Words
from sopprint.model.guide_common import GuideCommon
from sopprint.model.words import CommonWords
from sopprint.resolve.texts import lists, texts
from sopprint.resources import shipped
from sopprint.source.nodes import Node, read

LAYOUTS = shipped("layouts")
NO_TEXT = {"language", "dir", "reviewed", "reviewed_by", "reviewed_on", "zone", "also", "icon", "usual"}


def node(text: str) -> Node:
    return read(text, "words.yaml")


def test_forms_and_lists_are_told_apart() -> None:
    words = node("title: [Long title, Title]\nfooter: {how_to: [[A, B], C], ticks: [D], credit: E}\nzones: {}")
    assert {name: text.forms for name, text in texts(words, Words).items()} == {
        "title": ("Long title", "Title"),
        "footer.how_to.1": ("A", "B"),
        "footer.how_to.2": ("C",),
        "footer.ticks.1": ("D",),
        "footer.credit": ("E",),
    }
    assert list(lists(words, Words)) == ["footer.how_to", "footer.ticks"]


def test_variants_footers_are_footers() -> None:
    words = node("variants: {teen: {footer: {ticks: [A, [B, C]]}}}")
    assert [text.forms for text in texts(words, Words).values()] == [("A",), ("B", "C")]


def test_names_icons_and_settings_are_no_texts() -> None:
    words = node(
        "language: en\nreviewed: false\nguide: {steps: [{zone: good, also: [other], minutes: 5 min}],"
        " watch: {see: [{icon: sun, text: Words}]}, glance: {modes: [{name: A, usual: true}]}}"
    )
    assert {name.rsplit(".", 1)[1] for name in texts(words, Words)} == {"minutes", "text", "name"}


def test_what_the_model_does_not_know_is_left_out() -> None:
    assert list(texts(node("titel: A\nzones: {good: {nme: B, name: C}}\npurpose: 3"), Words)) == ["zones.good.name"]


@pytest.mark.parametrize("name", LAYOUTS.names("*/*.en.yaml"))
def test_every_string_of_shipped_words_is_one_or_the_other(name: str) -> None:
    """A new kind of setting that is a string must not go to translators, and no text may be forgotten."""
    model = {"common/words.en.yaml": CommonWords, "common/guide.en.yaml": GuideCommon}.get(name, Words)
    root = read(LAYOUTS.text(name), name)
    known = {id(part) for text in texts(root, model).values() for part in (text.node, *text.node.items())}
    for key, part in _strings(root, ""):
        is_label = part in (root.at(("titles", key)), root.at(("labels", key)))
        assert (id(part) in known) != (key in NO_TEXT and not is_label), f"{part.place}: {key}"


def _strings(part: Node, key: str):
    if part.text is not None:
        yield key, part
    for name, child in part.pairs() if part.is_mapping else ((key, child) for child in part.items()):
        yield from _strings(child, str(name))
