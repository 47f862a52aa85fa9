"""Which poster a photograph shows: code, shape, print, and refusals with their reasons."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from sopprint.diagnostics import Diagnostic
from sopprint.errors import ExitCode, SopprintError
from sopprint.layout.poster import lay_out
from sopprint.paper import paper
from sopprint.photo.blank import blank as empty
from sopprint.photo.blank import size
from sopprint.photo.group import grouped
from sopprint.photo.identify import SURE, identify, require_sensible
from sopprint.photo.place import place
from sopprint.photo.shelf import Asked, Shelf, offers
from sopprint.photo.sight import Label, Sight, look, read_label
from sopprint.photo.values import Finding, NotPlacedError, Photo, Placed
from tests.photo.simulate import Scene, photograph
from tests.photo.stubs import blank, document, library


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


def test_without_a_code_a_poster_is_known_by_its_drawing(shelf: Shelf) -> None:
    found = identify(without_code(photo("meeting-agenda", "es", "letter")), Asked(), shelf)
    assert (found.blank.tool, found.blank.lang, found.unnamed) == ("meeting-agenda", "es", True)
    assert not identify(photo("three-houses"), Asked(), shelf).unnamed


def test_without_code_and_marks_the_tool_must_be_named(shelf: Shelf) -> None:
    covered = without_code(photo("meeting-agenda", hidden=(0, 1, 2)))
    assert refusal(covered, Asked(), shelf).code == "no-code"
    assert "--tool" in refusal(covered, Asked(), shelf).hint
    found = identify(covered, Asked(tool="meeting-agenda"), shelf)
    assert (found.blank.tool, found.blank.lang, found.unnamed) == ("meeting-agenda", "en", False)


def test_a_strange_poster_with_our_marks_is_none_of_ours(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    taken = photo("meeting-agenda")
    strange = replace(taken, pixels=np.where(middle(taken), taken.pixels[:, ::-1], taken.pixels))
    monkeypatch.setattr("sopprint.photo.identify.look", lambda _: Sight(None, 1.5, 1.5))
    assert refusal(strange, Asked(), shelf).code == "no-code"


def middle(taken: Photo) -> np.ndarray:
    """Where no corner mark is."""
    inside = np.zeros(taken.pixels.shape, bool)
    height, width = taken.pixels.shape[:2]
    inside[height // 4 : -height // 4, width // 20 : -width // 20] = True
    return inside


def refusal(taken: Photo, asked: Asked, shelf: Shelf) -> Finding:
    with pytest.raises(NotPlacedError) as caught:
        identify(taken, asked, shelf)
    return caught.value.findings[0]


def test_a_shape_that_marks_give_wrong_is_made_up_for(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    """Lens and slant together made 1.56 of 1.5, which is nearer to tabloid's 1.55."""
    monkeypatch.setattr("sopprint.photo.identify.look", lambda _: Sight(Label("three-houses", "2026.1", "ar"), 1.56))
    found = identify(photo("three-houses", "ar"), Asked(), shelf)
    assert (found.blank.paper, found.agreement > SURE) == ("arch-d", True)


def test_two_languages_are_looked_for_on_large_paper_alone(shelf: Shelf) -> None:
    tool = next(tool for tool in library().tools() if tool.name == "three-houses")
    for shape, want in ((1.294, "ansi-e"), (1.545, "ansi-d"), (None, "arch-d")):
        first = next(offers(Sight(None, shape), Asked(), tool, ["en+es"]))
        assert [(p.paper, len(shelf.known([p]))) for p in first] == [(want, 1)]


def test_an_empty_poster_that_cannot_be_made_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def none(*_: object) -> None:
        raise SopprintError([Diagnostic("SP306", "there is no font for it", hints=("install one",))])

    monkeypatch.setattr("sopprint.photo.shelf.blank", none)
    finding = refusal(photo("three-houses"), Asked(), Shelf(library()))
    assert (finding.code, finding.hint) == ("no-blank", "install one")
    assert "there is no font for it" in finding.message


def test_an_empty_poster_has_all_its_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a font a page has no words, and no box that says “Private”."""
    laid = lay_out(document("three-houses"))
    laid.report.add(Diagnostic("SP306", "there is no font for it"))
    monkeypatch.setattr("sopprint.photo.blank.lay_out", lambda _: laid)
    with pytest.raises(SopprintError, match="there is no font"):
        empty(library(), "three-houses", "en", paper("arch-d"))


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


def test_what_is_nothing_like_it_is_compared_once(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each comparison takes seconds; a quick look at the marks spares those with other papers and variants."""
    compared = []
    monkeypatch.setattr("sopprint.photo.identify.place", lambda *given: (compared.append(given), place(*given))[1])
    refusal(photo("three-houses"), Asked(tool="safety-house", lang="en"), shelf)
    assert len(compared) == 1


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
