"""Texts of several scripts and directions: faces, order on the line, lines of paragraphs."""

from __future__ import annotations

import pytest

from sopprint.resolve import regional
from sopprint.text.characters import composed
from sopprint.text.faces import FaceBook, MissingGlyphs
from sopprint.text.paragraph import Paragraph
from sopprint.text.shape import Shaped, shape
from sopprint.text.typesetter import Typesetter
from tests.text.conftest import WORLD

ARABIC = "ما الذي يقلقنا بشأن SDM؟ اتصل بالرقم 555-0142 (الأسرة)."
ATKINSON = "Atkinson"


def from_left(line: Shaped) -> str:
    """What stands on a line from left to right, cluster by cluster."""
    sets = sorted(line.sets(), key=lambda s: s.x)
    return "".join(cluster.text for s in sets for cluster in s.shaped.clusters)


def reading(line: Shaped) -> str:
    return "".join(s.shaped.text for s in line.sets())


# ---------------------------------------------------------------------------------------------------------- faces


@pytest.mark.parametrize(
    ("lang", "text", "family"),
    [
        ("ar", "ما الذي يقلقنا؟", "Noto Sans Arabic"),
        ("fa", "می‌خواهیم ۱۲", "Noto Sans Arabic"),
        ("hi", "हमें किस बात की चिंता है? 12", "Noto Sans Devanagari"),
        ("pa", "ਸਾਨੂੰ ਕਿਸ ਗੱਲ ਦੀ ਚਿੰਤਾ ਹੈ?", "Noto Sans Gurmukhi"),
        ("km", "តើយើងបារម្ភអំពីអ្វី? (SDM)", "Noto Sans Khmer"),
        ("lo", "ພວກເຮົາກັງວົນກ່ຽວກັບຫຍັງ?", "Noto Sans Lao"),
        ("th", "เรากังวลเรื่องอะไร 1/2", "Noto Sans Thai"),
    ],
)
@pytest.mark.parametrize("weight", [400, 700])
def test_a_script_has_a_face_in_both_weights(world: FaceBook, lang: str, text: str, family: str, weight: int) -> None:
    face = world.pick(ATKINSON, weight, composed(text), lang)
    assert face.family == family
    assert face.companions == ()
    assert face.ref.name.endswith({400: "Regular", 700: "Bold"}[weight])


def test_latin_words_beside_arabic_keep_the_face_of_the_theme(world: FaceBook) -> None:
    face = world.pick(ATKINSON, 600, composed("می‌خواهیم SDM ۱۲"), "fa")
    assert (face.family, face.ref.name) == ("Noto Sans Arabic", "NotoSansArabic-Bold")
    assert [other.ref.name for other in face.companions] == ["AtkinsonHyperlegibleNext-SemiBold"]


def test_a_script_whose_face_has_no_latin_borrows_it_whole(world: FaceBook) -> None:
    text = "Ինչ, SDM (1)"
    face = world.pick("Fredoka", 700, text, "hy")
    assert (face.family, [other.family for other in face.companions]) == ("Noto Sans Armenian", ["Noto Sans"])
    assert world.pick("Fredoka", 700, text, "hy") is face
    parts = [(s.shaped.text, s.shaped.face.family) for s in shape(text, face, "hy").sets()]
    assert parts == [
        ("Ինչ", "Noto Sans Armenian"), (",", "Noto Sans"), (" ", "Noto Sans Armenian"), ("SDM (1)", "Noto Sans"),
    ]  # fmt: skip


def test_a_latin_text_keeps_its_own_face_beside_another_script(world: FaceBook) -> None:
    face = world.pick(ATKINSON, 400, "Languages: English, Español, العربية", "en")
    assert (face.family, [other.family for other in face.companions]) == ("Atkinson", ["Noto Sans Arabic"])


def test_one_script_is_never_set_in_two_faces(world: FaceBook) -> None:
    with pytest.raises(MissingGlyphs) as caught:
        world.pick(ATKINSON, 400, "ạ Ꝏ", "en")
    assert caught.value.code == "SP301"


