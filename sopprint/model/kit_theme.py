"""What a kit may change of the theme: colours that carry no photograph, grounds, and the two font families.

Ink, paper and the grey patch are not here: photographs of filled posters are squared up and judged by them.
"""

from typing import Annotated

from msgspec import Meta, Struct, field

from sopprint.model.theme import Swatch

File = Annotated[str, Meta(min_length=1, max_length=200)]  # relative to the kit's folder


class Shades(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A colour with meaning; what is left out stays as it is shipped."""

    line: Swatch | None = None
    light: Swatch | None = None
    mid: Swatch | None = None


class Hues(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The colours with meaning, by their names in the theme."""

    green: Shades | None = None
    indigo: Shades | None = None
    amber: Shades | None = None
    rose: Shades | None = None
    teal: Shades | None = None
    navy: Shades | None = None


class Grounds(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What lies behind panels and footer."""

    sky: Swatch | None = None
    sand: Swatch | None = None
    sand_edge: Swatch | None = field(default=None, name="sand-edge")


class Family(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A county's typeface: TrueType files of the kit's folder by weight; a weight that is missing takes the nearest."""

    files: Annotated[dict[int, File], Meta(min_length=1)]


class Fonts(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """`titles` stands in for Fredoka, `text` for Atkinson Hyperlegible Next."""

    titles: Family | None = None
    text: Family | None = None


class ThemeChange(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A kit's `theme:`."""

    hues: Hues = field(default_factory=Hues)
    grounds: Grounds = field(default_factory=Grounds)
    fonts: Fonts = field(default_factory=Fonts)
