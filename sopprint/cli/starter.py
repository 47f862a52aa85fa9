"""What `sopprint new kit` asks, and the starter kit with the answers in it.

With a terminal five questions are asked, for whatever the flags leave open; without one, nothing is. Not here: the
starter itself, which is `templates/kit/`, and writing it (`new.py`).
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from sopprint.diagnostics import Diagnostic
from sopprint.errors import ExitCode, SopprintError
from sopprint.paper import PaperError, paper

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from sopprint.cli.console import Console

Printer = Literal["ourselves", "print-shop", "both"]
PRINTERS: tuple[Printer, ...] = ("ourselves", "print-shop", "both")
_TARGETS = {
    "ourselves": "[screen]", "print-shop": "[screen, print-shop]", "both": "[screen, office, print-shop]",
}  # fmt: skip
SHOP = "wide-format"  # the profile that most shops for large posters are like
_LONGEST_NAME = 60  # as in `model/kit.py`


class Answers(Struct, frozen=True):
    """What is known of the county; empty texts where the starter's own words stay."""

    county: str = ""
    logo: str = ""  # a file anywhere; it is copied into the kit
    languages: str = ""  # codes with commas between
    papers: str = ""  # names with commas between
    prints: str = ""


class _Question(Struct, frozen=True):
    """`check` returns what is wrong with an answer, or an empty text. `default` is shown; taken for an empty answer."""

    key: str
    words: str
    default: str
    check: Callable[[str], str]


def ask(console: Console, given: Answers, default_name: str) -> Answers:
    """The answers, complete: asked for on a terminal, else the defaults. Raises SopprintError for a wrong flag."""
    answers = {key: str(getattr(given, key)) for key in given.__struct_fields__}
    for question in _questions(default_name):
        if answers[question.key]:
            _require(question, answers[question.key])
        elif sys.stdin.isatty() and sys.stderr.isatty():
            answers[question.key] = _asked(console, question)
        else:
            answers[question.key] = question.default
    return Answers(**answers)


def _questions(name: str) -> tuple[_Question, ...]:
    return (
        _Question("county", "What is your county called?", name, _name),
        _Question("logo", "Where is its logo, an SVG or PNG file? (Enter for none)", "", _logo),
        _Question("languages", "Which languages? For several, write commas between: en, es", "en", _languages),
        _Question("papers", "Which papers for posters?", "arch-d, tabloid", _papers),
        _Question("prints", f"Who prints: {', '.join(PRINTERS)}?", "ourselves", _printer),
    )


def _require(question: _Question, answer: str) -> None:
    problem = question.check(answer)
    if problem:
        raise SopprintError([Diagnostic("SP903", f"--{question.key}: {problem}")], ExitCode.USAGE)


def _asked(console: Console, question: _Question) -> str:
    """Ask until the answer will do; the end of the input takes the default."""
    while True:
        shown = f" [{question.default}]" if question.default else ""
        console.say(f"{question.words}{shown}", level=-2)
        line = sys.stdin.readline()
        answer = line.strip() or question.default
        problem = question.check(answer) if answer else ""
        if not problem or not line:
            return "" if problem else answer
        console.say(f"  {problem}", level=-2)


def _name(answer: str) -> str:
    fits = 0 < len(answer) <= _LONGEST_NAME and answer.isprintable()
    return "" if fits else f"a name has at most {_LONGEST_NAME} letters"


def _logo(answer: str) -> str:
    from sopprint.draw import png, svg

    try:
        data = Path(answer).read_bytes()
        if data.startswith(png.SIGNATURE):
            png.size_of(data)
        else:
            svg.read(data)
    except OSError as failure:
        return f"cannot read {answer}: {failure.strerror}"
    except (svg.SvgError, png.PngError) as failure:
        return f"{answer}: {failure}"
    return ""


def _languages(answer: str) -> str:
    """A kit starts with all tools, so only what every one of them says will build; en+es is both on one poster."""
    from sopprint.resolve.library import Library

    library = Library.open()
    known = sorted(set.intersection(*(set(library.languages(tool)) for tool in library.folders)))
    named = listed(answer)
    if not named:
        return "name at least one"
    missing = [code for code in named if not _spoken(code, known)]
    return f"there are no words in {', '.join(missing)}; there are: {', '.join(known)}" if missing else ""


def _spoken(code: str, known: Sequence[str]) -> bool:
    parts = code.split("+")
    return len(parts) <= 2 and len(set(parts)) == len(parts) and set(parts) <= set(known)


def _papers(answer: str) -> str:
    if not listed(answer):
        return "name at least one"
    try:
        for name in listed(answer):
            paper(name)
    except PaperError as failure:
        return str(failure)
    return ""


def _printer(answer: str) -> str:
    return "" if answer in PRINTERS else f"write one of {', '.join(PRINTERS)}"


def listed(answer: str) -> tuple[str, ...]:
    """The parts of an answer with commas or blanks between."""
    return tuple(part for part in re.split(r"[\s,]+", answer) if part)


# ------------------------------------------------------------------------------------------------ the kit


def logo_name(answers: Answers) -> str:
    """What the logo is called in the kit; empty without one."""
    return f"logo{Path(answers.logo).suffix.lower()}" if answers.logo else ""


def filled_in(starter: str, answers: Answers) -> str:
    """The starter's sopprint.yaml with the answers in their lines, its remarks kept."""
    values: dict[str, str] = {
        "name": _quoted(answers.county),
        "languages": f"[{', '.join(listed(answers.languages))}]",
        "papers": f"[{', '.join(map(_quoted, listed(answers.papers)))}]",
        "targets": _TARGETS[answers.prints],
    }
    if answers.logo:
        values |= {"logo": logo_name(answers), "logo_alt": _quoted(f"{answers.county} logo")}
    text = _set(starter, values)
    if answers.prints != "ourselves":
        text = text.replace("# printing:\n#   shop: wide-format\n", f"printing:\n  shop: {SHOP}\n")
        text = re.sub(r"^#   runs:\n(?:#     .*\n)+", lambda runs: runs[0].replace("#   ", "  # "), text, flags=re.M)
    return text


def _set(text: str, values: Mapping[str, str]) -> str:
    """Give keys a value in the first line that has them, taking a remark's # away."""
    for key, value in values.items():
        line = re.search(rf"^(\s*)(?:# )?{key}: (?:\[[^\]]*\]|[^#\n]*?)( *)(#.*)?$", text, re.M)
        if line is not None:
            text = text[: line.start()] + _line(line, f"{key}: {value}") + text[line.end() :]
    return text


def _line(line: re.Match[str], setting: str) -> str:
    """The setting with the line's indent, and its remark in the column where it was."""
    kept = f"{line[1]}{setting}"
    if not line[3]:
        return kept
    column = line.start(3) - line.start()
    return f"{kept:<{max(column, len(kept) + 1)}}{line[3]}"


def _quoted(text: str) -> str:
    """As YAML reads it back, whatever stands in it."""
    if re.fullmatch(r"[A-Za-z][A-Za-z0-9 .'’-]*", text) and text.lower() not in {"true", "false", "null"}:
        return text
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
