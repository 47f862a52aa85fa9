"""Which program made a file: its code, fonts and profiles, the libraries under it, and what the environment tells it.

Layouts, words and templates that come with the program are inputs like a county's own (`inputs.py`).
"""

from __future__ import annotations

import os
import sys
import zlib
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from sopprint import __version__
from sopprint.resolve.regional import FOLDERS
from sopprint.resources import shipped

if TYPE_CHECKING:
    from collections.abc import Iterator

_LIBRARIES = (
    "reportlab", "uharfbuzz", "msgspec", "jinja2", "markdown_it_py", "pyyaml", "unicode_segmentation_rs", "segno",
    "pikepdf", "icu4py",
)  # fmt: skip


class Program(Struct, frozen=True):
    """`digest` stands for the program; `glance`, of sizes and times alone, tells whether it has to be worked out."""

    glance: str = ""
    digest: str = ""


def program(last: Program | None = None) -> Program:
    """The program that runs now. `last`: as a manifest has it."""
    files = tuple(_files())
    around = "\n".join((__version__, sys.version, zlib.ZLIB_RUNTIME_VERSION, *_installed(), *_told()))
    seen = [f"{name} {stat.st_size} {stat.st_mtime_ns} {stat.st_ctime_ns}" for name, stat in
            ((name, path.stat()) for name, path in files)]  # fmt: skip
    glance = sha256("\n".join((around, *seen)).encode()).hexdigest()
    if last is not None and last.glance == glance:
        return last
    contents = [f"{name} {sha256(path.read_bytes()).hexdigest()}" for name, path in files]
    return Program(glance, sha256("\n".join((around, *contents)).encode()).hexdigest())


def _files() -> Iterator[tuple[str, Path]]:
    """Files by the name they have in every installation."""
    import sopprint

    roots = ((Path(sopprint.__file__).parent, ("**/*.py",)), (shipped("layouts").root, ("fonts/**/*", "icc/*")))
    for root, patterns in roots:
        for pattern in patterns:
            found = (path for path in root.glob(pattern) if path.is_file())
            yield from sorted((path.relative_to(root).as_posix(), path) for path in found)


def _installed() -> list[str]:
    """Names with versions of the libraries that decide on bytes. Their folders' names tell: asking each is slow."""
    found = set()
    for folder in sys.path:
        try:
            names = [path.name for path in Path(folder or ".").iterdir()]
        except OSError:
            continue
        found |= {name for name in names if name.endswith(".dist-info") and _distribution(name) in _LIBRARIES}
    return sorted(found)


def _distribution(name: str) -> str:
    return name.partition("-")[0].lower().replace("-", "_").replace(".", "_")


def _told() -> tuple[str, ...]:
    """The date that goes into files (`pdf/metadata.py`), and where fonts are looked for (`resolve/regional.py`)."""
    return tuple(os.environ.get(name, "").strip() for name in ("SOURCE_DATE_EPOCH", FOLDERS))
