"""Parameters that several commands share, and what their values mean."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sopprint.cli.spec import Parameter
from sopprint.diagnostics import Diagnostic
from sopprint.errors import ExitCode, SopprintError
from sopprint.paper import Paper, PaperError, names, paper

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sopprint.paper import Orientation
    from sopprint.products.order import Order
    from sopprint.products.workshop import Workshop
    from sopprint.resolve.library import Library

TOOL = Parameter(
    "tool", "A tool's name, or the path of a tool's folder.", required=True, completes="tools", metavar="TOOL"
)


def paper_parameter(default: str, help_: str) -> Parameter:
    """`--paper`, for a command whose products are usually on one kind of paper."""
    return Parameter("sheet", help_, ("--paper",), default=default, completes="papers", metavar="PAPER")


PAPER = paper_parameter("arch-d", "A paper, such as letter, arch-d, a1, or a measure: 30x40in, 600x900mm.")
ORIENTATION = Parameter(
    "orientation", "How the page is turned; the tool's own way when not given.", ("--orientation",),
    choices=("landscape", "portrait"),
)  # fmt: skip
LANG = Parameter(
    "lang", "The language of the words; for posters also two, such as en+es.", ("--lang",), default="en",
    completes="languages", metavar="LANG",
)  # fmt: skip
VARIANT = Parameter(
    "variant", "Another drawing of the same tool; `sopprint list` names them.", ("--variant",), metavar="NAME"
)
SETTING = Parameter(
    "changes", "Draw a part or leave it out, such as red=off. May be given again.", ("--set",), kind="many",
    metavar="PART=on|off",
)  # fmt: skip
KIT = Parameter("kit", "A county's kit: the folder with its sopprint.yaml.", ("--kit",), metavar="DIR")
FORCE = Parameter("force", "Replace a file that sopprint did not make.", ("--force",), kind="switch")
POSTER = (TOOL, PAPER, ORIENTATION, LANG, VARIANT, SETTING, KIT)  # what says which poster is meant


def order_of(
    tool: str,
    sheet: str,
    orientation: Orientation | None,
    lang: str,
    variant: str | None,
    changes: Sequence[str],
    kit: str | None,
) -> tuple[Workshop, Order]:
    """Where it is made, and the poster that the parameters of `POSTER` mean. Raises SopprintError."""
    from sopprint.products.order import Order
    from sopprint.products.workshop import Workshop

    page, settings = sheet_of(sheet), settings_of(changes)
    library, name = library_of(tool, kit)
    return Workshop(library), Order(name, page, lang, orientation, variant, settings)


def library_of(tool: str, kit: str | None) -> tuple[Library, str]:
    """All tools, with the one that is named by its path, and the tool's name. Raises SopprintError."""
    from sopprint.resolve.library import Library

    folder = folder_of(tool)
    library = Library.open(Path(kit) if kit else None, (folder,) if folder else ())
    return library, folder.name if folder else tool


def folder_of(tool: str) -> Path | None:
    """The folder when `tool` is a path and not a name."""
    named = Path(tool)
    if named.name == tool and not (named / "layout.yaml").is_file():
        return None
    return named if named.name not in {"", ".."} else named.resolve()


def sheet_of(name: str) -> Paper:
    """The paper of that name. Raises SopprintError with the nearest names."""
    try:
        return paper(name)
    except PaperError as failure:
        from difflib import get_close_matches

        near = get_close_matches(name.lower(), names(), 2)
        named = (f"did you mean {' or '.join(near)}?",) if near else ("`sopprint list` names the papers",)
        raise usage("SP903", str(failure), *(() if name[:1].isdigit() else named)) from failure


def settings_of(changes: Sequence[str]) -> dict[str, bool]:
    """From ("red=off",). Raises SopprintError."""
    settings = {}
    for change in changes:
        name, _, state = change.partition("=")
        if not name or state not in {"on", "off"}:
            raise usage("SP904", f"“{change}” is not a setting", "write the part, =, and on or off, such as red=off")
        settings[name] = state == "on"
    return settings


def usage(code: str, message: str, *hints: str) -> SopprintError:
    """A mistake on the command line."""
    return SopprintError([Diagnostic(code, message, hints=hints)], ExitCode.USAGE)
