"""Tiling as numbers: the joined tiles are the poster, with the overlap asked for and no sheet too many."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sopprint.geometry import Box, Size
from sopprint.paper import paper
from sopprint.press.tiling import Tiling, TilingError, tile

IN = 72.0
SIDES = st.floats(5 * IN, 60 * IN)
SHEETS = st.builds(Size, st.floats(7 * IN, 18 * IN), st.floats(7 * IN, 18 * IN))
OVERLAPS = st.floats(0, 1.5 * IN)


def made(poster: Size, sheet: Size, overlap: float = 36.0, margin: float = 18.0) -> Tiling:
    return tile(poster, sheet, overlap=overlap, margin=margin)


@given(width=SIDES, height=SIDES, sheet=SHEETS, overlap=OVERLAPS)
def test_tiles_cover_the_poster_with_just_the_overlap(width: float, height: float, sheet: Size, overlap: float) -> None:
    plan = made(Size(width, height), sheet, overlap)
    at = {(one.row, one.column): one for one in plan.tiles}
    assert sorted(at) == [(row, column) for row in range(plan.rows) for column in range(plan.columns)]
    first, last = at[0, 0].art, at[plan.rows - 1, plan.columns - 1].art
    assert (first.left, first.top) == (0, 0)
    assert (last.right, last.bottom) == (pytest.approx(width), pytest.approx(height))
    for (row, column), one in at.items():
        right, below = at.get((row, column + 1)), at.get((row + 1, column))
        assert one.glue_right == (right is not None)
        assert one.glue_bottom == (below is not None)
        if right:
            assert one.art.right - right.art.left == pytest.approx(overlap, abs=1e-6)
        if below:
            assert one.art.bottom - below.art.top == pytest.approx(overlap, abs=1e-6)


@given(width=SIDES, height=SIDES, sheet=SHEETS, overlap=OVERLAPS)
def test_every_tile_is_printed_at_its_size_inside_the_margins(
    width: float, height: float, sheet: Size, overlap: float
) -> None:
    plan = made(Size(width, height), sheet, overlap)
    printable = Box(0, 0, plan.sheet.width, plan.sheet.height).inset(18)
    assert printable.contains(plan.place, slack=1e-3)
    assert sorted((plan.sheet.width, plan.sheet.height)) == sorted((sheet.width, sheet.height))
    for one in plan.tiles:
        assert (one.art.width, one.art.height) == (pytest.approx(plan.place.width), pytest.approx(plan.place.height))


@given(width=SIDES, height=SIDES, sheet=SHEETS, overlap=OVERLAPS)
def test_one_row_or_column_fewer_would_not_reach(width: float, height: float, sheet: Size, overlap: float) -> None:
    plan = made(Size(width, height), sheet, overlap)

    def reach(tiles: int, room: float) -> float:
        return tiles * room - (tiles - 1) * overlap

    if plan.columns > 1:
        assert reach(plan.columns - 1, plan.sheet.width - 36) < width
    if plan.rows > 1:
        assert reach(plan.rows - 1, plan.sheet.height - 36) < height


@given(width=SIDES, height=SIDES, sheet=SHEETS)
def test_turning_the_sheet_by_hand_changes_nothing(width: float, height: float, sheet: Size) -> None:
    assume(abs(sheet.width - sheet.height) > 1)
    one, other = (made(Size(width, height), s) for s in (sheet, Size(sheet.height, sheet.width)))
    assert len(one.tiles) == len(other.tiles)


@pytest.mark.parametrize(
    ("poster", "sheet", "tiles"),
    [
        ("arch-c", "letter", 8), ("arch-d", "letter", 15), ("arch-e", "letter", 25), ("a0", "letter", 25),
        ("arch-c", "tabloid", 4), ("arch-d", "tabloid", 8), ("arch-e", "tabloid", 12),
    ],
)  # fmt: skip
@pytest.mark.parametrize("turn", ["landscape", "portrait"])
def test_known_numbers_of_sheets(poster: str, sheet: str, tiles: int, turn: str) -> None:
    assert len(made(paper(poster).turned(turn), paper(sheet).size).tiles) == tiles  # type: ignore[arg-type]


def test_exact_fit_takes_no_extra_sheet() -> None:
    plan = made(Size(2 * 576 - 36, 756), Size(612, 792))
    assert (plan.columns, plan.rows) == (2, 1)


def test_names_go_on_after_z() -> None:
    plan = made(Size(700, 40 * 720), Size(612, 792))
    assert [one.name for one in plan.tiles if not one.column][24:29] == ["Y1", "Z1", "AA1", "AB1", "AC1"]


def test_no_room() -> None:
    with pytest.raises(TilingError):
        made(Size(2000, 2000), Size(612, 792), overlap=580)
