"""The Typer program, made from the declarations: help, usage mistakes with suggestions, shell completion.

Purpose: everything about a command line that is not plain and correct. It runs nothing: what it understands comes
back as an `Invocation`, the same value that `parse.py` gives, so that there is one place where commands start.
Without Rich: plain text wraps well, and Rich costs 90 ms.
"""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Annotated, Any, Literal, cast

import typer
from typer.exceptions import TyperException
from typer.main import get_command

from sopprint import __version__
from sopprint.cli import commands
from sopprint.cli.complete import candidates
from sopprint.cli.spec import Command, Invocation, Parameter
from sopprint.errors import ExitCode

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from sopprint.cli.spec import Completes

_EPILOG = (
    "Exit codes: 0 fine, 1 the documents have errors, 2 wrong usage, 3 cannot read or write, "
    "4 written but failed verification, 70 bug, 130 interrupted."
)
_SETTINGS: dict[Any, Any] = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


def understand(argv: Sequence[str]) -> Invocation | ExitCode:
    """Read a command line with Typer; an exit code where help was shown or a mistake was reported."""
    try:
        result = get_command(program()).main(list(argv), prog_name="sopprint", standalone_mode=False)
    except TyperException as mistake:
        cast("Any", mistake).show()
        return ExitCode.USAGE
    return result if isinstance(result, Invocation) else ExitCode(int(result or 0))


def program() -> typer.Typer:
    """The whole command tree."""
    app = typer.Typer(
        name="sopprint",
        no_args_is_help=True,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings=_SETTINGS,
    )
    app.callback(epilog=_EPILOG)(_outer)
    for name in commands.NAMES:
        command = cast("Command", commands.find(name))
        app.command(name, help=command.help, context_settings=_SETTINGS)(_shaped(command))
    return app


_Louder = Annotated[
    int,
    typer.Option("-v", "--verbose", count=True, show_default=False, help="Say more; with a bug, show the traceback."),
]
_Quieter = Annotated[int, typer.Option("-q", "--quiet", count=True, show_default=False, help="Say less.")]


def _version(*, wanted: bool) -> None:
    if wanted:
        typer.echo(f"sopprint {__version__}")
        raise typer.Exit


def _outer(
    ctx: typer.Context,
    *,
    verbose: _Louder = 0,
    quiet: _Quieter = 0,
    _wanted: Annotated[
        bool,
        typer.Option(
            "--version", is_eager=True, callback=lambda wanted: _version(wanted=wanted), help="Show the version."
        ),
    ] = False,
) -> None:
    """Posters and guides for Safety Organized Practice: from YAML to finished, accessible PDF."""
    ctx.obj = verbose - quiet


def _shaped(command: Command) -> Callable[..., Invocation]:
    """A function with the signature Typer reads a command from; it only hands back what was understood."""

    def invoked(ctx: typer.Context, *, verbose: int, quiet: int, **values: Any) -> Invocation:
        given = {p.name: _given(p, values[p.name]) for p in command.parameters}
        return Invocation(command, given, (ctx.obj or 0) + verbose - quiet)

    kinds: dict[str, Any] = {p.name: _annotation(p) for p in command.parameters}
    kinds |= {"verbose": _Louder, "quiet": _Quieter, "ctx": typer.Context}
    starts = {p.name: p.default for p in command.parameters if not p.required} | {"verbose": 0, "quiet": 0}
    invoked.__annotations__ = kinds
    cast("Any", invoked).__signature__ = inspect.Signature(tuple(_keywords(kinds, starts)))
    return invoked


def _keywords(kinds: dict[str, Any], starts: dict[str, Any]) -> Iterator[inspect.Parameter]:
    for name, kind in kinds.items():
        start = starts.get(name, inspect.Parameter.empty)
        yield inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, annotation=kind, default=start)


def _given(parameter: Parameter, value: Any) -> Any:
    if parameter.kind == "many":
        return tuple(value or ())
    return parameter.start if value is None else value


def _annotation(parameter: Parameter) -> Any:
    shared: dict[str, Any] = {"help": parameter.help, "metavar": parameter.metavar}
    if parameter.completes is not None:
        shared["autocompletion"] = _offering(parameter.completes)
    if parameter.flags:
        info: Any = typer.Option(*parameter.flags, show_default=parameter.default not in (None, False), **shared)
    else:
        info = typer.Argument(show_default=False, **shared)
    return Annotated[_type(parameter), info]


def _type(parameter: Parameter) -> Any:
    kinds: dict[str, Any] = {"number": int, "switch": bool, "many": list[str]}
    one = Literal[parameter.choices] if parameter.choices else kinds.get(parameter.kind, str)
    return one if parameter.required or parameter.kind == "switch" else one | None


def _offering(kind: Completes) -> Callable[[str], list[tuple[str, str]]]:
    def offer(incomplete: str) -> list[tuple[str, str]]:
        return [(value, note) for value, note in candidates(kind) if value.startswith(incomplete)]

    offer.__annotations__ = {"incomplete": str}
    return offer
