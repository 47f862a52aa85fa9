"""Proofs: lines where the shop cuts, seals and punches, and colours as its press gives them."""

from __future__ import annotations

import pytest

from sopprint.frame import PathItem
from sopprint.model.shop import points
from sopprint.press.lamination import holes
from sopprint.press.proof import soft_proof, with_boxes
from sopprint.press.shop import load, names


@pytest.fixture(scope="module")
def page():
    from sopprint.layout.poster import lay_out
    from sopprint.paper import paper
    from sopprint.resolve.library import Library

    return lay_out(Library.open().document("three-houses", lang="en", paper=paper("arch-d"))).page


@pytest.mark.parametrize("name", names())
def test_every_line_is_where_the_shop_says(page, name):
    shop = load(name).shop
    shown = with_boxes(page, shop)
    lines = {i.name: i.path.bounds() for i in shown.items if isinstance(i, PathItem) and i.stroke and not i.clip}
    trim = lines["trim"]
    assert (trim.width, trim.height) == pytest.approx((page.size.width, page.size.height))
    assert trim.left - lines["safe"].left == pytest.approx(-max(points(shop.safe), points(shop.border)))
    if shop.most_bleed:
        assert trim.left - lines["bleed"].left == pytest.approx(shop.bleeds.left)
    assert ("bleed" in lines) == bool(shop.most_bleed)
    film = shop.lamination
    assert ("film" in lines) == (film is not None)
    if film is not None:
        assert trim.left - lines["film"].left == pytest.approx(points(film.lip), abs=0.01)
        punched = [i for i in shown.items if isinstance(i, PathItem) and i.name == "grommet"]
        assert len(punched) == (len(holes(page.size, points(film.lip), film.grommets)) if film.grommets else 0)


def test_artwork_ends_at_the_bleed(page):
    shown = with_boxes(page, load("offset").shop)
    sky = next(i for i in shown.items if isinstance(i, PathItem) and i.name == "sky")
    bleed = next(i for i in shown.items if isinstance(i, PathItem) and i.name == "bleed")
    assert sky.clip is not None
    assert sky.clip.left == pytest.approx(bleed.path.bounds().left)


def test_soft_proof_takes_colours_through_the_profile(page):
    profile = load("offset")
    before = [i for i in page.items if isinstance(i, PathItem) and i.fill]
    after = [i for i in soft_proof(page, profile.icc).items if isinstance(i, PathItem) and i.fill]
    changed = {a.fill.hex: b.fill.hex for a, b in zip(before, after, strict=True)}
    assert changed["#FFFFFF"] == "#FFFFFF"  # paper stays white: relative colorimetric
    assert changed["#C9D0EA"] != "#C9D0EA"  # a tint of indigo is not the screen's
    assert all(a.fill.press == b.fill.press for a, b in zip(before, after, strict=True))
    black = next(b.fill for a, b in zip(before, after, strict=True) if a.fill.press == (0, 0, 0, 100))
    assert max(black.screen) < 0.25


def test_preview_shows_both(tmp_path, monkeypatch):
    pytest.importorskip("pypdfium2", reason="pypdfium2 is not installed")
    from PIL import Image

    from sopprint.cli import answer

    monkeypatch.chdir(tmp_path)
    plain = ["preview", "three-houses", "--width", "400"]
    assert answer([*plain, "-o", "plain.png"]) == 0
    assert answer([*plain, "--boxes", "--proof", "--shop", "wide-format", "-o", "boxes.png"]) == 0
    assert answer([*plain, "--shop", "wide-format", "-o", "never.png"]) == 2
    with Image.open("plain.png") as one, Image.open("boxes.png") as two:
        assert one.width == two.width == 400
        assert one.convert("RGB").getpixel((0, 0)) != two.convert("RGB").getpixel((0, 0))  # sky, and the table
    assert not (tmp_path / "never.png").exists()
