"""The `space` element: a plain panel to write in, for young people. The outline of its top names the zone.

A cap with a blank pill plate, a band with icon, name and prompt, a white wall, a share strip. The box is the panel.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct

from sopprint.draw.icons import draw_icon
from sopprint.draw.lettering import fit, put
from sopprint.draw.share import share_strip
from sopprint.geometry import Box, Path, line, polyline, rectangle, rounded

if TYPE_CHECKING:
    from sopprint.draw.pen import Pen
    from sopprint.geometry import Segment
    from sopprint.model.elements import Space

_FOOT: Final = 40.0  # outer radius
_ROUND: Final = 120.0  # outer radius of a rounded top
_CUT: Final = 110.0
_CUT_INSET: Final = 2 - 2**0.5  # how much shorter a cut gets when its outline moves inwards by 1
_RISE: Final = 150.0
# The left half of the arch: x to the middle, y down from its top; the right half mirrors it.
_ARCH: Final = ((0.0184, 0.567), (0.212, 0.0))
_PLATE_WIDTH: Final = 600.0
_PLATE_HEIGHT: Final = 0.5  # of the cap; this and the next place it clear of the arch
_PLATE_TOP: Final = 0.32
_ICON_SIZE: Final = 116.0
_ICON_X: Final = 118.0
_TEXT_X: Final = 206.0
_NAME_AT: Final = 0.48  # baselines, of the band
_PROMPT_AT: Final = {1: 0.80, 2: 0.66}
_NAME_AT_TWO: Final = 0.37
_PADDING: Final = 36.0
# With a second language under name and prompt: baselines from the top of the band, in sizes of the name.
_PAIRED_NAME: Final = 1.09
_PAIRED_PROMPT: Final = 2.5
_PAIRED_FOOT: Final = 26.0  # from the last baseline to the end of the band


class _Plan(Struct, frozen=True):
    """Where things are (u). `body` is the outline's centre line, `inner` what shows inside it."""

    body: Box
    inner: Box
    cap_bottom: float
    band_bottom: float
    share_top: float

    def band(self, top: float, bottom: float) -> Path:
        return rectangle(Box(self.body.left, top, self.body.right, bottom))


def _plan(spec: Space, box: Box, pen: Pen) -> _Plan:
    half = pen.weight("zone") / 2
    cap = box.top + spec.cap
    band = spec.band
    if pen.second is not None:
        from sopprint.draw.house_pairs import prompt_drop  # most posters speak one language

        band = max(band, _PAIRED_PROMPT * spec.name_size + prompt_drop(spec.prompt_lines, pen) + _PAIRED_FOOT)
    strip = 2 * half if spec.share == "none" else spec.share_height
    return _Plan(box.inset(half), box.inset(2 * half), cap, cap + band, box.bottom - strip)


def draw(spec: Space, box: Box, pen: Pen) -> None:
    """Draw a space; its wall and its plate are the regions to write in."""
    plan = _plan(spec, box, pen)
    sect = pen.sect(spec.zone)
    heading = pen.tag("H2", sect)
    figure = pen.figure(spec.zone)
    _grounds(spec, plan, pen, figure)
    _words(spec, box, plan, pen, heading, pen.tag("P", sect))
    plate = _plate(spec, box, pen, pen.tag("Figure", sect, alt=pen.shared("alt", "name-plate").text))
    inner = plan.inner
    share_strip(pen, spec.share, Box(inner.left, plan.share_top, inner.right, inner.bottom), sect)
    _lines(spec, plan, pen, figure)
    pen.region("zone", spec.zone, box)
    pen.region("write", spec.zone, Box(inner.left, plan.band_bottom, inner.right, plan.share_top))
    pen.region("write", f"{spec.zone}.plate", plate)


