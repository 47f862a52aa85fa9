"""`sopprint photo`, from the command line to the files in the folder."""

from __future__ import annotations

import ast
import io
import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PIL import Image

from sopprint.cli import answer
from sopprint.photo import read
from tests.photo.simulate import Glare, Scene, photograph
from tests.photo.stubs import Poster, blank

if TYPE_CHECKING:
    from collections.abc import Callable

    Asked = Callable[..., tuple[int, str, str]]

PACKAGE = Path(__file__).parents[2] / "sopprint"
NETWORK = {"socket", "ssl", "http", "urllib", "requests", "httpx", "ftplib", "smtplib", "asyncio"}


@pytest.fixture
def asked(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Asked:
    monkeypatch.chdir(tmp_path)

    def run(*argv: str) -> tuple[int, str, str]:
        code = answer(argv)
        shown = capsys.readouterr()
        return int(code), shown.out, shown.err

    return run


@pytest.fixture(scope="module")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Photographs as a phone writes them, with the family's name in names and metadata, and files that are none."""
    folder = tmp_path_factory.mktemp("camera")
    exif = Image.Exif()
    exif[0x010F] = "SmithPhone"
    exif.get_ifd(0x8825)[1] = "N"
    scenes = {
        "Smith 1": Scene(megapixels=3.0, pan=-10.0, ink_seed=5, glares=(Glare(0.2, 0.6, 120.0),)),
        "Smith 2": Scene(megapixels=3.0, pan=12.0, ink_seed=5, seed=2, glares=(Glare(0.8, 0.4, 120.0),)),
    }
    for name, scene in scenes.items():
        save(folder / f"{name}.jpg", photograph(blank("safety-house"), scene).photo.pixels, exif)
    (folder / "broken.jpg").write_bytes((folder / "Smith 1.jpg").read_bytes()[:9000])
    save(folder / "wall.jpg", np.full((600, 800, 3), 200, np.uint8), exif)
    return folder


def save(path: Path, pixels: np.ndarray, exif: Image.Exif) -> None:
    Image.fromarray(pixels).save(path, quality=92, exif=exif, comment=b"SmithComment")


# ------------------------------------------------------------------------------------------ all of it


def test_two_photographs_become_one_record(asked: Asked, pictures: Path, tmp_path: Path) -> None:
    photos = [str(pictures / f"Smith {n}.jpg") for n in (1, 2)]
    code, out, err = asked("photo", *photos, "--out", "record", "--json")
    data = json.loads(out)
    (poster,) = data["posters"]
    assert code == 0, err
    assert data["unused"] == []
    assert (poster["tool"], poster["language"], poster["paper"], poster["photos"]) == (
        "safety-house",
        "en",
        "arch-d",
        2,
    )
    assert {z["zone"]: z["reason"] for z in poster["zones"] if z["hidden"]} == {"red": "private"}
    files = {f.name: f.read_bytes() for f in (tmp_path / "record").iterdir()}
    assert sorted(files) == sorted(f["name"] for f in poster["files"])
    assert len(files["safety-house-2026.1-en-p1.jpg"]) < 2_000_000
    assert no_trace(files, pictures)
    assert "Smith" not in out + err

    again, _, _ = asked("photo", *photos, "--out", "record")  # the same bytes are no conflict
    assert again == 0
    code, _, err = asked("photo", photos[0], "--out", "record", "--format", "jpg")
    assert (code, "SP708" in err) == (3, True)


def no_trace(files: dict[str, bytes], pictures: Path) -> bool:
    """Nothing of the photographs' files is in any output: no metadata and no run of their bytes."""
    originals = [(pictures / f"Smith {n}.jpg").read_bytes() for n in (1, 2)]
    runs = {original[at : at + 24] for original in originals for at in range(700, len(original) - 24, 997)}
    for data in files.values():
        assert b"Smith" not in data
        assert b"Exif" not in data
        assert not any(run in data for run in runs)
    return True


def test_people_are_told_what_to_do_and_what_is_hidden(asked: Asked, pictures: Path) -> None:
    code, out, err = asked(
        "photo", str(pictures / "Smith 1.jpg"), "--format", "jpg", "--hide", "inside", "--limit", "300KB"
    )
    assert out == ""
    assert "The Safety House, edition 2026.1, en, arch-d landscape: 1 photo" in err
    assert "hidden: Red circle (always kept off photographs" in err
    assert "hidden: Inside the house (asked for with --hide)" in err
    assert "glare hides" in err
    assert "take one more" in err
    assert code == 1  # made, but something must be looked at
    written = list(Path().glob("*"))
    assert [f.name for f in written] == ["safety-house-2026.1-en-p1.jpg"]
    assert written[0].stat().st_size <= 300_000


def test_one_bad_picture_does_not_stop_the_others(asked: Asked, pictures: Path) -> None:
    broken, wall = str(pictures / "broken.jpg"), str(pictures / "wall.jpg")
    code, out, err = asked("photo", broken, wall, str(pictures / "Smith 2.jpg"), "--format", "ink", "--json")
    data = json.loads(out)
    assert code == 1
    assert len(data["posters"]) == 1
    assert [u["code"] for u in data["unused"]] == ["SP703", "no-code"]
    assert [u["message"][:7] for u in data["unused"]] == ["photo 1", "photo 2"]
    assert "error[SP703] the picture is damaged" in err


def test_nothing_usable(asked: Asked, pictures: Path) -> None:
    code, _, err = asked("photo", str(pictures / "wall.jpg"))
    assert code == 3
    assert "name it, as in --tool three-houses" in err
    assert list(Path().glob("*")) == []


# ------------------------------------------------------------------------------------------ usage


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--format", "gif"), "“gif” is no output"),
        (("--limit", "5"), "is not a limit"),
        (("--limit", "1KB"), "is not a limit"),
        (("--paper", "letterr"), "did you mean letter"),
        (("--tool", "three-house"), "three-houses"),
        (("--tool", "three-houses", "--edition", "1999.1"), "not 1999.1"),
        (("--out", "file.txt"), "is a file"),
    ],
)
def test_mistakes_on_the_command_line(asked: Asked, pictures: Path, options: tuple[str, ...], said: str) -> None:
    Path("file.txt").write_text("mine")
    code, _, err = asked("photo", str(pictures / "wall.jpg"), *options)
    assert code == 2
    assert said in err
    assert Path("file.txt").read_text() == "mine"


