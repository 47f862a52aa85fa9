"""Pages made by hand, each with one fault that must be found, and clean neighbours of it that must pass."""

from __future__ import annotations

import pytest

from sopprint.check.page import check_page
from sopprint.color import Color
from sopprint.diagnostics import Place
from sopprint.frame import Cluster, FaceRef, ImageItem, Page, PathItem, Region, TextItem
from sopprint.geometry import Box, Size, ellipse, line, polyline, rectangle, rounded

INK = Color.of("#22303C", (0, 0, 0, 100))
WHITE = Color.of("#FFFFFF", (0, 0, 0, 0))
FACE = FaceRef("font.ttf", "Font")
PLACE = Place("words.en.yaml", 7, 11)


def text(said: str, x: float, y: float, *, width: float = 100, size: float = 20) -> TextItem:
    """Words whose ink reaches 14 pt above the baseline and 4 pt under it."""
    clusters = (Cluster(said, ((1, 0, 0),), 500),)
    return TextItem(x, y, size, FACE, 1000, clusters, width, 0.7 * size, 0.2 * size, INK, place=PLACE)


def stroke(path, width: float = 4, name: str = "divider", tag: int | None = None) -> PathItem:
    return PathItem(path, stroke=INK, width=width, tag=tag, name=name)


def fill(path, name: str = "band") -> PathItem:
    return PathItem(path, fill=WHITE, name=name)


def found(*items, regions=()):
    page = Page(Size(1000, 800), 18, items, (), tuple(regions))
    return [(d.code, d.message) for d in check_page(page, "test paper")]


def codes(*items, regions=()):
    return [code for code, _ in found(*items, regions=regions)]


def test_an_empty_page_is_clean():
    assert found() == []


# ---------------------------------------------------------------------------------------------- words


@pytest.mark.parametrize(
    ("x", "y"), [(150, 305), (100, 300), (195, 317), (60, 284)], ids=["over", "same", "corner", "left"]
)
def test_words_on_words(x, y):
    ((code, message),) = found(text("One", 100, 300), text("Two", x, y))
    assert code == "SP210"
    assert "“One” runs into “Two”" in message


def test_a_prompt_under_its_title_too_close():
    """A title of 72 u and a prompt of 50 u in a head of 124 u: 11 u of them lie on each other."""
    title, prompt = text("Check it", 100, 63, size=72), text("Tick what is true", 100, 101, size=50)
    ((_, message),) = found(title, prompt)
    assert "“Check it” runs into “Tick what is true” by" in message


@pytest.mark.parametrize(("x", "y"), [(100, 320), (201, 300), (100, 281)], ids=["under", "beside", "over"])
def test_words_that_only_touch_are_fine(x, y):
    assert found(text("One", 100, 300), text("Two", x, y)) == []


def test_the_place_of_the_words_is_told():
    page = Page(Size(1000, 800), 18, (text("One", 100, 300), text("Two", 100, 300)), ())
    (diagnostic,) = check_page(page, "test paper")
    assert diagnostic.place == PLACE


@pytest.mark.parametrize(
    "path",
    [
        line(50, 295, 300, 295),
        line(150, 200, 150, 400),
        line(50, 250, 250, 350),
        ellipse(150, 295, 30),
        rounded(Box(90, 290, 400, 400), 8),
    ],
    ids=["through", "across", "aslant", "round", "frame"],
)
def test_words_on_a_stroke(path):
    ((code, message),) = found(stroke(path), text("One", 100, 300))
    assert code == "SP210"
    assert "“One” stands on the edge of a drawing (divider)" in message


def test_a_stroke_painted_after_the_words_counts_too():
    assert codes(text("One", 100, 300), stroke(line(50, 295, 300, 295))) == ["SP210"]


def test_words_beside_a_stroke_reach_as_far_as_its_width():
    assert found(stroke(line(50, 307, 300, 307), width=4), text("One", 100, 300)) == []
    assert codes(stroke(line(50, 307, 300, 307), width=8), text("One", 100, 300)) == ["SP210"]


@pytest.mark.parametrize("edge", [120, 199])
def test_words_on_the_edge_of_a_fill(edge):
    assert codes(fill(rectangle(Box(0, 200, edge, 400))), text("One", 100, 300)) == ["SP210"]


def test_words_inside_a_fill_are_fine():
    assert found(fill(rectangle(Box(90, 200, 300, 400))), text("One", 100, 300)) == []


def test_a_fill_between_hides_the_stroke():
    """A tab on a ring: the ring's stroke is under the tab, and the words are on the tab."""
    ring, tab = stroke(ellipse(150, 395, 100)), fill(rounded(Box(90, 270, 230, 320), 25), "tab")
    assert codes(ring, text("One", 100, 300)) == ["SP210"]
    assert found(ring, tab, text("One", 100, 300)) == []
    assert codes(tab, ring, text("One", 100, 300)) == ["SP210"]


def test_words_hidden_by_what_is_painted_later():
    ((code, message),) = found(text("One", 100, 300), fill(rectangle(Box(90, 200, 300, 400))))
    assert code == "SP210"
    assert "“One” is hidden by a drawing (band)" in message


def test_words_where_people_write():
    area = Region("write", "harm.source", Box(90, 295, 500, 400))
    ((code, message),) = found(text("One", 100, 300), regions=[area])
    assert code == "SP210"
    assert "stands where people write (harm.source)" in message
    assert found(text("One", 100, 290), regions=[area]) == []
    assert found(text("One", 100, 300), regions=[Region("zone", "harm", area.box)]) == []


