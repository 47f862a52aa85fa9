"""The element reference is about the elements there are, and its examples work."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

from docs import reference
from docs.snippets import Snippet, notes, snippets
from sopprint.check import check_tool
from sopprint.check.page import check_page
from sopprint.cli.schema import schema
from sopprint.layout.poster import lay_out
from sopprint.model import elements as spec
from sopprint.paper import paper
from sopprint.resolve.library import Library
from sopprint.resources import Folder

DOCS = Path(__file__).parent.parent.parent / "docs"
PICTURES = DOCS / "pictures" / "elements"
KINDS: tuple[type, ...] = get_args(spec.AnyElement)
ALL = snippets()


def test_the_committed_page_is_current() -> None:
    assert reference.FILE.read_text(encoding="utf-8") == reference.page(), "run `make docs`"


def test_every_element_has_its_section_and_one_snippet() -> None:
    sections = re.findall(r"^### (\S+)$", reference.page(), flags=re.MULTILINE)
    assert sections == [reference.tag(kind) for kind in KINDS]
    assert sorted(sections) == sorted(s.name for s in ALL)


def test_every_setting_is_explained_and_nothing_else_is() -> None:
    definitions, said = schema("tool")["$defs"], notes()
    classes = (*KINDS, *(part for _, part in reference.PARTS))
    own = {kind.__name__: reference.own_settings(kind, definitions) for kind in classes}
    own["At"] = tuple(definitions["At"]["properties"])
    for kind, settings in own.items():
        assert [s for s in settings if not reference.meaning(kind, s, said)] == []
        assert set(said.get(kind, {})) <= set(settings), kind
    assert set(said) - {"any"} <= set(own)
    everywhere = {s for settings in own.values() for s in settings} | set(reference.SHARED)
    assert set(said["any"]) <= everywhere


@pytest.mark.parametrize("snippet", ALL, ids=lambda s: s.name)
def test_snippet_builds_without_a_word(snippet: Snippet, tmp_path: Path) -> None:
    folder = snippet.write(tmp_path)
    assert [d.message for d in check_tool(Folder(folder))] == []
    laid = lay_out(Library.open(None, (folder,)).document(snippet.name, lang="en", paper=paper("24x36in")))
    assert [d.message for d in laid.report] == []
    assert [d.message for d in check_page(laid.page, "24x36in")] == []


@pytest.mark.parametrize("snippet", ALL, ids=lambda s: s.name)
def test_snippet_shows_the_element_it_is_named_after(snippet: Snippet) -> None:
    assert re.search(rf"draw: {snippet.name}\b", snippet.layout)


def test_pictures_are_there_and_small() -> None:
    sizes = {file.stem: file.stat().st_size for file in PICTURES.glob("*.png")}
    assert set(sizes) == {s.name for s in ALL}, "run `make pictures`"
    assert max(sizes.values()) < 12_000
    assert sum(sizes.values()) < 350_000
