"""Sizes of sheets and laminates, and the machines that take them."""

from __future__ import annotations

import pytest

from sopprint.geometry import Size
from sopprint.model.shop import Shop
from sopprint.paper import paper
from sopprint.press.fits import faults, fits
from sopprint.press.shop import load


@pytest.mark.parametrize(
    ("name", "roll", "laminator"),
    # with 0.875 in for marks on each side; laminated with a lip of 0.5 in
    [
        ("arch-b", 24, 27),
        ("arch-c", 24, 27),
        ("arch-d", 36, 27),
        ("30x40in", 36, 40),
        ("arch-e", 42, 40),
        ("a0", 36, 40),
    ],
)
def test_wide_format(name: str, roll: int, laminator: int) -> None:
    found = fits(paper(name).turned("landscape"), load("wide-format").shop)
    assert (found.roll, found.laminator) == (roll * 72, laminator * 72)


def test_either_way_round_is_the_same() -> None:
    shop = load("wide-format").shop
    assert fits(Size(1728, 2592), shop).roll == fits(Size(2592, 1728), shop).roll == 36 * 72


def test_paper_and_laminate_have_their_own_sizes() -> None:
    found = fits(paper("arch-d").turned("landscape"), load("wide-format").shop)
    assert list(found.lines()) == [
        "paper cut to 36 × 24 in, printed on 37.75 × 25.75 in (36 in roll)",
        "laminated 37 × 25 in (27 in laminator)",
    ]


def test_flush_film_ends_with_the_paper() -> None:
    trim = paper("arch-d").turned("portrait")
    assert fits(trim, load("offset").shop).laminated == trim


def test_what_does_not_fit_is_told_with_the_machines() -> None:
    shop = Shop(
        title="Small", rolls=("24in",), laminators=("12in", "27in"), lamination=load("copy-center").shop.lamination
    )
    found = list(faults(fits(Size(36 * 72, 48 * 72), shop), shop))
    assert [sentence.split(" fits none")[0] for sentence in found] == [
        "the sheet of 36 × 48 in", "the laminated size of 36.5 × 48.5 in"
    ]  # fmt: skip


def test_a_roll_exactly_as_wide_will_do() -> None:
    shop = Shop(title="Exact", rolls=("36in",))
    assert fits(Size(36 * 72, 48 * 72), shop).roll == 36 * 72
    assert list(faults(fits(Size(36 * 72 + 1, 48 * 72), shop), shop)) != []


def test_a_shop_without_machines_is_not_judged() -> None:
    shop = Shop(title="Anything")
    assert list(faults(fits(Size(9999, 9999), shop), shop)) == []
