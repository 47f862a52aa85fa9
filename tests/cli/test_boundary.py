"""However a command ends, its caller gets a documented number and, at most, a few lines."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from sopprint.cli import answer, commands
from sopprint.cli.spec import Command
from sopprint.diagnostics import Diagnostic
from sopprint.errors import ExitCode, SopprintError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def ending(monkeypatch: pytest.MonkeyPatch) -> Callable[[BaseException], None]:
    """Let every command end in this way."""

    def prepare(failure: BaseException) -> None:
        def run(_console: object) -> ExitCode:
            raise failure

        command = Command("list", "", (), run)
        monkeypatch.setattr("sopprint.cli.boundary.find", lambda _name: command)

    return prepare


@pytest.mark.parametrize(
    ("failure", "code"),
    [
        (SopprintError([Diagnostic("SP101", "no")]), 1),
        (SopprintError([Diagnostic("SP903", "no")], ExitCode.USAGE), 2),
        (PermissionError(13, "Permission denied", "out.pdf"), 3),
        (SopprintError([Diagnostic("SP901", "no")], ExitCode.VERIFY), 4),
        (ZeroDivisionError("division by zero"), 70),
        (RecursionError("deep"), 70),
        (KeyboardInterrupt(), 130),
    ],
)
def test_exit_codes(ending: Callable[[BaseException], None], failure: BaseException, code: int) -> None:
    ending(failure)
    assert answer(["list"]) == code


def test_a_bug_is_one_line(ending: Callable[[BaseException], None], capsys: pytest.CaptureFixture[str]) -> None:
    ending(ValueError("two\nlines"))
    answer(["list"])
    shown = capsys.readouterr()
    assert shown.err.count("\n") == 1
    assert "ValueError: two lines; run again with -v for the traceback" in shown.err
    assert shown.out == ""


def test_verbose_shows_the_traceback(
    ending: Callable[[BaseException], None], capsys: pytest.CaptureFixture[str]
) -> None:
    ending(ValueError("why"))
    assert answer(["list", "-v"]) == 70
    assert "Traceback" in capsys.readouterr().err


def test_unreadable_names_the_file(ending: Callable[[BaseException], None], capsys: pytest.CaptureFixture[str]) -> None:
    ending(OSError(28, "No space left on device", "out/a.pdf"))
    answer(["list"])
    assert capsys.readouterr().err == "error: out/a.pdf: No space left on device\n"


def test_findings_go_to_stderr(ending: Callable[[BaseException], None], capsys: pytest.CaptureFixture[str]) -> None:
    ending(SopprintError([Diagnostic("SP101", "a mistake", hints=("do this",))]))
    answer(["list"])
    shown = capsys.readouterr()
    assert "error[SP101] a mistake" in shown.err
    assert "do this" in shown.err
    assert shown.out == ""


def python(code: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env={**os.environ, **environment}, check=False
    )


def test_reader_that_goes_away() -> None:
    """As in `sopprint schema | head -c 1`: no traceback and no complaint at exit."""
    command = f"{sys.executable} -m sopprint schema | head -c 1; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert done.stdout.strip("{\n") in {"0", "3"}  # 0 where all of it fitted into the pipe first


HEAVY = ("reportlab", "yaml", "jinja2", "pikepdf", "PIL", "uharfbuzz", "rich", "jsonschema", "numpy", "cv2")


@pytest.mark.parametrize(
    ("argv", "also"),
    [
        (["--version"], ("typer", "msgspec", "inspect")),
        (["--help"], ()),
        (["poster", "--help"], ()),
        (["poster"], ()),
        (["explain", "SP001"], ("typer",)),
        (["schema", "kit"], ("typer",)),
    ],
)
def test_what_is_imported(argv: list[str], also: tuple[str, ...]) -> None:
    heavy = [*HEAVY, *also]
    code = f"""
import sys
from sopprint.cli import answer
answer({argv!r})
print(*(set(sys.modules) & set({heavy!r})), file=sys.stderr)
"""
    done = python(code)
    assert done.stderr.splitlines()[-1].strip() == ""


NOT_FOR_POSTERS = (
    "typer", "rich", "jinja2", "pikepdf", "markdown_it", "jsonschema", "reportlab.platypus", "xml.sax",
    "urllib.request", "http.client", "segno.writers", "typing_extensions", "difflib", "PIL.PngImagePlugin",
    "sopprint.model.guide", "sopprint.check",
)  # fmt: skip


def test_a_poster_imports_only_what_it_needs(tmp_path: Path) -> None:
    code = f"""
import sys
from sopprint.cli import answer
code = answer(["poster", "three-houses", "-q", "-o", {str(tmp_path / "poster.pdf")!r}])
print(int(code), "sopprint.pdf.painter" in sys.modules, *(set(sys.modules) & set({NOT_FOR_POSTERS!r})))
"""
    assert python(code).stdout.split() == ["0", "True"]


def test_the_process_ends_with_the_code_and_all_it_wrote(tmp_path: Path) -> None:
    def ended(*argv: str) -> subprocess.CompletedProcess[str]:
        return python(f"import sys; sys.argv[1:] = {argv!r}; from sopprint.cli import main; main()")

    shown = ended("schema", "tool")
    assert shown.returncode == 0
    assert shown.stdout.endswith("}\n")
    wrong = ended("poster", "three-house", "-o", str(tmp_path / "poster.pdf"))
    assert wrong.returncode == 2
    assert "did you mean three-houses?" in wrong.stderr


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs a device that is always full")  # noqa: PTH110
def test_what_cannot_be_written_to_the_standard_output_is_an_exit_code() -> None:
    full = "import sys; sys.stdout = open('/dev/full', 'w'); sys.argv[1:] = ['--version']"
    assert python(f"{full}; from sopprint.cli import main; main()").returncode == 3


def test_every_command_is_imported_alone() -> None:
    done = python("import sys; from sopprint.cli import commands as c; c.find('explain'); print(*sys.modules)")
    loaded = {name for name in done.stdout.split() if name.startswith("sopprint.cli.")}
    assert loaded == {"sopprint.cli.commands", "sopprint.cli.explain", "sopprint.cli.choose", "sopprint.cli.spec"}


def test_version_both_ways(capsys: pytest.CaptureFixture[str]) -> None:
    from sopprint import __version__

    for argv in (["--version"], ["-q", "--version"]):
        assert answer(argv) == 0
        assert capsys.readouterr().out == f"sopprint {__version__}\n"


def test_completion_offers_tools_papers_and_commands(tmp_path: Path) -> None:
    def offered(line: str) -> set[str]:
        words = line.split(" ")
        done = python(
            "import sys; sys.argv=['sopprint']; from sopprint.cli import main; main()",
            _SOPPRINT_COMPLETE="complete_bash", COMP_WORDS=line, COMP_CWORD=str(len(words) - 1),
        )  # fmt: skip
        return set(done.stdout.split())

    assert "poster" in offered("sopprint po")
    assert {"arch-d", "arch-e"} <= offered("sopprint poster three-houses --paper arch-")
    assert "three-houses" in offered("sopprint poster three")
    assert "en" in offered("sopprint poster three-houses --lang ")


def test_command_table_is_complete() -> None:
    assert all(commands.find(name) for name in commands.NAMES)
    assert commands.find("__init__") is None
