"""A page in small: the poster's own items at another scale, for the pictures of it in guides.

It is made once for a guide and shown wherever it is needed. Not here: where it stands, callouts (`boxes/picture.py`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from sopprint.frame import ImageItem, Page, PageItem, PathItem, TextItem
from sopprint.geometry import Matrix, Size

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopprint.frame import Item


def miniature(page: Page, width: float) -> Page:
    """The page `width` points wide, as a picture: nothing in it is tagged, and links lead nowhere."""
    scale = width / page.size.width
    return Page(Size(width, page.size.height * scale), 0.0, tuple(_scaled(page.items, scale)), ())


def _scaled(items: tuple[Item, ...], scale: float) -> Iterator[Item]:
    for item in items:
        match item:
            case TextItem():
                yield replace(item, x=item.x * scale, y=item.y * scale, size=item.size * scale,
                              width=item.width * scale, ascent=item.ascent * scale, descent=item.descent * scale,
                              tag=None)  # fmt: skip
            case PathItem():
                clip = item.clip.scaled(scale) if item.clip else None
                yield replace(item, path=item.path.scaled(scale), width=item.width * scale, tag=None, clip=clip,
                              dash=tuple(d * scale for d in item.dash))  # fmt: skip
            case ImageItem():
                yield replace(item, box=item.box.scaled(scale), tag=None)
            case PageItem():  # a picture in a picture: a form may hold no other form (`pdf/forms.py`)
                yield from _inside(item, scale)


def _inside(shown: PageItem, scale: float) -> Iterator[Item]:
    frame = shown.box.scaled(scale)
    dx, dy = frame.left, frame.top
    for item in _scaled(shown.page.items, frame.width / shown.page.size.width):
        match item:
            case TextItem():
                yield replace(item, x=item.x + dx, y=item.y + dy)
            case PathItem():
                clip = item.clip.shifted(dx, dy) if item.clip else frame
                yield replace(item, path=item.path.transformed(Matrix.shift(dx, dy)), clip=clip)
            case ImageItem():
                yield replace(item, box=item.box.shifted(dx, dy))
