"""Shop profiles: which there are, and what a wrong one is told."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from sopprint.errors import ExitCode, SopprintError
from sopprint.geometry import Insets
from sopprint.press.shop import load, names

if TYPE_CHECKING:
    from pathlib import Path

SHIPPED = ("copy-center", "offset", "online-no-marks", "wide-format")


def test_these_come_along() -> None:
    assert names() == SHIPPED


@pytest.mark.parametrize("name", SHIPPED)
def test_shipped_profiles_are_right_and_have_a_profile_of_a_press(name: str) -> None:
    profile = load(name)
    assert profile.icc[12:20] == b"prtrCMYK"
    assert profile.shop.condition.identifier == "FOGRA39"
    assert b"FOGRA39" in profile.icc  # the name in the output intent is the profile's own


def test_an_unknown_name_gets_a_near_one() -> None:
    with pytest.raises(SopprintError) as failure:
        load("wide-fromat")
    (found,) = failure.value.diagnostics
    assert (found.code, found.hints) == ("SP621", ("did you mean wide-format?",))
    assert failure.value.exit_code is ExitCode.USAGE


def written(folder: Path, text: str) -> Path:
    file = folder / "shops" / "own.yaml"
    file.parent.mkdir(exist_ok=True)
    file.write_text(f"title: Own shop\n{text}\n", encoding="utf-8")
    return file


def test_a_kit_adds_its_own(tmp_path: Path) -> None:
    written(tmp_path, "bleed: {left: 0in, top: 3mm, right: 0.25in, bottom: 9pt}")
    assert names(tmp_path) == ("copy-center", "offset", "online-no-marks", "own", "wide-format")
    bleeds = load("own", tmp_path).shop.bleeds
    assert bleeds == Insets(0.0, pytest.approx(8.504, abs=0.001), 18.0, 9.0)


def test_a_kit_can_replace_a_shipped_one(tmp_path: Path) -> None:
    written(tmp_path, "ink_limit: 220").rename(tmp_path / "shops" / "offset.yaml")
    assert load("offset", tmp_path).shop.ink_limit == 220


WRONG = {
    "bleed: 0.25in\nborder: 0.25in  # SP622": None,
    "bleed: 0.25in\nmarks: {offset: 0.2in}  # SP622": None,
    "marks: {offset: 0.5in, length: 0.5in, room: 0.9in}  # SP622": None,
    "lamination: {edge: sealed, lip: 0in}  # SP622": None,
    "lamination: {edge: flush, lip: 0.5in}  # SP622": None,
    "bleed: wide  # SP1": None,
    "gloss: true  # SP1": None,
    "condition: {icc: ../../secret.icc}  # SP004": None,
    "condition: {icc: screen.icc}  # SP623": None,
}


@pytest.mark.parametrize("text", WRONG)
def test_wrong_profiles_are_refused_at_their_line(tmp_path: Path, text: str) -> None:
    file = written(tmp_path, text)
    (file.parent / "screen.icc").write_bytes(b"\0" * 12 + b"mntrRGB " + b"\0" * 16 + b"acsp")
    with pytest.raises(SopprintError) as failure:
        load(str(file))
    found = failure.value.diagnostics[0]
    wanted = re.search(r"# (SP\d+)", text)
    assert wanted is not None
    assert found.code.startswith(wanted[1])
    if found.code != "SP004":
        assert found.place is not None
        assert found.place.line == 1 + text.count("\n") + 1


def test_marks_may_begin_right_at_the_bleed(tmp_path: Path) -> None:
    written(tmp_path, "bleed: 3mm\nmarks: {offset: 3mm, length: 5mm, room: 8mm}")
    assert load("own", tmp_path).shop.room == pytest.approx(22.677, abs=0.001)
