"""Where a poster's zones, corner marks and QR code are, as data for other programs. For `inspect.py`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopprint.frame import Page, Region
    from sopprint.products.order import Order

_UNITS = 2400  # a poster's own unit: its short side / 2400


def describe(page: Page, order: Order, *, zones_only: bool = False) -> dict[str, Any]:
    """The page's regions in units of short side / 2400, origin at the top left, y down."""
    factor = _UNITS / min(page.size.width, page.size.height)
    kept = (region for region in page.regions if region.kind == "zone" or not zones_only)
    return {
        "tool": order.tool,
        "variant": order.variant,
        "language": order.lang,
        "paper": order.paper.name,
        "width": round(page.size.width * factor, 1),
        "height": round(page.size.height * factor, 1),
        "points_per_unit": round(1 / factor, 6),
        "regions": [_region(region, factor) for region in kept],
    }


def lines(data: dict[str, Any]) -> Iterator[str]:
    """One line for each region."""
    return map(_line, data["regions"])


def _region(region: Region, factor: float) -> dict[str, Any]:
    box = region.box.scaled(factor)
    left, top, right, bottom = (round(edge, 1) for edge in (box.left, box.top, box.right, box.bottom))
    polygon = [[left, top], [right, top], [right, bottom], [left, bottom]]
    return {"kind": region.kind, "name": region.name, "polygon": polygon}


def _line(region: dict[str, Any]) -> str:
    (left, top), _, (right, bottom), _ = region["polygon"]
    return f"{region['kind']:<6} {region['name']:<24} {left:>7} {top:>7} {right:>7} {bottom:>7}"
