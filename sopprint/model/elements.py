"""The layout language: containers that share space, and elements that are drawn. One class for each `draw:` value.

Numbers are `u`, the poster's own unit: the short side of the trimmed page / 2400. An `Offset` is a number, or a sum
such as "100% - 930" or "house.door.x + 44" (see `layout/offsets.py`). How an element looks is in `draw/<name>.py`.
"""

from typing import Annotated, ClassVar, Literal

from msgspec import Meta, Struct

Offset = float | str
Positive = Annotated[float, Meta(gt=0)]
Amount = Annotated[float, Meta(ge=0)]
Count = Annotated[int, Meta(ge=1, le=60)]
Name = Annotated[str, Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=40)]
ColourName = str
IconName = str
Dash = Literal["none", "private", "unknown"]
Fill = Literal["paper", "light", "mid", "none"]
ShareForm = Literal["row", "stack", "none"]


class At(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Where a child of an overlay goes, measured from the overlay's box. What is not said fills the box."""

    left: Offset | None = None
    right: Offset | None = None  # distance from the right edge inwards
    top: Offset | None = None
    bottom: Offset | None = None  # distance from the bottom edge upwards
    width: Offset | None = None
    height: Offset | None = None
    center: Offset | None = None  # x of the middle
    middle: Offset | None = None  # y of the middle


class Element(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, tag_field="draw"):
    """Settings every element and container has."""

    needs: ClassVar[tuple[str, ...]] = ()  # the words its zone must have

    id: Name | None = None  # a name to change it by, and to anchor to; the zone's name when not given
    zone: Name | None = None  # the zone of the words file that speaks here
    size: Positive | None = None  # fixed share along the row or column
    weight: Positive = 1.0  # share of the space that is left
    min: Amount = 0.0  # never less than this
    at: At | None = None  # only inside an overlay

    @property
    def name(self) -> str | None:
        return self.id or self.zone


# ---------------------------------------------------------------------------------------------- containers


class Row(Element, frozen=True, kw_only=True, tag="row"):
    """Children side by side."""

    items: "tuple[AnyElement, ...]"
    gap: Amount = 60.0


class Column(Element, frozen=True, kw_only=True, tag="column"):
    """Children one above the other."""

    items: "tuple[AnyElement, ...]"
    gap: Amount = 44.0


class Grid(Element, frozen=True, kw_only=True, tag="grid"):
    """Children in equal cells, row by row."""

    items: "tuple[AnyElement, ...]"
    columns: Count = 2
    gap: Amount = 60.0
    row_gap: Amount | None = None


class Overlay(Element, frozen=True, kw_only=True, tag="overlay"):
    """Children placed by `at:`, later ones on top; each may anchor to those before it."""

    items: "tuple[AnyElement, ...]"


class Gap(Element, frozen=True, kw_only=True, tag="gap"):
    """Empty space."""


# ---------------------------------------------------------------------------------------------- illustrations


class House(Element, frozen=True, kw_only=True, tag="house"):
    """A house to write in: roof with a blank name plate, title band, white wall, share boxes."""

    needs: ClassVar = ("name", "prompt", "alt")

    zone: Name
    roof: Literal["gable", "barn", "dome"] = "gable"
    icon: IconName
    colour: ColourName
    roof_height: Positive = 352.0
    eaves: Amount = 50.0
    band: Positive = 292.0
    prompt_lines: Count = 1
    name_size: Positive = 92.0
    share: ShareForm = "row"
    share_height: Positive = 92.0


class Space(Element, frozen=True, kw_only=True, tag="space"):
    """A plain panel to write in, named by the outline of its top."""

    needs: ClassVar = ("name", "prompt", "alt")

    zone: Name
    top: Literal["rounded", "cut", "arch"] = "rounded"
    icon: IconName
    colour: ColourName
    cap: Positive = 200.0
    band: Positive = 226.0
    prompt_lines: Count = 1
    name_size: Positive = 88.0
    share: ShareForm = "row"
    share_height: Positive = 92.0


class Dome(Element, frozen=True, kw_only=True, tag="dome"):
    """A half circle around a house: the outer circle, the inside, and the roof for rules.

    Anchors: `door` (middle of the doorstep), `ground` (the ground line), `peak` (top of the dome).
    """

    outer: Name = "outer"
    inside: Name = "inside"
    rules: Name = "rules"
    radius: Positive = 1228.0  # at most; the box may make it smaller
    label_size: Positive = 60.0


class Step(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One step of a path: a line to `to`, or a curve through two control points. [x, y] from the start."""

    to: tuple[Offset, Offset]
    curve: tuple[Offset, Offset, Offset, Offset] | None = None


class Trail(Element, frozen=True, kw_only=True, tag="path"):
    """A path with numbered stones, ten at the start and zero far away; it may run off the page.

    Offsets grow with the height there is when `design_height` is given.
    """

    needs: ClassVar = ("name", "near", "far", "alt")

    zone: Name
    start: str  # an anchor, such as "house.door"
    route: tuple[Step, ...]
    stones_from: Annotated[int, Meta(ge=0)] = 0  # the step after which the first stone lies
    off: tuple[Offset, Offset] | None = None  # where the path leaves the page
    design_height: Positive | None = None
    stones: Annotated[int, Meta(ge=2, le=21)] = 11
    numbers: bool = True
    near_label: Literal["right", "left"] = "right"
    far_label: Literal["above", "below"] = "below"


class Circle(Element, frozen=True, kw_only=True, tag="circle"):
    """One circle with a tab on its ring."""

    needs: ClassVar = ("name", "alt")

    zone: Name
    icon: IconName | None = None
    colour: ColourName
    dash: Dash = "none"
    fill: Fill = "paper"
    label_size: Positive = 60.0


class Ring(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One of several rings around a centre. `radius` is a share of the outermost."""

    zone: Name
    radius: Annotated[float, Meta(gt=0, le=1)] = 1.0
    colour: ColourName
    fill: Fill = "paper"
    dash: Dash = "none"
    tab: Fill = "mid"
    label_size: Positive = 54.0
    chips: bool = False  # arrows on the ring that point inward


class Circles(Element, frozen=True, kw_only=True, tag="circles"):
    """Rings around the child and family, outermost first; chips on a ring point inward."""

    rings: tuple[Ring, ...]


# ---------------------------------------------------------------------------------------------- panels and fields


class Panel(Element, frozen=True, kw_only=True, tag="panel"):
    """An outlined panel with a head band, content to write in, and an optional strip of tick boxes at the foot."""

    needs: ClassVar = ("alt",)

    zone: Name
    colour: ColourName
    icon: IconName | None = None
    head: Amount = 124.0  # 0: no head band
    title_size: Positive = 72.0
    icon_size: Positive | None = None
    prompt: Literal["below", "beside", "right", "none"] = "none"
    content: "AnyElement | None" = None
    foot: Amount = 0.0  # height of the strip that holds the zone's tick boxes
    foot_size: Positive = 40.0


class Field(Element, frozen=True, kw_only=True, tag="field"):
    """A small outlined field with its label inside."""

    needs: ClassVar = ("name", "alt")

    zone: Name
    colour: ColourName = "navy"
    label: Literal["top", "middle"] = "top"
    label_size: Positive = 44.0
    label_lines: Count = 1


class Slot(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A labelled place to write inside a panel. `lines` says how much room it gets."""

    slot: Name
    lines: Positive = 1.0


class Slots(Element, frozen=True, kw_only=True, tag="slots"):
    """Labelled places to write, one under the other; a list in the list puts slots side by side."""

    rows: tuple[Slot | tuple[Slot, ...], ...]
    colour: ColourName
    label_size: Positive = 50.0
    label_height: Positive = 84.0
    hint: Literal["beside", "below"] = "beside"
    guides: bool = True  # a pale rule between the lines of a slot of two lines or more


class TableColumn(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A column of a table. `width` is a share. `holds` says what its cells are for."""

    column: Name
    width: Positive = 1.0
    holds: Literal["writing", "number", "tick", "item", "tick-item"] = "writing"
    align: Literal["left", "center"] = "left"
    guide: bool = False  # a pale rule at half height, for a second thing to write


class Table(Element, frozen=True, kw_only=True, tag="table"):
    """A table to fill in. With `framed: true` it has its own outline; inside a panel it has none."""

    zone: Name
    columns: tuple[TableColumn, ...]
    rows: Count
    colour: ColourName = "navy"
    framed: bool = False
    head: Amount = 0.0  # 0: no heads are printed, but screen readers still get them
    label_size: Positive = 46.0
    item_size: Positive = 50.0
    padding: Amount = 32.0


class Score(Element, frozen=True, kw_only=True, tag="score"):
    """Dated rows under numbers joined by a line, for marks that show movement."""

    needs: ClassVar = ("name", "alt")

    zone: Name
    colour: ColourName = "navy"
    first: Positive = 420.0  # width of the date column
    head: Positive = 132.0
    rows: Count = 3
    low: int = 0
    high: int = 10


class Scale(Element, frozen=True, kw_only=True, tag="scale"):
    """A strip with a question, two ends in words, and numbers joined by a line."""

    needs: ClassVar = ("name", "near", "far", "alt")

    zone: Name
    colour: ColourName = "navy"
    form: Literal["beside", "above"] = "beside"
    low: int = 0
    high: int = 10


# ---------------------------------------------------------------------------------------------- words and marks


class Ticks(Element, frozen=True, kw_only=True, tag="ticks"):
    """The zone's tick boxes in a row or in columns, with its name before or above them."""

    needs: ClassVar = ("ticks",)

    zone: Name
    heading: Literal["none", "before", "above"] = "none"
    columns: Annotated[int, Meta(ge=0, le=6)] = 0  # 0: one row
    label_size: Positive = 40.0
    gap: Amount = 56.0
    align: Literal["left", "center"] = "left"


class Checks(Element, frozen=True, kw_only=True, tag="checks"):
    """Tick boxes one under the other, words on balanced lines; then room for the family's own."""

    needs: ClassVar = ("ticks",)

    zone: Name
    label_size: Positive = 42.0
    spread: bool = False  # share the height evenly
    row: Positive = 72.0
    padding: Amount = 36.0
    own: bool = False  # print the zone's note ("Ours:") after the last box


class ListItem(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    icon: IconName
    colour: ColourName


class IconList(Element, frozen=True, kw_only=True, tag="list"):
    """A heading and the zone's items, each with an icon."""

    needs: ClassVar = ("name", "items")

    zone: Name
    icons: tuple[ListItem, ...]
    row: Positive = 66.0
    label_size: Positive = 44.0
    heading_size: Positive = 58.0


class MarkKey(Element, frozen=True, kw_only=True, tag="key"):
    """Whose mark is which shape: circle, triangle, square, diamond; with a lead-in in bold when the zone has a name."""

    needs: ClassVar = ("items",)

    zone: Name
    lead: bool = False
    label_size: Positive = 40.0
    gap: Amount = 56.0


class Heading(Element, frozen=True, kw_only=True, tag="heading"):
    """A heading with an icon; the zone's prompt stands under it or at the far end of the line."""

    needs: ClassVar = ("name",)

    zone: Name
    icon: IconName | None = None
    colour: ColourName = "navy"
    heading_size: Positive = 76.0
    prompt: Literal["below", "right", "none"] = "below"
    prompt_size: Positive = 48.0
    prompt_lines: Count = 2


class Text(Element, frozen=True, kw_only=True, tag="text"):
    """One of a zone's words on its own."""

    zone: Name
    word: Literal["name", "prompt", "hint", "note"] = "note"
    style: str = "hint"
    text_size: Positive | None = None
    align: Literal["left", "center", "right"] = "left"
    lines: Count = 1


class WriteLines(Element, frozen=True, kw_only=True, tag="lines"):
    """Lines to write on."""

    lines: Count = 3
    colour: ColourName = "ink"


class Chips(Element, frozen=True, kw_only=True, tag="chips"):
    """Arrows in a gutter: one beside each slot row of a panel, beside its head, or in the middle of the box."""

    beside: Name | None = None
    by: Literal["rows", "head", "middle"] = "middle"
    direction: Literal["right", "down"] = "right"
    radius: Positive = 44.0


class Tab(Element, frozen=True, kw_only=True, tag="tab"):
    """A pill with the zone's name."""

    needs: ClassVar = ("name",)

    zone: Name
    colour: ColourName
    icon: IconName | None = None
    fill: Fill = "mid"
    label_size: Positive = 54.0


class Icon(Element, frozen=True, kw_only=True, tag="icon"):
    """An icon on its own, as large as its box allows. It is decoration: words carry the meaning."""

    icon: IconName
    colour: ColourName = "navy"


class Picture(Element, frozen=True, kw_only=True, tag="image"):
    """A county's own art: an SVG or PNG file in the tool's folder. The zone's `alt` says what it shows."""

    needs: ClassVar = ("alt",)

    zone: Name
    file: str
    colour: ColourName | None = None  # draw an SVG in this one colour


class QR(Element, frozen=True, kw_only=True, tag="qr"):
    """A QR code; never smaller than 0.6 in on paper."""

    needs: ClassVar = ("alt",)

    zone: Name
    data: Annotated[str, Meta(max_length=300)]


class CornerMark(Element, frozen=True, kw_only=True, tag="mark"):
    """One of the four corner marks, for a sheet that needs its own; every poster already has its four."""

    corner: Literal["top-left", "top-right", "bottom-left", "bottom-right"]


Container = Row | Column | Grid | Overlay
AnyElement = (
    Row | Column | Grid | Overlay | Gap | House | Space | Dome | Trail | Circle | Circles | Panel | Field | Slots
    | Table | Score | Scale | Ticks | Checks | IconList | MarkKey | Heading | Text | WriteLines | Chips | Tab | Icon
    | Picture | QR | CornerMark
)  # fmt: skip
