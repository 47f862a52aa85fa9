"""What is taken for a leftover of a real meeting, and what is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from sopprint.sharing.personal import leftovers, names

LAYOUTS = Path(__file__).parents[2] / "layouts"


def found(text: str) -> list[tuple[str, str]]:
    """Codes, and what was found, in a text."""
    return [(f.code, f.message.split("“")[1].split("”")[0]) for f in leftovers(text, "words.en.yaml")]


@pytest.mark.parametrize(
    "written",
    [
        "write to ana.ruiz@county.ca.gov", "ANA+sop@mail.example.edu",
        "call 916-555-0143", "call (916) 555-0143", "call 916.555.0143 today", "+1 916 555-0143", "555-0143",
    ],
)  # fmt: skip
def test_addresses_and_phone_numbers(written: str) -> None:
    assert [code for code, _ in found(written)] == ["SP804"]


@pytest.mark.parametrize(
    "written",
    [
        "0123-4567-8901-2345678", "case 123-45-6789", "JV-24-00123", "J24-01234", "DP012345", "1234567890123",
        "# from case 20240123 last week", "born 4/12/2016", "04/12/16",
    ],
)  # fmt: skip
def test_case_numbers_and_birthdays_also_in_comments(written: str) -> None:
    assert [code for code, _ in found(written)] == ["SP805"]


@pytest.mark.parametrize(
    "written",
    [
        "someone@example.org", "call 1-800-422-4453", "call (888) 555-0143", "dial 988 or 911",
        "reviewed_on: 2026-10-01",
        "https://example.gov/documents/20240123/files", "edition 2026.1, CC BY 4.0", "24 x 36 in, 3 to 6 years",
        "from 0 to 10", "30 to 45 minutes", "half of 1/2", "24/7", "roof_height: 330, eaves: 36",
    ],
)  # fmt: skip
def test_what_may_stay(written: str) -> None:
    assert found(written) == []


def test_says_line_and_column() -> None:
    (finding,) = leftovers("a: b\nc: call 916-555-0143\n", "w.yaml")
    assert (finding.place.line, finding.place.column, finding.place.length) == (2, 9, 12)


# ------------------------------------------------------------------------------------------------ names


def named(text: str, credited: str = "") -> list[str]:
    return [f.message.split("“")[1].split("”")[0] for f in names(text, "words.en.yaml", credited)]


def test_names_inside_sentences() -> None:
    text = """\
title: Our Plan
zones:
  good: {name: Good Things, prompt: "What does Marisol like? Ask Devon Pruitt’s aunt, or Mr. Okafor."}
"""
    assert named(text) == ["Mr. Okafor", "Marisol", "Devon Pruitt"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ask first. Then write.", "“Who helps you?” Write it down.", "**Stop.** Turn the sheet over.", "Mom and I",
        "Good Things first", "On Monday the Tribe and the county meet.",
        "Send it to CPS or the DA.", "See Turnell’s book.",
        "- Listen\\n- Write", "(Ask twice.)", "Bring: Markers and cloth.",
    ],
)  # fmt: skip
def test_capitals_that_are_no_names(sentence: str) -> None:
    assert named(f'zones: {{a: {{name: Good Things}}}}\ntext: "{sentence}"\n', "Andrew Turnell") == []


def test_a_word_that_is_also_written_small_is_no_name() -> None:
    assert named("a: We call it Hope here.\nb: We have hope.\n") == []
    assert named("a: We call it Hope here.\n") == ["Hope"]


def test_made_up_people_of_an_example_have_one_name() -> None:
    text = "guide:\n  example: {story: 'Now and then Lena calls. Rosa Delgado comes.'}\n  note: 'Then Lena calls.'\n"
    assert named(text) == ["Rosa Delgado", "Lena"]


def test_a_name_is_told_once_where_it_comes_first() -> None:
    (finding,) = names("a: We like Marisol.\nb: |\n  So does\n  our Marisol.\n", "w.yaml")
    assert (finding.place.line, finding.place.column) == (1, 12)


def test_a_name_further_down_in_a_text_has_its_own_line() -> None:
    (finding,) = names("a: |\n  One line.\n  Here is our Marisol.\n", "w.yaml")
    assert (finding.place.line, finding.place.column, finding.place.length) == (3, 15, 7)


@pytest.mark.parametrize("words", sorted(LAYOUTS.glob("*/words.en.yaml")), ids=lambda path: path.parent.name)
def test_our_own_tools_have_little_that_looks_like_a_name(words: Path) -> None:
    text = words.read_text(encoding="utf-8")
    titles = " ".join(
        line.removeprefix("title: ")
        for other in LAYOUTS.glob("*/words.en.yaml")
        for line in other.read_text(encoding="utf-8").splitlines()
        if line.startswith("title: ")
    )
    assert list(leftovers(text, words.as_posix())) == []
    if words.parent.name != "common":
        assert len(named(text, titles)) <= 3  # teachers and neighbours of made-up families
