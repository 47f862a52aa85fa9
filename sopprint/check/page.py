"""Opinions about a finished page: nothing overlaps, nothing leaves the sheet, nothing is too small to read.

Reads a `frame.Page` only, so it holds for every tool, paper and orientation alike. Artwork that may cross the trim or
lie under words is known by its name. Not here: what words say (`practice.py`), colours (`access.py`).
"""

from __future__ import annotations

from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from msgspec import Struct

from sopprint.diagnostics import Diagnostic
from sopprint.frame import ImageItem, PathItem, TextItem
from sopprint.geometry import Box, Length

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sopprint.frame import Item, Page, Region

SAFE = 30 / 2400  # of the short side, 0.3 in on a 24 in sheet: the footer's fine print is the outermost text
SMALLEST = 9.0  # points; no text is printed smaller
CROSSES_TRIM = frozenset({"sky", "sand", "path"})
OUTLINES = frozenset({"outline", "roof"})
PIECES = frozenset({"tick", "stone", "number", "chip", "tab", "draft"})  # small things that stand alone
SLACK = 0.25  # points that two things may touch by
QUIET = ("mark", "qr", "patch", "logo")

Polyline = tuple[tuple[float, float], ...]


class _Text(Struct, frozen=True):
    """A line of text, when it was painted, and what its ink can reach."""

    at: int
    item: TextItem
    box: Box


class _Drawing(Struct, frozen=True):
    """A path, when it was painted, its chords, and the box around its stroke."""

    at: int
    item: PathItem
    lines: tuple[Polyline, ...]
    box: Box


def check_page(page: Page, paper: str) -> Iterator[Diagnostic]:
    """Every collision on a page; `paper` names it in messages ("letter portrait")."""
    texts = [_Text(i, item, ink_box(item)) for i, item in enumerate(page.items) if isinstance(item, TextItem)]
    drawings = [_drawing(i, item) for i, item in enumerate(page.items) if isinstance(item, PathItem)]
    yield from _small_text(texts, paper)
    yield from _outside(page, texts, paper)
    yield from _text_on_text(texts, paper)
    yield from _text_on_drawings(texts, drawings, paper)
    yield from _text_where_people_write(page, texts, paper)
    yield from _quiet_zones(page, paper)
    yield from _pieces(drawings, paper)
    yield from _outlines(drawings, paper)


def ink_box(text: TextItem) -> Box:
    """What the ink of a line of text can reach, in points."""
    return Box(text.x, text.y - text.ascent, text.x + text.width, text.y + text.descent)


def _drawing(at: int, item: PathItem) -> _Drawing:
    reach = item.width / 2 if item.stroke else 0.0
    return _Drawing(at, item, item.path.flattened(), item.path.bounds().outset(reach))


def _about(code: str, text: TextItem, message: str) -> Diagnostic:
    return Diagnostic(code, f"“{text.text.strip()}” {message}", text.place)


def _named(item: PathItem) -> str:
    return f"a drawing ({item.name or 'unnamed'})"


def _small_text(texts: Sequence[_Text], paper: str) -> Iterator[Diagnostic]:
    for text in texts:
        size = text.item.size
        if size < SMALLEST - 1e-3:
            yield _about("SP212", text.item, f"is {size:.1f} pt on {paper}; nothing may be under {SMALLEST:g} pt")


def _outside(page: Page, texts: Sequence[_Text], paper: str) -> Iterator[Diagnostic]:
    sheet = Box(0, 0, page.size.width, page.size.height)
    safe = sheet.inset(SAFE * min(page.size.width, page.size.height))
    for text in texts:
        if not safe.contains(text.box, SLACK):
            yield _about("SP211", text.item, f"comes too near the edge of {paper}")
    for item in page.items:
        if isinstance(item, PathItem) and item.name not in CROSSES_TRIM and not sheet.contains(item.path.bounds()):
            yield Diagnostic("SP211", f"{_named(item)} crosses the trim of {paper}")
        elif isinstance(item, ImageItem) and not sheet.contains(item.box):
            yield Diagnostic("SP211", f"a picture ({item.name or 'unnamed'}) crosses the trim of {paper}")


# ---------------------------------------------------------------------------------------------- words


def _text_on_text(texts: Sequence[_Text], paper: str) -> Iterator[Diagnostic]:
    for one, two in combinations(texts, 2):
        if one.box.overlaps(two.box, SLACK):
            a, b = one.box, two.box
            over = Length(min(a.bottom, b.bottom) - max(a.top, b.top)).millimetres
            along = Length(min(a.right, b.right) - max(a.left, b.left)).millimetres
            by = f"{min(over, along):.1f} mm"
            yield _about("SP210", one.item, f"runs into “{two.item.text.strip()}” by {by} on {paper}")


def _text_on_drawings(texts: Sequence[_Text], drawings: Sequence[_Drawing], paper: str) -> Iterator[Diagnostic]:
    for text in texts:
        box = text.box.inset(SLACK)
        near = [d for d in drawings if d.box.overlaps(box)]
        covered = max((d.at for d in near if d.at < text.at and _covers(d, box)), default=-1)
        for drawing in near:
            if drawing.at > covered and _crosses(drawing, box):
                yield _about("SP210", text.item, f"stands on the edge of {_named(drawing.item)} on {paper}")
                break
            if drawing.at > text.at and _covers(drawing, box):
                yield _about("SP210", text.item, f"is hidden by {_named(drawing.item)} on {paper}")
                break


