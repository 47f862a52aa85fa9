"""A kit's words and layouts over the shipped ones: single words, sections, languages, copies of an older release."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopprint.errors import SopprintError
from sopprint.paper import paper
from sopprint.resolve.comparison import compare
from sopprint.resolve.overrides import merge
from sopprint.resources import shipped
from sopprint.source.nodes import plain, read
from tests.kit.conftest import assert_found

if TYPE_CHECKING:

    from sopprint.resolve.library import Library
    from sopprint.resolve.words import Words
    from sopprint.source.nodes import Node
    from tests.kit.conftest import Write

HOUSES = "words/three-houses.en.yaml"
BASE = "words/.base/three-houses.en.yaml"
SHIPPED = shipped("layouts").text("three-houses/words.en.yaml")
Opened = "Callable[..., Library]"


def words(library: Library, tool: str = "three-houses", lang: str = "en") -> Words:
    return library.document(tool, lang=lang, paper=paper("arch-d")).words


def said(of: Words, *path: str | int) -> str:
    phrase = of.phrase(*path)
    return phrase.text if phrase else ""


# ------------------------------------------------------------------------------------------ words


def test_one_word_changes_and_the_others_stay(library: Opened) -> None:
    changed = words(library({HOUSES: "zones: {good: {prompt: What goes well?}}\n"}))
    assert said(changed, "zones", "good", "prompt") == "What goes well?"
    assert said(changed, "zones", "good", "name") == "Good Things"
    assert said(changed, "title") == "The Three Houses"


def test_a_changed_word_points_at_the_kit_and_others_at_what_is_shipped(library: Opened) -> None:
    changed = words(library({HOUSES: "zones:\n  good:\n    prompt: What goes well?\n"}))
    place = changed.place("zones", "good", "prompt")
    assert (place.file.endswith(f"kit/{HOUSES}"), place.line, place.column) == (True, 3, 13)
    assert changed.place("title").file.endswith("layouts/three-houses/words.en.yaml")


def test_a_list_is_replaced_as_a_whole(library: Opened) -> None:
    changed = words(library({HOUSES: "footer: {how_to: [One line.]}\n"}))
    assert [p.text for p in changed.phrases("footer", "how_to")] == ["One line."]


def test_an_empty_value_takes_an_optional_text_away(library: Opened) -> None:
    changed = words(library({HOUSES: "zones:\n  good:\n    over:\n"}))
    assert changed.phrase("zones", "good", "over") is None
    assert said(changed, "zones", "good", "name") == "Good Things"


def test_the_fingerprint_follows_the_countys_words(library: Opened) -> None:
    def printed(made: Library) -> str:
        return made.document("three-houses", lang="en", paper=paper("arch-d")).fingerprint.printed

    assert printed(library()) != printed(library({HOUSES: "title: Our Houses\n"}))


def test_words_of_guides_and_of_all_tools(library: Opened) -> None:
    made = library(
        {
            HOUSES: "guide: {audience: For everyone}\n",
            "words/common.en.yaml": "program: Our Program\n",
            "words/guide.en.yaml": "kinds: {guide: Handbook}\n",
        }
    )
    own, shared = made.guide_words("three-houses", lang="en")
    assert (said(own, "guide", "audience"), said(shared, "kinds", "guide")) == ("For everyone", "Handbook")
    assert said(own, "guide", "glance", "time")
    document = made.document("safety-scale", lang="en", paper=paper("arch-d"))
    assert said(document.common, "program") == "Our Program"


def test_a_language_of_the_countys_own(library: Opened) -> None:
    poster = SHIPPED.partition("\nguide:")[0] + "\n"
    common = shipped("layouts").text("common/words.en.yaml")
    ours = poster.replace("language: en", "language: tlh").replace("The Three Houses", "juHmey wej")
    made = library({
        "words/three-houses.tlh.yaml": ours,
        "words/common.tlh.yaml": common.replace("language: en", "language: tlh"),
    })  # fmt: skip
    assert "tlh" in made.languages("three-houses")
    assert "tlh" not in made.languages("safety-scale")
    assert said(words(made, lang="tlh"), "title") == "juHmey wej"
    tool = next(tool for tool in made.tools() if tool.name == "three-houses")
    assert ("tlh" in tool.languages, "tlh" in tool.guides) == (True, False)


def test_the_case_system_is_named(library: Opened) -> None:
    general = "the case system your county uses"
    text = " ".join(map(str, plain(library().guide_words("three-houses", lang="en")[1].node)["photo"]["steps"]))
    assert general in text
    named = library({"sopprint.yaml": "county: {name: Green, case_system: CWS/CMS}\n"})
    everything = str(plain(named.guide_words("three-houses", lang="en")[1].node)["photo"])
    assert "Upload it to CWS/CMS," in everything
    assert general not in everything


@pytest.mark.parametrize("lang", ["en", "es"])
def test_every_language_says_the_case_system_in_words_that_a_name_can_replace(lang: str) -> None:
    layouts = shipped("layouts")
    if not layouts.exists(f"common/guide.{lang}.yaml"):
        pytest.skip("no guides in this language yet")
    node = plain(read(layouts.text(f"common/guide.{lang}.yaml"), "guide"))
    assert str({key: value for key, value in node.items() if key != "case_system"}).count(node["case_system"]) >= 2


# ------------------------------------------------------------------------------------------ copies


def test_an_untouched_copy_follows_the_release(library: Opened) -> None:
    """The copy and its base are of an older release, in which the title was another."""
    old = SHIPPED.replace("title: The Three Houses", "title: Three Old Houses")
    ours = old.replace("What feels good, fun or safe?", "What goes well?")
    changed = words(library({HOUSES: ours, BASE: old}))
    assert said(changed, "title") == "The Three Houses"
    assert said(changed, "zones", "good", "prompt") == "What goes well?"


def test_ours_stays_where_a_release_changed_the_same_word(library: Opened) -> None:
    old = SHIPPED.replace("title: The Three Houses", "title: Three Old Houses")
    ours = SHIPPED.replace("title: The Three Houses", "title: Our Houses")
    assert said(words(library({HOUSES: ours, BASE: old})), "title") == "Our Houses"


def test_lines_taken_out_of_a_copy_come_back(library: Opened) -> None:
    ours = SHIPPED.replace("    prompt: What feels good, fun or safe?\n", "")
    assert ours != SHIPPED
    prompt = said(words(library({HOUSES: ours, BASE: SHIPPED})), "zones", "good", "prompt")
    assert prompt == "What feels good, fun or safe?"


def node(text: str, name: str = "x.yaml") -> Node:
    return read(text, name)


def test_lists_of_sections_are_merged_entry_by_entry_and_forms_of_a_text_are_not() -> None:
    then = node("steps: [{zone: a, text: one}, {zone: b, text: two}]\ntitle: [Long one, Short]\n")
    now = node("steps: [{zone: a, text: one}, {zone: b, text: TWO}]\ntitle: [Longer one, Short]\n")
    ours = node("steps: [{zone: a, text: ONE}, {zone: b, text: two}]\ntitle: [Long one, Brief]\n")
    merged = merge(ours, now, then)
    assert merged is not None
    assert plain(merged) == {
        "steps": [{"zone": "a", "text": "ONE"}, {"zone": "b", "text": "TWO"}],
        "title": ["Long one", "Brief"],
    }


values = st.recursive(
    st.sampled_from(["one", "two", "three", True, None, 7]),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.sampled_from("abc"), inner, min_size=1, max_size=3)
    ),
    max_leaves=8,
)
trees = st.dictionaries(st.sampled_from("abcd"), values, min_size=1, max_size=4)


def tree(data: Any) -> Node:
    import json

    return read(json.dumps(data), "x.yaml")


@given(trees, trees)
def test_a_copy_nobody_edited_is_what_is_shipped_now(then: Any, now: Any) -> None:
    merged = merge(tree(then), tree(now), tree(then))
    assert merged is not None
    assert plain(merged) == now
    assert {d.kind for d in compare(tree(then), tree(now), tree(then))} <= {"release"}


@given(trees, trees, trees)
def test_what_is_told_is_what_is_printed(ours: Any, now: Any, then: Any) -> None:
    """Every difference of `compare` is where the merged file says what the difference's kind claims."""
    merged = merge(tree(ours), tree(now), tree(then))
    assert merged is not None
    for difference in compare(tree(ours), tree(now), tree(then)):
        printed: Node | None = merged
        for step in difference.path:
            key = step - 1 if isinstance(step, int) else step
            printed = printed.get(key) if printed is not None else None
        wanted = difference.now if difference.kind == "release" else difference.ours
        assert (printed and plain(printed)) == (wanted and plain(wanted))
    if not compare(tree(ours), tree(now), tree(then)):
        assert plain(merged) == now


