"""What goes to a print shop in one parcel: which products of a kit, how many, and each with its ticket.

Leads orders through the shop's target and the ticket. Not here: what a ticket says and how the folder is made up
(`press/ticket.py`, `press/package.py`), writing it.
"""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from sopprint.layout.poster import Laid
from sopprint.press.fits import fits as fits_of
from sopprint.press.package import Article, print_name
from sopprint.press.ticket import Ticket, art, finish, terms
from sopprint.products.make import make, make_for_shop
from sopprint.resolve.guide import template_folders

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sopprint.diagnostics import Diagnostic
    from sopprint.model.kit import Kit, Run
    from sopprint.model.shop import StandardName
    from sopprint.press.fits import Fits
    from sopprint.press.shop import Profile
    from sopprint.products.order import Made, Order
    from sopprint.products.workshop import Workshop
    from sopprint.resolve.document import Document

_LANGUAGES = {
    "en": "English", "es": "Spanish", "vi": "Vietnamese", "zh": "Chinese", "ru": "Russian", "ar": "Arabic",
    "hmn": "Hmong", "pa": "Punjabi", "zh-Hans": "simplified Chinese", "zh-Hant": "traditional Chinese",
}  # fmt: skip


class Parcel(Struct, frozen=True):
    """A job for a shop: `picture` makes a PNG of a PDF's first page."""

    job: str
    profile: Profile
    standard: StandardName
    picture: Callable[[bytes], bytes]


class Packed(Struct, frozen=True):
    """One order in the parcel, and what was noticed while it was made."""

    article: Article
    findings: tuple[Diagnostic, ...]


def asked_for(kit: Kit | None, wanted: Iterable[Order]) -> tuple[Order, ...]:
    """What a shop prints of these: what the kit's runs name, or all where it names none; each once, no booklets."""
    printed = [order for order in wanted if order.product != "booklet"]
    if kit is not None and kit.printing.runs:
        printed = [order for order in printed if run_of(kit, order) is not None]
    once = {(o.tool, o.variant, o.product, o.paper.name, o.orientation, o.lang): o for o in printed}
    return tuple(once.values())


def run_of(kit: Kit | None, order: Order) -> Run | None:
    """The first of the kit's runs that an order belongs to. Who wants booklets gets them of the guide's pages."""
    for run in kit.printing.runs if kit is not None else ():
        tools = run.tools == "all" or order.tool in run.tools
        product = "guide" if run.product == "booklet" else run.product
        if product == order.product and tools and (not run.papers or order.paper.name in run.papers):
            return run
    return None


def packed(shop: Workshop, order: Order, parcel: Parcel, item: int, items: int) -> Packed:
    """Make one print file, measured where Ghostscript is, with its ticket and picture.

    Raises SopprintError as `make_for_shop` does.
    """
    run = run_of(shop.library.kit, order)
    profile = _finished(parcel.profile, run)
    made, fits = make_for_shop(shop, order, profile, parcel.standard, measure=True)
    if order.product != "poster" and fits.laminated is not None:
        fits = fits_of(fits.trim, replace(profile.shop, lamination=None))
    ticket = _ticket(shop, order, parcel, made, fits, profile, run)
    ticket = replace(ticket, item=item, items=items)
    screen = make(shop, order)
    return Packed(Article(ticket, made.data, _page(shop, order, ticket), parcel.picture(screen.data)), made.findings)


def _finished(profile: Profile, run: Run | None) -> Profile:
    """The shop's profile with the film that a run asks for."""
    wanted, film = run.finishing.lamination if run else None, profile.shop.lamination
    if wanted is None or film is None:
        return profile
    changed = None if wanted == "none" else replace(film, film=wanted)
    return replace(profile, shop=replace(profile.shop, lamination=changed))


def _ticket(
    shop: Workshop, order: Order, parcel: Parcel, made: Made, fits: Fits, profile: Profile, run: Run | None
) -> Ticket:
    name = print_name(parcel.job, _stem(order), fits, profile.shop.most_bleed, parcel.standard)
    document = _document(shop, order)
    return Ticket(
        job=parcel.job,
        item=0,
        items=0,
        title=_title(document, order),
        tool=order.tool,
        variant=order.variant,
        product=order.product,
        language=" and ".join(_LANGUAGES.get(lang, lang) for lang in order.lang.split("+")),
        edition=document.edition,
        shop=profile.shop.title,
        art=art(name, sha256(made.data).hexdigest(), made.pages, fits, profile, parcel.standard),
        finish=finish(fits, profile.shop, run),
        terms=terms(shop.library.kit, run),
    )


def _stem(order: Order) -> str:
    product = None if order.product == "poster" else order.product
    return "-".join(part for part in (order.tool, order.variant, product, order.lang) if part)


def _title(document: Document, order: Order) -> str:
    found = document.words.phrase("title")
    kind = "" if order.product == "poster" else order.product.replace("-", " ")
    return ", ".join(filter(None, (found.text if found else order.tool, order.variant, kind)))


def _document(shop: Workshop, order: Order) -> Document:
    return shop.library.document(order.tool, lang=order.lang, paper=order.paper, variant=order.variant)


def _page(shop: Workshop, order: Order, ticket: Ticket) -> bytes:
    from sopprint.press.ticket_page import ticket_pdf

    folders = template_folders(shop.library.kit_folder)
    return ticket_pdf(ticket, pictured(shop, order), _document(shop, order), shop.setter("en"), folders)


def pictured(shop: Workshop, order: Order) -> Laid:
    """What the ticket shows: the poster, or a guide's first page."""
    if order.product == "poster":
        from sopprint.products import poster

        return poster.arrange(shop, order)
    from sopprint.products import guide

    arranged = guide.arrange(shop, order)
    return Laid(arranged.laid.pages[0], arranged.about, arranged.laid.report)
