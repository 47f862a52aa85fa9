"""The `dome` element: the half circle around a house, with the roof for rules and the inside for those who live there.

Everything is a share of the dome's radius, so the scene keeps its shape on every paper. It publishes `door`, `ground`
and `peak` for what stands by it, and tells the layout how much of its box it used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct
from msgspec.structs import replace

from sopprint.draw.icons import draw_icon
from sopprint.draw.labels import ON_MIDDLE, fit_label
from sopprint.draw.lettering import DESCENT, fit, put
from sopprint.draw.tab import GAP, ICON, PAIRED_ICON, pill
from sopprint.geometry import Box, Path, Point, ellipse, line, polyline, rectangle

if TYPE_CHECKING:
    from sopprint.draw.lettering import Lettering
    from sopprint.draw.pen import Pen
    from sopprint.model.elements import Dome

NAME: Final = "house"  # what a dome without a name of its own is called by its neighbours

_OUTER, _INSIDE, _RULES = "teal", "green", "amber"
# Shares of the radius (design language, section 8).
_BODY_WIDTH: Final = 0.898
_DOOR_WIDTH, _DOOR_HEIGHT = 0.122, 0.167
_KNOB: Final = 0.0073
_KNOB_AT: Final = (0.238, 0.425)  # of the door's size, from the middle of the doorstep
_CAP_ICON_SIZE: Final = 1.3  # label sizes
_INDENT: Final = 36.0
_CLEAR: Final = 24.0  # words keep this far from the roof's slopes
_ICON_CLEAR: Final = 6.0  # between the icon in the roof and the words under it
_CLOSER: Final = 0.18  # label sizes that two lines in the roof stand closer than elsewhere


class _Shape(Struct, frozen=True):
    """Shares of the radius; of the roof's height: the cap, its icon and its label; `least_band` is in label sizes."""

    body: float
    roof: tuple[float, float]
    band: float
    cap: float
    icon: float
    label: float
    least_band: float


_ALONE: Final = _Shape(0.469, (1.037, 0.457), 0.0896, cap=0.46, icon=0.25, label=0.425, least_band=1.6)
# A second language under each label (section 14): a taller body under a lower, wider roof.
_PAIRED: Final = _Shape(0.495, (1.06, 0.425), 0.1075, cap=0.53, icon=0.205, label=0.39, least_band=2.07)


class _Scene(Struct, frozen=True):
    """The centre lines of all outlines (u); `base` is the middle of the doorstep."""

    base: Point
    radius: float
    body: Box
    roof: Box
    door: Box
    cap: float
    band: float
    shape: _Shape

    def roof_width(self, y: float) -> float:
        """How wide the roof is at a height on the page."""
        return self.roof.width * (y - self.roof.top) / self.roof.height


def _scene(spec: Dome, box: Box, pen: Pen) -> _Scene:
    half = pen.weight("zone") / 2
    r = min(box.width / 2 - half, box.height, spec.radius)
    centred = spec.at is not None and spec.at.center is not None
    base = Point(box.center.x if centred else box.left + half + r, box.top + r)
    shape = _ALONE if pen.second is None else _PAIRED
    width, height = shape.roof
    eaves = base.y - shape.body * r
    body = Box(base.x - _BODY_WIDTH * r / 2, eaves, base.x + _BODY_WIDTH * r / 2, base.y)
    roof = Box(base.x - width * r / 2, eaves - height * r, base.x + width * r / 2, eaves)
    door = Box(base.x - _DOOR_WIDTH * r / 2, base.y - _DOOR_HEIGHT * r, base.x + _DOOR_WIDTH * r / 2, base.y)
    band = max(shape.band * r, shape.least_band * spec.label_size)
    return _Scene(base, r, body, roof, door, roof.top + shape.cap * roof.height, eaves + band, shape)


