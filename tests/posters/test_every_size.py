"""Nine tools on every paper, both ways round: nothing to complain of, the right size, and zones where people expect."""

from __future__ import annotations

import pypdfium2
import pytest

from sopprint.check.page import check_page
from sopprint.geometry import Box
from sopprint.paper import paper
from tests.posters.conftest import ORIENTATIONS, PAPERS, TOOLS, VARIANTS

CASES = [(tool, None) for tool in TOOLS] + list(VARIANTS)


@pytest.mark.parametrize("turn", ORIENTATIONS)
@pytest.mark.parametrize("sheet", PAPERS)
@pytest.mark.parametrize(("tool", "variant"), CASES)
def test_lays_out_without_diagnostics_or_collisions(posters, tool, variant, sheet, turn):
    laid = posters.laid(tool, sheet, turn, variant)
    assert [d.message for d in laid.report] == []
    assert [d.message for d in check_page(laid.page, f"{sheet} {turn}")] == []
    size = paper(sheet).turned(turn)
    assert laid.page.size.width == pytest.approx(size.width, abs=0.001)
    assert laid.page.size.height == pytest.approx(size.height, abs=0.001)


@pytest.mark.parametrize("turn", ORIENTATIONS)
@pytest.mark.parametrize("tool", TOOLS)
def test_zones_lie_on_the_page_and_keep_their_sizes_between_papers(posters, tool, turn):
    """One unit system: a zone covers the same share of 24 x 36 in as of tabloid's neighbour with the same ratio."""
    large, small = posters.laid(tool, "24x36in", turn).page, posters.laid(tool, "12x18in", turn).page
    sheet = Box(0, 0, large.size.width, large.size.height)
    zones = [(r.name, r.box) for r in large.regions if r.kind == "zone"]
    assert zones
    for (name, box), other in zip(zones, (r for r in small.regions if r.kind == "zone"), strict=True):
        assert sheet.contains(box)
        assert other.name == name
        for edge in ("left", "top", "right", "bottom"):
            assert getattr(box, edge) == pytest.approx(2 * getattr(other.box, edge), abs=0.5)


@pytest.mark.parametrize("turn", ORIENTATIONS)
@pytest.mark.parametrize("tool", TOOLS)
def test_most_of_a_poster_is_white_or_sky(posters, tool, turn):
    """Design language, section 9: white and sky with no print on it is 60 % of the page or more."""
    numpy = pytest.importorskip("numpy")
    page = pypdfium2.PdfDocument(posters.pdf(tool, "arch-d", turn))[0]
    pixels = page.render(scale=0.25).to_numpy()[..., :3].astype(int)
    white = (pixels >= 253).all(axis=2)
    sky = (abs(pixels - numpy.array([0xFA, 0xF8, 0xF4])) <= 1).all(axis=2)  # BGR
    assert (white | sky).mean() >= 0.6


@pytest.mark.parametrize("sheet", PAPERS)
def test_headings_of_one_level_share_a_size(posters, sheet):
    for tool, styles in (("three-houses", ("house-name",)), ("harm-and-danger", ("panel-title", "label"))):
        items = [i for i in posters.laid(tool, sheet).page.items if getattr(i, "style", "") in styles]
        assert len(items) >= 2
        for style in styles:
            assert len({round(i.size, 3) for i in items if i.style == style}) == 1
