from __future__ import annotations

import math
from itertools import combinations, pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopprint.text.characters import drawn, extractable
from sopprint.text.faces import Face, FaceBook
from sopprint.text.fit import balanced, fill, largest_size, narrowest
from sopprint.text.paragraph import Paragraph
from sopprint.text.shape import Shaped, shape

FONTS = Path(__file__).parents[2] / "layouts" / "fonts"
BOOK = FaceBook(
    {
        "Fredoka": {700: FONTS / "fredoka/Fredoka-700.ttf"},
        "Atkinson": {400: FONTS / "atkinson-hyperlegible-next/AtkinsonHyperlegibleNext-400.ttf"},
        "Noto Sans": {400: FONTS / "noto-sans/NotoSans-400.ttf"},
    }
)
FACES = st.sampled_from([("Atkinson", 400), ("Fredoka", 700), ("Noto Sans", 400)]).map(lambda f: BOOK.face(*f))
WORD = st.text("aATVyfilwoñé", min_size=1, max_size=7)
TEXTS = st.lists(WORD, min_size=1, max_size=9).map(" ".join)
BROKEN = st.lists(st.tuples(WORD, st.sampled_from([" ", "\n", "-", "  ", " — "])), min_size=1, max_size=9).map(
    lambda parts: "".join(a + b for a, b in parts)[:-1].rstrip()
)
ROOMS = st.integers(300, 9000)


def paragraph(text: str, face: Face) -> Paragraph:
    return Paragraph(shape(text, face, "en"), "en")


def atkinson(text: str) -> Paragraph:
    return paragraph(text, BOOK.face("Atkinson", 400))


def words(lines: tuple[Shaped, ...] | None) -> list[str]:
    assert lines is not None
    return [line.text.rstrip() for line in lines]


def shown(lines: tuple[Shaped, ...]) -> str:
    return "".join(cluster.text for line in lines for cluster in line.clusters)


@given(BROKEN, FACES, ROOMS)
def test_filled_lines_join_to_the_text_and_none_is_wider_than_the_room(text: str, face: Face, room: int) -> None:
    lines = fill(paragraph(text, face), room)
    if lines is None:
        assert max(shape(word, face, "en").advance for word in text.split()) > room
        return
    assert "".join(line.text for line in lines) == text
    assert shown(lines) == extractable(drawn(text))
    for line in lines:
        assert line.advance == sum(cluster.advance for cluster in line.clusters) <= room
        assert line.advance == shape(line.text.rstrip(), face, "en").advance
        assert line.starts[0] == 0
        assert len(line.starts) == len(line.clusters)


@given(TEXTS, FACES, ROOMS)
def test_a_filled_line_has_no_room_for_the_next_word(text: str, face: Face, room: int) -> None:
    lines = fill(paragraph(text, face), room)
    for line, following in pairwise(lines or ()):
        longer = line.text + following.text.split()[0]
        assert shape(longer, face, "en").advance > room


@given(BROKEN, FACES, ROOMS)
def test_balanced_lines_are_as_few_as_filled_ones(text: str, face: Face, room: int) -> None:
    made = paragraph(text, face)
    filled, even = fill(made, room), balanced(made, room, 99)
    assert (filled is None) == (even is None)
    if filled is not None and even is not None:
        assert len(even) == len(filled)
        assert shown(even) == shown(filled)
        assert max(line.advance for line in even) <= room
        assert balanced(made, room, len(filled)) == even
        assert balanced(made, room, len(filled) - 1) is None


def every_way(text: str, face: Face, room: int, count: int) -> list[tuple[str, ...]]:
    """All ways to set the words on `count` lines that fit."""
    parts = text.split()
    ways = []
    for cuts in combinations(range(1, len(parts)), count - 1):
        way = tuple(" ".join(parts[a:b]) for a, b in pairwise((0, *cuts, len(parts))))
        if all(shape(line, face, "en").advance <= room for line in way):
            ways.append(way)
    return ways


@given(TEXTS, FACES, st.integers(800, 6000))
def test_balanced_is_the_best_of_all_ways(text: str, face: Face, room: int) -> None:
    even = balanced(paragraph(text, face), room, 99)
    if even is None:
        return
    ways = every_way(text, face, room, len(even))
    chosen = tuple(words(even))
    assert chosen in ways
    if len(chosen) > 1 and len(chosen[-1].split()) == 1:
        assert all(len(way[-1].split()) == 1 for way in ways)
    rivals = [way for way in ways if (len(way[-1].split()) == 1) == (len(chosen[-1].split()) == 1)]

    def unevenness(way: tuple[str, ...]) -> int:
        return sum(shape(line, face, "en").advance ** 2 for line in way)

    assert unevenness(chosen) == min(map(unevenness, rivals))


