"""The `house` element: a roof with a blank name plate, a title band, a white wall to write on, a share strip.

The box runs from apex to foot and from eave to eave. The roof's outline, not a number or a colour alone, tells the
houses apart. Widths and heights follow the box; the wall takes all height that is left.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct

from sopprint.draw.icons import draw_icon
from sopprint.draw.lettering import fit, put
from sopprint.draw.share import share_strip
from sopprint.geometry import Box, Path, Point, polyline, rectangle, rounded

if TYPE_CHECKING:
    from sopprint.draw.lettering import Lettering
    from sopprint.draw.pen import Pen
    from sopprint.model.elements import House

_FOOT: Final = 34.0  # outer radius
_PLATE_RADIUS: Final = 20.0
_DESIGN_ROOF: Final = 352.0  # icons have their size at this height and grow with the roof
_POLE: Final = 12.0
_PADDING: Final = 36.0
_OVER: Final = 0.6  # of the name's size
# In the roof's local box: x 0 to 1 from eave to eave, y 0 at the apex, 1 at the eaves.
_GABLE: Final = ((0, 1), (0.5, 0), (1, 1))
_BARN: Final = ((0, 1), (0.15, 0.30), (0.5, 0), (0.85, 0.30), (1, 1))
_DOME: Final = Path((
    ("M", (0, 1)), ("C", (0.05, 0.55, 0.22, 0.13, 0.5, 0.13)), ("C", (0.78, 0.13, 0.95, 0.55, 1, 1)), ("Z", ()),
))  # fmt: skip
_CHIMNEY: Final = ((0.70, 0.62), (0.70, 0.06), (0.79, 0.06), (0.79, 0.78))
_FLAGPOLE: Final = ((0.5, 0.13), (0.5, -0.10))
_PENNANT: Final = ((0.5, -0.10), (0.605, -0.01), (0.5, 0.08))
_ICON: Final = {"gable": (0.385, 130.0), "barn": (0.33, 136.0), "dome": (0.372, 126.0)}  # y of its middle, size
# Baselines of the small words over the name, the name, and a prompt of one or two lines, as shares of the band.
_BASELINES: Final = {1: (0.285, 0.615, 0.875), 2: (0.22, 0.466, 0.685)}
_DEEP_BASELINES: Final = {1: (0.235, 0.53, 0.845), 2: (0.175, 0.42, 0.665)}  # letters that reach far under the line
_DEEP: Final = 0.25  # sizes
_AIR: Final = 0.15  # sizes, under the tails of a prompt that made way
_WAY: Final = "house-name/way"  # among the sizes that pages settle: what the lowest name needs
_CLEAR: Final = 4.0  # least room between the small words' tails and the name's marks
_NAME_ALONE: Final = {1: 0.50, 2: 0.38}


class _Plan(Struct, frozen=True):
    """Where things are (u). `wall` is its outline's centre line; `eave` the y of the roof's lower stroke."""

    roof: Box
    wall: Box
    inner: Box
    plate: Box
    band_top: float
    band_bottom: float
    share_top: float


def _plan(spec: House, box: Box, pen: Pen) -> _Plan:
    half = pen.weight("zone") / 2
    eaves = box.top + spec.roof_height
    roof = Box(box.left + half, box.top + half, box.right - half, eaves + half)
    outer = Box(box.left + spec.eaves, eaves, box.right - spec.eaves, box.bottom)
    wall = Box(outer.left + half, eaves + half, outer.right - half, outer.bottom - half)
    inner = Box(wall.left + half, wall.top + half, wall.right - half, wall.bottom - half)
    width, height = min(560.0, 0.53 * box.width), 0.29 * spec.roof_height
    top = eaves - 0.075 * spec.roof_height - height
    plate = Box.sized(box.center.x - width / 2, top, width, height)
    strip = 2 * half if spec.share == "none" else spec.share_height
    band = spec.band
    if pen.second is not None:
        from sopprint.draw.house_pairs import band_height  # most posters speak one language

        band = max(band, band_height(spec, pen))
    return _Plan(roof, wall, inner, plate, eaves, eaves + band, box.bottom - strip)


def draw(spec: House, box: Box, pen: Pen) -> None:
    """Draw a house; its wall and its name plate are the regions to write in."""
    plan = _plan(spec, box, pen)
    sect = pen.sect(spec.zone)
    heading = pen.tag("H2", sect)
    figure = pen.figure(spec.zone)
    _wall(spec, plan, pen, figure)
    _band(spec, plan, pen, heading, pen.tag("P", sect))
    plate = pen.tag("Figure", sect, alt=pen.shared("alt", "name-plate").text)
    share_strip(pen, spec.share, Box(plan.inner.left, plan.share_top, plan.inner.right, plan.inner.bottom), sect)
    _outlines(spec, plan, pen, figure)
    _roof_furniture(spec, box, plan, pen, figure, plate)
    pen.region("zone", spec.zone, box)
    pen.region("write", spec.zone, Box(plan.inner.left, plan.band_bottom, plan.inner.right, plan.share_top))
    pen.region("write", f"{spec.zone}.plate", plan.plate)


def _foot(box: Box, radius: float) -> Path:
    return rounded(box, (0.0, 0.0, radius, radius))


def _wall(spec: House, plan: _Plan, pen: Pen, tag: int) -> None:
    wall, radius = plan.wall, _FOOT - pen.weight("zone") / 2
    light = pen.colour(spec.colour, "light")
    pen.paint(_foot(wall, radius), fill=pen.colour("paper"), tag=tag, name="write")
    band = Box(wall.left, wall.top, wall.right, plan.band_bottom)
    pen.paint(rectangle(band), fill=light, tag=tag, name="band")
    if spec.share != "none":
        strip = Box(wall.left, plan.share_top, wall.right, wall.bottom)
        pen.paint(_foot(strip, radius), fill=light, tag=tag, name="band")


def _band(spec: House, plan: _Plan, pen: Pen, heading: int, paragraph: int) -> None:
    x, room = plan.wall.center.x, plan.inner.width - 2 * _PADDING
    if pen.second is not None:
        from sopprint.draw.house_pairs import draw_band

        draw_band(spec, pen, x, plan.band_top, room, heading=heading, paragraph=paragraph)
        return
    name = fit(pen, pen.say(spec.zone, "name"), "house-name", room, size=spec.name_size, shared=True)
    baselines = _DEEP_BASELINES if name.descent > _DEEP else _BASELINES
    over_at, name_at, prompt_at = baselines[min(spec.prompt_lines, 2)]
    over = pen.maybe(spec.zone, "over")
    if over is not None:
        small = fit(pen, over, "house-over", room, size=_OVER * spec.name_size, shared=True)
        put(pen, small, x, plan.band_top + over_at * spec.band, tag=heading, align="center")
        down = _down(pen, small, name, (name_at - over_at) * spec.band)
    else:
        name_at, down = _NAME_ALONE[min(spec.prompt_lines, 2)], 0.0
    put(pen, name, x, plan.band_top + name_at * spec.band + down, tag=heading, align="center")
    prompt = fit(pen, pen.say(spec.zone, "prompt"), "prompt", room, lines=spec.prompt_lines, shared=True)
    spare = (spec.prompt_lines - len(prompt.lines)) * prompt.leading / 2
    under = (1 - prompt_at) * spec.band - spare - prompt.drop - (prompt.descent + _AIR) * prompt.size
    spare += min(down, max(down / 2, under))  # the prompt makes way, too, as far as the band goes
    put(pen, prompt, x, plan.band_top + prompt_at * spec.band + spare, tag=paragraph, align="center")


def _down(pen: Pen, small: Lettering, name: Lettering, apart: float) -> float:
    """How far names make way (u) where tails of the small words would touch their marks; all houses' names alike."""
    lowest = pen.sizes.caps.get(_WAY)  # of the pass before, less than nothing
    if lowest is None and (small.phrase.text + name.phrase.text).isascii():
        return 0.0
    from sopprint.draw.ink import reach  # English has no marks over its capitals

    here = min(0.0, apart - reach(small)[1] - _CLEAR - reach(name)[0])
    least = here if lowest is None else min(here, lowest)
    pen.sizes.note(_WAY, least)
    return -least


