"""The sheet around the page: where artwork ends and marks begin."""

from __future__ import annotations

import pytest

from sopprint.color import Color
from sopprint.frame import PRODUCTION, Element, LinkItem, PathItem, TextItem
from sopprint.geometry import Box, Size, rectangle
from sopprint.model.shop import Edges, Marks, Shop
from sopprint.press.sheet_marks import Sheet, Slug, sheet
from sopprint.resolve.library import Library
from sopprint.text.faces import FaceBook
from sopprint.text.typesetter import Typesetter
from tests.pdf.handmade import DOCUMENT, GREEN, page, text

SIZE = Size(1728, 1296)
GROUND = PathItem(rectangle(Box(-18, -18, 1746, 1314)), fill=GREEN, name="ground")
PANEL = PathItem(rectangle(Box(100, 100, 200, 200)), fill=GREEN, name="panel")
WORDS = Slug("three-houses · English", "Trim 24 × 18 in", "Matte laminate")
MARKED = Shop(title="Marked", bleed="0.125in", marks=Marks(offset="0.25in", length="0.25in", room="0.75in"))


@pytest.fixture(scope="module")
def setter() -> Typesetter:
    look = Library.open().look()
    return Typesetter(FaceBook(look.families, look.fallbacks), "en")


def made(setter: Typesetter, shop: Shop, *items: object, **more: object) -> Sheet:
    return sheet(page(*(items or (GROUND, PANEL)), size=SIZE, bleed=18, **more), shop, WORDS, setter, (GREEN,))


def clips(of: Sheet) -> dict[str, Box | None]:
    return {item.name: item.clip for item in of.page.items if isinstance(item, PathItem)}


def test_artwork_ends_at_the_bleed_and_the_rest_is_left_alone(setter: Typesetter) -> None:
    found = clips(made(setter, MARKED))
    assert found["ground"] == Box(-9, -9, 1737, 1305)
    assert found["panel"] is None


def test_each_edge_has_its_own_bleed(setter: Typesetter) -> None:
    shop = Shop(title="Bound", bleed=Edges(left="0in", top="9pt", right="18pt", bottom="4pt"))
    assert clips(made(setter, shop))["ground"] == Box(0, -9, 1746, 1300)


def test_a_border_takes_no_ink(setter: Typesetter) -> None:
    found = made(setter, Shop(title="Copies", border="0.25in"))
    assert clips(found)["ground"] == Box(18, 18, 1710, 1278)
    assert (found.page.bleed, found.registration) == (0, ())


def test_an_item_that_is_cut_already_is_cut_to_both(setter: Typesetter) -> None:
    cut = PathItem(GROUND.path, fill=GREEN, name="ground", clip=Box(-50, 300, 900, 400))
    assert clips(made(setter, MARKED, cut))["ground"] == Box(-9, 300, 900, 400)


def test_marks_stand_between_the_bleed_and_the_edge_of_the_sheet(setter: Typesetter) -> None:
    found = made(setter, MARKED)
    bleed, whole = Box(-9, -9, 1737, 1305), Box(-54, -54, 1782, 1350)
    bars = [item.path.bounds() for item in found.page.items if getattr(item, "name", "") == "bar"]
    slugs = [
        Box(i.x, i.y - i.ascent, i.x + i.width, i.y + i.descent) for i in found.page.items if isinstance(i, TextItem)
    ]
    registration = [path.bounds() for path in found.registration]
    assert (len(bars), len(slugs), len(registration)) == (10, 3, 8 + 4 * 3)
    for box in (*bars, *slugs, *registration):
        assert whole.contains(box)
        assert not bleed.overlaps(box, -0.01)


def test_nothing_in_the_margin_covers_anything_else(setter: Typesetter) -> None:
    found = made(setter, MARKED)
    words = [
        Box(i.x, i.y - i.ascent, i.x + i.width, i.y + i.descent) for i in found.page.items if isinstance(i, TextItem)
    ]
    bars = [item.path.bounds() for item in found.page.items if getattr(item, "name", "") == "bar"]
    others = [*bars, *(path.bounds() for path in found.registration)]
    assert not [(a, b) for a in words for b in others if a.overlaps(b)]
    assert not [(a, b) for a in bars for b in others[len(bars) :] if a.overlaps(b)]


def test_crop_marks_point_at_the_corners_of_the_trim(setter: Typesetter) -> None:
    lines = {path.segments[0][1] + path.segments[1][1] for path in made(setter, MARKED).registration[:8]}
    assert (0.0, -36.0, 0.0, -18.0) in lines
    assert (1746.0, 1296.0, 1764.0, 1296.0) in lines


def test_marks_are_black_or_patches_and_no_reader_reads_them(setter: Typesetter) -> None:
    added = made(setter, MARKED).page.items[2:]
    assert {item.tag for item in added} == {PRODUCTION}
    assert {i.color.press for i in added if isinstance(i, TextItem)} == {(0.0, 0.0, 0.0, 100.0)}


def test_links_stay_behind_and_their_words_stay(setter: Typesetter) -> None:
    elements = (DOCUMENT, Element("P", 0), Element("Link", 1))
    link = LinkItem(Box(10, 10, 50, 30), "https://example.org", 2, "Read more")
    found = made(setter, MARKED, text("more", 10, 25, tag=2), link, elements=elements)
    assert not [item for item in found.page.items if isinstance(item, LinkItem)]
    assert [element.role for element in found.page.elements] == ["Document", "P", "Span"]


def test_long_slugs_shrink_to_their_half(setter: Typesetter) -> None:
    long = Slug("job " * 200, "made " * 100, "finish " * 100)
    found = sheet(page(size=SIZE), MARKED, long, setter, tuple(Color.of("#000000", (0, 0, 0, k)) for k in range(60)))
    widths = [item.width for item in found.page.items if isinstance(item, TextItem)]
    assert max(widths) <= SIZE.width / 2 - 72 + 0.01