@pytest.mark.parametrize(("size", "expected"), [(9.0, []), (8.9, ["SP212"])])
def test_words_too_small_to_read(size, expected):
    assert codes(text("One", 100, 300, size=size)) == expected


# ---------------------------------------------------------------------------------------------- edges


@pytest.mark.parametrize(
    ("x", "y"), [(5, 300), (893, 300), (100, 22), (100, 788)], ids=["left", "right", "top", "bottom"]
)
def test_words_outside_the_safe_area(x, y):
    assert codes(text("One", x, y)) == ["SP211"]


def test_words_just_inside_the_safe_area():
    assert found(text("One", 10, 24.5), text("Two", 890, 785)) == []


@pytest.mark.parametrize("name", ["outline", "panel", ""])
def test_a_drawing_over_the_trim(name):
    assert codes(stroke(rectangle(Box(-5, 100, 300, 400)), name=name)) == ["SP211"]


@pytest.mark.parametrize("name", ["sky", "sand", "path"])
def test_grounds_and_the_path_may_cross_the_trim(name):
    assert found(fill(rectangle(Box(-18, -18, 1018, 818)), name)) == []


def test_a_picture_over_the_trim():
    assert codes(ImageItem(Box(900, 100, 1010, 200), b"")) == ["SP211"]
    assert found(ImageItem(Box(900, 100, 1000, 200), b"")) == []


# ---------------------------------------------------------------------------------------------- quiet zones


@pytest.mark.parametrize("kind", ["mark", "qr", "patch", "logo"])
@pytest.mark.parametrize(
    "item",
    [text("One", 150, 230), stroke(line(150, 150, 150, 400)), ImageItem(Box(190, 190, 290, 290), b"")],
    ids=["words", "line", "picture"],
)
def test_something_in_a_quiet_zone(kind, item):
    quiet = Region(kind, "one", Box(100, 200, 200, 300))
    assert "SP213" in codes(item, regions=[quiet])


def test_what_belongs_to_a_quiet_zone_and_what_lies_under_it():
    quiet = Region("qr", "guide", Box(100, 200, 200, 300))
    code = [fill(rectangle(Box(110, 210, 120, 220)), "qr"), fill(rectangle(Box(180, 280, 190, 290)), "qr")]
    assert found(fill(rectangle(Box(0, 100, 1000, 800)), "sand"), *code, regions=[quiet]) == []


def test_a_line_that_winds_round_a_quiet_zone_may_not_cut_it():
    quiet = Region("mark", "top-left", Box(100, 200, 200, 300))
    around = polyline(((50, 150), (400, 150), (400, 500), (50, 500)), closed=True)
    through = polyline(((50, 150), (400, 500), (50, 500)), closed=True)
    assert found(stroke(around), regions=[quiet]) == []
    assert codes(stroke(through), regions=[quiet]) == ["SP213"]


def test_two_quiet_zones_in_each_other():
    regions = [Region("qr", "guide", Box(100, 200, 200, 300)), Region("patch", "photo", Box(150, 290, 250, 320))]
    assert codes(regions=regions) == ["SP213"]


# ---------------------------------------------------------------------------------------------- drawings


def outline(box: Box, tag: int | None = None, name: str = "outline") -> PathItem:
    return stroke(rounded(box, 10), 8, name, tag)


def test_outlines_that_cross():
    one, two = outline(Box(100, 100, 300, 300), 1), outline(Box(250, 200, 500, 400), 2)
    ((code, message),) = found(one, two)
    assert code == "SP210"
    assert "two outlines" in message


def test_outlines_that_touch_with_their_strokes():
    assert codes(outline(Box(100, 100, 300, 300)), outline(Box(305, 100, 500, 300))) == ["SP210"]


@pytest.mark.parametrize(
    "other", [Box(320, 100, 500, 300), Box(150, 150, 250, 250), Box(100, 320, 300, 400)], ids=["beside", "in", "under"]
)
def test_outlines_that_keep_apart(other):
    assert found(outline(Box(100, 100, 300, 300), 1), outline(other, 2)) == []


def test_a_dome_and_a_circle_whose_boxes_overlap_but_not_their_lines():
    assert found(stroke(ellipse(300, 300, 200), 8, "outline"), stroke(ellipse(580, 100, 100), 8, "outline")) == []
    assert codes(stroke(ellipse(300, 300, 200), 8, "outline"), stroke(ellipse(500, 200, 100), 8, "outline")) == [
        "SP210"
    ]


def test_the_lines_of_one_drawing_may_meet():
    """A house: its roof stands on its wall."""
    roof = polyline(((80, 200), (200, 100), (320, 200)), closed=True)
    assert found(outline(Box(100, 200, 300, 400), 1), stroke(roof, 8, "roof", 1)) == []
    assert codes(outline(Box(100, 200, 300, 400), 1), stroke(roof, 8, "roof", 2)) == ["SP210"]


@pytest.mark.parametrize("name", ["tick", "stone", "number", "chip", "tab"])
def test_boxes_and_stones_that_run_into_each_other(name):
    one, near, far = (outline(Box(100, y, 140, y + 40), None, name) for y in (100, 147, 149))
    assert codes(one, near) == ["SP210"]
    assert found(one, far) == []
