"""Files that mean harm, or are broken beyond sense: preflight ends soon, says so, and never raises."""

from __future__ import annotations

import random
import time
import zlib
from typing import TYPE_CHECKING

import pikepdf
from hypothesis import given
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name

from sopprint.press.preflight.bounds import Bounds
from sopprint.press.preflight.content.tokens import operations
from sopprint.press.preflight.run import Verdict, preflight
from tests.press.preflight.sheets import GOOD, edited, opened, painted, saved

if TYPE_CHECKING:
    from collections.abc import Callable

SMALL = Bounds(file=5_000_000, pages=5, stream=1_000_000, operators=20_000, marks=5_000, seconds=20)


def judged(data: bytes, bounds: Bounds = SMALL) -> Verdict:
    start = time.monotonic()
    verdict = preflight(data, bounds=bounds, measure=False)
    assert time.monotonic() - start < 10
    return verdict


def rules(data: bytes, bounds: Bounds = SMALL) -> set[str]:
    return {finding.rule for finding in judged(data, bounds).findings}


def content(data: bytes, **entries: object) -> Callable[[pikepdf.Pdf], object]:
    """Instead of what was on the page."""
    return lambda pdf: pdf.pages[0].obj.__setitem__("/Contents", pdf.make_stream(data, **entries))


def kept(pdf: pikepdf.Pdf) -> bytes:
    return saved(pdf, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)


def test_bytes_at_random_never_raise() -> None:
    chance = random.Random(4)
    for _ in range(120):
        data = bytearray(GOOD)
        for _ in range(chance.choice((1, 5, 50, 500))):
            data[chance.randrange(8, len(data))] = chance.randrange(256)
        judged(bytes(data))


def test_cut_anywhere_never_raises() -> None:
    for end in range(8, len(GOOD) - 100, len(GOOD) // 40):
        assert judged(GOOD[:end]).errors


@given(st.binary(max_size=300))
def test_any_bytes_are_operators_or_nothing(data: bytes) -> None:
    for operator, operands in operations(data):
        assert isinstance(operator, str)
        assert all(operand is not None for operand in operands)


def test_operators_as_the_standard_writes_them() -> None:
    data = b"q 1 0 0 -1.5 +.5 7. cm % note\n/F#41 12 Tf [(a\\(b\\)(c)) -20 <414>] TJ/Span<</MCID 0/B[1 2]>>BDC"
    assert list(operations(data)) == [
        ("q", []),
        ("cm", [1.0, 0.0, 0.0, -1.5, 0.5, 7.0]),
        ("Tf", ["FA", 12.0]),
        ("TJ", [[b"a(b)(c)", -20.0, b"A@"]]),
        ("BDC", ["Span", {"MCID": 0.0, "B": [1.0, 2.0]}]),
    ]


def test_an_inline_picture_hides_no_operators() -> None:
    data = b"BI /W 1 /H 1 /IM true ID \x00Q q EIx\x01 EI 0 0 m"
    assert [operator for operator, _ in operations(data)] == ["EI", "m"]


def test_a_stream_that_grows_without_end() -> None:
    """40 MB of blanks in 40 kB, which the bounds here do not take."""
    pdf = opened()
    bomb = pdf.make_stream(b"")
    bomb.write(zlib.compress(b" " * 40_000_000, 9), filter=Name.FlateDecode)
    pdf.pages[0].obj.Contents = bomb
    assert "file.too-much" in rules(kept(pdf))


def test_a_form_inside_itself() -> None:
    def endless(pdf: pikepdf.Pdf) -> object:
        form = pdf.make_stream(b"/Me Do", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 9, 9])
        form.Resources = Dictionary(XObject=Dictionary({"/Me": form}))
        return form

    assert rules(painted("/Me Do", XObject={"/Me": endless})) == {"file.too-much"}


def test_forms_that_multiply() -> None:
    """Eleven forms, each painting the next ten times: 10^10 things from a kilobyte."""

    def tower(pdf: pikepdf.Pdf) -> object:
        form = pdf.make_stream(b"0 0 1 1 re f", Subtype=Name.Form, BBox=[0, 0, 9, 9])
        for _ in range(10):
            inner = Dictionary(XObject=Dictionary({"/Me": form}))
            form = pdf.make_stream(b"/Me Do " * 10, Subtype=Name.Form, BBox=[0, 0, 9, 9], Resources=inner)
        return form

    assert "file.too-much" in rules(painted("/Me Do", XObject={"/Me": tower}))


def test_brackets_without_end() -> None:
    assert "file.no-pages" not in rules(edited(content(b"[" * 50_000 + b" 0 0 m")))
    assert "file.too-much" in rules(edited(content(b"q " * 5_000)))


def test_more_pages_than_are_read() -> None:
    assert "file.too-much" in rules(saved(opened(pages=8)))


def test_a_file_larger_than_is_read() -> None:
    assert rules(GOOD, Bounds(file=1000)) == {"file.too-large"}


def test_numbers_beyond_sense() -> None:
    odd = b"99999999999999999999 0 0 1 0 0 cm 1e9 w - . +- 0 0 m 1 1 l S 1 0 0 cm f rg k /X gs Tj ' \" BI ID EI"
    judged(edited(content(odd)))


def test_things_of_the_wrong_kind() -> None:
    def muddle(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[0].obj
        page.Resources = Dictionary(
            Font=Array([1]), XObject=Dictionary({"/X": 7}), ColorSpace=Dictionary({"/C": Array([])}),
            ExtGState=Dictionary({"/G": Dictionary(ca=Name.Much, BM=Array([]), LW=Array([]), SMask=3)}),
        )  # fmt: skip
        page.Contents = pdf.make_stream(b"/G gs /X Do /C cs 1 scn 0 0 9 9 re f /F 1 Tf BT (a) Tj ET")
        page.TrimBox, page.Rotate, page.UserUnit = Name.Trim, Array([]), Name.Big
        page.Annots, page.Group = Array([1, Dictionary()]), Name.Group
        pdf.Root.OutputIntents, pdf.Root.Names = Dictionary(), Array([])
        pdf.Root.AcroForm, pdf.Root.OCProperties = Name.No, Array([])
        pdf.Root.Metadata = Name.None_

    assert {"boxes.broken", "intent.none", "page.resource"} <= rules(edited(muddle))


def test_a_tree_of_fields_that_is_a_ring() -> None:
    def ring(pdf: pikepdf.Pdf) -> None:
        field = pdf.make_indirect(Dictionary(T=pikepdf.String("a")))
        field.Kids = Array([field, field])
        pdf.Root.AcroForm = Dictionary(Fields=Array([field]))

    assert rules(edited(ring)) == {"annotations.form"}
