"""Any product from its order: which module makes what."""

from __future__ import annotations

from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sopprint.model.shop import StandardName
    from sopprint.press.fits import Fits
    from sopprint.press.shop import Profile
    from sopprint.products.order import Made, Order, ProductName
    from sopprint.products.workshop import Workshop

_MODULES: Mapping[ProductName, str] = MappingProxyType({
    "poster": "poster", "guide": "guide", "booklet": "booklet", "quick-guide-line-staff": "guide",
    "quick-guide-leaders": "guide",
})  # fmt: skip


def make(shop: Workshop, order: Order) -> Made:
    """Make what is ordered. Raises SopprintError when a file is wrong or something does not fit."""
    made: Made = import_module(f"sopprint.products.{_MODULES[order.product]}").make(shop, order)
    return made


def make_for_shop(
    shop: Workshop, order: Order, profile: Profile, standard: StandardName | None = None, *, measure: bool = False
) -> tuple[Made, Fits]:
    """Make what is ordered for a print shop, verified, and say how it fits there. Not for booklets: shops impose.

    `measure` has Ghostscript measure the ink. Raises SopprintError as `make` does, and with ExitCode.VERIFY.
    """
    module = import_module(f"sopprint.products.{_MODULES[order.product]}")
    made: tuple[Made, Fits] = module.make_for_shop(shop, order, profile, standard, measure=measure)
    return made
