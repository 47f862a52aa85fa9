"""A few small pictures of primitives, for what numbers do not show: joins, seams, what covers what.

Run with SOPPRINT_WRITE_PIXELS=1 to draw them anew, then look at them. Small differences of antialiasing are allowed.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from sopprint.draw.chips import arrow_chip
from sopprint.draw.icons import draw_icon
from sopprint.draw.markkey import SHAPES
from sopprint.draw.registry import drawer
from sopprint.draw.tickbox import tick_box
from sopprint.frame import About, Page
from sopprint.geometry import Box, Point
from sopprint.model.elements import Circle, Dome, House, Panel, Slot, Slots, Space, Step, Trail
from sopprint.pdf.painter import paint

pytest.importorskip("pypdfium2", reason="pypdfium2 is not installed: pages cannot be drawn as pixels")
pytest.importorskip("PIL", reason="Pillow is not installed: pictures cannot be compared")
numpy = pytest.importorskip("numpy", reason="NumPy is not installed: pictures cannot be compared")

HERE = Path(__file__).parent
WIDTH = 240  # pixels of a picture
TOLERANCE = 0.004  # of full scale, mean over all pixels: about one hairline moved by half a pixel

WORDS = """
good: {name: Good Things, prompt: What feels good?, alt: A house.}
outer: {name: Outer circle, alt: A half circle.}
inside: {name: Inside the house, alt: A house.}
rules: {name: House rules, alt: A roof.}
red: {name: Red circle, alt: A dashed circle.}
path: {name: Safety path, near: Safe, far: Worried, alt: A path.}
harm: {name: Harm, prompt: What happened, alt: A panel., ticks: [One, Two], slots: {a: {name: Who}, b: {name: What}}}
"""
FULL = Box(0, 0, 1000, 1000)


def element(spec, box):
    return lambda pen: drawer(type(spec))(spec, box, pen)


def house(roof, icon, colour):
    spec = House(zone="good", roof=roof, icon=icon, colour=colour)
    return element(spec, Box(50, 60, 950, 960))


def space(top, icon, colour):
    spec = Space(zone="good", top=top, icon=icon, colour=colour)
    return element(spec, Box(50, 50, 950, 950))


def icons(pen):
    names = ("sun", "cloud", "star", "person", "people", "past", "future", "flag", "shield", "stop", "stones", "list")
    for index, name in enumerate((*names, *(shape for shape, _ in SHAPES))):
        row, column = divmod(index, 4)
        draw_icon(pen, name, "navy", Box.sized(60 + 230 * column, 60 + 230 * row, 190, 190))


def chips_and_boxes(pen):
    for index, degrees in enumerate((0, 90, 225, 315)):
        arrow_chip(pen, Point(140 + 240 * index, 250), degrees, 100)
        tick_box(pen, 60 + 240 * index, 700, 60 + 30 * index, None)


def trail(pen):
    route = (
        Step(to=(0, 70)),
        Step(curve=(0, 400, 200, 500), to=(500, 400)),
        Step(curve=(600, 360, 650, 480), to=(760, 500)),
    )
    pen.resolve = lambda value, _: 150.0 if isinstance(value, str) else value
    spec = Trail(zone="path", start="door", route=route, stones_from=1, stones=6, off=(900, 510))
    drawer(Trail)(spec, FULL, pen)


def panel(pen):
    slots = Slots(zone="harm", colour="rose", rows=(Slot(slot="a"), Slot(slot="b", lines=2)))
    pen.arrange = lambda spec, box: drawer(type(spec))(spec, box, pen)
    spec = Panel(zone="harm", colour="rose", icon="past", head=226, prompt="below", foot=104, content=slots)
    drawer(Panel)(spec, Box(50, 50, 950, 950), pen)


PICTURES = {
    "house-gable": house("gable", "sun", "green"),
    "house-barn": house("barn", "cloud", "indigo"),
    "house-dome": house("dome", "star", "amber"),
    "space-cut": space("cut", "cloud", "indigo"),
    "space-arch": space("arch", "star", "amber"),
    "safety-house": element(Dome(id="house", label_size=24), Box(30, 250, 970, 950)),
    "red-circle": element(
        Circle(zone="red", icon="stop", colour="rose", dash="private", label_size=80), Box(100, 120, 900, 920)
    ),
    "path": trail,
    "panel": panel,
    "icons": icons,
    "chips-and-boxes": chips_and_boxes,
}


def pixels(pen):
    import pypdfium2

    made = pen.finished()
    page = Page(made.size, made.bleed, made.items, made.elements, made.regions)
    drawn = pypdfium2.PdfDocument(paint([page], About("test", "en")))[0].render(scale=WIDTH / page.size.width)
    return drawn.to_pil().convert("RGB")


@pytest.mark.parametrize("name", PICTURES)
def test_picture_is_as_it_was(studio, name):
    from PIL import Image

    pen = studio.pen(WORDS)
    pen.page = FULL
    pen.body = FULL
    PICTURES[name](pen)
    assert len(pen.report) == 0
    picture, file = pixels(pen), HERE / f"{name}.png"
    if os.environ.get("SOPPRINT_WRITE_PIXELS"):
        picture.quantize(32).save(file, optimize=True)
    was = Image.open(file).convert("RGB")
    assert was.size == picture.size
    difference = numpy.abs(
        numpy.asarray(was, dtype=float) - numpy.asarray(picture.quantize(32).convert("RGB"), dtype=float)
    )
    assert difference.mean() / 255 < TOLERANCE


def test_pictures_stay_small():
    files = sorted(HERE.glob("*.png"))
    assert {file.stem for file in files} == set(PICTURES)
    assert max(file.stat().st_size for file in files) < 10_000


def test_a_wrong_picture_would_be_seen(studio):
    """The tolerance is finer than a roof in another shape."""
    from PIL import Image

    one, two = (
        numpy.asarray(Image.open(HERE / f"space-{top}.png").convert("L"), dtype=float) for top in ("cut", "arch")
    )
    assert numpy.abs(one - two).mean() / 255 > 4 * TOLERANCE
