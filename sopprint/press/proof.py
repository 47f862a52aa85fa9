"""Proofs on a screen: a page with the lines it is cut, sealed and punched along, and in the colours of the press.

The page that comes out is drawn like any other; it is a picture to look at, never to print. Soft proof: every flat
colour is taken through the ICC profile of the shop's printing condition (relative colorimetric, with black point
compensation); pictures keep their own colours. Not here: files for the shop (`job.py`), pixels (`preview.py`).
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from msgspec.structs import replace

from sopprint.color import Color
from sopprint.frame import ImageItem, Page, PathItem, TextItem
from sopprint.geometry import Box, Matrix, Size, ellipse, rectangle, rounded
from sopprint.model.shop import points
from sopprint.press.lamination import holes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sopprint.frame import Item
    from sopprint.model.shop import Shop

MARGIN = 18.0  # points of the table around everything
TABLE = Color.of("#D9DCE0", (0, 0, 0, 15))
BLEED = Color.of("#0077C8", (100, 30, 0, 0))
TRIM = Color.of("#D6006E", (0, 100, 0, 0))
SAFE = Color.of("#2E8B3D", (80, 10, 90, 0))
FILM = Color.of("#5B5F66", (0, 0, 0, 75))
PUNCH = Color.of("#C25400", (0, 70, 100, 10))
WEIGHT = 1.5  # points, on a sheet 24 in high; lines grow with the sheet
SHEET = 1728.0


def with_boxes(page: Page, shop: Shop) -> Page:
    """The page on a table, with its bleed, trim, safe area, laminate edge and grommets outlined."""
    film = shop.lamination
    lip = points(film.lip) if film else 0.0
    room = max(shop.most_bleed, lip) + MARGIN
    size = Size(page.size.width + 2 * room, page.size.height + 2 * room)
    trim = Box.sized(room, room, page.size.width, page.size.height)
    bleed = Box(
        trim.left - shop.bleeds.left, trim.top - shop.bleeds.top,
        trim.right + shop.bleeds.right, trim.bottom + shop.bleeds.bottom,
    )  # fmt: skip
    table = PathItem(rectangle(Box(0, 0, size.width, size.height)), fill=TABLE, square=True, name="table")
    artwork = _moved(page.items, room, bleed)
    return Page(size, 0.0, (table, *artwork, *_lines(page, shop, trim, bleed, lip)), page.elements[:1])


def _lines(page: Page, shop: Shop, trim: Box, bleed: Box, lip: float) -> Iterator[PathItem]:
    width = WEIGHT * max(min(page.size.width, page.size.height) / SHEET, 0.4)
    dash = (4 * width, 3 * width)
    if shop.most_bleed:
        yield PathItem(rectangle(bleed), stroke=BLEED, width=width, square=True, name="bleed")
    yield PathItem(rectangle(trim), stroke=TRIM, width=width, square=True, name="trim")
    safe = trim.inset(max(points(shop.safe), points(shop.border)))
    yield PathItem(rectangle(safe), stroke=SAFE, width=width, dash=dash, square=True, name="safe")
    film = shop.lamination
    if film is None:
        return
    yield PathItem(rounded(trim.outset(lip), points(film.radius)), stroke=FILM, width=width, name="film")
    if film.grommets is not None:
        for hole in holes(page.size, lip, film.grommets):
            disc = ellipse(hole.x + trim.left, hole.y + trim.top, points(film.grommets.clear) / 2)
            yield PathItem(disc, stroke=PUNCH, width=width, dash=dash, name="grommet")


def _moved(items: tuple[Item, ...], by: float, edge: Box) -> Iterator[Item]:
    """Items further right and down, cut off at the edge of the bleed."""
    for item in items:
        match item:
            case TextItem():
                yield replace(item, x=item.x + by, y=item.y + by, tag=None)
            case PathItem():
                clip = item.clip.shifted(by, by) if item.clip else edge
                yield replace(item, path=item.path.transformed(Matrix.shift(by, by)), clip=clip, tag=None)
            case ImageItem():
                yield replace(item, box=item.box.shifted(by, by), tag=None)


def soft_proof(page: Page, icc: bytes) -> Page:
    """The page in the colours that the press will give it, as far as this screen shows them."""
    convert = _through(icc)
    return replace(page, items=tuple(_inked(item, convert) for item in page.items))


def _inked(item: Item, convert: Callable[[Color], Color]) -> Item:
    match item:
        case TextItem():
            return replace(item, color=convert(item.color))
        case PathItem():
            fill = convert(item.fill) if item.fill else None
            return replace(item, fill=fill, stroke=convert(item.stroke) if item.stroke else None)
        case _:
            return item


def _through(icc: bytes) -> Callable[[Color], Color]:
    """A colour's screen value from its press value, by way of the profile; each colour is worked out once."""
    from PIL import Image, ImageCms  # a part of ReportLab's own needs; only proofs use its colour management

    transform = ImageCms.buildTransform(
        ImageCms.ImageCmsProfile(io.BytesIO(icc)), ImageCms.createProfile("sRGB"), "CMYK", "RGB",
        ImageCms.Intent.RELATIVE_COLORIMETRIC, ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )  # fmt: skip
    known: dict[Color, Color] = {}

    def convert(color: Color) -> Color:
        if color not in known:
            c, m, y, k = (round(ink * 2.55) for ink in color.press)
            pixel = ImageCms.applyTransform(Image.new("CMYK", (1, 1), (c, m, y, k)), transform)
            assert pixel is not None
            red, green, blue = pixel.tobytes()
            known[color] = Color((red / 255, green / 255, blue / 255), color.press)
        return known[color]

    return convert
