"""Hidden zones are opaque, lost places are hatched, and both are told; nothing else is touched."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from sopprint.photo import hide, zones
from sopprint.photo.hide import HIDDEN, LOST
from sopprint.photo.values import Finding
from sopprint.photo.verdict import Wishes
from tests.photo.stubs import INK, SCALE, Poster, picture


def colours(pixels: np.ndarray) -> set[tuple[int, ...]]:
    packed = pixels.reshape(-1, 3).astype(np.int64) @ (65536, 256, 1)
    return {(int(v) >> 16, int(v) >> 8 & 255, int(v) & 255) for v in np.unique(packed)}


def part(image: np.ndarray, poster: Poster, kind: str, zone: str) -> np.ndarray:
    box = poster.box(kind, zone).scaled(poster.scale)
    return image[round(box.top) : round(box.bottom), round(box.left) : round(box.right)]


def zigzag(tool: str, *written: str) -> Poster:
    poster = Poster(tool)
    for zone in written:
        poster.write(zone)
    return poster


@pytest.mark.parametrize(
    ("tool", "zone"),
    [("safety-house", "red"), ("three-houses", "worries"), ("three-houses", "good"), ("action-plan", "")],
)
def test_no_ink_of_a_hidden_zone_is_left_in_any_picture(tool: str, zone: str) -> None:
    poster = Poster(tool)
    zone = zone or zones_of(poster)[0]
    names = [r.name for r in poster.blank.page.regions if r.kind == "write" and r.name.split(".")[0] == zone]
    for name in names:
        poster.write(name)
    filled = poster.filled(Wishes(hide=(zone,)))
    for image in (filled.pictures.poster, filled.pictures.ink):
        assert INK not in colours(image)
        for name in names:
            assert colours(part(image, poster, "write", name)) <= set(HIDDEN)


def zones_of(poster: Poster) -> list[str]:
    return [r.name for r in poster.blank.page.regions if r.kind == "zone"]


def test_what_is_around_stays_as_it_is() -> None:
    poster = zigzag("three-houses", "good", "worries", "dreams")
    filled, before = poster.filled(Wishes(hide=("worries",))), poster.squared().pixels
    outside = filled.pictures.hidden == 0
    assert np.array_equal(filled.pictures.poster[outside], before[outside])
    assert INK in colours(part(filled.pictures.poster, poster, "write", "good"))
    assert INK in colours(part(filled.pictures.poster, poster, "write", "dreams"))


def test_zones_inside_a_hidden_one_stay() -> None:
    """The outer circle is hidden, the house in it is not."""
    poster = zigzag("safety-house", "inside", "rules", "outer")
    filled = poster.filled(Wishes(hide=("outer",)))
    assert INK in colours(part(filled.pictures.poster, poster, "write", "inside"))
    assert INK in colours(part(filled.pictures.poster, poster, "write", "rules"))
    assert colours(part(filled.pictures.poster, poster, "write", "outer")) <= set(HIDDEN)


def test_a_hidden_ring_hides_its_corners_and_not_its_neighbours() -> None:
    poster = zigzag("circles-of-safety", "not-yet", "little", "most", "family")
    made = poster.filled(Wishes(hide=("little",))).pictures.poster
    assert colours(part(made, poster, "write", "little")) <= set(HIDDEN)
    for zone in ("not-yet", "most", "family"):
        assert INK in colours(part(made, poster, "write", zone)), zone


def test_the_printed_name_is_drawn_anew_from_the_empty_poster() -> None:
    poster = Poster("safety-house")
    (name,) = zones.headings(poster.blank, "red")
    poster.line((name.left, name.center.y), (name.right, name.center.y), width=20)
    made = poster.filled().pictures.poster
    rows, columns = (
        slice(round(a * SCALE), round(b * SCALE)) for a, b in ((name.top, name.bottom), (name.left, name.right))
    )
    assert np.array_equal(made[rows, columns], picture(poster.blank, SCALE)[rows, columns])


def test_nothing_hidden_changes_nothing() -> None:
    poster = zigzag("three-houses", "good")
    filled = poster.filled()
    assert np.array_equal(filled.pictures.poster, poster.squared().pixels)
    assert not filled.pictures.hidden.any()


def test_handwriting_alone_has_its_colour_and_no_print() -> None:
    poster = zigzag("three-houses", "good")
    ink = poster.filled().pictures.ink
    assert INK in colours(ink)
    far = cv2.dilate(poster.ink, np.ones((15, 15))) == 0
    assert colours(ink[far]) == {(255, 255, 255)}


def test_lost_places_are_hatched_in_both_pictures_and_named() -> None:
    poster = zigzag("three-houses", "good")
    box = poster.box("write", "good")
    filled = poster.lose(box.center.x, box.center.y, 150).filled()
    for image in (filled.pictures.poster, filled.pictures.ink):
        share = (image[poster.lost > 0] == LOST).all(-1).mean()
        assert 0.3 < share < 0.7
        assert not (image[poster.lost == 0] == LOST).all(-1).any()
    (finding,) = [f for f in filled.findings if f.code == "lost"]
    assert (finding.level, finding.zone) == ("error", "good")
    assert "Good Things" in finding.message


def test_lost_places_under_what_is_hidden_are_nobody_s_business() -> None:
    poster = Poster("safety-house")
    box = poster.box("write", "red")
    filled = poster.lose(box.center.x, box.center.y, 100).filled()
    assert LOST not in colours(part(filled.pictures.poster, poster, "write", "red"))
    assert not [f for f in filled.findings if f.code == "lost"]


def test_ink_that_runs_out_of_a_hidden_zone_is_told() -> None:
    poster = Poster("safety-house")
    box = poster.box("write", "red")
    inside = zigzag("safety-house", "red").filled()
    assert "wandering-ink" not in [f.code for f in inside.findings]
    crossing = poster.line((box.center.x, box.center.y), (box.left - 300, box.center.y)).filled()
    (finding,) = [f for f in crossing.findings if f.code == "wandering-ink"]
    assert (finding.level, finding.zone) == ("warning", "red")


def test_a_mask_is_the_shape_and_not_the_box_where_the_box_is_another_zone_s() -> None:
    """The triangle of the roof is hidden, the corners beside it belong to the outer circle."""
    poster = Poster("safety-house")
    box = poster.box("zone", "rules")
    mask = zones.mask(poster.blank, ["rules"], poster.ink.shape, SCALE)
    assert mask[round((box.top + 20) * SCALE), round((box.left + 20) * SCALE)] == 0
    assert mask[round(box.center.y * SCALE), round(box.center.x * SCALE)] == 255


def test_findings_of_the_squaring_up_are_not_told_twice() -> None:
    poster = Poster("three-houses", findings=(Finding("error", "glare", "glare hides 2 %", "good"),))
    box = poster.box("write", "good")
    filled = poster.lose(box.center.x, box.center.y, 150).filled()
    assert [f.code for f in filled.findings] == ["glare"]
    assert hide.findings(poster.squared(), filled.verdict, poster.privacy) == ()
