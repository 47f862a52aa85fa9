"""Booklets: a guide's pages two by two on sheets to fold and staple. Not here: imposing (`press/impose.py`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from sopprint.products import guide
from sopprint.products.order import Made, file_name

if TYPE_CHECKING:
    from sopprint.geometry import Length
    from sopprint.products.order import Order
    from sopprint.products.workshop import Workshop


def make(shop: Workshop, order: Order, thickness: Length | None = None) -> Made:
    """Make a guide's booklet, on the smallest office paper that takes two of its pages.

    `thickness` of one sheet; office paper when not given. Raises SopprintError as a guide does, and without pikepdf.
    """
    from sopprint.press.impose import OFFICE_PAPER, impose

    reader = guide.make(shop, replace(order, product="guide"))
    name = file_name(order)
    made = impose(reader.data, thickness=thickness.points if thickness else OFFICE_PAPER, file=name)
    sheet = made.report.sheet
    findings = (*reader.findings, *made.report.findings)
    return Made(name, made.data, findings, sheet.width, sheet.height, 2 * made.report.sheets, made.report)
