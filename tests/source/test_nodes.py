"""YAML as located nodes: what scalars mean, where things are, what is refused, and laying trees over each other."""

from __future__ import annotations

import pytest

from sopprint.diagnostics import Place
from sopprint.errors import SopprintError
from sopprint.source.nodes import Node, overlay, plain, read, scan


def codes(text: str) -> list[tuple[str, int, int]]:
    _, found = scan(text, "f")
    return [(d.code, d.place.line, d.place.column) for d in found if d.place]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("true", True), ("false", False), ("null", None), ("~", None), ("", None),
        ("yes", "yes"), ("no", "no"), ("on", "on"), ("off", "off"), ("True", "True"), ("y", "y"), ("N", "N"),
        ("0", 0), ("12", 12), ("-3", -3), ("1.5", 1.5), ("-0.25", -0.25), ("2026.1", 2026.1),
        ("010", "010"), ("0x1F", "0x1F"), ("0o17", "0o17"), ("12:30", "12:30"), ("1_000", "1_000"), ("1e3", "1e3"),
        ("+5", "+5"), (".5", ".5"), ("5.", "5."), (".inf", ".inf"), (".nan", ".nan"), ("--", "--"),
        ("2026-01-02", "2026-01-02"), ("9" * 40, "9" * 40), ("٣", "٣"), ("=", "="), ("<<", "<<"),
        ("'12'", "12"), ('"true"', "true"), ("!!str 12", "12"), ("!!int 12", 12),
    ],
)  # fmt: skip
def test_only_what_cannot_be_words_is_something_else(written: str, meant: object) -> None:
    found = plain(read(f"a: {written}\n", "f"))["a"]
    assert found == meant
    assert type(found) is type(meant)


def test_block_text_is_words_even_when_it_looks_like_a_number() -> None:
    assert plain(read("a: |\n  12\nb: >-\n  true\n", "f")) == {"a": "12\n", "b": "true"}


TEXT = """\
title: Åse's   plan  # note
zones:
  good:
    name: [Long name, "Short"]
    'quoted key': 12
"""


@pytest.mark.parametrize(
    ("path", "value", "key"),
    [
        (("title",), Place("f", 1, 8, 12), Place("f", 1, 1, 5)),
        (("zones", "good", "name", 0), Place("f", 4, 12, 9), Place("f", 4, 12, 9)),
        (("zones", "good", "name", 1), Place("f", 4, 23, 7), Place("f", 4, 23, 7)),
        (("zones", "good", "name"), Place("f", 4, 11, 20), Place("f", 4, 5, 4)),
        (("zones", "good", "quoted key"), Place("f", 5, 19, 2), Place("f", 5, 5, 12)),
    ],
)
def test_places_of_values_and_keys(path: tuple[str | int, ...], value: Place, key: Place) -> None:
    node = read(TEXT, "f").at(path)
    assert (node.place, node.key_place) == (value, key)


def test_a_path_that_is_not_there_ends_at_its_nearest_ancestor() -> None:
    root = read(TEXT, "f")
    assert root.at(("zones", "good", "prompt", 3)) is root.at(("zones", "good"))
    assert root.at(("nothing",)) is root


def test_columns_count_characters_not_bytes() -> None:
    assert read("a: [ünïcødé😀, b]", "f").at(("a", 1)).place == Place("f", 1, 15, 1)


