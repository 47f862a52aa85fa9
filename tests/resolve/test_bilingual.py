"""Two languages on one poster: what is asked for, what is missing, what the fingerprint covers, what is laid over."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from sopprint.errors import ExitCode, SopprintError
from sopprint.paper import paper
from sopprint.pdf.identity import read_identity
from sopprint.products.freshness import freshness
from sopprint.products.make import make
from sopprint.products.order import Order
from sopprint.products.workshop import Workshop
from sopprint.resolve.arrangement import PageKind, arrange
from sopprint.resolve.bilingual import is_wide, split
from sopprint.resolve.fingerprint import fingerprint
from sopprint.resolve.library import Library
from sopprint.resolve.words import Words
from sopprint.source.nodes import plain, read

SHIPPED = Path(__file__).parent.parent.parent / "layouts"


def words(text: str, second: str | None = None) -> Words:
    other = Words(read(second, "words.es.yaml"), "es") if second else None
    return Words(read(text, "words.en.yaml"), "en", other)


def test_pairs_by_path_and_lists_by_position():
    both = words("{title: Boat, ticks: [One, [Two words, Two]]}", "{title: Barco, ticks: [Uno, Dos, Tres]}")
    assert both.phrase("title").second.text == "Barco"
    one, two = both.phrases("ticks")
    assert (one.second.text, two.forms, two.second.text) == ("Uno", ("Two words", "Two"), "Dos")
    assert one.second.place.file == "words.es.yaml"


def test_the_same_words_are_said_once():
    assert words("{title: CFT}", "{title: CFT}").phrase("title").second is None
    assert words("{title: Boat}", "{title: Barco}").phrase("title").alone.second is None


@pytest.mark.parametrize("lang", ["en+en", "en+", "+es", "en+es+vi"])
def test_what_is_not_two_languages(lang):
    with pytest.raises(SopprintError) as refused:
        split(lang)
    assert refused.value.diagnostics[0].code == "SP136"
    assert refused.value.exit_code is ExitCode.USAGE


@pytest.mark.parametrize(("sheet", "wide"), [("letter", False), ("tabloid", False), ("a2", False), ("arch-c", True),
                                             ("18x30in", True), ("a1", True), ("36x48in", True)])  # fmt: skip
def test_papers_from_18_inches_on(sheet, wide):
    assert is_wide(paper(sheet)) is wide


def document(library: Library, tool: str, lang: str, sheet: str = "arch-d"):
    return library.document(tool, lang=lang, paper=paper(sheet))


def test_small_paper_is_refused_with_what_to_do_instead():
    with pytest.raises(SopprintError) as refused:
        document(Library.open(), "three-houses", "en+es", "tabloid")
    found = refused.value.diagnostics[0]
    assert found.code == "SP137"
    assert "18 in" in found.message
    assert "--lang en and --lang es" in found.hints[0]


@pytest.mark.parametrize("product", ["guide", "quick-guide-leaders", "booklet"])
def test_guides_speak_one_language(product):
    order = Order("three-houses", paper("letter"), "en+es", product=product)
    with pytest.raises(SopprintError) as refused:
        make(Workshop(Library.open()), order)
    assert [d.code for d in refused.value.diagnostics] == ["SP138"]


@pytest.fixture
def own(tmp_path) -> Path:
    """The Three Houses as a county's own tool."""
    folder = shutil.copytree(SHIPPED / "three-houses", tmp_path / "our-houses")
    changed(folder, "layout.yaml", "tool: three-houses", "tool: our-houses")
    return folder


def changed(folder: Path, name: str, old: str, new: str) -> None:
    file = folder / name
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_every_missing_text_is_told_with_its_place(own):
    changed(own, "words.es.yaml", "    prompt: ¿Qué te gusta o te hace sentir a salvo?\n", "")
    changed(own, "words.es.yaml", "    - Foto tomada\n", "")
    with pytest.raises(SopprintError) as refused:
        document(Library.open(None, (own,)), "our-houses", "en+es")
    found = {d.message: d for d in refused.value.diagnostics}
    assert set(found) == {
        "“zones.good.prompt” is not said in es", "“footer.ticks.3” is not said in es",
    }  # fmt: skip
    assert {d.code for d in found.values()} == {"SP139"}
    for diagnostic in found.values():
        assert diagnostic.place.file.endswith("words.es.yaml")
    document(Library.open(None, (own,)), "our-houses", "en")  # one language does without


