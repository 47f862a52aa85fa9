"""A heading on the page with an icon; the zone's prompt stands under it or at the far end of its line.

Level with the middle of its box, so that it can stand in a row with others; from the top when a prompt follows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopprint.draw.icons import draw_icon
from sopprint.draw.labels import ON_MIDDLE, fit_label
from sopprint.draw.lettering import fit, put
from sopprint.geometry import Box

if TYPE_CHECKING:
    from sopprint.draw.lettering import Lettering
    from sopprint.draw.pen import Pen
    from sopprint.model.elements import Heading

_BASELINE = 0.79  # heading sizes under the top of the box, when a prompt follows
_ICON, _SMALL_ICON = 1.13, 1.3  # heading sizes
_ICON_GAP = 0.34  # heading sizes
_BIG = 66.0  # from this size on a heading is bold and in the colour of titles
_PROMPT_STEP = 1.7  # prompt sizes from the heading's baseline to the prompt's
_FAR_GAP = 60.0


def draw(spec: Heading, box: Box, pen: Pen) -> None:
    below = spec.prompt == "below"
    baseline = box.top + _BASELINE * spec.heading_size if below else _level(pen, spec, box)
    x = box.left
    if spec.icon is not None:
        side = (_ICON if spec.heading_size >= _BIG else _SMALL_ICON) * spec.heading_size
        middle = baseline + pen.extra(_style(spec), spec.heading_size) / 2 - ON_MIDDLE * spec.heading_size
        draw_icon(pen, spec.icon, spec.colour, Box.sized(x, middle - side / 2, side, side))
        x += side + _ICON_GAP * spec.heading_size
    name = pen.tag("H2", pen.sect(spec.zone))
    room = box.right - x
    far = _far_prompt(pen, spec, box) if spec.prompt == "right" else None
    if far is not None:
        level = box.center.y - far.drop / 2 + ON_MIDDLE * far.size
        put(pen, far, box.right, level, tag=pen.tag("P", pen.sect(spec.zone)), align="right")
        room -= far.width + _FAR_GAP
    made = fit(pen, pen.say(spec.zone, "name"), _style(spec), room, size=spec.heading_size)
    put(pen, made, x, baseline, tag=name)
    if below:
        _prompt_below(pen, spec, box, baseline + made.drop)


def _level(pen: Pen, spec: Heading, box: Box) -> float:
    style = _style(spec)
    return box.center.y - pen.extra(style, spec.heading_size) / 2 + ON_MIDDLE * spec.heading_size


def _style(spec: Heading) -> str:
    return "big-heading" if spec.heading_size >= _BIG else "section-title"


def _far_prompt(pen: Pen, spec: Heading, box: Box) -> Lettering | None:
    prompt = pen.maybe(spec.zone, "prompt")
    return fit_label(pen, prompt, "hint", box.width * 0.48, size=spec.prompt_size) if prompt else None


def _prompt_below(pen: Pen, spec: Heading, box: Box, baseline: float) -> None:
    prompt = pen.maybe(spec.zone, "prompt")
    if prompt is not None:
        made = fit(pen, prompt, "hint", box.width, size=spec.prompt_size, lines=spec.prompt_lines)
        put(pen, made, box.left, baseline + _PROMPT_STEP * made.size, tag=pen.tag("P", pen.sect(spec.zone)))