def test_a_region_without_a_font_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(regional, "_folders", lambda: iter(()))
    with pytest.raises(MissingGlyphs) as caught:
        FaceBook(WORLD).pick(ATKINSON, 400, "我們擔心什麼？", "zh-Hant")
    assert caught.value.code == "SP306"
    assert str(caught.value) == "there is no font for Traditional Chinese on this computer"
    assert "fonts-noto-cjk" in caught.value.hints[0]
    assert "SOPPRINT_FONTS" in caught.value.hints[1]


@pytest.mark.skipif(not regional.faces("TC"), reason="no Chinese font on this computer: apt install fonts-noto-cjk")
def test_each_chinese_has_its_own_design(world: FaceBook) -> None:
    simple, full = (world.pick(ATKINSON, 400, "家 SOP", lang) for lang in ("zh-Hans", "zh-Hant"))
    assert simple.ref != full.ref
    assert (simple.family, full.family) == ("Noto Sans SC", "Noto Sans TC")
    assert world.pick(ATKINSON, 700, "家", "zh-Hant").ref.name.endswith("Bold")


# ---------------------------------------------------------------------------------------------------------- lines


def test_an_arabic_line_stands_from_right_to_left(world: FaceBook) -> None:
    line = Typesetter(world, "ar").shape("اتصل 555-0142", world.face("Noto Sans Arabic", 400))
    number, word = sorted(line.sets(), key=lambda s: s.x)
    assert (number.shaped.text, number.shaped.rtl) == ("555-0142", False)
    assert (word.shaped.text, word.shaped.rtl) == ("اتصل ", True)
    assert from_left(line) == "555-0142" + "اتصل "[::-1]
    assert reading(line) == line.text
    assert word.x == pytest.approx(number.shaped.width(1.0))
    assert word.x + word.shaped.width(1.0) == pytest.approx(line.width(1.0))


def test_brackets_are_mirrored_and_read_as_written(world: FaceBook) -> None:
    face = world.face("Noto Sans Arabic", 400)
    (piece,) = shape("(ب)", face, "ar").sets()
    assert "".join(c.text for c in piece.shaped.clusters) == ")ب("
    glyphs = [c.glyphs[0][0] for c in piece.shaped.clusters]
    assert glyphs[0] == face.font.get_nominal_glyph(ord("("))  # the closing one, at the left, opens to the right
    assert glyphs[-1] == face.font.get_nominal_glyph(ord(")"))


def test_letters_join_and_a_mark_has_a_code_of_its_own(world: FaceBook) -> None:
    face = world.face("Noto Sans Arabic", 400)
    (piece,) = shape("شمارهٔ", face, "fa").sets()
    assert [c.text for c in piece.shaped.clusters] == list("شمارهٔ"[::-1])
    assert piece.shaped.clusters[0].advance == 0
    alone = face.font.get_nominal_glyph(ord("م"))
    assert alone not in [g for c in piece.shaped.clusters for g, _, _ in c.glyphs]


def test_a_joiner_that_is_not_seen_keeps_its_place(world: FaceBook) -> None:
    (piece,) = shape("می\u200cخواهم", world.face("Noto Sans Arabic", 400), "fa").sets()
    assert [c.text for c in reversed(piece.shaped.clusters)] == list("می\u200cخواهم")


def test_controls_of_the_author_leave_no_trace(world: FaceBook) -> None:
    line = shape("ا\u2067ab\u2069\u200f", world.face("Noto Sans Arabic", 400), "ar")
    assert "".join(c.text for s in line.sets() for c in s.shaped.clusters) == "اab"


def test_a_latin_line_in_an_arabic_text_ends_at_the_left(world: FaceBook) -> None:
    line = Typesetter(world, "ar").shape("SDM.", world.face("Noto Sans Arabic", 400))
    assert from_left(line) == ".SDM"


def test_hebrew_uses_the_face_that_has_it(world: FaceBook) -> None:
    face = world.pick("Fredoka", 600, "שלום", "he")
    assert face.family == "Fredoka"
    assert from_left(shape("שלום", face, "he")) == "םולש"


