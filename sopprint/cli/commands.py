"""The table of commands: one module each, imported when its command is asked for."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sopprint.cli.spec import Command

NAMES = (
    "list", "poster", "guide", "quick-guide", "build", "check", "preview", "impose", "tile", "inspect", "new",
    "customize", "diff", "schema", "explain", "fonts", "shop", "preflight", "package", "catalog", "share",
    "add", "photo", "translate",
)  # fmt: skip
# where the module cannot be, or is not, called as its command
_MODULES = {"list": "catalogue", "quick-guide": "quick_guide"}


def find(name: str) -> Command | None:
    """The command of that name, or None."""
    if name not in NAMES:
        return None
    command: Command = import_module(f"sopprint.cli.{_MODULES.get(name, name)}").COMMAND
    return command
