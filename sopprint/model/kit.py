"""`sopprint.yaml`: a county's name, brand, settings, and what to make."""

from typing import Annotated, Literal

from msgspec import Meta, Struct, field

from sopprint.model.elements import Name
from sopprint.model.theme import Hex, Press


class Accent(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The county's colour; it replaces navy in the title and the program name, and nothing else."""

    screen: Hex
    press: Press


class County(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Who prints. Files are relative to the kit's folder."""

    name: Annotated[str, Meta(min_length=1, max_length=60)]
    program: str | None = None
    logo: str | None = None  # SVG or PNG for the header
    logo_alt: str | None = None
    mark: str | None = None  # SVG for the footer, printed in one colour
    accent: Accent | None = None
    guide_url: Annotated[str, Meta(max_length=200, pattern=r"^https?://\S+$")] | None = None


class Wanted(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Every tool on every paper in every language."""

    tools: tuple[Name, ...] | Literal["all"] = "all"
    papers: tuple[str, ...] = ()
    languages: tuple[str, ...] = ("en",)
    variants: tuple[str, ...] = ()  # "safety-house/group" makes that one besides


class Posters(Wanted, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Which posters `sopprint build` makes; in every orientation, too."""

    papers: tuple[str, ...] = ("arch-d", "tabloid")
    orientations: tuple[Literal["landscape", "portrait", "default"], ...] = ("default",)


class Guides(Wanted, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Which facilitator guides; a booklet is the guide on sheets twice as large, to fold and staple."""

    papers: tuple[str, ...] = ("half-letter",)
    booklets: bool = True


class QuickGuides(Wanted, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Which two-page guides, and for whom."""

    papers: tuple[str, ...] = ("letter",)
    roles: tuple[Literal["line-staff", "leaders"], ...] = ("line-staff", "leaders")


class Kit(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One county's kit."""

    county: County
    posters: Posters = field(default_factory=Posters)
    guides: Guides | None = None  # none are made unless the kit says so; `guides: {}` makes them all
    quick_guides: QuickGuides | None = None
    settings: dict[Name, dict[Name, bool]] = field(default_factory=dict)  # tool -> element -> drawn or not
