"""The tree is the architecture: rooms import only to the right, and each library has one home."""

from __future__ import annotations

import ast
import statistics
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "sopprint"
HOMES = {
    "reportlab": ("pdf/",),
    "pikepdf": ("pdf/", "press/"),
    "typer": ("cli/",),
    "rich": ("cli/",),
    "jinja2": ("source/template.py",),
    "yaml": ("source/",),
    "uharfbuzz": ("text/", "pdf/"),
    "pypdfium2": ("preview.py", "photo/"),
    "pillow_heif": ("photo/",),
    "cv2": ("photo/",),
    "numpy": ("photo/",),
}
# what a room's modules may weigh, in lines (the house rules; tables of data may be longer)
LONGEST_MODULE, LONGEST_FUNCTION = 450, 60
MEDIAN_MODULE, MEDIAN_FUNCTION = 150, 10
TABLES = {"icons.py", "elements.py"}


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def imported(module: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module.split(".")[0])
    return names


def test_layers_hold() -> None:
    command = [
        sys.executable,
        "-c",
        "from importlinter.cli import lint_imports_command; lint_imports_command()",
        "--no-cache",
    ]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-1000:]


def test_every_room_is_in_the_layers() -> None:
    contract = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"][0]
    named = {part.strip(" ()") for layer in contract["layers"] for part in layer.split(":")}
    rooms = {path.stem for path in PACKAGE.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()}
    assert rooms - {"__init__", "__main__"} <= named


@pytest.mark.parametrize("library", HOMES)
def test_library_stays_at_home(library: str) -> None:
    at = {module.relative_to(PACKAGE).as_posix() for module in modules() if library in imported(module)}
    strays = {name for name in at if not name.startswith(HOMES[library])}
    assert not strays


def functions(module: Path) -> list[ast.FunctionDef]:
    return [n for n in ast.walk(ast.parse(module.read_text(encoding="utf-8"))) if isinstance(n, ast.FunctionDef)]


def test_modules_are_small() -> None:
    sizes = {m.relative_to(ROOT).as_posix(): m.read_text(encoding="utf-8").count("\n") for m in modules()}
    assert not {name: n for name, n in sizes.items() if n > LONGEST_MODULE and Path(name).name not in TABLES}
    assert statistics.median(sizes.values()) <= MEDIAN_MODULE


def test_functions_are_small() -> None:
    sizes = {
        f"{m.relative_to(ROOT)}:{f.lineno} {f.name}": (f.end_lineno or 0) - f.lineno + 1
        for m in modules()
        for f in functions(m)
    }
    assert not {name: n for name, n in sizes.items() if n > LONGEST_FUNCTION}
    assert statistics.median(sizes.values()) <= MEDIAN_FUNCTION


def test_every_module_says_what_it_is_for() -> None:
    silent = [m for m in modules() if not ast.get_docstring(ast.parse(m.read_text(encoding="utf-8")))]
    assert not silent
