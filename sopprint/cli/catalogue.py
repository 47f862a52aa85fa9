"""`sopprint list`: the tools there are, their variants, their languages and how these stand, and the papers."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from sopprint.cli.choose import KIT
from sopprint.cli.spec import Command, Parameter
from sopprint.errors import ExitCode
from sopprint.paper import names, paper

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sopprint.cli.console import Console
    from sopprint.resolve.library import ToolInfo
    from sopprint.translate.standing import Standing

JSON = Parameter("as_json", "Print as JSON.", ("--json",), kind="switch")


def run(console: Console, *, kit: str | None, as_json: bool) -> ExitCode:
    from sopprint.resolve.library import Library
    from sopprint.translate.standing import standings

    library = Library.open(Path(kit) if kit else None)
    tools = {tool: tuple(standings(library, tool)) for tool in library.tools()}
    if as_json:
        import json

        console.give(json.dumps(_data(tools), ensure_ascii=False, indent=2))
    else:
        console.give("\n".join(_lines(tools)))
    return ExitCode.OK


def _data(tools: Mapping[ToolInfo, Sequence[Standing]]) -> dict[str, Any]:
    return {
        "tools": [
            {
                "name": tool.name,
                "title": tool.title,
                "purpose": tool.purpose,
                "edition": tool.edition,
                "languages": list(tool.languages),
                "translations": [
                    {"language": each.language, "reviewed": each.reviewed, "guide": each.guide, "out_of_date": each.old}
                    for each in found
                ],
                "variants": list(tool.variants),
                "folder": tool.folder,
            }
            for tool, found in tools.items()
        ],
        "papers": [
            {"name": name, "width": round(size.width, 3), "height": round(size.height, 3), "unit": "pt"}
            for name in names()
            for size in (paper(name).size,)
        ],
    }


def _lines(tools: Mapping[ToolInfo, Sequence[Standing]]) -> Iterator[str]:
    wide = max((len(tool.name) for tool in tools), default=0)
    yield "Tools"
    for tool, found in tools.items():
        more = f"  variants: {', '.join(tool.variants)}" if tool.variants else ""
        yield f"  {tool.name:<{wide}}  {tool.title}  ({tool.edition})  {' · '.join(map(_language, found))}{more}"
    yield ""
    yield "Papers"
    yield from (f"  {name:<{wide}}  {_measure(name)}" for name in names())
    yield "  or any measure, such as 30x40in or 600x900mm"


def _language(standing: Standing) -> str:
    return f"{standing.language} ({standing.said})" if standing.said else standing.language


def _measure(name: str) -> str:
    size = paper(name).size
    if name[0] == "a" and name[1:].isdigit():
        return f"{size.width / 72 * 25.4:.0f} × {size.height / 72 * 25.4:.0f} mm"
    return f"{size.width / 72:g} × {size.height / 72:g} in"


COMMAND = Command("list", "List the tools, their languages and variants, and the papers.", (KIT, JSON), run)
