"""Squared-up posters without a photograph: the empty poster's own picture, strokes on it, places that are lost.

The truth is known to the pixel, and nothing here depends on how photographs are squared up.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

import cv2
import numpy as np

from sopprint.paper import paper
from sopprint.photo import blank as empty
from sopprint.photo.filled import Filled, fill
from sopprint.photo.shareboxes import Privacy, TickBox, tick_boxes
from sopprint.photo.values import Blank, Finding, Squared
from sopprint.photo.verdict import Wishes
from sopprint.resolve.library import Library

if TYPE_CHECKING:
    from sopprint.geometry import Box
    from sopprint.resolve.document import Document

INK = (180, 20, 120)  # no print has this colour
SCALE = 0.5


@cache
def library() -> Library:
    return Library.open()


@cache
def document(tool: str, lang: str = "en", sheet: str = "arch-d", variant: str | None = None) -> Document:
    return library().document(tool, lang=lang, paper=paper(sheet), variant=variant)


@cache
def blank(tool: str, lang: str = "en", sheet: str = "arch-d", variant: str | None = None) -> Blank:
    return empty.blank(library(), tool, lang, paper(sheet), None, variant)


@cache
def picture(made: Blank, scale: float) -> np.ndarray:
    return empty.picture(made, scale)


@dataclass
class Poster:
    """A filled poster in the making."""

    tool: str
    lang: str = "en"
    sheet: str = "arch-d"
    scale: float = SCALE
    findings: tuple[Finding, ...] = ()
    ink: np.ndarray = field(init=False)
    lost: np.ndarray = field(init=False)

    def __post_init__(self) -> None:
        self.ink = np.zeros(picture(self.blank, self.scale).shape[:2], np.uint8)
        self.lost = np.zeros_like(self.ink)

    @property
    def blank(self) -> Blank:
        return blank(self.tool, self.lang, self.sheet)

    @property
    def privacy(self) -> Privacy:
        return Privacy.of(document(self.tool, self.lang, self.sheet))

    def box(self, kind: str, name: str) -> Box:
        region = next(r for r in self.blank.page.regions if (r.kind, r.name) == (kind, name))
        return region.box.scaled(1 / self.blank.unit)

    def line(self, *points: tuple[float, float], width: float = 8.0) -> Poster:
        """A stroke through points in u."""
        at = np.round(np.array(points) * self.scale).astype(np.int32)
        cv2.polylines(self.ink, [at], isClosed=False, color=255, thickness=max(1, round(width * self.scale)))
        return self

    def write(self, zone: str) -> Poster:
        """A zigzag in the middle of a zone's writing area."""
        box = self.box("write", zone).inset(60)
        xs = np.linspace(box.left, box.right, 12)
        return self.line(*((x, box.center.y + (40 if i % 2 else -40)) for i, x in enumerate(xs)))

    def boxes(self) -> tuple[TickBox, ...]:
        return tick_boxes(self.blank, self.privacy)

    def tick(self, zone: str | None, label: str, width: float = 6.0) -> Poster:
        """A check mark that reaches out of its box, as people make them."""
        box = next(t.box for t in self.boxes() if (t.zone, t.label) == (zone, label))
        return self.line((box.left + 10, box.center.y), (box.left + 18, box.bottom - 8), (box.right + 8, box.top - 10),
                         width=width)  # fmt: skip

    def lose(self, x: float, y: float, radius: float) -> Poster:
        at = (round(x * self.scale), round(y * self.scale))
        cv2.circle(self.lost, at, round(radius * self.scale), 255, -1)
        return self

    def squared(self) -> Squared:
        pixels = picture(self.blank, self.scale).copy()
        pixels[self.ink > 0] = INK
        return Squared(self.blank, self.scale, pixels, self.ink, self.lost, self.findings, ("photo 1",))

    def filled(self, wishes: Wishes | None = None, number: int = 1) -> Filled:
        printed, sheet = document(self.tool, self.lang, self.sheet), document(self.tool, "en", self.sheet)
        return fill(self.squared(), printed, sheet, wishes or Wishes(), number)
