"""Places to type into, as a reader's program finds them."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pypdfium2
import pytest

from sopprint.errors import SopprintError
from sopprint.frame import Element, FieldItem
from sopprint.geometry import Box
from sopprint.pdf.inspect import elements
from sopprint.pdf.painter import paint
from sopprint.pdf.structure import check
from tests.pdf.handmade import ABOUT, DOCUMENT, SHEET, page, text

TAGS = (DOCUMENT, Element("P", 0), Element("Form", 1), Element("P", 0), Element("Form", 3))
ITEMS = (
    text("Inside the house", 20, 30, tag=1),
    FieldItem(Box(20, 40, 180, 90), "inside", "Inside the house", 2, lines=True),
    text("Date", 20, 120, tag=3),
    FieldItem(Box(20, 125, 90, 140), "date", "Date", 4, size=9),
)  # fmt: skip


@pytest.fixture(scope="module")
def form() -> bytes:
    return paint([page(*ITEMS, elements=TAGS)], ABOUT)


def test_each_field_is_named_and_lies_where_it_was_put(form):
    with pikepdf.open(BytesIO(form)) as pdf:
        many, one = pdf.Root.AcroForm.Fields
        assert (str(many.T), str(many.TU), int(many.Ff)) == ("inside", "Inside the house", 1 << 12)
        assert (str(one.T), str(one.TU), "/Ff" in one) == ("date", "Date", False)
        assert [float(n) for n in many.Rect] == [20, SHEET.height - 90, 180, SHEET.height - 40]
        assert str(one.DA) == "/Helv 9 Tf 0 g"
        assert [a.objgen for a in pdf.pages[0].Annots] == [many.objgen, one.objgen]
        assert "/NeedAppearances" not in pdf.Root.AcroForm


def test_each_field_belongs_to_its_element_and_leads_back(form):
    with pikepdf.open(BytesIO(form)) as pdf:
        rows = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
        parents = dict(zip(map(int, rows[::2]), rows[1::2], strict=True))
        found = [element for element, _ in elements(pdf) if element.S == "/Form"]
        for element, field in zip(found, pdf.Root.AcroForm.Fields, strict=True):
            assert element.K.Obj.objgen == field.objgen
            assert parents[int(field.StructParent)].objgen == element.objgen


def test_the_structure_holds(form):
    assert check(form) == ()


def test_nothing_is_painted_and_a_viewer_finds_a_form(form):
    with pikepdf.open(BytesIO(form)) as pdf:
        assert b"Helv" not in pdf.pages[0].Contents.read_bytes()
    opened = pypdfium2.PdfDocument(form)
    opened.init_forms()
    assert opened.get_formtype() == 1  # AcroForm


def test_documents_without_fields_have_no_form():
    with pikepdf.open(BytesIO(paint([page(text("x", 0, 20, tag=1), elements=TAGS[:2])], ABOUT))) as pdf:
        assert "/AcroForm" not in pdf.Root


def test_two_fields_of_one_name_are_refused():
    twice = (ITEMS[1], FieldItem(Box(0, 0, 9, 9), "inside", "Again", 4))
    with pytest.raises(SopprintError, match="two fields of the document are called “inside”"):
        paint([page(*twice, elements=TAGS)], ABOUT)
