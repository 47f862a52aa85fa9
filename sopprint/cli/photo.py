"""`sopprint photo`: pictures of filled posters become clean records, on this computer and nowhere else.

What is told of the record goes to stderr, or with --json to stdout. Exit: 0 fine, 1 made but something must be looked
at, 2 usage, 3 nothing could be used.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sopprint.cli.catalogue import JSON
from sopprint.cli.choose import KIT, sheet_of, usage
from sopprint.cli.spec import Command, Parameter
from sopprint.errors import ExitCode

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sopprint.cli.console import Console
    from sopprint.paper import Orientation
    from sopprint.photo.filled import Filled
    from sopprint.photo.outputs import Format, Output, Wanted
    from sopprint.photo.session import Refusals
    from sopprint.products.workshop import Workshop

_FILES = Parameter("files", "Pictures: JPEG, HEIC, PNG, TIFF, WebP.", kind="many", required=True, metavar="IMG…")
_TOOL = Parameter(
    "tool", "The poster's tool; read from its square code when not given.", ("--tool",), completes="tools",
    metavar="TOOL",
)  # fmt: skip
_EDITION = Parameter("edition", "The poster's edition, when its code cannot be read.", ("--edition",), metavar="YYYY.N")
_LANG = Parameter(
    "lang", "The poster's language; read from its code when not given.", ("--lang",), completes="languages",
    metavar="LANG",
)  # fmt: skip
_PAPER = Parameter(
    "sheet", "The poster's paper; seen from its corner marks when not given.", ("--paper",), completes="papers",
    metavar="PAPER",
)  # fmt: skip
_ORIENTATION = Parameter(
    "orientation", "How the poster is turned; seen when not given.", ("--orientation",),
    choices=("landscape", "portrait"),
)  # fmt: skip
_VARIANT = Parameter("variant", "The tool's variant; seen when not given.", ("--variant",), metavar="NAME")
_OUT = Parameter("out", "The folder to write to.", ("--out",), default=".", metavar="DIR")
_FORMATS = Parameter(
    "formats", "What to write: any of jpg, pdf, ink, zones, record, transcript.", ("--format",),
    default="jpg,pdf,ink,zones,record,transcript", metavar="LIST",
)  # fmt: skip
_LIMIT = Parameter("limit", "The most a picture may have, such as 2MB or 800KB.", ("--limit",), default="2MB",
                   metavar="SIZE")  # fmt: skip
_GREY = Parameter("grey", "Without colours. Red and green ink then look alike.", ("--grey",), kind="switch")
_ARCHIVE = Parameter("archive", "PDF/A-2b, for archives.", ("--archive",), kind="switch")
_HIDE = Parameter("hide", "A zone to hide. May be given again.", ("--hide",), kind="many", metavar="ZONE")
_SHOW = Parameter(
    "show", "A zone to show although it is private. May be given again.", ("--show",), kind="many", metavar="ZONE"
)
_SEPARATE = Parameter(
    "separate", "Every picture shows another poster, even if of the same tool.", ("--separate",), kind="switch"
)
_STRICT = Parameter("strict", "Warnings count as errors.", ("--strict",), kind="switch")
_FORCE = Parameter("force", "Replace files of the same name.", ("--force",), kind="switch")

_SIZE: Final = re.compile(r"(\d+(?:\.\d+)?)\s*([KM])B", re.IGNORECASE)
_LEAST_LIMIT: Final = 50_000  # bytes; no poster is readable in less


def run(
    console: Console,
    *,
    files: tuple[str, ...],
    tool: str | None,
    edition: str | None,
    lang: str | None,
    sheet: str | None,
    orientation: Orientation | None,
    variant: str | None,
    kit: str | None,
    out: str,
    formats: str,
    limit: str,
    grey: bool,
    archive: bool,
    hide: tuple[str, ...],
    show: tuple[str, ...],
    separate: bool,
    strict: bool,
    as_json: bool,
    force: bool,
) -> ExitCode:
    from sopprint.photo.read import require_extra

    require_extra()
    from sopprint.photo.session import Refusals, Task, work
    from sopprint.photo.shelf import Asked
    from sopprint.photo.verdict import Wishes
    from sopprint.products.workshop import Workshop
    from sopprint.resolve.library import Library

    wanted = _wanted(formats, limit, grey=grey, archive=archive)
    folder = _folder(out)
    asked = Asked(tool, edition, lang, sheet_of(sheet) if sheet is not None else None, orientation, variant)
    task = Task(tuple(map(Path, files)), asked, Wishes(hide, show), separate)
    shop = Workshop(Library.open(Path(kit) if kit else None))
    refusals = Refusals([], [])
    made = []
    for filled in work(task, shop.library, refusals, lambda text: console.say(text, level=1)):
        made.append((filled, _write(filled, wanted, shop, folder, force=force)))
        if not as_json:
            _tell(console, *made[-1])
    _tell_refusals(console, refusals)
    if as_json:
        _give(console, made, refusals)
    return _code([filled for filled, _ in made], refusals, strict=strict)


def _wanted(formats: str, limit: str, *, grey: bool, archive: bool) -> Wanted:
    from sopprint.photo.outputs import Wanted

    if archive:
        from sopprint.photo.read import require_archive

        require_archive()
    return Wanted(_formats(formats), _bytes(limit), grey, archive)


def _formats(text: str) -> tuple[Format, ...]:
    from sopprint.photo.outputs import FORMATS

    named = [part.strip() for part in text.split(",") if part.strip()]
    unknown = [part for part in named if part not in FORMATS]
    if unknown or not named:
        raise usage("SP903", f"“{unknown[0] if unknown else text}” is no output", f"there are {', '.join(FORMATS)}")
    return tuple(f for f in FORMATS if f in named)


def _bytes(text: str) -> int:
    match = _SIZE.fullmatch(text.strip())
    size = int(float(match[1]) * {"K": 1000, "M": 1_000_000}[match[2].upper()]) if match else 0
    if size < _LEAST_LIMIT:
        raise usage("SP903", f"“{text}” is not a limit for a picture", "write a size from 50KB, such as 800KB or 2MB")
    return size


def _folder(out: str) -> Path:
    folder = Path(out)
    if folder.exists() and not folder.is_dir():
        raise usage("SP902", f"{folder} is a file", "name a folder with --out")
    return folder


def _write(filled: Filled, wanted: Wanted, shop: Workshop, folder: Path, *, force: bool) -> tuple[Output, ...]:
    from sopprint.photo.outputs import make, write

    outputs = tuple(make(filled, wanted, shop.setter(filled.document.words.language)))
    write(outputs, folder, force=force)
    return outputs


def _tell(console: Console, filled: Filled, outputs: Sequence[Output]) -> None:
    from sopprint.photo.report import lines

    for line in lines(filled, outputs):
        console.say(line)


def _tell_refusals(console: Console, refusals: Refusals) -> None:
    from sopprint.photo.report import finding_lines

    console.show([each for _, each in refusals.unreadable])
    for finding in refusals.unplaced:
        for line in finding_lines(finding):
            console.say(line)


def _give(console: Console, made: Sequence[tuple[Filled, Sequence[Output]]], refusals: Refusals) -> None:
    import json

    from sopprint.photo.report import as_data, finding_data

    data = {
        "posters": [as_data(filled, outputs) for filled, outputs in made],
        "unused": [*({"code": d.code, "message": f"photo {n}: {d.message}"} for n, d in refusals.unreadable),
                   *map(finding_data, refusals.unplaced)],
    }  # fmt: skip
    console.give(json.dumps(data, ensure_ascii=False, indent=2))


def _code(made: Sequence[Filled], refusals: Refusals, *, strict: bool) -> ExitCode:
    if not made:
        return ExitCode.IO
    counted = ("error", "warning") if strict else ("error",)
    bad = any(finding.level in counted for filled in made for finding in filled.findings)
    return ExitCode.DOCUMENT if bad or refusals else ExitCode.OK


COMMAND = Command(
    "photo",
    "Turn pictures of filled posters into clean records.",
    (_FILES, _TOOL, _EDITION, _LANG, _PAPER, _ORIENTATION, _VARIANT, KIT, _OUT, _FORMATS, _LIMIT, _GREY, _ARCHIVE,
     _HIDE, _SHOW, _SEPARATE, _STRICT, JSON, _FORCE),
    run,
)  # fmt: skip
