"""`sopprint impose`: a PDF's pages on sheets that fold, or cut, into a booklet."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sopprint.cli.choose import FORCE, sheet_of, usage
from sopprint.cli.poster import hand_over, require_free, require_no_terminal
from sopprint.cli.spec import Command, Parameter
from sopprint.diagnostics import Diagnostic
from sopprint.errors import ExitCode, SopprintError
from sopprint.geometry import Length, Size, UnitError

if TYPE_CHECKING:
    from sopprint.cli.console import Console
    from sopprint.press.impose import PrintReport

_LARGEST_FILE = 256 * 1024 * 1024  # bytes

FILE = Parameter("file", "The PDF file.", required=True, metavar="FILE.pdf")
OUTPUT = Parameter(
    "output", "The PDF file to write, or - for standard output. Default: named after the file, in this folder.",
    ("-o", "--output"), metavar="FILE",
)  # fmt: skip
_PAPER = Parameter(
    "sheet", "The sheets to print on; the smallest office paper that takes two pages when not given.", ("--paper",),
    completes="papers", metavar="PAPER",
)  # fmt: skip
_BOOKLET = Parameter("booklet", "Fold and staple; the same as --scheme booklet.", ("--booklet",), kind="switch")
_SCHEME = Parameter(
    "scheme", "What is done with the printed sheets.", ("--scheme",), default="booklet",
    choices=("booklet", "perfect-bound", "cut-and-stack"),
)  # fmt: skip
_THICKNESS = Parameter(
    "thickness", "How thick one sheet is, so that inner pages move in.", ("--thickness",), default="0.1mm",
    metavar="LENGTH",
)  # fmt: skip
_THICKEST = 2.0  # mm; board


def run(
    console: Console,
    *,
    file: str,
    booklet: bool,
    scheme: str,
    sheet: str | None,
    thickness: str,
    output: str | None,
    force: bool,
) -> ExitCode:
    if booklet and scheme != "booklet":
        raise usage("SP904", f"--booklet and --scheme {scheme} cannot both be done", "leave one of them out")
    size = sheet_of(sheet).size if sheet else None
    thick = length_of("--thickness", thickness)
    if thick.millimetres > _THICKEST:
        raise usage("SP661", f"a sheet {thickness} thick cannot be folded", "office paper is about 0.1mm")
    data, target = read_pdf(file), target_of(file, output, scheme, force=force)

    from sopprint.press.impose import impose

    made = impose(data, size, thick.points, scheme=scheme, file=file)
    console.show(made.report.findings)
    if hand_over(made.data, target, force=force) is not None:
        console.say(f"{target}  {told(made.report)}")
    return ExitCode.OK


def length_of(flag: str, text: str) -> Length:
    """A length from the command line. Raises SopprintError."""
    try:
        return Length.parse(text)
    except UnitError as failure:
        raise usage("SP661", f"{flag}: {failure}") from failure


def read_pdf(file: str) -> bytes:
    """The file's bytes. Raises OSError, and SopprintError when it is beyond all bounds."""
    with Path(file).open("rb") as stream:
        data = stream.read(_LARGEST_FILE + 1)
    if len(data) > _LARGEST_FILE:
        limit = _LARGEST_FILE // 1024**2
        raise SopprintError([Diagnostic("SP002", f"{file} is larger than {limit} MB")], ExitCode.IO)
    return data


def target_of(file: str, output: str | None, suffix: str, *, force: bool) -> str:
    """Where the result goes, known to be free before the work begins. Raises SopprintError."""
    if output == "-":
        require_no_terminal("a PDF")
        return output
    target = Path(output or f"{Path(file).stem}-{suffix}.pdf")
    if target.exists() and Path(file).exists() and target.samefile(file):
        raise usage("SP902", f"{target} is the file that is read", "give another name with -o")
    require_free(target, force=force)
    return str(target)


def inches(size: Size) -> str:
    return f"{size.width / 72:.4g} × {size.height / 72:.4g} in"


def told(report: PrintReport) -> str:
    """How many sheets, and how to print and finish them."""
    edge = "short" if report.duplex == "DuplexFlipShortEdge" else "long"
    blank = {0: "no blank pages", 1: "1 blank page"}.get(report.blanks, f"{report.blanks} blank pages")
    many = "1 sheet" if report.sheets == 1 else f"{report.sheets} sheets"
    creep = f", inner pages moved in by up to {Length(report.creep).millimetres:.1f} mm" if report.creep else ""
    return (
        f"{report.pages} pages on {many} of {inches(report.sheet)}, {blank}{creep}\n"
        f"Print on both sides, flip on the {edge} edge, at actual size (100 %); {report.finish}."
    )


COMMAND = Command(
    "impose", "Put a PDF's pages on sheets for a booklet.",
    (FILE, _BOOKLET, _SCHEME, _PAPER, _THICKNESS, OUTPUT, FORCE), run,
)  # fmt: skip