def test_a_zone_that_no_poster_has(asked: Asked, pictures: Path) -> None:
    code, _, err = asked("photo", str(pictures / "Smith 1.jpg"), "--hide", "rde")
    assert code == 2
    assert "did you mean red?" in err
    assert list(Path().glob("*")) == []


def test_a_picture_is_needed(asked: Asked) -> None:
    assert asked("photo")[0] == 2


def test_too_many(asked: Asked, pictures: Path) -> None:
    code, _, err = asked("photo", *[str(pictures / "wall.jpg")] * 25)
    assert (code, "SP706" in err) == (2, True)


def test_without_the_extra_it_says_how_to_get_it(asked: Asked, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read, "find_spec", lambda name: None if name == "cv2" else object())
    code, _, err = asked("photo", "a.jpg")
    assert code == 2
    assert "pip install 'sopprint[photo]'" in err
    assert "opencv-python-headless" in err


def test_strict_counts_warnings(asked: Asked, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is ticked under “OK to share”: a warning."""
    from sopprint.photo import session

    monkeypatch.setattr(session, "work", lambda *_: iter([Poster("safety-house").filled()]))
    assert asked("photo", "a.jpg", "--format", "jpg", "--force")[0] == 0
    assert asked("photo", "a.jpg", "--format", "jpg", "--force", "--strict")[0] == 1


# ------------------------------------------------------------------------------------------ what others pay, and see


def test_no_other_command_loads_anything_of_it() -> None:
    script = (
        "import sys; from sopprint.cli import answer; answer(['poster', 'three-houses', '-o', '-']);"
        "answer(['photo', '--help']); sys.stderr.write(' '.join(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)
    loaded = set(done.stderr.decode().split())
    assert not {"cv2", "numpy", "pillow_heif", "pikepdf", "pypdfium2"} & loaded
    assert not [name for name in loaded if name.startswith("sopprint.photo")]


def test_nothing_here_can_reach_a_network() -> None:
    for module in (PACKAGE / "photo").rglob("*.py"):
        nodes = list(ast.walk(ast.parse(module.read_text(encoding="utf-8"))))
        names = {a.name.split(".")[0] for n in nodes if isinstance(n, ast.Import) for a in n.names}
        names |= {n.module.split(".")[0] for n in nodes if isinstance(n, ast.ImportFrom) and n.module}
        assert not names & NETWORK, module


def test_upright_again_when_held_upside_down(asked: Asked, tmp_path: Path) -> None:
    taken = photograph(blank("three-houses"), Scene(megapixels=2.0, turn=180.0)).photo
    Image.fromarray(taken.pixels).save("down.png")
    code, _, err = asked("photo", "down.png", "--format", "jpg", "--archive", "--grey")
    assert code in (0, 1), err
    shown = np.asarray(Image.open(io.BytesIO((tmp_path / "three-houses-2026.1-en-p1.jpg").read_bytes())).convert("L"))
    height, width = shown.shape
    corner = shown[: height // 8, : width // 12]  # the top left mark is the darkest thing there
    assert corner.min() < 60
    assert abs(width / height - 1.5) < 0.01
