"""Content under grommets, outside rounded corners, in the ink-free border; ink where film must hold."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from sopprint.color import Color
from sopprint.frame import Page, PathItem, Region
from sopprint.geometry import Box, Size, rectangle
from sopprint.model.shop import Grommets, Lamination, Shop
from sopprint.press.lamination import findings, holes
from tests.pdf.handmade import page, text

SIZE = Size(1728, 2592)  # 24 x 36 in
TINT = Color.of("#F4F8FA", (3, 1, 1, 0))
NAVY = Color.of("#1B3A57", (95, 70, 35, 30))


def with_mark(left: float, top: float, side: float = 72) -> Page:
    return replace(page(size=SIZE), regions=(Region("mark", "top-left", Box.sized(left, top, side, side)),))


def shop(film: Lamination | None = None, *, border: str = "0in", safe: str = "0in") -> Shop:
    return Shop(title="A shop", border=border, safe=safe, lamination=film)


def codes(of: Page, at: Shop) -> list[str]:
    return [finding.code for finding in findings(of, at)]


GROMMETS = Lamination(edge="flush", grommets=Grommets(inset="0.5in", clear="1in"))


def test_a_mark_under_a_grommet_is_told() -> None:
    # the hole's centre is 36 pt from both edges, its clear disc 36 pt around it
    (found,) = findings(with_mark(50, 50), shop(GROMMETS))
    assert (found.code, found.message) == ("SP628", "mark top-left lies under a grommet")


def test_a_mark_beside_the_disc_is_fine() -> None:
    clear_of_it = 36 + 36 / math.sqrt(2)
    assert codes(with_mark(clear_of_it + 0.1, clear_of_it + 0.1), shop(GROMMETS)) == []
    assert codes(with_mark(clear_of_it - 0.1, clear_of_it - 0.1), shop(GROMMETS)) == ["SP628"]


def test_words_are_kept_clear_too() -> None:
    words = page(text("Under the hole", 30, 40, tag=None), size=SIZE)
    assert [f.message for f in findings(words, shop(GROMMETS))] == ["“Under the hole” lies under a grommet"]


def test_a_lip_moves_the_holes_outwards() -> None:
    sealed = Lamination(edge="sealed", lip="0.5in", grommets=Grommets(inset="0.5in", clear="1in"))
    assert holes(SIZE, 36, sealed.grommets)[0].x == 0  # type: ignore[arg-type]
    assert codes(with_mark(50, 50), shop(sealed)) == []


@given(every=st.integers(3, 60), lip=st.floats(0, 72))
def test_holes_are_even_and_no_further_apart_than_asked(every: int, lip: float) -> None:
    made = holes(SIZE, lip, Grommets(inset="0.5in", every=f"{every}in"))
    gaps = [math.dist((a.x, a.y), (b.x, b.y)) for a, b in zip(made, (*made[1:], made[0]), strict=True)]
    assert max(gaps) <= every * 72 + 1e-6
    corners = {(x, y) for x in (36 - lip, SIZE.width + lip - 36) for y in (36 - lip, SIZE.height + lip - 36)}
    assert corners <= {(hole.x, hole.y) for hole in made}


@pytest.mark.parametrize(("inset", "wanted"), [(20, ["SP628"]), (22, [])])
def test_a_rounded_corner_reaches_in_by_0_293_of_its_radius(inset: float, wanted: list[str]) -> None:
    film = Lamination(edge="flush", radius="1in")  # 0.293 x 72 = 21.1
    assert codes(with_mark(inset, inset), shop(film)) == wanted


def test_only_the_corner_is_cut() -> None:
    film = Lamination(edge="flush", radius="1in")
    assert codes(with_mark(1, 72), shop(film)) == []


def test_nothing_may_stand_in_the_border() -> None:
    assert codes(with_mark(17, 100), shop(border="0.25in")) == ["SP628"]
    assert codes(with_mark(18, 100), shop(border="0.25in")) == []


def test_all_that_is_near_the_cut_is_one_warning() -> None:
    near = page(text("One", 10, 100, tag=None), text("Two", 6, 200, tag=None), size=SIZE)
    (found,) = findings(near, shop(safe="0.25in"))
    assert found.code == "SP630"
    assert found.message.startswith("“Two” is 0.08 in")
    assert found.hints == ("so are 1 others",)


def ground(color: Color) -> Page:
    return page(PathItem(rectangle(Box(-18, -18, 1746, 2610)), fill=color), size=SIZE, bleed=18)


def test_a_sealed_film_wants_little_ink_at_the_edge() -> None:
    sealed = Lamination(edge="sealed", lip="0.5in")
    assert codes(ground(NAVY), shop(sealed)) == ["SP629"]
    assert codes(ground(TINT), shop(sealed)) == []
    assert codes(ground(NAVY), shop(Lamination(edge="flush"))) == []
    assert codes(ground(NAVY), shop(sealed, border="0.25in")) == []
