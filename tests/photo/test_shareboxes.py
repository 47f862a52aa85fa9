"""Tick boxes of real posters, found by their structure and read from the ink."""

from __future__ import annotations

import pytest

from sopprint.photo.shareboxes import read_boxes
from sopprint.photo.square import square
from tests.photo.simulate import Scene, photograph
from tests.photo.stubs import Poster


def states(poster: Poster) -> dict[tuple[str | None, str], str]:
    return {(r.tick.zone, r.tick.label): r.state for r in read_boxes(poster.squared(), poster.boxes())}


def meanings(poster: Poster) -> dict[tuple[str | None, str], tuple[str, str | None]]:
    return {(t.zone, t.label): (t.meaning, t.about) for t in poster.boxes()}


@pytest.mark.parametrize(
    ("lang", "sheet", "labels"),
    [
        ("en", "arch-d", ("OK to share", "Ask me first", "Private")),
        ("en", "letter", ("OK to share", "Ask me", "Private")),
        ("es", "arch-d", ("Se puede contar", "Pregúntame", "Privado")),
        ("ar", "arch-d", ("يمكن مشاركته", "اسألني أولًا", "خاص")),
        ("en+es", "arch-d", ("OK to share Se puede contar", "Ask me first Pregúntame", "Private Privado")),
        ("ar+en", "arch-d", ("يمكن مشاركته OK to share", "اسألني أولًا Ask me first", "خاص Private")),
    ],
)
def test_share_words_mean_the_same_in_every_language_and_form(lang: str, sheet: str, labels: tuple[str, ...]) -> None:
    found = meanings(Poster("three-houses", lang, sheet))
    for zone in ("good", "worries", "dreams"):
        of_zone = {label: meaning for (owner, label), meaning in found.items() if owner == zone}
        assert list(of_zone.values()) == [("share", zone), ("ask", zone), ("private", zone)]
        if lang != "es":
            assert tuple(of_zone) == labels


@pytest.mark.parametrize(("lang", "sheet"), [("en", "arch-d"), ("es", "letter")])
def test_the_safety_house_says_what_its_boxes_are_about(lang: str, sheet: str) -> None:
    found = [(t.zone, t.meaning, t.about) for t in Poster("safety-house", lang, sheet).boxes() if t.zone]
    assert found == [
        ("red", "other", "red"), ("red", "off-photo", "red"), ("share", "permit", "inside"),
        ("share", "permit", "outer"), ("share", "permit", "rules"), ("share", "permit", "path"),
    ]  # fmt: skip


def test_boxes_of_lists_and_of_the_footer_mean_nothing_for_photographs() -> None:
    for tool in ("danger-and-goal", "meeting-agenda", "harm-and-danger"):
        boxes = Poster(tool).boxes()
        assert boxes
        assert {t.meaning for t in boxes} == {"other"}
    footer = [t.label for t in Poster("three-houses").boxes() if t.zone is None]
    assert footer == ["Read back to the child", "Child agreed to share", "Photo taken"]


def test_only_the_ticked_box_is_ticked() -> None:
    found = states(Poster("three-houses").tick("worries", "Private"))
    assert [key for key, state in found.items() if state != "empty"] == [("worries", "Private")]
    assert found["worries", "Private"] == "ticked"


def test_on_a_mirrored_poster_the_box_of_the_first_house_is_at_the_right() -> None:
    poster = Poster("three-houses", "ar").tick("good", "خاص")
    assert [key for key, state in states(poster).items() if state == "ticked"] == [("good", "خاص")]
    boxes = {(t.zone, t.label): t.box for t in poster.boxes()}
    assert boxes["good", "خاص"].left > 2400 > boxes["dreams", "خاص"].right


@pytest.mark.parametrize("width", [5.0, 14.0])
def test_the_thinnest_and_the_thickest_pen(width: float) -> None:
    found = states(Poster("safety-house").tick("red", "Kept off the photo", width))
    assert found["red", "Kept off the photo"] == "ticked"
    assert set(found.values()) == {"ticked", "empty"}


def test_a_slip_of_the_pen_is_unclear() -> None:
    poster = Poster("three-houses", scale=1.0)
    box = next(t.box for t in poster.boxes() if (t.zone, t.label) == ("good", "Private"))
    poster.line((box.center.x - 1, box.center.y), (box.center.x + 1, box.center.y), width=4)
    assert states(poster)["good", "Private"] == "unclear"


def test_writing_beside_a_box_does_not_tick_it() -> None:
    poster = Poster("three-houses")
    box = next(t.box for t in poster.boxes() if (t.zone, t.label) == ("good", "Private"))
    poster.line((box.left - 80, box.top - 20), (box.right + 90, box.top - 14))
    assert states(poster)["good", "Private"] == "empty"


def test_a_box_that_no_photograph_shows_is_unclear() -> None:
    poster = Poster("three-houses")
    box = next(t.box for t in poster.boxes() if (t.zone, t.label) == ("good", "Private"))
    assert states(poster.lose(box.center.x, box.center.y, 60))["good", "Private"] == "unclear"


def test_ticks_are_read_from_a_photograph(monkeypatch: pytest.MonkeyPatch) -> None:
    """A thin pen, a slanted picture of two million pixels, and the handwriting around the boxes."""
    poster = Poster("three-houses", scale=1.0)
    wanted = {("good", "Private"), ("worries", "OK to share"), (None, "Photo taken")}
    for zone, label in wanted:
        poster.tick(zone, label, width=5.0)
    filled = poster.squared().pixels
    with monkeypatch.context() as patch:
        patch.setattr("sopprint.photo.blank.picture", lambda *_: filled)
        shot = photograph(poster.blank, Scene(megapixels=2.0, pan=14.0, tilt=6.0, light=1.6))
    squared = square([shot.photo], poster.blank)
    found = {(r.tick.zone, r.tick.label): r.state for r in read_boxes(squared, poster.boxes())}
    assert {key for key, state in found.items() if state != "empty"} == wanted
    assert {found[key] for key in wanted} == {"ticked"}
