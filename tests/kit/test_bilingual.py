"""Kits that ask for en+es: both languages on one poster, guides in one, small papers in two posters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopprint.building.plan import orders
from sopprint.check.kit import check_kit
from sopprint.model.kit import each_of
from sopprint.paper import paper
from sopprint.resolve.library import Library
from tests.kit.conftest import assert_found

if TYPE_CHECKING:
    from tests.kit.conftest import Write

HOUSES = "posters: {tools: [three-houses], papers: [arch-d, tabloid]}\n"


def ordered(folder) -> list[tuple[str, str, str]]:
    library = Library.open(folder)
    assert library.kit is not None
    return [(o.product, o.paper.name, o.lang) for o in orders(library.kit, library.tools())]


def test_each_language_once() -> None:
    assert each_of(["en", "en+es", "vi+en"]) == ("en", "es", "vi")


def test_guides_speak_the_languages_that_are_listed_alone(kit: Write) -> None:
    folder = kit(None, f"languages: [en, en+es]\n{HOUSES}guides: {{tools: [three-houses], booklets: false}}\n")
    assert [o for o in ordered(folder) if o[0] == "guide"] == [("guide", "half-letter", "en")]


def test_guides_speak_each_language_where_none_is_listed_alone(kit: Write) -> None:
    folder = kit(None, f"languages: [en+es]\n{HOUSES}quick_guides: {{tools: [three-houses], roles: [leaders]}}\n")
    assert [o[2] for o in ordered(folder) if o[0] == "quick-guide-leaders"] == ["en", "es"]


def test_on_small_paper_each_language_has_a_poster(kit: Write) -> None:
    assert ordered(kit(None, f"languages: [en+es, en]\n{HOUSES}")) == [
        ("poster", "arch-d", "en+es"), ("poster", "arch-d", "en"), ("poster", "tabloid", "en"),
        ("poster", "tabloid", "es"),
    ]  # fmt: skip


def test_mistakes_are_found_in_the_kit(kit: Write) -> None:
    text = """\
county: {name: Green}
#! SP130 21: there are no words in “en+xx” for three-houses
languages: [en, es, en+xx]
posters: {tools: [three-houses]}
#! SP106 45: “languages”: “en+es” is not in the right form
guides: {tools: [three-houses], languages: [en+es]}
"""
    assert_found(kit({"sopprint.yaml": text}), "sopprint.yaml", text)


def test_what_a_kit_draws_otherwise_is_laid_out_in_both(kit: Write) -> None:
    layout = "bilingual: {change: {good: {share_height: 40}}}\n"
    folder = kit({"layouts/three-houses.yaml": layout}, f"languages: [en]\n{HOUSES}")
    assert [d.code for d in check_kit(folder, thorough=True)] == []
    kit(None, "languages: [en]\nposters: {tools: [three-houses], languages: [en+es]}\n")
    found = list(check_kit(folder, thorough=True))
    assert {d.code for d in found} == {"SP210"}
    assert any("“Se puede contar”" in d.message for d in found)


def test_a_countys_words_are_paired_too(kit: Write) -> None:
    folder = kit({"words/three-houses.es.yaml": "zones: {good: {prompt: ¿Qué te hace feliz?}}\n"})
    document = Library.open(folder).document("three-houses", lang="en+es", paper=paper("arch-d"))
    phrase = document.words.phrase("zones", "good", "prompt")
    assert phrase is not None
    assert phrase.second is not None
    assert phrase.second.text == "¿Qué te hace feliz?"
    assert document.brand.name == "Green"
