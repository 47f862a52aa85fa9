"""Flow: every slab once, in order, on a page it fits; ties kept; frames closed on every page."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopprint.layout.flow import Frame, Slab, TooTallError, paginate

TOP, BOTTOM = 30.0, 530.0


def nothing(sheet, y):
    """Draws nothing."""


@st.composite
def runs(draw):
    """Slabs with ties, page turns and frames around runs of them."""
    slabs = []
    for _ in range(draw(st.integers(1, 12))):
        frame = Frame(0, 300, 9, 3, 7, 7, head=Slab(20, nothing)) if draw(st.booleans()) else None
        slabs += [
            Slab(
                draw(st.floats(5, 120)),
                nothing,
                before=draw(st.floats(0, 12)),
                keep=draw(st.booleans()),
                frames=(frame,) if frame else (),
                page=draw(st.sampled_from([None, None, None, None, "any", "left", "right"])),
            )
            for _ in range(draw(st.integers(1, 8)))
        ]
    return slabs


@given(runs())
def test_every_slab_once_in_order_between_the_margins(slabs):
    leaves = paginate(slabs, TOP, BOTTOM)
    heads = {id(f.head) for s in slabs for f in s.frames}
    placed = [p.slab for leaf in leaves for p in leaf.slabs if id(p.slab) not in heads]
    assert [id(s) for s in placed] == [id(s) for s in slabs]
    for leaf in leaves:
        for one, two in zip(leaf.slabs, leaf.slabs[1:], strict=False):
            assert two.y >= one.y + one.slab.height - 1e-6
        for p in leaf.slabs:
            assert p.y >= TOP - 1e-6
            assert p.y + p.slab.height <= BOTTOM + 0.02


@given(runs())
def test_frames_close_on_every_page_and_hold_their_slabs(slabs):
    for leaf in paginate(slabs, TOP, BOTTOM):
        for framed in leaf.frames:
            inside = [p for p in leaf.slabs if framed.frame in p.slab.frames]
            assert inside
            assert framed.top <= inside[0].y - framed.frame.pad_top + 1e-6
            assert framed.bottom >= inside[-1].y + inside[-1].slab.height + framed.frame.pad_bottom - 1e-6
            assert framed.bottom <= BOTTOM + 0.02
            heads = [p for p in leaf.slabs if p.slab is framed.frame.head]
            assert len(heads) == 1  # repeated on every page the frame is on
            assert heads[0].y < inside[0].y


@given(runs())
def test_sides_are_kept(slabs):
    leaves = paginate(slabs, TOP, BOTTOM)
    for leaf in leaves:
        for p in leaf.slabs:
            if p.slab.page in ("left", "right"):
                assert leaf.number % 2 == (0 if p.slab.page == "left" else 1)
                assert p.y == min(q.y for q in leaf.slabs) or p.slab.frames


def test_a_tied_slab_goes_to_the_next_page_with_its_partner():
    slabs = [Slab(480, nothing), Slab(15, nothing, keep=True), Slab(30, nothing)]
    leaves = paginate(slabs, TOP, BOTTOM)
    assert [len(leaf.slabs) for leaf in leaves] == [1, 2]


def test_a_run_of_ties_taller_than_a_page_breaks_all_the_same():
    slabs = [Slab(100, nothing, keep=True) for _ in range(12)]
    assert len(paginate(slabs, TOP, BOTTOM)) == 3


def test_space_before_is_dropped_at_the_top_of_a_page():
    leaves = paginate([Slab(490, nothing), Slab(20, nothing, before=15)], TOP, BOTTOM)
    assert leaves[1].slabs[0].y == TOP


def test_what_no_page_holds_is_told():
    with pytest.raises(TooTallError, match="too tall"):
        paginate([Slab(501, nothing)], TOP, BOTTOM)
