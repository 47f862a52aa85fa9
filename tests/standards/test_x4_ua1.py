"""Print files are PDF/UA-1 as well: bleed, marks, slug and output intent take nothing from the tags."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sopprint.paper import paper
from sopprint.press.shop import load
from sopprint.products.order import Order
from sopprint.products.poster import make_for_shop
from sopprint.products.workshop import Workshop
from sopprint.resolve.library import Library

if TYPE_CHECKING:
    from tests.standards.verapdf import VeraPDF


@pytest.mark.parametrize("shop", ["wide-format", "copy-center", "online-no-marks"])
@pytest.mark.parametrize("tool", ["three-houses", "meeting-agenda"])
def test_verapdf_passes_the_print_file(verapdf: VeraPDF, tool: str, shop: str) -> None:
    made, _ = make_for_shop(Workshop(Library.open()), Order(tool, paper("arch-d")), load(shop))
    assert verapdf.failures(made.data) == {}
