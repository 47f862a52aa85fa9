"""A panel: outline, head band with icon and title, content to write in, a strip of tick boxes at the foot.

Purpose: the frame that most zones share. Not here: what is inside (`slots.py`, `table.py`, `checks.py` …), which the
arranger draws in the room the frame leaves.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from sopprint.diagnostics import Diagnostic
from sopprint.draw.frames import RADIUS, ground, outline
from sopprint.draw.icons import draw_icon
from sopprint.draw.labels import HINT_GAP, ON_MIDDLE, fit_label, side_pad
from sopprint.draw.lettering import fit, put
from sopprint.draw.tickbox import tick_row
from sopprint.geometry import Box, Point, line, rounded

if TYPE_CHECKING:
    from sopprint.draw.lettering import Lettering
    from sopprint.draw.pen import Pen
    from sopprint.model.elements import Panel
    from sopprint.resolve.words import Phrase

# Where title and prompt stand in a head of two lines, as shares of its height: heads side by side stay level even
# when their titles differ in size.
TITLE_LINE = 0.51
PROMPT_LINE = 0.815
_ICON_SHARE = 0.78  # of the visible head, when no size is given
_ICON_MOST = 112.0
_FOOT_GAP = 0.0405  # of the panel's width
_PROMPT_GAP = 36.0
_ICON_GAP, _NARROW_ICON_GAP = 32.0, 20.0
_NARROW = 700.0
_PROMPT_LEAST, _PROMPT_MOST = 44.0, 50.0
_PROMPT_SHARE = 0.2215  # of the head: lower heads have smaller prompts


class _Head(Struct, frozen=True):
    """Where words may go in the head band (u); `middle` is that of the visible band."""

    left: float
    right: float
    top: float
    height: float
    middle: float

    @property
    def room(self) -> float:
        return self.right - self.left


def draw(spec: Panel, box: Box, pen: Pen) -> None:
    if pen.second is not None:
        from sopprint.draw.panel_pairs import roomier  # most posters speak one language

        spec = roomier(spec, pen)
    anchor = pen.anchors.get(spec.name or spec.zone)
    if anchor is not None:
        pen.anchors.setdefault(spec.zone, anchor)  # content knows its zone, not the panel's id
    edge = pen.weight("zone")
    pen.region("zone", spec.zone, box)
    title = pen.tag("H2", pen.sect(spec.zone)) if spec.head else None
    figure = pen.figure(spec.zone)
    ground(pen, box, "zone", RADIUS, tag=figure)
    inner_top = box.top + edge
    if title is not None:
        _draw_head(pen, spec, box, title)
        inner_top = box.top + spec.head + pen.weight("head") / 2
    foot = spec.foot + pen.weight("slot") / 2 if spec.foot else edge
    _fill(pen, spec, Box(box.left + edge, inner_top, box.right - edge, box.bottom - foot))
    if spec.foot:
        _draw_foot(pen, spec, box)
    outline(pen, box, "zone", RADIUS, spec.colour, tag=figure)
    if anchor is not None:
        anchor.points["head"] = Point(box.center.x, box.top + (edge + spec.head) / 2)
        pen.anchors[spec.name or spec.zone] = pen.anchors[spec.zone] = anchor  # a table inside bears the same name


def _fill(pen: Pen, spec: Panel, inner: Box) -> None:
    if spec.content is None:
        pen.region("write", spec.zone, inner)
        return
    with pen.within(spec.zone):
        pen.arrange(spec.content, inner)


def _draw_head(pen: Pen, spec: Panel, box: Box, title: int) -> None:
    half = pen.weight("zone") / 2
    bottom = box.top + spec.head
    band = Box(box.left + half, box.top + half, box.right - half, bottom)
    pen.paint(rounded(band, (RADIUS, RADIUS, 0, 0)), fill=pen.colour(spec.colour, "light"), name="head")
    pen.paint(
        line(band.left, bottom, band.right, bottom), stroke=pen.colour(spec.colour), width="head", square=True,
        name="divider",
    )  # fmt: skip
    _letter(pen, spec, _room(pen, spec, box), title)


def _room(pen: Pen, spec: Panel, box: Box) -> _Head:
    """Draw the icon and say what is left beside it."""
    edge, divider = pen.weight("zone"), pen.weight("head") / 2
    visible = spec.head - edge - divider
    middle = box.top + edge + visible / 2
    pad = side_pad(box.width - 2 * edge)
    left = box.left + edge + pad
    if spec.icon is not None:
        size = spec.icon_size or min(_ICON_SHARE * visible, _ICON_MOST)
        draw_icon(pen, spec.icon, spec.colour, Box.sized(left, middle - size / 2, size, size))
        left += size + (_NARROW_ICON_GAP if box.width < _NARROW else _ICON_GAP)
    return _Head(left, box.right - edge - pad, box.top, spec.head, middle)


def _letter(pen: Pen, spec: Panel, head: _Head, title: int) -> None:
    name = pen.say(spec.zone, "name")
    prompt = pen.maybe(spec.zone, "prompt") if spec.prompt != "none" else None
    if prompt is None:
        _put_title(pen, spec, name, head, head.room, title)
    elif spec.prompt == "below":
        _prompt_below(pen, spec, head, title, name, prompt)
    else:
        _prompt_on_line(pen, spec, head, title, name, prompt)


def _put_title(pen: Pen, spec: Panel, name: Phrase, head: _Head, room: float, tag: int) -> Lettering:
    made = fit(pen, name, "panel-title", room, size=spec.title_size, shared=True)
    put(pen, made, head.left, head.middle - made.drop / 2 + ON_MIDDLE * made.size, tag=tag)
    _check_room(pen, spec, made)
    return made


def _check_room(pen: Pen, spec: Panel, title: Lettering, prompt: Lettering | None = None) -> None:
    """Report a head too low for its words: they would run into each other or onto its lines."""
    edge, divider = pen.weight("zone"), pen.weight("head") / 2
    if prompt is None:
        least = edge + divider + (title.cap + 2 * title.depth)
    else:
        least = max(
            (edge + title.cap) / TITLE_LINE,
            (title.depth + prompt.cap) / (PROMPT_LINE - TITLE_LINE),
            (prompt.depth + divider) / (1 - PROMPT_LINE),
        )
    if least > spec.head + 0.5:
        words = "title" if prompt is None else "title with a prompt below it"
        message = f"the head of “{spec.zone}” needs {least:.0f} u for its {words} on {pen.paper}; it has {spec.head:g}"
        hint = "give the panel a higher `head`" + ("" if prompt is None else ", or put the prompt `beside` the title")
        pen.report.add(Diagnostic("SP202", message, pen.locate(spec), (hint,)))


def _prompt_below(pen: Pen, spec: Panel, head: _Head, tag: int, name: Phrase, prompt: Phrase) -> None:
    if pen.second is not None:
        from sopprint.draw.panel_pairs import prompt_below

        prompt_below(pen, spec, head.left, head.top, head.room, tag, name, prompt)
        return
    title = fit(pen, name, "panel-title", head.room, size=spec.title_size, shared=True)
    put(pen, title, head.left, head.top + TITLE_LINE * head.height, tag=tag)
    size = max(_PROMPT_LEAST, min(_PROMPT_SHARE * spec.head, _PROMPT_MOST))
    made = fit(pen, prompt, "prompt", head.room, size=size, shared=True)
    _check_room(pen, spec, title, made)
    put(pen, made, head.left, head.top + PROMPT_LINE * head.height, tag=pen.tag("P", pen.sect(spec.zone)))


def _prompt_on_line(pen: Pen, spec: Panel, head: _Head, tag: int, name: Phrase, prompt: Phrase) -> None:
    """Beside the title, or at the far end of the head."""
    far = spec.prompt == "right"
    if far:
        made = fit(pen, prompt, "hint", head.room / 2, shared=True, under=2)
        title = _put_title(pen, spec, name, head, head.room - made.width - _PROMPT_GAP, tag)
        x = head.right
    else:
        title = _put_title(pen, spec, name, head, head.room, tag)
        x = head.left + title.width + HINT_GAP
        made = fit_label(pen, prompt, "hint", head.right - x)
    level = head.middle + ON_MIDDLE * (made.size if far or made.drop else title.size)
    put(
        pen, made, x, level - made.drop / 2,
        tag=pen.tag("P", pen.sect(spec.zone)), align="right" if far else "left",
    )  # fmt: skip


def _draw_foot(pen: Pen, spec: Panel, box: Box) -> None:
    edge = pen.weight("zone")
    top = box.bottom - spec.foot
    strip = Box(box.left + edge / 2, top, box.right - edge / 2, box.bottom - edge / 2)
    pen.paint(rounded(strip, (0, 0, RADIUS, RADIUS)), fill=pen.colour(spec.colour, "light"), name="foot")
    pen.paint(
        line(strip.left, top, strip.right, top), stroke=pen.colour(spec.colour), width="slot", square=True,
        name="divider",
    )  # fmt: skip
    pad = edge + side_pad(box.width - 2 * edge)
    size = pen.size_of("tick", spec.foot_size)
    middle = (top + pen.weight("slot") / 2 + box.bottom - edge) / 2 - pen.extra("tick", size) / 2
    tick_row(
        pen, pen.words.phrases("zones", spec.zone, "ticks"), pen.sect(spec.zone), box.left + pad,
        middle + ON_MIDDLE * size, box.width - 2 * pad, size=spec.foot_size, gap=_FOOT_GAP * box.width,
    )  # fmt: skip
