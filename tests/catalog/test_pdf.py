"""The catalogue to print: few pages, every tool, tagged."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest

from sopprint.pdf import structure

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="session")
def data(out: Path) -> bytes:
    return (out / "catalogue.pdf").read_bytes()


def test_is_accessible(data: bytes) -> None:
    assert list(structure.check(data)) == []


def test_shows_each_tool_with_a_heading_and_a_picture(data: bytes) -> None:
    pikepdf = pytest.importorskip("pikepdf")
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert len(pdf.pages) == 1
        assert [float(side) for side in pdf.pages[0].MediaBox[2:]] == [612, 792]
        outline = [str(item.title) for item in pdf.open_outline().root]
        titles = [item for parent in pdf.open_outline().root for item in (parent, *parent.children)]
        names = {str(item.title) for item in titles}
        alts = [str(o.Alt) for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and o.get("/S") == "/Figure"]
    assert outline
    assert {"Network <b onclick=x()>&", "The Three Houses"} <= names
    assert sorted(alts) == ["The poster “Network <b onclick=x()>&”", "The poster “The Three Houses”"]


def test_nine_tools_take_two_pages(tmp_path: Path) -> None:
    pikepdf = pytest.importorskip("pikepdf")
    from sopprint.cli import answer

    (tmp_path / "sopprint.yaml").write_text("county: {name: Example County}\n")
    assert answer(["-q", "catalog", str(tmp_path), "-o", str(tmp_path / "out")]) == 0
    with pikepdf.open(tmp_path / "out" / "catalogue.pdf") as pdf:
        assert len(pdf.pages) == 2


def test_a_language_without_a_font_here_is_named_by_its_tag(monkeypatch: pytest.MonkeyPatch) -> None:
    from sopprint.catalog.pdf import _printable
    from sopprint.products.workshop import Workshop
    from sopprint.resolve import regional
    from sopprint.resolve.library import Library

    monkeypatch.setattr(regional, "_installed", dict)
    shop = Workshop(Library.open())
    names = {"ar": "العربية", "zh-Hans": "简体中文"}
    assert _printable(names, shop.library.look(), shop.setter("en")) == {"ar": "العربية", "zh-Hans": "zh-Hans"}
