"""The boxes that figures cover, which PDF/UA readers need to reflow and to magnify (ISO 32000-1, 14.8.5.4.3).

Measured from what is painted, never from what layout meant. `tags.py` writes them as attributes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopprint.frame import FieldItem, ImageItem, LinkItem, PageItem, PathItem, TextItem

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sopprint.frame import Element, Item, Page
    from sopprint.geometry import Box

Edges = tuple[float, float, float, float]


def measure(page: Page, origin: float, owners: Mapping[int, int]) -> dict[int, Edges]:
    """Figure's element index to (left, bottom, right, top) on the sheet, whose trim starts at `origin`. Points.

    `owners` is what `figures` says of the page's elements.
    """
    boxes: dict[int, Edges] = {}
    flip = page.size.height + origin
    for item in page.items:
        figure = None if item.tag is None else owners.get(item.tag)
        if figure is not None:
            left, top, right, bottom = _extent(item)
            boxes[figure] = joined(boxes.get(figure), (left + origin, flip - bottom, right + origin, flip - top))
    return boxes


def joined(a: Edges | None, b: Edges) -> Edges:
    if a is None:
        return b
    return min(a[0], b[0]), min(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3])


def figures(elements: Sequence[Element]) -> dict[int, int]:
    """Each element in a figure, and the figure itself, to the outermost figure it is in."""
    found: dict[int, int] = {}
    for index, element in enumerate(elements):
        if element.parent is not None and element.parent in found:
            found[index] = found[element.parent]
        elif element.role == "Figure":
            found[index] = index
    return found


def _extent(item: Item) -> Edges:
    """Left, top, right, bottom. A curve lies within its control points, and a circle's lie on its box."""
    match item:
        case TextItem():
            return item.x, item.y - item.ascent, item.x + item.width, item.y + item.descent
        case ImageItem() | LinkItem() | FieldItem() | PageItem():
            return item.box.left, item.box.top, item.box.right, item.box.bottom
        case PathItem():
            half = item.width / 2 if item.stroke else 0.0
            xs, ys = _numbers(item, 0), _numbers(item, 1)
            return _clipped((min(xs) - half, min(ys) - half, max(xs) + half, max(ys) + half), item.clip)


def _clipped(edges: Edges, clip: Box | None) -> Edges:
    if clip is None:
        return edges
    left, top, right, bottom = edges
    return (
        min(max(left, clip.left), clip.right), min(max(top, clip.top), clip.bottom),
        min(max(right, clip.left), clip.right), min(max(bottom, clip.top), clip.bottom),
    )  # fmt: skip


def _numbers(item: PathItem, axis: int) -> list[float]:
    return [v for _, values in item.path.segments for v in values[axis::2]]
