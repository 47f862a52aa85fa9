"""A file beside today's words: current, or stale and in which words."""

from __future__ import annotations

import pytest

from sopprint.paper import paper
from sopprint.pdf.identity import read_identity
from sopprint.products.freshness import freshness
from sopprint.products.make import make
from sopprint.products.order import Order

KINDS = (("poster", "letter"), ("guide", "half-letter"), ("booklet", "a5"), ("quick-guide-line-staff", "letter"),
         ("quick-guide-leaders", "a4"))  # fmt: skip
SENTENCE = ("words.en.yaml", "Play, walk or draw with no topic.", "Play or sing with no topic.")


def identity(shelf, tmp_path, tool, kind, sheet):
    file = tmp_path / f"{kind}.pdf"
    file.write_bytes(shelf.made(tool, kind, sheet).data)
    return read_identity(file)


@pytest.mark.parametrize(("kind", "sheet"), KINDS)
def test_what_was_made_just_now_is_current(shelf, tmp_path, kind, sheet):
    found = freshness(shelf.shop.library, identity(shelf, tmp_path, "safety-house", kind, sheet))
    assert (found.state, found.changes, found.layout) == ("current", (), False)


@pytest.mark.parametrize(
    ("order", "other"),
    [
        (Order("three-houses", paper("a1"), variant="teen"), "poster"),
        (Order("safety-house", paper("letter"), settings={"red": False}), "poster"),
        (Order("safety-house", paper("half-letter"), variant="group", product="guide"), "guide"),
    ],
    ids=["variant", "setting", "variant's guide"],
)
def test_variants_and_settings_are_compared_with_their_own(shelf, tmp_path, order, other):
    file = tmp_path / "file.pdf"
    file.write_bytes(make(shelf.shop, order).data)
    assert freshness(shelf.shop.library, read_identity(file)).state == "current"


def test_a_changed_sentence_is_named_with_its_place(shelf, own, tmp_path):
    old = identity(shelf, tmp_path, "three-houses", "guide", "half-letter")
    library = own("three-houses", SENTENCE).shop.library
    found = freshness(library, old)
    (change,) = found.changes
    assert (found.state, found.layout, found.fingerprint) == ("stale", False, old.fingerprint)
    assert change.path == "guide.when.instead"
    assert change.before == dict(old.words)["guide.when.instead"]
    assert "Play or sing" in change.now
    text = (library.folder("three-houses").root / "words.en.yaml").read_text(encoding="utf-8").splitlines()
    assert text[change.place.line - 1].strip().startswith("instead:")
    assert change.place.file.endswith("words.en.yaml")


def test_what_does_not_show_the_sentence_stays_current(shelf, own, tmp_path):
    library = own("three-houses", SENTENCE).shop.library
    for kind, sheet in KINDS:
        if kind not in ("guide", "booklet"):
            old = identity(shelf, tmp_path, "three-houses", kind, sheet)
            assert freshness(library, old).state == "current", kind


@pytest.mark.parametrize(("kind", "sheet"), KINDS)
def test_a_zone_name_makes_all_stale(shelf, own, tmp_path, kind, sheet):
    library = own("three-houses", ("words.en.yaml", "name: Worries", "name: Troubles")).shop.library
    found = freshness(library, identity(shelf, tmp_path, "three-houses", kind, sheet))
    assert found.state == "stale"
    assert not found.layout
    assert [(c.path, c.now) for c in found.changes] == [("zones.worries.name", "Troubles")]


@pytest.mark.parametrize(("kind", "sheet"), KINDS)
def test_a_layout_that_changed(shelf, own, tmp_path, kind, sheet):
    library = own("three-houses", ("layout.yaml", "gap: 60", "gap: 70")).shop.library
    found = freshness(library, identity(shelf, tmp_path, "three-houses", kind, sheet))
    assert (found.state, found.layout, found.changes) == ("stale", True, ())


def test_an_edition_makes_stale(shelf, own, tmp_path):
    library = own("three-houses", ("layout.yaml", '"2026.1"', '"2026.2"')).shop.library
    found = freshness(library, identity(shelf, tmp_path, "three-houses", "guide", "half-letter"))
    assert (found.state, found.edition, found.layout, found.changes) == ("stale", "2026.2", False, ())


def test_words_that_came_and_went(shelf, own, tmp_path):
    added = own("three-houses", ("words.en.yaml", "    prompt: What feels good, fun or safe?\n",
                                 "    prompt: What feels good, fun or safe?\n    note: You choose.\n"))  # fmt: skip
    old = identity(shelf, tmp_path, "three-houses", "poster", "letter")
    (came,) = freshness(added.shop.library, old).changes
    assert (came.path, came.before, came.now) == ("zones.good.note", "", "You choose.")
    new = identity(added, tmp_path, "three-houses", "poster", "letter")
    (went,) = freshness(shelf.shop.library, new).changes
    assert (went.path, went.now, went.place) == ("zones.good.note", None, None)


def test_a_tool_that_is_not_there(shelf, own, tmp_path):
    from msgspec.structs import replace

    old = replace(identity(shelf, tmp_path, "three-houses", "guide", "half-letter"), tool="four-houses")
    found = freshness(shelf.shop.library, old)
    assert found.state == "unknown"
    assert "four-houses" in found.reason
