"""The quick reader answers as Typer would, or not at all."""

from __future__ import annotations

import inspect

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sopprint.cli import commands
from sopprint.cli.app import understand
from sopprint.cli.parse import parse
from sopprint.cli.spec import Command, Invocation, Parameter
from sopprint.errors import ExitCode

COMMANDS: list[Command] = [found for name in commands.NAMES if (found := commands.find(name))]
TEXTS = st.sampled_from(
    ["three-houses", "arch-d", "", "12", "0", "007", "-3", "x=y", "-", "--", "a b", "über", "²", "+1"]
)


def value_of(parameter: Parameter) -> st.SearchStrategy[str]:
    return st.one_of(st.sampled_from(parameter.choices), TEXTS) if parameter.choices else TEXTS


def written(parameter: Parameter) -> st.SearchStrategy[list[str]]:
    if not parameter.flags:
        return value_of(parameter).map(lambda text: [text])
    flag = st.sampled_from(parameter.flags)
    if parameter.kind == "switch":
        return flag.map(lambda f: [f])
    apart = st.tuples(flag, value_of(parameter)).map(list)
    joined = st.tuples(flag, value_of(parameter)).map("=".join).map(lambda token: [token])
    return st.one_of(apart, joined)


@st.composite
def command_lines(draw: st.DrawFn) -> list[str]:
    command = draw(st.sampled_from(COMMANDS))
    noise = st.sampled_from([["-v"], ["-q"], ["-vv"], ["-qv"], ["--nonsense"], ["-h"], ["extra"], []])
    pieces = [draw(written(p)) for p in command.parameters if p.required or draw(st.integers(0, 4)) == 0]
    pieces += [draw(noise) for _ in range(draw(st.integers(0, 1)))]
    tail = [token for piece in draw(st.permutations(pieces)) for token in piece]
    return [*draw(st.sampled_from([[], [], ["-v"], ["-q"]])), command.name, *tail]


@settings(max_examples=400, deadline=None)
@given(command_lines())
def test_agrees_with_typer(argv: list[str]) -> None:
    quick = parse(argv, commands.find)
    if quick is not None:
        assert understand(argv) == quick


@pytest.mark.parametrize(
    "line",
    [
        "poster three-houses",
        "poster three-houses --paper=a1 --lang es -o out.pdf --force",
        "poster --set red=off --set path=off safety-house -o -",
        "-v list --json",
        "check a b c --format short --strict -q",
        "new tool my-tool",
        "schema",
        "build kit --jobs 2 --only house",
    ],
)
def test_plain_lines_need_no_typer(line: str) -> None:
    argv = line.split()
    quick = parse(argv, commands.find)
    assert isinstance(quick, Invocation)
    assert understand(argv) == quick


@pytest.mark.parametrize(
    "line",
    ["", "--help", "poster", "poster -h", "poster x --paper", "poster x --paper a1 --paper a2", "poster x -ofile",
     "poster x y", "build --jobs two", "schema tols", "poster x --force=1", "poster -- x", "nonsense", "list -vvv"],
)  # fmt: skip
def test_declines_what_it_is_not_sure_of(line: str) -> None:
    assert parse(line.split(), commands.find) is None


def test_values_and_loudness() -> None:
    found = parse(["poster", "safety-house", "--set", "red=off", "-v", "--set", "path=on", "-v"], commands.find)
    assert found is not None
    assert found.verbosity == 2
    assert found.values["changes"] == ("red=off", "path=on")
    assert found.values["sheet"] == "arch-d"
    assert found.values["output"] is None
    assert found.values["force"] is False


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_declaration_fits_its_function(command: Command) -> None:
    taken = [p for p in inspect.signature(command.run).parameters.values() if p.kind is inspect.Parameter.KEYWORD_ONLY]
    assert {p.name for p in taken} == {p.name for p in command.parameters}


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_help_names_every_parameter(command: Command, capsys: pytest.CaptureFixture[str]) -> None:
    assert understand([command.name, "--help"]) == ExitCode.OK
    text = capsys.readouterr().out
    assert all(flag in text for p in command.parameters for flag in p.flags)
    assert command.help in text


def test_wrong_usage_suggests(capsys: pytest.CaptureFixture[str]) -> None:
    assert understand(["postr"]) == ExitCode.USAGE
    assert "Did you mean 'poster'" in capsys.readouterr().err
    assert understand(["new", "tol", "x"]) == ExitCode.USAGE
    assert understand([]) == ExitCode.USAGE
