"""The icons: a table of shapes in a 100 x 100 box, and the function that draws one.

Purpose: one place for every picture that names a zone, so that poster, key and lists show the same. Icons have round
ends, are drawn in one line colour, and carry no meaning alone: words always stand by them.
Not here: which icon a zone has (the layout says), a county's own art (`picture.py`).
"""

from __future__ import annotations

import math
from contextlib import nullcontext
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, Literal

from msgspec import Struct

from sopprint.diagnostics import Diagnostic
from sopprint.draw.svgpath import parse
from sopprint.geometry import Matrix

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sopprint.draw.pen import Pen
    from sopprint.geometry import Box

SIDE: Final = 100.0


class Shape(Struct, frozen=True):
    """Path data in the icon's box; `width` 0 has no stroke. `fill`: paper, the line colour, or none."""

    d: str
    width: float = 0.0
    fill: Literal["paper", "line", "none"] = "none"


def _filled(d: str, width: float) -> Shape:
    return Shape(d, width, "paper")


def _ellipse(cx: float, cy: float, rx: float, ry: float | None = None) -> str:
    r = f"{rx} {rx if ry is None else ry}"
    return f"M{cx - rx} {cy}a{r} 0 1 1 {2 * rx} 0a{r} 0 1 1 {-2 * rx} 0Z"


def _rect(x: float, y: float, width: float, height: float, r: float) -> str:
    w, h = width - 2 * r, height - 2 * r
    corner = f"a{r} {r} 0 0 1"
    return f"M{x + r} {y}h{w}{corner} {r} {r}v{h}{corner} {-r} {r}h{-w}{corner} {-r} {-r}v{-h}{corner} {r} {-r}Z"


def _rays(count: int, first: float, inner: float, outer: float) -> str:
    """Lines around the middle, evenly spread; `first` is in degrees."""
    spokes = []
    for i in range(count):
        turn = math.radians(first + i * 360 / count)
        x, y = math.cos(turn), math.sin(turn)
        spokes.append(f"M{50 + inner * x:.3f} {50 + inner * y:.3f}L{50 + outer * x:.3f} {50 + outer * y:.3f}")
    return "".join(spokes)


def _star(cx: float, cy: float, outer: float, inner: float) -> str:
    corners = []
    for i in range(10):
        turn, r = math.radians(i * 36 - 90), inner if i % 2 else outer
        corners.append(f"{cx + r * math.cos(turn):.3f} {cy + r * math.sin(turn):.3f}")
    return "M" + "L".join(corners) + "Z"


