"""The theme with nothing left to look up: colours, type styles, strokes and font files of one poster."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from msgspec import Struct
from msgspec.structs import replace

from sopprint.color import Color

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from sopprint.model.kit import Accent
    from sopprint.model.theme import Script, Stroke, Style, Swatch, Theme

Shade = Literal["line", "light", "mid"]


class Look(Struct, frozen=True):
    """Colours by name, styles by name, strokes by name; `families` are font files by family and weight.

    The shares are beside the styles and not in them, because layouts give sizes of their own.
    """

    colours: Mapping[str, Color]
    styles: Mapping[str, Style]
    strokes: Mapping[str, Stroke]
    dashes: Mapping[str, tuple[float, float]]
    families: Mapping[str, Mapping[int, Path]]
    fallbacks: tuple[str, ...]
    leading: Mapping[str, float]  # by family, in sizes
    depth: Mapping[str, float]
    scripts: Mapping[str, Script]  # by language, as far as it takes something otherwise
    shares: Mapping[str, float] = MappingProxyType({})  # of a style's size, in the language's script
    bold_from: float = 0.0  # u

    def colour(self, name: str, shade: Shade = "line") -> Color:
        """A token's colour; `shade` matters only for hues. Raises KeyError for an unknown name."""
        return self.colours[name if shade == "line" else f"{name}/{shade}"]

    def written_in(self, lang: str) -> Look:
        """The look of words in a language: itself, but for scripts that take sizes or families otherwise."""
        script = self.scripts.get(lang) or self.scripts.get(lang.partition("-")[0])
        if script is None:
            return self
        styles = {
            name: replace(style, family=script.families.get(style.family, style.family))
            for name, style in self.styles.items()
        }
        return replace(
            self, styles=MappingProxyType(styles), shares=MappingProxyType(script.shares), bold_from=script.bold_from
        )


def look(theme: Theme, font_root: Path, accent: Accent | None = None) -> Look:
    """Resolve a theme; a county's accent replaces navy in the title and the program name only (`title` token)."""
    colours = {name: _color(swatch) for name, swatch in theme.neutrals.items()}
    for name, hue in theme.hues.items():
        colours[name] = _color(hue.line)
        colours[f"{name}/light"] = _color(hue.light)
        colours[f"{name}/mid"] = _color(hue.mid)
    colours["accent"] = Color.of(accent.screen, accent.press) if accent else colours["navy"]
    families = {
        family: MappingProxyType({weight: font_root / file for weight, file in font.files.items()})
        for family, font in theme.fonts.items()
    }
    return Look(
        MappingProxyType(colours),
        MappingProxyType(dict(theme.styles)),
        MappingProxyType(dict(theme.strokes)),
        MappingProxyType(dict(theme.dashes)),
        MappingProxyType(families),
        theme.fallbacks,
        MappingProxyType({family: font.leading for family, font in theme.fonts.items()}),
        MappingProxyType({family: font.depth for family, font in theme.fonts.items()}),
        MappingProxyType({lang: script for script in theme.scripts.values() for lang in script.languages}),
    )


def _color(swatch: Swatch) -> Color:
    return Color.of(swatch.screen, swatch.press)
