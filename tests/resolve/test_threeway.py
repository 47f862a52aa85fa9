"""Three versions of a text made one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopprint.resolve.threeway import merged


@pytest.mark.parametrize(
    ("base", "ours", "now", "wanted"),
    [
        ("a b c", "a b c", "a B c", "a B c"),
        ("a b c", "a X c", "a b c", "a X c"),
        ("a b c d", "X b c d", "a b c D", "X b c D"),
        ("a b c d", "a X c d", "a b C d", "a X C d"),  # neighbours
        ("a b c", "a X c", "a Y c", "a X c"),  # both: ours
        ("a b c", "# a b c", "a b c d", "# a b c d"),
        ("a b c", "a c", "a b c d", "a c d"),
        ("", "x", "y", "x"),
    ],
)
def test_merged(base: str, ours: str, now: str, wanted: str) -> None:
    texts = ("".join(f"{word}\n" for word in text.split()) for text in (ours, base, now))
    assert merged(*texts) == "".join(f"{word}\n" for word in wanted.split())


lines = st.lists(st.sampled_from("abcde"), max_size=8).map(lambda each: "".join(f"{x}\n" for x in each))


@given(lines, lines)
def test_who_changed_nothing_gets_the_others_text(base: str, other: str) -> None:
    assert merged(base, base, other) == other
    assert merged(other, base, base) == other
    assert merged(other, base, other) == other
