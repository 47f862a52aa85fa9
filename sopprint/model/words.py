"""A tool's `words.<lang>.yaml`: every word of its poster in one language; `guide.py` has what the guide says.

A text may be a list: forms of the same words, longest first. A shorter form is printed where the longer one would
have to shrink too far.
"""

from typing import Annotated, Any, Literal

from msgspec import Meta, Struct, field

from sopprint.model.elements import Name

String = Annotated[str, Meta(min_length=1, max_length=600)]
Direction = Literal["ltr", "rtl"]
Text = String | Annotated[tuple[String, ...], Meta(min_length=1, max_length=4)]


class LabelWords(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A label and the smaller words beside or under it."""

    name: Text
    hint: Text | None = None


class ZoneWords(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What one zone says. `alt` tells a screen reader what the drawing is and what the zone is for."""

    name: Text | None = None
    over: Text | None = None  # small words above the name
    prompt: Text | None = None
    hint: Text | None = None
    note: Text | None = None
    near: Text | None = None  # the safe end of a path or scale
    far: Text | None = None
    alt: String | None = None
    ticks: tuple[Text, ...] = ()
    items: tuple[Text, ...] = ()
    slots: dict[Name, LabelWords] = field(default_factory=dict)
    columns: dict[Name, LabelWords] = field(default_factory=dict)


class FooterWords(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The footer's own words: two how-to lines, tick boxes, the credit line."""

    how_to: Annotated[tuple[Text, ...], Meta(min_length=1, max_length=2)]
    ticks: Annotated[tuple[Text, ...], Meta(min_length=1, max_length=3)]
    credit: Text


class VariantWords(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Words that differ in a variant; everything else stays. Zones are changed word by word."""

    title: Text | None = None
    purpose: Text | None = None
    zones: dict[Name, ZoneWords] = field(default_factory=dict)
    footer: dict[str, Any] = field(default_factory=dict)


class PosterWords(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One language of one tool, as far as its poster goes."""

    language: Annotated[str, Meta(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]+)*$")]
    title: Text
    purpose: Text
    zones: dict[Name, ZoneWords]
    footer: FooterWords
    variants: dict[Name, VariantWords] = field(default_factory=dict)
    dir: Direction | None = None  # "rtl" mirrors the page; as its language is written where nothing is said
    reviewed: bool = True
    reviewed_by: str | None = None
    reviewed_on: str | None = None


class CommonWords(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Words all tools share in one language (`layouts/common/words.<lang>.yaml`)."""

    language: str
    language_name: String
    program: Text
    tool_line: Text
    family: Text
    initials_only: Text
    page: Text
    of: Text
    privacy: Text
    guide: Text
    share: tuple[Text, Text, Text]  # OK to share, ask first, private
    county: Text  # printed until a kit names the county
    draft: Text  # the tag on words nobody has reviewed
    digits: Annotated[str, Meta(min_length=10, max_length=10)] | None = None  # from zero on, where not 0123456789
    scale: Direction = "ltr"  # how the numbers of a scale run
    alt: dict[Name, String]  # tick-box, name-plate, write-line, qr, logo …