def test_asking_a_scalar_for_entries_is_harmless() -> None:
    node = read("a: 1\nb: [x]\n", "f")
    assert node.at(("a",)).get("x") is None
    assert node.at(("a",)).items() == ()
    assert node.at(("b",)).get(1) is None
    assert node.at(("b",)).get(-1) is None
    assert node.at(("b",)).pairs() == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", [("SP017", 0, 0)]),
        ("# only a comment\n", [("SP017", 0, 0)]),
        ("a: 1\nb: 2\na: 3\nb: 4\n", [("SP012", 3, 1), ("SP012", 4, 1)]),
        ("a: {b: 1, b: 2}\n", [("SP012", 1, 11)]),
        ("1: a\n'1': b\n", []),
        ("a:\n\tb: 1\n\tc: 2\n", [("SP011", 2, 1), ("SP011", 3, 1)]),
        ("a: b\tc\n", []),
        ("a: &x 1\n", []),
        ("a: &x [1]\nb: *x\nc: [*x]\n", [("SP013", 2, 4), ("SP013", 3, 5)]),
        ("a: *nowhere\n", [("SP013", 1, 4)]),
        ("a: 3 * 4 *x\n", []),
        ("a: 'see *x'\n", []),
        ("a: !!python/name:os.system ''\nb: !x 1\n", [("SP014", 1, 4), ("SP014", 2, 4)]),
        ("true: 1\n1.5: 2\n? [a]\n: 3\nnull: 4\n", [("SP016", n, c) for n, c in ((1, 1), (2, 1), (3, 3), (5, 1))]),
        ("400: a\n", []),
        ("a: 1\n---\nb: 2\n", [("SP015", 2, 1)]),
        ("---\na: 1\n", []),
        ("a: \x00b\n", [("SP019", 1, 4)]),
        ("a: b\x85c\nd: \x7f\n", [("SP019", 1, 5), ("SP019", 2, 4)]),
        ("a: \ufeffb\n", [("SP019", 1, 4)]),
        ("a: 'x\nb: y\n", [("SP010", 1, 4)]),
        ("a: b: c\n", [("SP010", 1, 5)]),
        ("}", [("SP010", 1, 1)]),
        ("a: [\n", [("SP010", 2, 1)]),
        ("- " * 60 + "a", [("SP018", 1, 83)]),
        ("- " * 5000 + "a", [("SP018", 1, 1999)]),
        ("[" * 100_000, [("SP018", 1, 1001)]),
        ("a: [" + "x," * 20_001 + "]", [("SP018", 1, 40_001)]),
    ],
)
def test_what_is_refused_and_where(text: str, found: list[tuple[str, int, int]]) -> None:
    assert codes(text) == found


def test_read_raises_with_all_mistakes_and_the_line_of_the_first_key() -> None:
    with pytest.raises(SopprintError) as caught:
        read("a: 1\n\nb: !x 2\na: 3\n", "f")
    messages = [d.message for d in caught.value.diagnostics]
    assert messages[0] == "the tag !x is not used here"
    assert messages[1].endswith("the first is in line 1")


def test_windows_line_ends_do_not_move_places() -> None:
    node = read("a: 1\r\nb:\r\n  c: 2\r\n", "f")
    assert node.at(("b", "c")).place == Place("f", 3, 6, 1)
    assert plain(node) == {"a": 1, "b": {"c": 2}}


def both() -> tuple[Node, Node]:
    base = read("size: 1\nat: {left: 2, top: 3}\nitems: [a, b]\n", "base")
    return base, read("at: {left: 9}\nitems: [c]\nnew: 5\n", "change")


def test_an_overlay_merges_mappings_and_replaces_the_rest() -> None:
    base, change = both()
    assert plain(overlay(base, change)) == {"size": 1, "at": {"left": 9, "top": 3}, "items": ["c"], "new": 5}
    assert plain(base) == {"size": 1, "at": {"left": 2, "top": 3}, "items": ["a", "b"]}


def test_after_an_overlay_every_entry_still_knows_its_file_and_line() -> None:
    merged = overlay(*both())
    assert merged.at(("size",)).place == Place("base", 1, 7, 1)
    assert merged.at(("at", "top")).place == Place("base", 2, 20, 1)
    assert merged.at(("at", "left")).place == Place("change", 1, 12, 1)
    assert merged.at(("new",)).key_place == Place("change", 3, 1, 3)
    assert merged.place.file == "base"


def test_replacing_leaves_the_original_alone() -> None:
    base, change = both()
    new = base.replaced("at", change).replaced("size", None)
    assert list(plain(new)) == ["at", "items"]
    assert list(plain(base)) == ["size", "at", "items"]
    items = base.at(("items",))
    assert plain(items.holding(reversed(items.items()))) == ["b", "a"]
