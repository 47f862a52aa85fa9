"""Words inside a paragraph: emphasis, links, forced line ends; all else is refused at its place.

Comes after markdown-it has found the marks (`prose.py`). Soft emphasis is semibold: nothing in a guide is italic.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopprint.diagnostics import Diagnostic
from sopprint.model.blocks import Emphasis, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from markdown_it.token import Token

    from sopprint.diagnostics import Place, Report

LINKS = ("https://", "http://", "mailto:")
_REFUSED = {
    "image": ("a picture", "the guide shows the poster; a picture of your own goes there, with “draw: image”"),
    "code_inline": ("code", "leave the ` marks out"),
    "html_inline": ("HTML", "use **bold**, lists, tables and boxes"),
}


def spans(
    tokens: Iterable[Token],
    place_of: Callable[[int], Place | None],
    report: Report,
    links: list[tuple[str, Place | None]],
) -> tuple[Span, ...]:
    """Runs of words of one emphasis each; links inside the text are noted in `links` (SP034 refused, SP038 links).

    `place_of` tells where the paragraph's line (from 0) was written.
    """
    found: list[Span] = []
    strong = soft = line = 0
    link: str | None = None
    for token in tokens:
        match token.type:
            case "strong_open" | "strong_close":
                strong += token.nesting
            case "em_open" | "em_close":
                soft += token.nesting
            case "link_open":
                link = _target(str(token.attrs.get("href", "")), place_of(line), report, links)
            case "link_close":
                link = None
            case "text" | "softbreak" | "hardbreak":
                words = {"softbreak": " ", "hardbreak": "\n"}.get(token.type, token.content)
                line += token.type != "text"
                _add(found, words, "strong" if strong else "soft" if soft else "plain", link)
            case kind if kind in _REFUSED:
                what, hint = _REFUSED[kind]
                report.add(Diagnostic("SP034", f"guides cannot print {what} in a text", place_of(line), (hint,)))
    return tuple(found)


def _add(found: list[Span], words: str, emphasis: Emphasis, link: str | None) -> None:
    last = found[-1] if found else None
    if last is not None and (last.emphasis, last.link) == (emphasis, link):
        found[-1] = Span(last.text + words, emphasis, link)
    elif words:
        found.append(Span(words, emphasis, link))


def _target(address: str, place: Place | None, report: Report, links: list[tuple[str, Place | None]]) -> str | None:
    if address.startswith("#") and len(address) > 1:
        links.append((address[1:], place))
        return address
    if address.lower().startswith(LINKS):
        return address
    hint = "write an address with https:// or mailto:, or # and the name of a heading"
    report.add(Diagnostic("SP038", f"“{address}” is not an address a reader can go to", place, (hint,)))
    return None
