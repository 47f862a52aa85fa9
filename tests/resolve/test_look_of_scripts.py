"""What the theme gives a script: room between lines, sizes, families."""

from __future__ import annotations

import pytest

from sopprint.draw.lettering import fit, put
from sopprint.frame import TextItem
from sopprint.layout.poster import lay_out
from sopprint.paper import paper
from sopprint.resolve.library import Library
from tests.posters.test_languages import EXAMPLE


@pytest.fixture(scope="module")
def library() -> Library:
    return Library.open(None, [EXAMPLE])


def test_latin_languages_have_the_look_of_the_theme_itself(library):
    look = library.look()
    for lang in ("en", "es", "vi", "hmn", "ru"):
        assert look.written_in(lang) is look


def test_arabic_has_sizes_of_its_own_and_no_title_face(library):
    look = library.look().written_in("fa-AF")
    assert look.styles["title"].size * look.shares["title"] == pytest.approx(134, abs=0.1)
    assert look.styles["house-name"].size * look.shares["house-name"] == pytest.approx(88, abs=0.1)
    assert look.shares["prompt"] == look.shares["fine"] == look.shares["tick"] == 1.06
    assert {style.family for style in look.styles.values()} == {"Atkinson Hyperlegible Next"}
    assert library.look().styles["title"].family == "Fredoka"


@pytest.mark.parametrize(
    ("lang", "leading", "depth"),
    [("en", 1.28, 0.22), ("ru", 1.28, 0.22), ("ar", 1.45, 0.30), ("km", 1.60, 0.40), ("th", 1.45, 0.28)],
)
def test_the_face_says_how_far_lines_stand_apart(library, lang, leading, depth):
    page = lay_out(library.document("languages", lang=lang, paper=paper("letter"))).page
    (title,) = [i for i in page.items if isinstance(i, TextItem) and i.style == "title"]
    assert title.descent == pytest.approx(depth * title.size)
    pen, phrase = _pen(library, lang)
    made = fit(pen, phrase, "prompt", 300, lines=6)
    assert len(made.lines) > 1
    assert made.leading == pytest.approx(leading * made.size)
    put(pen, made, 100, 500, tag=None)
    lines = sorted({item.y for item in pen.finished().items if isinstance(item, TextItem)})
    assert lines[1] - lines[0] == pytest.approx(leading * made.size * pen.unit)


def test_small_arabic_letters_are_not_bold(library):
    pen, phrase = _pen(library, "ar")
    shown = [fit(pen, phrase, "label", 3000, size=size).lines[0].face.ref.name for size in (50, 30)]
    assert shown == ["NotoSansArabic-Bold", "NotoSansArabic-Regular"]


def _pen(library, lang):
    from sopprint.diagnostics import Report
    from sopprint.draw.pen import Sizes
    from sopprint.layout.poster import _pen, typesetter

    document = library.document("languages", lang=lang, paper=paper("arch-d"))
    return _pen(document, typesetter(document), Sizes(), Report()), document.words.phrase("zones", "call", "name")
