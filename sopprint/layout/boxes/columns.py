"""Things side by side: `columns` of boxes with equal heights, and `grid2`, a list in two columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from sopprint.layout.boxes.compose import Stack
from sopprint.layout.flow import Slab
from sopprint.model.blocks import ListBlock

if TYPE_CHECKING:
    from sopprint.layout.boxes.compose import Compose
    from sopprint.layout.composer import Room
    from sopprint.layout.sheet import Sheet
    from sopprint.model.blocks import Box

GAP = 10.0


def columns_box(box: Box, room: Room, compose: Compose) -> list[Slab]:
    """Children side by side; `widths="1.3|1"` shares the room, else all are equal."""
    made = compose.made
    gap = made.pt(float(box.options.get("gap", GAP)))
    shares = [float(share) for share in box.options.get("widths", "").split("|") if share] or [1.0] * len(box.children)
    free = room.width - gap * (len(box.children) - 1)
    stacks, x = [], room.x
    for child, share in zip(box.children, shares, strict=True):
        width = free * share / sum(shares)
        stacks.append(Stack.of(compose.block(child, replace(room, x=x, width=width, frames=()))))
        x += width + gap
    return side_by_side(stacks, room, made.pt(9))


def column_box(box: Box, room: Room, compose: Compose) -> list[Slab]:
    """A plain column: its children, one under the other."""
    return compose(box.children, room)


def grid2_box(box: Box, room: Room, compose: Compose) -> list[Slab]:
    """A list in two columns, the first as long as the second or one longer."""
    made = compose.made
    gap = made.pt(GAP)
    width = (room.width - gap) / 2
    slabs: list[Slab] = []
    for block in box.children:
        if not isinstance(block, ListBlock):
            slabs += compose.block(block, room)
            continue
        half = -(-len(block.items) // 2)
        parts = (
            ListBlock(block.kind, block.items[:half], block.start, block.place),
            ListBlock(block.kind, block.items[half:], block.start + half, block.place),
        )
        stacks = [
            Stack.of(compose.block(part, replace(room, x=room.x + i * (width + gap), width=width, frames=())))
            for i, part in enumerate(parts)
            if part.items
        ]
        slabs += side_by_side(stacks, room, made.pt(4))
    return slabs


def side_by_side(stacks: list[Stack], room: Room, before: float) -> list[Slab]:
    """Stacks as one slab; their last frames are stretched to one height."""
    if not stacks:
        return []
    height = max(stack.height for stack in stacks)

    def draw(sheet: Sheet, y: float) -> None:
        for stack in stacks:
            stack.draw(sheet, y, stretch=height - stack.height)

    marks = tuple(mark for stack in stacks for mark in stack.marks)
    return [Slab(height, draw, before=before, frames=room.frames, marks=marks)]


