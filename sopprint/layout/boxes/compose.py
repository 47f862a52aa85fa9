"""Composing blocks into slabs, and stacks of slabs that stay together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from sopprint.layout.boxes import box_function
from sopprint.layout.flow import Leaf, Mark, paginate
from sopprint.layout.ruled import table
from sopprint.layout.running import bulleted, heading, paragraph
from sopprint.model.blocks import Box, Heading, ListBlock, Paragraph, TableBlock

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sopprint.layout.composer import Composer, Room
    from sopprint.layout.flow import Side, Slab
    from sopprint.layout.sheet import Sheet
    from sopprint.model.blocks import Block

SIDES: dict[str, Side] = {"any": "any", "left": "left", "right": "right"}
INTRODUCTION = 3  # lines
ENDLESS = 1e9  # points: a page on which everything fits


class Compose(Struct, frozen=True):
    """Turns blocks into slabs in a room; boxes get it to compose what is inside them."""

    made: Composer

    def __call__(self, blocks: Sequence[Block], room: Room) -> list[Slab]:
        slabs: list[Slab] = []
        turn: Side | None = None
        titled = False
        for block in blocks:
            if is_turn(block):
                turn = side_of(block)
                continue
            made = self.block(block, room)
            if made and turn is not None:
                made[0] = replace(made[0], page=turn)
                turn = None
            if titled and len(made) <= INTRODUCTION:  # a heading's short introduction stays with what it introduces
                made = [replace(slab, keep=True) for slab in made]
            titled = isinstance(block, Heading)
            slabs += made
        return slabs

    def block(self, block: Block, room: Room) -> list[Slab]:
        match block:
            case Paragraph():
                return paragraph(block, room, self.made)
            case Heading():
                return heading(block, room, self.made)
            case ListBlock():
                return bulleted(block, room, self.made, self)
            case TableBlock():
                return table(block, room, self.made)
            case Box():
                return box_function(block.name)(block, room, self)


def is_turn(block: Block) -> bool:
    """True for `::: page`, which draws nothing: what follows begins a new page."""
    return isinstance(block, Box) and block.name == "page"


def side_of(block: Block) -> Side:
    return SIDES[block.options.get("side", "any")] if isinstance(block, Box) else "any"


class Stack(Struct, frozen=True):
    """Slabs one under the other that are drawn as one."""

    leaf: Leaf
    height: float

    @property
    def marks(self) -> tuple[Mark, ...]:
        """Headings inside, measured from the top of the stack."""
        return tuple(replace(m, dy=m.dy + placed.y) for placed in self.leaf.slabs for m in placed.slab.marks)

    @classmethod
    def of(cls, slabs: Sequence[Slab]) -> Stack:
        """Measure a stack; page turns inside it are ignored."""
        leaf = paginate([replace(slab, page=None) for slab in slabs], 0.0, ENDLESS)[0]
        ends = [placed.y + placed.slab.height for placed in leaf.slabs]
        ends += [framed.bottom for framed in leaf.frames]
        return cls(leaf, max(ends, default=0.0))

    def draw(self, sheet: Sheet, y: float, *, stretch: float = 0.0) -> None:
        """Draw with the top at y; frames that end the stack are drawn `stretch` points taller."""
        draw_leaf(sheet, self.leaf, y, self.height, stretch)


def draw_leaf(sheet: Sheet, leaf: Leaf, dy: float = 0.0, height: float = ENDLESS, stretch: float = 0.0) -> None:
    """Draw grounds of frames from the outside in, then slabs, then outlines."""
    frames = sorted(leaf.frames, key=lambda framed: (framed.top, -framed.bottom))
    boxes = [
        sheet.box(
            framed.frame.left,
            framed.top + dy,
            framed.frame.right - framed.frame.left,
            framed.bottom - framed.top + (stretch if framed.bottom > height - 0.5 else 0.0),
        )
        for framed in frames
    ]
    for framed, box in zip(frames, boxes, strict=True):
        if framed.frame.ground is not None:
            framed.frame.ground(sheet, box)
    for placed in leaf.slabs:
        placed.slab.draw(sheet, placed.y + dy)
    for framed, box in zip(frames, boxes, strict=True):
        if framed.frame.outline is not None:
            framed.frame.outline(sheet, box)
