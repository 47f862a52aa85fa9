from __future__ import annotations

import pytest
import uharfbuzz as hb

from sopprint.text.characters import composed
from sopprint.text.faces import Face, FaceBook, MissingGlyphs
from sopprint.text.shape import shape, unsafe

SENTENCES = {
    "en": "What are we worried about? AV To. We’ll offer “safe” office waffles",
    "es": "¿Qué está funcionando bien? Los niños y sus papás",
    "vi": "Điều gì đang lo lắng? Những điều tốt đẹp",
    "ru": "Что нас беспокоит? Ёлка, ґанок, її",
    "ro": "şi ți șină",
    "mix": "m\u0303\u0323 q\u0307\u0323x o\u0331\u0301",
}


def plain_harfbuzz(text: str, face: Face, lang: str) -> tuple[int, list[int]]:
    """(advance, glyphs) straight from the library."""
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.language = lang
    buffer.guess_segment_properties()
    hb.shape(face.font, buffer)
    return sum(p.x_advance for p in buffer.glyph_positions), [g.codepoint for g in buffer.glyph_infos]


@pytest.mark.parametrize("lang", SENTENCES)
@pytest.mark.parametrize("family", ["Atkinson", "Fredoka", "Noto Sans"])
def test_text_comes_back_cluster_by_cluster_and_is_as_wide_as_harfbuzz_says(
    book: FaceBook, family: str, lang: str
) -> None:
    text = composed(SENTENCES[lang])
    face = book.pick(family, 600, text)
    shaped = shape(text, face, lang)
    advance, glyphs = plain_harfbuzz(text, face, lang)
    assert "".join(c.text for c in shaped.clusters) == text
    assert [text[at : at + len(c.text)] for at, c in zip(shaped.starts, shaped.clusters, strict=True)] == [
        c.text for c in shaped.clusters
    ]
    assert shaped.advance == advance == sum(c.advance for c in shaped.clusters)
    assert [glyph for c in shaped.clusters for glyph, _, _ in c.glyphs] == glyphs
    assert shaped.width(24) == pytest.approx(advance * 24 / face.units)


def test_kerning_is_in_the_advance(book: FaceBook) -> None:
    face = book.face("Atkinson", 400)
    pair, alone = shape("AV", face, "en"), shape("A", face, "en")
    assert pair.clusters[0].advance < alone.clusters[0].advance


def test_a_ligature_is_one_cluster_of_several_characters(book: FaceBook) -> None:
    clusters = shape("ofﬁce".replace("ﬁ", "fi"), book.face("Noto Sans", 400), "en").clusters
    assert [c.text for c in clusters] == ["o", "ffi", "c", "e"]
    assert len(clusters[1].glyphs) == 1


def test_marks_are_placed_on_their_letter_within_one_cluster(book: FaceBook) -> None:
    face = book.face("Noto Sans", 400)
    marked, bare = shape("xm\u0303x", face, "en"), shape("xmx", face, "en")
    assert [c.text for c in marked.clusters] == ["x", "m\u0303", "x"]
    (letter, *_), (mark, dx, dy) = marked.clusters[1].glyphs
    assert letter == bare.clusters[1].glyphs[0][0]
    assert marked.advance == bare.advance
    box, tilde = face.font.get_glyph_extents(letter), face.font.get_glyph_extents(mark)
    middle = box.x_bearing + box.width / 2
    assert dx + tilde.x_bearing + tilde.width / 2 == pytest.approx(middle, abs=20)
    assert dy + tilde.y_bearing + tilde.height > box.y_bearing


@pytest.mark.parametrize("control", ["\u00ad", "\u200b", "\u2060", "\u2066", "\u200e"])
@pytest.mark.parametrize("form", ["{}AB", "A{}B", "AB{}"])
def test_controls_have_no_glyph_and_are_not_in_the_text(book: FaceBook, control: str, form: str) -> None:
    face = book.face("Noto Sans", 400)
    shaped = shape(form.format(control), face, "en")
    assert [c.text for c in shaped.clusters] == ["A", "B"]
    assert shaped.advance == shape("AB", face, "en").advance


def test_a_joiner_stays_in_the_text(book: FaceBook) -> None:
    clusters = shape("a\u200cb", book.face("Noto Sans", 400), "en").clusters
    assert [c.text for c in clusters] == ["a\u200c", "b"]


def test_a_line_end_is_drawn_as_a_space(book: FaceBook) -> None:
    face = book.face("Atkinson", 400)
    assert shape("a\nb", face, "en").clusters == shape("a b", face, "en").clusters


@pytest.mark.parametrize("text", ["", "\u200b\u2060"])
def test_no_text_and_only_controls_make_nothing(book: FaceBook, text: str) -> None:
    shaped = shape(text, book.face("Atkinson", 400), "en")
    assert shaped.clusters == ()
    assert shaped.advance == 0


def test_language_chooses_the_letter_form(book: FaceBook) -> None:
    face = book.face("Noto Sans", 400)
    assert shape("ş", face, "ro").clusters[0].glyphs != shape("ş", face, "tr").clusters[0].glyphs


@pytest.mark.parametrize("character", ["→", "家", "ạ"])
def test_an_empty_box_is_never_drawn(book: FaceBook, character: str) -> None:
    with pytest.raises(MissingGlyphs) as caught:
        shape(f"a{character}b", book.face("Fredoka", 600), "en")
    assert caught.value.characters == (character,)


def test_a_cut_is_unsafe_in_a_kerned_pair_and_inside_a_ligature(book: FaceBook) -> None:
    assert unsafe(shape("AV nn", book.face("Atkinson", 400), "en"), "en", (0, 1, 4, 5)) == {1}
    assert unsafe(shape("office", book.face("Noto Sans", 400), "en"), "en", (2, 4)) == {2}
