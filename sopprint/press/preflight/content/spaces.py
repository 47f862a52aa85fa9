"""Colour spaces and colours (ISO 32000-1, 8.6), as far as a press cares: which inks, and how much of each.

RGB and the CIE spaces are named but not converted; what they come out as is a matter of profiles.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import pikepdf

from sopprint.press.preflight.facts import PROCESS, Model, Paint, Space
from sopprint.press.preflight.objects import each, get, items, number, word

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

GRAY = Space("DeviceGray", "gray", 1, ("Black",))
RGB = Space("DeviceRGB", "rgb", 3)
CMYK = Space("DeviceCMYK", "cmyk", 4, PROCESS)
PATTERN = Space("Pattern", "pattern", 0)
UNKNOWN = Space("unknown", "unknown", 0)
_NAMED: Mapping[str, Space] = MappingProxyType(
    {
        "DeviceGray": GRAY, "G": GRAY, "DeviceRGB": RGB, "RGB": RGB, "DeviceCMYK": CMYK, "CMYK": CMYK,
        "Pattern": PATTERN, "CalRGB": Space("CalRGB", "rgb", 3), "CalGray": Space("CalGray", "gray", 1, ("Black",)),
        "Lab": Space("Lab", "lab", 3),
    }
)  # fmt: skip
_BY_COUNT: Mapping[int, tuple[Model, tuple[str, ...]]] = MappingProxyType(
    {1: ("gray", ("Black",)), 3: ("rgb", ()), 4: ("cmyk", PROCESS)}
)
_DEPTH = 4


def read(value: Any, resources: Any = None, depth: int = 0) -> Space:
    """A colour space object or name. A name is looked up in the resources, as are stand-ins for device spaces."""
    if depth > _DEPTH or value is None:
        return UNKNOWN
    if isinstance(value, (pikepdf.Name, str)):
        return _named(word(value) if isinstance(value, pikepdf.Name) else value, resources, depth)
    parts = each(value)
    if not parts:
        return UNKNOWN
    family = word(parts[0])
    if family in ("Indexed", "I") and len(parts) > 1:
        base = read(parts[1], resources, depth + 1)
        return Space(base.family, base.model, 1, base.inks, indexed=True)
    if family in ("Separation", "DeviceN") and len(parts) > 1:
        inks = tuple(word(name) for name in each(parts[1]))
        return Space(family, "spot", len(inks), inks)
    if family == "ICCBased" and len(parts) > 1:
        count = int(number(get(parts[1], "/N")))
        model, names = _BY_COUNT.get(count, ("unknown", ()))
        return Space("ICCBased", model, count, names)
    return _named(family, None, depth)


def _named(name: str, resources: Any, depth: int) -> Space:
    listed = get(resources, "/ColorSpace")
    found = _NAMED.get(name)
    if found is None:
        return read(get(listed, f"/{name}"), resources, depth + 1) if name else UNKNOWN
    stand_in = get(listed, f"/Default{found.family.removeprefix('Device')}") if found.device else None
    return found if stand_in is None else read(stand_in, None, depth + 1)


def named(name: str, resources: Any) -> bool:
    """Whether a content stream may use this name."""
    return name in _NAMED or get(get(resources, "/ColorSpace"), f"/{name}") is not None


def initial(space: Space) -> Paint:
    """The colour a space starts with (8.6.5 to 8.6.6): black, or full ink."""
    if space.model == "spot":
        return paint(space, [1.0] * space.components)
    if space.model == "cmyk":
        return paint(space, [0.0, 0.0, 0.0, 1.0])
    return paint(space, [0.0] * space.components)


def paint(space: Space, values: Sequence[float]) -> Paint:
    """Components as inks. Too few values count as nothing."""
    if space.indexed:
        return Paint(space)
    shares = [min(1.0, max(0.0, v)) for v in values] + [0.0] * max(0, space.components - len(values))
    if space.model == "gray":
        return Paint(space, (("Black", 1 - shares[0]),), white=shares[0] == 1)
    if space.model in ("cmyk", "spot") and len(shares) >= len(space.inks):
        inks = tuple((name, share) for name, share in zip(space.inks, shares, strict=False) if name != "None")
        return Paint(space, inks, white=not any(share for _, share in inks))
    return Paint(space, white=space.model == "rgb" and min(shares[:3], default=0) == 1)


def shading(value: Any, resources: Any) -> Paint:
    """The heaviest end of a shading's functions; without inks where the functions do not tell."""
    space = read(get(value, "/ColorSpace"), resources)
    ends = [paint(space, end) for function in each(get(value, "/Function")) for end in _ends(function, 0)]
    ends = [end for end in ends if len(end.inks) == len(space.inks)]
    return max(ends, key=lambda end: end.total, default=Paint(space))


def _ends(function: Any, depth: int) -> list[list[float]]:
    if depth > _DEPTH:
        return []
    if get(function, "/FunctionType") == 3:
        return [end for part in each(get(function, "/Functions")) for end in _ends(part, depth + 1)]
    return [[number(n) for n in each(get(function, key))] for key in ("/C0", "/C1") if get(function, key) is not None]


def listed(resources: Any) -> tuple[Space, ...]:
    """Spaces that the resources name, used or not."""
    return tuple(read(value, resources) for _, value in items(get(resources, "/ColorSpace")))
