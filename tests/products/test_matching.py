"""Poster, guide and quick guides are made from the same words and the same layout, and show it."""

from __future__ import annotations

import re
from io import BytesIO

import pikepdf
import pypdfium2
import pytest

from sopprint.frame import PageItem, PathItem, TextItem
from sopprint.layout.boxes.picture import callout_spot
from sopprint.paper import paper
from sopprint.pdf.identity import read_identity
from sopprint.products.make import make
from sopprint.products.order import Order
from sopprint.products.workshop import Workshop
from sopprint.resolve.fingerprint import ALPHABET
from sopprint.resolve.library import Library
from tests.posters.conftest import TOOLS

ALL = (
    ("poster", "arch-d"), ("guide", "half-letter"), ("quick-guide-line-staff", "letter"),
    ("quick-guide-leaders", "letter"),
)  # fmt: skip
EDITION = re.compile(rf"2026\.1 · ([{ALPHABET}]{{6}})")


def said(data: bytes) -> str:
    """All text of a file, its spaces squeezed."""
    document = pypdfium2.PdfDocument(data)
    return " ".join(" ".join(page.get_textpage().get_text_range() for page in document).split())


def products(shelf, tool: str) -> dict[str, str]:
    return {kind: said(shelf.made(tool, kind, sheet).data) for kind, sheet in ALL}


@pytest.mark.parametrize("tool", TOOLS)
def test_all_print_the_same_edition_and_fingerprint(shelf, tool, tmp_path):
    printed = shelf.shop.library.document(tool, lang="en", paper=paper("letter")).fingerprint.printed
    for kind, sheet in ALL:
        made = shelf.made(tool, kind, sheet)
        assert set(EDITION.findall(said(made.data))) == {printed}, kind
        file = tmp_path / made.name
        file.write_bytes(made.data)
        identity = read_identity(file)
        assert (identity.tool, identity.edition, identity.fingerprint) == (tool, "2026.1", printed)
        assert identity.product == kind


def test_the_fingerprint_is_that_of_every_paper_and_orientation(shelf):
    for sheet, turn in (("letter", "portrait"), ("36x48in", "landscape"), ("a1", "portrait")):
        order = Order("three-houses", paper(sheet), orientation=turn)
        assert set(EDITION.findall(said(make(shelf.shop, order).data))) == set(
            EDITION.findall(said(shelf.made("three-houses", "poster", "arch-d").data))
        )


def test_variants_and_settings_have_their_own(shelf):
    plain = Order("safety-house", paper("arch-d"))
    orders = (
        plain,
        Order("safety-house", paper("arch-d"), variant="group"),
        Order("safety-house", paper("arch-d"), settings={"red": False}),
    )
    assert len({EDITION.search(said(make(shelf.shop, order).data))[1] for order in orders}) == 3


# ------------------------------------------------------------------------------------------ one change, and where

CHANGES = [
    # a sentence of the poster: its words are in the fingerprint, which all products print
    ("words.en.yaml", "What feels good, fun or safe?", "What is lovely?", {kind for kind, _ in ALL}, True),
    # a sentence of the guide alone
    ("words.en.yaml", "Play, walk or draw with no topic.", "Play or sing with no topic.", {"guide"}, False),
    # a step's short words, on the guide's page at a glance and on the quick guide
    ("words.en.yaml", "People, places and times that help", "Whoever and whatever helps",
     {"guide", "quick-guide-line-staff"}, False),
]  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "where", "marked"), CHANGES, ids=[change[1] for change in CHANGES])
def test_a_change_is_seen_where_it_is_shown_and_nowhere_else(own, shelf, file, old, new, where, marked):
    before, after = products(shelf, "three-houses"), products(own("three-houses", (file, old, new)), "three-houses")
    changed = {kind for kind, _ in ALL if before[kind] != after[kind]}
    assert changed <= where if not marked else changed == where
    assert "guide" in changed
    assert all(old not in text for text in after.values())
    shown = {kind for kind in changed if old in before[kind]}
    assert shown
    assert {kind for kind in changed if new in after[kind]} == shown
    prints = {EDITION.search(text)[1] for text in before.values()} | {EDITION.search(t)[1] for t in after.values()}
    assert len(prints) == (2 if marked else 1)


def test_a_zone_name_reaches_every_product(own):
    for kind, text in products(own("three-houses", ("words.en.yaml", "name: Worries", "name: Troubles")),
                               "three-houses").items():  # fmt: skip
        assert "House of Troubles" in text, kind


def test_an_edition_reaches_every_product_and_not_the_fingerprint(own, shelf):
    before = products(shelf, "three-houses")
    after = products(own("three-houses", ("layout.yaml", '"2026.1"', '"2027.4"')), "three-houses")
    for kind, text in after.items():
        assert "2026.1" not in text
        assert text.replace("2027.4", "2026.1") == before[kind]


def test_other_tools_stay_as_they_were(own, shelf):
    changed = own("three-houses", ("words.en.yaml", "What feels good, fun or safe?", "What is lovely?"))
    assert changed.made("safety-scale", "guide").data == shelf.made("safety-scale", "guide").data


