"""One catalogue of a small kit for all tests here: two tools, one with a file that is stale and one of its own."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from sopprint.cli import answer

ROOT = Path(__file__).parents[2]
KIT = """\
county: {name: "Ours & <Theirs> County"}
posters:
  tools: [three-houses, safety-network]
  papers: [arch-d, tabloid]
  languages: [en]
  variants: [three-houses/teen]
quick_guides: {tools: [three-houses], roles: [line-staff, leaders]}
"""


@pytest.fixture(scope="session")
def kit(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A kit with a tool of its own, whose title tries to be HTML and which puts itself on a shelf."""
    pytest.importorskip("pypdfium2", reason="pictures need pypdfium2")
    folder = tmp_path_factory.mktemp("kit")
    (folder / "sopprint.yaml").write_text(KIT)
    own = folder / "tools" / "safety-network"
    shutil.copytree(ROOT / "examples" / "safety-network", own)
    words = own / "words.en.yaml"
    text = words.read_text()
    words.write_text(text.replace("title: Our Safety Network", 'title: "Network <b onclick=x()>&"'))
    assert words.read_text() != text
    (own / "share.yaml").write_text("shelves: [hear]\n")
    return folder


@pytest.fixture(scope="session")
def out(kit: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The kit's products, then one word changed, then the catalogue."""
    folder = tmp_path_factory.mktemp("out")
    assert answer(["-q", "build", str(kit), "-o", str(folder)]) == 0
    words = kit / "tools" / "safety-network" / "words.en.yaml"
    words.write_text(words.read_text().replace("purpose: ", "purpose: Today. ", 1))
    assert answer(["-q", "catalog", str(kit), "-o", str(folder)]) == 0
    return folder
