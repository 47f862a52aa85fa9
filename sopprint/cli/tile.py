"""`sopprint tile`: a poster, or a tool's poster made for it, on office sheets that are cut and glued together."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sopprint.cli.choose import FORCE, KIT, order_of, sheet_of, usage
from sopprint.cli.impose import OUTPUT, inches, length_of, read_pdf, target_of
from sopprint.cli.poster import hand_over
from sopprint.cli.spec import Command, Parameter
from sopprint.errors import ExitCode

if TYPE_CHECKING:
    from sopprint.cli.console import Console
    from sopprint.press.tile import TileReport
    from sopprint.products.order import Made

_WHAT = Parameter(
    "file", "A PDF file, or a tool whose poster is made and cut.", required=True, completes="tools",
    metavar="FILE.pdf|TOOL",
)  # fmt: skip
_SHEET = Parameter(
    "sheet", "The sheets to print on.", ("--sheet",), default="letter", completes="papers", metavar="PAPER"
)
_SIZE = Parameter(
    "size", "With a tool: the paper of its poster; arch-d when not given.", ("--paper",), completes="papers",
    metavar="PAPER",
)  # fmt: skip
_LANG = Parameter(
    "lang", "With a tool: the language of its words; en when not given.", ("--lang",), completes="languages",
    metavar="LANG",
)  # fmt: skip
_OVERLAP = Parameter(
    "overlap", "How wide the strips are that are glued.", ("--overlap",), default="0.5in", metavar="LENGTH"
)
_MARGIN = Parameter(
    "margin", "The edge of each sheet that stays free of the poster, at least 0.25in.", ("--margin",), default="0.25in",
    metavar="LENGTH",
)  # fmt: skip
_PAGE = Parameter("page", "Which page of the file, from 1.", ("--page",), kind="number", default=1)
_LEAST_MARGIN = 18.0  # points; cut marks and labels stand there, clear of the 4 mm that office printers leave blank


def run(
    console: Console,
    *,
    file: str,
    sheet: str,
    overlap: str,
    margin: str,
    page: int,
    size: str | None,
    lang: str | None,
    kit: str | None,
    output: str | None,
    force: bool,
) -> ExitCode:
    paper, strip, edge = sheet_of(sheet), length_of("--overlap", overlap), length_of("--margin", margin)
    if edge.points < _LEAST_MARGIN:
        raise usage("SP658", f"a margin of {margin} has no room for the marks", "use 0.25in or more")
    poster = _poster(console, file, size, lang, kit)
    data, name = (read_pdf(file), file) if poster is None else (poster.data, poster.name)
    target = target_of(name, output, f"tiles-{paper.name}", force=force)

    from sopprint.press.tile import tile_poster

    made = tile_poster(data, paper.size, overlap=strip.points, margin=edge.points, page=page, file=name)
    console.show(made.report.findings)
    if hand_over(made.data, target, force=force) is not None:
        console.say(f"{target}  {_told(made.report)}")
    return ExitCode.OK


def _poster(console: Console, name: str, size: str | None, lang: str | None, kit: str | None) -> Made | None:
    """The poster of the tool that is named, as office printers take it; None where a file is."""
    if name.lower().endswith(".pdf") or Path(name).is_file():
        if size or lang or kit:
            raise usage("SP903", "--paper, --lang and --kit are for a tool’s name", "a file is cut as it is")
        return None
    from sopprint.products.poster import make

    workshop, order = order_of(name, size or "arch-d", None, lang or "en", None, (), kit)
    made = make(workshop, order, "office")
    console.show(made.findings)
    return made


def _told(report: TileReport) -> str:
    return (
        f"{inches(report.poster)} on {report.tiles} sheets of {inches(report.sheet)} in {report.rows} rows "
        f"and {report.columns} columns, and a map\n"
        "Print on one side at actual size (100 %), the map first; measure the square on it before you go on."
    )


COMMAND = Command(
    "tile", "Cut a poster into sheets for an office printer.",
    (_WHAT, _SHEET, _OVERLAP, _MARGIN, _PAGE, _SIZE, _LANG, KIT, OUTPUT, FORCE), run,
)  # fmt: skip
