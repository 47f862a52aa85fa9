"""Corner marks: found at every turn, none where none is, and the right set among several."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from sopprint.photo import blank as empty
from sopprint.photo import marks
from tests.photo.simulate import Scene, room
from tests.photo.studio import poster, shot


def grey(pixels):
    return cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY)


@pytest.mark.parametrize(
    "scene",
    [
        Scene(seed=1, strokes=0, turn=143.0),
        Scene(seed=2, strokes=0, pan=48.0),
        Scene(seed=3, strokes=0, veil=0.8, exposure=0.5, defocus=1.5),
    ],
    ids=["turned", "from the side", "under a veil, soft"],
)
def test_all_four_are_found_where_they_are(scene: Scene) -> None:
    taken = shot(scene)
    found = {m.id: m.corners for m in marks.find(grey(taken.photo.pixels))}
    assert set(found) == {0, 1, 2, 3}
    for number, corners in empty.marks(poster().blank).items():
        assert np.abs(found[number] - taken.to_photo(corners)).max() < 1.5


def test_nothing_is_found_in_cluttered_rooms() -> None:
    assert not [m for seed in range(8) for m in marks.find(grey(room(seed)))]


def square_marks(matrix: np.ndarray, shape: tuple[float, float], ids=(0, 1, 2, 3)) -> list[marks.Mark]:
    corners = expected(*shape)
    return [marks.Mark(i, marks.projected(corners[i], matrix)) for i in ids]


def expected(width: float, height: float) -> dict[int, np.ndarray]:
    places = ((90, 90), (width - 198, 90), (90, height - 198), (width - 198, height - 198))
    side = np.array([(0, 0), (108, 0), (108, 108), (0, 108)], float)
    return {i: side + place for i, place in enumerate(places)}


SMALL = np.array([[0.4, 0, 50], [0, 0.4, 30], [0, 0, 1.0]])


def test_the_shape_of_the_sheet_is_told_from_the_marks() -> None:
    found = marks.choose(square_marks(SMALL, (2400, 3106)), [expected(3600, 2400), expected(2400, 3106)])
    assert found is not None
    assert found.which == 1
    assert np.allclose(found.homography / found.homography[2, 2], SMALL, atol=1e-6)


def test_two_posters_are_not_mixed() -> None:
    """Three marks of one sheet and all of another, smaller one: no mark of the first gets into the set."""
    there = np.array([[0.2, 0, 1900], [0, 0.2, 200], [0, 0, 1.0]])
    both = square_marks(SMALL, (3600, 2400), (0, 1, 2)) + square_marks(there, (3600, 2400))
    found = marks.choose(both, [expected(3600, 2400)])
    assert found is not None
    assert found.off < 1e-3
    assert {round(m.side) for m in found.marks} == {round(108 * 0.2)}


def test_a_missed_mark_is_looked_for_again() -> None:
    taken = shot(Scene(seed=2, strokes=0, pan=48.0))
    seen = grey(taken.photo.pixels)
    corners = empty.marks(poster().blank)
    some = marks.choose([m for m in marks.find(seen) if m.id != 3], [corners])
    assert some is not None
    again = marks.look_again(seen, some, corners)
    assert {m.id for m in again.marks} == {0, 1, 2, 3}
    assert marks.look_again(np.full_like(seen, 128), some, corners) is some
