"""`sopprint package`, and guides and kits for print shops, end to end."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from shutil import copytree

import pikepdf
import pytest

from sopprint.cli import answer

Asked = Callable[..., tuple[int, str, str]]
EXAMPLE = Path(__file__).parent.parent.parent / "examples" / "county-kit"
RUNS = """
printing:
  shop: offset
  job: Wall kit
  budget: 77-1
  runs:
    - {product: poster, copies: 12, tools: [three-houses], papers: [tabloid]}
"""


@pytest.fixture
def asked(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Asked:
    monkeypatch.chdir(tmp_path)

    def run(*argv: str) -> tuple[int, str, str]:
        code = answer(argv)
        shown = capsys.readouterr()
        return int(code), shown.out, shown.err

    return run


@pytest.fixture
def kit(tmp_path: Path) -> Path:
    """The example county's kit with an order for its shop."""
    folder = Path(copytree(EXAMPLE, tmp_path / "kit"))
    text = (folder / "sopprint.yaml").read_text(encoding="utf-8").replace(", three-houses/teen", "")
    own = re.sub(r"^printing:.*\n(?:[ ].*\n)*", "", text, flags=re.MULTILINE)
    (folder / "sopprint.yaml").write_text(own + RUNS, encoding="utf-8")
    return folder


def test_a_kit_s_order_is_packed_for_its_shop(kit: Path, asked: Asked) -> None:
    code, out, err = asked("package", str(kit))
    assert (code, out) == (0, "")
    assert err.splitlines()[-1].startswith("wall-kit-offset  1 print file, ")
    (item,) = json.loads(Path("wall-kit-offset/job.json").read_text(encoding="utf-8"))["items"]
    assert (item["job"], item["shop"], item["terms"]["quantity"], item["terms"]["budget"]) == (
        "Wall kit", "Offset printer", 12, "77-1",
    )  # fmt: skip
    name = item["art"]["file"]
    assert name == "wall-kit-three-houses-en-17x11in-bleed0.125in-cmyk-pdfx4.pdf"
    with pikepdf.open(f"wall-kit-offset/print/{name}") as pdf:
        assert pdf.docinfo.GTS_PDFXVersion == "PDF/X-4"
    assert Path(f"wall-kit-offset/pictures/{name.removesuffix('.pdf')}.png").read_bytes().startswith(b"\x89PNG")


def test_tools_are_packed_in_a_zip_that_is_the_same_every_time(asked: Asked) -> None:
    again = ("package", "three-houses", "--paper", "tabloid", "--job", "Once", "--shop", "copy-center", "-o", "a.zip")
    assert asked(*again)[0] == 0
    first = Path("a.zip").read_bytes()
    assert asked(*again)[0] == 0  # its own, replaced without --force
    assert Path("a.zip").read_bytes() == first
    with zipfile.ZipFile("a.zip") as made:
        assert "a/print/once-three-houses-en-17x11in-nobleed-cmyk-pdfx4.pdf" in made.namelist()


def test_an_old_standard_can_be_asked_for(asked: Asked) -> None:
    code, _, _ = asked("package", "three-houses", "--paper", "tabloid", "--job", "Once", "--pdfx", "x1a", "-o", "out")
    assert code == 0
    (file,) = Path("out/print").iterdir()
    assert file.name.endswith("-cmyk-pdfx1a.pdf")
    (item,) = json.loads(Path("out/job.json").read_text(encoding="utf-8"))["items"]
    assert item["art"]["standard"] == "PDF/X-1a:2003"


def test_packing_again_removes_what_it_made_before_and_nothing_else(asked: Asked) -> None:
    pack = ("package", "three-houses", "--paper", "tabloid", "-o", "out")
    assert asked(*pack, "--job", "First")[0] == 0
    before = {path.relative_to("out").as_posix() for path in Path("out").rglob("*.*")}
    note = Path("out/from-the-shop.txt")
    note.write_text("proof approved", encoding="utf-8")
    (changed,) = Path("out/pictures").iterdir()
    changed.write_bytes(b"drawn on")
    assert asked(*pack, "--job", "Second")[0] == 0
    after = {path.relative_to("out").as_posix() for path in Path("out").rglob("*.*")}
    assert {name.split("/")[0] for name in before - after} == {"print", "tickets"}
    assert note.exists()
    assert changed.exists()  # somebody worked on it


