"""A small kit: one tool of its own on two papers, which builds in a tenth of a second."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest

from sopprint.building import program
from sopprint.building.run import Request, build, prepare
from sopprint.resources import shipped

if TYPE_CHECKING:
    from pathlib import Path

    from sopprint.building.bench import Outcome

KIT = """\
county: {name: Green County, contact: {name: SOP team}}
posters: {tools: [tree], papers: [letter, tabloid]}
"""


# so that somebody who edits the program while its tests run does not make all files old
PREAMBLE = "import sopprint.building.program as p; p._files = lambda: iter(()); "
# A shell that runs the tests in the background has its children ignore Ctrl-C; that is not what is tested.
PREAMBLE += "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); "


class Edited(NamedTuple):
    """A kit and the folder it is built into."""

    kit: Path
    out: Path

    @property
    def words(self) -> Path:
        return self.kit / "tools/tree/words.en.yaml"

    def change(self, file: str, old: str, new: str) -> None:
        path = self.kit / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

    def build(self, **options: object) -> dict[str, Outcome]:
        """Build in this process; what became of each file."""
        return {o.job.file: o for o in build(prepare(Request(self.kit, self.out, **options)))}  # type: ignore[arg-type]

    def made(self, **options: object) -> set[str]:
        """The files that were made, all others being fresh."""
        outcomes = self.build(**options)
        assert {o.state for o in outcomes.values()} <= {"made", "fresh"}
        return {name for name, o in outcomes.items() if o.state == "made"}

    def files(self) -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in self.out.glob("*.pdf")}


def write_tool(folder: Path, name: str) -> None:
    """The starter tool under another name."""
    folder.mkdir(parents=True)
    starter = shipped("templates")
    for file in ("layout.yaml", "words.en.yaml"):
        (folder / file).write_text(starter.text(f"tool/{file}").replace("my-tool", name), encoding="utf-8")


@pytest.fixture(autouse=True)
def _same_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(program, "_files", lambda: iter(()))


@pytest.fixture
def edited(tmp_path: Path) -> Edited:
    kit = tmp_path / "kit"
    write_tool(kit / "tools/tree", "tree")
    (kit / "sopprint.yaml").write_text(KIT, encoding="utf-8")
    return Edited(kit, tmp_path / "out")


@pytest.fixture
def guided(edited: Edited) -> Edited:
    """The same, with guide, booklet and a quick guide of a shipped tool."""
    (edited.kit / "sopprint.yaml").write_text(
        "county: {name: Green County, contact: {name: SOP team}}\n"
        "posters: {tools: [safety-scale], papers: [letter]}\nguides: {tools: [safety-scale]}\n"
        "quick_guides: {tools: [safety-scale], roles: [leaders]}\n",
        encoding="utf-8",
    )
    return edited
