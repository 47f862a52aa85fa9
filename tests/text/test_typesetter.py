from __future__ import annotations

import pytest

from sopprint.text.faces import FaceBook, MissingGlyphs
from sopprint.text.typesetter import Typesetter


def test_decomposed_text_is_the_same_text(setter: Typesetter) -> None:
    face = setter.face("Fredoka", 600, "Nin\u0303os")
    assert face.family == "Fredoka"
    assert setter.shape("Nin\u0303os", face) is setter.shape("Ni\u00f1os", face)


def test_width_grows_with_the_size(setter: Typesetter) -> None:
    one = setter.measure("House of Worries", "Fredoka", 600, 10)
    assert one > 0
    assert setter.measure("House of Worries", "Fredoka", 600, 25) == pytest.approx(2.5 * one)


def test_lines_are_balanced_unless_running_text_is_wanted(setter: Typesetter) -> None:
    text = "What are we worried about right now"
    room = setter.measure("What are we worried about right", "Atkinson", 400, 10)
    even = setter.lines(text, "Atkinson", 400, 10, room, 2)
    full = setter.lines(text, "Atkinson", 400, 10, room, 2, balance=False)
    assert even is not None
    assert full is not None
    assert [line.text for line in even] == ["What are we worried ", "about right now"]
    assert [line.text for line in full] == ["What are we worried about right ", "now"]
    assert setter.lines(text, "Atkinson", 400, 10, room, 1) is None
    assert setter.lines(text, "Atkinson", 400, 10, room, 1, balance=False) is None


def test_one_line_that_fits_is_the_whole_text(setter: Typesetter) -> None:
    text = "Action plan"
    width = setter.measure(text, "Fredoka", 700, 30)
    lines = setter.lines(text, "Fredoka", 700, 30, width, 3)
    assert lines is not None
    assert [line.text for line in lines] == [text]
    assert setter.lines("Action\nplan", "Fredoka", 700, 30, 999, 1) is None


def test_a_blank_at_the_end_does_not_count(setter: Typesetter) -> None:
    width = setter.measure("Action", "Fredoka", 700, 30)
    lines = setter.lines("Action ", "Fredoka", 700, 30, width, 1)
    assert lines is not None
    assert lines[0].width(30) == pytest.approx(width)


def test_no_text_makes_no_lines(setter: Typesetter) -> None:
    assert setter.lines("", "Fredoka", 700, 30, 100, 1) == ()


def test_the_largest_size_sets_in_the_room_it_was_asked_for(setter: Typesetter) -> None:
    found = setter.largest("Danger statement and safety goal", "Fredoka", 700, 300, size=80, floor=16, most=2)
    assert found.size is not None
    assert 16 < found.size < 80
    assert setter.lines("Danger statement and safety goal", "Fredoka", 700, found.size, 300, 2) is not None
    assert setter.lines("Danger statement and safety goal", "Fredoka", 700, found.size + 0.01, 300, 2) is None
    assert setter.largest("Plan", "Fredoka", 700, 300, size=20, floor=16).size == 20


def test_two_languages_share_a_book_but_not_their_shapes(book: FaceBook) -> None:
    romanian, turkish = Typesetter(book, "ro"), Typesetter(book, "tr")
    face = romanian.face("Noto Sans", 400, "ş")
    assert face is turkish.face("Noto Sans", 400, "ş")
    assert romanian.shape("ş", face).clusters != turkish.shape("ş", face).clusters


def test_missing_characters_are_named(setter: Typesetter) -> None:
    with pytest.raises(MissingGlyphs, match="RIGHTWARDS ARROW"):
        setter.measure("a → b", "Fredoka", 600, 12)
    with pytest.raises(MissingGlyphs, match="RIGHTWARDS ARROW"):
        setter.lines("a → b", "Fredoka", 600, 12, 100, 1)
