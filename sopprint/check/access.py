"""Checks that everyone can read a poster: alternative texts and contrast (WCAG 2.2, criteria 1.1.1 and 1.4.3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopprint.check.material import child, has, text
from sopprint.check.theme import colours
from sopprint.check.words import NEEDS, spoken
from sopprint.color import contrast
from sopprint.diagnostics import Diagnostic

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopprint.check.material import Material
    from sopprint.source.nodes import Node

LEAST_CONTRAST = 4.5
_GROUNDS = ("paper", "sky", "sand")


def drawings_have_alt_text(material: Material) -> Iterator[Diagnostic]:
    """SP402: what is drawn says in words what it is."""
    for setting, words in spoken(material):
        if "alt" in NEEDS.get(setting.kind, ()) and setting.node.get("zone") is not None and not has(words, "alt"):
            message = f"“{text(setting.node, 'zone')}” has no “alt”, so a screen reader cannot tell what is drawn"
            hint = "say in a sentence what the drawing is and what the zone is for"
            yield Diagnostic("SP402", message, words.key_place, (hint,))


def text_stands_out(material: Material) -> Iterator[Diagnostic]:
    """SP401: every pair of `contrasts`."""
    known = colours(material.theme)
    for ink, ground, ratio in contrasts(material.theme):
        if ratio < LEAST_CONTRAST:
            node = known[ground if ink == "ink" and "/" in ground else ink][1]
            message = f"“{ink}” on “{ground}” has a contrast of {ratio:.1f} to 1; text needs {LEAST_CONTRAST}"
            yield Diagnostic("SP401", message, node.key_place, ("make the darker of the two darker",))


def contrasts(theme: Node | None) -> Iterator[tuple[str, str, float]]:
    """Colours that text is set in, what it is set on, and the ratio.

    Ink on every ground and tint, styles on white, and a hue's line on white and on its own light tint.
    """
    known = colours(theme)
    grounds = [name for name in _GROUNDS if name in known]
    tints = [name for name in known if "/" in name]
    pairs = [("ink", ground) for ground in (*grounds, *tints)]
    pairs += [(name.removesuffix("/light"), name) for name in tints if name.endswith("/light")]
    pairs += [(name.removesuffix("/light"), "paper") for name in tints if name.endswith("/light")]
    pairs += [(name, "paper") for name in _style_colours(theme)]
    for ink, ground in dict.fromkeys(pairs):
        if ink in known and ground in known:
            yield ink, ground, contrast(known[ink][0], known[ground][0])


def _style_colours(theme: Node | None) -> Iterator[str]:
    styles = child(theme, "styles")
    for style in styles.items() if styles is not None else ():
        yield text(style, "colour") or "ink"
