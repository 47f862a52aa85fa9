"""One of a zone's words on its own, level with the middle of its box: the `text` element."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopprint.draw.labels import ON_MIDDLE
from sopprint.draw.lettering import fit, put

if TYPE_CHECKING:
    from sopprint.draw.pen import Pen
    from sopprint.geometry import Box
    from sopprint.model.elements import Text


def draw(spec: Text, box: Box, pen: Pen) -> None:
    made = fit(pen, pen.say(spec.zone, spec.word), spec.style, box.width, size=spec.text_size, lines=spec.lines)
    x = {"left": box.left, "center": box.center.x, "right": box.right}[spec.align]
    tag = pen.tag("H2" if spec.word == "name" else "P", pen.sect(spec.zone))
    put(pen, made, x, box.center.y - made.drop / 2 + ON_MIDDLE * made.size, tag=tag, align=spec.align)
