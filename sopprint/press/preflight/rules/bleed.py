"""Rules for bleed: as wide as the shop needs, and really reached by what touches the edge.

Judged by the boxes around what is painted. The cut wanders by a sixteenth of an inch; art that stops at the trim then
shows a white sliver.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from sopprint.diagnostics import Severity
from sopprint.geometry import Box
from sopprint.press.preflight.finding import Finding
from sopprint.press.preflight.rules.measures import SLACK, inches

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopprint.press.preflight.facts import Sheet, Survey
    from sopprint.press.preflight.limits import Limits

_NEAR = 2.0  # points: art that ends this close to the trim is meant to reach it
_SHORT = 0.5  # points of bleed that may be missing
_SMALL = 4.0  # points along the edge; less is a corner that happens to touch
Side = Literal["left", "top", "right", "bottom"]
SIDES: tuple[Side, ...] = ("left", "top", "right", "bottom")


class _Edge(Struct, frozen=True):
    """One side, seen along the way out of the page: how far marks go, and from where to where they lie along it."""

    side: Side
    cut: float
    end: float

    @classmethod
    def of(cls, sheet: Sheet, side: Side) -> _Edge:
        return cls(side, _outward(sheet.cut, side), _outward(sheet.surface, side))

    @property
    def width(self) -> float:
        return self.end - self.cut

    def strip(self, sheet: Sheet) -> Box:
        """The bleed of this side."""
        s, c = sheet.surface, sheet.cut
        return {
            "left": Box(s.left, s.top, c.left, s.bottom), "right": Box(c.right, s.top, s.right, s.bottom),
            "top": Box(s.left, s.top, s.right, c.top), "bottom": Box(s.left, c.bottom, s.right, s.bottom),
        }[self.side]  # fmt: skip


def _outward(box: Box, side: Side) -> float:
    value: float = getattr(box, side)
    return value if side in ("right", "bottom") else -value


def _along(box: Box, side: Side) -> tuple[float, float]:
    return (box.top, box.bottom) if side in ("left", "right") else (box.left, box.right)


def wide_enough(survey: Survey, limits: Limits) -> Iterator[Finding]:
    for sheet in survey.sheets:
        for side in SIDES:
            needed: float = getattr(limits.bleed, side)
            width = _Edge.of(sheet, side).width
            if needed and width < needed - SLACK:
                yield Finding(
                    "bleed.small", f"there is less bleed than the shop needs, {side}", "export with more bleed",
                    page=sheet.number, measured=inches(max(0.0, width)), limit=inches(needed),
                )  # fmt: skip


def reached(survey: Survey, _: Limits) -> Iterator[Finding]:
    """Art that touches the trim must go on to the end of the bleed."""
    for sheet in survey.sheets:
        art = _art(sheet)
        for side in SIDES:
            edge = _Edge.of(sheet, side)
            if edge.width > SLACK:
                yield from _stopping(sheet, art, edge)


def _art(sheet: Sheet) -> list[Box]:
    """What is painted and not white; text and printer's marks are no artwork that bleeds."""
    kinds = ("fill", "image", "mask", "shade", "stroke")
    return [
        mark.box for mark in sheet.printed()
        if mark.kind in kinds and not mark.paint.white and mark.box.overlaps(sheet.cut, -SLACK)
    ]  # fmt: skip


def _stopping(sheet: Sheet, art: list[Box], edge: _Edge) -> Iterator[Finding]:
    bleeding = [_along(box, edge.side) for box in art if _outward(box, edge.side) > edge.end - _SHORT]
    for box in art:
        out = _outward(box, edge.side)
        low, high = _along(box, edge.side)
        if not edge.cut - _NEAR <= out <= edge.end - _SHORT or high - low < _SMALL:
            continue
        covered = _covered(low, high, bleeding)
        yield Finding(
            "bleed.stops", f"artwork at the trim stops short of the bleed’s end, {edge.side}",
            "draw it out to the end of the bleed, or well inside the trim",
            Severity.WARNING if covered else Severity.ERROR, sheet.number, box,
            inches(max(0.0, out - edge.cut)), inches(edge.width),
        )  # fmt: skip


def _covered(low: float, high: float, spans: list[tuple[float, float]]) -> bool:
    """Whether other art that does bleed lies all along."""
    at = low
    for start, end in sorted(spans):
        if start > at + 1:
            break
        at = max(at, end)
    return at >= high - 1


def clean_border(survey: Survey, limits: Limits) -> Iterator[Finding]:
    """A shop that does not cut, or seals film on paper, needs an edge without ink."""
    if not limits.border:
        return
    for sheet in survey.sheets:
        clean = sheet.cut.inset(limits.border - SLACK)
        for mark in sheet.printed():
            if not mark.paint.white and not clean.contains(mark.box, SLACK) and mark.box.overlaps(sheet.cut, SLACK):
                yield Finding(
                    "bleed.border", "there is ink in the edge that has to stay white", "move it in",
                    page=sheet.number, where=mark.box, measured=inches(_room(mark.box, sheet.cut)),
                    limit=inches(limits.border),
                )  # fmt: skip


def _room(box: Box, cut: Box) -> float:
    """From a mark to the nearest edge of the trim."""
    return max(0.0, min(_outward(cut, side) - _outward(box, side) for side in SIDES))


def empty(survey: Survey, _: Limits) -> Iterator[Finding]:
    """A bleed without ink is right for a page with a white edge; then it should not be declared."""
    for sheet in survey.sheets:
        inked = [mark.box for mark in sheet.printed() if not mark.paint.white]
        for side in SIDES:
            edge = _Edge.of(sheet, side)
            strip = edge.strip(sheet)
            if edge.width > SLACK and not any(box.overlaps(strip, SLACK) for box in inked):
                yield Finding(
                    "bleed.empty", f"there is nothing in the bleed, {side}",
                    "draw the artwork out into the bleed, or make sure that the page is meant to have a white edge",
                    Severity.WARNING, sheet.number, strip, "0 in", inches(edge.width),
                )  # fmt: skip
