"""What a shop is promised of every print file, on a few of them; `make verify-print` holds all of them to it."""

from __future__ import annotations

import shutil
from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf
import pytest
from msgspec.structs import replace

from sopprint.diagnostics import Severity
from sopprint.errors import ExitCode, SopprintError
from sopprint.paper import paper
from sopprint.press import verify as verification
from sopprint.press.shop import load
from sopprint.products.make import make_for_shop
from sopprint.products.order import Order
from sopprint.products.workshop import Workshop
from sopprint.resolve.library import Library
from tests.standards import checkers

if TYPE_CHECKING:
    from pathlib import Path

pytest.importorskip("numpy")
print_checks = pytest.importorskip("tests.press.print_checks")
missing = [program for program in print_checks.PROGRAMS if shutil.which(program) is None]
installed = pytest.mark.skipif(bool(missing), reason=f"not installed: {missing}")
SAMPLE = (
    ("safety-house", "poster", "36x48in", "offset"),
    ("meeting-agenda", "poster", "arch-d", "copy-center"),
    ("three-houses", "guide", "half-letter", "wide-format"),
)


@pytest.fixture(scope="module")
def workshop() -> Workshop:
    return Workshop(Library.open())


def made(workshop: Workshop, tool: str, product: str, sheet: str, shop: str) -> bytes:
    return make_for_shop(workshop, Order(tool, paper(sheet), product=product), load(shop))[0].data  # type: ignore[arg-type]


@installed
@pytest.mark.parametrize(("tool", "product", "sheet", "shop"), SAMPLE)
def test_a_print_file_keeps_every_promise(workshop: Workshop, tool: str, product: str, sheet: str, shop: str) -> None:
    data = made(workshop, tool, product, sheet, shop)
    assert list(print_checks.faults(data, load(shop), guide=product == "guide")) == []


@installed
def test_black_words_that_do_not_overprint_are_found(workshop: Workshop, tmp_path: Path) -> None:
    with pikepdf.open(BytesIO(made(workshop, "three-houses", "poster", "tabloid", "offset"))) as pdf:
        for state in pdf.pages[0].Resources.ExtGState.values():
            state.op = state.OP = False
        pdf.save(tmp_path / "knocked-out.pdf")
    found = list(print_checks.faults((tmp_path / "knocked-out.pdf").read_bytes(), load("offset")))
    assert "page 1: black words are on the plate Cyan" in found


# ------------------------------------------------------------------------------------------------ guides


@pytest.mark.parametrize("shop", ["wide-format", "copy-center", "online-no-marks"])
def test_a_guide_is_tagged_at_the_shop_too(workshop: Workshop, shop: str) -> None:
    data = made(workshop, "three-houses", "guide", "half-letter", shop)
    assert checkers.ours(data) == []
    assert checkers.page_validation(data) == []


def test_every_page_of_a_guide_has_its_boxes_its_marks_and_no_links(workshop: Workshop) -> None:
    with pikepdf.open(BytesIO(made(workshop, "three-houses", "guide", "half-letter", "offset"))) as pdf:
        assert len(pdf.pages) % 4 == 0
        for page in pdf.pages:
            assert [float(n) for n in page.trimbox] == [54, 54, 450, 666]  # 5.5 x 8.5 in, 0.75 in inside the sheet
            assert [float(n) for n in page.bleedbox] == [45, 45, 459, 675]
            assert "/Annots" not in page.obj
            assert b"/Registration CS" in list(page.obj.Contents)[-1].read_bytes()


def test_the_slug_counts_the_sheets_and_guides_have_no_film(workshop: Workshop) -> None:
    data = made(workshop, "three-houses", "guide", "half-letter", "wide-format")
    pypdfium2 = pytest.importorskip("pypdfium2")
    document = pypdfium2.PdfDocument(data)
    words = [document[index].get_textpage().get_text_range() for index in range(len(document))]
    document.close()
    assert "sheet 3 of 20" in words[2]
    assert "laminate" not in words[2]


def test_a_guide_for_a_shop_warns_of_nothing(workshop: Workshop) -> None:
    order = Order("safety-house", paper("half-letter"), product="guide")
    assert make_for_shop(workshop, order, load("wide-format"))[0].findings == ()


# ------------------------------------------------------------------------------------------------ verification


def test_a_file_that_fails_is_not_delivered(workshop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    """Preflight has the last word: what the checks of the page let through, it stops."""
    from sopprint.press import job

    monkeypatch.setattr(job, "_findings", lambda *_: ())
    profile = load("offset")
    thin = replace(profile, shop=replace(profile.shop, ink_limit=120))
    with pytest.raises(SopprintError) as failure:
        make_for_shop(workshop, Order("three-houses", paper("tabloid")), thin)
    assert failure.value.exit_code is ExitCode.VERIFY
    assert {found.code for found in failure.value.diagnostics} == {"SP631"}
    assert any("[ink.build]" in found.message for found in failure.value.diagnostics)


def test_each_rule_is_told_once_and_says_on_how_many_pages(workshop: Workshop) -> None:
    data = made(workshop, "three-houses", "guide", "half-letter", "offset")
    found = verification.verify(data, load("offset"))
    (empty,) = [each for each in found if "[bleed.empty]" in each.message]
    assert empty.message.startswith("page 2 and 18 more: ")
    assert empty.severity is Severity.WARNING
    assert verification.verify(data, load("offset"), expected=[each.message.split("[")[1][:-1] for each in found]) == ()
