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
_NEXT = {
    "tool": ("sopprint check {0}", "sopprint poster {0} --paper letter"),
    "kit": ("sopprint check {0}", "sopprint build {0}"),
}


def run(console: Console, *, what: str, name: str, folder: str) -> ExitCode:
    from sopprint.deliver import deliver
    from sopprint.resources import shipped

    if not _NAME.fullmatch(name) or len(name) > 40:
        raise usage("SP911", f"“{name}” is not a name", "use small letters, digits and hyphens, such as my-tool")
    target = Path(folder) / name
    if target.exists():
        raise usage("SP912", f"{target} is already there", "choose another name, or remove it first")
    starter = shipped("templates")
    for file in starter.names(f"{what}/*"):
        deliver(_named(starter.text(file), name).encode(), target / Path(file).name)
    console.say(f"{target} is ready. Next:")
    for line in _NEXT[what]:
        console.say("  " + line.format(target))
    return ExitCode.OK


def _named(text: str, name: str) -> str:
    """The starters are real tools and kits named "my-tool", so that they can be tested as they stand."""
    title = name.replace("-", " ").capitalize()
    for old, new in (("my-tool", name), ("My tool", title), ("my-county", name), ("My County", title.title())):
        text = text.replace(old, new)
    return text


COMMAND = Command("new", "Start a tool or a kit from a commented example.", (_WHAT, _CALLED, _IN), run)
