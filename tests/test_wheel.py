"""The wheel holds everything: installed where no checkout is in sight, it makes a poster."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def run(*argv: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    done = subprocess.run([str(a) for a in argv], cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:] + done.stdout[-2000:]
    return done


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pytest.importorskip("hatchling", reason="building without network needs hatchling")
    out = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", out, ROOT, cwd=out)
    return next(out.glob("*.whl"))


def test_holds_layouts_templates_and_licences(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    shipped = {
        f"sopprint/_data/{file.relative_to(ROOT).as_posix()}"
        for top in ("layouts", "templates")
        for file in (ROOT / top).rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    }
    assert shipped
    assert shipped <= names
    assert "sopprint/py.typed" in names
    assert not [name for name in names if "tests/" in name or name.endswith(".pyc")]
    assert {Path(name).name for name in names if "/licenses/" in name} >= {"LICENSE", "CC-BY-4.0.txt", "OFL-1.1.txt"}


def test_makes_a_poster_where_it_is_installed(wheel: Path, tmp_path: Path) -> None:
    venv = tmp_path / "venv"
    run(sys.executable, "-m", "venv", "--without-pip", venv, cwd=tmp_path)
    python = venv / "bin" / "python"
    run(
        sys.executable, "-m", "pip", "--python", python, "install", "-q", "--no-deps", "--no-index", wheel, cwd=tmp_path
    )
    site = Path(run(python, "-c", "import site; print(site.getsitepackages()[0])", cwd=tmp_path).stdout.strip())
    # The libraries come from the running environment; our own package must not. A path file's folders come after the
    # venv's own, and path files in them (an editable install is one) are not followed.
    (site / "libraries.pth").write_text(f"{Path(pytest.__file__).parent.parent}\n")
    code = "import sopprint; print(sopprint.__file__)"
    assert run(python, "-c", code, cwd=tmp_path).stdout.startswith(str(venv))
    run(venv / "bin" / "sopprint", "poster", "three-houses", "-o", "a.pdf", cwd=tmp_path)
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF-")
    run(venv / "bin" / "sopprint", "new", "tool", "own", cwd=tmp_path)
    run(venv / "bin" / "sopprint", "poster", "own", "-o", "own.pdf", cwd=tmp_path)
