"""`layouts/theme.yaml`: colours, type styles, strokes and font files."""

from typing import Annotated

from msgspec import Meta, Struct

Hex = Annotated[str, Meta(pattern=r"^#[0-9A-Fa-f]{6}$")]
Percent = Annotated[float, Meta(ge=0, le=100)]
Press = tuple[Percent, Percent, Percent, Percent]  # C, M, Y, K


class Swatch(Struct, frozen=True, forbid_unknown_fields=True):
    """One colour on screen and on press."""

    screen: Hex
    press: Press


class Hue(Struct, frozen=True, forbid_unknown_fields=True):
    """A colour with meaning, in three strengths."""

    line: Swatch
    light: Swatch
    mid: Swatch
    meaning: str


class Style(Struct, frozen=True, forbid_unknown_fields=True):
    """A type style. `size` is in u, `floor` in points on paper; `least` is how far it may shrink, as a share."""

    family: str
    weight: int
    size: Annotated[float, Meta(gt=0)]
    floor: Annotated[float, Meta(gt=0)]
    colour: str = "ink"
    least: Annotated[float, Meta(gt=0, le=1)] = 0.5


class Stroke(Struct, frozen=True, forbid_unknown_fields=True):
    """A line weight: `width` in u, `floor` in points on paper."""

    width: float
    floor: float


class FontFamily(Struct, frozen=True, forbid_unknown_fields=True):
    """A family's files by weight, relative to `layouts/`.

    `leading` is from one baseline of a poster to the next, `depth` how far letters reach under it, both in sizes.
    """

    files: dict[int, str]
    licence: str
    leading: Annotated[float, Meta(ge=1, le=2)] = 1.28
    depth: Annotated[float, Meta(ge=0, le=1)] = 0.22


class Script(Struct, frozen=True, forbid_unknown_fields=True):
    """What posters in a script take otherwise.

    shares: of a style's size. families: what sets the words and numbers in Latin letters. bold_from: the smallest size
    of bold letters, in u.
    """

    languages: tuple[str, ...]
    shares: dict[str, Annotated[float, Meta(gt=0, le=2)]] = {}
    families: dict[str, str] = {}
    bold_from: Annotated[float, Meta(ge=0)] = 0.0


class Theme(Struct, frozen=True, forbid_unknown_fields=True):
    """Everything a poster's look is made from."""

    hues: dict[str, Hue]
    neutrals: dict[str, Swatch]
    styles: dict[str, Style]
    strokes: dict[str, Stroke]
    dashes: dict[str, tuple[float, float]]
    fonts: dict[str, FontFamily]
    fallbacks: tuple[str, ...]
    scripts: dict[str, Script] = {}