def _grounds(spec: Space, plan: _Plan, pen: Pen, tag: int) -> None:
    body, light = plan.body, pen.colour(spec.colour, "light")
    pen.paint(_outline(spec, plan, pen), fill=pen.colour(spec.colour, "mid"), tag=tag, name="cap")
    foot = _FOOT - pen.weight("zone") / 2
    wall = Box(body.left, plan.cap_bottom, body.right, body.bottom)
    pen.paint(rounded(wall, (0.0, 0.0, foot, foot)), fill=pen.colour("paper"), tag=tag, name="write")
    pen.paint(plan.band(plan.cap_bottom, plan.band_bottom), fill=light, tag=tag, name="band")
    if spec.share != "none":
        strip = Box(body.left, plan.share_top, body.right, body.bottom)
        pen.paint(rounded(strip, (0.0, 0.0, foot, foot)), fill=light, tag=tag, name="band")
    side = min(_ICON_SIZE, spec.band)
    middle = (plan.cap_bottom + plan.band_bottom) / 2
    left = body.left - pen.weight("zone") / 2 + _ICON_X - side / 2
    draw_icon(pen, spec.icon, spec.colour, Box.sized(left, middle - side / 2, side, side), tag=tag)


def _words(spec: Space, box: Box, plan: _Plan, pen: Pen, heading: int, paragraph: int) -> None:
    x = box.left + _TEXT_X
    room = plan.inner.right - _PADDING - x
    lines = min(spec.prompt_lines, 2)
    name = fit(pen, pen.say(spec.zone, "name"), "house-name", room, size=spec.name_size, shared=True)
    name_at = _NAME_AT if lines == 1 else _NAME_AT_TWO
    at = plan.cap_bottom + (name_at * spec.band if pen.second is None else _PAIRED_NAME * spec.name_size)
    put(pen, name, x, at, tag=heading)
    prompt = fit(pen, pen.say(spec.zone, "prompt"), "prompt", room, lines=lines, shared=True)
    at = plan.cap_bottom + (_PROMPT_AT[lines] * spec.band if pen.second is None else _PAIRED_PROMPT * spec.name_size)
    put(pen, prompt, x, at, tag=paragraph)


def _plate(spec: Space, box: Box, pen: Pen, tag: int) -> Box:
    width = min(_PLATE_WIDTH, box.width - 2 * _CUT - 4 * _PADDING)
    height = _PLATE_HEIGHT * spec.cap
    plate = Box.sized(box.center.x - width / 2, box.top + _PLATE_TOP * spec.cap, width, height)
    stroke = pen.colour(spec.colour)
    pen.paint(rounded(plate, height / 2), fill=pen.colour("paper"), stroke=stroke, width="plate", tag=tag, name="write")
    return plate


def _lines(spec: Space, plan: _Plan, pen: Pen, tag: int) -> None:
    stroke, body, y = pen.colour(spec.colour), plan.body, plan.cap_bottom
    pen.paint(line(body.left, y, body.right, y), stroke=stroke, width="head", square=True, tag=tag, name="divider")
    pen.paint(_outline(spec, plan, pen), stroke=stroke, width="zone", tag=tag, name="outline")


def _outline(spec: Space, plan: _Plan, pen: Pen) -> Path:
    half, body = pen.weight("zone") / 2, plan.body
    foot = _FOOT - half
    if spec.top == "rounded":
        return rounded(body, (_ROUND - half, _ROUND - half, foot, foot))
    if spec.top == "cut":
        cut = _CUT - _CUT_INSET * half
        top = ((body.left, body.top + cut), (body.left + cut, body.top))
        mirrored = tuple((body.left + body.right - x, y) for x, y in reversed(top))
        return _closed(polyline((*top, *mirrored)), body, foot)
    return _closed(_arch(body), body, foot)


def _arch(body: Box) -> Path:
    (x1, y1), (x2, y2) = _ARCH
    local = Path((("M", (0, 1)), ("C", (x1, y1, x2, y2, 0.5, 0)), ("C", (1 - x2, y2, 1 - x1, y1, 1, 1))))
    return local.mapped(lambda x, y: (body.left + x * body.width, body.top + y * _RISE))


def _closed(top: Path, body: Box, foot: float) -> Path:
    """A top from left to right, completed by straight sides and a rounded foot."""
    foot_only: tuple[Segment, ...] = rounded(body, (0.0, 0.0, foot, foot)).segments[2:]
    return Path((*top.segments, *foot_only[:-2], ("Z", ())))
