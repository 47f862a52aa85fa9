"""The quick reader of command lines: understands plain, correct ones and leaves all others to `app.py`.

It never reports a mistake and never guesses: whatever it is not sure of (help, short flags run together, an option
given twice, a value that looks like a flag) it declines by returning None. A test holds that where it does answer,
it answers as Typer would.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopprint.cli.spec import Command, Invocation, Parameter, Value

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

LOUDNESS = {"-q": -1, "--quiet": -1, "-v": 1, "--verbose": 1, "-vv": 2}


class _DeclinedError(Exception):
    """This reader is not sure."""


def parse(argv: Sequence[str], find: Callable[[str], Command | None]) -> Invocation | None:
    """Read a command line without the program's name; `find` looks a command up. None: ask Typer."""
    loudness, rest = _split_loudness(argv)
    command = find(rest[0]) if rest else None
    if command is None:
        return None
    try:
        return Invocation(command, _values(command, rest[1:]), loudness)
    except _DeclinedError:
        return None


def _split_loudness(argv: Sequence[str]) -> tuple[int, list[str]]:
    """-q and -v may stand before or after the command."""
    rest = [token for token in argv if token not in LOUDNESS]
    return sum(LOUDNESS.get(token, 0) for token in argv), rest


def _values(command: Command, tokens: Sequence[str]) -> dict[str, Value]:
    flags = {flag: parameter for parameter in command.parameters for flag in parameter.flags}
    seen: dict[str, list[str]] = {}
    positional: list[str] = []
    waiting = iter(tokens)
    for token in waiting:
        if not token.startswith("-"):
            positional.append(token)
            continue
        flag, equals, joined = token.partition("=")
        parameter = flags.get(flag)
        if parameter is None or (equals and (parameter.kind == "switch" or not flag.startswith("--"))):
            raise _DeclinedError
        text = "" if parameter.kind == "switch" else joined if equals else _following(waiting)
        seen.setdefault(parameter.name, []).append(text)
    seen.update(_placed([p for p in command.parameters if not p.flags], positional))
    return {p.name: _value(p, seen.get(p.name)) for p in command.parameters}


def _following(tokens: object) -> str:
    value = next(tokens, None)  # type: ignore[call-overload]
    if not isinstance(value, str) or (value.startswith("-") and value != "-"):
        raise _DeclinedError
    return value


def _placed(parameters: Sequence[Parameter], given: Sequence[str]) -> dict[str, list[str]]:
    """Hand out positional values in order; a parameter that takes many is the last one and takes the rest."""
    placed: dict[str, list[str]] = {}
    left = list(given)
    for parameter in parameters:
        take = len(left) if parameter.kind == "many" else 1
        if left:
            placed[parameter.name], left = left[:take], left[take:]
    if left:
        raise _DeclinedError
    return placed


def _value(parameter: Parameter, texts: list[str] | None) -> Value:
    if texts is None:
        if parameter.required:
            raise _DeclinedError
        return parameter.start
    if parameter.kind == "many":
        return tuple(texts)
    if len(texts) > 1:
        raise _DeclinedError
    return True if parameter.kind == "switch" else _single(parameter, texts[0])


def _single(parameter: Parameter, text: str) -> Value:
    if parameter.choices and text not in parameter.choices:
        raise _DeclinedError
    if parameter.kind != "number":
        return text
    if not (text.isascii() and text.isdigit()):
        raise _DeclinedError
    return int(text)
