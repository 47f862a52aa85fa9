"""What is wrong with a text that is not YAML, in words a trainer understands.

libyaml stops at the first thing it cannot read and says so in terms of its own grammar. Comes between the YAML reader
(`nodes.py`) and the report; knows nothing of what the file should say.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sopprint.diagnostics import Diagnostic, Place

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# C0 but tab and line ends, DEL, C1, and the line ends only YAML 1.1 knows: with them, lines could not be counted.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_TAB = re.compile(r"^ *(\t+)", re.MULTILINE)
_QUOTE = "put words that contain “: ” or start with a sign in quotation marks"
_UNCLOSED = "unexpected end of stream"
_INDENT = "lines that belong together start in the same column"

# part of libyaml's sentence, our code, our sentence, our hint
_SENTENCES: tuple[tuple[str, str, str, str], ...] = (
    ("maximum nesting depth", "SP018", "the file is nested too deeply", _INDENT),
    ("another document", "SP015", "a second document starts here", "take out the line “---”; one file, one document"),
    ("mapping values are not allowed", "SP010", "a colon is not expected here", _QUOTE),
    ("undefined alias", "SP013", "aliases are not used here", _QUOTE),
    ("expected ',' or ']'", "SP010", "a list in [ ] is not closed, or a comma is missing", "add the comma or the ]"),
    ("expected ',' or '}'", "SP010", "settings in { } are not closed, or a comma is missing", "add the comma or the }"),
    ("expected '-' indicator", "SP010", "this line is not part of the list above it", _INDENT),
    ("expected key", "SP010", "this line does not fit the lines above it", _INDENT),
    ("expected <block end>", "SP010", "this line does not fit the lines above it", _INDENT),
    ("could not find expected ':'", "SP010", "a key without a colon", "write “key: value”"),
    ("did not find expected node content", "SP010", "a list in [ ] or settings in { } stop short", "close the bracket"),
    (_UNCLOSED, "SP010", "a quotation mark is opened and never closed", "add the second one"),
    ("unknown escape character", "SP010", "a backslash in double quotes means something else", "use single quotes"),
    ("cannot start any token", "SP010", "words cannot start with this sign", _QUOTE),
)


def control_characters(text: str, file: str) -> Iterator[Diagnostic]:
    """Characters nobody can see that would end up on a poster or upset the counting of lines (SP019)."""
    for match in _CONTROL.finditer(text):
        message = f"a control character (U+{ord(match[0]):04X}) is hidden here"
        yield Diagnostic("SP019", message, _place(text, file, match.start()), ("delete it and type the words again",))


def syntax_mistakes(text: str, file: str, marks: Sequence[tuple[int, int]], problem: str) -> tuple[Diagnostic, ...]:
    """The mistakes behind libyaml's complaint (SP010, SP011, …).

    `marks` are line and column, counted from 0, of where it gave up and, where it says so, of where that began.
    """
    tabs = tuple(
        Diagnostic(
            "SP011",
            "a tab at the start of a line",
            _place(text, file, match.start(1), len(match[1])),
            ("use spaces; YAML does not allow tabs there",),
        )
        for match in _TAB.finditer(text)
    )
    if tabs and "cannot start any token" in problem:
        return tabs
    line, column = (marks[-1] if _UNCLOSED in problem else marks[0]) if marks else (-1, -1)
    place = Place(file, line + 1, column + 1)
    for part, code, message, hint in _SENTENCES:
        if part in problem:
            return (Diagnostic(code, message, place, (hint,)),)
    return (Diagnostic("SP010", f"this is not YAML: {problem.strip()}", place),)


def _place(text: str, file: str, offset: int, length: int = 1) -> Place:
    line_start = text.rfind("\n", 0, offset) + 1
    return Place(file, text.count("\n", 0, offset) + 1, offset - line_start + 1, length)
