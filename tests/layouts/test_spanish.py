"""The shipped Spanish words: complete, really translated, and clean on every poster size they are made for."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from sopprint.check.page import check_page
from sopprint.frame import PathItem
from sopprint.layout.poster import lay_out
from sopprint.model.guide import Words
from sopprint.model.tool import Tool
from sopprint.model.words import CommonWords
from sopprint.paper import paper
from sopprint.products.make import make
from sopprint.products.order import Order
from sopprint.products.workshop import Workshop
from sopprint.resolve.library import Library
from sopprint.resources import Folder
from sopprint.source.load import decode
from sopprint.source.nodes import plain, read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopprint.paper import Orientation
    from sopprint.products.order import ProductName

LAYOUTS = Path(__file__).parents[2] / "layouts"
FOLDER = Folder(LAYOUTS)
TOOLS = tuple(sorted(p.parent.name for p in LAYOUTS.glob("*/layout.yaml")))
FILES = (*TOOLS, "common")
PAPERS = ("letter", "tabloid", "arch-d", "36x48in")
ORIENTATIONS: tuple[Orientation, ...] = ("landscape", "portrait")
NOT_POSTER = {"guide", "language", "reviewed", "reviewed_by", "reviewed_on"}
LISTS = {"ticks", "items", "how_to", "share"}  # lists of texts; every other list is the forms of one text
SAME = {"Safety Organized Practice", "Agenda"}  # a name; and a word both languages have

Path_ = tuple[str | int, ...]


@cache
def source(folder: str, language: str) -> Any:
    name = f"{folder}/words.{language}.yaml"
    return plain(read(FOLDER.text(name), name))


def texts(value: Any, path: Path_ = ()) -> Iterator[tuple[Path_, tuple[str, ...]]]:
    """Every text of a poster with its forms."""
    if isinstance(value, dict):
        for key, child in value.items():
            if path or key not in NOT_POSTER or (key == "guide" and isinstance(child, str)):  # the common words' label
                yield from texts(child, (*path, key))
    elif isinstance(value, list) and path[-1] in LISTS:
        for index, child in enumerate(value):
            yield from texts(child, (*path, index))
    else:
        yield path, tuple(value) if isinstance(value, list) else (str(value),)


def by_path(folder: str, language: str) -> dict[Path_, tuple[str, ...]]:
    return dict(texts(source(folder, language)))


def variants() -> Iterator[tuple[str, str | None]]:
    for name in TOOLS:
        found = decode(read(FOLDER.text(f"{name}/layout.yaml"), name), Tool)
        yield from ((name, variant) for variant in (None, *found.variants))


@cache
def library() -> Library:
    return Library.open()


@cache
def branded() -> Library:
    return Library.open(LAYOUTS.parent / "examples/county-kit")


@pytest.mark.parametrize("folder", FILES)
def test_spanish_has_every_text_that_english_has_and_no_other(folder: str) -> None:
    assert by_path(folder, "es").keys() == by_path(folder, "en").keys()


@pytest.mark.parametrize("folder", FILES)
def test_texts_stand_in_the_same_order(folder: str) -> None:
    assert list(by_path(folder, "es")) == list(by_path(folder, "en"))


@pytest.mark.parametrize("folder", FILES)
def test_placeholders_are_the_same(folder: str) -> None:
    english = by_path(folder, "en")
    for path, forms in by_path(folder, "es").items():
        for form in forms:
            assert placeholders(form) == placeholders(english[path][0]), path


def placeholders(text: str) -> list[str]:
    return sorted(re.findall(r"\{[^}]*\}|%\w|\[[^\]]*\]", text))


@pytest.mark.parametrize("folder", FILES)
def test_nothing_is_left_in_english(folder: str) -> None:
    english = by_path(folder, "en")
    for path, forms in by_path(folder, "es").items():
        assert not {form.casefold() for form in english[path]} & {form.casefold() for form in forms} - {
            same.casefold() for same in SAME
        }, path


@pytest.mark.parametrize("folder", TOOLS)
def test_words_are_marked_as_not_reviewed(folder: str) -> None:
    found = decode(read(FOLDER.text(f"{folder}/words.es.yaml"), folder), Words)
    assert (found.language, found.reviewed, found.reviewed_by, found.reviewed_on) == ("es", False, None, None)


def test_common_words_decode() -> None:
    found = decode(read(FOLDER.text("common/words.es.yaml"), "common"), CommonWords)
    assert (found.language, found.language_name) == ("es", "español")


@pytest.mark.parametrize("folder", FILES)
def test_spanish_is_typed_as_spanish(folder: str) -> None:
    for path, forms in by_path(folder, "es").items():
        for form in forms:
            assert form.count("¿") == form.count("?"), path
            assert form.count("¡") == form.count("!"), path
            assert form == form.strip(), path
            assert not re.search(r"['\"]|  |\.\.\.", form), f"use ’ “ ” …: {form}"


@pytest.mark.parametrize("folder", FILES)
def test_forms_get_shorter(folder: str) -> None:
    for path, forms in by_path(folder, "es").items():
        lengths = [len(form) for form in forms]
        assert lengths == sorted(set(lengths), reverse=True), path


@pytest.mark.parametrize("folder", TOOLS)
def test_alternative_texts_are_one_to_three_whole_sentences(folder: str) -> None:
    for path, forms in by_path(folder, "es").items():
        if path[-1] == "alt":
            assert forms[0].endswith("."), path
            assert 1 <= len(re.findall(r"[.?!](?:\s|$)", forms[0])) <= 3, path
            assert 25 <= len(forms[0]) <= 200, path


@pytest.mark.parametrize("folder", TOOLS)
def test_every_credit_line_names_the_makers(folder: str) -> None:
    makers = decode(read(FOLDER.text(f"{folder}/layout.yaml"), folder), Tool).attribution.by
    for credit in by_path(folder, "es")["footer", "credit"]:
        assert all(maker in credit for maker in makers), credit


@pytest.mark.parametrize("orientation", ORIENTATIONS)
@pytest.mark.parametrize("sheet", PAPERS)
@pytest.mark.parametrize(("folder", "variant"), list(variants()))
def test_every_poster_is_clean(folder: str, variant: str | None, sheet: str, orientation: Orientation) -> None:
    for shelf in (library(), branded()):
        document = shelf.document(folder, lang="es", paper=paper(sheet), orientation=orientation, variant=variant)
        laid = lay_out(document)
        found = [*laid.report, *check_page(laid.page, document.paper_name)]
        assert not found, [f"{x.code} {x.message}" for x in found]
        assert laid.about.lang == "es"


@pytest.mark.parametrize("folder", TOOLS)
def test_the_draft_tag_is_printed(folder: str) -> None:
    document = library().document(folder, lang="es", paper=paper("arch-d"))
    laid = lay_out(document)
    assert any(isinstance(x, PathItem) and x.name == "draft" for x in laid.page.items)


@cache
def workshop() -> Workshop:
    return Workshop(library())


@pytest.mark.parametrize(
    ("product", "sheet", "pages"),
    [("guide", "half-letter", 20), ("quick-guide-line-staff", "letter", 2), ("quick-guide-leaders", "letter", 2)],
)
@pytest.mark.parametrize("folder", TOOLS)
def test_every_guide_is_clean(folder: str, product: ProductName, sheet: str, pages: int) -> None:
    made = make(workshop(), Order(folder, paper(sheet), "es", product=product))
    assert not made.findings, [f"{x.code} {x.message}" for x in made.findings]
    assert made.pages == pages
