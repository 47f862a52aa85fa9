"""Our own print files pass without a remark, and the command says so."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from sopprint.cli import answer
from sopprint.press.preflight.limits import of_shop
from sopprint.press.preflight.run import preflight
from sopprint.press.shop import load, names
from tests.press.preflight.sheets import GOOD, painted

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TOOLS = (
    "three-houses", "safety-house", "circles-of-safety", "harm-and-danger", "danger-and-goal", "three-column-map",
    "safety-scale", "action-plan", "meeting-agenda",
)  # fmt: skip


def print_file(folder: Path, tool: str, shop: str, *options: str) -> bytes:
    """A poster as the command makes it for a shop."""
    file = folder / f"{tool}.pdf"
    assert answer(("poster", tool, "--for", "print-shop", "--shop", shop, "-q", "-o", str(file), *options)) == 0
    return file.read_bytes()


def found(data: bytes, shop: str, standard: str = "x4") -> list[str]:
    verdict = preflight(data, of_shop(shop, load(shop).shop), measure=False)
    assert verdict.standard == standard
    return [f"{finding.severity} {finding.rule} {finding.measured}" for finding in verdict.findings]


@pytest.mark.parametrize("tool", TOOLS)
def test_every_poster_passes(tool: str, tmp_path: Path) -> None:
    assert found(print_file(tmp_path, tool, "wide-format"), "wide-format") == []


@pytest.mark.parametrize("shop", names())
def test_every_shop_can_be_served(shop: str, tmp_path: Path) -> None:
    assert found(print_file(tmp_path, "safety-house", shop), shop) == []


def test_the_old_standard_passes(tmp_path: Path) -> None:
    assert found(print_file(tmp_path, "three-houses", "offset", "--pdfx", "x1a"), "offset", "x1a") == []


def test_a_poster_for_one_shop_is_not_fit_for_another(tmp_path: Path) -> None:
    data = print_file(tmp_path, "three-houses", "offset")
    assert any("page.marks" in finding for finding in found(data, "online-no-marks"))
    assert found(data, "wide-format") == ["error bleed.small 0.125 in"] * 4


# ------------------------------------------------------------------------------------------ the command


@pytest.fixture
def asked(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Callable[..., tuple[int, str, str]]:
    """Preflight a file with these bytes: exit code, stdout, stderr."""

    def run(data: bytes, *options: str) -> tuple[int, str, str]:
        file = tmp_path / "poster.pdf"
        file.write_bytes(data)
        code = answer(("preflight", str(file), "--quick", *options))
        shown = capsys.readouterr()
        return int(code), shown.out.replace(str(file), "poster.pdf"), shown.err

    return run


Asked = "Callable[..., tuple[int, str, str]]"


def test_a_good_file_is_told_so_and_nothing_more_is_promised(asked: Asked) -> None:
    code, out, err = asked(GOOD)
    assert (code, err) == (0, "")
    assert out.splitlines()[0] == (
        "poster.pdf: 0 errors; checked with sopprint preflight against PDF/X-4 rules and the limits “general”"
    )
    assert "ink was not measured" in out
    assert "certif" not in out


def test_an_error_tells_where_how_much_and_what_to_do(asked: Asked) -> None:
    code, out, _ = asked(painted("1 1 1 1 k 102 186 72 72 re f 1 1 1 .9 k 200 200 9 9 re f"))
    assert code == 1
    assert out.splitlines()[:4] == [
        "poster.pdf, page 1: error[ink.build] a colour has more ink than the sheet can hold (2 times)",
        "  measured: 400 % (C 100 M 100 Y 100 K 100), limit 300 %",
        "  where: 1 to 2 in from the left, 1 to 2 in from the top of the trim",
        "  hint: use less of each; for large black areas C 60 M 40 Y 40 K 100",
    ]
    assert "poster.pdf: 1 error; checked" in out


def test_findings_as_data(asked: Asked) -> None:
    code, out, err = asked(painted("1 0 0 rg 102 186 72 72 re f"), "--json", "--profile", "offset")
    data = json.loads(out)
    assert (code, err, data["errors"], data["standard"], data["limits"]) == (1, "", 1, "x4", "offset")
    (finding,) = data["findings"]
    assert finding["rule"] == "colour.rgb"
    assert finding["page"] == 1
    assert finding["severity"] == "error"
    assert finding["where"] == {"left": 72.0, "top": 72.0, "right": 144.0, "bottom": 144.0}


def test_warnings_do_not_fail(asked: Asked) -> None:
    code, out, _ = asked(painted(".5 .5 .5 0 K .3 w 90 90 m 200 90 l S"))
    assert code == 0
    assert "0 errors, 1 warning;" in out


def test_names_from_the_file_cannot_steer_the_terminal(asked: Asked) -> None:
    _, out, _ = asked(painted("/#1B#5B31m gs"))
    assert "page.resource" in out
    assert "\x1b" not in out


def test_an_unknown_shop_and_a_missing_file(asked: Asked, capsys: pytest.CaptureFixture[str]) -> None:
    assert asked(GOOD, "--profile", "nobody")[0] == 2
    assert answer(("preflight", "there-is-none.pdf")) == 3
    assert "there-is-none.pdf" in capsys.readouterr().err
