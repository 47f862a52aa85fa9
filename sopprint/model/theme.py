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
    """A family's files by weight, relative to `layouts/`."""

    files: dict[int, str]
    licence: str


class Theme(Struct, frozen=True, forbid_unknown_fields=True):
    """Everything a poster's look is made from."""

    hues: dict[str, Hue]
    neutrals: dict[str, Swatch]
    styles: dict[str, Style]
    strokes: dict[str, Stroke]
    dashes: dict[str, tuple[float, float]]
    fonts: dict[str, FontFamily]
    fallbacks: tuple[str, ...]
