"""Where zones are on the squared-up picture: shapes from the empty poster's page, masks in pixels.

Purpose: a zone is what is drawn around it, a circle, a roof, a half circle, and zones lie inside each other. Not here:
which are hidden (`verdict.py`), painting (`hide.py`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import cv2
import numpy as np

from sopprint.frame import PathItem, TextItem
from sopprint.geometry import Box

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sopprint.photo.arrays import Mask
    from sopprint.photo.values import Blank

Polygon = tuple[tuple[float, float], ...]  # u

_SIDES: Final = 24.0  # u; an outline lies this near to the edges of its zone's region
_TAB: Final = 90.0  # and this near to the top, where a tab may stand out
_FINEST: Final = 0.5  # pixels per u that masks are made at; more would only take longer
_DRAWN: Final = frozenset({"outline", "ring", "write", "walls", "roof", "panel", "plate"})


def boxes(blank: Blank, zone: str) -> tuple[Box, ...]:
    """The regions of a zone (u), in the order drawn."""
    return tuple(r.box.scaled(1 / blank.unit) for r in blank.page.regions if r.kind == "zone" and r.name == zone)


def largest(blank: Blank, zone: str) -> Box:
    """The region that the zone is mainly written in."""
    return max(boxes(blank, zone), key=_area)


def shape(blank: Blank, box: Box) -> Polygon:
    """The outline drawn around a region (u); the region itself where nothing fits."""
    for item in blank.page.items:
        if isinstance(item, PathItem) and item.name in _DRAWN:
            drawn = item.path.bounds().scaled(1 / blank.unit)
            if _is_outline(drawn, box):
                longest = max(item.path.flattened(), key=len)
                return tuple((x / blank.unit, y / blank.unit) for x, y in longest)
    return ((box.left, box.top), (box.right, box.top), (box.right, box.bottom), (box.left, box.bottom))


def _is_outline(drawn: Box, region: Box) -> bool:
    sides = (drawn.left - region.left, drawn.right - region.right, drawn.bottom - region.bottom)
    return all(abs(gap) <= _SIDES for gap in sides) and -_SIDES <= drawn.top - region.top <= _TAB


def mask(blank: Blank, zones: Sequence[str], size: tuple[int, int], scale: float, grow: float = 0.0) -> Mask:
    """Pixels (height x width, uint8 0 or 255) of the zones, `grow` u beyond their edges; true to 2 u.

    Zones inside them that are not named stay out; of the corners between a shape and its region, those that no other
    zone has are in.
    """
    fine = min(1.0, _FINEST / scale)
    coarse: Mask = np.zeros((max(1, round(size[0] * fine)), max(1, round(size[1] * fine))), np.uint8)
    for zone in zones:
        for box in boxes(blank, zone):
            coarse = np.bitwise_or(coarse, _one(blank, box, zones, coarse.shape, scale * fine))
    if grow > 0 and coarse.any():
        reach = max(1, round(grow * scale * fine))
        round_ = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * reach + 1, 2 * reach + 1))
        coarse = np.asarray(cv2.dilate(coarse, round_), np.uint8)
    return np.asarray(cv2.resize(coarse, (size[1], size[0]), interpolation=cv2.INTER_NEAREST), np.uint8)


def _one(blank: Blank, box: Box, zones: Sequence[str], size: tuple[int, ...], scale: float) -> Mask:
    others = [r.box.scaled(1 / blank.unit) for r in blank.page.regions if r.kind == "zone" and r.name not in zones]
    near = [other for other in others if other.overlaps(box)]
    nested = [other for other in near if box.contains(other, slack=_SIDES) and _area(other) < _area(box)]
    drawn = _filled([shape(blank, box)], size, scale)
    drawn &= ~_filled([shape(blank, other) for other in nested], size, scale)
    if any(other.contains(box, slack=_SIDES) for other in near if other not in nested):
        return drawn  # its corners are another zone's
    corners = _filled([_corners(box)], size, scale)
    corners &= ~_filled([shape(blank, other) for other in near], size, scale)
    return np.bitwise_or(drawn, corners)


def _filled(shapes: Sequence[Polygon], size: tuple[int, ...], scale: float) -> Mask:
    made: Mask = np.zeros(size, np.uint8)
    for points in shapes:
        cv2.fillPoly(made, [np.round(np.asarray(points) * scale).astype(np.int32)], 255)
    return made


def _corners(box: Box) -> Polygon:
    return ((box.left, box.top), (box.right, box.top), (box.right, box.bottom), (box.left, box.bottom))


def _area(box: Box) -> float:
    return box.width * box.height


def headings(blank: Blank, zone: str) -> tuple[Box, ...]:
    """Where the printed names of a zone stand (u): they may stay readable on what is hidden."""
    return tuple(box.scaled(1 / blank.unit) for box in _heading_boxes(blank, zone))


def _heading_boxes(blank: Blank, zone: str) -> Iterator[Box]:
    page = blank.page
    own = [r.box for r in page.regions if r.kind == "zone" and r.name == zone]
    inner = [r.box for r in page.regions if r.kind == "zone" and r.name != zone and any(_inside(r.box, o) for o in own)]
    for item in page.items:
        if not isinstance(item, TextItem) or item.tag is None or item.tag < 0 or page.elements[item.tag].role != "H2":
            continue
        box = Box(item.x, item.y - item.ascent, item.x + item.width, item.y + item.descent)
        if any(o.contains(box, slack=_TAB / 2 * blank.unit) for o in own) and not any(i.contains(box) for i in inner):
            yield box


def _inside(inner: Box, outer: Box) -> bool:
    return outer.contains(inner) and _area(inner) < _area(outer)
