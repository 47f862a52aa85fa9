"""What the README and the guide for authors tell people to type works, and the YAML they show is right."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sopprint.cli import answer
from sopprint.errors import ExitCode
from sopprint.model.guide import Words
from sopprint.model.tool import Tool
from sopprint.model.words import CommonWords
from sopprint.source.load import faults
from sopprint.source.nodes import Node, overlay, read

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent
README, AUTHORING = ROOT / "README.md", ROOT / "docs" / "authoring.md"
TOO_LONG = ("make", ".")  # `make kit` has a test of its own in `.ci/run`; the dot is the shell's


def commands(page: Path) -> list[list[str]]:
    """The indented command lines of a page, without output that is shown indented too."""
    lines = re.findall(r"^ {4}(\S.*)$", page.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return [line.split() for line in lines if line.split()[0] in ("sopprint", *TOO_LONG)]


@pytest.mark.parametrize("page", [README, AUTHORING], ids=lambda p: p.name)
def test_every_command_works(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copytree(ROOT / "layouts" / "three-houses", "three-houses")
    ran = [words for words in commands(page) if words[0] == "sopprint"]
    assert len(ran) >= 6
    for words in ran:
        code = answer(words[1:])
        assert code == ExitCode.OK, (words, capsys.readouterr().err)
    assert list(tmp_path.glob("*.pdf"))
    built = [file.name for file in (tmp_path / "out").glob("*.pdf")]
    posters = [name for name in built if name.endswith(("-landscape-en.pdf", "-portrait-en.pdf"))]
    guides = [name for name in built if name.endswith("-guide-half-letter-en.pdf")]
    assert (len(posters), len(guides), len(built)) == (18, 9, 54)  # the rest are booklets and quick guides


def test_two_commands_set_it_up() -> None:
    assert [words for words in commands(README) if words[0] != "sopprint"] == [
        ["make", "kit"],
        ["make", "test"],
        [".", ".venv/bin/activate"],
    ]
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert all(re.search(rf"^{target}:", makefile, flags=re.MULTILINE) for target in ("kit", "test"))


@pytest.mark.parametrize("page", [README, AUTHORING, ROOT / "docs" / "elements.md"], ids=lambda p: p.name)
def test_links_and_pictures_lead_somewhere(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    targets = re.findall(r"\]\(([^)\s]+)\)", text)
    headings = {re.sub(r"[^\w -]", "", h.lower()).replace(" ", "-") for h in re.findall(r"^#+ (.+)$", text, re.M)}
    assert targets
    for target in targets:
        if target.startswith("#"):
            assert target[1:] in headings
        elif not target.startswith("http"):
            assert (page.parent / target).exists(), target


def test_pictures_are_small() -> None:
    pictures = list((ROOT / "docs" / "pictures").glob("*.png"))
    assert len(pictures) == 3
    assert all(file.stat().st_size < 150_000 for file in pictures)


@pytest.mark.parametrize("page", [README, AUTHORING], ids=lambda p: p.name)
def test_exit_codes_are_the_programs(page: Path) -> None:
    said = re.search(r"Exit codes, for scripts: (.*?)\.\s*\n", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    assert said
    assert [int(number) for number in re.findall(r"\b\d+\b", said[1])] == sorted(ExitCode)


def examples() -> Iterator[tuple[str, str]]:
    text = AUTHORING.read_text(encoding="utf-8")
    for number, block in enumerate(re.findall(r"```yaml\n(.*?)```", text, flags=re.DOTALL), 1):
        if not re.fullmatch(r"(#.*\n)*", block):
            yield str(number), block


@pytest.mark.parametrize("block", [block for _, block in examples()], ids=[number for number, _ in examples()])
def test_yaml_is_right(block: str) -> None:
    """Each example laid over the starter, as a reader would put it there."""
    given = read(block, "example.yaml")
    if block.startswith("# words/common."):
        shared = read((ROOT / "layouts" / "common" / "words.fa.yaml").read_text(encoding="utf-8"), "words.fa.yaml")
        assert [d.message for d in faults(_over(shared, given), CommonWords)] == []
        return
    words = block.startswith("# words") or given.get("footer") is not None or given.get("purpose") is not None
    name, model = ("words.en.yaml", Words) if words else ("layout.yaml", Tool)
    starter = read((ROOT / "templates" / "tool" / name).read_text(encoding="utf-8"), name)
    merged = starter.replaced("body", given) if given.get("draw") is not None else _over(starter, given)
    assert [d.message for d in faults(merged, model)] == []


def _over(starter: Node, given: Node) -> Node:
    merged = starter
    for key, value in given.pairs():
        old = starter.get(str(key))
        merged = merged.replaced(str(key), overlay(old, value) if old and key == "zones" else value)
    return merged
