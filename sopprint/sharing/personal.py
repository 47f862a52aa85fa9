"""Leftovers in a tool that is about to be shared: names, phone numbers, e-mail addresses, case numbers, birthdays.

A tool that grew out of a real meeting may still hold something of a family. What is looked for:

- an e-mail address (not at example.org and the like);
- a phone number of ten or seven digits (not a toll-free line, which is nobody's own);
- a number like those of cases and courts: seven digits or more, or letters and digits such as JV-24-00123; a birthday;
- a word that looks like a name: with a capital inside a sentence, nowhere written small, and not among the tool's own
  titles, labels and credits. In a guide's example, where people are made up, only two such words together.

Names are a guess, so a person may say that they are none; the rest has to go. Not here: whether the tool works.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sopprint.diagnostics import Diagnostic, Place
from sopprint.source.nodes import plain, read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopprint.source.nodes import Key, Node

_LINK = re.compile(r"https?://\S+")
_MAIL = re.compile(r"[\w.+-]+@(?!example\.(?:org|com|net)\b)[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(
    r"(?<![\w-])(?:\+?1[ .-]?)?(?:\((?!8(?:00|33|44|55|66|77|88))\d{3}\) ?|(?!8(?:00|33|44|55|66|77|88))\d{3}[ .-])?"
    r"\d{3}[.-]\d{4}(?![\w-])"
)
_FREE_LINE = re.compile(r"(?:\+?1[ .-]?)?\(?8(?:00|33|44|55|66|77|88)\)?[ .-]?\d{3}[ .-]?\d{4}")
_DATE = re.compile(r"(?<![\w-])\d{4}-\d{2}-\d{2}(?![\w-])")
_CASE = re.compile(
    r"(?<![\w.#-])(?:\d{7,}|\d{2,}(?:-\d{2,}){2,}|[A-Z]{1,4}[- ]?\d{2,4}-\d{2,}|[A-Z]{1,3}-?\d{5,})(?![\w-])"
)
_BIRTHDAY = re.compile(r"(?<![\w/])\d{1,2}/\d{1,2}/(?:\d{4}|\d{2})(?![\w/])")
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
# what ends where a sentence begins: the text's own start, a stop and what closes after it, a list's dash, an opening
_STARTS = re.compile(
    r"(?:^|[.!?:;…][”’»\")*_]*\s|[\n|/•\]]|[-–—] )\s*[\"“‘«(\[*¿¡_]*$|[“«‘\"(\[|¿¡]$"
)
_TITLES = re.compile(r"\b(?:Mr|Mrs|Ms|Mx|Dr|Judge|Officer|Sr|Sra|Srta|Dra)\.? +[A-ZÁÉÍÓÚÑ]\w+")
_LABELS = frozenset({"name", "over", "title", "credit", "ticks", "shared", "columns", "slots"})
_ORDINARY = (
    "i monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december mom dad mama papa grandma grandpa grandmother grandfather aunt uncle tribe "
    "tribes tribal indian native american california english spanish county child family team welfare act services cal "
    "icwa safety organized practice signs ok internet god tribu condado servicios ley"
)
_KNOWN = frozenset(_ORDINARY.split())


def leftovers(text: str, file: str) -> Iterator[Diagnostic]:
    """SP804 and SP805 for a text of any kind, comments too, each at its line and column."""
    for number, written in enumerate(text.splitlines(), 1):
        line = _DATE.sub(_blank, _FREE_LINE.sub(_blank, _LINK.sub(_blank, written)))
        for code, what, pattern in (
            ("SP804", "an e-mail address", _MAIL), ("SP804", "a phone number", _PHONE),
            ("SP805", "the number of a case", _CASE), ("SP805", "a date of birth", _BIRTHDAY),
        ):  # fmt: skip
            for found in pattern.finditer(line):
                place = Place(file, number, found.start() + 1, len(found[0]))
                yield Diagnostic(code, f"“{found[0]}” looks like {what}", place, ("take it out",))
            line = pattern.sub(_blank, line)


def names(text: str, file: str, credited: str = "") -> Iterator[Diagnostic]:
    """SP803 for each word of a words file that looks like a person's name, where it comes first.

    `credited` are the words of those who are named on purpose. Raises SopprintError where the text is not YAML.
    """
    root = read(text, file)
    said = tuple(_texts(root, ()))
    known = _KNOWN | {word.lower() for label in _labels(said) for word in _words(f"{label} {credited}")}
    known |= {word for _, node in said for word in _words(str(node.value)) if word[0].islower()}
    seen: dict[str, None] = {}
    for path, node in said:
        for found in _named(str(node.value), known, made_up="example" in path):
            if found not in seen:
                seen[found] = None
                message = f"“{found}” looks like a person’s name"
                hints = ("use a role, such as “grandmother”, or initials", "--anyway says that these are no names")
                yield Diagnostic("SP803", message, _found_at(text, node.place, found), hints)


def _texts(node: Node, path: tuple[Key, ...]) -> Iterator[tuple[tuple[Key, ...], Node]]:
    if isinstance(node.value, str):
        yield path, node
    pairs = node.pairs() or tuple(enumerate(node.items()))
    for key, child in pairs:
        yield from _texts(child, (*path, key))


def _labels(said: tuple[tuple[tuple[Key, ...], Node], ...]) -> Iterator[str]:
    """Titles, names of zones, tick boxes and credits: words that have capitals of their own."""
    yield from (str(plain(node)) for path, node in said if _LABELS.intersection(path))


def _named(text: str, known: frozenset[str], *, made_up: bool) -> Iterator[str]:
    """What in one text looks like a name."""
    yield from (found[0] for found in _TITLES.finditer(text))
    rest = _LINK.sub(_blank, _TITLES.sub(_blank, text))
    for found in _runs(rest, known):
        if " " in found or not made_up:
            yield found


def _runs(text: str, known: frozenset[str]) -> Iterator[str]:
    """Words with a capital that nothing explains, and those next to each other together."""
    run: list[re.Match[str]] = []
    for word in _WORD.finditer(text):
        if run and text[run[-1].end() : word.start()] != " ":
            yield from _told(run, text)
            run = []
        if _unexplained(word, known):
            run.append(word)
        elif run:
            yield from _told(run, text)
            run = []
    yield from _told(run, text)


def _told(run: list[re.Match[str]], text: str) -> Iterator[str]:
    """A run that is more than the first word of a sentence, which is left out where two others follow it."""
    begins = bool(run) and bool(_STARTS.search(text[: run[0].start()]))
    if begins and len(run) > 2:
        run = run[1:]
    if len(run) > 1 or (run and not begins):
        yield re.sub(r"[’']s$", "", text[run[0].start() : run[-1].end()])


def _unexplained(word: re.Match[str], known: frozenset[str]) -> bool:
    bare = re.sub(r"[’']s?$", "", word[0])
    return bare[0].isupper() and len(bare) > 1 and not bare.isupper() and not _explained(bare.lower(), known)


def _explained(word: str, known: frozenset[str]) -> bool:
    return word in known or word.removesuffix("s") in known or all(part in known for part in word.split("-"))


def _words(text: str) -> Iterator[str]:
    yield from (word[0] for word in _WORD.finditer(text.replace("-", " ")))


def _found_at(text: str, place: Place, found: str) -> Place:
    """The line of a word, looked for from where its text begins."""
    lines = text.splitlines()
    for number in range(max(place.line, 1), len(lines) + 1):
        column = lines[number - 1].find(found)
        if column >= 0:
            return Place(place.file, number, column + 1, len(found))
    return place


def _blank(found: re.Match[str]) -> str:
    """Spaces in place of what is no leftover, so that columns stay right."""
    return " " * len(found[0])
