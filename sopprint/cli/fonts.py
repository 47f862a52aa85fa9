"""`sopprint fonts`: the type families the theme offers, and those for Chinese, Japanese and Korean on the computer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopprint.cli.catalogue import JSON
from sopprint.cli.spec import Command
from sopprint.errors import ExitCode

if TYPE_CHECKING:
    from pathlib import Path

    from sopprint.cli.console import Console
    from sopprint.model.theme import Theme
    from sopprint.resolve.regional import Region

_REGIONS: tuple[Region, ...] = ("SC", "TC", "HK", "JP", "KR")


def run(console: Console, *, as_json: bool) -> ExitCode:
    theme = _theme()
    if as_json:
        import json

        families = [
            {
                "family": name,
                "weights": sorted(font.files),
                "licence": font.licence,
                "fallback": name in theme.fallbacks,
            }
            for name, font in theme.fonts.items()
        ]
        found = {name: str(path) if path else None for name, path in _regional()}
        console.give(json.dumps({"fonts": families, "regional": found}, ensure_ascii=False, indent=2))
        return ExitCode.OK
    wide = max(len(name) for name in theme.fonts)
    for name, font in theme.fonts.items():
        weights = ", ".join(str(weight) for weight in sorted(font.files))
        note = "; for characters the others lack" if name in theme.fallbacks else ""
        console.give(f"{name:<{wide}}  {weights}  ({font.licence}){note}")
    for name, path in _regional():
        console.give(f"{name}: {path or 'no font on this computer; see sopprint explain SP306'}")
    return ExitCode.OK


def _regional() -> tuple[tuple[str, Path | None], ...]:
    """Each East Asian region, and the file of its regular weight."""
    from sopprint.resolve.regional import NAMES, faces

    files = ((NAMES[region], faces(region).get(400)) for region in _REGIONS)
    return tuple((name, file.path if file else None) for name, file in files)


def _theme() -> Theme:
    from sopprint.model.theme import Theme
    from sopprint.resources import shipped
    from sopprint.source.load import decode
    from sopprint.source.nodes import read

    layouts = shipped("layouts")
    return decode(read(layouts.text("theme.yaml"), layouts.shown("theme.yaml")), Theme)


COMMAND = Command("fonts", "List the fonts and their licences.", (JSON,), run)