def test_two_lines_break_where_they_are_most_even() -> None:
    made = atkinson("What are we worried about right now")
    room = made.width(0, 6)
    assert words(fill(made, room)) == ["What are we worried about right", "now"]
    assert words(fill(made, room - 1)) == ["What are we worried about", "right now"]
    assert words(balanced(made, room, 2)) == ["What are we worried", "about right now"]


def test_a_lone_last_word_is_avoided_even_where_it_would_be_more_even() -> None:
    made = atkinson("We are all so responsibilities")
    assert words(balanced(made, made.width(3, 5), 2)) == ["We are all", "so responsibilities"]
    assert words(balanced(made, made.width(3, 5) - 1, 2)) == ["We are all so", "responsibilities"]


def test_one_word_is_fine_and_a_word_wider_than_the_room_is_not() -> None:
    assert words(balanced(atkinson("Harm"), 4000, 1)) == ["Harm"]
    assert balanced(atkinson("A responsibility"), 3000, 9) is None
    assert fill(atkinson("A responsibility"), 3000) is None


def test_the_authors_line_ends_are_kept() -> None:
    made = atkinson("Good\nthings we see")
    assert words(balanced(made, 90000, 2)) == ["Good", "things we see"]
    assert balanced(made, 90000, 1) is None
    assert words(fill(atkinson("a\n\nb"), 9000)) == ["a", "", "b"]


def test_a_blank_at_a_line_end_is_read_but_has_no_width() -> None:
    first, _ = balanced(atkinson("Good things"), atkinson("things").shaped.advance, 2) or ()
    assert [c.text for c in first.clusters] == list("Good ")
    assert first.clusters[-1].advance == 0
    assert len(first.clusters[-1].glyphs) == 1


def test_a_soft_hyphen_shows_only_at_a_line_end_and_is_read_as_itself() -> None:
    made = atkinson("respon\u00adsibility")
    whole = made.shaped.advance
    assert shown(fill(made, whole) or ()) == "responsibility"
    first, second = fill(made, whole - 1) or ()
    assert [c.text for c in first.clusters][-2:] == ["n", "\u00ad"]
    assert first.advance == shape("respon-", first.face, "en").advance
    assert second.text == "sibility"
    assert fill(made, first.advance - 1) is None


def test_a_hyphen_wider_than_the_rest_of_the_word_is_no_reason_to_stop() -> None:
    made = atkinson("hal\u00adl")
    assert shape("hal-", made.shaped.face, "en").advance > made.shaped.advance
    assert len(fill(made, made.shaped.advance) or ()) == 1


def test_a_ligature_that_is_cut_in_two_is_shaped_again() -> None:
    face = BOOK.face("Noto Sans", 400)
    made = paragraph("of\u00adfice", face)
    assert "".join(c.text for c in made.shaped.clusters) == "office"
    first, second = fill(made, made.shaped.advance - 1) or ()
    assert [c.text for c in second.clusters] == [c.text for c in shape("fice", face, "en").clusters]
    assert second.advance == shape("fice", face, "en").advance
    assert first.advance == shape("of-", face, "en").advance


@given(TEXTS, FACES, st.floats(20, 400), st.integers(1, 4))
def test_the_largest_size_fits_and_a_larger_one_does_not(text: str, face: Face, room: float, most: int) -> None:
    made = paragraph(text, face)
    found = largest_size(made, room, size=40, floor=9, most=most)
    size = found.size or 9
    lines = balanced(made, face.room(room, size), most)
    if found.size is None:
        assert lines is None
        wider = face.room(room + found.missing, 9)
        assert balanced(made, wider, most) is not None
        assert balanced(made, wider - 1, most) is None
    else:
        assert lines is not None
        assert all(line.width(size) <= room + 1e-6 for line in lines)
        assert size == 40 or balanced(made, face.room(room, size * 1.001), most) is None


def test_one_line_is_computed() -> None:
    made = atkinson("Three Houses")
    natural = made.shaped.width(1)
    assert largest_size(made, natural * 20, size=30, floor=10).size == pytest.approx(20)
    assert largest_size(made, natural * 50, size=30, floor=10).size == 30
    short = largest_size(made, natural * 8, size=30, floor=10)
    assert short.size is None
    assert short.missing == pytest.approx(natural * 2)


def test_too_many_line_ends_of_the_author_can_never_fit() -> None:
    made = atkinson("a\nb\nc")
    assert narrowest(made, 2) is None
    assert largest_size(made, 1000, size=30, floor=10, most=2).missing == math.inf


def test_no_text_makes_no_lines() -> None:
    made = atkinson("")
    assert fill(made, 100) == balanced(made, 100, 1) == ()
    assert largest_size(made, 100, size=30, floor=10).size == 30
