"""The record beside the outputs: what each was made of, and by which program.

One JSON file, replaced in one step. One that is damaged, too large or of another version is as good as none: then all
is made anew. Not here: what follows from it (`run.py`).
"""

from pathlib import Path

import msgspec
from msgspec import Struct, field

from sopprint.building.inputs import Inputs
from sopprint.building.plan import Asked, Job
from sopprint.building.program import Program
from sopprint.building.stamp import Stamp
from sopprint.deliver import deliver
from sopprint.errors import SopprintError
from sopprint.resources import Folder

NAME = ".sopprint-build.json"
VERSION = 1
_LARGEST = 32_000_000  # bytes: some hundred thousand files


class Entry(Struct, frozen=True):
    """One output. `settled`: its key was compared with inputs as the manifest has them, or newer ones."""

    job: Job
    key: str
    program: str
    stamp: Stamp
    pages: int
    seconds: float
    settled: bool = True


class Manifest(Struct, frozen=True):
    """`plan` are the kit's jobs as the inputs have them; `entries` are by file name, of outputs made at some time."""

    version: int
    kit: str
    asked: Asked
    program: Program
    plan: tuple[Job, ...] = ()
    entries: dict[str, Entry] = field(default_factory=dict)
    inputs: Inputs = Inputs()


def read_manifest(out: Path) -> Manifest | None:
    """The manifest of a folder, or None where there is none that can be used."""
    try:
        manifest = msgspec.json.decode(Folder(out).data(NAME, _LARGEST), type=Manifest)
    except (SopprintError, msgspec.MsgspecError, ValueError, RecursionError):
        return None
    return manifest if manifest.version == VERSION else None


def write_manifest(manifest: Manifest, out: Path) -> None:
    """Put it in place. Raises OSError, SopprintError."""
    deliver(msgspec.json.encode(manifest), out / NAME, force=True)
