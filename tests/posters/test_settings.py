"""Switches and a county's own tool: what a setting takes away leaves no trace, and a tool made of YAML builds."""

from __future__ import annotations

from pathlib import Path

import pytest

from sopprint.check.page import check_page
from sopprint.frame import PathItem, TextItem
from sopprint.layout.poster import lay_out
from sopprint.paper import paper
from sopprint.pdf.inspect import read
from sopprint.pdf.painter import paint
from sopprint.resolve.library import Library
from tests.posters.conftest import ORIENTATIONS
from tests.standards import checkers

NOTE = "Only if the child\u00a0wants\u00a0to, and\u00a0in\u00a0private."
EXAMPLES = Path(__file__).parent.parent.parent / "examples"


def safety_house(turn: str, **settings: bool):
    document = Library.open().document(
        "safety-house", lang="en", paper=paper("arch-d"), orientation=turn, settings=settings
    )
    return lay_out(document)


def traces(laid) -> set[str]:
    """What on the page, and in its structure, speaks of the red circle."""
    page = laid.page
    found = {i.text.strip() for i in page.items if isinstance(i, TextItem)} & {
        "Red circle", "Kept blank", "Kept off the photo", NOTE,
    }  # fmt: skip
    found |= {region.name for region in page.regions if region.name.startswith("red")}
    found |= {"dash" for item in page.items if isinstance(item, PathItem) and item.dash}
    tags = read(paint([page], laid.about)).tags
    found |= {f"tag {tag.role}" for tag in tags if "red circle" in tag.text.lower() or "dashed" in (tag.alt or "")}
    return found


@pytest.mark.parametrize("turn", ORIENTATIONS)
def test_red_false_takes_away_circle_ticks_zone_and_tags(turn):
    assert {"Red circle", "Kept blank", "Kept off the photo", "red", "dash", "tag H2", "tag Figure"} <= traces(
        safety_house(turn)
    )
    off = safety_house(turn, red=False)
    assert traces(off) == set()
    assert len(off.report) == 0
    assert list(check_page(off.page, "arch-d")) == []


@pytest.mark.parametrize("turn", ORIENTATIONS)
def test_red_false_moves_nothing_else(turn):
    """The two sheets can be laid side by side."""
    on, off = safety_house(turn), safety_house(turn, red=False)

    def zones(laid):
        return {r.name: r.box for r in laid.page.regions if r.kind == "zone" and r.name != "red"}

    assert zones(on) == zones(off)


@pytest.mark.parametrize("turn", ORIENTATIONS)
@pytest.mark.parametrize("sheet", ["letter", "tabloid", "arch-c", "arch-d"])
def test_a_countys_own_tool_builds(sheet, turn):
    library = Library.open(None, [EXAMPLES / "safety-network"])
    laid = lay_out(library.document("safety-network", lang="en", paper=paper(sheet), orientation=turn))
    assert [d.message for d in laid.report] == []
    assert [d.message for d in check_page(laid.page, sheet)] == []
    data = paint([laid.page], laid.about)
    assert checkers.ours(data) == []
    assert checkers.page_validation(data) == []


@pytest.mark.parametrize("turn", ORIENTATIONS)
@pytest.mark.parametrize("sheet", ["letter", "arch-d"])
def test_every_tool_takes_a_countys_brand(sheet, turn):
    """The longest titles leave the least room for a logo."""
    library = Library.open(EXAMPLES / "county-kit")
    for tool in sorted(library.folders):
        laid = lay_out(library.document(tool, lang="en", paper=paper(sheet), orientation=turn))
        assert [d.message for d in (*laid.report, *check_page(laid.page, sheet))] == []
        assert {"header"} <= {r.name for r in laid.page.regions if r.kind == "logo"}


@pytest.mark.parametrize("turn", ORIENTATIONS)
@pytest.mark.parametrize("sheet", ["letter", "arch-d"])
@pytest.mark.parametrize("tool", ["three-houses", "harm-and-danger"])
def test_words_not_reviewed_show_it(tool, sheet, turn, tmp_path):
    own = tmp_path / tool
    own.mkdir()
    for name in ("layout.yaml", "words.en.yaml"):
        text = (EXAMPLES.parent / "layouts" / tool / name).read_text(encoding="utf-8")
        (own / name).write_text(text.replace("language: en\n", "language: en\nreviewed: false\n", 1), encoding="utf-8")
    laid = lay_out(Library.open(None, [own]).document(tool, lang="en", paper=paper(sheet), orientation=turn))
    assert [d.message for d in (*laid.report, *check_page(laid.page, sheet))] == []
    (tag,) = [i for i in laid.page.items if isinstance(i, PathItem) and i.name == "draft"]
    assert tag.dash
    assert "Draft translation" in [i.text for i in laid.page.items if isinstance(i, TextItem)]
