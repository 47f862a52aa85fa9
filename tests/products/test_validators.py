"""Every guide and quick guide satisfies every checker of PDF/UA-1."""

from __future__ import annotations

import pytest

from tests.products.conftest import GUIDES, QUICK_GUIDES
from tests.standards import checkers

EVERY = GUIDES + QUICK_GUIDES


@pytest.mark.parametrize(("tool", "product", "sheet"), EVERY)
def test_page_validation_and_our_structure_check_pass(shelf, tool, product, sheet):
    pytest.importorskip("page", reason="page-validation is not installed")
    made = shelf.made(tool, product, sheet)
    assert [d.message for d in made.findings] == []
    assert checkers.ours(made.data) == []
    assert checkers.page_validation(made.data) == []


@pytest.mark.parametrize(("tool", "product", "sheet"), EVERY)
def test_verapdf_passes(verapdf, shelf, tool, product, sheet):
    assert verapdf.failures(shelf.made(tool, product, sheet).data) == {}


@pytest.mark.parametrize(("tool", "product", "sheet"), EVERY)
def test_pages_are_as_many_as_they_should_be(shelf, tool, product, sheet):
    pages = shelf.made(tool, product, sheet).pages
    assert pages in (16, 20, 24) if product == "guide" else pages == 2
