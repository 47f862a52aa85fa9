"""`sopprint shop`, and what `sopprint poster` says and writes for a print shop."""

from __future__ import annotations

import json
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from sopprint.cli import answer

Asked = Callable[..., tuple[int, str, str]]


@pytest.fixture
def asked(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Asked:
    monkeypatch.chdir(tmp_path)

    def run(*argv: str) -> tuple[int, str, str]:
        code = answer(argv)
        shown = capsys.readouterr()
        return int(code), shown.out, shown.err

    return run


def test_list_names_every_shop_on_a_line(asked: Asked) -> None:
    code, out, err = asked("shop", "list")
    assert (code, err) == (0, "")
    lines = dict(line.split("  ", 1) for line in out.splitlines())
    assert lines["copy-center"].strip() == "Copy center: border 0.125in, no marks, ink to 260 %"
    assert lines["wide-format"].strip() == "Wide-format shop: bleed 0.25in, marks, ink to 300 %"


def test_show_as_data_is_the_whole_profile(asked: Asked) -> None:
    code, out, _ = asked("shop", "show", "wide-format", "--json")
    data = json.loads(out)
    assert code == 0
    assert (data["name"], data["bleed"], data["lamination"]["lip"]) == ("wide-format", "0.25in", "0.5in")


def test_show_needs_a_name(asked: Asked) -> None:
    code, out, err = asked("shop", "show")
    assert (code, out) == (2, "")
    assert "copy-center, offset, online-no-marks, wide-format" in err


def test_a_poster_for_the_shop_says_its_sizes(asked: Asked) -> None:
    code, out, err = asked("poster", "three-houses", "--for", "print-shop")
    assert (code, out) == (0, "")
    assert "laminated 37 × 25 in (27 in laminator)" in err
    with pikepdf.open("three-houses-arch-d-landscape-en-wide-format-x4.pdf") as pdf:
        assert pdf.pdf_version == "1.6"


def test_shop_and_standard_can_be_chosen(asked: Asked) -> None:
    code, _, _ = asked(
        "poster", "three-houses", "--for", "print-shop", "--shop", "offset", "--pdfx", "x1a", "-o", "a.pdf"
    )
    assert code == 0
    with pikepdf.open("a.pdf") as pdf:
        assert str(pdf.docinfo.GTS_PDFXVersion) == "PDF/X-1a:2003"
        assert [float(edge) for edge in pdf.pages[0].trimbox] == [54, 54, 2646, 1782]


def test_a_print_file_may_be_replaced_without_force(asked: Asked) -> None:
    again = ("poster", "three-houses", "--for", "print-shop", "-o", "a.pdf")
    assert [asked(*again)[0], asked(*again)[0]] == [0, 0]


@pytest.mark.parametrize("option", [("--shop", "offset"), ("--pdfx", "x4")])
def test_shop_options_want_the_shop(asked: Asked, option: tuple[str, str]) -> None:
    code, _, err = asked("poster", "three-houses", *option)
    assert code == 2
    assert "--for print-shop" in err


def test_an_office_printer_is_told_not_to_scale(asked: Asked) -> None:
    assert asked("poster", "three-houses", "--paper", "tabloid", "--for", "office", "-o", "a.pdf")[0] == 0
    with pikepdf.open(BytesIO(Path("a.pdf").read_bytes())) as pdf:
        assert pdf.Root.ViewerPreferences.PrintScaling == "/None"
        assert bool(pdf.Root.ViewerPreferences.PickTrayByPDFSize) is True


def test_a_poster_that_a_grommet_would_spoil_is_not_made(asked: Asked) -> None:
    Path("punched.yaml").write_text(
        "title: Punched\nlamination: {edge: flush, grommets: {inset: 1in, clear: 1in}}\n", encoding="utf-8"
    )
    code, _, err = asked("poster", "three-houses", "--for", "print-shop", "--shop", "punched.yaml", "-o", "a.pdf")
    assert code == 1
    assert "SP628" in err
    assert "mark top-left lies under a grommet" in err
    assert not Path("a.pdf").exists()


def test_more_bleed_than_there_is_artwork_is_refused(asked: Asked) -> None:
    Path("mural.yaml").write_text("title: Murals\nbleed: 1in\n", encoding="utf-8")
    code, _, err = asked("poster", "three-houses", "--for", "print-shop", "--shop", "mural.yaml")
    assert code == 1
    assert "the shop wants 1 in of bleed; the artwork has 0.25 in" in err


def test_a_shop_that_allows_less_ink_is_refused(asked: Asked) -> None:
    Path("thin.yaml").write_text("title: Thin\nink_limit: 200\n", encoding="utf-8")
    code, _, err = asked("poster", "three-houses", "--for", "print-shop", "--shop", "thin.yaml")
    assert code == 1
    assert "SP627" in err
