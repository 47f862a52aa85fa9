"""A file is there whole or not at all, and nobody else's file is touched."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from sopprint.deliver import deliver, made_by_sopprint
from sopprint.errors import ExitCode, SopprintError

if TYPE_CHECKING:
    from pathlib import Path

OURS = b"%PDF-1.7\n<< /Producer (sopprint 0.1.0) >>\n"
NEWER = b"%PDF-1.7\n<pdf:Producer>sopprint 0.2.0</pdf:Producer>\n"
THEIRS = b"%PDF-1.4\n<< /Producer (Word) /Title (how to use sopprint) >>\n"


def test_writes_and_replaces_its_own(tmp_path: Path) -> None:
    target = tmp_path / "new" / "folder" / "a.pdf"
    deliver(OURS, target)
    assert target.read_bytes() == OURS
    deliver(NEWER, target)
    assert target.read_bytes() == NEWER
    assert [p.name for p in target.parent.iterdir()] == ["a.pdf"]


@pytest.mark.parametrize("content", [THEIRS, b"", b"sopprint wrote this: Producer sopprint", b"\xff\xd8 a photo"])
def test_leaves_other_files_alone(tmp_path: Path, content: bytes) -> None:
    target = tmp_path / "a.pdf"
    target.write_bytes(content)
    with pytest.raises(SopprintError) as refused:
        deliver(OURS, target)
    assert refused.value.exit_code is ExitCode.IO
    assert "--force" in refused.value.diagnostics[0].hints[0]
    assert target.read_bytes() == content
    deliver(OURS, target, force=True)
    assert target.read_bytes() == OURS


def test_folder_is_refused_even_with_force(tmp_path: Path) -> None:
    with pytest.raises(SopprintError):
        deliver(OURS, tmp_path, force=True)


def test_failure_leaves_the_old_file_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "a.pdf"
    target.write_bytes(OURS)

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        deliver(NEWER, target)
    assert target.read_bytes() == OURS
    assert list(tmp_path.iterdir()) == [target]


def test_killed_while_writing_leaves_the_old_file_whole(tmp_path: Path) -> None:
    target = tmp_path / "a.pdf"
    target.write_bytes(OURS)
    slow = f"""
import os, time
from pathlib import Path
from sopprint.deliver import deliver
write = os.write
def slowly(descriptor, data):
    done = write(descriptor, bytes(data[:1000]))
    print("writing", flush=True)
    time.sleep(0.05)
    return done
os.write = slowly
deliver({NEWER!r} + bytes(10**7), Path({str(target)!r}))
"""
    process = subprocess.Popen([sys.executable, "-c", slow], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "writing\n"
    time.sleep(0.12)
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert target.read_bytes() == OURS
    parts = [p for p in tmp_path.iterdir() if p != target]
    assert len(parts) == 1  # it was indeed in the middle
    assert 0 < parts[0].stat().st_size < 10**7
    assert parts[0].name.startswith(".a.pdf.")  # hidden, and no name that anybody would print
    deliver(NEWER, target)
    assert target.read_bytes() == NEWER


def test_link_is_followed(tmp_path: Path) -> None:
    real, link = tmp_path / "real.pdf", tmp_path / "link.pdf"
    real.write_bytes(OURS)
    link.symlink_to(real)
    deliver(NEWER, link)
    assert link.is_symlink()
    assert real.read_bytes() == NEWER


def test_umask_decides_who_may_read(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        deliver(OURS, tmp_path / "a.pdf")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "a.pdf").stat().st_mode) == 0o640


def test_pipe_is_written_to_directly(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = subprocess.Popen(["cat", str(pipe)], stdout=subprocess.PIPE)
    deliver(OURS, pipe)
    assert reader.communicate(timeout=10)[0] == OURS
    assert pipe.is_fifo()


def test_knows_its_own_pictures(tmp_path: Path) -> None:
    picture = tmp_path / "a.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n....tEXtSoftware\0sopprint")
    assert made_by_sopprint(picture)
    picture.write_bytes(b"\x89PNG\r\n\x1a\n....tEXtSoftware\0other")
    assert not made_by_sopprint(picture)
