"""The pen: what every element draws with. It works in u and writes frame items in points.

Purpose: colours by token, strokes with floors, structure tags, named regions and anchors, and lettering
(`lettering.py`) that fits. Not here: how any element looks, how space is shared.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Literal

from msgspec import Struct, field
from msgspec.structs import replace

from sopprint.diagnostics import Diagnostic
from sopprint.frame import Element, ImageItem, Item, Page, PathItem, Region, Role, TextItem
from sopprint.geometry import Box, Path, Point, Size
from sopprint.resolve.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sopprint.color import Color
    from sopprint.diagnostics import Place, Report
    from sopprint.frame import Cluster
    from sopprint.model.elements import Element as Spec
    from sopprint.resolve.look import Look, Shade
    from sopprint.resolve.words import Words
    from sopprint.text.typesetter import Typesetter

StrokeName = Literal["zone", "field", "plate", "head", "slot", "rule", "tick", "knob"]
DashName = Literal["none", "private", "unknown", "draft"]


def _nowhere(_: Spec) -> Place | None:
    return None


class Sizes(Struct):
    """Sizes that headings of one level share. `caps` hold from the pass before; `found` is the smallest and the largest
    size that this pass set.
    """

    caps: dict[str, float] = field(default_factory=dict)
    found: dict[str, tuple[float, float]] = field(default_factory=dict)

    def note(self, key: str, size: float) -> None:
        """Take down a size that a text of this level was set in."""
        low, high = self.found.get(key, (size, size))
        self.found[key] = (min(low, size), max(high, size))

    def settled(self) -> bool:
        """True when all of each level had one size."""
        return all(high - low < 1e-9 for low, high in self.found.values())

    def next(self) -> Sizes:
        return Sizes(caps=self.caps | {key: low for key, (low, _) in self.found.items()})


class Anchor(Struct):
    """A named element's box, the points it publishes, and the rows it has."""

    box: Box
    points: dict[str, Point] = field(default_factory=dict)
    rows: list[Box] = field(default_factory=list)


