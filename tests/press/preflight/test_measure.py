"""Ink as Ghostscript separates it, and the plates it writes."""

from __future__ import annotations

import struct
from shutil import which

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name

from sopprint.diagnostics import Severity
from sopprint.press.preflight.facts import Survey
from sopprint.press.preflight.limits import Limits
from sopprint.press.preflight.measure import NotMeasuredError, measure
from sopprint.press.preflight.run import preflight
from sopprint.press.preflight.survey import survey
from sopprint.press.preflight.tiff import NotReadableError, gray_pixels
from tests.press.preflight.sheets import GOOD, painted

ghostscript = pytest.mark.skipif(which("gs") is None, reason="Ghostscript is not installed")
OVER = {"/Over": Dictionary(op=True, OP=True, OPM=1)}


def heavy_picture(pdf: object) -> object:
    return pdf.make_stream(  # type: ignore[attr-defined]
        b"\xff\xff\xff\xb3", Type=Name.XObject, Subtype=Name.Image, Width=1, Height=1, BitsPerComponent=8,
        ColorSpace=Name.DeviceCMYK,
    )  # fmt: skip


@ghostscript
def test_the_marks_outside_the_trim_do_not_count() -> None:
    (page,) = measure(GOOD, survey(GOOD), Limits())
    assert page.page == 1
    assert page.most == pytest.approx(112, abs=1)  # black words on the tint: 100 + 10 + 2
    assert page.over == 0


@ghostscript
def test_a_picture_of_too_much_ink() -> None:
    data = painted("144 0 0 72 100 100 cm /Im Do", XObject={"/Im": heavy_picture})
    assert preflight(data, measure=False).findings == ()
    (finding,) = preflight(data).findings
    assert (finding.rule, finding.severity, finding.page) == ("ink.measured", Severity.ERROR, 1)
    assert finding.measured.startswith("370")
    assert "8.6 % of the page" in finding.measured  # 144 x 72 of 400 x 300
    assert finding.limit == "300 %"


@ghostscript
def test_inks_that_overprint_add_up() -> None:
    box = "100 100 72 72 re f"
    data = painted(f"/Over gs 1 1 0 0 k {box} 0 0 1 1 k {box}", ExtGState=OVER)
    assert {finding.rule for finding in preflight(data).findings} == {"ink.measured"}
    knocked_out = painted(f"1 1 0 0 k {box} 0 0 1 1 k {box}")
    assert preflight(knocked_out).findings == ()


@ghostscript
def test_spot_plates_count() -> None:
    red = Dictionary(FunctionType=2, Domain=[0, 1], N=1, C0=[0, 0, 0, 0], C1=[0, 1, 1, 0])
    space = Array([Name.Separation, Name("/Red"), Name.DeviceCMYK, red])
    box = "100 100 72 72 re f"
    data = painted(f"/Over gs 1 1 0 1 k {box} /S cs 1 scn {box}", ExtGState=OVER, ColorSpace={"/S": space})
    assert "ink.measured" in {finding.rule for finding in preflight(data, Limits(spots=("Red",))).findings}


def test_without_ghostscript_a_note_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    verdict = preflight(GOOD)
    assert verdict.findings == ()
    assert not verdict.measured
    assert verdict.note == "Ghostscript is not installed"
    assert "Ghostscript" not in verdict.checked


def test_nothing_to_measure() -> None:
    with pytest.raises(NotMeasuredError):
        measure(b"", Survey("1.6", 0), Limits())


# ------------------------------------------------------------------------------------------ plates


def plate(rows: list[bytes], order: str = "<", compression: int = 1) -> bytes:
    """One strip a row."""
    head = 8 + 2 + 5 * 12 + 4
    at, lists = head + 8 * len(rows), (head, head + 4 * len(rows))
    starts = [at + sum(map(len, rows[:i])) for i in range(len(rows))]
    many = len(rows) > 1
    tags = [
        (256, 3, 1, len(rows[0])), (257, 3, 1, len(rows)), (259, 3, 1, compression),
        (273, 4, len(rows), lists[0] if many else starts[0]), (279, 4, len(rows), lists[1] if many else len(rows[0])),
    ]  # fmt: skip
    parts = [{"<": b"II*\0", ">": b"MM\0*"}[order], struct.pack(f"{order}IH", 8, len(tags))]
    for tag, kind, count, value in tags:
        parts.append(struct.pack(f"{order}HHI", tag, kind, count))
        parts.append(struct.pack(f"{order}I", value) if kind == 4 else struct.pack(f"{order}HH", value, 0))
    parts.append(struct.pack(f"{order}{1 + 2 * len(rows)}I", 0, *starts, *map(len, rows)))
    return b"".join((*parts, *rows))


@pytest.mark.parametrize("order", ["<", ">"])
def test_a_plate_is_read_row_after_row(order: str) -> None:
    assert gray_pixels(plate([b"abc", b"def"], order)) == b"abcdef"


def test_another_kind_of_plate_is_refused() -> None:
    with pytest.raises(NotReadableError):
        gray_pixels(plate([b"abc", b"def"], compression=5))


@given(st.binary(max_size=200), st.booleans())
def test_any_bytes_are_a_plate_or_refused(data: bytes, start: bool) -> None:
    try:
        gray_pixels((b"II*\0" if start else b"") + data)
    except NotReadableError:
        return
