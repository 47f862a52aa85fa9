"""Handwriting by itself: all five inks, nothing of the print, nothing invented where nothing shows."""

from __future__ import annotations

import cv2
import numpy as np

from sopprint.photo import ink
from sopprint.photo.glare import UNSEEN
from sopprint.photo.square import square
from tests.photo import measure
from tests.photo.simulate import INKS, Scene
from tests.photo.studio import SLANTED, poster, shot

CLEAR = np.zeros((100, 150), np.float32)


def test_handwriting_is_found_and_little_else() -> None:
    taken = shot(SLANTED)
    found = measure.ink(taken, square([taken.photo], poster().blank))
    assert found.recall > 0.98
    assert found.precision > 0.95


def test_an_empty_poster_has_none() -> None:
    taken = shot(Scene(seed=51, strokes=0, pan=15, light=2))
    assert not square([taken.photo], poster().blank).ink.any()


def page(scale: int = 1) -> np.ndarray:
    paper = np.full((400, 600, 3), 255, np.uint8)
    cv2.rectangle(paper, (40, 40), (560, 360), (31, 122, 92), 8)
    return paper


def test_each_ink_is_found_on_white_and_on_tint() -> None:
    blank = page()
    blank[44:200, 44:556] = (214, 232, 224)
    for colour in INKS.values():
        filled = blank.copy()
        for y in (120, 280):
            pen = [int(255 * (v ** (1 / 2.2))) for v in colour]
            cv2.line(filled, (150, y), (400, y), pen, 5)
        mask = ink.find(filled, blank, CLEAR, 1.0).mask
        assert mask[120, 160:390].all()
        assert mask[280, 160:390].all()
        assert np.count_nonzero(mask) < 2 * 250 * 11


def test_print_that_is_two_units_off_is_not_ink() -> None:
    blank = page()
    mask = ink.find(np.roll(blank, (2, -2), (0, 1)), blank, CLEAR, 1.0).mask
    assert not mask.any()


def test_nothing_is_ink_where_nothing_shows() -> None:
    blank, lost = page(), CLEAR.copy()
    filled = blank.copy()
    cv2.line(filled, (150, 280), (400, 280), (20, 20, 20), 6)
    lost[:, 60:] = UNSEEN
    mask = ink.find(filled, blank, lost, 1.0).mask
    assert mask[280, 160:200].all()
    assert not mask[:, 240:].any()


def test_the_wide_shade_at_a_veils_rim_is_not_ink_but_a_stroke_in_it_is() -> None:
    blank, lost = page(), CLEAR.copy()
    filled = blank.copy()
    cv2.rectangle(filled, (200, 120), (400, 300), (170, 170, 170), -1)
    cv2.line(filled, (220, 200), (380, 200), (20, 20, 120), 6)
    lost[30:75, 50:100] = 0.5
    mask = ink.find(filled, blank, lost, 1.0).mask
    assert mask[200, 230:370].all()
    assert not mask[250, 230:370].any()


def test_strokes_hardly_there_are_told_and_not_taken_for_writing() -> None:
    blank = page()
    filled = blank.copy()
    cv2.line(filled, (150, 280), (400, 280), (238, 238, 238), 8)
    found = ink.find(filled, blank, CLEAR, 1.0)
    assert not found.mask.any()
    assert found.faint[112, 66:154].all()
    assert not ink.find(blank, blank, CLEAR, 1.0).faint.any()


def test_faint_writing_is_told_from_dark() -> None:
    blank = page()
    measured = {}
    for name, level in (("dark", 30), ("faint", 222)):
        filled = blank.copy()
        cv2.line(filled, (150, 280), (400, 280), (level,) * 3, 8)
        dark = 255 - filled[..., 0] * (blank[..., 0] == 255)
        mask = (np.abs(np.arange(400)[:, None] - 280) < 4) & (np.abs(np.arange(600) - 275) < 125)
        measured[name] = ink.legibility(mask.astype(np.uint8) * 255, dark, 1.0)
    assert measured["dark"].faintest > 0.8
    assert measured["faint"].faintest < 0.15
    assert 5 < measured["dark"].width < 10