class Pen(Struct):
    """Collects one page. `unit` is points per u; `page` and `body` are boxes in u; `small` pages use short forms."""

    unit: float
    page: Box
    body: Box
    bleed: float  # u
    small: bool
    look: Look
    words: Words
    common: Words
    type: Typesetter
    report: Report
    sizes: Sizes
    paper: str  # how messages name the page: "letter landscape"
    arrange: Callable[[Spec, Box], None]
    resolve: Callable[[float | str, Literal["x", "y"]], float]  # numbers stay; sums with anchors become page u
    files: Callable[[str], bytes]  # reads from the tool's own folder
    settings: dict[str, bool] = field(default_factory=dict)
    locate: Callable[[Spec], Place | None] = _nowhere  # where an element was written
    anchors: dict[str, Anchor] = field(default_factory=dict)
    zone: str | None = None  # the zone that content inside a panel belongs to
    _items: list[Item] = field(default_factory=list)
    _elements: list[Element] = field(default_factory=list)
    _regions: list[Region] = field(default_factory=list)
    _sects: dict[str, int] = field(default_factory=dict)
    # Element -> where the end of its last line is among the items, and a blank in its face.
    _lines: dict[int, tuple[int, tuple[Cluster, ...]]] = field(default_factory=dict)

    # ------------------------------------------------------------------------------------------ colours and strokes

    def colour(self, name: str, shade: Shade = "line") -> Color:
        return self.look.colour(name, shade)

    def fill(self, name: str, kind: str) -> Color | None:
        """The colour of a `Fill` setting: paper, light, mid or none."""
        if kind == "none":
            return None
        return self.colour("paper") if kind == "paper" else self.colour(name, "light" if kind == "light" else "mid")

    def weight(self, stroke: StrokeName) -> float:
        """A stroke's width in u, never under its floor on this paper."""
        s = self.look.strokes[stroke]
        return max(s.width, s.floor / self.unit)

    # ------------------------------------------------------------------------------------------ painting

    def paint(
        self,
        path: Path,
        *,
        fill: Color | None = None,
        stroke: Color | None = None,
        width: float | StrokeName = 0.0,
        dash: DashName = "none",
        even_odd: bool = False,
        square: bool = False,
        tag: int | None = None,
        name: str = "",
    ) -> None:
        """Add a path. `width` is u or a stroke's name."""
        u = self.unit
        points = (self.weight(width) if isinstance(width, str) else width) * u
        dashes = tuple(d * u for d in self.look.dashes[dash]) if dash != "none" else ()
        self._items.append(
            PathItem(path.scaled(u), fill, stroke, points if stroke else 0.0, dashes, even_odd, square, tag, name=name)
        )

    def image(self, box: Box, data: bytes, *, tag: int | None, name: str = "") -> None:
        self._items.append(ImageItem(box.scaled(self.unit), data, tag, name))

    def add(self, item: Item) -> None:
        """Add a finished item, already in points."""
        self._items.append(item)

    def add_line(self, line: tuple[TextItem, ...], blank: tuple[Cluster, ...]) -> None:
        """Add the pieces of a line of text, already in points, in reading order. `blank` is in the last one's face.

        A line before it in the same structure element gets a blank at its end, so that a reader who takes the words
        from the tags does not run two lines together.
        """
        tag = line[0].tag
        if tag is not None:
            before = self._lines.get(tag)
            if before is not None:
                at, blank_there = before
                earlier = self._items[at]
                assert isinstance(earlier, TextItem)
                if not earlier.text[-1:].isspace():
                    self._items[at] = _with_blank(earlier, blank_there)
            self._lines[tag] = len(self._items) + len(line) - 1, blank
        self._items.extend(line)

    # ------------------------------------------------------------------------------------------ structure

    def tag(
        self,
        role: Role,
        parent: int,
        *,
        alt: str | None = None,
        attributes: tuple[tuple[str, str, str | int], ...] = (),
    ) -> int:
        """A new structure element, last among its parent's; returns its index."""
        self._elements.append(Element(role, parent if self._elements else None, alt, None, None, attributes))
        return len(self._elements) - 1

    def begin_structure(self, order: tuple[str, ...]) -> int:
        """Make the document and, after the header's place, one section for each zone in working order."""
        document = self.tag("Document", 0)
        for name in ("header", *order, "footer"):
            self._sects[name] = self.tag("Sect", document)
        return document

    def sect(self, zone: str) -> int:
        """The section of a zone (or of "header" and "footer")."""
        if zone not in self._sects:  # a zone `order:` forgot; check reports it
            self._sects[zone] = self.tag("Sect", 0)
        return self._sects[zone]

    def figure(self, zone: str) -> int:
        """A figure for a zone's drawing, with the zone's own alternative text."""
        return self.tag("Figure", self.sect(zone), alt=self.say(zone, "alt").text)

    @contextmanager
    def within(self, zone: str | None) -> Iterator[None]:
        """Content drawn inside speaks for `zone` unless it names its own."""
        before, self.zone = self.zone, zone or self.zone
        yield
        self.zone = before

    # ------------------------------------------------------------------------------------------ words

    def say(self, zone: str, *path: str | int) -> Phrase:
        """A zone's words at a path; a missing one is reported and comes back empty."""
        found = self.words.phrase("zones", zone, *path)
        if found is not None:
            return found
        what = " ".join(str(p) for p in path)
        place = self.words.place("zones", zone)
        self.report.add(Diagnostic("SP112", f"zone “{zone}” has no words for “{what}”", place))
        return Phrase(("",), place)

    def maybe(self, zone: str, *path: str | int) -> Phrase | None:
        """A zone's words at a path, where it has them."""
        return self.words.phrase("zones", zone, *path)

    def shared(self, *path: str | int) -> Phrase:
        """Words all tools share, such as ("program",)."""
        found = self.common.phrase(*path)
        if found is None:
            raise LookupError(f"the common words of “{self.common.language}” have no {path}")
        return found

    # ------------------------------------------------------------------------------------------ regions and anchors

    def region(self, kind: Literal["zone", "write", "mark", "qr", "patch", "logo"], name: str, box: Box) -> None:
        self._regions.append(Region(kind, name, box.scaled(self.unit)))

    def anchor(self, name: str, box: Box) -> Anchor:
        """Name a box so that later elements can stand by it; an element names itself before it is drawn."""
        self.anchors[name] = Anchor(box)
        return self.anchors[name]

    # ------------------------------------------------------------------------------------------ the result

    def finished(self, elements: tuple[Element, ...] | None = None) -> Page:
        """The page drawn so far, as a value; pages of one document are given the elements they share."""
        size = Size(self.page.width * self.unit, self.page.height * self.unit)
        shared = tuple(self._elements) if elements is None else elements
        return Page(size, self.bleed * self.unit, tuple(self._items), shared, tuple(self._regions))


def _with_blank(item: TextItem, blank: tuple[Cluster, ...]) -> TextItem:
    """Text with a blank after what is read last: at its right, or at its left where it reads from right to left."""
    if not item.rtl:
        return replace(item, clusters=(*item.clusters, *blank))
    more = sum(cluster.advance for cluster in blank) * item.size / item.units
    return replace(item, x=item.x - more, width=item.width + more, clusters=(*blank, *item.clusters))
