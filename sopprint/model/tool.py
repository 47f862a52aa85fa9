"""A tool's `layout.yaml`: what it is, who made it, its zones in working order, and how they are arranged."""

from typing import Annotated, Any, Literal

from msgspec import Meta, Struct, field

from sopprint.model.elements import AnyElement, Name

Edition = Annotated[str, Meta(pattern=r"^\d{4}\.\d{1,2}$")]
Change = dict[str, Any]  # settings of one element; checked when they have been put in place


class Attribution(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Whose idea the tool is. The printed credit line is in the words, per language; this must agree with it."""

    tool: str
    by: tuple[str, ...]
    sources: tuple[str, ...] = ()
    licence: str = "CC BY 4.0"  # of our words and drawing


class Arrangement(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What differs from the arrangement before it.

    `body` replaces the whole arrangement. `change` names elements by `id` or zone: new settings are laid over the
    old, a `draw:` puts another element in its place, and `off` leaves it out.
    """

    body: dict[str, Any] | None = None
    change: dict[str, Change | Literal["off"] | bool] = field(default_factory=dict)
    ground: Literal["flat", "wave"] | None = None
    header: Literal["full", "title"] | None = None


class Bilingual(Arrangement, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What differs where a second language stands under the first."""

    landscape: Arrangement | None = None
    portrait: Arrangement | None = None
    narrow: Arrangement | None = None


class Variant(Arrangement, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The same zones drawn otherwise; its words are under `variants:` in the words file."""

    title: str = ""  # what the variant is for, shown by `sopprint list`
    portrait: Arrangement | None = None
    narrow: Arrangement | None = None
    small: Arrangement | None = None
    bilingual: Bilingual | None = None


class Tool(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One SOP tool.

    Arrangements are laid over each other in this order: the body, `portrait` on tall pages or `narrow` on landscape
    pages under 1.4 to 1, `small` on pages whose fine print would fall under 9 pt, `bilingual` with its own
    three on pages in two languages, then the variant and all of its own.
    """

    tool: Name
    edition: Edition
    attribution: Attribution
    order: tuple[Name, ...]  # zones in working order: the order screen readers and guides follow
    body: AnyElement
    orientation: Literal["landscape", "portrait"] = "landscape"
    smallest: str = "letter"  # the smallest paper the tool is made for
    ground: Literal["flat", "wave"] = "flat"
    header: Literal["full", "title"] = "full"  # title: no program lines at the right
    settings: dict[str, bool] = field(default_factory=dict)  # element -> drawn or not; a kit may set these
    portrait: Arrangement | None = None
    narrow: Arrangement | None = None
    small: Arrangement | None = None
    bilingual: Bilingual | None = None
    variants: dict[Name, Variant] = field(default_factory=dict)
    sources: tuple[str, ...] = ()
    # For photographs. `private` zones are hidden unless somebody asks; the last of their tick boxes keeps them off in
    # any case. `permits`: a zone with tick boxes, and the zones that these, in order, allow to be shown.
    private: tuple[Name, ...] = ()
    permits: dict[Name, tuple[Name, ...]] = field(default_factory=dict)
