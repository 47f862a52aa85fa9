"""The structure tree as a reader walks it."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest

from sopprint.frame import Element, PathItem
from sopprint.geometry import Box, ellipse, rectangle
from sopprint.pdf.inspect import elements, marked_content, read
from sopprint.pdf.painter import paint
from sopprint.pdf.structure import check
from tests.pdf.handmade import ABOUT, DOCUMENT, GREEN, INK, page, text


def tree(data: bytes) -> list[str]:
    return [f"{'  ' * tag.depth}{tag.role} {tag.text}".rstrip() for tag in read(data).tags]


def test_reading_order_and_text(poster_pdf):
    assert tree(poster_pdf) == [
        "Document",
        "  H1 Three Houses",
        "  Sect",
        "    H2 What is working well?",
        "    P In our office the familytells its own story.",
        "  Figure",
        "  L",
        "    LI",
        "      Lbl 1.",
        "      LBody Look",
        "  Table",
        "    TR",
        "      TH Who",
        "      TH When",
        "    TR",
        "      TD Tía Rosa",
        "      TD",
        "  P ¿Qué nos preocupa?",
    ]


def test_attributes_alt_and_language(poster_pdf):
    tags = read(poster_pdf).tags
    figure = next(tag for tag in tags if tag.role == "Figure")
    assert figure.alt == "A house with a green roof"
    assert next(t for t in tags if t.role == "L").attributes == {"ListNumbering": "Decimal"}
    assert next(t for t in tags if t.role == "TH").attributes == {"Scope": "Column"}
    assert [t.lang for t in tags if t.text.startswith("¿")] == ["es"]


def test_a_figure_has_the_box_of_its_ink(poster_pdf):
    # ellipse 320±40, 80±30 with a line of 4 pt, on a page 300 pt high
    figure = next(tag for tag in read(poster_pdf).tags if tag.role == "Figure")
    assert [float(v) for v in figure.attributes["BBox"].split()] == pytest.approx([278, 188, 362, 252])


def test_a_figure_counts_what_is_in_its_elements():
    elements = (DOCUMENT, Element("Figure", 0, alt="x"), Element("P", 1))
    shape = PathItem(ellipse(50, 50, 10), fill=INK, tag=1)
    below = PathItem(rectangle(Box(90, 90, 100, 120)), fill=INK, tag=2)
    (figure,) = (t for t in read(paint([page(shape, below, elements=elements)], ABOUT)).tags if t.role == "Figure")
    assert [float(v) for v in figure.attributes["BBox"].split()] == pytest.approx([40, 180, 100, 260])


def test_a_figure_is_no_larger_than_its_clips():
    elements = (DOCUMENT, Element("Figure", 0, alt="x"))
    shape = PathItem(ellipse(50, 50, 40), fill=INK, tag=1, clip=Box(45, 0, 60, 70))
    (figure,) = (t for t in read(paint([page(shape, elements=elements)], ABOUT)).tags if t.role == "Figure")
    assert [float(v) for v in figure.attributes["BBox"].split()] == pytest.approx([45, 230, 60, 290])


def test_reading_order_is_that_of_the_elements_not_of_the_paint():
    elements = (DOCUMENT, Element("P", 0), Element("P", 0))
    data = paint([page(text("second", 0, 20, tag=2), text("first", 0, 60, tag=1), elements=elements)], ABOUT)
    assert read(data).texts("P") == ("first", "second")
    assert check(data) == ()


def test_a_phrase_inside_a_paragraph_stays_in_its_place():
    elements = (DOCUMENT, Element("P", 0), Element("Span", 1, actual="Doctor"))
    items = (text("See ", 0, 20, tag=1), text("Dr.", 50, 20, tag=2), text(" today", 80, 20, tag=1))
    with pikepdf.open(BytesIO(paint([page(*items, elements=elements)], ABOUT))) as pdf:
        paragraph = pdf.Root.StructTreeRoot.K[0].K
        before, span, after = paragraph.K
        assert (before, after) == (0, 2)
        assert (span.S, str(span.ActualText), span.K) == ("/Span", "Doctor", 1)


def test_empty_elements_go_but_cells_of_a_table_stay():
    elements = (
        DOCUMENT, Element("Sect", 0), Element("P", 1), Element("Table", 0), Element("TR", 3),
        Element("TD", 4), Element("TD", 4), Element("Table", 0), Element("TR", 7), Element("TD", 8),
    )  # fmt: skip
    assert tree(paint([page(text("x", 0, 20, tag=5), elements=elements)], ABOUT)) == [
        "Document", "  Table", "    TR", "      TD x", "      TD",
    ]  # fmt: skip


def test_every_element_names_its_page(poster_pdf):
    with pikepdf.open(BytesIO(poster_pdf)) as pdf:
        assert all(e.Pg.objgen == pdf.pages[0].objgen for e, _ in elements(pdf))


def test_pages_with_trees_of_their_own_share_one_document():
    first, second = (page(text(word, 0, 20, tag=1), elements=(DOCUMENT, Element("P", 0))) for word in ("one", "two"))
    data = paint([first, second], ABOUT)
    assert tree(data) == ["Document", "  P one", "  P two"]
    assert check(data) == ()
    with pikepdf.open(BytesIO(data)) as pdf:
        assert [int(p.StructParents) for p in pdf.pages] == [0, 1]
        assert [str(p.Tabs) for p in pdf.pages] == ["/S", "/S"]


def test_a_paragraph_can_run_over_two_pages():
    shared = (DOCUMENT, Element("P", 0))
    data = paint([page(text(w, 0, 20, tag=1), elements=shared) for w in ("begins", "ends")], ABOUT)
    with pikepdf.open(BytesIO(data)) as pdf:
        ((paragraph, _),) = [(e, d) for e, d in elements(pdf) if e.S == "/P"]
        pages = [p.obj.objgen for p in pdf.pages]
        assert marked_content(paragraph) == [(pages[0], 0), (pages[1], 0)]
    assert check(data) == ()


def test_attributes_of_one_owner_share_a_dictionary():
    cell = Element(
        "TH", 2, attributes=(("Table", "Scope", "Row"), ("Table", "ColSpan", 2), ("Layout", "TextAlign", "End"))
    )
    elements = (DOCUMENT, Element("Table", 0), Element("TR", 1), cell)
    with pikepdf.open(BytesIO(paint([page(text("x", 0, 20, tag=3), elements=elements)], ABOUT))) as pdf:
        (found,) = (e for e, _ in elements_of(pdf, "/TH"))
        assert [dict(a.items()) for a in found.A] == [
            {"/O": "/Table", "/Scope": "/Row", "/ColSpan": 2}, {"/O": "/Layout", "/TextAlign": "/End"},
        ]  # fmt: skip


def elements_of(pdf, role):
    return [(e, d) for e, d in elements(pdf) if role == e.S]


def test_decoration_is_in_no_element():
    elements = (DOCUMENT, Element("P", 0))
    data = paint([page(text("x", 0, 20, tag=1), PathItem(ellipse(9, 9, 5), fill=GREEN), elements=elements)], ABOUT)
    with pikepdf.open(BytesIO(data)) as pdf:
        assert len(pdf.Root.StructTreeRoot.ParentTree.Nums[1]) == 1
