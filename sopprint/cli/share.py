"""`sopprint share`: one tool as a package for other counties, after a look for leftovers."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sopprint.cli.choose import FORCE, KIT, TOOL, library_of
from sopprint.cli.spec import Command, Parameter
from sopprint.errors import ExitCode

if TYPE_CHECKING:
    from sopprint.cli.console import Console

_OUT = Parameter(
    "out", "The package to write; default: the tool's name and edition.", ("-o", "--out"), metavar="FILE.zip"
)
_TITLE = Parameter("title", "What the tool is called; default: the title of its words.", ("--title",), metavar="TEXT")
_COUNTY = Parameter("county", "Which county or agency made it.", ("--county",), metavar="TEXT")
_CONTACT = Parameter("contact", "Whom to ask about it: a team and its address.", ("--contact",), metavar="TEXT")
_FOR = Parameter("purpose", "What it is for.", ("--for",), metavar="TEXT")
_WHY = Parameter("why", "Why it was made.", ("--why",), metavar="TEXT")
_AUDIENCE = Parameter(
    "audience", "Whom it is for, such as children. May be given again.", ("--audience",), kind="many", metavar="TEXT"
)
_BY = Parameter("made_by", "Who made it. May be given again.", ("--made-by",), kind="many", metavar="TEXT")
_PERMISSION = Parameter(
    "permission", "Your county lets others use and change it.", ("--permission",), kind="switch"
)
_ANYWAY = Parameter("anyway", "What looks like people's names is none.", ("--anyway",), kind="switch")


def run(
    console: Console,
    *,
    tool: str,
    out: str | None,
    title: str | None,
    county: str | None,
    contact: str | None,
    purpose: str | None,
    why: str | None,
    audience: tuple[str, ...],
    made_by: tuple[str, ...],
    permission: bool,
    anyway: bool,
    kit: str | None,
    force: bool,
) -> ExitCode:
    from sopprint.deliver import deliver, require_ours
    from sopprint.products.workshop import Workshop
    from sopprint.sharing.pack import pack

    given = {
        "title": title, "county": county, "contact": contact, "purpose": purpose, "why": why, "audience": audience,
        "made_by": made_by, "permission": permission,
    }  # fmt: skip
    library, name = library_of(tool, kit)
    if out is not None:
        require_ours(Path(out), force=force)
    packed = pack(Workshop(library), name, given, anyway=anyway)
    target = Path(out or packed.name)
    deliver(packed.data, target, force=force)
    console.show(packed.findings)
    console.say(f"{target}: {len(packed.files)} files, {len(packed.data) / 1000:,.0f} kB")
    for file in packed.files:
        console.say(f"  {file}", level=1)
    return ExitCode.OK


COMMAND = Command(
    "share", "Pack a tool for other counties, after a look for names and numbers.",
    (TOOL, _OUT, _TITLE, _COUNTY, _CONTACT, _FOR, _WHY, _AUDIENCE, _BY, _PERMISSION, _ANYWAY, KIT, FORCE), run,
)  # fmt: skip
