"""The drafts of the Three Houses in six more languages: complete, marked as drafts, clean on every size."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
import uharfbuzz as hb

from sopprint.check import check_tool
from sopprint.check.page import check_page
from sopprint.diagnostics import Severity
from sopprint.frame import PathItem, TextItem
from sopprint.layout.poster import lay_out
from sopprint.paper import paper
from sopprint.resolve import regional
from sopprint.resolve.library import Library
from sopprint.resolve.regional import faces, region
from sopprint.resources import Folder
from sopprint.source.nodes import plain

LAYOUTS = Path(__file__).parents[2] / "layouts"
LANGUAGES = ("vi", "hmn", "zh-Hans", "zh-Hant", "ar", "pa")
PAPERS = ("letter", "tabloid", "arch-d", "36x48in")
NAMED = ("Nicki Weld", "Maggie Greening")


@cache
def library() -> Library:
    return Library.open()


def laid(lang: str, sheet: str, turn: str, variant: str | None = None):
    if lang.startswith("zh") and not faces(region(lang, "")):
        pytest.skip("no font for Chinese here: apt install fonts-noto-cjk")
    return lay_out(library().document("three-houses", lang=lang, paper=paper(sheet), orientation=turn, variant=variant))


@pytest.mark.parametrize("variant", [None, "teen"])
@pytest.mark.parametrize("turn", ["landscape", "portrait"])
@pytest.mark.parametrize("sheet", PAPERS)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_draft_fits_on_every_size(lang, sheet, turn, variant):
    made = laid(lang, sheet, turn, variant)
    assert [d.message for d in made.report] == []
    assert [d.message for d in check_page(made.page, f"{sheet} {turn}")] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_draft_says_that_it_is_one(lang):
    page = laid(lang, "arch-d", "landscape").page
    assert [i for i in page.items if isinstance(i, PathItem) and i.name == "draft"]


def texts(value, path=()):
    if isinstance(value, dict):
        for key, entry in value.items():
            yield from texts(entry, (*path, key))
    elif isinstance(value, list):
        for index, entry in enumerate(value):
            yield from texts(entry, (*path, index))
    elif isinstance(value, str):
        yield path, value


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_draft_is_complete_and_no_text_is_english(lang):
    english, draft = (plain(library().words_node("three-houses", code)) for code in ("en", lang))
    said = dict(texts(draft))
    for zone, words in english["zones"].items():
        assert set(words) - set(draft["zones"][zone]) <= {"over"}  # some languages say it in the name
    for key in ("ticks", "how_to"):
        assert len(draft["footer"][key]) == len(english["footer"][key])
    assert set(draft["variants"]) == set(english["variants"])
    same = {text for _, text in texts(english)} & {text for path, text in said.items() if path[0] != "language"}
    assert same == set()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_makers_are_named(lang):
    credit = plain(library().words_node("three-houses", lang))["footer"]["credit"]
    for form in [credit] if isinstance(credit, str) else credit:
        assert all(name in form for name in NAMED)


def test_the_arabic_draft_is_mirrored_and_the_others_are_not():
    said = {lang: library().document("three-houses", lang=lang, paper=paper("letter")).direction for lang in LANGUAGES}
    assert {lang for lang, direction in said.items() if direction == "rtl"} == {"ar"}


@pytest.fixture
def _no_regional_fonts(monkeypatch):
    monkeypatch.setattr(regional, "_installed", dict)


@pytest.mark.usefixtures("_no_regional_fonts")
def test_without_a_chinese_font_the_poster_says_once_what_to_install():
    made = lay_out(Library.open().document("three-houses", lang="zh-Hans", paper=paper("letter")))
    (told,) = made.report
    assert told.code == "SP306"
    assert "Simplified Chinese" in told.message
    assert "fonts-noto-cjk" in told.hints[0]


@pytest.mark.usefixtures("_no_regional_fonts")
def test_without_a_chinese_font_check_says_so_once_for_each_language():
    report = check_tool(Folder(LAYOUTS / "three-houses"), shared=Folder(LAYOUTS))
    found = [(d.severity, Path(d.place.file).name) for d in report if d.code == "SP306"]
    assert found == [(Severity.NOTE, "words.zh-Hans.yaml"), (Severity.NOTE, "words.zh-Hant.yaml")]
    assert {d.code for d in report} == {"SP306"}  # and no page laid out with a font that is not there


def test_the_name_line_takes_short_words_before_small_letters():
    page = laid("hmn", "arch-d", "landscape").page
    label = [i for i in page.items if isinstance(i, TextItem) and i.style == "family"]
    assert "".join(i.text for i in label).strip() == "Tsev neeg, pab pawg, hnub"
    assert label[0].size > 0.8 * 40 * page.size.height / 2400


def ink(item: TextItem) -> tuple[float, float]:
    """The highest and the lowest ink of a line, points from the top of the page."""
    face = hb.Face(hb.Blob.from_file_path(item.face.path), item.face.index)
    font, scale = hb.Font(face), item.size / item.units
    if item.face.weight:
        font.set_variations({"wght": item.face.weight})
    boxes = [(dy, font.get_glyph_extents(glyph)) for c in item.clusters for glyph, _, dy in c.glyphs]
    high = max(dy + box.y_bearing for dy, box in boxes if box)
    low = min(dy + box.y_bearing + box.height for dy, box in boxes if box)
    return item.y - high * scale, item.y - low * scale


@pytest.mark.parametrize("turn", ["landscape", "portrait"])
@pytest.mark.parametrize("sheet", ["letter", "arch-d"])
@pytest.mark.parametrize("lang", ["en", "vi", "ar"])
def test_small_words_do_not_touch_the_marks_of_names_and_names_share_a_line(lang, sheet, turn):
    texts = [item for item in laid(lang, sheet, turn).page.items if isinstance(item, TextItem)]
    small, names = ([item for item in texts if item.style == style] for style in ("house-over", "house-name"))
    assert len({round(item.y, 3) for item in names}) == 1
    assert max(ink(item)[1] for item in small) < min(ink(item)[0] for item in names)
