"""Placing: to a millimetre with marks and without; another tool, language, edition is refused with the reason."""

from __future__ import annotations

import numpy as np
import pytest
from msgspec.structs import replace

from sopprint.frame import TextItem
from sopprint.photo import wording
from sopprint.photo.place import Known, place
from sopprint.photo.values import NotPlacedError, Photo
from tests.photo.measure import off_by
from tests.photo.simulate import Scene, beside, careless
from tests.photo.studio import SLANTED, poster, shot

HIDDEN = careless(31, hidden=(0, 1, 2, 3), turn=3.0)
PORTRAIT = careless(32, hidden=(2,), turn=90.0)


def reason(photo: Photo, offered) -> str:
    with pytest.raises(NotPlacedError) as refused:
        place(photo, offered)
    (finding,) = refused.value.findings
    assert finding.level == "error"
    return finding.code


@pytest.mark.parametrize(
    ("scene", "known", "seen"),
    [
        (SLANTED, poster(), (0, 1, 2, 3)),
        (PORTRAIT, poster("safety-house", "es", "letter", "portrait"), (0, 1, 3)),
        (HIDDEN, poster(), ()),
    ],
    ids=["slanted, through a lens, bowed", "on its side, a mark hidden", "no marks"],
)
def test_a_careless_photograph_is_placed_to_a_millimetre(scene: Scene, known: Known, seen: tuple[int, ...]) -> None:
    taken = shot(scene, known)
    placed = place(taken.photo, known)
    assert np.percentile(off_by(taken, placed), 95) < 1.0
    assert placed.marks == seen
    assert placed.agreement > 0.85
    assert placed.error < 1.0
    assert not placed.otherwise


def test_of_several_posters_the_right_one_is_chosen() -> None:
    offered = [poster("safety-scale"), poster(lang="es"), poster()]
    assert place(shot(SLANTED).photo, offered).blank == poster().blank


@pytest.mark.parametrize(
    "other",
    [poster("safety-scale"), poster(lang="es"), poster(variant="teen"), poster("three-houses", turn="portrait")],
    ids=["tool", "language", "variant", "orientation"],
)
def test_another_poster_is_refused(other: Known) -> None:
    assert reason(shot(SLANTED).photo, other) == "other-poster"


def test_another_edition_with_one_sentence_reworded_is_refused() -> None:
    """Its stamp differs, as the words' fingerprint does, and one line among forty."""
    assert reason(shot(SLANTED).photo, Known(reworded("How do you want things to be?", "25qzrn"))) == "other-poster"


def test_one_line_written_over_is_no_other_edition() -> None:
    placed = place(shot(SLANTED).photo, Known(reworded("How do you want things to be?")))
    assert len(placed.otherwise) == 1


def reworded(*parts: str):
    """The poster with lines that hold these parts set in other letters: the same line turned round."""
    blank = poster().blank
    items = tuple(
        replace(item, clusters=item.clusters[::-1])
        if isinstance(item, TextItem) and any(part in item.text for part in parts) and "·" not in item.text
        else replace(item, clusters=item.clusters[:9] + item.clusters[:8:-1])
        if isinstance(item, TextItem) and any(part in item.text for part in parts)
        else item
        for item in blank.page.items
    )
    return type(blank)(
        blank.tool, blank.edition, blank.lang, blank.variant, blank.paper, blank.orientation,
        replace(blank.page, items=items), blank.unit,
    )  # fmt: skip


def test_the_stamp_is_the_print_of_words_and_layout() -> None:
    (stamp,) = [line for line in wording.lines(poster().blank) if line.stamp]
    whole = next(i for i in poster().blank.page.items if isinstance(i, TextItem) and i.text == stamp.text)
    assert stamp.text.startswith("2026.1 · ")
    assert 0.3 * whole.width < stamp.box.width * poster().blank.unit < 0.6 * whole.width


def test_a_picture_without_a_poster_is_refused() -> None:
    rng = np.random.default_rng(0)
    noise = rng.integers(0, 255, (600, 800, 3), np.uint8)
    assert reason(Photo("noise", noise), poster()) == "no-poster"


def test_the_poster_asked_for_is_found_beside_another() -> None:
    other = poster("safety-house")
    taken = shot(SLANTED)
    both = beside(taken, shot(Scene(seed=33), other))
    placed = place(both, poster())
    assert placed.others == 4
    at = np.array([(400.0, 400.0), (3000.0, 2000.0)])
    assert np.abs(placed.to_photo(at) - taken.to_photo(at)).max() < 3
    assert place(both, other).blank.tool == "safety-house"
