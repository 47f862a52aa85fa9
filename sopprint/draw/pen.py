"""The pen: what every element draws with. It works in u and writes frame items in points.

Purpose: colours by token, strokes with floors, structure tags, named regions and anchors, and lettering
(`lettering.py`) that fits. On a page that is read from right to left all of it is put in its mirrored place, so
that elements know only left to right. Not here: how any element looks, how space is shared.
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
    from contextlib import AbstractContextManager

    from sopprint.color import Color
    from sopprint.diagnostics import Place, Report
    from sopprint.draw.placing import Placing
    from sopprint.frame import Cluster
    from sopprint.model.elements import Element as Spec
    from sopprint.resolve.bilingual import Second
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
    placing: Placing | None = None  # where drawings stand on the page; None where they were drawn
    second: Second | None = None  # the second language of the poster
    second_type: Typesetter | None = None
    lang: str | None = None  # of what is lettered now, where it is not that of the page
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

    def size_of(self, style_name: str, size: float | None = None) -> float:
        """What a style is set in when nothing is in the way (u): its own size or another, never under its floor."""
        style = self.look.styles[style_name]
        return max((size or style.size) * self.look.shares.get(style_name, 1.0), style.floor / self.unit)

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
        if self.placing is not None:
            path = self.placing.path(path)
        self._items.append(
            PathItem(path.scaled(u), fill, stroke, points if stroke else 0.0, dashes, even_odd, square, tag, name=name)
        )

    def image(self, box: Box, data: bytes, *, tag: int | None, name: str = "") -> None:
        self._items.append(ImageItem(self._on_page(box).scaled(self.unit), data, tag, name))

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

    # ------------------------------------------------------------------------------------------ right to left

    def start(self, x: float, width: float) -> float:
        """The left end on the page of a line of text drawn from x on (u)."""
        return x if self.placing is None else self.placing.start(x, width)

    def _on_page(self, box: Box) -> Box:
        return box if self.placing is None else self.placing.box(box)

    @contextmanager
    def placed(self, placing: Placing | None) -> Iterator[None]:
        """What is drawn inside stands where `placing` says; with None, where it was drawn."""
        before, self.placing = self.placing, placing
        try:
            yield
        finally:
            self.placing = before

    def between(self, left: float, right: float) -> AbstractContextManager[None]:
        """What is drawn inside is mirrored by itself, between two sides that stay (u)."""
        return self.placed(None if self.placing is None else self.placing.between(left, right))

    def upright(self, box: Box) -> AbstractContextManager[None]:
        """What is drawn inside `box` (u) moves with it, but is never turned around."""
        return self.placed(None if self.placing is None else self.placing.upright(box))

    def numbered(self, box: Box) -> AbstractContextManager[None]:
        """Numbers in a row inside `box` (u) run from left to right unless the language says that they do not."""
        run = self.common.phrase("scale")
        return self.placed(self.placing) if run is not None and run.text == "rtl" else self.upright(box)

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

    def number(self, value: int) -> Phrase:
        """A number in the digits of the language."""
        digits = self.common.phrase("digits")
        text = str(value)
        return Phrase((text if digits is None else text.translate(str.maketrans("0123456789", digits.text)),))

    def extra(self, style_name: str, size: float) -> float:
        """How much lower the last line ends where a second language stands under words of this size; else 0 (u)."""
        return 0.0 if self.second is None else self.second.under(style_name).step * size

    @contextmanager
    def in_second(self) -> Iterator[Second]:
        """What is lettered inside is in the poster's second language."""
        assert self.second is not None, "phrases have a second language only where the poster has"
        assert self.second_type is not None
        before = self.look, self.type, self.lang
        self.look, self.type, self.lang = self.second.look, self.second_type, self.second.language
        try:
            yield self.second
        finally:
            self.look, self.type, self.lang = before

    # ------------------------------------------------------------------------------------------ regions and anchors

    def region(self, kind: Literal["zone", "write", "mark", "qr", "patch", "logo"], name: str, box: Box) -> None:
        self._regions.append(Region(kind, name, self._on_page(box).scaled(self.unit)))

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
