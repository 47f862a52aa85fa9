"""`sopprint check`: every mistake in tools and kits, in one pass."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sopprint.cli.choose import usage
from sopprint.cli.spec import Command, Parameter
from sopprint.diagnostics import Report, Severity
from sopprint.errors import ExitCode

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sopprint.cli.console import Console

_FORMS = ("human", "short", "json", "github")
_PATHS = Parameter(
    "paths", "Tools and kits: folders, files or names. Default: those in this folder, else all of sopprint's own.",
    kind="many", metavar="[PATH]...",
)  # fmt: skip
_FORM = Parameter("form", "How findings are printed.", ("--format",), default="human", choices=_FORMS)
_LANG = Parameter(
    "lang", "Only the words of tools in this language, such as es; qps and qps-rtl try layouts.", ("--lang",),
    completes="languages", metavar="LANG",
)  # fmt: skip
_STRICT = Parameter("strict", "Let warnings fail too.", ("--strict",), kind="switch")
_TOOL, _KIT = "layout.yaml", "sopprint.yaml"


def run(console: Console, *, paths: tuple[str, ...], form: str, strict: bool, lang: str | None) -> ExitCode:
    folders = _folders(paths)
    report = Report()
    for folder in folders:
        console.say(f"checking {folder}", level=1)
        report.extend(_check(folder, lang))
    console.show(report, form, requested=True)
    if form == "human":
        console.say(_summary(report, len(folders)))
    bad = any(d.severity is Severity.ERROR or (strict and d.severity is Severity.WARNING) for d in report)
    return ExitCode.DOCUMENT if bad else ExitCode.OK


def _folders(paths: Sequence[str]) -> tuple[Path, ...]:
    """The folders of tools and kits that are meant, each once. Raises SopprintError for a path without any."""
    if not paths:
        from sopprint.resources import shipped

        starters = shipped("templates").root.resolve()  # their names are filled in when a tool or kit is begun
        here = tuple(folder for folder in _found(Path()) if not folder.resolve().is_relative_to(starters))
        return here or tuple(_found(Path(shipped("layouts").root)))
    folders: dict[Path, None] = {}
    for name in paths:
        found = dict.fromkeys(_found(_meant(name)))
        if not found:
            raise usage("SP910", f"there is no tool and no kit in {name}", f"a tool has a {_TOOL}, a kit has a {_KIT}")
        folders.update(found)
    return tuple(folders)


def _meant(name: str) -> Path:
    """A path, or the folder of a tool that comes with the program and has this name."""
    from sopprint.resources import shipped

    path, ours = Path(name), Path(shipped("layouts").root) / name
    return path if path.exists() or path.name != name or not _is_one(ours) else ours


def _found(path: Path) -> Iterator[Path]:
    """A tool or kit itself, the one a file belongs to, or those one or two levels down."""
    if path.is_file():
        path = path.parent
    if _is_one(path):
        yield path
        path = path / "tools" if (path / _KIT).is_file() else path
    for pattern in ("*", "*/*"):
        yield from (folder for folder in sorted(path.glob(pattern)) if _is_one(folder))


def _is_one(folder: Path) -> bool:
    return (folder / _TOOL).is_file() or (folder / _KIT).is_file()


def _check(folder: Path, lang: str | None) -> Report:
    from sopprint.resources import Folder

    if (folder / _TOOL).is_file():
        from sopprint.check import check_tool
        from sopprint.check.layouts import fits_every_paper

        return check_tool(Folder(folder, folder.as_posix()), lang, further=(fits_every_paper,))
    from sopprint.check.kit import check_kit

    return check_kit(folder, thorough=True)


def _summary(report: Report, folders: int) -> str:
    counts = [sum(d.severity is severity for d in report) for severity in (Severity.ERROR, Severity.WARNING)]
    checked = f"{folders} folder{'s' * (folders != 1)} checked"
    if not any(counts):
        return f"{checked}, nothing found"
    errors, warnings = counts
    return f"{checked}: {errors} error{'s' * (errors != 1)}, {warnings} warning{'s' * (warnings != 1)}"


COMMAND = Command(
    "check", "Find every mistake in tools and kits, with line and column.", (_PATHS, _FORM, _STRICT, _LANG), run
)
