"""`sopprint customize`: a tool's words or layout in the kit, to be edited, with a note of what they came from."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sopprint.cli.choose import LANG, usage
from sopprint.cli.spec import Command, Parameter
from sopprint.errors import ExitCode

if TYPE_CHECKING:
    from sopprint.cli.console import Console
    from sopprint.resolve.library import Library
    from sopprint.resources import Folder

_TOOL = Parameter(
    "tool", "A tool's name; “common” or “guide” for the words that all tools, or all guides, share.", required=True,
    completes="tools", metavar="TOOL",
)  # fmt: skip
_KIT = Parameter("kit", "The kit's folder, with its sopprint.yaml.", ("--kit",), default=".", metavar="DIR")
_LAYOUT = Parameter("layout", "Copy the layout, not the words.", ("--layout",), kind="switch")
_HEAD = {
    False: """\
# {county}’s words for {what}. What you change here is printed; what you leave as it is, and what you
# take out, follows each release of the program. An empty value takes a text away where that is allowed.
# `sopprint diff` shows your changes. Leave the folder .base alone: it tells your changes from ours.
""",
    True: """\
# {county}’s layout of {what}. What you change here is drawn; what you leave as it is follows each release
# of the program. `sopprint diff` shows your changes. Leave the folder .base alone: it tells your changes from ours.
""",
}


def run(console: Console, *, tool: str, lang: str, layout: bool, kit: str) -> ExitCode:
    from sopprint.deliver import deliver
    from sopprint.resolve.library import Library
    from sopprint.resolve.overrides import base_name, layout_name, words_name

    if not (Path(kit) / "sopprint.yaml").is_file():
        raise usage("SP908", f"there is no sopprint.yaml in {kit}", "name the kit with --kit")
    library = Library.open(Path(kit))
    name = layout_name(tool) if layout else words_name(tool, lang)
    source, file = _shipped(library, tool, lang, layout=layout)
    target, base = Path(kit) / name, Path(kit) / base_name(name)
    if target.exists():
        raise usage("SP912", f"{target} is already there", "edit it; `sopprint diff` shows what it changes")
    text = source.text(file)
    county = library.kit.county.name if library.kit is not None else ""
    deliver(text.encode(), base, force=True)
    deliver((_HEAD[layout].format(county=county, what=tool) + text).encode(), target)
    console.say(f"{target} is ready to be edited. Then: sopprint check {kit}")
    return ExitCode.OK


def _shipped(library: Library, tool: str, lang: str, *, layout: bool) -> tuple[Folder, str]:
    """The folder and name of the file to copy. Raises SopprintError when there is none, or it is the county's own."""
    shared = {"common": "words", "guide": "guide"}.get(tool)
    if shared is not None and not layout:
        source, file = library.layouts, f"common/{shared}.{lang}.yaml"
    else:
        source, file = library.folder(tool), "layout.yaml" if layout else f"words.{lang}.yaml"
        if not source.root.is_relative_to(library.layouts.root):
            message = f"{tool} is a tool of this kit"
            raise usage("SP915", message, f"edit {source.shown(file)} itself")
    if not source.exists(file):
        hint = f"copy those of another language to words/{tool}.{lang}.yaml and translate them"
        raise usage("SP130", f"{tool} has no words in the language “{lang}”", hint)
    return source, file


COMMAND = Command("customize", "Copy a tool's words or layout into a kit, to edit.", (_TOOL, LANG, _LAYOUT, _KIT), run)
