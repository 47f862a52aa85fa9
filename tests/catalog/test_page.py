"""The catalogue's page as it is written: what it says, what it leads to, and that words stay words."""

from __future__ import annotations

import base64
import hashlib
from html.parser import HTMLParser
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest

from sopprint.cli import answer

if TYPE_CHECKING:
    from pathlib import Path

VOID = {"meta", "img", "link", "br", "input"}


class Reader(HTMLParser):
    """Elements with their attributes and text; complains of tags that do not match."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None], list[str]]] = []
        self._open: list[int] = []
        self.feed(text)
        assert not self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs), []))
        if tag not in VOID:
            self._open.append(len(self.found) - 1)

    def handle_endtag(self, tag: str) -> None:
        assert self.found[self._open.pop()][0] == tag

    def handle_data(self, data: str) -> None:
        for index in self._open:
            self.found[index][2].append(data)

    def all(self, tag: str, **wanted: str) -> list[tuple[dict[str, str | None], str]]:
        return [
            (attributes, " ".join("".join(words).split()))
            for name, attributes, words in self.found
            if name == tag and all(attributes.get(key.strip("_")) == value for key, value in wanted.items())
        ]


@pytest.fixture(scope="session")
def page(out: Path) -> Reader:
    return Reader((out / "index.html").read_text(encoding="utf-8"))


def test_every_tool_has_its_picture_and_words(page: Reader, out: Path) -> None:
    assert [text for _, text in page.all("h2")] == ["Network <b onclick=x()>&", "The Three Houses"]
    for attributes, _ in page.all("img"):
        assert (out / str(attributes["src"])).read_bytes().startswith(b"\x89PNG")
        assert attributes["alt"]
    said = " ".join(text for _, text in page.all("article"))
    assert "You want the child’s own view" in said
    assert "to find out what happened" in said
    assert "3 to 6; 7 to 12" in said
    assert "24 × 36 in, 11 × 17 in" in said


def test_words_never_become_html(page: Reader) -> None:
    assert page.all("b") == []
    assert not [attributes for _, attributes, _ in page.found if any(key.startswith("on") for key in attributes)]
    assert page.all("title")[0][1] == "Ours & <Theirs> County: Our tools"


def test_links_lead_to_files_that_are_there(page: Reader, out: Path) -> None:
    links = {unquote(str(attributes["href"])) for attributes, _ in page.all("a", type="application/pdf")}
    made = {file.name for file in out.glob("*.pdf")} - {"catalogue.pdf"}
    assert links == made
    assert len(made) == 8
    targets = [str(attributes["href"]) for attributes, _ in page.all("a")]
    assert all((out / target).is_file() for target in targets if not target.startswith("#"))


def test_says_what_is_current_and_what_is_stale(page: Reader) -> None:
    states = {str(a["href"]): "" for a, _ in page.all("a", type="application/pdf")}
    rows = [text for attributes, text in page.all("li") if "data-product" in attributes]
    assert len(rows) == len(states)
    assert {row.rsplit("kB ")[1] for row in rows if "Network" in row} == {"older than the words of today"}
    assert {row.rsplit("kB ")[1] for row in rows if "Houses" in row} == {"up to date"}
    assert any("My Three Spaces, for teens" in row for row in rows)


def test_tools_can_be_filtered_by_what_they_are_for(page: Reader) -> None:
    tools = {str(a["id"]): a for a, _ in page.all("li", class_="tool")}
    assert tools["safety-network"]["data-purposes"] == "hear"  # where its own share.yaml puts it
    assert tools["three-houses"]["data-purposes"] == "hear"
    assert tools["safety-network"]["data-roles"] == "facilitators line-staff leaders"
    languages = ["ar", "en", "es", "hmn", "pa", "vi", "zh-Hans", "zh-Hant"]
    assert str(tools["three-houses"]["data-languages"]).split() == languages
    options = [str(a["value"]) for a, _ in page.all("option")]
    assert options == ["", "facilitators", "line-staff", "leaders", "", "hear", "", *languages]


def test_nothing_comes_from_anywhere_else(page: Reader, out: Path) -> None:
    for _, attributes, _ in page.found:
        for key in ("src", "href", "action", "srcset"):
            assert ":" not in str(attributes.get(key, ""))
    assert page.all("link") == []
    assert all("src" not in attributes for attributes, _ in page.all("script"))
    style = (out / "index.html").read_text().split("<style>")[1].split("</style>")[0]
    assert "url(" not in style
    assert "@import" not in style


def test_policy_allows_exactly_this_style_and_script(page: Reader, out: Path) -> None:
    text = (out / "index.html").read_text(encoding="utf-8")
    policy = str(page.all("meta", **{"http-equiv": "Content-Security-Policy"})[0][0]["content"])
    assert policy.startswith("default-src 'none'; img-src 'self'; ")
    assert "unsafe" not in policy
    for tag in ("style", "script"):
        inside = text.split(f"<{tag}>")[1].split(f"</{tag}>")[0]
        digest = base64.b64encode(hashlib.sha256(inside.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy


def test_same_again_and_only_over_our_own(kit: Path, out: Path, tmp_path: Path) -> None:
    before = (out / "index.html").read_bytes(), (out / "catalogue.pdf").read_bytes()
    assert answer(["-q", "catalog", str(kit), "-o", str(out)]) == 0
    assert ((out / "index.html").read_bytes(), (out / "catalogue.pdf").read_bytes()) == before
    (tmp_path / "index.html").write_text("<!doctype html>somebody else’s")
    assert answer(["-q", "catalog", str(kit), "-o", str(tmp_path)]) == 3
    assert "somebody" in (tmp_path / "index.html").read_text()


def test_in_spanish_and_from_another_folder(kit: Path, out: Path, tmp_path: Path) -> None:
    assert answer(["-q", "catalog", str(kit), "-o", str(tmp_path), "--files", str(out), "--lang", "es"]) == 0
    page = Reader((tmp_path / "index.html").read_text(encoding="utf-8"))
    assert page.all("h1")[0][1] == "Nuestras herramientas"
    titles = [text for _, text in page.all("h2")]
    assert titles == ["Network <b onclick=x()>&", "Las Tres Casas"]
    assert page.all("article", lang="en")  # words that are not in Spanish say so
    for attributes, _ in page.all("a", type="application/pdf"):
        assert (tmp_path / unquote(str(attributes["href"]))).is_file()


def test_a_language_nobody_wrote(kit: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert answer(["catalog", str(kit), "-o", str(tmp_path), "--lang", "tlh"]) == 2
    assert "it has: en, es" in capsys.readouterr().err


def test_a_kit_has_its_own_purposes(kit: Path, tmp_path: Path) -> None:
    from sopprint.catalog.labels import read_labels
    from sopprint.resources import Folder, shipped

    own = tmp_path / "catalog"
    own.mkdir()
    text = shipped("templates").text("catalog/labels.en.yaml")
    (own / "labels.en.yaml").write_text(text.replace("name: Hear the child", "name: Listen"))
    labels = read_labels((Folder(tmp_path), shipped("templates")), "en")
    assert labels.purposes["hear"].name == "Listen"


def test_a_kit_that_asks_for_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "sopprint.yaml").write_text("county: {name: Example County}\nposters: {tools: []}\n")
    assert answer(["catalog", str(tmp_path), "-o", str(tmp_path / "out")]) == 2
    assert "SP909" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_a_kit_without_files_says_what_to_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "sopprint.yaml").write_text("county: {name: Example County}\nposters: {tools: [three-houses]}\n")
    assert answer(["catalog", str(tmp_path), "-o", str(tmp_path / "out")]) == 0
    assert "make them with sopprint build" in capsys.readouterr().err
    page = Reader((tmp_path / "out" / "index.html").read_text(encoding="utf-8"))
    assert [text for _, text in page.all("h2")] == ["The Three Houses"]
    assert any("No files yet" in text for _, text in page.all("p"))
    assert page.all("a", type="application/pdf") == []


def test_a_file_of_another_program_is_no_product(kit: Path, out: Path, tmp_path: Path) -> None:
    (tmp_path / "holiday.pdf").write_bytes(b"%PDF-1.7\n%%EOF\n")
    assert answer(["-q", "catalog", str(kit), "-o", str(tmp_path)]) == 0
    assert "holiday" not in (tmp_path / "index.html").read_text()
