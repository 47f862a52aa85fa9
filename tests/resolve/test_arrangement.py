"""Arrangements: changes laid over a body by name, each keeping its place."""

import pytest

from sopprint.resolve.arrangement import PageKind, arrange
from sopprint.source.nodes import plain, read

TOOL = """\
ground: wave
body:
  draw: row
  id: houses
  gap: 60
  items:
    - {zone: good, draw: house, at: {left: 1}, colour: green}
    - draw: panel
      zone: worries
      content: {draw: slots, id: inner, colour: rose}
portrait:
  change:
    houses: {gap: 24}
narrow:
  change: {houses: {gap: 40}}
small:
  ground: flat
variants:
  teen:
    change:
      good: {draw: space, zone: good, colour: navy}
      inner: off
    portrait:
      change: {houses: {gap: 10}}
  broken:
    change: {nobody: {gap: 1}}
"""
LANDSCAPE = PageKind(tall=False, narrow=False, small=False)


def made(kind=LANDSCAPE, variant=None):
    return arrange(read(TOOL, "layout.yaml"), kind, variant)


def test_the_body_alone():
    result = made()
    assert plain(result.body)["gap"] == 60
    assert (result.ground, result.header) == ("wave", "full")


def test_portrait_changes_one_setting():
    body = plain(made(PageKind(tall=True, narrow=False, small=False)).body)
    assert body["gap"] == 24
    assert body["items"] == plain(made().body)["items"]


def test_small_comes_after_narrow():
    result = made(PageKind(tall=False, narrow=True, small=True))
    assert plain(result.body)["gap"] == 40
    assert result.ground == "flat"


def test_another_element_takes_the_place_of_the_old_one():
    first = plain(made(variant="teen").body)["items"][0]
    assert first == {"draw": "space", "zone": "good", "colour": "navy", "at": {"left": 1}}


def test_off_leaves_an_element_out_wherever_it_is():
    assert "content" not in plain(made(variant="teen").body)["items"][1]


def test_a_variants_own_portrait_comes_last():
    assert plain(made(PageKind(tall=True, narrow=False, small=False), "teen").body)["gap"] == 10


def test_a_changed_setting_keeps_the_place_of_the_change():
    body = made(PageKind(tall=True, narrow=False, small=False)).body
    assert body.get("gap").place.line == 13


def test_a_name_that_is_not_there_is_told_at_its_place():
    (found,) = made(variant="broken").found
    assert found.code == "SP110"
    assert "nobody" in found.message
    assert found.place.line == 26


@pytest.mark.parametrize(
    ("width", "height", "kind"),
    [
        (2592, 1728, PageKind(False, False, False)),  # 36 x 24 in
        (1728, 2592, PageKind(True, False, False)),
        (792, 612, PageKind(False, True, True)),  # letter
        (612, 792, PageKind(True, False, True)),
        (1224, 792, PageKind(False, False, False)),  # tabloid: fine print is 9.24 pt
        (1728, 1296, PageKind(False, True, False)),  # ARCH C
        (2383.94, 1683.78, PageKind(False, False, False)),  # A1
    ],
)
def test_kinds_of_page(width, height, kind):
    assert PageKind.of(width, height) == kind
