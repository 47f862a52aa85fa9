"""A package into a kit: unpacked beside its place, checked in full, and put there in one step.

Comes after `inspect.py`. Not here: what may be in a package.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from sopprint.check import check_tool
from sopprint.check.layouts import fits_every_paper
from sopprint.diagnostics import Diagnostic
from sopprint.errors import ExitCode, SopprintError
from sopprint.resources import Folder

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from sopprint.sharing.inspect import Package

TOOLS = "tools"


def try_out(package: Package, shown: str) -> tuple[Diagnostic, ...]:
    """Unpack a package into a temporary folder and check it there.

    Returns what was noticed; `shown` is what messages call the package. Raises SopprintError when it has errors.
    """
    with tempfile.TemporaryDirectory(prefix="sopprint-") as scratch:
        return _checked(_unpacked(package, Path(scratch)), package.tool, shown)


def install(
    package: Package, kit: Path, known: Collection[str], shown: str, *, force: bool = False
) -> tuple[Path, tuple[Diagnostic, ...]]:
    """Put a package's tool into the kit's folder `tools/`, whole or not at all.

    `known` are the names that tools already have. Returns the new folder and what was noticed. Raises SopprintError:
    SP819 when there is a tool of that name, unless forced; every mistake that `check_tool` finds.
    """
    require_free(package, known, force=force)
    tools = kit / TOOLS
    tools.mkdir(parents=True, exist_ok=True)
    with _beside(tools) as scratch:
        folder = _unpacked(package, scratch)
        found = _checked(folder, package.tool, shown)
        _swap(folder, tools / package.tool, scratch / "before")
    return tools / package.tool, found


def require_free(package: Package, known: Collection[str], *, force: bool) -> None:
    """Raise SopprintError (SP819) when there is a tool of that name, unless forced."""
    if package.tool in known and not force:
        message = f"there is a tool “{package.tool}” already"
        hint = "look at both, then add --force to replace it"
        raise SopprintError([Diagnostic("SP819", message, hints=(hint,))], ExitCode.USAGE)


@contextmanager
def _beside(tools: Path) -> Iterator[Path]:
    """A folder on the same disk, so that moving is one step; tools two levels down are not found by the library."""
    scratch = Path(tempfile.mkdtemp(prefix=".adding-", dir=tools))
    try:
        yield scratch
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def _unpacked(package: Package, parent: Path) -> Path:
    """The files in a folder of the tool's name. Their names were held to plain ones by `archive.py`."""
    folder = parent / package.tool
    for entry in package.files:
        target = folder / entry.name
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("xb") as stream:
            stream.write(entry.data)
            stream.flush()
            os.fsync(stream.fileno())
    return folder


def _checked(folder: Path, tool: str, shown: str) -> tuple[Diagnostic, ...]:
    report = check_tool(Folder(folder, f"{shown}/{tool}"), further=(fits_every_paper,))
    if report.errors:
        raise SopprintError(report)
    return tuple(report)


def _swap(new: Path, place: Path, before: Path) -> None:
    """Put the new folder in place; an old one steps aside first and comes back when that fails."""
    if place.is_symlink() or not place.exists():
        if place.is_symlink():
            place.unlink()
        new.rename(place)
        return
    place.rename(before)
    try:
        new.rename(place)
    except OSError:
        before.rename(place)
        raise
