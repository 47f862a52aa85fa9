"""Sharing space: pure numbers for rows, columns, grids and overlay boxes. Nothing here draws."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from sopprint.geometry import Box
from sopprint.layout.offsets import Axis, OffsetError, resolve

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sopprint.draw.pen import Anchor
    from sopprint.model.elements import At


class Share(Struct, frozen=True):
    """What one child asks of a row or column: a fixed size, or a weight with a minimum."""

    size: float | None = None
    weight: float = 1.0
    least: float = 0.0


def share(total: float, asks: Sequence[Share], gap: float) -> tuple[tuple[float, ...], float]:
    """Extents of the children along one direction, and how much room is missing (0 when all is well).

    Fixed sizes come first; what is left goes by weight, but nobody gets less than its minimum.
    """
    free = total - gap * (len(asks) - 1) - sum(a.size for a in asks if a.size is not None)
    extents = {i: a.size for i, a in enumerate(asks) if a.size is not None}
    open_ = [i for i, a in enumerate(asks) if a.size is None]
    while open_:
        weights = sum(asks[i].weight for i in open_)
        short = [i for i in open_ if free * asks[i].weight / weights < asks[i].least]
        if not short:
            extents.update({i: max(free, 0.0) * asks[i].weight / weights for i in open_})
            break
        for i in short:
            extents[i] = asks[i].least
            free -= asks[i].least
        open_ = [i for i in open_ if i not in short]
    used = sum(extents.values()) + gap * (len(asks) - 1)
    return tuple(extents[i] for i in range(len(asks))), max(used - total, 0.0)


def row_boxes(box: Box, widths: Sequence[float], gap: float) -> tuple[Box, ...]:
    lefts = _starts(box.left, widths, gap)
    return tuple(Box.sized(x, box.top, w, box.height) for x, w in zip(lefts, widths, strict=True))


def column_boxes(box: Box, heights: Sequence[float], gap: float) -> tuple[Box, ...]:
    tops = _starts(box.top, heights, gap)
    return tuple(Box.sized(box.left, y, box.width, h) for y, h in zip(tops, heights, strict=True))


def grid_boxes(box: Box, count: int, columns: int, gap: float, row_gap: float) -> tuple[Box, ...]:
    """Equal cells, filled row by row."""
    rows = -(-count // columns)
    width = (box.width - gap * (columns - 1)) / columns
    height = (box.height - row_gap * (rows - 1)) / rows
    return tuple(
        Box.sized(
            box.left + (i % columns) * (width + gap), box.top + (i // columns) * (height + row_gap), width, height
        )
        for i in range(count)
    )


def _starts(first: float, extents: Sequence[float], gap: float) -> list[float]:
    starts = [first]
    for extent in extents[:-1]:
        starts.append(starts[-1] + extent + gap)
    return starts[: len(extents)]


def overlay_box(at: At | None, box: Box, anchors: Mapping[str, Anchor]) -> Box:
    """The box an `at:` describes inside `box`. Raises OffsetError when it has no extent or says too much."""
    if at is None:
        return box
    left, width = _span((at.left, at.right, at.width, at.center), "x", box, anchors)
    top, height = _span((at.top, at.bottom, at.height, at.middle), "y", box, anchors)
    return Box.sized(box.left + left, box.top + top, width, height)


def _span(
    said: tuple[float | str | None, float | str | None, float | str | None, float | str | None],
    axis: Axis,
    box: Box,
    anchors: Mapping[str, Anchor],
) -> tuple[float, float]:
    """Start and extent along one axis from (near edge, far edge, extent, centre)."""
    extent = box.width if axis == "x" else box.height
    near, far, wide, mid = (None if v is None else resolve(v, axis, box, anchors) for v in said)
    if sum(v is not None for v in (near, far, wide, mid)) > 2:
        raise OffsetError(f"at most two of the settings along {axis} can hold at once")
    start, size = _solve(near, far, wide, mid, extent)
    if size <= 0:
        raise OffsetError(f"there is no room left along {axis} ({size:.0f} u)")
    return start, size


def _solve(
    near: float | None, far: float | None, wide: float | None, mid: float | None, extent: float
) -> tuple[float, float]:
    if mid is not None:
        half = _half(near, far, wide, mid, extent)
        return mid - half, 2 * half
    if wide is not None:
        if far is not None:
            return extent - far - wide, wide
        return near or 0.0, wide
    start = near or 0.0
    return start, extent - (far or 0.0) - start


def _half(near: float | None, far: float | None, wide: float | None, mid: float, extent: float) -> float:
    """Half the extent of a centred box: given, or as far as the nearer edge allows."""
    if wide is not None:
        return wide / 2
    if near is not None:
        return mid - near
    if far is not None:
        return extent - far - mid
    return min(mid, extent - mid)
