"""Even light: paper white and tints their own under falling light, shadow, lamp light and haze."""

from __future__ import annotations

import numpy as np
import pytest

from sopprint.photo import light
from sopprint.photo.arrays import linear, srgb
from sopprint.photo.square import square
from tests.photo import measure
from tests.photo.measure import ciede2000
from tests.photo.simulate import Scene, careless
from tests.photo.studio import poster, shot

DIM = Scene(seed=41, light=3.0, kelvin=2900, shadow=0.4, veil=0.04, fill=0.97)


def test_paper_is_white_and_tints_are_their_own() -> None:
    taken = shot(DIM)
    found = measure.colour(taken, square([taken.photo], poster().blank))
    assert found.plain < 1.0
    assert found.tints < 2.0
    assert found.spread < 0.6
    assert found.wrong_hues == ()


def test_hands_on_all_corner_marks_do_not_pass_for_light_on_black() -> None:
    known = poster("action-plan", "es")
    taken = shot(careless(16, hidden=(0, 1, 2, 3)), known)
    found = measure.colour(taken, square([taken.photo], known.blank))
    assert found.plain < 1
    assert found.tints < 2
    assert not found.wrong_hues


def test_the_measures_of_this_test_would_see_a_cast() -> None:
    """Against published pairs of the formula's own paper (Sharma, Wu, Dalal 2005)."""
    a = np.array([(50, 2.6772, -79.7751), (50, 2.5, 0), (2.0776, 0.0795, -1.1350)])
    b = np.array([(50, 0, -82.7485), (73, 25, -18), (0.9033, -0.0636, -0.5514)])
    assert ciede2000(a, b) == pytest.approx((2.0425, 27.1492, 0.9082), abs=1e-4)


def test_bytes_and_light_go_there_and_back() -> None:
    every = np.arange(256, dtype=np.uint8)
    assert np.abs(srgb(linear(every)).astype(int) - every).max() <= 1
    assert linear(np.uint8(188)) == pytest.approx(0.5029, abs=1e-3)


def drawing(height: int = 600, width: int = 900) -> np.ndarray:
    paper = np.full((height, width, 3), 255, np.uint8)
    paper[100:200, 100:800] = (180, 210, 240)
    for x in range(120, 800, 60):
        paper[300:330, x : x + 30] = 20
    return paper


def photographed(paper: np.ndarray, times: np.ndarray, plus: np.ndarray) -> np.ndarray:
    return srgb((linear(paper) * times + plus).astype(np.float32))


def test_a_slope_of_coloured_light_and_a_haze_are_taken_away() -> None:
    paper = drawing()
    slope = np.linspace(0.3, 0.9, 900)[None, :, None] * np.array([1.0, 0.8, 0.5])
    seen = photographed(paper, slope, np.full_like(slope, 0.03))
    made = light.even(seen, paper, np.full((600, 900), 255, np.uint8), 1.0).pixels
    inner = np.s_[20:-20, 20:-20]
    assert np.abs(made[inner].astype(int) - paper[inner]).mean() < 2.0
    assert made[315, 135].max() < 45


def test_a_narrow_bump_of_light_is_a_reflection_and_print_under_it_comes_back() -> None:
    paper = drawing()
    y, x = np.mgrid[:600, :900]
    bump = (0.35 * np.exp(-(((x - 435) / 100.0) ** 2) - ((y - 315) / 100.0) ** 2))[..., None]
    seen = photographed(paper, np.full_like(bump, 0.6), np.repeat(bump, 3, 2))
    made = light.even(seen, paper, np.full((600, 900), 255, np.uint8), 1.0)
    assert made.field.veil[315 // 16, 435 // 16] > 0.3
    assert made.field.veil[2, 2] < 0.05
    assert seen[315, 435].min() > 160
    assert made.pixels[315, 435].max() < 115


def test_what_is_not_seen_has_no_say() -> None:
    paper = drawing()
    seen = photographed(paper, np.full((1, 1, 3), 0.5), np.zeros((1, 1, 3)))
    seen[:, 600:] = (90, 20, 120)
    mask = np.full((600, 900), 255, np.uint8)
    mask[:, 600:] = 0
    made = light.even(seen, paper, mask, 1.0).pixels
    assert np.abs(made[30:-30, 30:560].astype(int) - paper[30:-30, 30:560]).mean() < 2


def test_a_large_place_filled_in_with_colour_is_a_drawing_not_bad_light() -> None:
    paper = drawing(1200, 1800)
    filled = paper.copy()
    filled[500:1000, 700:1300] = (40, 90, 190)
    slope = np.linspace(0.4, 0.8, 1800)[None, :, None] * np.array([1.0, 0.9, 0.7])
    seen = photographed(filled, slope, np.full_like(slope, 0.02))
    made = light.even(seen, paper, np.full((1200, 1800), 255, np.uint8), 1.0).pixels
    assert np.abs(made[520:980, 720:1280].astype(int) - (40, 90, 190)).max() < 30
    assert made[300, 1000].min() > 245
