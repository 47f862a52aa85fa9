"""Things to fill in: number circles, lines with labels under them, an empty frame, lines for notes, places to type."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from sopprint.geometry import line, rounded
from sopprint.layout.boxes.compose import Stack
from sopprint.layout.boxes.marks import ring_number
from sopprint.layout.flow import Slab
from sopprint.layout.running import words
from sopprint.model.blocks import Box, Span

if TYPE_CHECKING:
    from sopprint.layout.boxes.compose import Compose
    from sopprint.layout.composer import Composer, Room
    from sopprint.layout.sheet import Sheet

CIRCLE = 22.0
FIELD, LEAST_FIELD = 27.0, 20.0  # room to write above a label; what a tight page leaves of it
GAP = 12.0
ENTRY_LINE = 15.0  # of typed words


def scale_box(box: Box, room: Room, compose: Compose) -> list[Slab]:
    """Numbers in circles from low to high, to mark one."""
    made = compose.made
    numbers = [str(n) for n in range(int(box.options.get("low", "1")), int(box.options.get("high", "10")) + 1)]
    side = min(made.pt(CIRCLE), room.width / len(numbers) * 0.86)
    tag = made.tag("P", room.parent)
    step = (room.width - side) / max(len(numbers) - 1, 1)

    def draw(sheet: Sheet, y: float) -> None:
        for index, number in enumerate(numbers):
            center = (sheet.left + room.x + side / 2 + index * step, y + side / 2)
            ring_number(sheet, made, number, center, side, tag)

    return [Slab(side, draw, before=made.gap(4), frames=room.frames)]


def form_box(box: Box, room: Room, compose: Compose) -> list[Slab]:
    """Rows of lines to write on; each child `line(of="Label:share|Label:share")` is a row.

    `names="name|name"` makes fields of them, to be typed into as well.
    """
    lines = (child for child in box.children if isinstance(child, Box) and child.name == "line")
    return [_form_line(line, room, compose) for line in lines]


def _form_line(child: Box, room: Room, compose: Compose) -> Slab:
    made = compose.made
    fields = [_label_and_share(field) for field in child.options.get("of", "").split("|")]
    gap = made.pt(GAP)
    free = room.width - gap * (len(fields) - 1)
    total = sum(share for _, share in fields)
    names = child.options["names"].split("|") if "names" in child.options else [""] * len(fields)
    x, parts, typed = room.x, [], []
    for (label, share), name in zip(fields, names, strict=True):
        width = free * share / total
        inner = replace(room, x=x, width=width, frames=())
        tag = made.tag("P", room.parent)
        stack = Stack.of(words((Span(label),), inner, made, "label", tag, child.place))
        parts.append((x, width, stack))
        if name:
            typed.append((x, width, name, label, made.tag("Form", tag)))
        x += width + gap
    write = max(made.gap(FIELD), made.pt(LEAST_FIELD))
    height = write + max(stack.height for _, _, stack in parts) + made.pt(2)

    def draw(sheet: Sheet, y: float) -> None:
        for left, width, stack in parts:
            _write_line(sheet, made, left, width, y + write)
            stack.draw(sheet, y + write + made.pt(1))
        for left, width, name, label, tag in typed:
            sheet.field(sheet.box(left, y + write - made.pt(ENTRY_LINE), width, made.pt(ENTRY_LINE)), name, label, tag)

    return Slab(height, draw, frames=room.frames)


def _label_and_share(text: str) -> tuple[str, float]:
    label, _, share = text.rpartition(":")
    return (label, float(share)) if label and share.replace(".", "", 1).isdigit() else (text, 1.0)


def _write_line(sheet: Sheet, made: Composer, x: float, width: float, y: float) -> None:
    left = sheet.left + x
    sheet.pen.paint(line(left, y, left + width, y), stroke=made.colour("ink"), width=0.9, square=True,
                    name="write-line")  # fmt: skip


def sketch_box(box: Box, room: Room, compose: Compose) -> list[Slab]:
    """An empty frame with a caption near its foot."""
    made = compose.made
    height = made.pt(float(box.options.get("height", "140"))) * (1 + made.tight.space) / 2
    caption = box.options.get("caption", "")
    tag = made.tag("P", room.parent)
    inner = replace(room, frames=())
    stack = Stack.of(words((Span(caption),), inner, made, "foot", tag, box.place, align="center"))

    def draw(sheet: Sheet, y: float) -> None:
        frame = sheet.box(room.x, y, room.width, height)
        sheet.pen.paint(rounded(frame.inset(0.75), made.pt(6.75)), fill=made.colour("paper"),
                        stroke=made.colour("rule"), width=1.5, name="outline")  # fmt: skip
        stack.draw(sheet, y + height - stack.height - made.pt(8))

    return [Slab(height, draw, before=made.gap(9), frames=room.frames)]


def entry_box(box: Box, room: Room, compose: Compose) -> list[Slab]:
    """A frame to type or write `count` lines in; it stays whole. Its `label` is what a screen reader calls it."""
    made = compose.made
    height = int(box.options["count"]) * made.pt(ENTRY_LINE) + made.pt(8)
    tag = made.tag("Form", made.tag("P", room.parent))

    def draw(sheet: Sheet, y: float) -> None:
        frame = sheet.box(room.x, y, room.width, height)
        sheet.pen.paint(rounded(frame.inset(0.5), made.pt(4)), stroke=made.colour("rule"), width=1.0, name="outline")
        sheet.field(frame.inset(made.pt(4)), box.options["name"], box.options["label"], tag, lines=True)

    return [Slab(height, draw, before=made.gap(4), frames=room.frames)]


def lines_box(box: Box, room: Room, compose: Compose) -> list[Slab]:
    """Lines to write on."""
    made = compose.made
    step = made.pt(float(box.options.get("gap", "22")))
    return [
        Slab(step, lambda sheet, y: _write_line(sheet, made, room.x, room.width, y + step), frames=room.frames)
        for _ in range(int(box.options.get("count", "3")))
    ]
