"""Opinions about a finished page: nothing overlaps, nothing leaves the sheet, nothing is too small to read.

Reads a `frame.Page` only, so it holds for every tool, paper and orientation alike. Artwork that may cross the trim or
lie under words is known by its name. Not here: what words say (`practice.py`), colours (`access.py`).
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from sopprint.diagnostics import Diagnostic
from sopprint.frame import PathItem, TextItem
from sopprint.geometry import Box, Length

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sopprint.frame import Item, Page, Region

SAFE = 30 / 2400  # of the short side, 0.3 in on a 24 in sheet: the footer's fine print is the outermost text
SMALLEST = 9.0  # points; no text is printed smaller
CROSSES_TRIM = frozenset({"sky", "sand", "path"})
SLACK = 0.25  # points that two things may touch by
QUIET = ("mark", "qr", "patch", "logo")

Polyline = tuple[tuple[float, float], ...]


def check_page(page: Page, paper: str) -> Iterator[Diagnostic]:
    """Every collision on a page; `paper` names it in messages ("letter portrait")."""
    texts = [(i, item) for i, item in enumerate(page.items) if isinstance(item, TextItem)]
    yield from _small_text(texts, paper)
    yield from _outside(page, paper)
    yield from _text_on_text(texts, paper)
    yield from _text_on_strokes(page, texts, paper)
    yield from _quiet_zones(page, paper)
    yield from _outlines(page, paper)


def ink_box(text: TextItem) -> Box:
    """What the ink of a line of text can reach, in points."""
    return Box(text.x, text.y - text.ascent, text.x + text.width, text.y + text.descent)


def _about(code: str, text: TextItem, message: str) -> Diagnostic:
    return Diagnostic(code, f"“{text.text.strip()}” {message}", text.place)


def _small_text(texts: Iterable[tuple[int, TextItem]], paper: str) -> Iterator[Diagnostic]:
    for _, text in texts:
        if text.size < SMALLEST - 1e-3:
            yield _about("SP212", text, f"is {text.size:.1f} pt on {paper}; nothing may be under {SMALLEST:g} pt")


def _outside(page: Page, paper: str) -> Iterator[Diagnostic]:
    sheet = Box(0, 0, page.size.width, page.size.height)
    safe = sheet.inset(SAFE * min(page.size.width, page.size.height))
    for item in page.items:
        if isinstance(item, TextItem) and not safe.contains(ink_box(item), SLACK):
            yield _about("SP211", item, f"comes too near the edge of {paper}")
        elif isinstance(item, PathItem) and item.name not in CROSSES_TRIM and not sheet.contains(item.path.bounds()):
            yield Diagnostic("SP211", f"a drawing ({item.name or 'unnamed'}) crosses the trim of {paper}")


def _text_on_text(texts: list[tuple[int, TextItem]], paper: str) -> Iterator[Diagnostic]:
    boxes = [(text, ink_box(text)) for _, text in texts]
    for (one, a), (two, b) in combinations(boxes, 2):
        if a.overlaps(b, SLACK):
            over = Length(min(a.right, b.right) - max(a.left, b.left)).millimetres
            yield _about("SP210", one, f"runs into “{two.text.strip()}” by {over:.1f} mm on {paper}")


# ---------------------------------------------------------------------------------------------- words on lines


def _text_on_strokes(page: Page, texts: list[tuple[int, TextItem]], paper: str) -> Iterator[Diagnostic]:
    edges = [(i, item, item.path.flattened()) for i, item in enumerate(page.items) if isinstance(item, PathItem)]
    bounds = {i: item.path.bounds() for i, item, _ in edges}
    for at, text in texts:
        box = ink_box(text).inset(SLACK)
        near = [e for e in edges if bounds[e[0]].outset(e[1].width / 2).overlaps(box)]
        covered = max((i for i, item, lines in near if i < at and _covers(item, lines, box)), default=-1)
        for i, item, lines in near:
            if i > covered and _crosses(item, lines, box):
                yield _about("SP210", text, f"stands on the edge of a drawing ({item.name or 'unnamed'}) on {paper}")
                break


def _crosses(item: PathItem, lines: tuple[Polyline, ...], box: Box) -> bool:
    """True where a stroke, or the edge of a fill, passes through the box."""
    room = box.outset(item.width / 2) if item.stroke else box
    return any(_segment_hits(a, b, room) for line in lines for a, b in zip(line, line[1:], strict=False))


def _covers(item: PathItem, lines: tuple[Polyline, ...], box: Box) -> bool:
    """True for an opaque fill that holds the whole box: what was painted before it is hidden there."""
    if item.fill is None or any(_segment_hits(a, b, box) for ln in lines for a, b in zip(ln, ln[1:], strict=False)):
        return False
    return sum(_winding(line, box.center.x, box.center.y) for line in lines) != 0


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
    return item.path.bounds() if isinstance(item, PathItem) else item.box


def _belongs(item: Item, box: Box, region: Region) -> bool:
    """The region's own drawing lies within it; grounds lie under it altogether."""
    return not isinstance(item, TextItem) and (region.box.contains(box, SLACK) or box.contains(region.box))


def _outlines(page: Page, paper: str) -> Iterator[Diagnostic]:
    """Outlines of different zones keep apart."""
    found = [(item, item.path.bounds().outset(item.width / 2)) for item in page.items
             if isinstance(item, PathItem) and item.name == "outline"]  # fmt: skip
    for (one, a), (two, b) in combinations(found, 2):
        if a.overlaps(b, SLACK) and not (a.contains(b) or b.contains(a)) and _lines_meet(one, two):
            message = f"two outlines run into each other near {Length(max(a.left, b.left)).millimetres:.0f} mm from"
            yield Diagnostic("SP210", f"{message} the left on {paper}")


def _lines_meet(one: PathItem, two: PathItem) -> bool:
    reach = (one.width + two.width) / 2
    for line in one.path.flattened():
        for (x0, y0), (x1, y1) in zip(line, line[1:], strict=False):
            box = Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)).outset(reach)
            if _crosses(two, two.path.flattened(), box):
                return True
    return False
