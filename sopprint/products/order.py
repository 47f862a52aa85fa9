"""What somebody wants, and what they get: values alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from msgspec import Struct, field

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sopprint.diagnostics import Diagnostic
    from sopprint.paper import Orientation, Paper
    from sopprint.press.impose import PrintReport
    from sopprint.resolve.guide import Role

ProductName = Literal["poster", "guide", "booklet", "quick-guide-line-staff", "quick-guide-leaders"]
QUICK = "quick-guide-"


class Order(Struct, frozen=True):
    """One product that somebody wants.

    `orientation` and `settings` are the poster's: None is the tool's own way, and settings are laid over a kit's. The
    paper of a booklet is that of its pages; sheets are twice as large.
    """

    tool: str
    paper: Paper
    lang: str = "en"
    orientation: Orientation | None = None
    variant: str | None = None
    settings: Mapping[str, bool] = field(default_factory=dict)
    product: ProductName = "poster"


class Made(Struct, frozen=True):
    """A finished product: its file name, its bytes, its findings that are not errors, and its pages' size in points.

    `printed` says how to print a booklet.
    """

    name: str
    data: bytes
    findings: tuple[Diagnostic, ...]
    width: float
    height: float
    pages: int = 1
    printed: PrintReport | None = None


def quick_guide(role: Role) -> ProductName:
    """The product that is a quick guide for a role."""
    return "quick-guide-leaders" if role == "leaders" else "quick-guide-line-staff"


def role_of(product: ProductName) -> Role | None:
    """Whom a quick guide is for; None for all other products."""
    roles: Mapping[str, Role] = {"quick-guide-line-staff": "line-staff", "quick-guide-leaders": "leaders"}
    return roles.get(product)


def file_name(order: Order, *, landscape: bool = False) -> str:
    """`{tool}[-{variant}][-{product}]-{paper}[-{orientation}]-{lang}.pdf`; posters have an orientation, no product."""
    is_poster = order.product == "poster"
    turned = ("landscape" if landscape else "portrait") if is_poster else None
    product = None if is_poster else "guide-booklet" if order.product == "booklet" else order.product
    parts = (order.tool, order.variant, product, order.paper.name, turned, order.lang)
    return "-".join(part for part in parts if part) + ".pdf"


def shop_name(name: str, profile: str, standard: str) -> str:
    """The name of a file for a print shop."""
    return f"{name.removesuffix('.pdf')}-{profile}-{standard}.pdf"
