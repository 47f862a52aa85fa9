"""Posters: one page, for screens, office printers or a print shop. Not here: layout, PDF, the shop's rules."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from msgspec.structs import replace

from sopprint.diagnostics import Diagnostic
from sopprint.errors import ExitCode, SopprintError
from sopprint.paper import paper
from sopprint.products.order import Made, file_name, shop_name

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sopprint.diagnostics import Report
    from sopprint.layout.poster import Laid
    from sopprint.model.shop import StandardName
    from sopprint.press.fits import Fits
    from sopprint.press.shop import Profile
    from sopprint.products.order import Order
    from sopprint.products.workshop import Workshop
    from sopprint.resolve.document import Document

Target = Literal["screen", "office"]
# ISO 32000-1, table 150: no printer shall shrink it to its margins, and the tray follows the page
_VIEWER: Mapping[Target, Mapping[str, str | int]] = MappingProxyType({
    "screen": MappingProxyType({}),
    "office": MappingProxyType({"PrintScaling": "None", "PickTrayByPDFSize": True}),
})  # fmt: skip


def arrange(shop: Workshop, order: Order) -> Laid:
    """Lay one poster out. Raises SopprintError when a file is wrong or something does not fit."""
    return _laid(_document(shop, order), order, shop)


def make(shop: Workshop, order: Order, target: Target = "screen") -> Made:
    """Make one poster for screens or office printers. Raises SopprintError as `arrange` does."""
    from sopprint.pdf.painter import paint

    laid = arrange(shop, order)
    about = replace(laid.about, made_for=target)
    return _made(laid, order, paint([laid.page], about, viewer=_VIEWER[target]))


def make_for_shop(
    shop: Workshop, order: Order, profile: Profile, standard: StandardName | None = None, *, measure: bool = False
) -> tuple[Made, Fits]:
    """Make one poster for a print shop, and say how it fits there. Raises SopprintError as `print_ready` does."""
    from sopprint.press.job import Work, print_ready

    document = _document(shop, order)
    laid, tool = _laid(document, order, shop), document.tool
    about = replace(laid.about, made_for="print-shop")
    setter = shop.setter(order.lang)
    work = Work((laid.page,), about, tool.tool, tool.edition, setter, document.look, document.brand.name or "")
    ready = print_ready(work, profile, standard, measure=measure)
    made = _made(laid, order, ready.data)
    name = shop_name(made.name, profile.name, ready.standard)
    return replace(made, name=name, findings=(*made.findings, *ready.findings)), ready.fits


def _document(shop: Workshop, order: Order) -> Document:
    return shop.library.document(
        order.tool,
        lang=order.lang,
        paper=order.paper,
        orientation=order.orientation,
        variant=order.variant,
        settings=order.settings,
    )


def _laid(document: Document, order: Order, shop: Workshop) -> Laid:
    from sopprint.layout.poster import lay_out

    laid = lay_out(document, shop.setter(order.lang))
    if laid.report.errors:
        raise _refusal(order, document.tool.smallest, laid.report)
    return laid


def _made(laid: Laid, order: Order, data: bytes) -> Made:
    size = laid.page.size
    name = file_name(order, landscape=size.width > size.height)
    return Made(name, data, tuple(laid.report), size.width, size.height)


def _refusal(order: Order, smallest: str, report: Report) -> SopprintError:
    """Why a poster cannot be made: its words, or paper that is smaller than the tool is made for."""
    least, asked = paper(smallest), order.paper
    if asked.size.width >= least.size.width and asked.size.height >= least.size.height:
        return SopprintError(report)
    message = f"{order.tool} does not fit on {asked.name}: parts of it would be too small to read"
    hint = f"the smallest paper it is made for is {least.name}"
    return SopprintError([Diagnostic("SP135", message, hints=(hint,))], ExitCode.USAGE)