ICONS: Final[Mapping[str, tuple[Shape, ...]]] = MappingProxyType({
    "sun": (
        _filled(_ellipse(50, 50, 24), 7),
        Shape(_rays(10, 18, 34, 45), 7),
        Shape("M40 54q10 10 20 0", 5),
        Shape(_ellipse(42.5, 45, 3) + _ellipse(57.5, 45, 3), fill="line"),
    ),
    "sun-plain": (_filled(_ellipse(50, 50, 21), 8), Shape(_rays(8, 0, 34, 45), 8)),
    "star": (_filled(_star(50, 53, 46, 20), 7),),
    "cloud": (
        _filled("M24 66a19 19 0 0 1 1-38a26 26 0 0 1 49-4a21 21 0 0 1 3 42Z", 7),
        Shape("M33 79L27 92M53 79L47 92M73 79L67 92", 7),
    ),
    "person": (_filled(_ellipse(50, 28, 18), 9), _filled("M16 92a34 36 0 0 1 68 0Z", 9)),
    "people": (
        _filled(_ellipse(68, 34, 14), 8),
        _filled("M46 88a25 32 0 0 1 50 0Z", 8),
        _filled(_ellipse(34, 28, 16), 8),
        _filled("M4 88a30 36 0 0 1 60 0Z", 8),
    ),
    "past": (_filled(_ellipse(52, 52, 38), 0), Shape("M17.6 36A38 38 0 1 1 14 54M14 16v22h22M52 32v22l15 10", 9)),
    "future": (_filled(_ellipse(48, 52, 38), 0), Shape("M82.4 36A38 38 0 1 0 86 54M86 16v22h-22M48 32v22l-15 10", 9)),
    "next": (_filled(_ellipse(50, 52, 40), 9), Shape("M28 52h42M54 34l18 18l-18 18", 10)),
    "flag": (Shape("M26 94V10", 9), _filled("M26 14h52l-14 18l14 18H26Z", 9)),
    "check": (_filled(_ellipse(50, 50, 42), 9), Shape("M30 52l14 14l27-31", 10)),
    "ok": (Shape("M16 54l24 24l46-54", 15),),
    "list": (_filled(_rect(14, 10, 72, 82, 10), 8), Shape("M30 34h40M30 52h40M30 70h26", 8)),
    "stop": (
        _filled("M90.7 66.8L66.8 90.7H33.2L9.3 66.8V33.2L33.2 9.3H66.8L90.7 33.2Z", 8),
        Shape("M30 50h40", 10),
    ),
    "shield": (_filled("M50 8L86 20V48C86 70 72 84 50 94C28 84 14 70 14 48V20Z", 9), Shape("M34 50l12 12l22-25", 9)),
    "stones": (
        _filled(_ellipse(22, 82, 16, 10), 8),
        _filled(_ellipse(56, 58, 15, 9), 8),
        _filled(_ellipse(76, 32, 13, 8), 8),
    ),
    "park": (_filled(_rect(10, 10, 80, 80, 16), 9), Shape("M38 74V28h14a14 14 0 0 1 0 28H38", 10)),
    "clock": (_filled(_ellipse(50, 50, 42), 9), Shape("M50 26v26l16 10", 9)),
    "pencil": (
        _filled("M14 86l6-24L66 16a8 8 0 0 1 11 0l7 7a8 8 0 0 1 0 11L38 80Z", 8),
        Shape("M56 26L74 44M20 62L38 80", 8),
    ),
    "cam": (_filled("M10 30H30l8-12H62l8 12H90V84H10Z", 8), Shape(_ellipse(50, 56, 16), 8)),
    "lock": (
        _filled(_rect(20, 44, 60, 48, 10), 9),
        Shape("M32 44V30a18 18 0 0 1 36 0V44M50 62v12", 9),
    ),
    "heart": (_filled("M50 88C14 62 8 44 14 29a21 21 0 0 1 36-4a21 21 0 0 1 36 4c6 15 0 33-36 59Z", 9),),
    "speech": (
        _filled("M14 16H86a8 8 0 0 1 8 8V62a8 8 0 0 1-8 8H48L28 90V70H14a8 8 0 0 1-8-8V24a8 8 0 0 1 8-8Z", 8),
        Shape("M26 36h48M26 52h30", 8),
    ),
    "house": (_filled("M18 46V90H82V46", 9), _filled("M6 50L50 12L94 50", 9), Shape("M42 90V66h16v24", 8)),
    "circ": (_filled(_ellipse(50, 50, 40), 9),),
    "tri": (_filled("M50 12L94 88H6Z", 9),),
    "sq": (_filled(_rect(12, 12, 76, 76, 6), 9),),
    "dia": (_filled("M50 6L94 50L50 94L6 50Z", 9),),
})  # fmt: skip

# Icons that say which way people read; all others face the same way everywhere (design language, section 15).
_READ: Final = frozenset({"next", "list", "flag", "speech"})


def draw_icon(pen: Pen, name: str, colour: str, box: Box, *, fill_paper: bool = True, tag: int | None = None) -> None:
    """Draw an icon as large as `box` (u) allows, in its middle; strokes scale with it.

    `colour` is a token. Without `fill_paper` the ground shows through. An unknown name is reported as SP118.
    """
    shapes = ICONS.get(name)
    if shapes is None:
        from difflib import get_close_matches  # only mistakes need it

        near = get_close_matches(name, ICONS, 1)
        hint = f"did you mean “{near[0]}”?" if near else "there are: " + ", ".join(ICONS)
        pen.report.add(Diagnostic("SP118", f"there is no icon “{name}”", None, (hint,)))
        return
    side = min(box.width, box.height)
    scale = side / SIDE
    place = Matrix.scale(scale).then(Matrix.shift(box.center.x - side / 2, box.center.y - side / 2))
    line, paper = pen.colour(colour), pen.colour("paper") if fill_paper else None
    with nullcontext() if name in _READ else pen.upright(box):
        for shape in shapes:
            fill = {"paper": paper, "line": line, "none": None}[shape.fill]
            stroke = line if shape.width else None
            if fill or stroke:
                path = parse(shape.d).transformed(place)
                pen.paint(path, fill=fill, stroke=stroke, width=shape.width * scale, tag=tag, name="icon")
