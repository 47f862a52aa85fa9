"""Imposition as numbers: fold, stack or cut the planned sheets as a person would, and the pages read in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopprint.geometry import Size
from sopprint.paper import paper
from sopprint.press.plan import smallest_sheet, turned_to_fit
from sopprint.press.schemes import SCHEMES, perfect, saddle, stack

if TYPE_CHECKING:
    from sopprint.press.plan import Plan, Sheet

COUNTS = st.integers(1, 300)
LEAVES = tuple[int | None, int | None]  # recto and verso


def halves(sheet: Sheet) -> tuple[LEAVES, LEAVES]:
    """The left and the right half of the paper, each as (front, back): the back of the left half shows at the right."""
    f, b = sheet.front, sheet.back
    return (f.left.page, b.right.page), (f.right.page, b.left.page)


def read(leaves: list[LEAVES]) -> list[int | None]:
    return [page for leaf in leaves for page in leaf]


def folded(sheet: Sheet) -> list[LEAVES]:
    """Folded with the back inside: the right half is the first leaf, the left half turns over to be the second."""
    left, right = halves(sheet)
    return [right, (left[1], left[0])]


def nested(plan: Plan) -> list[int | None]:
    leaves: list[LEAVES] = []
    for sheet in reversed(plan.sheets):
        first, second = folded(sheet)
        leaves = [first, *leaves, second]
    return read(leaves)


def gathered(plan: Plan) -> list[int | None]:
    return read([leaf for sheet in plan.sheets for leaf in folded(sheet)])


def cut(plan: Plan) -> list[int | None]:
    piles = [halves(sheet) for sheet in plan.sheets]
    return read([left for left, _ in piles] + [right for _, right in piles])


FINISHED = {"booklet": nested, "perfect-bound": gathered, "cut-and-stack": cut}


@pytest.mark.parametrize("scheme", SCHEMES)
@given(count=COUNTS)
def test_finished_pages_read_in_order(scheme: str, count: int) -> None:
    plan = SCHEMES[scheme].plan(count, 0.3)
    read_out = FINISHED[scheme](plan)
    assert [page for page in read_out if page is not None] == list(range(count))
    assert len(read_out) == 4 * len(plan.sheets) == count + plan.blanks
    assert plan.blanks < 4


@pytest.mark.parametrize("scheme", [saddle, perfect])
@given(count=st.integers(2, 300))
def test_last_page_stays_the_back_cover(scheme: object, count: int) -> None:
    plan = scheme.plan(count, 0.0)  # type: ignore[attr-defined]
    read_out = (nested if scheme is saddle else gathered)(plan)
    assert read_out[0] == 0
    assert read_out[-1] == count - 1
    assert read_out[count - 1 : -1] == [None] * plan.blanks


def test_published_sequence_of_sixteen_pages() -> None:
    sides = [(s.left.page, s.right.page) for s in saddle.plan(16, 0).sides()]
    assert [(left + 1, right + 1) for left, right in sides if left is not None and right is not None] == [
        (16, 1), (2, 15), (14, 3), (4, 13), (12, 5), (6, 11), (10, 7), (8, 9),
    ]  # fmt: skip


def test_creep_is_nothing_outside_and_grows_by_a_sheet() -> None:
    plan = saddle.plan(16, 0.3)
    shifts = [{round(side.left.inward, 6), round(side.right.inward, 6)} for side in plan.sides()]
    assert shifts == [{0.0}, {0.0}, {0.3}, {0.3}, {0.6}, {0.6}, {0.9}, {0.9}]
    assert plan.creep == pytest.approx(0.9)
    assert perfect.plan(16, 0.3).creep == stack.plan(16, 0.3).creep == 0


@pytest.mark.parametrize(
    ("page", "sheet"), [("half-letter", "letter"), ("a5", "a4"), ("letter", "tabloid"), ("a4", "a3"), ("tabloid", None)]
)
def test_smallest_sheet(page: str, sheet: str | None) -> None:
    found = smallest_sheet(paper(page).size)
    assert (found.name if found else None) == sheet


@given(width=st.floats(72, 1500), height=st.floats(72, 1500))
def test_sheet_is_turned_only_where_pages_fit(width: float, height: float) -> None:
    turned = turned_to_fit(Size(612, 792), Size(width, height))
    lying, upright = (2 * width <= w and height <= h for w, h in ((792, 612), (612, 792)))
    if lying:
        assert turned == Size(792, 612)
    assert turned is not None or not upright
    if turned is not None:  # a hair of slack, for sizes rounded by others
        assert 2 * width <= turned.width + 1
        assert height <= turned.height + 1
