"""Checks of a county's logo and mark: are they there, can they be drawn, are they sharp, and do they stand out.

Source: design language, section 16; WCAG 2.2, criterion 1.4.11. Pillow loads only for a PNG; it is what embeds it, too.
"""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from sopprint.check.kit_colours import theme_of
from sopprint.check.kit_material import strings
from sopprint.check.material import child
from sopprint.check.theme import colours
from sopprint.color import Color, contrast
from sopprint.diagnostics import Diagnostic, Severity
from sopprint.draw import png, svg
from sopprint.errors import SopprintError
from sopprint.paper import PaperError, paper
from sopprint.source.sentences import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopprint.check.kit_material import KitMaterial
    from sopprint.paper import Paper
    from sopprint.source.nodes import Node

_WARNING = Severity.WARNING
GOOD_PPI, LEAST_PPI = 300.0, 150.0
LEAST_CONTRAST = 3.0
UNITS = 2400  # u along the short side of the paper
_SMALLEST_HEIGHT = 48.0  # u; a third of an inch on the shortest wall poster
_SAMPLE = (96, 96)  # pixels that a PNG is judged by
_LEAST_SHARE = 0.02  # of the painted pixels that must stand out
_DEFAULT_PAPERS = ("arch-d", "tabloid")


class Slot(Struct, frozen=True):
    """Where art goes: at most so wide and high, in u."""

    key: str
    width: float
    height: float
    ground: str


SLOTS = (Slot("logo", 420, 108, "sky"), Slot("mark", 96, 96, "sand"))


class Art(Struct, frozen=True):
    """One file that a kit names, where it goes, and the colour behind it."""

    kit: KitMaterial
    slot: Slot
    node: Node
    ground: Color


def art_prints_well(kit: KitMaterial) -> Iterator[Diagnostic]:
    """SP127, SP004, SP205: the files are there and can be drawn. SP163 to SP165: and print well."""
    for slot in SLOTS:
        node = child(kit.node, "county", slot.key)
        if node is not None and node.text:
            ground = colours(theme_of(kit))[slot.ground][0]
            yield from _file(Art(kit, slot, node, ground), node.text)


def _file(art: Art, name: str) -> Iterator[Diagnostic]:
    folder, node = art.kit.folder, art.node
    try:
        if not folder.exists(name):
            message = f"there is no file “{name}” in the kit's folder"
            yield Diagnostic("SP127", message, node.place, did_you_mean(name, folder.names("*.[sp][vn]g")))
            return
        data = folder.data(name)
        yield from _png(art, data) if data.startswith(png.SIGNATURE) else _svg(art, data)
    except SopprintError as failure:
        yield from (Diagnostic(d.code, d.message, node.place, d.hints) for d in failure.diagnostics)
    except svg.SvgError as failure:
        message = f"{name}, line {failure.line}: {failure}"
        yield Diagnostic("SP205", message, node.place, (failure.hint,) if failure.hint else ())
    except png.PngError as failure:
        yield Diagnostic("SP205", f"{name}: {failure}", node.place, ("save a smaller PNG, or an SVG",))


def _svg(art: Art, data: bytes) -> Iterator[Diagnostic]:
    drawing = svg.read(data)
    yield from _shape(art, drawing.view.width, drawing.view.height)
    painted = [paint for shape in drawing.shapes for paint in (shape.fill, shape.stroke) if paint is not None]
    if art.slot.key == "logo" and not any(contrast(paint, art.ground) >= LEAST_CONTRAST for paint in painted):
        yield _faint(art)


def _png(art: Art, data: bytes) -> Iterator[Diagnostic]:
    size, slot, node = png.size_of(data), art.slot, art.node
    yield from _shape(art, size.width, size.height)
    yield from _sharpness(art, size)
    if slot.key == "mark":
        hint = "hand in an SVG to have it in one colour"
        yield Diagnostic("SP164", "the mark is a PNG, which keeps its own colours", node.place, (hint,), _WARNING)
    image = _opened(data)
    if image is None:
        yield Diagnostic("SP205", "the PNG is damaged and cannot be read", node.place, ("save it again",))
        return
    yield from _colour_space(node, image)
    if slot.key == "logo" and not _stands_out(image, art.ground):
        yield _faint(art)