def _outlines(spec: House, plan: _Plan, pen: Pen, tag: int) -> None:
    """The wall's line, then what stands behind the roof, then the roof, whose eaves cover the wall's top."""
    line, mid = pen.colour(spec.colour), pen.colour(spec.colour, "mid")
    wall = _foot(plan.wall, _FOOT - pen.weight("zone") / 2)
    pen.paint(wall, stroke=line, width="zone", tag=tag, name="outline")
    if spec.roof == "gable":
        pen.paint(_placed(polyline(_CHIMNEY), plan), fill=mid, stroke=line, width="zone", tag=tag, name="chimney")
    if spec.roof == "dome":
        pole, pennant = polyline(_FLAGPOLE), polyline(_PENNANT, closed=True)
        pen.paint(_placed(pennant, plan), fill=mid, stroke=line, width=_POLE, tag=tag, name="flag")
        pen.paint(_placed(pole, plan), stroke=line, width=_POLE, tag=tag, name="flag")
    pen.paint(_placed(_roof(spec), plan), fill=mid, stroke=line, width="zone", tag=tag, name="roof")


def _roof(spec: House) -> Path:
    if spec.roof == "dome":
        return _DOME
    return polyline(_GABLE if spec.roof == "gable" else _BARN, closed=True)


def _placed(path: Path, plan: _Plan) -> Path:
    roof = plan.roof
    return path.mapped(lambda x, y: (roof.left + x * roof.width, roof.top + y * roof.height))


def _roof_furniture(spec: House, box: Box, plan: _Plan, pen: Pen, figure: int, plate: int) -> None:
    share, size = _ICON[spec.roof]
    side = size * spec.roof_height / _DESIGN_ROOF
    middle = Point(box.center.x, box.top + share * spec.roof_height)
    draw_icon(pen, spec.icon, spec.colour, Box.sized(middle.x - side / 2, middle.y - side / 2, side, side), tag=figure)
    shape = rounded(plan.plate, _PLATE_RADIUS)
    line = pen.colour(spec.colour)
    pen.paint(shape, fill=pen.colour("paper"), stroke=line, width="plate", tag=plate, name="write")