# ------------------------------------------------------------------------------------------------------ paragraphs


@pytest.mark.parametrize("room", [120.0, 180.0, 240.0])
def test_lines_of_a_paragraph_hold_all_of_it_in_order_and_fit(world: FaceBook, room: float) -> None:
    setter = Typesetter(world, "ar")
    lines = setter.lines(ARABIC, ATKINSON, 400, 20, room, 20)
    assert lines is not None
    assert len(lines) > 1
    assert "".join(line.text for line in lines) == ARABIC
    for line in lines:
        assert reading(line) == line.text
        assert line.width(20) <= room + 1e-6
        edges = [(s.x, s.x + s.shaped.width(1.0)) for s in line.sets() if s.shaped.advance]
        assert min(left for left, _ in edges) == pytest.approx(0, abs=0.002)
        assert max(right for _, right in edges) == pytest.approx(line.width(1.0), abs=0.002)


def test_blanks_at_the_end_hang_over_the_left_edge(world: FaceBook) -> None:
    lines = Typesetter(world, "ar").lines("اتصل بالرقم", ATKINSON, 400, 20, 70, 2)
    assert lines is not None
    blank = lines[0].sets()[-1] if len(lines[0].sets()) > 1 else None
    words = lines[0].sets()[0]
    assert "".join(c.text for s in lines[0].sets() for c in s.shaped.clusters).count(" ") == 1
    assert lines[0].width(1.0) == pytest.approx(words.shaped.width(1.0))
    assert blank is None or blank.x < 0


def test_a_line_has_the_levels_of_its_paragraph(world: FaceBook) -> None:
    """A quotation in the other direction that runs over two lines stays in that direction on both."""
    face = world.face("Noto Sans Arabic", 400)
    text = "\u2066aaa bbb, ccc\u2069 ا"
    paragraph = Paragraph(shape(text, face, "ar"), "ar")
    assert from_left(paragraph.line(1, 3)).strip() == "bbb, ccc"


def test_a_line_is_as_wide_as_when_it_is_set_alone(world: FaceBook) -> None:
    setter = Typesetter(world, "ar")
    face = world.face("Noto Sans Arabic", 400)
    paragraph = setter.paragraph("ما الذي يقلقنا بشأن الأسرة", face)
    for first in range(paragraph.last):
        for last in range(first + 1, paragraph.last + 1):
            line = paragraph.line(first, last)
            assert line.advance == paragraph.width(first, last)
            assert line.advance == shape(line.text.rstrip(), face, "ar").advance


def test_bold_words_stand_among_the_others(world: FaceBook) -> None:
    setter = Typesetter(world, "ar")
    plain, bold = (world.face("Noto Sans Arabic", weight) for weight in (400, 700))
    rich = setter.rich((("ما ", plain), ("الذي", bold), (" يقلقنا؟", plain)))
    (line,) = rich.lines(100)
    places = {piece.run: piece.x for piece in line.pieces}
    assert places[0] > places[1] > places[2]
    assert [piece.shaped.rtl for piece in line.pieces] == [True] * 3
    assert "".join(piece.shaped.text for piece in line.pieces) == "ما الذي يقلقنا؟"
    assert {piece.run: piece.shaped.face for piece in line.pieces} == {0: plain, 1: bold, 2: plain}


def test_running_words_break_and_keep_their_order(world: FaceBook) -> None:
    setter = Typesetter(world, "ar")
    plain, bold = (world.face("Noto Sans Arabic", weight) for weight in (400, 700))
    rich = setter.rich(((ARABIC + " ", plain), ("يجب ", bold), (ARABIC, plain)))
    lines = rich.lines(9)
    assert len(lines) > 4
    assert "".join(p.shaped.text for line in lines for p in line.pieces) == rich.text
    for line in lines:
        assert line.width <= 9
        assert max(p.x + p.shaped.width(1.0) for p in line.pieces) == pytest.approx(line.width, abs=0.002)
