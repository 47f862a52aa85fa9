"""The three tick boxes at the foot of a house or space: may this be shared, ask first, or private.

The words are the same on every tool (`share` in the common words). Boxes stand in a row, or one under the other on a
narrow wall. Not here: the tint behind them, which the element paints with its own shape of foot.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sopprint.draw.labels import ON_MIDDLE
from sopprint.draw.lettering import fit
from sopprint.draw.tickbox import SIDE, label_offset, tick_item, tick_list, tick_row

if TYPE_CHECKING:
    from sopprint.draw.pen import Pen
    from sopprint.geometry import Box
    from sopprint.model.elements import ShareForm

_SIZE: Final = 40.0
_PITCH: Final = 1.4  # box sides from one stacked box to the next
_PADDING: Final = 24.0
_PAIRED: Final = 0.62  # of what a second language takes, so that pairs stand apart


def share_strip(pen: Pen, form: ShareForm, strip: Box, parent: int) -> None:
    """Draw the boxes centred in the visible part of a strip (u), in a list under `parent`."""
    if form == "row":
        _row(pen, strip, parent)
    elif form == "stack":
        _stack(pen, strip, parent)


def _row(pen: Pen, strip: Box, parent: int) -> None:
    baseline = strip.center.y - pen.extra("tick", _SIZE) / 2 + ON_MIDDLE * _SIZE
    phrases = pen.common.phrases("share")
    tick_row(pen, phrases, parent, strip.left, baseline, strip.width, size=_SIZE, align="spread", brief=pen.small)


def _stack(pen: Pen, strip: Box, parent: int) -> None:
    room = strip.width - 2 * _PADDING - label_offset(_SIZE)
    labels = [
        fit(pen, phrase, "tick", room, size=_SIZE, shared=True, brief=pen.small)
        for phrase in pen.common.phrases("share")
    ]
    size = min((made.size for made in labels), default=_SIZE)
    width = label_offset(size) + max((made.width for made in labels), default=0.0)
    extra = pen.extra("tick", size)
    pitch = min(_PITCH * SIDE * size + _PAIRED * extra, strip.height / max(len(labels), 1))
    first = strip.center.y - (pitch * (len(labels) - 1) + extra) / 2 + ON_MIDDLE * size
    left = strip.center.x - width / 2
    ticks = tick_list(pen, parent)
    for index, made in enumerate(labels):
        tick_item(pen, ticks, made, left, first + index * pitch)
