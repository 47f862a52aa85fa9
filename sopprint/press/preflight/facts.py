"""A PDF as preflight sees it: frozen values, no pikepdf, no opinions.

Made by `survey.py` and `content/`, judged by `rules/`. Lengths are points; places are measured from the top left corner
of the page's trim, y down (where a page has no trim, from that of its MediaBox).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from msgspec import Struct, field

if TYPE_CHECKING:
    from sopprint.geometry import Box

Model = Literal["cmyk", "gray", "rgb", "lab", "spot", "pattern", "unknown"]
Kind = Literal["fill", "stroke", "text", "image", "mask", "shade"]
PROCESS = ("Cyan", "Magenta", "Yellow", "Black")
_TOUCH = 0.01  # points; what only touches the surface is not on it


class Space(Struct, frozen=True):
    """A colour space: its family as PDF calls it, and what its components stand for.

    `inks` names the components of cmyk, gray and spot spaces. `device` tells whether it is a bare device space,
    `indexed` whether colours of it come from a palette.
    """

    family: str
    model: Model
    components: int
    inks: tuple[str, ...] = ()
    indexed: bool = False

    @property
    def device(self) -> bool:
        return self.family.startswith("Device") and self.family != "DeviceN"


class Paint(Struct, frozen=True):
    """A colour as put down. `inks` are shares 0 to 1 and are empty where the space does not tell (rgb, lab)."""

    space: Space
    inks: tuple[tuple[str, float], ...] = ()
    white: bool = False

    @property
    def used(self) -> tuple[str, ...]:
        """Names of the inks that are there at all."""
        return tuple(name for name, share in self.inks if share > 0)

    @property
    def total(self) -> float:
        """Sum of the inks in per cent; registration colour is on all four plates."""
        return sum(share * (4 if name == "All" else 1) for name, share in self.inks) * 100

    def share(self, ink: str) -> float:
        return dict(self.inks).get(ink, 0.0)


class Picture(Struct, frozen=True):
    """An image as placed: pixels, bits for each component, and effective resolution (the lower of the two ways)."""

    name: str
    width: int
    height: int
    bits: int
    ppi: float
    space: Space
    mask: bool = False


class Mark(Struct, frozen=True):
    """One thing painted. `size` is the letter size of text and the width of a stroke, as they come out on paper.

    `box` is what can be seen of it under its clip.
    """

    kind: Kind
    box: Box
    paint: Paint
    size: float = 0.0
    name: str = ""
    overprint: bool = False
    transparent: bool = False
    picture: Picture | None = None


class Font(Struct, frozen=True):
    name: str
    kind: str
    embedded: bool


class Annotation(Struct, frozen=True):
    kind: str
    box: Box


class Sheet(Struct, frozen=True):
    """One page. Boxes are None where the page has none of its own and inherits none, or where they are not boxes.

    `broken` names boxes that are not four numbers that span an area. `missing` are names that the content uses and
    the resources lack; `unread` tells why content could not be read to the end.
    """

    number: int
    media: Box
    crop: Box | None = None
    bleed: Box | None = None
    trim: Box | None = None
    art: Box | None = None
    broken: tuple[str, ...] = ()
    rotate: int = 0
    user_unit: float = 1.0
    group_space: str | None = None  # family of the page group's colour space; "" where the group has none
    form_groups: tuple[str, ...] = ()  # the same of forms with transparency
    marks: tuple[Mark, ...] = ()
    annotations: tuple[Annotation, ...] = ()
    fonts: tuple[Font, ...] = ()
    spaces: tuple[Space, ...] = ()  # of what is painted, shadings and pictures included
    filters: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()  # objects no press file may have: OPI, alternates, PostScript, transfer curves …
    missing: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()

    @property
    def cut(self) -> Box:
        """The finished page: TrimBox, else ArtBox, else MediaBox."""
        return self.trim or self.art or self.media

    @property
    def surface(self) -> Box:
        """All that may be left of the page after cutting: BleedBox, or what is cut."""
        return self.bleed or self.cut

    def printed(self) -> tuple[Mark, ...]:
        """Marks that are on the finished page or its bleed; crop marks and slug are not."""
        return tuple(mark for mark in self.marks if _body(mark.box).overlaps(self.surface, _TOUCH))


def _body(box: Box) -> Box:
    """A box that can overlap: a line without width has no area, and is drawn all the same."""
    return box.outset(2 * _TOUCH) if min(box.width, box.height) <= _TOUCH else box


class Profile(Struct, frozen=True):
    """Head of an ICC profile (ICC.1, 7.2). `whole` tells whether it is as long as it says."""

    version: int
    device_class: str
    space: str
    components: int
    whole: bool


class Intent(Struct, frozen=True):
    subtype: str
    identifier: str
    registry: str
    info: str
    profile: Profile | None


class Survey(Struct, frozen=True):
    """The whole file. `info` is the information dictionary, `xmp` the packet, each by usual short names."""

    version: str
    pages: int
    sheets: tuple[Sheet, ...] = ()
    encrypted: bool = False
    damage: tuple[str, ...] = ()
    object_streams: bool = False
    has_id: bool = False
    info: dict[str, str] = field(default_factory=dict)
    xmp: dict[str, str] | None = None
    xmp_fault: str = ""
    xmp_filtered: bool = False
    intents: tuple[Intent, ...] = ()
    actions: tuple[str, ...] = ()
    files: int = 0
    form: bool = False
    xfa: bool = False
    layers: int = 0
    layers_off: int = 0
    view_area: tuple[str, ...] = ()

    @property
    def claim(self) -> str:
        """What the file says it is, such as "PDF/X-4"; empty without a claim."""
        return (self.xmp or {}).get("pdfxid:GTS_PDFXVersion") or self.info.get("GTS_PDFXVersion", "")
