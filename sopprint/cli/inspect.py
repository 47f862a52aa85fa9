"""`sopprint inspect`: what a PDF was made from and whether it is still current; or where a poster's zones are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopprint.cli.catalogue import JSON
from sopprint.cli.choose import KIT, LANG, ORIENTATION, PAPER, SETTING, VARIANT, order_of
from sopprint.cli.spec import Command, Parameter
from sopprint.errors import ExitCode

if TYPE_CHECKING:
    from sopprint.cli.console import Console
    from sopprint.paper import Orientation

_WHAT = Parameter(
    "what", "A PDF: what it was made from. Or a tool's name, or the path of its folder: where its zones are.",
    required=True, completes="tools", metavar="FILE.pdf|TOOL",
)  # fmt: skip
_TOOLS = Parameter(
    "folders", "A tool's folder, or a folder of such, to compare a PDF with. May be given again.", ("--tools",),
    kind="many", metavar="DIR",
)  # fmt: skip
_ZONES = Parameter("zones", "Only zones; leave out write areas, marks, logo and QR code.", ("--zones",), kind="switch")


def run(
    console: Console,
    *,
    what: str,
    sheet: str,
    orientation: Orientation | None,
    lang: str,
    variant: str | None,
    changes: tuple[str, ...],
    kit: str | None,
    folders: tuple[str, ...],
    zones: bool,
    as_json: bool,
) -> ExitCode:
    if what.lower().endswith(".pdf"):
        from sopprint.cli import identify as describing

        data = describing.describe(what, kit, folders)
        lines = describing.lines(data)
    else:
        from sopprint.cli import regions as drawing
        from sopprint.products.poster import arrange

        shop, order = order_of(what, sheet, orientation, lang, variant, changes, kit)
        data = drawing.describe(arrange(shop, order).page, order, zones_only=zones)
        lines = drawing.lines(data)
    if as_json:
        import json

        console.give(json.dumps(data, ensure_ascii=False, indent=2))
    else:
        console.give("\n".join(lines))
    return ExitCode.OK


COMMAND = Command(
    "inspect", "Tell what a PDF was made from, or where a poster's zones are.",
    (_WHAT, PAPER, ORIENTATION, LANG, VARIANT, SETTING, KIT, _TOOLS, _ZONES, JSON), run,
)  # fmt: skip
