"""Whatever stands in a kit's files: a good build, or findings with their places, and never a traceback.

Edits are of two kinds: values put anywhere in the tree, as somebody does who misunderstands a key; and lines, letters
and blanks taken out, doubled or put in, as happens while typing. `--hypothesis-profile=nightly` tries 1,000.
"""

from __future__ import annotations

import json
import shutil
from copy import deepcopy
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sopprint.building.plan import orders
from sopprint.check.kit import check_kit
from sopprint.errors import SopprintError
from sopprint.products import poster
from sopprint.products.workshop import Workshop
from sopprint.resolve.library import Library
from sopprint.resources import shipped
from sopprint.source.nodes import plain, read

if TYPE_CHECKING:
    from pathlib import Path

    from sopprint.diagnostics import Diagnostic

WORDS = shipped("layouts").text("three-houses/words.en.yaml").partition("\nguide:")[0] + "\n"
FILES = {
    "sopprint.yaml": """\
county:
  name: Green County
  short: Green
  logo: logo.svg
  accent: {screen: "#4B2E5E", press: [75, 90, 30, 30]}
  contact: {name: SOP team, email: sop@example.org}
languages: [en]
posters:
  tools: [three-houses]
  papers: [tabloid]
  targets: [screen]
  except: [safety-*]
guides: {papers: [half-letter], languages: [en]}
quick_guides: {roles: [leaders]}
settings:
  safety-house: {red: false, numbers: false}
  three-column-map: {columns: [worried, well, next]}
theme:
  hues: {green: {line: {screen: "#1F6B50", press: [85, 30, 70, 25]}}}
  fonts: {titles: {files: {600: t.ttf, 700: t.ttf}}}
printing:
  shop: wide-format
  runs: [{product: poster, papers: [tabloid], copies: 3, finishing: {lamination: matte}}]
""",
    "words/three-houses.en.yaml": WORDS.replace("What feels good, fun or safe?", "What goes well?"),
    "words/.base/three-houses.en.yaml": WORDS,
    "words/common.en.yaml": "program: Our Program\n",
    "layouts/three-houses.yaml": "header: title\nchange: {}\n".replace("change: {}\n", "smallest: letter\n"),
}
VALUES = st.sampled_from([
    None, True, 3, -1, 1e9, "x", "", "all", "off", "../../x", "three-houses", "*", "é\u200b", [], {}, [[]], ["x"], [{}],
    {"a": [1]}, {"draw": "row", "items": 3}, {"screen": "#FFFFFF", "press": [0, 0, 0, 0]}, [1, 2, 3, 4], {"zone": "x"},
])  # fmt: skip
TYPED = st.sampled_from([
    "", " ", "\t", ":", "#", "- ", "'", '"', "{", "]", "&a ", "*a", "!!x ", "|", "\n", "\u2028", "x", "0", "---\n",
])  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("edited") / "kit"
    made.mkdir()
    layouts = shipped("layouts").root
    shutil.copy(layouts / "fonts/fredoka/Fredoka-700.ttf", made / "t.ttf")
    (made / "logo.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 9"><path d="M0 0H9V9Z" fill="#123456"/></svg>'
    )
    return made


def outcome(folder: Path) -> list[Diagnostic]:
    """Check a kit; where nothing is wrong, lay its first poster out. What is found in either."""
    errors = check_kit(folder).errors
    if errors:
        return list(errors)
    try:
        library = Library.open(folder)
        assert library.kit is not None
        wanted = orders(library.kit, library.tools())
        for order in [order for order in wanted if order.product == "poster"][:1]:
            poster.arrange(Workshop(library), order)
    except SopprintError as failure:
        return list(failure.diagnostics)
    return []


def write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8", newline="")


def test_the_kit_that_is_edited_is_good(folder: Path) -> None:
    write(folder, FILES)
    assert outcome(folder) == []


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_any_edit(folder: Path, data: st.DataObject) -> None:
    files = dict(FILES)
    typing = data.draw(st.booleans())
    for _ in range(data.draw(st.integers(1, 3))):
        name = data.draw(st.sampled_from(sorted(files)))
        files[name] = _slipped(files[name], data) if typing else _misunderstood(files[name], name, data)
    write(folder, files)
    assert_told(outcome(folder))


def assert_told(found: list[Diagnostic]) -> None:
    """Each has a message and a place; what a whole kit cannot do, such as fit on a paper, has no single place."""
    assert all(d.message and d.code for d in found)
    assert all(d.place for d in found if d.code not in {"SP135"}), found


def _misunderstood(text: str, name: str, data: st.DataObject) -> str:
    """Some value at some place; JSON is YAML, but for numbers as keys."""
    content = plain(read(text, name))
    _put(content, data)
    return json.dumps(content, ensure_ascii=False).replace('"600":', "600:").replace('"700":', "700:")


def _put(content: Any, data: st.DataObject) -> None:
    """Put some value at some place of nested lists and dicts, or take an entry out."""
    while content:
        key = data.draw(st.sampled_from(list(content) if isinstance(content, dict) else range(len(content))))
        if not (isinstance(content[key], (dict, list)) and content[key] and data.draw(st.integers(0, 3))):
            if data.draw(st.booleans()):
                content[key] = deepcopy(data.draw(VALUES))
            else:
                del content[key]
            return
        content = content[key]


def _slipped(text: str, data: st.DataObject) -> str:
    at = data.draw(st.integers(0, max(len(text) - 1, 0)))
    kind = data.draw(st.sampled_from(["letter", "line", "again", "rest"]))
    if kind == "letter":
        return text[:at] + data.draw(TYPED) + text[at + data.draw(st.integers(0, 1)) :]
    if kind == "rest":
        return text[:at]
    lines = text.splitlines(keepends=True)
    if not lines:
        return text
    line = min(text.count("\n", 0, at), len(lines) - 1)
    return "".join(lines[:line] + lines[line : line + 1] * (0 if kind == "line" else 2) + lines[line + 1 :])
