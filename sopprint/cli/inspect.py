"""`sopprint inspect`: where a poster's zones, corner marks and QR code are, as data for other programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sopprint.cli.catalogue import JSON
from sopprint.cli.choose import POSTER, order_of
from sopprint.cli.spec import Command, Parameter
from sopprint.errors import ExitCode

if TYPE_CHECKING:
    from sopprint.build import Order
    from sopprint.cli.console import Console
    from sopprint.frame import Page, Region
    from sopprint.paper import Orientation

_UNITS = 2400  # a poster's own unit: its short side / 2400
_ZONES = Parameter("zones", "Only zones; leave out write areas, marks, logo and QR code.", ("--zones",), kind="switch")


def run(
    console: Console,
    *,
    tool: str,
    sheet: str,
    orientation: Orientation | None,
    lang: str,
    variant: str | None,
    changes: tuple[str, ...],
    kit: str | None,
    zones: bool,
    as_json: bool,
) -> ExitCode:
    from sopprint.build import arrange

    library, order = order_of(tool, sheet, orientation, lang, variant, changes, kit)
    page = arrange(library, order).page
    data = describe(page, order, zones_only=zones)
    if as_json:
        import json

        console.give(json.dumps(data, ensure_ascii=False, indent=2))
    else:
        console.give("\n".join(_line(region) for region in data["regions"]))
    return ExitCode.OK


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


def _region(region: Region, factor: float) -> dict[str, Any]:
    box = region.box.scaled(factor)
    left, top, right, bottom = (round(edge, 1) for edge in (box.left, box.top, box.right, box.bottom))
    polygon = [[left, top], [right, top], [right, bottom], [left, bottom]]
    return {"kind": region.kind, "name": region.name, "polygon": polygon}


def _line(region: dict[str, Any]) -> str:
    (left, top), _, (right, bottom), _ = region["polygon"]
    return f"{region['kind']:<6} {region['name']:<24} {left:>7} {top:>7} {right:>7} {bottom:>7}"


COMMAND = Command("inspect", "Tell where a poster's zones and marks are.", (*POSTER, _ZONES, JSON), run)