def test_a_folder_of_other_things_is_left_alone(asked: Asked, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "README.txt").write_text("mine", encoding="utf-8")
    (tmp_path / "mine.zip").write_bytes(b"PK\3\4 mine")
    for target in ("out", "mine.zip"):
        code, _, err = asked("package", "three-houses", "-o", target)
        assert (code in (2, 3), "SP902" in err) == (True, True)
    assert (tmp_path / "out" / "README.txt").read_text(encoding="utf-8") == "mine"
    assert (tmp_path / "mine.zip").read_bytes() == b"PK\3\4 mine"


def test_sums_of_a_stranger_cannot_reach_outside_the_folder(asked: Asked, tmp_path: Path) -> None:
    from hashlib import sha256

    outside = tmp_path / "outside.txt"
    outside.write_bytes(b"keep")
    (tmp_path / "out").mkdir()
    sums = f"{sha256(b'keep').hexdigest()}  ../outside.txt\n"
    (tmp_path / "out" / "SHA256SUMS").write_text(sums, encoding="utf-8")
    assert asked("package", "three-houses", "--paper", "tabloid", "-o", "out")[0] == 0
    assert outside.read_bytes() == b"keep"


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (("three-huts",), "did you mean three-houses"),
        (("three-houses", "--shop", "nobody"), "there is no shop"),
        (("three-houses", "--paper", "lettre"), "did you mean letter"),
        ((str(EXAMPLE), "--kit", str(EXAMPLE)), "a kit is packed by itself"),
        ((), "there is no sopprint.yaml"),
    ],
)
def test_wrong_wishes(asked: Asked, tmp_path: Path, argv: tuple[str, ...], said: str) -> None:
    code, out, err = asked("package", *argv)
    assert (code, out) == (2, "")
    assert said in err
    assert list(tmp_path.iterdir()) == []


# ------------------------------------------------------------------------------------------------ guides and kits


def test_a_guide_for_the_shop(asked: Asked) -> None:
    code, out, err = asked("guide", "three-houses", "--for", "print-shop", "--shop", "offset")
    assert (code, out) == (0, "")
    assert "paper cut to 5.5 × 8.5 in, printed on 7 × 10 in" in err
    assert "laminated" not in err
    with pikepdf.open("three-houses-guide-half-letter-en-offset-x4.pdf") as pdf:
        assert len(pdf.pages) == 20


def test_a_quick_guide_for_the_shop(asked: Asked) -> None:
    assert asked("quick-guide", "three-houses", "--for", "print-shop", "-o", "q.pdf")[0] == 0
    with pikepdf.open("q.pdf") as pdf:
        assert [float(n) for n in pdf.pages[1].trimbox] == [63, 63, 675, 855]


@pytest.mark.parametrize(
    ("options", "said"),
    [(("--booklet", "--for", "print-shop"), "leave it out"), (("--shop", "offset"), "--for print-shop"),
     (("--booklet", "--pdfx", "x4"), "--for print-shop")],
)  # fmt: skip
def test_options_of_a_guide_that_exclude_each_other(asked: Asked, options: tuple[str, ...], said: str) -> None:
    code, _, err = asked("guide", "three-houses", *options)
    assert code == 2
    assert said in err
    assert not list(Path().iterdir())


def test_a_kit_is_built_for_its_shop_without_booklets(kit: Path, asked: Asked) -> None:
    code, _, err = asked("build", str(kit), "--for", "print-shop", "--only", "three-houses", "-o", "out")
    assert code == 0, err
    made = {path.name for path in Path("out").glob("*.pdf")}
    assert "three-houses-tabloid-landscape-en-offset-x4.pdf" in made
    assert "three-houses-guide-half-letter-en-offset-x4.pdf" in made
    assert all(name.endswith("-offset-x4.pdf") and "booklet" not in name for name in made)


def test_building_for_a_shop_that_is_not_there(kit: Path, asked: Asked) -> None:
    assert asked("build", str(kit), "--for", "print-shop", "--shop", "nobody")[0] == 2
    assert asked("build", str(kit), "--shop", "offset")[0] == 2
