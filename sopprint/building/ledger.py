"""The manifest while a build goes on: what became of each job is entered, and written now and then.

What is not in it yet is only made again, so it need not be written after each file. Also takes away what killed
processes left half written. Not here: what is in a manifest (`manifest.py`), which jobs there are (`run.py`).
"""

from __future__ import annotations

import os
import re
import time
from typing import TYPE_CHECKING

from msgspec.structs import replace

from sopprint.building.inputs import with_record
from sopprint.building.manifest import Entry, Manifest, read_manifest, write_manifest

if TYPE_CHECKING:
    from pathlib import Path

    from sopprint.building.bench import Outcome
    from sopprint.resources import Record

SAVE_EVERY = 1.0  # seconds
_PART = re.compile(r"\..+\.(\d+)-[0-9a-f]{8}\.part")  # as `deliver.py` names them


class Ledger:
    """A manifest that changes. `record` is what this process asks of files from `moment` on (ns since the epoch)."""

    def __init__(self, manifest: Manifest, record: Record, moment: int, out: Path) -> None:
        self.manifest, self.record, self.moment, self.out = manifest, record, moment, out
        self.saved = time.monotonic()

    def settle(self, outcome: Outcome, record: Record | None) -> None:
        """Enter what became of a job, and what another process asked of files for it."""
        if record is not None:
            self._note(record)
        name, entries = outcome.job.file, self.manifest.entries
        digest = self.manifest.program.digest
        if outcome.state == "made" and outcome.stamp is not None:
            entries[name] = Entry(outcome.job, outcome.key, digest, outcome.stamp, outcome.pages, outcome.seconds)
        elif outcome.state == "fresh":
            entries[name] = replace(entries[name], settled=True)
        if time.monotonic() - self.saved > SAVE_EVERY:
            self.save()

    def complete(self, outcome: Outcome) -> Outcome:
        """An outcome with what the manifest knows of a file that stays."""
        entry = self.manifest.entries.get(outcome.job.file)
        if outcome.state != "fresh" or entry is None:
            return outcome
        return replace(outcome, stamp=entry.stamp, pages=entry.pages)

    def save(self) -> None:
        """Write the manifest, if there is anything to tell."""
        self._note(self.record)
        self.saved = time.monotonic()
        if self.manifest.entries and self.manifest != read_manifest(self.out):
            write_manifest(self.manifest, self.out)

    def _note(self, record: Record) -> None:
        inputs = with_record(self.manifest.inputs, record, self.moment)
        self.manifest = replace(self.manifest, inputs=inputs)


def sweep(out: Path) -> None:
    """Take away halves of files whose process was killed."""
    for path in out.glob(".*.part"):
        match = _PART.fullmatch(path.name)
        if match is not None and not _is_running(int(match[1])):
            path.unlink(missing_ok=True)


def _is_running(process: int) -> bool:
    if os.name != "posix":  # there, signal 0 would end it
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True

