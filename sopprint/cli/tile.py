"""`sopprint tile`: a poster on office paper, in sheets that are cut and glued together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopprint.cli.choose import FORCE, sheet_of, usage
from sopprint.cli.impose import FILE, OUTPUT, inches, length_of, read_pdf, target_of
from sopprint.cli.poster import hand_over
from sopprint.cli.spec import Command, Parameter
from sopprint.errors import ExitCode

if TYPE_CHECKING:
    from sopprint.cli.console import Console
    from sopprint.press.tile import TileReport

_PAPER = Parameter(
    "sheet", "The sheets to print on.", ("--paper",), default="letter", completes="papers", metavar="PAPER"
)
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
    output: str | None,
    force: bool,
) -> ExitCode:
    paper, strip, edge = sheet_of(sheet), length_of("--overlap", overlap), length_of("--margin", margin)
    if edge.points < _LEAST_MARGIN:
        raise usage("SP658", f"a margin of {margin} has no room for the marks", "use 0.25in or more")
    data, target = read_pdf(file), target_of(file, output, f"tiles-{paper.name}", force=force)

    from sopprint.press.tile import tile_poster

    made = tile_poster(data, paper.size, overlap=strip.points, margin=edge.points, page=page, file=file)
    console.show(made.report.findings)
    if hand_over(made.data, target, force=force) is not None:
        console.say(f"{target}  {_told(made.report)}")
    return ExitCode.OK


def _told(report: TileReport) -> str:
    return (
        f"{inches(report.poster)} on {report.tiles} sheets of {inches(report.sheet)} in {report.rows} rows "
        f"and {report.columns} columns, and a map\n"
        "Print on one side at actual size (100 %), the map first; measure the square on it before you go on."
    )


COMMAND = Command(
    "tile", "Cut a poster into sheets for an office printer.",
    (FILE, _PAPER, _OVERLAP, _MARGIN, _PAGE, OUTPUT, FORCE), run,
)  # fmt: skip
