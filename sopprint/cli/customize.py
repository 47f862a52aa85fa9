"""`sopprint customize`: a tool's words or layout in the kit, to be edited, with a note of what they came from.

`--accept` brings such a copy up to a new release: the same is printed, and later changes are told from there.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sopprint.cli.choose import usage
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
_LANG = Parameter(
    "lang", "The language of the words.", ("--lang",), default="en", completes="languages", metavar="LANG"
)
_KIT = Parameter("kit", "The kit's folder, with its sopprint.yaml.", ("--kit",), default=".", metavar="DIR")
_LAYOUT = Parameter("layout", "Copy the layout, not the words.", ("--layout",), kind="switch")
_ACCEPT = Parameter(
    "accept", "Take what a release changed underneath into the kit’s own file; yours stays.", ("--accept",),
    kind="switch",
)  # fmt: skip
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


def run(console: Console, *, tool: str, lang: str, layout: bool, accept: bool, kit: str) -> ExitCode:
    from sopprint.deliver import deliver
    from sopprint.resolve.library import Library
    from sopprint.resolve.overrides import base_name, layout_name, words_name

    if not (Path(kit) / "sopprint.yaml").is_file():
        raise usage("SP908", f"there is no sopprint.yaml in {kit}", "name the kit with --kit")
    library = Library.open(Path(kit))
    name = layout_name(tool) if layout else words_name(tool, lang)
    source, file = _shipped(library, tool, lang, layout=layout)
    target, base = Path(kit) / name, Path(kit) / base_name(name)
    if accept:
        return _accept(console, target, base, source.text(file))
    if target.exists():
        raise usage("SP912", f"{target} is already there", "edit it; `sopprint diff` shows what it changes")
    text = source.text(file)
    county = library.kit.county.name if library.kit is not None else ""
    deliver(text.encode(), base, force=True)
    deliver((_HEAD[layout].format(county=county, what=tool) + text).encode(), target)
    console.say(f"{target} is ready to be edited. Then: sopprint check {kit}")
    return ExitCode.OK


def _accept(console: Console, target: Path, base: Path, now: str) -> ExitCode:
    """Write the kit's file with what the release changed, then what it is now compared with."""
    from sopprint.deliver import deliver
    from sopprint.resolve.threeway import merged
    from sopprint.resources import Folder

    if not target.is_file() or not base.is_file():
        hint = "a file without its original in .base follows each release by itself"
        raise usage("SP918", f"{target} is not a copy that could be brought up to date", hint)
    ours, then = (Folder(path.parent).text(path.name) for path in (target, base))
    if then == now:
        console.say(f"{target} is up to date")
        return ExitCode.OK
    accepted = merged(ours, then, now)
    if not _prints_the_same(ours, then, now, accepted):
        hint = "write the new words into your file by hand, then copy the shipped file to .base"
        raise usage("SP918", f"{target} and this release changed the same lines in different ways", hint)
    deliver(accepted.encode(), target, force=True)  # first: were it stopped here, the same is printed
    deliver(now.encode(), base, force=True)
    console.say(f"{target} has what this release changed; `sopprint diff` shows what is yours")
    return ExitCode.OK


def _prints_the_same(ours: str, then: str, now: str, accepted: str) -> bool:
    """Whether a kit's file says over today's what it said before. Raises SopprintError for YAML that cannot be read."""
    from sopprint.errors import SopprintError
    from sopprint.resolve.overrides import merge
    from sopprint.source.nodes import plain, read

    shipped = read(now, "")
    before = merge(read(ours, ""), shipped, read(then, ""))
    try:
        after = merge(read(accepted, ""), shipped, shipped)
    except SopprintError:  # lines that fit together in neither
        return False
    return before is not None and after is not None and bool(plain(before) == plain(after))


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
        if "+" in lang:
            raise usage("SP130", f"“{lang}” has no words of its own", "customize each of its languages by itself")
        hint = f"copy those of another language to words/{tool}.{lang}.yaml and translate them"
        raise usage("SP130", f"{tool} has no words in the language “{lang}”", hint)
    return source, file


COMMAND = Command(
    "customize", "Copy a tool's words or layout into a kit, to edit.", (_TOOL, _LANG, _LAYOUT, _ACCEPT, _KIT), run
)
