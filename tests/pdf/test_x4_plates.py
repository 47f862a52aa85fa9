"""What Ghostscript puts on each printing plate. Slower than reading the file, and the last word on ink."""

from __future__ import annotations

import shutil
import subprocess
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from sopprint.color import Color
from sopprint.frame import PathItem
from sopprint.geometry import Box, rectangle
from sopprint.paper import paper
from sopprint.pdf.painter import paint
from sopprint.press.shop import load
from sopprint.products.order import Order
from sopprint.products.poster import make_for_shop
from sopprint.products.workshop import Workshop
from sopprint.resolve.library import Library
from tests.pdf.handmade import ABOUT, page, text

np = pytest.importorskip("numpy")
Image = pytest.importorskip("PIL.Image")
pytestmark = pytest.mark.skipif(shutil.which("gs") is None, reason="Ghostscript is not installed")

PLATES = ("Cyan", "Magenta", "Yellow", "Black")
TINT = Color.of("#F3D6A2", (3, 16, 40, 0))


def plates(data: bytes, *, trim: bool, dpi: int = 36) -> dict[str, np.ndarray]:
    """Ink in percent on each plate, pixel by pixel."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "file.pdf"
        file.write_bytes(data)
        command = ["gs", "-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-sDEVICE=tiffsep", f"-r{dpi}"]
        command += [*(["-dUseTrimBox"] if trim else []), "-dOverprint=/enable", f"-sOutputFile={folder}/p.tif"]
        done = subprocess.run([*command, str(file)], capture_output=True, text=True, check=True)
        assert (done.stdout, done.stderr) == ("", "")
        found = {p.stem[2:-1]: p for p in Path(folder).glob("p(*).tif")}
        assert set(found) == set(PLATES)  # no spot: registration prints on these four
        return {n: (255 - np.asarray(Image.open(p).convert("L"), dtype=float)) / 2.55 for n, p in found.items()}


@cache
def poster(shop: str, tool: str = "circles-of-safety") -> bytes:
    return make_for_shop(Workshop(Library.open()), Order(tool, paper("arch-d")), load(shop))[0].data


@pytest.mark.parametrize("shop", ["wide-format", "copy-center", "online-no-marks"])
def test_no_pixel_has_more_ink_than_the_shop_allows(shop: str) -> None:
    total = sum(plates(poster(shop), trim=True).values())
    assert 200 < total.max() <= load(shop).shop.ink_limit


def test_registration_is_on_every_plate_and_outside_the_bleed_only() -> None:
    found = plates(poster("wide-format"), trim=False, dpi=72)
    full = np.minimum.reduce([found[name] for name in PLATES]) > 30  # a line of 0.25 pt covers a part of its pixel
    assert full.any()
    assert not full[45:-45, 45:-45].any()  # the bleed begins 45 pt inside the sheet


def test_the_bleed_is_full_of_artwork() -> None:
    total = sum(plates(poster("wide-format"), trim=False, dpi=72).values())
    for strip in (total[46:62, 46:-46], total[-62:-46, 46:-46], total[46:-46, 46:62], total[46:-46, -62:-46]):
        assert strip.min() > 2  # the palest ground has 5 %


def test_a_border_stays_white() -> None:
    total = sum(plates(poster("copy-center"), trim=True, dpi=72).values())
    for strip in (total[:8], total[-8:], total[:, :8], total[:, -8:]):
        assert strip.max() == 0


def on_tint(press: tuple[float, float, float, float]) -> dict[str, np.ndarray]:
    ground = PathItem(rectangle(Box(0, 0, 400, 300)), fill=TINT)
    words = text("Black words", 20, 150, tag=None, size=60, color=Color.of("#222222", press))
    return plates(paint([page(ground, words)], ABOUT, target="press"), trim=True)


def test_black_words_are_on_the_black_plate_only_and_leave_the_ground_whole() -> None:
    found = on_tint((0, 0, 0, 100))
    assert found["Black"].max() > 99
    for name in PLATES[:3]:
        assert np.ptp(found[name]) < 0.5


def test_words_in_colour_cut_the_ground_out() -> None:
    found = on_tint((95, 70, 0, 30))
    assert np.ptp(found["Yellow"]) > 30
