"""`sopprint add`: a tool from another county, looked into, checked, and put into the kit."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sopprint.cli.choose import usage
from sopprint.cli.spec import Command, Parameter
from sopprint.errors import ExitCode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopprint.cli.console import Console
    from sopprint.sharing.inspect import Package

_FILE = Parameter("file", "A package that sopprint share has made.", required=True, metavar="FILE.zip")
_KIT = Parameter("kit", "The kit's folder, with its sopprint.yaml.", ("--kit",), default=".", metavar="DIR")
_DRY = Parameter("dry_run", "Look into it and check it, but add nothing.", ("--dry-run",), kind="switch")
_FORCE = Parameter("force", "Replace a tool of the same name.", ("--force",), kind="switch")


def run(console: Console, *, file: str, kit: str, dry_run: bool, force: bool) -> ExitCode:
    from sopprint.resolve.library import Library
    from sopprint.sharing.inspect import read_package
    from sopprint.sharing.install import install, require_free, try_out

    folder = Path(kit)
    if not (folder / "sopprint.yaml").is_file():
        raise usage("SP908", f"there is no sopprint.yaml in {kit}", "make a kit with: sopprint new kit my-county")
    package = read_package(Path(file))
    known = Library.open(folder).folders
    require_free(package, known, force=force)
    if dry_run:
        console.show(try_out(package, file))
        console.give("\n".join(_told(package)))
        return ExitCode.OK
    place, found = install(package, folder, known, file, force=force)
    console.show(found)
    for line in _told(package):
        console.say(line)
    console.say(f"{place} is ready. Next:\n  sopprint poster {package.tool} --kit {kit}")
    return ExitCode.OK


def _told(package: Package) -> Iterator[str]:
    """What the package says of itself, and what is in it."""
    form = package.form
    yield f"{form.title} ({package.tool}), from {form.county}"
    yield f"  for        {form.purpose}"
    yield f"  why        {form.why}"
    yield f"  audience   {', '.join(form.audience)}"
    yield f"  languages  {', '.join(form.languages)}"
    yield f"  ask        {form.contact}"
    yield from (f"  {len(entry.data):>9,}  {entry.name}" for entry in package.files)


COMMAND = Command("add", "Put a tool from another county into a kit, after a close look.", (_FILE, _KIT, _DRY, _FORCE),
                  run)  # fmt: skip
