"""Links, named places, outline, page labels and viewer preferences, as a reader's program finds them."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from msgspec.structs import replace

from sopprint.errors import SopprintError
from sopprint.frame import PAGINATION, Bookmark, Element, LinkItem
from sopprint.geometry import Box
from sopprint.pdf.inspect import elements, marked_content, read
from sopprint.pdf.marked import read_content
from sopprint.pdf.painter import paint
from sopprint.pdf.structure import check
from tests.pdf.handmade import ABOUT, DOCUMENT, page, paragraphs, text
from tests.pdf.handmade_guide import GUIDE, guide


@pytest.fixture(scope="module")
def guide_pdf() -> bytes:
    return paint(guide(), GUIDE)


@pytest.fixture
def pdf(guide_pdf):
    with pikepdf.open(BytesIO(guide_pdf)) as opened:
        yield opened


def of_role(pdf, role):
    return [element for element, _ in elements(pdf) if role == element.S]


def test_the_tree_reads_as_one_document(guide_pdf):
    assert [f"{'  ' * tag.depth}{tag.role} {tag.text}".rstrip() for tag in read(guide_pdf).tags] == [
        "Document",
        "  H1 Three Houses: a guide",
        "  TOC",
        "    TOCI",
        "      Reference",
        "        Link Look together",
        "    TOCI",
        "      Reference",
        "        Link Steps",
        "  H2 Look together",
        "  P Sit beside the child, and about it;then draw.",
        "    Link read more",
        "  Table",
        "    THead",
        "      TR",
        "        TH Who",
        "    TBody",
        "      TR",
        "        TD Tía Rosa",
        "      TR",
        "        TD Grandma",
        "  H2 Steps",
        "  H3 At the table",
        "  L",
        "    LI",
        "      Lbl 1.",
        "      LBody",
        "        P Draw the houses.",
        "        L",
        "          LI",
        "            Lbl a.",
        "            LBody Ask first.",
    ]
    assert check(guide_pdf) == ()


def test_a_link_in_a_paragraph_keeps_its_place_over_two_pages(pdf):
    (paragraph,) = of_role(pdf, "/P")[:1]
    before, link, after, next_page = paragraph.K
    assert (before, link.S, after) == (1, "/Link", 3)
    assert (next_page.Type, next_page.MCID, next_page.Pg.objgen) == ("/MCR", 0, pdf.pages[2].objgen)
    assert marked_content(paragraph) == [
        (pdf.pages[1].objgen, 1), (pdf.pages[1].objgen, 3), (pdf.pages[2].objgen, 0),
    ]  # fmt: skip


def test_a_link_and_its_annotation_know_each_other(pdf):
    parents = pikepdf.NumberTree(pdf.Root.StructTreeRoot.ParentTree)
    annotations = [a for p in pdf.pages for a in p.get("/Annots", [])]
    assert [int(a.StructParent) for a in annotations] == [3, 4, 5]  # after the pages' 0, 1, 2
    for annotation, link in zip(annotations, of_role(pdf, "/Link"), strict=True):
        mcid, reference = link.K
        assert isinstance(mcid, int)
        assert (reference.Type, reference.Obj.objgen) == ("/OBJR", annotation.objgen)
        assert parents[int(annotation.StructParent)].objgen == link.objgen
    assert int(pdf.Root.StructTreeRoot.ParentTreeNextKey) == 6


def test_an_annotation_says_where_it_is_and_leads(pdf):
    (web,) = pdf.pages[1].Annots
    assert [float(edge) for edge in web.Rect] == [180, 237, 270, 250]
    assert (str(web.Contents), int(web.F), [int(v) for v in web.Border]) == (
        "example.org, in your browser", 4, [0, 0, 0],
    )  # fmt: skip
    assert (web.A.S, str(web.A.URI)) == ("/URI", "https://example.org/ni%C3%B1os?a=1&b=(2)")
    assert "/Dest" not in web
    assert [str(a.Dest) for a in pdf.pages[0].Annots] == ["look", "steps"]
    assert "/Annots" not in pdf.pages[2]


def test_links_move_with_the_bleed():
    with pikepdf.open(BytesIO(paint(guide(), GUIDE, target="press"))) as pdf:
        assert [float(edge) for edge in pdf.pages[1].Annots[0].Rect] == [189, 246, 279, 259]
        places = pikepdf.NameTree(pdf.Root.Names.Dests)
        assert float(places["look"][3]) == 284


def test_a_link_of_two_lines_is_one_element():
    tags = (DOCUMENT, Element("P", 0), Element("Link", 1))
    items = [
        item
        for y in (20, 40)
        for item in (text("words", 0, y, tag=2), LinkItem(Box(0, y, 50, y + 9), "https://a.org", 2, "a.org"))
    ]
    data = paint([page(*items, elements=tags)], ABOUT)
    with pikepdf.open(BytesIO(data)) as pdf:
        (link,) = of_role(pdf, "/Link")
        # nothing is painted between the lines, so they are one sequence
        assert [kid if isinstance(kid, int) else str(kid.Type) for kid in link.K] == [0, "/OBJR", "/OBJR"]
    assert check(data) == ()


def test_another_program_finds_links_and_outline(guide_pdf):
    document = pypdfium2.PdfDocument(guide_pdf)
    lines = [(b.level, b.get_title(), b.get_dest().get_index(), b.get_count()) for b in document.get_toc()]
    assert lines == [
        (0, "Three Houses", 0, -2),
        (1, "Look together", 1, 0),
        (1, "Steps", 2, -1),
        (2, "At the table (niños)", 2, 0),
    ]
    assert [document.get_page_label(index) for index in range(3)] == ["i", "1", "2"]


def test_the_outline_is_shown_with_its_first_level_alone(pdf):
    assert pdf.Root.PageMode == "/UseOutlines"
    assert int(pdf.Root.Outlines.Count) == 1


def test_an_outline_may_skip_a_level():
    levels = (2, 1, 3, 3, 2, 1)
    marks = tuple(Bookmark(f"b{i}", f"B{i}", level, 10 * i) for i, level in enumerate(levels))
    data = paint([replace(paragraphs("x"), bookmarks=marks)], ABOUT)
    with pikepdf.open(BytesIO(data)) as pdf:
        first, second, third = siblings(pdf.Root.Outlines)
        assert [str(line.Title) for line in (first, second, third)] == ["B0", "B1", "B5"]
        assert [str(line.Title) for line in siblings(second)] == ["B2", "B3", "B4"]
    assert check(data) == ()


def siblings(parent):
    line, found = parent.get("/First"), []
    while line is not None:
        found.append(line)
        line = line.get("/Next")
    return found


def test_places_are_found_by_halves():
    names = ("b", "a-b", "a", "a b", "ñ", "Z", "(")
    marks = tuple(Bookmark(name, "", 0, i) for i, name in enumerate(names))
    with pikepdf.open(BytesIO(paint([replace(paragraphs("x"), bookmarks=marks)], ABOUT))) as pdf:
        written = [bytes(name) for name in list(pdf.Root.Names.Dests.Names)[::2]]
        assert written == sorted(written)
        assert len(written) == len(names)
        found = pikepdf.NameTree(pdf.Root.Names.Dests)["a b"]
        assert (found[0].objgen, found[1], float(found[3])) == (pdf.pages[0].objgen, "/XYZ", 297)
        assert "/Outlines" not in pdf.Root


@pytest.mark.parametrize(
    ("labels", "rows"),
    [
        (("", "", ""), None),
        (("i", "ii", "1"), [(0, "i", None), (1, "ii", None), (2, "", 1)]),
        (("", "", "7"), [(0, "", 1), (2, "", 7)]),
        (("A-1", "A-2", "B-1"), [(0, "A-", 1), (2, "B-", 1)]),
        (("Cover", "9", "10"), [(0, "Cover", None), (1, "", 9)]),
        (("0", "007", "100"), [(0, "0", None), (1, "00", 7), (2, "", 100)]),
    ],
)
def test_page_labels_count_on_where_they_can(labels, rows):
    data = paint([replace(paragraphs("x"), label=label) for label in labels], ABOUT)
    with pikepdf.open(BytesIO(data)) as pdf:
        assert ("/PageLabels" in pdf.Root) == (rows is not None)
        if rows is not None:
            nums = list(pdf.Root.PageLabels.Nums)
            entries = [
                (int(at), str(d.get("/P", "")), d.get("/St")) for at, d in zip(nums[::2], nums[1::2], strict=True)
            ]
            assert entries == rows
    document = pypdfium2.PdfDocument(data)
    shown = [label or str(number) for number, label in enumerate(labels, 1)] if rows else ["", "", ""]
    assert [document.get_page_label(index) for index in range(3)] == shown


def test_viewer_preferences_are_added():
    viewer = {"Duplex": "DuplexFlipShortEdge", "PrintScaling": "None", "PickTrayByPDFSize": True}
    with pikepdf.open(BytesIO(paint([paragraphs("x")], ABOUT, viewer=viewer))) as pdf:
        assert dict(pdf.Root.ViewerPreferences.items()) == {
            "/DisplayDocTitle": True, "/Duplex": "/DuplexFlipShortEdge", "/PrintScaling": "/None",
            "/PickTrayByPDFSize": True,
        }  # fmt: skip
        assert pdf.Root.PageMode == "/UseNone"


def test_a_running_foot_is_pagination(pdf):
    feet = [s for p in pdf.pages for s in read_content(p).shown if s.artifact and s.artifact.kind == "Pagination"]
    assert [foot.text for foot in feet] == ["Three Houses — i", "Three Houses — 1", "Three Houses — 2"]
    stream = pdf.pages[0].Contents.read_bytes()
    assert b"/Artifact <</Type /Pagination /Subtype /Footer>> BDC" in stream


def test_a_foot_in_another_language_is_written_plainly():
    with pikepdf.open(BytesIO(paint([page(text("casa", 0, 20, tag=PAGINATION, lang="es"))], ABOUT))) as pdf:
        assert b"/Lang" not in pdf.pages[0].Contents.read_bytes()


def test_a_link_that_leads_nowhere_is_refused():
    tags = (DOCUMENT, Element("Link", 0))
    items = (text("x", 0, 20, tag=1), LinkItem(Box(0, 0, 9, 9), "#lost", 1, "Go to Lost"))
    with pytest.raises(SopprintError, match="“Go to Lost” leads to #lost") as caught:
        paint([page(*items, elements=tags)], ABOUT)
    assert caught.value.diagnostics[0].code == "SP304"


def test_two_places_of_one_name_are_refused():
    twice = [replace(paragraphs("x"), bookmarks=(Bookmark("same", "A", 1, 0),)) for _ in range(2)]
    with pytest.raises(SopprintError, match="called “same”") as caught:
        paint(twice, ABOUT)
    assert caught.value.diagnostics[0].code == "SP305"


def test_words_that_are_no_table_head_may_not_be_decoration():
    pages = guide()
    stray = text("Whose", 20, 60, tag=None, size=12)
    pages[2] = replace(pages[2], items=(*pages[2].items, stray))
    assert [f"{f.rule}: {f.message}" for f in check(paint(pages, GUIDE))] == [
        "artifact-text: page 3: “Whose” is marked as decoration"
    ]
