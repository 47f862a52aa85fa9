"""A finished file says what it was made from, and goes on saying so when another program has rewritten it."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest
from msgspec.structs import replace

from sopprint.pdf.identity import Identity, read_identity
from sopprint.pdf.inspect import read
from sopprint.pdf.painter import paint
from tests.pdf.handmade import ABOUT, page
from tests.pdf.handmade_guide import GUIDE

SAID = Identity(
    title=GUIDE.title, tool="three-houses", edition="2026.1", language="en-US", paper="half-letter", product="guide",
    fingerprint="9f86d081884c7d65",
    words=(("zones.good.name", "3f2a9c1b"), ("guide.open <&> close", "00ff00ff")),
)  # fmt: skip


def rewritten(data: bytes) -> bytes:
    out = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate, recompress_flate=True)
    return out.getvalue()


@pytest.mark.parametrize("through", [bytes, rewritten])
def test_what_is_stamped_is_read_back(tmp_path, through):
    file = tmp_path / "guide.pdf"
    file.write_bytes(through(paint([page()], GUIDE)))
    assert read_identity(file) == SAID


def test_keywords_name_what_a_person_would_search_for():
    about = replace(GUIDE, keywords=("safety", "2026.1"))
    facts = read(paint([page()], about))
    assert facts.info["Keywords"] == "safety, 2026.1, three-houses, guide, half-letter"
    assert facts.xmp["pdf:Keywords"] == facts.info["Keywords"]


def test_a_file_that_says_nothing_has_a_language_alone(tmp_path):
    file = tmp_path / "plain.pdf"
    data = paint([page()], ABOUT)
    file.write_bytes(data)
    assert read_identity(file) == Identity(title=ABOUT.title, language="en-US")
    assert b"<sopprint:" not in data


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"%PDF-1.7\n",
        b'<?xpacket begin="" id=""?><a xmlns="urn:sopprint:document#"><?xpacket end="r"?>',
        b'<?xpacket begin=""?><!DOCTYPE a [<!ENTITY b "c">]><a xmlns="urn:sopprint:document#"/><?xpacket end="r"?>',
        b'<?xpacket begin="" id=""?><a xmlns="urn:other#"/><?xpacket end="r"?>',
    ],
)
def test_files_of_others_have_no_identity(tmp_path, data):
    file = tmp_path / "other.pdf"
    file.write_bytes(data)
    assert read_identity(file) is None
