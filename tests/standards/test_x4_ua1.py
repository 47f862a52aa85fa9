"""Print files are PDF/UA-1 as well: bleed, marks, slug and output intent take nothing from the tags."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sopprint import build
from sopprint.paper import paper
from sopprint.press.shop import load
from sopprint.resolve.library import Library

if TYPE_CHECKING:
    from tests.standards.verapdf import VeraPDF


@pytest.mark.parametrize("shop", ["wide-format", "copy-center", "online-no-marks"])
@pytest.mark.parametrize("tool", ["three-houses", "meeting-agenda"])
def test_verapdf_passes_the_print_file(verapdf: VeraPDF, tool: str, shop: str) -> None:
    made, _ = build.make_for_shop(Library.open(), build.Order(tool, paper("arch-d")), load(shop))
    assert verapdf.failures(made.data) == {}
