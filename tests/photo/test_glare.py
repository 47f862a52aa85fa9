"""Reflections: marked where nothing can be read, named with their zone, and gone with a second photograph."""

from __future__ import annotations

import numpy as np

from sopprint.photo import glare
from sopprint.photo.merge import merge
from sopprint.photo.square import square
from tests.photo import measure
from tests.photo.studio import LAMP, LAMP_ASIDE, poster, shot

SEEN = np.full((80, 80), 255, np.uint8)
CLEAR = np.zeros((20, 20), np.float32)


def test_burnt_places_are_marked_and_the_zone_is_named() -> None:
    taken = shot(LAMP)
    made = square([taken.photo], poster().blank)
    found = measure.burnt(taken, made)
    assert found.recall > 0.95
    assert found.precision > 0.98
    (hidden,) = [f for f in made.findings if f.code == "glare" and f.zone]
    assert hidden.zone == "good"
    assert hidden.level == "error"
    assert hidden.hint.endswith("to the left")


def test_a_second_photograph_from_a_step_aside_brings_it_back() -> None:
    one, other = shot(LAMP), shot(LAMP_ASIDE)
    made = square([one.photo, other.photo], poster().blank)
    assert np.mean(made.lost > 0) < 0.0005
    assert not [f for f in made.findings if f.code in ("glare", "disagree")]
    assert measure.ink(one, made).recall > 0.98
    assert len(made.sources) == 2


def test_levels_run_from_veil_to_burnt_to_not_seen() -> None:
    square_ = np.full((80, 80, 3), 200, np.uint8)
    square_[:, 40:] = 255
    seen = SEEN.copy()
    seen[60:] = 0
    level = glare.glare(square_, np.full((20, 20), 0.5, np.float32), seen)
    assert 0.3 < level[5, 5] < 0.6
    assert level[5, 15] == 1
    assert level[18, 5] == glare.UNSEEN
    mask = glare.lost(level, (80, 80))
    assert mask[10, 10] == 0
    assert mask[10, 60] == 255
    assert mask[75, 10] == 255


def test_merging_takes_each_place_from_where_it_shows_and_averages_nothing() -> None:
    one, other = (np.full((80, 240, 3), v, np.uint8) for v in (10, 200))
    clear = np.zeros((20, 60), np.float32)
    burnt = clear.copy()
    burnt[:, :8] = 1
    made = merge([one, other], [burnt, clear], [1.0, 0.4])
    assert (made.pixels[:, :40] == 200).all()
    assert (made.pixels[:, 180:] == 10).all()
    assert made.lost.max() == 0


def test_a_place_that_no_photograph_shows_stays_lost() -> None:
    burnt = CLEAR.copy()
    burnt[4:8, 4:8] = 1
    made = merge([np.full((80, 80, 3), 9, np.uint8)] * 3, [burnt] * 3, [1.0, 1.0, 1.0])
    assert (made.lost > glare.BURNT).sum() == 16
