"""`build --watch`, as a process of its own that is looked at from outside."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from typing import TYPE_CHECKING

import pytest

from tests.building.conftest import PREAMBLE, write_tool

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.building.conftest import Edited

pytest.importorskip("watchfiles")
pytest.importorskip("pypdfium2")
pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals")

MAIN = "from sopprint.cli import main; main()"
PATIENCE = 15.0  # seconds


class Watched:
    """A watching process, and what it said."""

    def __init__(self, edited: Edited) -> None:
        self.edited, self.said = edited, ""
        self.process = subprocess.Popen(
            [sys.executable, "-c", PREAMBLE + MAIN, "build", str(edited.kit), "-o", str(edited.out), "--watch"],
            stderr=subprocess.PIPE, text=True,
        )  # fmt: skip
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        assert self.process.stderr is not None
        for line in self.process.stderr:
            self.said += line

    def until(self, what: str) -> str:
        """Wait until something is said; all that was said since the last time."""
        end = time.monotonic() + PATIENCE
        while what not in self.said:
            assert time.monotonic() < end, f"“{what}” was not said, but: {self.said}"
            time.sleep(0.01)
        said, self.said = self.said, ""
        return said

    def save(self, file: str, text: str) -> None:
        """As many editors do: a new file, renamed."""
        part = self.edited.kit / f"{file}.new~"
        part.write_text(text, encoding="utf-8")
        part.replace(self.edited.kit / file)


@pytest.fixture
def watched(edited: Edited) -> Iterator[Watched]:
    watched = Watched(edited)
    try:
        watched.until("watching")
        yield watched
    finally:
        watched.process.kill()
        watched.process.wait()


WORDS = "tools/tree/words.en.yaml"
PNG = "previews/tree-tabloid-landscape-en.png"


def test_a_day_at_the_desk(watched: Watched) -> None:
    edited = watched.edited
    words = edited.words.read_text(encoding="utf-8")
    preview = edited.out / PNG
    assert len(edited.files()) == 2
    assert not preview.exists()

    watched.save(WORDS, words.replace("What happens next?", "What comes next?"))
    watched.until(PNG)
    good, picture = edited.files(), preview.read_bytes()
    assert picture.startswith(b"\x89PNG")

    watched.save(WORDS, "title: [\n")
    assert "words.en.yaml:2:1: error[SP010]" in watched.until("nothing was made")
    assert (edited.files(), preview.read_bytes()) == (good, picture)

    edited.words.unlink()
    assert "SP130" in watched.until("failed: tree-tabloid-landscape-en.pdf is as it was")
    assert edited.files() == good

    watched.save(WORDS, words)
    watched.until(PNG)
    assert preview.read_bytes() != picture
    assert edited.files() != good

    write_tool(edited.kit / "tools/other", "other")
    kit = (edited.kit / "sopprint.yaml").read_text(encoding="utf-8")
    watched.save("sopprint.yaml", kit.replace("[tree]", "[tree, other]"))
    watched.until("other-tabloid-landscape-en.png")
    assert len(edited.files()) == 4

    watched.process.send_signal(signal.SIGINT)
    assert watched.process.wait(PATIENCE) == 130
    assert "Traceback" not in watched.said
    assert edited.made() == set()


def test_a_saved_word_is_seen_at_once(watched: Watched) -> None:
    """Well under half a second on a calm machine (`make bench` measures it); here only that nothing waits."""
    edited = watched.edited
    words = edited.words.read_text(encoding="utf-8")
    taken = []
    for number in range(3):
        begin = time.perf_counter()
        watched.save(WORDS, words.replace("What happens next?", f"What comes {number}?"))
        watched.until("previews/tree-letter-landscape-en.png")
        taken.append(time.perf_counter() - begin)
        watched.until(PNG)
    assert min(taken) < 1.0


def test_watching_without_the_package(edited: Edited, tmp_path: Path) -> None:
    code = f"import sys; sys.modules['watchfiles'] = None; {MAIN}"
    done = subprocess.run(
        [sys.executable, "-c", code, "build", str(edited.kit), "-o", str(edited.out), "--watch"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert "pip install 'sopprint[watch]'" in done.stderr
    assert not edited.out.exists()
