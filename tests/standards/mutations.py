"""Ways to break a passing file, one at a time: negative controls, so that a checker that goes blind is noticed."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from sopprint.pdf.inspect import elements

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Mutation = Callable[[pikepdf.Pdf], None]


def mutated(samples: Mapping[str, bytes], name: str) -> bytes:
    """A sample with one thing wrong: the poster, or the guide for what no poster has."""
    out = BytesIO()
    with pikepdf.open(BytesIO(samples["guide" if name in ON_GUIDE else "poster"])) as pdf:
        MUTATIONS[name](pdf)
        pdf.save(out, static_id=True)
    return out.getvalue()


def _first(pdf: pikepdf.Pdf, role: str) -> Any:
    return next(e for e, _ in elements(pdf) if role == e.S)


def _all(pdf: pikepdf.Pdf, role: str) -> list[Any]:
    return [e for e, _ in elements(pdf) if role == e.S]


def _font(pdf: pikepdf.Pdf) -> Any:
    return pdf.pages[0].Resources.Font.F1


def _edit(edit: Callable[[bytes], bytes]) -> Mutation:
    """A change to the content stream; it must change something."""

    def run(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[0]
        old = page.Contents.read_bytes()
        new = edit(old)
        assert new != old
        page.Contents = pdf.make_stream(new)

    return run


def _packet(pattern: bytes, by: bytes = b"") -> Mutation:
    def run(pdf: pikepdf.Pdf) -> None:
        old = pdf.Root.Metadata.read_bytes()
        new = re.sub(pattern, by, old, flags=re.DOTALL)
        assert new != old
        pdf.Root.Metadata.write(new)

    return run


def _drop(place: Callable[[pikepdf.Pdf], Any], key: str) -> Mutation:
    def run(pdf: pikepdf.Pdf) -> None:
        del place(pdf)[key]

    return run


def _put(place: Callable[[pikepdf.Pdf], Any], key: str, value: Any) -> Mutation:
    def run(pdf: pikepdf.Pdf) -> None:
        place(pdf)[key] = value

    return run


def _rename(role: str, to: str) -> Mutation:
    def run(pdf: pikepdf.Pdf) -> None:
        for element in _all(pdf, role):
            element.S = Name(to)

    return run


def _no_scope(pdf: pikepdf.Pdf) -> None:
    for cell in _all(pdf, "/TH"):
        del cell["/A"]


def _swap_parents(pdf: pikepdf.Pdf) -> None:
    row = pdf.Root.StructTreeRoot.ParentTree.Nums[1]
    row[0], row[1] = row[1], row[0]


def _short_parents(pdf: pikepdf.Pdf) -> None:
    nums = pdf.Root.StructTreeRoot.ParentTree.Nums
    nums[1] = Array(list(nums[1])[:-2])


def _listed_twice(pdf: pikepdf.Pdf) -> None:
    heading = _first(pdf, "/H1")
    heading.K = Array([heading.K, heading.K])


def _not_listed(pdf: pikepdf.Pdf) -> None:
    del _first(pdf, "/H1")["/K"]


def _link_alone(pdf: pikepdf.Pdf) -> None:
    annotation = Dictionary(
        Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 9, 9]), Contents=String("Read more"),
        A=Dictionary(S=Name.URI, URI=String("https://example.org")),
    )  # fmt: skip
    pdf.pages[0].Annots = Array([pdf.make_indirect(annotation)])


def _wrong_widths(pdf: pikepdf.Pdf) -> None:
    holder = _font(pdf).DescendantFonts[0]
    holder.W = Array([0, Array([round(float(width)) + 40 for width in holder.W[1]])])


def _to_null(pdf: pikepdf.Pdf) -> None:
    stream = _font(pdf).ToUnicode
    stream.write(re.sub(rb"<0001> <[0-9A-F]+>", b"<0001> <0000>", stream.read_bytes()))


def _glyphs_gone(pdf: pikepdf.Pdf) -> None:
    stream = _font(pdf).DescendantFonts[0].CIDToGIDMap
    stream.write(bytes(len(stream.read_bytes())))


def _helvetica(pdf: pikepdf.Pdf) -> None:
    fonts = pdf.pages[0].Resources.Font
    fonts["/Stray"] = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)


def _title_differs(pdf: pikepdf.Pdf) -> None:
    pdf.docinfo["/Title"] = "Another title"


def _catalog(pdf: pikepdf.Pdf) -> Any:
    return pdf.Root


def _page(pdf: pikepdf.Pdf) -> Any:
    return pdf.pages[0].obj


def _annotation(pdf: pikepdf.Pdf) -> Any:
    return pdf.pages[0].Annots[0]


def _top_line(pdf: pikepdf.Pdf) -> Any:
    return pdf.Root.Outlines.First


def _objr_dropped(pdf: pikepdf.Pdf) -> None:
    link = _first(pdf, "/Link")
    link.K = link.K[0]


def _annotations_swapped(pdf: pikepdf.Pdf) -> None:
    one, other = pdf.pages[0].Annots
    one.StructParent, other.StructParent = other.StructParent, one.StructParent


def _annotation_gone(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[1]["/Annots"]
    link = next(e for e in _all(pdf, "/Link") if e.P.S == "/P")
    link.K = link.K[0]


def _place_gone(pdf: pikepdf.Pdf) -> None:
    names = pikepdf.NameTree(pdf.Root.Names.Dests)
    del names["aside"], names["look"]


def _second_half_lost(pdf: pikepdf.Pdf) -> None:
    paragraph = _first(pdf, "/P")
    paragraph.K = Array(list(paragraph.K)[:-1])


_FIRST = re.compile(rb"(/MCID 0>> BDC.*?)EMC", re.DOTALL)
_P = re.compile(rb"/P <</MCID (\d+)>> BDC")

_ON_POSTER: dict[str, Mutation] = {
    "no_lang": _drop(_catalog, "/Lang"),
    "bad_lang": _put(_catalog, "/Lang", String("english_US!")),
    "no_markinfo": _drop(_catalog, "/MarkInfo"),
    "no_structure_tree": _drop(_catalog, "/StructTreeRoot"),
    "suspects": _put(lambda pdf: pdf.Root.MarkInfo, "/Suspects", value=True),
    "no_display_title": _drop(lambda pdf: pdf.Root.ViewerPreferences, "/DisplayDocTitle"),
    "no_xmp": _drop(_catalog, "/Metadata"),
    "no_pdfuaid": _packet(rb"<pdfuaid:part>1</pdfuaid:part>"),
    "no_dc_title": _packet(rb"<dc:title>.*?</dc:title>"),
    "title_differs": _title_differs,
    "no_alt": _drop(lambda pdf: _first(pdf, "/Figure"), "/Alt"),
    "empty_alt": _put(lambda pdf: _first(pdf, "/Figure"), "/Alt", String("")),
    "blank_alt": _put(lambda pdf: _first(pdf, "/Figure"), "/Alt", String("  ")),
    "no_bbox": _drop(lambda pdf: _first(pdf, "/Figure"), "/A"),
    "no_struct_parents": _drop(_page, "/StructParents"),
    "parents_swapped": _swap_parents,
    "parents_short": _short_parents,
    "no_parent": _drop(lambda pdf: _first(pdf, "/Figure"), "/P"),
    "listed_twice": _listed_twice,
    "not_listed": _not_listed,
    "heading_skipped": _rename("/H2", "/H4"),
    "first_heading_h3": _rename("/H1", "/H3"),
    "no_header_cells": _rename("/TH", "/TD"),
    "no_scope": _no_scope,
    "list_without_body": _rename("/LBody", "/P"),
    "role_unknown": _rename("/P", "/Foo"),
    "link_alone": _link_alone,
    "mcid_twice": _edit(lambda d: d.replace(b"/MCID 1>>", b"/MCID 0>>", 1)),
    "unmarked_text": _edit(lambda d: d + b"\nBT /F1 12 Tf 60 30 Td <0001> Tj ET\n"),
    "unmarked_path": _edit(lambda d: d + b"\n10 10 100 20 re f\n"),
    "words_as_decoration": _edit(lambda d: _P.sub(b"/Artifact BMC", d, count=1)),
    "artifact_in_tag": _edit(lambda d: _FIRST.sub(rb"\1/Artifact BMC 1 1 2 2 re f EMC EMC", d, count=1)),
    "tag_in_artifact": _edit(lambda d: d.replace(b"/Artifact BMC", b"/Artifact BMC /Span <</MCID 0>> BDC EMC", 1)),
    "never_closed": _edit(lambda d: d.rstrip().removesuffix(b"EMC")),
    "closed_twice": _edit(lambda d: d + b"\nEMC\n"),
    "notdef_code": _edit(lambda d: d.replace(b"EMC", b"BT /F1 12 Tf 60 30 Td <0000> Tj ET EMC", 1)),
    "notdef_glyphs": _glyphs_gone,
    "no_to_unicode": _drop(_font, "/ToUnicode"),
    "to_unicode_null": _to_null,
    "font_not_embedded": _drop(lambda pdf: _font(pdf).DescendantFonts[0].FontDescriptor, "/FontFile2"),
    "stray_helvetica": _helvetica,
    "wrong_widths": _wrong_widths,
    "no_cid_to_gid": _drop(lambda pdf: _font(pdf).DescendantFonts[0], "/CIDToGIDMap"),
}
ON_GUIDE: dict[str, Mutation] = {
    "link_says_nothing": _drop(_annotation, "/Contents"),
    "link_says_blanks": _put(_annotation, "/Contents", String("  ")),
    "link_without_parent": _drop(_annotation, "/StructParent"),
    "links_swapped": _annotations_swapped,
    "link_not_held": _objr_dropped,
    "link_not_pressed": _annotation_gone,
    "link_in_paragraph": _rename("/Link", "/P"),
    "place_gone": _place_gone,
    "no_tab_order": _drop(_page, "/Tabs"),
    "outline_blank_title": _put(_top_line, "/Title", String(" ")),
    "outline_leads_nowhere": _drop(_top_line, "/Dest"),
    "outline_unlinked": _drop(lambda pdf: pdf.Root.Outlines.First.First.Next, "/Prev"),
    "outline_cut": _drop(lambda pdf: pdf.Root.Outlines.First.First, "/Next"),
    "contents_without_toc": _rename("/TOC", "/Sect"),
    "contents_of_paragraphs": _rename("/TOCI", "/P"),
    "nested_list_alone": _rename("/LI", "/Sect"),
    "foot_as_decoration": _edit(
        lambda d: d.replace(b"/Artifact <</Type /Pagination /Subtype /Footer>> BDC", b"/Artifact BMC")
    ),
    "half_a_paragraph": _second_half_lost,
}
MUTATIONS: dict[str, Mutation] = _ON_POSTER | ON_GUIDE