def test_the_fingerprint_covers_both_languages(own):
    def printed(lang: str) -> str:
        return document(Library.open(None, (own,)), "our-houses", lang).fingerprint.printed

    before = {lang: printed(lang) for lang in ("en", "es", "en+es", "es+en")}
    assert len(set(before.values())) == 4
    changed(own, "words.es.yaml", "Las Tres Casas", "Tres Casas")
    assert printed("en") == before["en"]
    assert printed("en+es") != before["en+es"]


def test_one_language_does_not_count_what_is_drawn_for_two():
    said = read("{language: en, title: Boat}", "words.yaml")
    bare = "body: {draw: row, items: []}\nvariants: {teen: {title: Teens}}"
    more = (
        "body: {draw: row, items: []}\nbilingual: {change: {}}\n"
        "variants: {teen: {title: Teens, bilingual: {ground: flat}}}"
    )

    def both(variant, second=None):
        return [fingerprint(read(text, "layout.yaml"), said, variant, {}, second).printed for text in (bare, more)]

    assert len(set(both(None))) == len(set(both("teen"))) == 1
    assert len(set(both(None, said))) == len(set(both("teen", said))) == 2


def test_a_file_says_both_languages_and_which_of_their_words_changed(own, tmp_path):
    shop = Workshop(Library.open(None, (own,)))
    made = make(shop, Order("our-houses", paper("arch-d"), "en+es"))
    assert made.name == "our-houses-arch-d-landscape-en+es.pdf"
    (tmp_path / made.name).write_bytes(made.data)
    identity = read_identity(tmp_path / made.name)
    assert identity.language == "en+es"
    assert freshness(shop.library, identity).state == "current"
    changed(own, "words.es.yaml", "prompt: ¿Cómo quieres que sean las cosas?", "prompt: ¿Qué esperas?")
    now = freshness(Library.open(None, (own,)), identity)
    assert now.state == "stale"
    assert [change.path for change in now.changes] == ["es.zones.dreams.prompt"]


LAYOUT = """\
body:
  draw: column
  items:
    - draw: row
      weight: 2
      items: [{draw: field, zone: why, size: 100}, {draw: field, zone: leave}]
bilingual:
  change:
    why: {size: 150, around: {weight: 3, gap: 12}}
  landscape: {change: {leave: {weight: 4}}}
  portrait: {change: {leave: {weight: 5}}}
  narrow: {change: {leave: {weight: 6}}}
variants:
  short:
    change: {leave: off}
    bilingual: {change: {why: {size: 170}}}
"""


def arranged(variant=None, *, tall=False, narrow=False, bilingual=True) -> dict:
    kind = PageKind(tall, narrow, small=False, bilingual=bilingual)
    body = plain(arrange(read(LAYOUT, "layout.yaml"), kind, variant).body)
    return body["items"][0]


def test_bilingual_is_laid_over_pages_in_two_languages_alone():
    one = arranged(bilingual=False)
    assert (one["weight"], one["items"][0]["size"]) == (2, 100)
    both = arranged()
    assert (both["weight"], both["gap"], both["items"][0]["size"]) == (3, 12, 150)
    assert "around" not in both["items"][0]


@pytest.mark.parametrize(("kind", "weight"), [({}, 4), ({"tall": True}, 5), ({"narrow": True}, 6)])
def test_bilingual_has_its_own_shapes(kind, weight):
    assert arranged(**kind)["items"][1]["weight"] == weight


def test_a_variant_may_have_its_own():
    row = arranged("short")
    assert [item["zone"] for item in row["items"]] == ["why"]
    assert row["items"][0]["size"] == 170
