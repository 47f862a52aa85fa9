"""pdftotext gives the guide's words in the order of the template, and every word of it."""

from __future__ import annotations

import re
import subprocess
from shutil import which

import pytest

from sopprint.model.blocks import TICK_BOX, Box, Heading, ListBlock, Paragraph, TableBlock
from sopprint.resolve.fingerprint import guide_words
from sopprint.resolve.guide import guide_blocks
from tests.posters.conftest import TOOLS
from tests.products.conftest import QUICK

pytestmark = pytest.mark.skipif(which("pdftotext") is None, reason="pdftotext is not installed")
_SIGNS = re.compile(r"\*|__|^\s*(?:[-*+]|\d+\.)\s+|^:::.*$|\[ \]|^\|.*\|$", re.MULTILINE)


def texts(blocks) -> list[str]:
    """Every paragraph, heading and cell, in order."""
    found = []
    for block in blocks:
        match block:
            case Paragraph() | Heading():
                found.append(block.text)
            case ListBlock():
                found += [text for item in block.items for text in texts(item)]
            case TableBlock():
                found += [cell.text for row in (block.head, *block.rows) for cell in row]
            case Box(name="legend"):
                pass  # names of zones, which stand all over the guide
            case Box():
                found += texts(block.children)
    return [text for text in found if text and text != TICK_BOX]


def squeezed(text: str) -> str:
    return re.sub(r"[\s\u00ad]+", "", text)


def extracted(data: bytes, foot: str, tmp_path) -> str:
    file = tmp_path / "guide.pdf"
    file.write_bytes(data)
    done = subprocess.run(["pdftotext", "-raw", file, "-"], capture_output=True, text=True, check=True)
    name = re.escape(squeezed(foot))
    feet = re.compile(rf"{name}\d+(?:of\d+)?$|\d+(?:of\d+)?{name}$")
    return "".join(feet.sub("", squeezed(page)) for page in done.stdout.split("\f"))


@pytest.mark.parametrize("product", ["guide", *QUICK])
@pytest.mark.parametrize("tool", TOOLS)
def test_text_comes_out_in_the_order_of_the_template(shelf, tool, product, tmp_path):
    role = product.removeprefix("quick-guide-") if product in QUICK else None
    text = guide_blocks(shelf.shop.library, tool, "en", role=role)
    sheet = "half-letter" if role is None else "letter"
    got = extracted(shelf.made(tool, product, sheet).data, text.foot, tmp_path)
    at = 0
    for piece in texts(text.blocks):
        found = got.find(squeezed(piece), at)
        assert found >= 0, f"{piece!r} does not come after {got[max(at - 80, 0) : at]!r}"
        at = found + len(squeezed(piece))


@pytest.mark.parametrize("tool", TOOLS)
def test_no_words_of_the_guide_are_left_out(shelf, tool, tmp_path):
    text = guide_blocks(shelf.shop.library, tool, "en")
    got = extracted(shelf.made(tool, "guide").data, text.foot, tmp_path)
    everything = {
        path: node for path, node in _leaves(text.words.node.get("guide"), "guide") if isinstance(node.value, str)
        and not re.search(r"\.(zone|icon|also)(\.\d+)?$", path)
        and not path.startswith(("guide.staff", "guide.leaders"))
    }  # fmt: skip
    assert set(everything) <= set(guide_words(text))
    missing = [part for node in everything.values() for part in _parts(str(node.value)) if squeezed(part) not in got]
    assert missing == []


def _parts(text: str) -> list[str]:
    """A Markdown text without its signs, in pieces no longer than a line of it."""
    return [part for part in _SIGNS.sub("\n", text).split("\n") if part.strip()]


def _leaves(node, path):
    for key, child in node.pairs() or enumerate(node.items(), 1):
        if child.is_mapping or child.is_list:
            yield from _leaves(child, f"{path}.{key}")
        else:
            yield f"{path}.{key}", child
