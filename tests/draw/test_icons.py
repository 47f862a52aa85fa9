from __future__ import annotations

import pytest

from sopprint.draw.icons import ICONS, draw_icon
from sopprint.draw.svgpath import parse
from sopprint.geometry import Box
from sopprint.model.elements import Icon

DESIGNED = (
    "sun sun-plain star cloud person people past future next flag check ok list stop shield stones park clock pencil"
    " cam lock heart speech house circ tri sq dia"
)


def test_every_icon_of_the_design_is_there():
    assert set(ICONS) == set(DESIGNED.split())


@pytest.mark.parametrize("name", ICONS)
def test_ink_stays_in_the_box(name):
    for shape in ICONS[name]:
        ink = parse(shape.d).bounds().outset(shape.width / 2)
        assert Box(0, 0, 100, 100).contains(ink, slack=3.5), shape.d


def test_the_sun_has_ten_rays_and_a_face_and_the_plain_sun_eight_and_none():
    def rays(name):
        return parse(ICONS[name][1].d).flattened()

    assert (len(rays("sun")), len(rays("sun-plain"))) == (10, 8)
    assert (len(ICONS["sun"]), len(ICONS["sun-plain"])) == (4, 2)


def test_the_star_stands_on_two_points():
    points = parse(ICONS["star"][0].d).flattened()[0][:-1]
    assert points[0] == pytest.approx((50, 7))
    low = sorted(points, key=lambda p: p[1])[-2:]
    assert low[0][1] == pytest.approx(low[1][1])


def test_icons_scale_with_their_strokes_and_stand_in_the_middle_of_the_box(studio, paths):
    pen = studio.pen()
    draw_icon(pen, "clock", "green", Box(100, 100, 300, 150))
    face, hands = paths(pen, "icon")
    assert face.path.bounds().center.x == pytest.approx(200)
    assert face.path.bounds().height == pytest.approx(84 * 0.5, rel=1e-3)
    assert face.width == hands.width == pytest.approx(4.5)
    assert face.fill == studio.look.colour("paper")
    assert hands.fill is None


def test_without_paper_the_ground_shows_through_but_dots_stay(studio, paths):
    pen = studio.pen()
    draw_icon(pen, "sun", "green", Box(0, 0, 100, 100), fill_paper=False)
    green = studio.look.colour("green")
    assert [item.fill for item in paths(pen, "icon")] == [None, None, None, green]


def test_an_unknown_icon_is_reported_with_the_nearest(studio):
    pen = studio.pen()
    draw_icon(pen, "cloude", "green", Box(0, 0, 100, 100))
    (found,) = pen.report
    assert (found.code, found.hints) == ("SP118", ("did you mean “cloud”?",))


def test_the_icon_element_is_decoration(studio, paths):
    pen = studio.drawn("{}", Icon(icon="heart"), Box(0, 0, 50, 50))
    (heart,) = paths(pen, "icon")
    assert heart.tag is None