# ------------------------------------------------------------------------------------------ callouts


def callouts(arranged) -> list[tuple[float, float]]:
    """The middles of the round marks on the poster's picture, as shares of its width and height."""
    found = []
    for page in arranged.laid.pages:
        for picture in (item for item in page.items if isinstance(item, PageItem)):
            box = picture.box
            discs = (i.path.bounds().center for i in page.items if isinstance(i, PathItem) and i.name == "mark-disc")
            shares = (((c.x - box.left) / box.width, (c.y - box.top) / box.height) for c in discs)
            found += [(x, y) for x, y in shares if 0 < x < 1 and 0 < y < 1]
    return found


def expected(arranged, zones) -> list[tuple[float, float]]:
    page = arranged.poster.page
    spots = [callout_spot(page, zone) for zone in zones]
    return [(x / page.size.width, y / page.size.height) for x, y in spots]


def zones_of(arranged, tool: str, shelf) -> list[str]:
    words, _ = shelf.shop.library.guide_words(tool, lang="en")
    return [str(step.get("zone").value) for step in words.node.get("guide").get("steps").items()]


@pytest.mark.parametrize("tool", ["safety-house", "danger-and-goal", "action-plan"])
def test_callouts_stand_in_their_zones(shelf, tool):
    arranged = shelf.arranged(tool)
    found = callouts(arranged)
    assert found
    for x, y in expected(arranged, zones_of(arranged, tool, shelf)):
        assert any(abs(x - u) < 0.005 and abs(y - v) < 0.005 for u, v in found)
    for u, v in found:
        point = (u * arranged.poster.page.size.width, v * arranged.poster.page.size.height)
        assert any(
            r.box.left <= point[0] <= r.box.right and r.box.top <= point[1] <= r.box.bottom
            for r in arranged.poster.page.regions
            if r.kind in ("zone", "write")
        )


def test_a_zone_that_moves_takes_its_callout_along(own, shelf):
    order = "{zone: good, draw: house, roof: gable, icon: sun, colour: green}"
    other = "{zone: dreams, draw: house, roof: dome, icon: star, colour: amber}"
    swapped = own(
        "three-houses", ("layout.yaml", order, "FIRST"), ("layout.yaml", other, order), ("layout.yaml", "FIRST", other)
    )
    before, after = (callout_spot(s.arranged("three-houses").poster.page, "good") for s in (shelf, swapped))
    assert before[0] < after[0]
    width = swapped.arranged("three-houses").poster.page.size.width
    marks = {round(x, 2) for x, _ in callouts(swapped.arranged("three-houses"))}
    assert round(after[0] / width, 2) in marks
    assert set(marks) == {round(x, 2) for x, _ in callouts(shelf.arranged("three-houses"))}  # the houses' places


# ------------------------------------------------------------------------------------------ the file


def test_the_poster_is_drawn_once_and_shown_twice(shelf):
    with pikepdf.open(BytesIO(shelf.made("safety-house", "guide").data)) as pdf:
        forms = [o for o in pdf.objects if isinstance(o, pikepdf.Stream) and o.get("/Subtype") == "/Form"]
        uses = sum(page.Contents.read_bytes().count(b"/Fm1 Do") for page in pdf.pages)
    assert len(forms) == 1
    assert uses == 2


@pytest.mark.parametrize("tool", TOOLS)
def test_guides_are_small(shelf, tool):
    assert len(shelf.made(tool, "guide", "half-letter").data) < 120_000
    assert len(shelf.made(tool, "guide", "letter").data) < 120_000


def test_the_same_words_give_the_same_bytes(shelf):
    again = Workshop(Library.open())
    for kind, sheet in ALL[1:]:
        assert make(again, Order("circles-of-safety", paper(sheet), product=kind)).data == shelf.made(
            "circles-of-safety", kind, sheet
        ).data  # fmt: skip


def test_readers_and_printers_are_told(shelf):
    with pikepdf.open(BytesIO(shelf.made("safety-house", "guide").data)) as pdf:
        viewer = pdf.Root.ViewerPreferences
        assert (viewer.PrintScaling, viewer.Duplex) == ("/None", "/DuplexFlipLongEdge")
        with pdf.open_outline() as outline:
            titles = [item.title for item in outline.root]
        assert "/PageLabels" in pdf.Root
        assert len(pdf.pages) % 4 == 0
        assert str(pdf.docinfo.Title) == "The Safety House: Facilitator guide"
    assert titles[0] == "The Safety House" or "The steps" in titles
    assert "The steps" in titles


def test_words_of_the_page_items_are_the_posters(shelf):
    arranged = shelf.arranged("safety-house")
    (shown,) = {id(i.page): i.page for p in arranged.laid.pages for i in p.items if isinstance(i, PageItem)}.values()
    texts = [[i.text for i in page.items if isinstance(i, TextItem)] for page in (arranged.poster.page, shown)]
    assert texts[0] == texts[1]
