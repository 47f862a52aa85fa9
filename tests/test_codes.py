"""Every code in the package is explained, and nothing is explained that cannot happen."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sopprint.codes import CODES

PACKAGE = Path(__file__).parent.parent / "sopprint"
USED = re.compile(r"""["'](SP\d{3})["']""")


def used() -> set[str]:
    sources = (path for path in PACKAGE.rglob("*.py") if path.parent.name != "codes")
    return {code for source in sources for code in USED.findall(source.read_text(encoding="utf-8"))}


def test_every_code_in_use_is_explained() -> None:
    assert sorted(used() - set(CODES)) == []


def test_every_explained_code_is_in_use() -> None:
    assert sorted(set(CODES) - used()) == []


def test_codes_are_in_order_and_titles_differ() -> None:
    assert list(CODES) == sorted(CODES)
    assert len({code.title for code in CODES.values()}) == len(CODES)


@pytest.mark.parametrize("code", CODES)
def test_explanations_are_sentences_no_wider_than_a_terminal_of_120(code: str) -> None:
    explanation = CODES[code].explanation
    assert explanation.rstrip().count(".") >= 1
    assert len(explanation) >= 60
    assert max(len(line) for line in explanation.splitlines()) <= 120