def _shape(art: Art, width: float, height: float) -> Iterator[Diagnostic]:
    """SP163: very wide art gets very low."""
    slot, node = art.slot, art.node
    printed = min(slot.height, slot.width / width * height) if width and height else 0.0
    if printed < min(_SMALLEST_HEIGHT, slot.height):
        message = f"the {slot.key} is {width / max(height, 1e-9):.1f} times as wide as high, so that it prints very low"
        hint = f"use a version that is at most {slot.width / _SMALLEST_HEIGHT:.0f} times as wide as high"
        yield Diagnostic("SP163", message, node.place, (hint,), _WARNING)


def _sharpness(art: Art, size: png.PngSize) -> Iterator[Diagnostic]:
    """SP163: pixels to the inch on the largest paper the kit asks for."""
    slot, node = art.slot, art.node
    largest = max(_papers(art.kit), key=lambda sheet: sheet.size.width)
    inches = min(slot.width, slot.height * size.width / size.height) * largest.size.width / UNITS / 72
    ppi = size.width / inches
    if ppi < GOOD_PPI - 0.5:
        look = "will look soft" if ppi < LEAST_PPI else "prints better with more"
        message = f"the {slot.key} has {ppi:.0f} pixels to the inch on {largest.name} and {look}"
        hint = f"hand in an SVG, or a PNG that is {inches * GOOD_PPI:.0f} pixels wide"
        severity = _WARNING if ppi < LEAST_PPI else Severity.NOTE
        yield Diagnostic("SP163", message, node.place, (hint,), severity)


def _papers(kit: KitMaterial) -> list[Paper]:
    named = [node.text or "" for node in strings(child(kit.node, "posters", "papers"))]
    found = []
    for name in (*named, *(() if named else _DEFAULT_PAPERS)):
        try:
            found.append(paper(name))
        except PaperError:
            continue  # told by the check of papers
    return found or [paper("letter")]


# ------------------------------------------------------------------------------------------------ pixels


def _opened(data: bytes) -> Any | None:
    """A decoded picture, or None when it is damaged."""
    from PIL import Image

    try:
        image = Image.open(BytesIO(data), formats=("PNG",))
        image.load()
    except Exception:  # Pillow raises many kinds
        return None
    return image


def _colour_space(node: Node, image: Any) -> Iterator[Diagnostic]:
    """SP164: values are taken for sRGB."""
    if str(image.mode).startswith("I"):
        hint = "save it with 8 bits for each channel"
        yield Diagnostic("SP164", "the PNG has 16 bits for each channel", node.place, (hint,), _WARNING)
    profile = image.info.get("icc_profile")
    if isinstance(profile, bytes) and b"sRGB" not in profile and b"s\0R\0G\0B" not in profile:
        message = "the PNG has a colour profile that is not sRGB; its colours will shift"
        yield Diagnostic("SP164", message, node.place, ("convert it to sRGB and save it again",), _WARNING)


def _stands_out(image: Any, ground: Color) -> bool:
    """Whether enough of what is painted differs from the ground."""
    small = image.convert("RGBA").resize(_SAMPLE)
    counted = small.getcolors(_SAMPLE[0] * _SAMPLE[1]) or []
    painted = [(count, pixel) for count, pixel in counted if pixel[3] >= 128]
    strong = sum(count for count, pixel in painted if contrast(_color(pixel), ground) >= LEAST_CONTRAST)
    return strong >= _LEAST_SHARE * sum(count for count, _ in painted) and bool(painted)


def _color(pixel: tuple[int, int, int, int]) -> Color:
    red, green, blue, _ = (value / 255 for value in pixel)
    return Color((red, green, blue), (0, 0, 0, 0))


def _faint(art: Art) -> Diagnostic:
    message = f"the {art.slot.key} hardly stands out from the page, which is nearly white"
    hint = "use the version that is meant for white paper"
    return Diagnostic("SP165", message, art.node.place, (hint,), _WARNING)
