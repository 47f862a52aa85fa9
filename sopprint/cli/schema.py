"""`sopprint schema`: the JSON Schema of a file type, for editors that check and complete YAML."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sopprint.cli.spec import Command, Parameter
from sopprint.errors import ExitCode

if TYPE_CHECKING:
    from sopprint.cli.console import Console

KINDS = ("tool", "words", "kit", "theme", "shop", "share")
_FILES = {
    "tool": "layout.yaml", "words": "words.<lang>.yaml", "kit": "sopprint.yaml", "theme": "theme.yaml",
    "shop": "shops/<name>.yaml", "share": "share.yaml",
}  # fmt: skip
_KIND = Parameter("kind", "The file type.", choices=KINDS, default="tool", metavar="[tool|words|kit|theme|shop|share]")


def run(console: Console, *, kind: str) -> ExitCode:
    console.give(text(kind))
    return ExitCode.OK


def text(kind: str) -> str:
    """The schema (JSON Schema 2020-12) as JSON text, keys in a fixed order."""
    import json

    return json.dumps(schema(kind), ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def schema(kind: str) -> dict[str, Any]:
    """The schema of one of `KINDS`, made from the model that reads such files."""
    import msgspec

    from sopprint.model.guide import Words
    from sopprint.model.kit import Kit
    from sopprint.model.share import Share
    from sopprint.model.shop import Shop
    from sopprint.model.theme import Theme
    from sopprint.model.tool import Tool

    model = {"tool": Tool, "words": Words, "kit": Kit, "theme": Theme, "shop": Shop, "share": Share}[kind]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"sopprint {kind} ({_FILES[kind]})",
        **msgspec.json.schema(model),
    }


COMMAND = Command("schema", "Print the JSON Schema of a file type.", (_KIND,), run)
