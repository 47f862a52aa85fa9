"""What a file is measured against: a shop's needs as plain numbers, apart from how shops are written down.

The defaults are for large laminated posters; the numbers are those of the GWG 2022 large-format and digital variants
where there are any, and common US trade values otherwise.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from sopprint.geometry import Insets

if TYPE_CHECKING:
    from sopprint.model.shop import Shop

Standard = Literal["declared", "x4", "x1a", "none"]


class Limits(Struct, frozen=True):
    """Lengths in points, ink in per cent, distance in metres.

    `standard` "declared" takes what the file says it is, and PDF/X-4 when it says nothing. `bleed` is what the shop
    needs on each edge, `border` the edge that has to stay white. `marks` False: nothing may be outside the bleed.
    `spots` are colours the shop asked for, such as "CutContour". `ink_area` is the share of the trim, in per cent,
    that may be over `ink`. Resolutions are at arm's length; they are divided by `distance` where people stand farther
    away (GWG 2022, R0026 ff.).
    """

    name: str = "general"
    standard: Standard = "declared"
    bleed: Insets = Insets()
    border: float = 0.0
    ink: float = 300.0
    ink_area: float = 0.02
    line: float = 0.25
    small_text: float = 5.0
    reversed_text: float = 8.0
    overprint_text: float = 12.0
    overprint_line: float = 2.0
    rich_black: float = 280.0
    ppi: float = 149.0
    ppi_good: float = 224.0
    bitmap_ppi: float = 349.0
    bitmap_ppi_good: float = 599.0
    distance: float = 1.0
    marks: bool = True
    spots: tuple[str, ...] = ()
    one_size: bool = True


def of_shop(name: str, shop: Shop) -> Limits:
    """A shop's profile as limits; what profiles do not tell stays as it is for posters."""
    from sopprint.model.shop import points

    return Limits(
        name=name,
        standard=shop.standard,
        bleed=shop.bleeds,
        border=points(shop.border),
        ink=shop.ink_limit,
        marks=shop.marks is not None,
    )
