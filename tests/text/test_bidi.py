"""The bidirectional algorithm against Unicode's own test data, against another implementation, and by hand."""

from __future__ import annotations

from pathlib import Path
from unicodedata import bidirectional

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sopprint.text.bidi.isolation import isolated_levels
from sopprint.text.bidi.lines import base_level, levels, line_levels, visual

UNICODE = Path("/usr/share/unicode")  # Debian's package unicode-data
STEP = 9  # of 91,707 cases; all pass, in eight seconds
REMOVED = {"RLE", "LRE", "RLO", "LRO", "PDF", "BN"}
CONTROLS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def shown(text: str, base: int, *, isolate: bool = False) -> str:
    """The text as it stands on the line, controls left out; mirrored signs as they were written."""
    found = isolated_levels(text, base) if isolate else levels(text, base)
    of_line = line_levels(text, found, base)
    kept = [at for at, c in enumerate(text) if bidirectional(c) not in REMOVED]
    line = (text[kept[at]] for at in visual([of_line[at] for at in kept]))
    return "".join(c for c in line if c not in CONTROLS)


@pytest.mark.skipif(not UNICODE.is_dir(), reason="no Unicode data here: apt install unicode-data")
def test_unicode_character_test() -> None:
    with (UNICODE / "BidiCharacterTest.txt").open(encoding="utf-8") as lines:
        cases = [line.split(";") for line in lines if line.strip() and not line.startswith("#")]
    assert len(cases) > 90_000
    for codes, given_, base, expected, order in cases[::STEP]:
        text = "".join(chr(int(code, 16)) for code in codes.split())
        found = levels(text, {"0": 0, "1": 1}.get(given_))
        of_line = line_levels(text, found, int(base))
        wanted = expected.split()
        kept = [at for at, level in enumerate(wanted) if level != "x"]
        assert [str(of_line[at]) for at in kept] == [wanted[at] for at in kept], codes
        assert [kept[at] for at in visual([of_line[at] for at in kept])] == list(map(int, order.split())), codes
        if given_ == "2":
            assert base_level(text) == int(base), codes


SIGNS = st.text(list("abאבאبج019٣۴ .,-+%/()[]:\t") + list(CONTROLS), max_size=14)


@settings(max_examples=400, deadline=None)
@given(SIGNS, st.sampled_from([0, 1]))
def test_another_implementation_agrees(text: str, base: int) -> None:
    bidi = pytest.importorskip("bidi")
    theirs = bidi.get_display(text, base_dir="LR"[base])
    if base and not any(bidirectional(c) in ("R", "AL") for c in text):
        return  # it hands such texts back as they were, against UAX #9
    plain = str.maketrans("()[]", "    ")  # it mirrors signs, which is the shaper's business here
    ours = shown(text, base)
    theirs = "".join(c for c in theirs if bidirectional(c) not in REMOVED and c not in CONTROLS)
    assert ours.translate(plain) == theirs.translate(plain)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("שלום abc", "abc םולש"),
        ("אב 12 גד", "דג 12 בא"),
        ("אב (גד) הו", "וה )דג( בא"),
        ("אב abc.", ".abc בא"),
        ("abc", "abc"),
    ],
)
def test_lines_of_a_right_to_left_paragraph(text: str, expected: str) -> None:
    assert shown(text, 1) == expected


@pytest.mark.parametrize(
    "whole",
    ["555-0142", "(530) 555-0142", "+1 530 555 0142", "12/5/2026", "2024-25", "24–36", "10:30", "۵۵۵-۰۱۴۲", "٥٥٥-٠١٤٢",
     "https://example.org/a-1?b=2", "www.example.gov", "ask@example-county.gov", "211ca.org"],
)  # fmt: skip
def test_numbers_and_addresses_stay_whole(whole: str) -> None:
    text = f"اتصل {whole} الآن"
    line = shown(text, 1, isolate=True)
    assert whole in line
    assert line.startswith("نآلا ")
    assert line.endswith(" لصتا")


def test_without_isolation_a_telephone_number_turns() -> None:
    assert "0142-555" in shown("اتصل 555-0142 الآن", 1)


def test_a_list_of_short_numbers_is_not_a_telephone_number() -> None:
    """A scale from 0 to 10 reads from right to left like the words around it."""
    assert "10 - 0" in shown("من 0 - 10 درجة", 1, isolate=True)


def test_each_paragraph_finds_its_own_direction() -> None:
    assert levels("abc\nאבג") == (0, 0, 0, 0, 1, 1, 1)


def test_blanks_at_a_line_end_stand_at_the_paragraphs_side() -> None:
    text = "אב cd  "
    assert line_levels(text, levels(text, 1), 1)[-2:] == (1, 1)
    assert line_levels("cd אב  ", levels("cd אב  ", 0), 0)[-2:] == (0, 0)
