"""Pills with a zone's name: the `tab` element, and the tabs that stand on rings and on the dome.

A tab on a ring is opaque and centred on the stroke, so that it fully replaces it and no text crosses a line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sopprint.draw.icons import draw_icon
from sopprint.draw.labels import ON_MIDDLE
from sopprint.draw.lettering import fit, put
from sopprint.geometry import Box, Point, rounded

if TYPE_CHECKING:
    from sopprint.draw.pen import Pen
    from sopprint.model.elements import Fill, Tab
    from sopprint.resolve.words import Phrase

# All in sizes of the label (design language, section 5).
HEIGHT: Final = 1.56
PAIRED_HEIGHT: Final = 2.36  # with a second language under the name
PAIRED_ICON: Final = 1.5
ICON: Final = 1.15
GAP: Final = 0.34
PADDING: Final = 0.6


def pill(
    pen: Pen,
    phrase: Phrase,
    center: Point,
    room: float,
    *,
    colour: str,
    fill: Fill,
    size: float,
    icon: str | None = None,
    tag: int | None,
) -> Box:
    """Draw a tab around words; returns the box of its outline's centre line.

    `room` is the width the whole tab may take (u), `size` the label's. Tabs of one size share it on the page.
    """
    share, tall = (ICON, HEIGHT) if pen.second is None else (PAIRED_ICON, PAIRED_HEIGHT)
    extra = 2 * PADDING + (share + GAP if icon else 0.0)
    made = fit(pen, phrase, "tab", room - extra * size, size=size, shared=True)
    width = made.width + extra * made.size
    box = Box.sized(center.x - width / 2, center.y - tall * made.size / 2, width, tall * made.size)
    ground = pen.fill(colour, fill)
    pen.paint(rounded(box, HEIGHT * made.size / 2), fill=ground, stroke=pen.colour(colour), width="field", name="tab")
    left = box.left + PADDING * made.size
    if icon:
        side = share * made.size
        draw_icon(pen, icon, colour, Box.sized(left, center.y - side / 2, side, side))
        left += side + GAP * made.size
    baseline = center.y - made.drop / 2 + ON_MIDDLE * made.size
    put(pen, made, left, baseline, tag=tag, on_mid=fill == "mid")
    return box


def tab_height(pen: Pen) -> float:
    """In sizes of the label."""
    return HEIGHT if pen.second is None else PAIRED_HEIGHT


def draw(spec: Tab, box: Box, pen: Pen) -> None:
    """Draw the tab in the middle of the box."""
    name = pen.tag("H2", pen.sect(spec.zone))
    phrase = pen.say(spec.zone, "name")
    pill(
        pen, phrase, box.center, box.width,
        colour=spec.colour, fill=spec.fill, size=spec.label_size, icon=spec.icon, tag=name,
    )  # fmt: skip