def draw(spec: Dome, box: Box, pen: Pen) -> None:
    """Draw the scene as large as the box's width and the greatest radius allow, from the box's top left."""
    scene = _scene(spec, box, pen)
    label = _rules_label(spec, scene, pen)
    scene = replace(scene, cap=_cap(scene, label, pen))
    inside = (pen.tag("H2", pen.sect(spec.inside)), pen.figure(spec.inside))
    outer = (pen.tag("H2", pen.sect(spec.outer)), pen.figure(spec.outer))
    rules = (pen.tag("H2", pen.sect(spec.rules)), pen.figure(spec.rules))
    _dome(scene, pen, outer[1])
    _body(scene, pen, inside[1])
    _label_inside(spec, scene, pen, *inside)
    _door(scene, pen, inside[1])
    _roof(scene, pen, rules[1])
    _label_rules(label, scene, pen, *rules)
    _ground_line(scene, pen)
    room = 1.2 * scene.radius
    tab = pill(
        pen, pen.say(spec.outer, "name"), Point(scene.base.x, scene.base.y - scene.radius), room,
        colour=_OUTER, fill="mid", size=spec.label_size, icon="people", tag=outer[0],
    )  # fmt: skip
    _publish(spec, scene, pen, tab)


def _cap(scene: _Scene, label: Lettering, pen: Pen) -> float:
    """Where the roof's cap ends: lower where its label takes more than the line it has room for."""
    own = _step(label) * (len(label.lines) - 1)
    if label.drop == 0:
        return scene.cap
    under = label.step + label.second.drop if label.second is not None else 0.0
    last = scene.roof.top + scene.shape.label * scene.roof.height + own + under
    return max(scene.cap + own, last + label.foot + pen.weight("head"))


def _half_circle(scene: _Scene) -> Path:
    """The dome from the left end of the ground line over the top to the right end."""
    full = ellipse(scene.base.x, scene.base.y, scene.radius).segments
    start = full[2][1][-2:]
    return Path((("M", start), *full[3:5]))


def _dome(scene: _Scene, pen: Pen, tag: int) -> None:
    pen.paint(_half_circle(scene), fill=pen.colour("paper"), tag=tag, name="write")
    pen.paint(_half_circle(scene), stroke=pen.colour(_OUTER), width="zone", tag=tag, name="outline")


def _body(scene: _Scene, pen: Pen, tag: int) -> None:
    body, green = scene.body, pen.colour(_INSIDE)
    pen.paint(rectangle(body), fill=pen.colour("paper"), tag=tag, name="write")
    band = Box(body.left, body.top, body.right, scene.band)
    pen.paint(rectangle(band), fill=pen.colour(_INSIDE, "light"), tag=tag, name="band")
    divider = line(body.left, scene.band, body.right, scene.band)
    pen.paint(divider, stroke=green, width="head", square=True, tag=tag, name="divider")
    walls = ((body.left, body.bottom), (body.left, body.top), (body.right, body.top), (body.right, body.bottom))
    pen.paint(polyline(walls), stroke=green, width="zone", tag=tag, name="walls")


def _door(scene: _Scene, pen: Pen, tag: int) -> None:
    door, green = scene.door, pen.colour(_INSIDE)
    r = door.width / 2
    over = ellipse(scene.base.x, door.top + r, r).segments[3:5]
    shape = Path((("M", (door.left, door.bottom)), ("L", (door.left, door.top + r)), *over,
                  ("L", (door.right, door.bottom))))  # fmt: skip
    pen.paint(shape, fill=pen.colour(_INSIDE, "mid"), stroke=green, width="field", tag=tag, name="door")
    x, y = scene.base.x + _KNOB_AT[0] * door.width, scene.base.y - _KNOB_AT[1] * door.height
    pen.paint(ellipse(x, y, _KNOB * scene.radius), fill=green, tag=tag, name="door")


def _roof(scene: _Scene, pen: Pen, tag: int) -> None:
    roof, amber, x = scene.roof, pen.colour(_RULES), scene.base.x
    shape = polyline(((roof.left, roof.bottom), (x, roof.top), (roof.right, roof.bottom)), closed=True)
    half = scene.roof_width(scene.cap) / 2
    cap = polyline(((x - half, scene.cap), (x, roof.top), (x + half, scene.cap)), closed=True)
    pen.paint(shape, fill=pen.colour("paper"), tag=tag, name="write")
    pen.paint(cap, fill=pen.colour(_RULES, "mid"), tag=tag, name="band")
    divider = line(x - half, scene.cap, x + half, scene.cap)
    pen.paint(divider, stroke=amber, width="head", square=True, tag=tag, name="divider")
    pen.paint(shape, stroke=amber, width="zone", tag=tag, name="roof")


