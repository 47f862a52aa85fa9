"""What the shell may offer for tools, papers, languages and codes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopprint.cli.spec import Completes


def candidates(kind: Completes) -> Iterator[tuple[str, str]]:
    """Each value with a short note; nothing where the shipped files cannot be read."""
    if kind == "papers":
        from sopprint.paper import names

        yield from ((name, "") for name in names())
    elif kind == "codes":
        from sopprint.codes import CODES

        yield from ((code, CODES[code].title) for code in CODES)
    else:
        yield from _from_library(kind)


def _from_library(kind: Completes) -> Iterator[tuple[str, str]]:
    from sopprint.errors import SopprintError
    from sopprint.resolve.library import Library

    try:
        tools = Library.open().tools()
    except (SopprintError, OSError):
        return
    if kind == "tools":
        yield from ((tool.name, tool.title) for tool in tools)
    else:
        yield from ((lang, "") for lang in sorted({lang for tool in tools for lang in tool.languages}))
