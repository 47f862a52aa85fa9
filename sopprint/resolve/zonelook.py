"""How a guide shows a zone: the icon and the colour it has on the poster.

Read from the elements that name the zone. Comes after arranging, before templates (`guide.py`). Not here: whether such
an icon or colour exists (`check/`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from sopprint.model import elements as spec

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

DEFAULT_ICON, DEFAULT_COLOUR = "pencil", "navy"
# Elements that have no icon on the poster, or not always.
_ICON_OF: tuple[tuple[type[spec.Element], str], ...] = (
    (spec.Trail, "stones"), (spec.Score, "stones"), (spec.Scale, "stones"), (spec.Table, "list"),
    (spec.Checks, "check"),
)  # fmt: skip
_RING_ICON = "circ"


class ZoneLook(Struct, frozen=True):
    """`named`: the icon is the zone's own mark on the poster, as on a house; it can stand in for a number."""

    icon: str = DEFAULT_ICON
    colour: str = DEFAULT_COLOUR
    named: bool = False


def zone_looks(body: spec.Element) -> dict[str, ZoneLook]:
    """The look of every zone. Of several elements the first with an icon of its own counts, then the first at all."""
    own: dict[str, ZoneLook] = {}
    other: dict[str, ZoneLook] = {}
    for zone, found, has_icon in _looks(body):
        (own if has_icon else other).setdefault(zone, found)
    return other | {zone: _coloured(look, other.get(zone)) for zone, look in own.items()}


def _coloured(look: ZoneLook, plain: ZoneLook | None) -> ZoneLook:
    """A heading says navy by default, so a ring or table of the same zone has the better colour."""
    if plain is None or look.colour != DEFAULT_COLOUR:
        return look
    return ZoneLook(look.icon, plain.colour, look.named)


def _looks(element: spec.Element) -> Iterator[tuple[str, ZoneLook, bool]]:
    """Zone, look, and whether the element brings an icon of its own, in order of drawing."""
    match element:
        case spec.Dome():
            yield element.inside, ZoneLook("person", "green"), True
            yield element.outer, ZoneLook("people", "teal"), True
            yield element.rules, ZoneLook("list", "amber"), True
        case spec.Circles():
            yield from ((ring.zone, ZoneLook(_RING_ICON, ring.colour), False) for ring in element.rings)
        case spec.Element(zone=str() as zone):
            yield zone, *_own_look(element)
    for inner in (*getattr(element, "items", ()), getattr(element, "content", None)):
        if isinstance(inner, spec.Element):
            yield from _looks(inner)


def _own_look(element: spec.Element) -> tuple[ZoneLook, bool]:
    colour = getattr(element, "colour", None) or DEFAULT_COLOUR
    icon = getattr(element, "icon", None)
    if icon:
        return ZoneLook(icon, colour, isinstance(element, spec.House | spec.Space)), True
    default = next((icon for kind, icon in _ICON_OF if isinstance(element, kind)), DEFAULT_ICON)
    return ZoneLook(default, colour), isinstance(element, spec.Trail)


def icons_are_marks(looks: Mapping[str, ZoneLook], zones: tuple[str, ...]) -> bool:
    """Whether callouts are icons, not numbers: all zones are houses, and no order is forced on them."""
    return bool(zones) and all(zone in looks and looks[zone].named for zone in zones)