def _ground_line(scene: _Scene, pen: Pen) -> None:
    ground = line(scene.base.x - scene.radius, scene.base.y, scene.base.x + scene.radius, scene.base.y)
    pen.paint(ground, stroke=pen.colour("ink"), width="zone", name="ground")


def _label_inside(spec: Dome, scene: _Scene, pen: Pen, heading: int, figure: int) -> None:
    half = pen.weight("zone") / 2
    middle = (scene.body.top + half + scene.band - pen.weight("head") / 2) / 2
    left = scene.body.left + half + _INDENT
    share = ICON if pen.second is None else PAIRED_ICON
    text = left + (share + GAP) * spec.label_size
    made = fit(
        pen, pen.say(spec.inside, "name"), "tab", scene.body.right - half - _INDENT - text,
        size=spec.label_size, shared=True,
    )  # fmt: skip
    side = share * made.size
    draw_icon(pen, "person", _INSIDE, Box.sized(left, middle - side / 2, side, side), tag=figure)
    put(pen, made, left + side + GAP * made.size, middle - made.drop / 2 + ON_MIDDLE * made.size, tag=heading)


def _rules_label(spec: Dome, scene: _Scene, pen: Pen) -> Lettering:
    """Fitted between the slopes at its first line, on two lines where it would shrink under 90 %."""
    top = scene.roof.top + scene.shape.label * scene.roof.height - 2 * ON_MIDDLE * spec.label_size
    room = scene.roof_width(top) - pen.weight("zone") - 2 * _CLEAR
    most = 2 if pen.second is None else 1  # two lines in each language would fill the roof
    return fit_label(pen, pen.say(spec.rules, "name"), "tab", room, size=spec.label_size, most=most)


def _step(label: Lettering) -> float:
    """From one line of the label to the next: closer than in running text."""
    return label.leading - _CLOSER * label.size


def _label_rules(made: Lettering, scene: _Scene, pen: Pen, heading: int, figure: int) -> None:
    baseline = scene.roof.top + scene.shape.label * scene.roof.height - (made.depth - DESCENT * made.size)
    put(pen, made, scene.base.x, baseline, tag=heading, align="center", leading=_step(made), on_mid=True)
    side = _CAP_ICON_SIZE * made.size
    middle = scene.roof.top + scene.shape.icon * scene.roof.height
    foot = baseline - made.cap - _ICON_CLEAR
    if middle + side / 2 > foot:  # a small roof: over the label, as large as the slopes leave room for
        slope = scene.roof.width / scene.roof.height
        side = min(side, (slope * (foot - scene.roof.top) - pen.weight("zone") - _CLEAR) / (1 + slope))
        middle = foot - side / 2
    draw_icon(pen, "list", _RULES, Box.sized(scene.base.x - side / 2, middle - side / 2, side, side), tag=figure)


def _publish(spec: Dome, scene: _Scene, pen: Pen, tab: Box) -> None:
    r, base, half = scene.radius, scene.base, pen.weight("zone") / 2
    drawn = Box(base.x - r - half, base.y - r - half, base.x + r + half, base.y + half)
    name = spec.name or NAME
    anchor = pen.anchors.get(name) or pen.anchor(name, drawn)
    anchor.box = drawn
    anchor.points |= {"door": base, "ground": base, "peak": Point(base.x, base.y - r)}
    pen.region("zone", spec.outer, drawn.union(tab))
    pen.region("zone", spec.inside, scene.body)
    pen.region("zone", spec.rules, scene.roof)
    for flank in _flanks(scene, half):
        pen.region("write", spec.outer, flank)
    body, roof, slope = scene.body, scene.roof, scene.roof_width(scene.cap) / 2
    pen.region("write", spec.inside, Box(body.left + half, scene.band, body.right - half, scene.door.top - half))
    pen.region("write", spec.rules, Box(base.x - slope, scene.cap, base.x + slope, roof.bottom - half))


def _flanks(scene: _Scene, half: float) -> tuple[Box, Box]:
    """The largest boxes beside the house that reach from the eaves to the ground."""
    rise = scene.base.y - scene.roof.bottom
    reach = (scene.radius**2 - rise**2) ** 0.5 - half
    x, top, bottom = scene.base.x, scene.roof.bottom + half, scene.base.y - half
    left = Box(x - reach, top, scene.body.left - half, bottom)
    return left, Box(2 * x - left.right, top, 2 * x - left.left, bottom)
