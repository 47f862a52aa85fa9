"""`sopprint new`: a commented starter, for a tool of one's own or for a county's kit, that builds at once."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from sopprint.cli.choose import usage
from sopprint.cli.spec import Command, Parameter
from sopprint.errors import ExitCode

if TYPE_CHECKING:
    from sopprint.cli.console import Console

_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_WHAT = Parameter("what", "What to start.", required=True, choices=("tool", "kit"), metavar="tool|kit")
_CALLED = Parameter("name", "Its name: small letters, digits and hyphens.", required=True, metavar="NAME")
_IN = Parameter("folder", "The folder to make it in.", ("--in",), default=".", metavar="DIR")
_COUNTY = Parameter("county", "For a kit: the county's name.", ("--county",), metavar="NAME")
_LOGO = Parameter("logo", "For a kit: its logo, an SVG or PNG file that is copied.", ("--logo",), metavar="FILE")
_LANGUAGES = Parameter("languages", "For a kit: languages, such as en,es.", ("--languages",), metavar="CODES")
_PAPERS = Parameter("papers", "For a kit: papers for posters, such as arch-d,tabloid.", ("--papers",), metavar="PAPERS")
_PRINTS = Parameter(
    "prints", "For a kit: who prints.", ("--prints",), choices=("ourselves", "print-shop", "both"),
)  # fmt: skip
_NEXT = {
    "tool": ("sopprint check {0}", "sopprint poster {0} --paper letter"),
    "kit": ("sopprint check {0}", "sopprint build {0}"),
}


def run(
    console: Console,
    *,
    what: str,
    name: str,
    folder: str,
    county: str | None,
    logo: str | None,
    languages: str | None,
    papers: str | None,
    prints: str | None,
) -> ExitCode:
    if not _NAME.fullmatch(name) or len(name) > 40:
        example = {"tool": "my-tool", "kit": "my-county"}[what]
        raise usage("SP911", f"“{name}” is not a name", f"use small letters, digits and hyphens, such as {example}")
    target = Path(folder) / name
    if target.exists():
        raise usage("SP912", f"{target} is already there", "choose another name, or remove it first")
    answers = {"county": county, "logo": logo, "languages": languages, "papers": papers, "prints": prints}
    given = {key: answer for key, answer in answers.items() if answer is not None}
    if what == "tool":
        if given:
            raise usage("SP903", f"--{next(iter(given))} is for kits", "leave it out, or start a kit")
        _start_tool(name, target)
    else:
        _start_kit(console, name, target, given)
    console.say(f"{target} is ready. Next:")
    for line in _NEXT[what]:
        console.say("  " + line.format(target))
    return ExitCode.OK


def _start_tool(name: str, target: Path) -> None:
    """The starter is a real tool named "my-tool", so that it can be tested as it stands."""
    from sopprint.deliver import deliver
    from sopprint.resources import shipped

    starter = shipped("templates")
    for file in starter.names("tool/*"):
        text = starter.text(file).replace("my-tool", name).replace("My tool", name.replace("-", " ").capitalize())
        deliver(text.encode(), target / Path(file).name)


def _start_kit(console: Console, name: str, target: Path, given: dict[str, str]) -> None:
    from sopprint.cli.starter import Answers, ask, filled_in, logo_name
    from sopprint.deliver import deliver
    from sopprint.resources import shipped

    answers = ask(console, Answers(**given), name.replace("-", " ").title())
    starter = shipped("templates")
    deliver(filled_in(starter.text("kit/sopprint.yaml"), answers).encode(), target / "sopprint.yaml")
    if answers.logo:
        deliver(Path(answers.logo).read_bytes(), target / logo_name(answers))


COMMAND = Command(
    "new", "Start a tool or a kit from a commented example.",
    (_WHAT, _CALLED, _IN, _COUNTY, _LOGO, _LANGUAGES, _PAPERS, _PRINTS), run,
)  # fmt: skip
