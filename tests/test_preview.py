"""Pictures of finished pages."""

from __future__ import annotations

import importlib.util
import io

import pikepdf
import pytest
from PIL import Image

from sopprint.errors import ExitCode, SopprintError
from sopprint.preview import picture


@pytest.fixture(scope="module")
def pdf() -> bytes:
    """One page, 200 x 100 pt: the upper half red, the lower half white."""
    document = pikepdf.new()
    page = document.add_blank_page(page_size=(200, 100))
    page.Contents = document.make_stream(b"1 0 0 rg 0 50 200 50 re f")
    data = io.BytesIO()
    document.save(data)
    return data.getvalue()


def test_size_and_colours(pdf: bytes) -> None:
    with Image.open(io.BytesIO(picture(pdf, width=80))) as image:
        assert image.size == (80, 40)
        assert image.getpixel((40, 10)) == (255, 0, 0)
        assert image.getpixel((40, 30)) == (255, 255, 255)
        assert image.info["Software"] == "sopprint"


def test_palette(pdf: bytes) -> None:
    with Image.open(io.BytesIO(picture(pdf, width=80, colours=4))) as image:
        assert image.mode == "P"
        assert image.convert("RGB").getpixel((40, 10)) == (255, 0, 0)


@pytest.mark.parametrize("width", [0, 12_001])
def test_out_of_range(pdf: bytes, width: int) -> None:
    with pytest.raises(SopprintError) as refused:
        picture(pdf, width=width)
    assert refused.value.exit_code is ExitCode.USAGE


def test_says_what_to_install(pdf: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sopprint.preview.find_spec", lambda name: None if name == "pypdfium2" else importlib.util)
    with pytest.raises(SopprintError) as refused:
        picture(pdf, width=80)
    found = refused.value.diagnostics[0]
    assert found.message == "previews need pypdfium2"
    assert "pip install pypdfium2" in found.hints[0]
