"""Everything a finished print file is held to, by our own checker and by other people's programs.

Used on a few files by the tests, and on every poster, guide and shop by `verify_print.py`.
"""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp
from typing import TYPE_CHECKING

import numpy as np
import pikepdf
from PIL import Image

from sopprint.press.preflight.limits import of_shop
from sopprint.press.preflight.run import preflight
from sopprint.products.guide import EXPECTED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopprint.model.shop import Shop
    from sopprint.press.shop import Profile

PROGRAMS = ("gs", "qpdf", "pdftoppm", "pdffonts", "mutool")
PLATES = ("Cyan", "Magenta", "Yellow", "Black")
DPI = 36
FINE_DPI = 150  # where coarse pixels hold too much: at 36 dpi fine words share theirs with what they stand beside
POINTS = 72 / DPI  # of a pixel
MARKS_FROM = 2.0  # points between the bleed and the first mark: a pixel may reach over
Plates = dict[str, np.ndarray]


def faults(data: bytes, profile: Profile, *, guide: bool = False) -> Iterator[str]:
    """What is wrong with a print file; nothing where all is well."""
    yield from _preflight(data, profile, EXPECTED if guide else frozenset())
    with TemporaryDirectory() as folder:
        file = Path(folder) / "file.pdf"
        file.write_bytes(data)
        yield from _programs(file)
        pages = plates(file)
        yield from _text(pages, plates(_without_black_words(file)))
        with pikepdf.open(file) as pdf:
            for number, (page, found) in enumerate(zip(pdf.pages, pages, strict=True), 1):
                yield from (f"page {number}: {fault}" for fault in _marks(page, found, profile.shop))
                yield from _ink_limit(file, number, _cut(page, sum(found.values()), page.trimbox), profile.shop)


def _preflight(data: bytes, profile: Profile, expected: frozenset[str]) -> Iterator[str]:
    verdict = preflight(data, of_shop(profile.name, profile.shop))
    if not verdict.measured:
        yield f"ink was not measured: {verdict.note}"
    yield from (f"preflight: {f.severity} {f.rule} {f.measured}" for f in verdict.findings if f.rule not in expected)


def _programs(file: Path) -> Iterator[str]:
    """Programs of others read the file and say nothing, and find every font in it."""
    commands = (  # -N: builds of MuPDF without colour management would say so on stderr
        ["qpdf", "--check", file], ["pdftoppm", "-r", "9", file, file.with_suffix("")],
        ["mutool", "draw", "-q", "-N", "-r", "9", "-o", file.with_suffix(".%d.pnm"), file], ["pdffonts", file],
    )  # fmt: skip
    for command in commands:
        done = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False)
        if done.returncode or done.stderr:
            yield f"{command[0]}: exit {done.returncode} {done.stderr.strip()[:200]}"
    fonts = done.stdout.splitlines()[2:]
    embedded = [re.search(r" (yes|no) +(yes|no) +(yes|no) +\d+ +\d+$", line) for line in fonts]
    if not fonts or any(found is None or found[1] != "yes" for found in embedded):
        yield f"pdffonts: {fonts}"


def plates(file: Path, *, dpi: int = DPI, options: tuple[str, ...] = ()) -> list[Plates]:
    """Ink in percent on each plate of every page, marks and all."""
    out = Path(mkdtemp(dir=file.parent))
    command = ["gs", "-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-sDEVICE=tiffsep", "-dOverprint=/enable",
               f"-r{dpi}", *options, f"-sOutputFile={out}/p%d.tif", str(file)]  # fmt: skip
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("", ""), done.stderr
    names = {p.stem.partition("(")[2].rstrip(")") for p in out.glob("p*(*).tif")}
    assert names == set(PLATES), names  # no spot: registration prints on these four
    count = len(list(out.glob("p*(Black).tif")))
    return [{name: _ink(out / f"p{page}({name}).tif") for name in PLATES} for page in range(1, count + 1)]


def _ink(file: Path) -> np.ndarray:
    return (255 - np.asarray(Image.open(file).convert("L"), dtype=float)) / 2.55


def _text(pages: list[Plates], bare: list[Plates]) -> Iterator[str]:
    """Black words leave nothing on the three other plates: these are the same with and without the words."""
    if all(np.array_equal(page["Black"], other["Black"]) for page, other in zip(pages, bare, strict=True)):
        yield "no black words were found"
    for number, (page, other) in enumerate(zip(pages, bare, strict=True), 1):
        for name in PLATES[:3]:
            if not np.array_equal(page[name], other[name]):
                yield f"page {number}: black words are on the plate {name}"


def _without_black_words(file: Path) -> Path:
    """The same file without its words in black only."""
    out = file.with_name("bare.pdf")
    with pikepdf.open(file) as pdf:
        for page in pdf.pages:
            page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(_kept(page)))
        pdf.save(out)
    return out


def _kept(page: pikepdf.Page) -> Iterator[tuple[object, object]]:
    black: list[bool] = [False]
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "q":
                black.append(black[-1])
            case "Q":
                black.pop()
            case "k":
                black[-1] = all(float(ink) == 0 for ink in operands[:3]) and float(operands[3]) > 0
            case "Tj" | "TJ" if black[-1]:
                continue
        yield operands, operator


def _ink_limit(file: Path, number: int, coarse: np.ndarray, shop: Shop) -> Iterator[str]:
    limit = shop.ink_limit + 1  # plates have 256 steps each
    if coarse.max() <= limit:
        return
    (fine,) = plates(file, dpi=FINE_DPI, options=(f"-dFirstPage={number}", f"-dLastPage={number}", "-dUseTrimBox"))
    most = sum(fine.values()).max()
    if most > limit:
        yield f"page {number}: {most:.0f} % of ink; the shop allows {shop.ink_limit:g} %"


def _marks(page: pikepdf.Page, found: Plates, shop: Shop) -> Iterator[str]:
    total = sum(found.values())
    outside = np.ones_like(total, dtype=bool)
    _cut(page, outside, page.bleedbox, MARKS_FROM)[:] = False
    on_all = np.minimum.reduce(list(found.values()))
    if shop.marks is None:
        if outside.any() and (total[outside] > 0).any():
            yield "there is ink outside the bleed"
    elif not (on_all[outside] > 30).any():  # a line of 0.25 pt covers a part of its pixel
        yield "registration marks are not on every plate"
    if (_cut(page, on_all, page.bleedbox) > 90).any():
        yield "registration reaches into the bleed"


def _cut(page: pikepdf.Page, pixels: np.ndarray, box: pikepdf.Array, grown: float = 0.0) -> np.ndarray:
    """The part of a page's pixels in one of its boxes, whose origin is at the bottom left."""
    media = [float(edge) for edge in page.mediabox]
    left, bottom, right, top = (float(edge) for edge in box)
    rows = (media[3] - top - grown, media[3] - bottom + grown)
    columns = (left - media[0] - grown, right - media[0] + grown)
    rows, columns = ([max(0, round(edge / POINTS)) for edge in edges] for edges in (rows, columns))
    return pixels[slice(*rows), slice(*columns)]
