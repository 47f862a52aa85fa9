"""`sopprint fonts`: the type families the theme offers, their weights and licences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopprint.cli.catalogue import JSON
from sopprint.cli.spec import Command
from sopprint.errors import ExitCode

if TYPE_CHECKING:
    from sopprint.cli.console import Console
    from sopprint.model.theme import Theme


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
        console.give(json.dumps({"fonts": families}, ensure_ascii=False, indent=2))
        return ExitCode.OK
    wide = max(len(name) for name in theme.fonts)
    for name, font in theme.fonts.items():
        weights = ", ".join(str(weight) for weight in sorted(font.files))
        note = "; for characters the others lack" if name in theme.fallbacks else ""
        console.give(f"{name:<{wide}}  {weights}  ({font.licence}){note}")
    return ExitCode.OK


def _theme() -> Theme:
    from sopprint.model.theme import Theme
    from sopprint.resources import shipped
    from sopprint.source.load import decode
    from sopprint.source.nodes import read

    layouts = shipped("layouts")
    return decode(read(layouts.text("theme.yaml"), layouts.shown("theme.yaml")), Theme)


COMMAND = Command("fonts", "List the fonts and their licences.", (JSON,), run)
