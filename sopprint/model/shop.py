"""`templates/shops/*.yaml`, and a kit's own `shops/*.yaml`: what one print shop wants, and how it finishes.

No standard sets a bleed, and shops differ on marks, ink and edges, so all of that is data. What follows from it is
worked out in `press/`.
"""

from typing import Annotated, Literal

from msgspec import Meta, Struct, field

from sopprint.geometry import Insets, Length

Measure = Annotated[str, Meta(pattern=r"^(\d+(\.\d+)?|\.\d+) ?(in|mm|cm|pt)$")]
Edge = Literal["sealed", "flush"]
StandardName = Literal["x4", "x1a"]


class Edges(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One measure for each edge; the bind edge of a booklet has none."""

    left: Measure
    top: Measure
    right: Measure
    bottom: Measure


class Marks(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Printer's marks. `offset` is from the trim and at least the bleed; `room` from the trim to the sheet's edge."""

    offset: Measure = "0.3125in"
    length: Measure = "0.375in"
    weight: Measure = "0.25pt"
    room: Measure = "0.875in"
    registration: bool = True
    bars: bool = True
    slug: bool = True


class Grommets(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Eyelets. `inset` is from the finished edge to a hole's centre; `clear` the disc that stays free of content."""

    inset: Measure = "0.5in"
    clear: Measure = "1in"
    every: Measure | None = None  # between those of the corners; none when it is left out


class Lamination(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The film. `sealed`: the sheet is cut first and the film stands over by the lip; `flush`: both are cut at once."""

    edge: Edge
    lip: Measure = "0in"
    film: Literal["matte", "gloss", "dry-erase"] = "matte"
    mil: Annotated[float, Meta(gt=0, le=20)] = 3  # thousandths of an inch on each side
    radius: Measure = "0in"  # of the finished corners
    grommets: Grommets | None = None


class Condition(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The printing the colours are meant for. `icc` is a file beside the profile's own, or one of the shipped ones."""

    icc: str = "FOGRA39L_coated.icc"
    identifier: str = "FOGRA39"
    info: str = "Coated FOGRA39 (ISO 12647-2:2004), offset on paper type 1 or 2"
    registry: str = "http://www.color.org"


class Shop(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One shop. `border` is the edge of the paper that takes no ink, instead of a bleed."""

    title: Annotated[str, Meta(min_length=1, max_length=60)]
    note: str = ""
    standard: StandardName = "x4"
    bleed: Measure | Edges = "0in"
    border: Measure = "0in"
    safe: Measure = "0.25in"
    marks: Marks | None = None
    ink_limit: Annotated[float, Meta(ge=100, le=400)] = 300  # percent, all inks together
    rolls: tuple[Measure, ...] = ()  # widths that the printer takes
    laminators: tuple[Measure, ...] = ()
    lamination: Lamination | None = None
    condition: Condition = field(default_factory=Condition)

    @property
    def bleeds(self) -> Insets:
        """The bleed of each edge in points."""
        if isinstance(self.bleed, str):
            return Insets.even(points(self.bleed))
        edges = self.bleed
        return Insets(points(edges.left), points(edges.top), points(edges.right), points(edges.bottom))

    @property
    def most_bleed(self) -> float:
        """The bleed of the edge that has most."""
        each = self.bleeds
        return max(each.left, each.top, each.right, each.bottom)

    @property
    def room(self) -> float:
        """From the trim to the edge of the sheet, in points: the marks' room, else the bleed."""
        return points(self.marks.room) if self.marks else self.most_bleed


def points(measure: str) -> float:
    """A profile's measure in points."""
    return Length.parse(measure).points
