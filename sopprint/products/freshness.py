"""Whether a finished file still says what today's words and layout say: current, or stale and in which words.

Compares the short hashes in the file (`pdf/identity.py`) with those of the texts its product would show now. Not here:
what the two carry (`resolve/fingerprint.py`), printing it (`cli/`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from sopprint.errors import ExitCode, SopprintError
from sopprint.paper import paper
from sopprint.products.order import role_of
from sopprint.resolve.fingerprint import LAYOUT, guide_words, marks, poster_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sopprint.diagnostics import Place
    from sopprint.pdf.identity import Identity
    from sopprint.products.order import ProductName
    from sopprint.resolve.document import Document
    from sopprint.resolve.library import Library
    from sopprint.source.nodes import Node

State = Literal["current", "stale", "unknown"]


class Change(Struct, frozen=True):
    """One text that is not as it was. `before` is its old hash, empty for a new one; `now` is None for one now gone."""

    path: str
    before: str
    now: str | None = None
    place: Place | None = None


class Freshness(Struct, frozen=True):
    """`reason` says why nothing is known; `layout`: it is drawn otherwise; `changes` are in the order of the words."""

    state: State
    reason: str = ""
    edition: str = ""
    fingerprint: str = ""
    layout: bool = False
    changes: tuple[Change, ...] = ()


def freshness(library: Library, identity: Identity) -> Freshness:
    """Compare a file with the library's tools. Raises SopprintError when their files have mistakes."""
    try:
        document, texts = _now(library, identity)
    except SopprintError as failure:
        if failure.exit_code is not ExitCode.USAGE:
            raise
        return Freshness("unknown", failure.diagnostics[0].message)
    then, now = dict(identity.words), marks(texts, document.fingerprint)
    changes = tuple(_changes(then, now, texts))
    edition, printed = document.tool.edition, document.fingerprint.printed
    same = (edition, printed) == (identity.edition, identity.fingerprint) and not changes
    return Freshness(
        "current" if same else "stale", "", edition, printed, then.get(LAYOUT) != document.fingerprint.layout, changes
    )


def _now(library: Library, identity: Identity) -> tuple[Document, Mapping[str, Node]]:
    """The poster of today, and every text that the file's product would show."""
    variant = identity.variant or None
    if identity.product == "poster":
        settings = {name: state == "on" for name, _, state in (each.partition("=") for each in identity.settings)}
        document = library.document(
            identity.tool, lang=identity.language, paper=paper("arch-d"), variant=variant, settings=settings
        )
        return document, poster_words(document)
    from sopprint.resolve.guide import guide_blocks

    product: ProductName = identity.product  # type: ignore[assignment]  # any other has no role, like the guide
    text = guide_blocks(library, identity.tool, identity.language, variant, role_of(product))
    return text.document, guide_words(text)


def _changes(then: Mapping[str, str], now: Mapping[str, str], texts: Mapping[str, Node]) -> Iterator[Change]:
    for path, node in texts.items():
        if then.get(path) != now[path]:
            yield Change(path, then.get(path, ""), str(node.value).strip(), node.place)
    yield from (Change(path, short) for path, short in then.items() if path not in now)