def _text_where_people_write(page: Page, texts: Sequence[_Text], paper: str) -> Iterator[Diagnostic]:
    """Labels stand in bands and margins, never where the family writes (design language, section 12)."""
    for region in page.regions:
        for text in texts:
            if region.kind == "write" and text.box.overlaps(region.box, SLACK):
                yield _about("SP210", text.item, f"stands where people write ({region.name}) on {paper}")


def _crosses(drawing: _Drawing, box: Box) -> bool:
    """True where a stroke, or the edge of a fill, passes through the box."""
    room = box.outset(drawing.item.width / 2) if drawing.item.stroke else box
    return any(_segment_hits(a, b, room) for line in drawing.lines for a, b in pairwise(line))


def _covers(drawing: _Drawing, box: Box) -> bool:
    """True for an opaque fill that holds the whole box: what was painted before it is hidden there."""
    if drawing.item.fill is None or any(_segment_hits(a, b, box) for ln in drawing.lines for a, b in pairwise(ln)):
        return False
    return sum(_winding(line, box.center.x, box.center.y) for line in drawing.lines) != 0


def _winding(line: Polyline, x: float, y: float) -> int:
    """How often a closed line goes round a point (non-zero rule, ISO 32000-1, 8.5.3.3.2)."""
    turns = 0
    for (x0, y0), (x1, y1) in zip(line, (*line[1:], line[0]), strict=True):
        if (y0 <= y) != (y1 <= y):
            side = (x1 - x0) * (y - y0) - (x - x0) * (y1 - y0)
            turns += 1 if y0 <= y and side > 0 else -1 if y1 <= y and side < 0 else 0
    return turns


def _segment_hits(a: tuple[float, float], b: tuple[float, float], box: Box) -> bool:
    """Whether a segment passes through a box (Liang and Barsky's clipping test)."""
    (x0, y0), (x1, y1) = a, b
    dx, dy = x1 - x0, y1 - y0
    enter, leave = 0.0, 1.0
    for p, q in ((-dx, x0 - box.left), (dx, box.right - x0), (-dy, y0 - box.top), (dy, box.bottom - y0)):
        if p == 0:
            if q <= 0:
                return False
            continue
        t = q / p
        if p < 0:
            enter = max(enter, t)
        else:
            leave = min(leave, t)
    return enter < leave


# ---------------------------------------------------------------------------------------------- quiet zones, outlines


def _quiet_zones(page: Page, paper: str) -> Iterator[Diagnostic]:
    """Marks, QR code and patch keep their quiet zones: nothing else may come in."""
    quiet = [region for region in page.regions if region.kind in QUIET]
    for item in page.items:
        box = _reach(item)
        for region in quiet:
            if box.overlaps(region.box, SLACK) and not _belongs(item, box, region):
                what = f"“{item.text.strip()}”" if isinstance(item, TextItem) else "a drawing"
                message = f"{what} comes too near the {region.kind} “{region.name}” on {paper}"
                yield Diagnostic("SP213", message, item.place if isinstance(item, TextItem) else None)
    for one, two in combinations(quiet, 2):
        if one.box.overlaps(two.box, SLACK):
            yield Diagnostic("SP213", f"the {one.kind} “{one.name}” and {two.kind} “{two.name}” overlap on {paper}")


def _reach(item: Item) -> Box:
    if isinstance(item, TextItem):
        return ink_box(item)
    if isinstance(item, PathItem):
        return item.path.bounds().outset(item.width / 2 if item.stroke else 0.0)
    return item.box


def _belongs(item: Item, box: Box, region: Region) -> bool:
    """The region's own drawing lies within it; grounds lie under it and frames around it altogether."""
    if isinstance(item, TextItem):
        return False
    if region.box.contains(box, SLACK):
        return True
    inner = region.box.inset(SLACK)
    return box.contains(inner) and not (isinstance(item, PathItem) and _crosses(_drawing(0, item), inner))


def _pieces(drawings: Sequence[_Drawing], paper: str) -> Iterator[Diagnostic]:
    """Tick boxes, stones, numbers, chips and tabs stand clear of each other."""
    for one, two in combinations([d for d in drawings if d.item.name in PIECES], 2):
        if one.box.overlaps(two.box, SLACK):
            where = Length(max(one.box.left, two.box.left)).millimetres
            names = f"{one.item.name} and a {two.item.name}"
            yield Diagnostic("SP210", f"a {names} run into each other {where:.0f} mm from the left on {paper}")


def _outlines(drawings: Sequence[_Drawing], paper: str) -> Iterator[Diagnostic]:
    """Outlines of different zones keep apart; one drawing's own lines may meet."""
    for one, two in combinations([d for d in drawings if d.item.name in OUTLINES], 2):
        if one.item.tag is not None and one.item.tag == two.item.tag:
            continue
        if one.box.overlaps(two.box, SLACK) and _lines_meet(one, two):
            where = Length(max(one.box.left, two.box.left)).millimetres
            yield Diagnostic("SP210", f"two outlines run into each other {where:.0f} mm from the left on {paper}")


def _lines_meet(one: _Drawing, two: _Drawing) -> bool:
    for line in one.lines:
        for (x0, y0), (x1, y1) in pairwise(line):
            box = Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)).outset(one.item.width / 2)
            if _crosses(two, box):
                return True
    return False
