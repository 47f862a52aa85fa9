"""What counts for a fingerprint and what does not."""

from __future__ import annotations

import pytest

from sopprint.resolve.fingerprint import ALPHABET, LENGTH, fingerprint
from sopprint.source.nodes import read

LAYOUT = """\
tool: boat
edition: "2026.1"
attribution: {tool: Boat, by: [Ann]}
order: [sail, keel]
settings: {flag: true}
body: {draw: column, items: [{zone: sail, draw: house}, {zone: keel, draw: panel}]}
portrait: {change: {sail: {band: 300}}}
variants:
  teen: {title: For teens, change: {sail: {band: 200}}}
"""
WORDS = """\
language: en
title: The Boat
reviewed: true
zones: {sail: {name: Sail, prompt: What drives you?}, keel: {name: Keel}}
guide: {subtitle: How to sail}
"""


def printed(layout: str = LAYOUT, words: str = WORDS, variant: str | None = None, *, flag: bool = True) -> str:
    return fingerprint(read(layout, "layout.yaml"), read(words, "words.yaml"), variant, {"flag": flag}).printed


def test_six_signs_that_nobody_takes_for_others():
    assert len(printed()) == LENGTH == 6
    assert set(printed()) <= set(ALPHABET)
    assert not set(ALPHABET) & set("01oliu")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("tool: boat\n", "# a comment\ntool: boat\n"),
        ('edition: "2026.1"', 'edition: "2027.3"'),
        ("by: [Ann]", "by: [Ann, Bob]"),
        ('tool: boat\nedition: "2026.1"\n', 'edition: "2026.1"\ntool: boat\n'),
        ("{zone: sail, draw: house}", "{draw: house, zone: sail}"),
        ("title: For teens", "title: For the young"),
        ("{sail: {band: 200}}", "{sail: {band: 210}}"),
    ],
)
def test_does_not_count_in_the_layout(old: str, new: str):
    assert old in LAYOUT
    assert printed(LAYOUT.replace(old, new)) == printed()


@pytest.mark.parametrize(
    ("old", "new"),
    [("band: 300", "band: 301"), ("draw: panel", "draw: house"), ("order: [sail, keel]", "order: [keel, sail]")],
)
def test_counts_in_the_layout(old: str, new: str):
    assert old in LAYOUT
    assert printed(LAYOUT.replace(old, new)) != printed()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("title: The Boat", "title: 'The Boat' # its name"),
        ("How to sail", "How to row"),
        ("{sail: {name: Sail, prompt: What drives you?}", "{sail: {prompt: What drives you?, name: Sail}"),
        ("reviewed: true", "reviewed: true\nreviewed_by: Ann"),
    ],
)
def test_does_not_count_in_the_words(old: str, new: str):
    assert old in WORDS
    assert printed(words=WORDS.replace(old, new)) == printed()


@pytest.mark.parametrize(
    ("old", "new"),
    [("The Boat", "The boat"), ("name: Keel", "name: Fin"), ("reviewed: true", "reviewed: false")],
)
def test_counts_in_the_words(old: str, new: str):
    assert old in WORDS
    assert printed(words=WORDS.replace(old, new)) != printed()


def test_variants_and_settings_count():
    teen, changed = printed(variant="teen"), LAYOUT.replace("{sail: {band: 200}}", "{sail: {band: 210}}")
    assert len({printed(), teen, printed(flag=False)}) == 3
    assert printed(changed, variant="teen") != teen
