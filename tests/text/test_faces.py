from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from sopprint.text.characters import composed
from sopprint.text.faces import Face, FaceBook, MissingGlyphs

VIETNAMESE = "Điều gì đang lo lắng? Những điều tốt đẹp ở nhà"
RUSSIAN = "Что нас беспокоит? Безопасность и дом"


def test_measures_are_those_the_design_counts_on(book: FaceBook) -> None:
    fredoka, atkinson = book.face("Fredoka", 700), book.face("Atkinson", 400)
    assert fredoka.cap_height / fredoka.units == pytest.approx(0.70)
    assert atkinson.cap_height / atkinson.units == pytest.approx(0.668)
    assert fredoka.ascent > fredoka.cap_height
    assert fredoka.descent > 0


def test_reference_is_an_absolute_path_and_the_postscript_name(book: FaceBook) -> None:
    ref = book.face("Fredoka", 700).ref
    assert ref.name == "Fredoka-Bold"
    assert Path(ref.path).is_absolute()
    assert Path(ref.path).is_file()


def test_missing_names_each_character_once_in_order(book: FaceBook) -> None:
    assert book.face("Fredoka", 600).missing("a → b ☎ → c") == ("→", "☎")


@pytest.mark.parametrize(
    "control", ["\u200b", "\u2060", "\xad", "\u2066", "\u2069", "\u200e", "\n", "\ufeff", "\u200d"]
)
def test_controls_need_no_glyph(book: FaceBook, control: str) -> None:
    assert book.face("Fredoka", 600).missing(f"a{control}b") == ()


@pytest.mark.parametrize(
    ("asked", "given"),
    [(400, "Regular"), (500, "Regular"), (600, "Bold"), (700, "Bold"), (900, "Bold"), (100, "Regular")],
)
def test_a_missing_weight_is_replaced_by_the_nearest(book: FaceBook, asked: int, given: str) -> None:
    assert book.face("Noto Sans", asked).ref.name == f"NotoSans-{given}"


def test_between_two_weights_as_near_bold_text_takes_the_heavier_and_other_text_the_lighter() -> None:
    files = {w: Path(__file__).parents[2] / f"layouts/fonts/fredoka/Fredoka-{w}.ttf" for w in (600, 700)}
    light_and_heavy = FaceBook({"Two": {400: files[600], 600: files[700]}})
    assert light_and_heavy.face("Two", 500).ref.name == "Fredoka-SemiBold"
    bold_and_black = FaceBook({"Two": {600: files[600], 800: files[700]}})
    assert bold_and_black.face("Two", 700).ref.name == "Fredoka-Bold"


def test_spanish_stays_in_its_family_and_vietnamese_moves_as_a_whole(book: FaceBook) -> None:
    assert book.pick("Fredoka", 600, "¿Qué nos preocupa? Así están los niños").family == "Fredoka"
    assert book.pick("Atkinson", 400, composed(VIETNAMESE)).ref.name == "NotoSans-Regular"
    assert book.pick("Fredoka", 700, composed(VIETNAMESE)).ref.name == "NotoSans-Bold"
    assert book.pick("Atkinson", 400, RUSSIAN).ref.name == "NotoSans-Regular"


@pytest.mark.parametrize("character", ["→", "☎", "☐"])
def test_no_face_at_all_names_the_character_and_the_families(book: FaceBook, character: str) -> None:
    with pytest.raises(MissingGlyphs) as caught:
        book.pick("Atkinson", 400, f"Home {character} school")
    assert caught.value.characters == (character,)
    assert caught.value.families == ("Atkinson", "Noto Sans")
    assert f"“{character}” (U+{ord(character):04X}" in str(caught.value)


def test_a_fallback_must_have_every_character_not_just_the_missing_ones(book: FaceBook) -> None:
    with pytest.raises(MissingGlyphs) as caught:
        book.pick("Fredoka", 600, "ạ →")
    assert caught.value.characters == ("ạ", "→")


def test_each_file_is_opened_once(book: FaceBook) -> None:
    assert book.pick("Noto Sans", 500, "a") is book.pick("Fredoka", 400, composed(VIETNAMESE))


@pytest.mark.parametrize("weight", [400, 700])
def test_the_cut_fallback_has_what_the_languages_need(book: FaceBook, weight: int) -> None:
    face: Face = book.face("Noto Sans", weight)
    tones = composed(
        "".join(a + b for a, b in itertools.product("aăâeêioôơuưyAĂÂEÊIOÔƠUƯY", "\u0300\u0301\u0303\u0309\u0323"))
    )
    for needed in (
        tones,
        "đĐ",
        "ЁёІіЇїЄєҐґ№",
        "ñÑ¿¡«»áéíóúü",
        "₱₫€",
        "“”‘’–—…•",
        "ʻokina ʼ",
        "ꞌ",
        "\u00a0\u2011\u202f",
    ):
        assert face.missing(needed) == ()


def test_family_licences_lie_beside_their_files() -> None:
    fonts = Path(__file__).parents[2] / "layouts/fonts"
    for family in (folder for folder in fonts.iterdir() if folder.is_dir()):
        assert "SIL Open Font License, Version 1.1" in (family / "OFL.txt").read_text("utf-8"), family
