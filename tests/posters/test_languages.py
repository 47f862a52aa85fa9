"""The language samples: 19 languages as finished posters, read back letter for letter."""

from __future__ import annotations

import re
import shutil
import subprocess
import unicodedata
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2
import pytest

from sopprint.frame import TextItem
from sopprint.layout.poster import lay_out
from sopprint.paper import paper
from sopprint.pdf.inspect import read
from sopprint.pdf.painter import paint
from sopprint.resolve.library import Library
from sopprint.resolve.regional import faces, region
from tests.standards import checkers
from tests.standards.verapdf import UnavailableError, VeraPDF

if TYPE_CHECKING:
    from sopprint.layout.poster import Laid

EXAMPLE = Path(__file__).parents[2] / "examples" / "languages"
RIGHT_TO_LEFT = ("ar", "fa")
EAST_ASIAN = ("zh-Hans", "zh-Hant", "ja", "ko")
LEFT_TO_RIGHT = (
    "en", "es", "vi", "tl", "hmn", *EAST_ASIAN, "ru", "uk", "hy", "pa", "hi", "km", "lo", "th",
)  # fmt: skip
LANGUAGES = (*LEFT_TO_RIGHT, *RIGHT_TO_LEFT)
PATHS = (
    ("title",), ("purpose",), ("zones", "worry", "name"), ("zones", "good", "name"), ("zones", "next", "name"),
    ("zones", "call", "name"), ("footer", "how_to", 0), ("footer", "ticks", 0), ("footer", "credit"),
)  # fmt: skip
UNSEEN = re.compile(r"[\s\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\x0c]+")


class Samples:
    """The samples, each made once."""

    def __init__(self) -> None:
        self.library = Library.open(None, [EXAMPLE])
        self.laid = cache(self._laid)
        self.pdf = cache(lambda lang: paint([self.laid(lang).page], self.laid(lang).about))

    def _laid(self, lang: str) -> Laid:
        if lang in EAST_ASIAN and not faces(region(lang, "")):
            pytest.skip("no font for Chinese, Japanese and Korean here: apt install fonts-noto-cjk")
        return lay_out(self.document(lang))

    def document(self, lang: str):
        return self.library.document("languages", lang=lang, paper=paper("letter"))

    def wanted(self, lang: str) -> list[str]:
        words = self.document(lang).words
        return [unicodedata.normalize("NFC", words.phrase(*path).text) for path in PATHS]


@pytest.fixture(scope="module")
def samples() -> Samples:
    return Samples()


@pytest.fixture(scope="module")
def verapdf() -> VeraPDF:
    try:
        return VeraPDF()
    except UnavailableError as reason:
        pytest.skip(f"veraPDF: {reason}")


def by_poppler(data: bytes, tmp_path: Path) -> str:
    if shutil.which("pdftotext") is None:
        pytest.skip("no pdftotext here")
    (tmp_path / "file.pdf").write_bytes(data)
    made = subprocess.run(["pdftotext", "-enc", "UTF-8", tmp_path / "file.pdf", "-"], capture_output=True, check=True)
    return made.stdout.decode("utf-8")


def by_pdfium(data: bytes) -> str:
    return pypdfium2.PdfDocument(data)[0].get_textpage().get_text_range()


def bare(text: str) -> str:
    return UNSEEN.sub("", text)


def test_every_language_is_there_and_marked_as_unreviewed(samples: Samples) -> None:
    assert sorted(samples.library.languages("languages")) == sorted(LANGUAGES)
    assert [lang for lang in LANGUAGES if samples.document(lang).reviewed] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_lays_out_without_a_word_lost(samples: Samples, lang: str) -> None:
    laid = samples.laid(lang)
    assert [d.message for d in laid.report.errors] == []
    by_tag: dict[int | None, str] = {}
    for item in laid.page.items:
        if isinstance(item, TextItem):
            by_tag[item.tag] = by_tag.get(item.tag, "") + item.text
    printed = [bare(text) for text in by_tag.values()]
    assert [words for words in samples.wanted(lang) if not any(bare(words) in text for text in printed)] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_checkers_pass(samples: Samples, verapdf: VeraPDF, lang: str) -> None:
    data = samples.pdf(lang)
    assert checkers.ours(data) == []
    assert verapdf.failures(data) == {}
    if lang not in EAST_ASIAN:  # page-validation reads the widths of fonts with several private dictionaries wrongly
        assert checkers.page_validation(data) == []


@pytest.mark.parametrize("lang", LEFT_TO_RIGHT)
def test_poppler_and_pdfium_read_every_letter(samples: Samples, tmp_path: Path, lang: str) -> None:
    data = samples.pdf(lang)
    for text in (by_poppler(data, tmp_path), by_pdfium(data)):
        assert [words for words in samples.wanted(lang) if bare(words) not in bare(text)] == []


@pytest.mark.parametrize("lang", RIGHT_TO_LEFT)
def test_poppler_and_pdfium_read_the_words_of_right_to_left_text(samples: Samples, tmp_path: Path, lang: str) -> None:
    """All words but those at brackets and at the full stop after them, which the two place differently."""
    data = samples.pdf(lang)
    wanted = [word for text in samples.wanted(lang) for word in text.split() if word.isalpha() or len(word) > 6]
    assert len(wanted) > 25
    for text in (by_poppler(data, tmp_path), by_pdfium(data)):
        lost = [word for word in wanted if bare(word).strip("().؟،") not in bare(text)]
        assert lost == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_file_says_its_language_and_embeds_its_fonts(samples: Samples, lang: str) -> None:
    data = samples.pdf(lang)
    facts = read(data)
    assert facts.lang == lang
    assert all(font.embedded for font in facts.fonts)


def test_an_arabic_telephone_number_is_printed_from_left_to_right(samples: Samples) -> None:
    pieces = [item.text for item in samples.laid("ar").page.items if isinstance(item, TextItem) and not item.rtl]
    assert "555-0142" in pieces
    assert "12/5/2026" in pieces
