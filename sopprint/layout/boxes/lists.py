"""Lists with marks and icons: facts at a glance, rows of steps, signs to watch for, steps in full, the legend."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from sopprint.draw.icons import draw_icon
from sopprint.geometry import line
from sopprint.layout.boxes.columns import side_by_side
from sopprint.layout.boxes.compose import Stack
from sopprint.layout.boxes.marks import SIDE, draw_mark
from sopprint.layout.flow import Slab
from sopprint.layout.running import baseline, words
from sopprint.model.blocks import Box, Span

if TYPE_CHECKING:
    from sopprint.layout.boxes.compose import Compose
    from sopprint.layout.composer import Composer, Room
    from sopprint.layout.sheet import Sheet
    from sopprint.model.blocks import Block

FACT_ICON = 17.0
ROW = 20.0


def _boxes(children: tuple[Block, ...], name: str) -> list[Box]:
    return [child for child in children if isinstance(child, Box) and child.name == name]


# ---------------------------------------------------------------------------------------------- facts


def facts_box(box: Box, room: Room, compose: Compose) -> list[Slab]:
    """Facts two by two: an icon, a bold name, words under it."""
    made = compose.made
    gap = made.pt(14)
    width = (room.width - gap) / 2
    stacks = [
        Stack.of(_fact(fact, replace(room, x=room.x + (i % 2) * (width + gap), width=width, frames=()), compose))
        for i, fact in enumerate(_boxes(box.children, "fact"))
    ]
    slabs: list[Slab] = []
    for i in range(0, len(stacks), 2):
        slabs += side_by_side(stacks[i : i + 2], room, made.pt(9))
    return slabs


def _fact(fact: Box, room: Room, compose: Compose) -> list[Slab]:
    made = compose.made
    side = made.pt(FACT_ICON)
    inner = room.inner(side + made.pt(8), style="small")
    title = words((Span(fact.options.get("title", ""), "strong"),), inner, made, "label",
                  made.title_tag(room.parent), fact.place)  # fmt: skip
    body = [replace(slab, before=0.0) for slab in compose(fact.children, inner)]
    slabs = [*title, *body]
    if not slabs:
        return []
    icon = fact.options.get("icon", "ok")
    first = slabs[0]

    def draw(sheet: Sheet, y: float) -> None:
        draw_icon(sheet.pen, icon, "navy", sheet.box(room.x, y, side, side))
        first.draw(sheet, y)

    return [replace(first, draw=draw, keep=True), *slabs[1:]]


# ---------------------------------------------------------------------------------------------- rows


def rows_box(box: Box, room: Room, compose: Compose) -> list[Slab]:
    """One line a step: mark, words, minutes at the right; a pale rule under each."""
    made = compose.made
    parent = made.tag("L", room.parent, attributes=(("List", "ListNumbering", "None"),))
    slabs: list[Slab] = []
    for row in _boxes(box.children, "row"):
        slabs += _row(row, replace(room, parent=parent), compose)
    if slabs:
        slabs[0] = replace(slabs[0], before=made.gap(4))
    return slabs


def _row(row: Box, room: Room, compose: Compose) -> list[Slab]:
    made = compose.made
    side = made.pt(SIDE)
    entry = made.tag("LI", room.parent)
    label, body = made.tag("Lbl", entry), made.tag("LBody", entry)
    right = row.options.get("right", "")
    width = _amount_width(right, row, room, made) if right else 0.0
    inner = room.inner(side + made.pt(8), width, frames=(), parent=body, style="small")
    stack = Stack.of(compose(row.children, inner))
    height = max(stack.height, made.style("small").leading) + made.pt(ROW) - made.style("small").leading
    mark = row.options.get("mark", "")
    amount = Stack.of(
        words((Span(right, "strong"),), replace(room, frames=(), parent=body), made, "small", made.tag("P", body),
              row.place, align="right")
    ) if right else None  # fmt: skip

    def draw(sheet: Sheet, y: float) -> None:
        middle = y + height / 2
        if mark:
            draw_mark(sheet, made, mark, (sheet.left + room.x + side / 2, middle), side, label)
        stack.draw(sheet, middle - stack.height / 2)
        if amount is not None:
            amount.draw(sheet, middle - amount.height / 2)
        left = sheet.left + room.x
        sheet.pen.paint(line(left, y + height, left + room.width, y + height), stroke=made.colour("guide-rule"),
                        width=0.75, square=True, name="rule")  # fmt: skip

    return [Slab(height, draw, frames=room.frames)]


def _amount_width(right: str, row: Box, room: Room, made: Composer) -> float:
    """Room for minutes at the right: two digits and "min", or words such as "as needed" with a gap before them."""
    style = made.style("small")
    lines = made.lines((Span(right, "strong"),), style, room.width, row.place)
    return max(made.pt(48), max(line.width for line in lines) * style.size + made.pt(8))


# ---------------------------------------------------------------------------------------------- signs


def signs_box(box: Box, room: Room, compose: Compose) -> list[Slab]:
    """Words with an icon each, as a list."""
    made = compose.made
    side = made.pt(13)
    parent = made.tag("L", room.parent, attributes=(("List", "ListNumbering", "None"),))
    slabs: list[Slab] = []
    for index, sign in enumerate(_boxes(box.children, "sign")):
        entry = made.tag("LI", parent)
        inner = room.inner(side + made.pt(7), parent=made.tag("LBody", entry))
        body = compose(sign.children, inner)
        if body:
            icon, colour = sign.options.get("icon", "ok"), sign.options.get("colour", "rose")
            first = _with_icon(body[0], made, room.x, side, icon, colour, room.style)
            slabs += [replace(first, before=made.gap(3.5 if index else 2)), *body[1:]]
    return slabs


def _with_icon(slab: Slab, made: Composer, x: float, side: float, icon: str, colour: str, style_name: str) -> Slab:
    style = made.style(style_name)
    middle = baseline(style) - 0.34 * style.size

    def draw(sheet: Sheet, y: float) -> None:
        draw_icon(sheet.pen, icon, colour, sheet.box(x, y + middle - side / 2, side, side))
        slab.draw(sheet, y)

    return replace(slab, draw=draw)


# ---------------------------------------------------------------------------------------------- steps


def step_box(box: Box, room: Room, compose: Compose) -> list[Slab]:
    """A step in full: its mark, an icon and a heading, then its words. `run-in` sets heading and words as one."""
    made = compose.made
    mark, side = box.options.get("mark", ""), made.pt(SIDE if "run-in" in box.options else SIDE + 3)
    inner = room.inner(side + made.pt(9))
    run_in = "run-in" in box.options
    owner = made.tag("P", room.parent) if run_in else made.title_tag(room.parent)
    slabs = ([] if run_in else _step_title(box, inner, made, owner)) + compose(box.children, inner)
    if not slabs:
        return []
    style = made.style("text" if "run-in" in box.options else "h3")
    first = slabs[0]

    def draw(sheet: Sheet, y: float) -> None:
        middle = y + baseline(style) - 0.34 * style.size
        if mark:
            draw_mark(sheet, made, mark, (sheet.left + room.x + side / 2, middle), side, owner)
        first.draw(sheet, y)

    rest = [replace(slab, before=0.0 if i == 0 else slab.before) for i, slab in enumerate(slabs[1:])]
    return [replace(first, draw=draw, before=made.gap(box_gap(box))), *rest]


def box_gap(box: Box) -> float:
    return 8.0 if "run-in" in box.options else 11.0


def _step_title(box: Box, room: Room, made: Composer, tag: int) -> list[Slab]:
    icon, side = box.options.get("icon"), made.pt(16)
    indent = side + made.pt(6) if icon else 0.0
    title = (Span(box.options.get("title", "")),)
    slabs = words(title, room.inner(indent), made, "h3", tag, box.place)
    if slabs and icon:
        slabs[0] = _with_icon(slabs[0], made, room.x, side, icon, box.options.get("colour", "navy"), "h3")
    return [replace(slab, keep=True) for slab in slabs]


# ---------------------------------------------------------------------------------------------- legend


def legend_box(box: Box, room: Room, compose: Compose) -> list[Slab]:
    """Marks, icons and names of the zones, in two columns."""
    made = compose.made
    entries = _boxes(box.children, "entry")
    parent = made.tag("L", room.parent, attributes=(("List", "ListNumbering", "None"),))
    half = -(-len(entries) // 2)
    gap = made.pt(14)
    width = (room.width - gap) / 2
    stacks = []
    for i, part in enumerate((entries[:half], entries[half:])):
        inner = replace(room, x=room.x + i * (width + gap), width=width, frames=(), parent=parent)
        slabs = [slab for entry in part for slab in _entry(entry, inner, compose)]
        if slabs:
            stacks.append(Stack.of(slabs))
    return side_by_side(stacks, room, made.pt(9))


def _entry(entry: Box, room: Room, compose: Compose) -> list[Slab]:
    made = compose.made
    mark, icon = entry.options.get("mark", ""), entry.options.get("icon")
    side, icon_side = made.pt(SIDE), made.pt(15)
    item = made.tag("LI", room.parent)
    label, body = made.tag("Lbl", item), made.tag("LBody", item)
    left = (side + made.pt(8) if mark else 0.0) + (icon_side + made.pt(7) if icon else 0.0)
    slabs = compose(entry.children, room.inner(left, parent=body))
    if not slabs:
        return []
    first, style = slabs[0], made.style(room.style)
    icon_x = room.x + (side + made.pt(8) if mark else 0.0)

    def draw(sheet: Sheet, y: float) -> None:
        middle = y + baseline(style) - 0.34 * style.size
        if mark:
            draw_mark(sheet, made, mark, (sheet.left + room.x + side / 2, middle), side, label)
        if icon:
            box = sheet.box(icon_x, middle - icon_side / 2, icon_side, icon_side)
            draw_icon(sheet.pen, icon, entry.options.get("colour", "navy"), box)
        first.draw(sheet, y)

    height = max(first.height, side + made.pt(4))
    drop = (height - first.height) / 2
    return [Slab(height, lambda sheet, y: draw(sheet, y + drop), before=0.0, frames=room.frames), *slabs[1:]]
