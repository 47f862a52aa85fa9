"""Which poster a photograph shows: code, shape, print, and refusals with their reasons."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from sopprint.errors import ExitCode, SopprintError
from sopprint.paper import paper
from sopprint.photo.blank import size
from sopprint.photo.group import grouped
from sopprint.photo.identify import identify, require_sensible
from sopprint.photo.shelf import Asked, Shelf
from sopprint.photo.sight import Label, Sight, look, read_label
from sopprint.photo.values import NotPlacedError, Photo, Placed
from tests.photo.simulate import Scene, photograph
from tests.photo.stubs import blank, library


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    return Shelf(library())


@cache
def photo(tool: str, lang: str = "en", sheet: str = "arch-d", variant: str | None = None, **scene: object) -> Photo:
    return photograph(blank(tool, lang, sheet, variant), Scene(megapixels=2.0, **scene)).photo


# ------------------------------------------------------------------------------------------ codes


@pytest.mark.parametrize(
    "text",
    [
        "urn:sopprint:three-houses/2026.1/es",
        "https://county.gov/guides#three-houses/2026.1/es",
        " #three-houses/2026.1/es\n",
    ],
)
def test_a_label_is_read(text: str) -> None:
    assert read_label(text) == Label("three-houses", "2026.1", "es")


def test_languages_with_a_region() -> None:
    assert read_label("urn:sopprint:my-tool/2027.12/zh-Hant") == Label("my-tool", "2027.12", "zh-Hant")
    assert read_label("urn:sopprint:three-houses/2026.1/en+zh-Hans").lang == "en+zh-Hans"  # two on one poster


@pytest.mark.parametrize(
    "text",
    ["", "https://county.gov/menu", "urn:sopprint:three-houses", "urn:sopprint:three-houses/2026/es",
     "urn:sopprint:../2026.1/es", "urn:sopprint:three-houses/2026.1/es/x", "WIFI:S:office;T:WPA;P:secret;;"],
)  # fmt: skip
def test_codes_of_others_are_no_labels(text: str) -> None:
    assert read_label(text) is None


# ------------------------------------------------------------------------------------------ what is seen


@pytest.mark.parametrize(
    ("sheet", "scene"),
    [("arch-d", {"pan": 22.0, "tilt": 12.0}), ("letter", {"turn": 180.0}), ("tabloid", {"turn": 95.0})],
)
def test_code_and_shape_whichever_way_the_phone_is_held(sheet: str, scene: dict[str, float]) -> None:
    sight = look(photo("three-houses", "es", sheet, **scene))
    width, height = size(blank("three-houses", "es", sheet))
    assert sight.label == Label("three-houses", "2026.1", "es")
    assert sight.shape is not None
    assert abs(sight.shape / (width / height) - 1) < 0.035


def test_a_wall_without_a_poster_says_nothing() -> None:
    taken = photo("three-houses")
    sight = look(Photo("wall", taken.pixels[:300, :300]))
    assert (sight.label, sight.shape) == (None, None)


# ------------------------------------------------------------------------------------------ which poster


@pytest.mark.parametrize(
    ("tool", "lang", "sheet", "variant"),
    [
        ("three-houses", "es", "letter", None),
        ("safety-house", "en", "arch-d", "group"),
        ("action-plan", "en", "tabloid", None),
        ("three-houses", "en+es", "arch-d", None),
    ],
)
def test_the_code_the_marks_and_the_print_name_the_poster(
    shelf: Shelf, tool: str, lang: str, sheet: str, variant: str | None
) -> None:
    found = identify(photo(tool, lang, sheet, variant, pan=8.0), Asked(), shelf)
    b = found.blank
    assert (b.tool, b.lang, b.paper, b.variant) == (tool, lang, sheet, variant)
    assert found.agreement > 0.8


def test_without_a_code_the_tool_must_be_named(shelf: Shelf) -> None:
    covered = without_code(photo("meeting-agenda"))
    with pytest.raises(NotPlacedError) as caught:
        identify(covered, Asked(), shelf)
    (finding,) = caught.value.findings
    assert finding.code == "no-code"
    assert "--tool" in finding.hint
    found = identify(covered, Asked(tool="meeting-agenda"), shelf)
    assert (found.blank.tool, found.blank.lang) == ("meeting-agenda", "en")


def without_code(taken: Photo) -> Photo:
    """A hand before the code at the bottom right."""
    pixels = taken.pixels.copy()
    height, width = pixels.shape[:2]
    pixels[int(height * 0.75) : int(height * 0.93), int(width * 0.78) : int(width * 0.92)] = (190, 150, 130)
    return replace(taken, pixels=pixels)


def test_another_tool_than_named_is_refused(shelf: Shelf) -> None:
    with pytest.raises(NotPlacedError) as caught:
        identify(photo("three-houses"), Asked(tool="meeting-agenda", lang="en", paper=paper("arch-d")), shelf)
    assert {f.code for f in caught.value.findings} == {"other-poster"}


def test_another_edition_and_an_unknown_tool_are_refused(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    taken = photo("three-houses")
    refusals = {
        Label("three-houses", "2024.2", "en"): "other-edition",
        Label("nine-houses", "2026.1", "en"): "unknown-tool",
        Label("three-houses", "2026.1", "tlh"): "other-language",
    }
    for label, code in refusals.items():
        monkeypatch.setattr("sopprint.photo.identify.look", lambda _, label=label: Sight(label, 1.5))
        with pytest.raises(NotPlacedError) as caught:
            identify(taken, Asked(), shelf)
        assert [f.code for f in caught.value.findings] == [code]


def test_the_named_edition_stands_for_the_code(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sopprint.photo.identify.look", lambda _: Sight(Label("three-houses", "2024.2", "en"), 1.5))
    assert identify(photo("three-houses"), Asked(tool="three-houses", edition="2026.1"), shelf).agreement > 0.8


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        (Asked(tool="three-houses", edition="2020.1"), "edition 2026.1, not 2020.1"),
        (Asked(tool="three-houses", lang="tlh"), "no language “tlh”"),
        (Asked(tool="three-houses", variant="giant"), "no variant “giant”"),
        (Asked(variant="group"), "--variant belongs to a tool"),
        (Asked(tool="three-house"), "three-house"),
    ],
)
def test_what_cannot_be_is_a_usage_mistake(asked: Asked, message: str) -> None:
    with pytest.raises(SopprintError) as caught:
        require_sensible(asked, library())
    assert caught.value.exit_code is ExitCode.USAGE
    assert message in str(caught.value)


# ------------------------------------------------------------------------------------------ groups


def placed(tool: str, name: str, sheet: str = "arch-d", agreement: float = 0.9) -> Placed:
    return Placed(Photo(name, None), blank(tool, "en", sheet), lambda p: p, agreement, (0, 1, 2, 3), 0.2)


def test_photographs_of_one_poster_go_together_in_order() -> None:
    a, b, c = placed("three-houses", "1"), placed("safety-house", "2"), placed("three-houses", "3")
    assert [g.photos for g in grouped([a, b, c], separate=False)] == [(a, c), (b,)]
    assert [g.photos for g in grouped([a, b, c], separate=True)] == [(a,), (b,), (c,)]


def test_one_taken_for_another_paper_is_placed_once_more_on_the_better() -> None:
    good, worse = placed("three-houses", "1"), placed("three-houses", "2", "tabloid", 0.5)
    (group,) = grouped([worse, good], separate=False)
    assert group.blank is good.blank
    assert group.photos == (worse.photo, good)