# ------------------------------------------------------------------------------------------ layouts and settings


def test_a_layout_is_written_over(library: Opened) -> None:
    made = library({"layouts/three-houses.yaml": "header: title\nsmallest: tabloid\n"})
    document = made.document("three-houses", lang="en", paper=paper("arch-d"))
    assert (document.header, document.tool.smallest) == ("title", "tabloid")
    assert document.tool.order == ("good", "worries", "dreams")


# ------------------------------------------------------------------------------------------ checks


def test_mistakes_in_words_are_found_where_the_county_wrote_them(kit: Write) -> None:
    text = """\
zones:
  good:
#! SP101 5: unknown key “promt”
    promt: What?
#! SP103 11: expected words
    name: {a: b}
#! SP111 3: zone
  god: {prompt: What?}
#! SP101 1: unknown key “titel”
titel: Ours
"""
    assert_found(kit({HOUSES: text}), HOUSES, text)


def test_files_of_nothing(kit: Write) -> None:
    from sopprint.check.kit import check_kit

    files = ("words/three-hoses.en.yaml", "words/three-houses.yaml", "layouts/x.en.yaml")
    folder = kit(dict.fromkeys(files, "title: x\n"))
    found = {d.place.file.rsplit("kit/")[-1]: (d.code, d.hints) for d in check_kit(folder) if d.place}
    assert {file: code for file, (code, _) in found.items()} == {
        "words/three-hoses.en.yaml": "SP161", "words/three-houses.yaml": "SP161", "layouts/x.en.yaml": "SP161",
    }  # fmt: skip
    assert "three-houses" in found["words/three-hoses.en.yaml"][1][0]


def test_a_word_that_is_too_long_is_found_on_paper(kit: Write) -> None:
    from sopprint.check.kit import check_kit

    folder = kit({HOUSES: f"title: {'W' * 120}\n"})
    assert [d.code for d in check_kit(folder)] == []
    found = [d for d in check_kit(folder, thorough=True) if d.place and d.place.file.endswith(HOUSES)]
    assert {d.code for d in found} == {"SP201"}


def test_the_checks_of_a_poster_read_no_further_than_a_mistake_in_the_kit(library: Opened) -> None:
    with pytest.raises(SopprintError) as failure:
        words(library({HOUSES: "title: {a: b}\n"}))
    assert failure.value.diagnostics[0].place is not None
    assert failure.value.diagnostics[0].place.file.endswith(HOUSES)


def test_mistakes_of_markdown_in_a_countys_guide(kit: Write) -> None:
    from sopprint.check.kit import check_kit

    folder = kit({HOUSES: "guide:\n  culture: |\n    Fine so far.\n\n    ::: nosuch\n    x\n    :::\n"})
    found = [d for d in check_kit(folder) if d.place]
    assert [(d.code[:4], d.place.line) for d in found if d.place] == [("SP03", 5)]
    assert "nosuch" in found[0].message
