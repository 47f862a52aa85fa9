"""All of it: what a worker is told, and what a record must not show."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from sopprint.photo import blank as empty
from sopprint.photo.square import square
from sopprint.photo.values import NotPlacedError
from tests.photo.simulate import Scene
from tests.photo.studio import LAMP, SLANTED, poster, shot


def codes(*scenes: Scene) -> set[str]:
    return {f.code for f in square([shot(s).photo for s in scenes], poster().blank).findings}


def test_a_good_photograph_has_nothing_to_be_said() -> None:
    good = shot(Scene(seed=61, megapixels=5, fill=0.97, turn=180))
    made = square([good.photo], poster().blank)
    assert made.findings == ()
    assert made.pixels.shape[1::-1] == empty.pixels(poster().blank, made.scale)
    assert made.ink.shape == made.lost.shape == made.pixels.shape[:2]
    assert not made.lost.any()


@pytest.mark.parametrize(
    ("scene", "code"),
    [
        (Scene(seed=62, defocus=4.0), "blurred"),
        (Scene(seed=63, fill=0.5), "too-small"),
        (Scene(seed=64, fill=1.15), "cut-off"),
        (Scene(seed=65, hidden=(2,)), "mark-hidden"),
        (Scene(seed=66, faint=True), "faint"),
    ],
    ids=["blurred", "far away", "cut off", "mark hidden", "faint"],
)
def test_what_is_wrong_is_said(scene: Scene, code: str) -> None:
    assert code in codes(scene)


def test_a_person_is_hatched_and_said_and_a_shadow_is_not() -> None:
    person = shot(Scene(seed=67, person=0.25))
    made = square([person.photo], poster().blank)
    width, height = made.lost.shape[::-1]
    assert made.lost[int(0.75 * height), int(0.88 * width)] == 255
    assert made.lost[:, : int(0.6 * width)].max() == 0
    assert {(f.code, f.zone) for f in made.findings} >= {("covered", None), ("not-shown", "dreams")}
    assert "covered" not in codes(Scene(seed=68, shadow=0.6, light=2.0))


def test_writing_that_changed_between_photographs_is_said() -> None:
    changed = square([shot(LAMP).photo, shot(SLANTED).photo], poster().blank)
    found = [f for f in changed.findings if f.code == "disagree"]
    assert {f.zone for f in found} & {"good", "worries", "dreams"}
    assert {f.level for f in found} == {"error"}  # in several zones: perhaps two families' posters


def test_a_photograph_of_another_poster_is_left_out_and_said() -> None:
    other = shot(Scene(seed=69), poster("safety-scale"))
    made = square([other.photo, shot(SLANTED).photo], poster().blank)
    assert made.sources == (shot(SLANTED).photo.name,)
    assert "other-poster" in {f.code for f in made.findings if f.level == "error"}
    with pytest.raises(NotPlacedError):
        square([other.photo], poster().blank)


def test_the_same_photograph_gives_the_same_bytes() -> None:
    first, second = (square([shot(LAMP).photo], poster().blank) for _ in range(2))
    assert first.pixels.tobytes() == second.pixels.tobytes()
    assert first.ink.tobytes() == second.ink.tobytes()
    assert first.findings == second.findings


def test_a_grey_photograph_still_gives_the_writing() -> None:
    taken = shot(Scene(seed=70, grey=True))
    made = square([taken.photo], poster().blank)
    strokes = cv2.resize(taken.strokes, made.ink.shape[::-1], interpolation=cv2.INTER_AREA) > 127
    assert np.mean(made.ink[strokes] > 0) > 0.95
