"""Running words in several faces: what a line shows where it ends at a soft hyphen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sopprint.text.characters import SOFT_HYPHEN

if TYPE_CHECKING:
    from sopprint.text.rich import RichLine, RichText
    from sopprint.text.typesetter import Typesetter


def rich(setter: Typesetter) -> RichText:
    bold, plain = (setter.face("Atkinson", weight, "a") for weight in (700, 400))
    return setter.rich(((f"respon{SOFT_HYPHEN}sibilities", bold), (f" and word{SOFT_HYPHEN}smiths", plain)))


def read(line: RichLine) -> str:
    return "".join(cluster.text for piece in line.pieces for cluster in piece.shaped.clusters)


def shown(line: RichLine) -> int:
    """How many glyphs its last piece has."""
    return sum(len(cluster.glyphs) for cluster in line.pieces[-1].shaped.clusters)


def test_a_line_that_ends_at_a_soft_hyphen_shows_it_in_the_face_before_it(setter: Typesetter) -> None:
    text = rich(setter)
    first, *others = text.lines(4.2)
    assert read(first) == f"respon{SOFT_HYPHEN}"
    assert shown(first) == len("respon-")
    assert first.pieces[-1].shaped.face.ref.name.endswith("Bold")
    assert read(others[-1]) == "smiths"
    assert all(line.width <= 4.2 for line in (first, *others))


def test_its_width_counts(setter: Typesetter) -> None:
    hyphen, without = (setter.measure(text, "Atkinson", 700, 1.0) for text in ("-", "a respon"))
    text = setter.rich(((f"a respon{SOFT_HYPHEN}siveness", setter.face("Atkinson", 700, "a")),))
    assert text.lines(5)[0].width == pytest.approx(without + hyphen)
    assert read(text.lines(without + hyphen + 0.001)[0]) == f"a respon{SOFT_HYPHEN}"
    whole = setter.rich(((f"a respon{SOFT_HYPHEN}si", setter.face("Atkinson", 700, "a")),))
    assert read(whole.lines(without + hyphen - 0.001)[0]) == "a "


def test_inside_a_line_it_is_not_seen(setter: Typesetter) -> None:
    (line,) = rich(setter).lines(40)
    assert read(line) == "responsibilities and wordsmiths"
    assert SOFT_HYPHEN not in read(line)
