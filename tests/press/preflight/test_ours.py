"""Our own print files pass without a remark, and the command says so."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from sopprint.build import Order, make_for_shop
from sopprint.cli import answer
from sopprint.paper import paper
from sopprint.press.preflight.limits import of_shop
from sopprint.press.preflight.run import preflight
from sopprint.press.shop import load, names
from sopprint.resolve.library import Library
from tests.press.preflight.sheets import GOOD, painted

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sopprint.model.shop import StandardName

TOOLS = (
    "three-houses", "safety-house", "circles-of-safety", "harm-and-danger", "danger-and-goal", "three-column-map",
    "safety-scale", "action-plan", "meeting-agenda",
)  # fmt: skip


def found(tool: str, shop: str, standard: StandardName | None = None, *, measure: bool = False) -> list[str]:
    profile = load(shop)
    poster, _ = make_for_shop(Library.open(), Order(tool, paper("arch-d")), profile, standard)
    verdict = preflight(poster.data, of_shop(shop, profile.shop), measure=measure)
    assert verdict.standard == (standard or profile.shop.standard)
    return [f"{finding.severity} {finding.rule} {finding.measured}" for finding in verdict.findings]


@pytest.mark.parametrize("tool", TOOLS)
def test_every_poster_passes(tool: str) -> None:
    assert found(tool, "wide-format") == []


@pytest.mark.parametrize("shop", names())
def test_every_shop_can_be_served(shop: str) -> None:
    assert found("safety-house", shop) == []


def test_the_old_standard_passes() -> None:
    assert found("three-houses", "offset", "x1a") == []


def test_a_poster_for_one_shop_is_not_fit_for_another() -> None:
    profile = load("offset")
    poster, _ = make_for_shop(Library.open(), Order("three-houses", paper("arch-d")), profile, None)
    other = of_shop("online-no-marks", load("online-no-marks").shop)
    wide = of_shop("wide-format", load("wide-format").shop)
    assert "page.marks" in {finding.rule for finding in preflight(poster.data, other, measure=False).findings}
    assert {finding.rule for finding in preflight(poster.data, wide, measure=False).findings} == {"bleed.small"}


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
