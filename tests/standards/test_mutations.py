"""Which checker sees which fault. Together they must see all; a line that changes means a checker changed its mind."""

from __future__ import annotations

import pytest

from tests.standards import checkers
from tests.standards.mutations import MUTATIONS, mutated

PUBLIC = "page-validation and veraPDF"
ALL = "page-validation, veraPDF and ours"
VERA = "veraPDF and ours"
OURS = "ours"
SEEN_BY = {
    "no_lang": PUBLIC,
    "bad_lang": PUBLIC,
    "no_markinfo": PUBLIC,
    "no_structure_tree": ALL,
    "suspects": PUBLIC,
    "no_display_title": PUBLIC,
    "no_xmp": ALL,
    "no_pdfuaid": PUBLIC,
    "no_dc_title": ALL,
    "title_differs": OURS,
    "no_alt": ALL,
    "empty_alt": ALL,
    "blank_alt": OURS,
    "no_bbox": OURS,
    "no_struct_parents": VERA,
    "parents_swapped": OURS,
    "parents_short": VERA,
    "no_parent": ALL,
    "listed_twice": OURS,
    "not_listed": OURS,
    "heading_skipped": ALL,
    "first_heading_h3": ALL,
    "no_header_cells": OURS,
    "no_scope": ALL,
    "list_without_body": ALL,
    "role_unknown": PUBLIC,
    "link_alone": ALL,
    "mcid_twice": OURS,
    "unmarked_text": ALL,
    "unmarked_path": ALL,
    "words_as_decoration": OURS,
    "artifact_in_tag": ALL,
    "tag_in_artifact": ALL,
    "never_closed": VERA,
    "closed_twice": OURS,
    "notdef_code": ALL,
    "notdef_glyphs": ALL,
    "no_to_unicode": PUBLIC,
    "to_unicode_null": PUBLIC,
    "font_not_embedded": ALL,
    "stray_helvetica": OURS,
    "wrong_widths": PUBLIC,
    "no_cid_to_gid": PUBLIC,
    "link_says_nothing": ALL,
    "link_says_blanks": OURS,
    "link_without_parent": ALL,
    "links_swapped": OURS,
    "link_not_held": OURS,
    "link_not_pressed": OURS,
    "link_in_paragraph": ALL,
    "place_gone": OURS,
    "no_tab_order": PUBLIC,
    "outline_blank_title": OURS,
    "outline_leads_nowhere": OURS,
    "outline_unlinked": OURS,
    "outline_cut": OURS,
    "contents_without_toc": ALL,
    "contents_of_paragraphs": ALL,
    "nested_list_alone": ALL,
    "foot_as_decoration": OURS,
    "half_a_paragraph": OURS,
}


def test_every_mutation_has_a_line():
    assert set(SEEN_BY) == set(MUTATIONS)


@pytest.mark.parametrize("name", MUTATIONS)
def test_page_validation(samples, name):
    pytest.importorskip("page", reason="page-validation is not installed")
    found = checkers.page_validation(mutated(samples, name))
    assert bool(found) == ("page-validation" in SEEN_BY[name]), found


@pytest.mark.parametrize("name", MUTATIONS)
def test_our_structure_check(samples, name):
    found = checkers.ours(mutated(samples, name))
    assert bool(found) == ("ours" in SEEN_BY[name]), found


@pytest.mark.parametrize("name", MUTATIONS)
def test_verapdf(verapdf, samples, name):
    found = verapdf.failures(mutated(samples, name))
    assert bool(found) == ("veraPDF" in SEEN_BY[name]), found


@pytest.mark.parametrize(
    ("name", "rule"),
    [
        ("parents_swapped", "parent-tree"),
        ("mcid_twice", "sequence"),
        ("words_as_decoration", "artifact-text"),
        ("notdef_glyphs", "notdef"),
        ("stray_helvetica", "font"),
        ("title_differs", "title"),
        ("no_header_cells", "table"),
        ("blank_alt", "figure"),
        ("closed_twice", "nesting"),
        ("link_alone", "link"),
        ("no_parent", "parent"),
        ("heading_skipped", "heading"),
        ("unmarked_path", "unmarked"),
        ("outline_cut", "outline"),
        ("contents_without_toc", "role"),
        ("foot_as_decoration", "artifact-text"),
    ],
)
def test_our_check_names_the_rule(samples, name, rule):
    # Words that became decoration leave a gap where the tree lists them.
    rules = {rule, "sequence"} if name == "words_as_decoration" else {rule}
    assert {found.partition(":")[0] for found in checkers.ours(mutated(samples, name))} == rules
