"""Line ends where words have no blanks between them."""

from __future__ import annotations

import sys
import unicodedata
from pathlib import Path

import pytest

from sopprint.text.breaks import breaks, by_tables, guess_warning
from sopprint.text.unspaced import by_syllable

LINE_BREAK_TEST = Path("/usr/share/unicode/auxiliary/LineBreakTest.txt")  # Debian's package unicode-data
THAI = "เรากังวลเรื่องอะไร บ้านแห่งความหวัง"
KHMER = "តើយើងបារម្ភអំពីអ្វី? ផ្ទះនៃសេចក្តីសង្ឃឹម"
LAO = "ພວກເຮົາກັງວົນກ່ຽວກັບຫຍັງ?"


def pieces(text: str, ends: tuple[int, ...]) -> list[str]:
    return [text[a:b] for a, b in zip((0, *ends), ends, strict=False)]


@pytest.fixture
def no_dictionary(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "icu4py.breakers", None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (THAI, "เรา|กังวล|เรื่อง|อะไร |บ้าน|แห่ง|ความ|หวัง"),
        (KHMER, "តើ|យើង|បារម្ភ|អំពីអ្វី? |ផ្ទះ|នៃ|សេចក្តី|សង្ឃឹម"),
        (LAO, "ພວກ|ເຮົາ|ກັງວົນ|ກ່ຽວກັບ|ຫຍັງ?"),
        ("😀 กังวล", "😀 |กังวล"),
    ],
)
def test_a_dictionary_knows_words(text: str, expected: str) -> None:
    pytest.importorskip("icu4py")
    assert pieces(text, breaks(text)) == expected.split("|")


@pytest.mark.parametrize("text", [THAI, KHMER, LAO])
def test_without_one_no_line_begins_with_a_mark_or_ends_with_an_early_vowel(text: str) -> None:
    found = pieces(text, by_syllable(text))
    assert len(found) > 6
    assert "".join(found) == text
    for piece in found:
        assert unicodedata.category(piece[0]) not in ("Mn", "Mc")
        assert piece[-1] not in "เแโใไເແໂໃໄ\u17d2"


def test_blanks_of_width_zero_are_the_authors_words(no_dictionary: None) -> None:
    text = "กังวล\u200bเรื่อง"
    assert pieces(text, breaks(text)) == ["กังวล\u200b", "เรื่อง"]
    assert guess_warning((text,)) is None


def test_a_guess_is_told_and_only_once_needed(no_dictionary: None) -> None:
    warning = guess_warning(("abc", THAI))
    assert warning is not None
    assert warning.code == "SP307"
    assert guess_warning(("abc", "家")) is None


def test_with_a_dictionary_nothing_is_told() -> None:
    pytest.importorskip("icu4py")
    assert guess_warning((THAI,)) is None


@pytest.mark.skipif(not LINE_BREAK_TEST.is_file(), reason="no Unicode data here: apt install unicode-data")
def test_unicode_line_break_test() -> None:
    """No break that Unicode forbids, but for Korean kept whole; of those it allows, 99 in 100.

    The rest are U+2329 and LB25, where the tables go by the text of the standard and the test by its example.
    """
    allowed = found_of_them = 0
    for line in LINE_BREAK_TEST.read_text("utf-8").splitlines():
        case = line.partition("#")[0].split()
        if not case or "<reserved" in line or any(0xD800 <= int(code, 16) < 0xE000 for code in case[1::2]):
            continue
        text = "".join(chr(int(code, 16)) for code in case[1::2])
        wanted = {at for at, sign in enumerate(case[2::2], 1) if sign == "÷"}
        found = set(by_tables(text))
        assert found <= wanted, line
        allowed += len(wanted)
        found_of_them += len(found)
    assert allowed > 10_000
    assert found_of_them / allowed > 0.99
