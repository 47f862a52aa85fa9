"""`sopprint.yaml`: a county's name, brand, settings, and what to make.

What names files, papers or tools is checked against them in `check/kit.py`; what a kit changes is carried out in
`resolve/kit.py` and `resolve/overrides.py`.
"""

from collections.abc import Iterable
from fnmatch import fnmatchcase
from typing import Annotated, Literal

from msgspec import Meta, Struct, field
from msgspec.structs import force_setattr, replace

from sopprint.model.elements import Name
from sopprint.model.kit_theme import File, ThemeChange
from sopprint.model.theme import Hex, Press

Pattern = Annotated[str, Meta(min_length=1, max_length=60)]  # for tool names; * and ? stand for anything
Tools = tuple[Name, ...] | Literal["all"]
Language = Annotated[str, Meta(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]+)*$")]
# One language, or two for posters that say all in both: en+es.
Spoken = Annotated[str, Meta(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]+)*(\+[a-z]{2,3}(-[A-Za-z0-9]+)*)?$")]
Target = Literal["screen", "office", "print-shop"]
Product = Literal["poster", "guide", "booklet", "quick-guide-line-staff", "quick-guide-leaders"]
Sheet = Annotated[str, Meta(min_length=1, max_length=40)]  # a paper's name or measures
Short = Annotated[str, Meta(min_length=1, max_length=80)]
Setting = bool | tuple[Name, ...]


class Accent(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The county's colour; it replaces navy in the title and the program name, and nothing else."""

    screen: Hex
    press: Press


class Contact(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Whom to ask about the tools. Printed in guides and on job tickets; never a family's worker."""

    name: Short | None = None
    phone: Annotated[str, Meta(pattern=r"^[+()0-9 .x-]{5,30}$")] | None = None
    email: Annotated[str, Meta(pattern=r"^[^@\s]+@[^@\s]+\.[^@\s]+$", max_length=80)] | None = None

    @property
    def line(self) -> str:
        """All of it in one line; empty when nothing is given."""
        return " · ".join(part for part in (self.name, self.phone, self.email) if part)


class County(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Who prints. Files are relative to the kit's folder."""

    name: Annotated[str, Meta(min_length=1, max_length=60)]
    short: Annotated[str, Meta(min_length=1, max_length=24)] | None = None  # where the name is too long
    program: Short | None = None
    case_system: Short | None = None  # its name, such as CWS/CMS; else guides speak of it in general
    contact: Contact = field(default_factory=Contact)
    logo: File | None = None  # SVG or PNG for the header
    logo_alt: str | None = None
    mark: File | None = None  # SVG for the footer, printed in one colour
    accent: Accent | None = None
    guide_url: Annotated[str, Meta(max_length=200, pattern=r"^https?://\S+$")] | None = None


class Wanted(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Every tool on every paper in every language. `languages` are the kit's where none are given here."""

    tools: Tools = "all"
    only: tuple[Pattern, ...] = ()
    except_: tuple[Pattern, ...] = field(default=(), name="except")
    papers: tuple[Sheet, ...] = ()
    languages: tuple[Language, ...] = ()
    variants: tuple[str, ...] = ()  # "safety-house/group" makes that one besides

    def wants(self, tool: str) -> bool:
        """Whether a tool of that name is among those to make."""
        named = self.tools == "all" or tool in self.tools
        only = not self.only or any(fnmatchcase(tool, pattern) for pattern in self.only)
        return named and only and not any(fnmatchcase(tool, pattern) for pattern in self.except_)


class Posters(Wanted, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Which posters `sopprint build` makes; in every orientation, and for every target, too."""

    languages: tuple[Spoken, ...] = ()  # en+es: both on one poster
    papers: tuple[Sheet, ...] = ("arch-d", "tabloid")
    orientations: tuple[Literal["landscape", "portrait", "default"], ...] = ("default",)
    targets: tuple[Target, ...] = ("screen",)


class Guides(Wanted, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Which facilitator guides; a booklet is the guide on sheets twice as large, to fold and staple."""

    papers: tuple[Sheet, ...] = ("half-letter",)
    booklets: bool = True


class QuickGuides(Wanted, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Which two-page guides, and for whom."""

    papers: tuple[Sheet, ...] = ("letter",)
    roles: tuple[Literal["line-staff", "leaders"], ...] = ("line-staff", "leaders")


class Finishing(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What happens to the sheets after printing. Without `lamination`, posters get the shop's film and guides none."""

    lamination: Literal["none", "matte", "gloss", "dry-erase"] | None = None
    binding: Literal["none", "saddle-stitch"] = "none"
    grommets: bool = False
    note: Annotated[str, Meta(max_length=300)] | None = None


class Run(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How many of which products a job ticket asks for. Without `papers`, on every paper they are made on."""

    product: Product
    copies: Annotated[int, Meta(ge=1, le=100_000)]
    tools: Tools = "all"
    papers: tuple[Sheet, ...] = ()
    stock: Short | None = None  # the paper, in the shop's words
    finishing: Finishing = field(default_factory=Finishing)


class Printing(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Who prints, how many, and on what terms. `shop` is a profile: one of those shipped, or one in the kit's `shops/`.

    What is not given stays blank on the job ticket, to be written in.
    """

    shop: Name | None = None
    job: Annotated[str, Meta(min_length=1, max_length=40)] | None = None  # what the shop calls it by
    proof: Short | None = None
    due: Short | None = None
    delivery: Annotated[str, Meta(max_length=160)] | None = None
    budget: Short | None = None  # code or purchase order
    runs: tuple[Run, ...] = ()


class Kit(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One county's kit."""

    county: County
    languages: Annotated[tuple[Spoken, ...], Meta(min_length=1)] = ("en",)
    posters: Posters = field(default_factory=Posters)
    guides: Guides | None = None  # none are made unless the kit says so; `guides: {}` makes them all
    quick_guides: QuickGuides | None = None
    # tool -> an element that is drawn or not; `numbers`; or a row's zones in the county's order
    settings: dict[Name, dict[Name, Setting]] = field(default_factory=dict)
    theme: ThemeChange = field(default_factory=ThemeChange)
    printing: Printing = field(default_factory=Printing)

    def __post_init__(self) -> None:
        for name in ("posters", "guides", "quick_guides"):
            wanted: Wanted | None = getattr(self, name)
            if wanted is not None and not wanted.languages:
                spoken = self.languages if name == "posters" else _alone(self.languages)
                force_setattr(self, name, replace(wanted, languages=spoken))


def each_of(languages: Iterable[str]) -> tuple[str, ...]:
    """Every language that is named, alone or with another, once."""
    return tuple(dict.fromkeys(one for spoken in languages for one in spoken.split("+")))


def _alone(languages: tuple[str, ...]) -> tuple[str, ...]:
    """The languages of guides, which speak one: those that a kit names alone, else all that it names."""
    return tuple(spoken for spoken in languages if "+" not in spoken) or each_of(languages)
