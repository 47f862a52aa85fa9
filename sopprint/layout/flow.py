"""Flow: slabs over pages. Pure numbers and a few promises; what a slab draws is its own business.

A slab is never cut: a line, a table row, a picture. `keep` ties it to the next one (headings, widows and orphans).
Frames (boxes, tables) open and close around runs of slabs; one that goes on over a page closes there, opens again on
the next and repeats its head. Not here: what anything looks like (`blocks.py`, `boxes/`), tags, PDF.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, Protocol

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sopprint.geometry import Box
    from sopprint.layout.sheet import Sheet

Side = Literal["any", "left", "right"]


class Drawn(Protocol):
    """Draw a slab whose top is at y (points); x runs from the sheet's own left margin."""

    def __call__(self, sheet: Sheet, y: float) -> None: ...


class FrameDrawn(Protocol):
    """Draw a frame's ground (before its slabs) or outline (after them)."""

    def __call__(self, sheet: Sheet, box: Box) -> None: ...


class Frame(Struct, frozen=True, eq=False):
    """A box around slabs. Sides are points from the text margin; `head` is drawn wherever the frame opens."""

    left: float
    right: float
    before: float  # space above, except at the top of a page
    after: float  # space below
    pad_top: float
    pad_bottom: float
    ground: FrameDrawn | None = None
    outline: FrameDrawn | None = None
    head: Slab | None = None


class Mark(Struct, frozen=True):
    """A heading that links, contents and outline lead to; `dy` is points below the slab's top."""

    name: str
    title: str
    level: int
    dy: float = 0.0


class Slab(Struct, frozen=True, eq=False):
    """Something that stays whole. Heights are points; `before` is dropped at the top of a page or frame."""

    height: float
    draw: Drawn
    before: float = 0.0
    keep: bool = False
    frames: tuple[Frame, ...] = ()
    page: Side | None = None  # begins a new page, on that side
    marks: tuple[Mark, ...] = ()


class Placed(Struct, frozen=True):
    """A slab at the y of its top."""

    slab: Slab
    y: float


class Framed(Struct, frozen=True):
    """A frame's stretch on one page: from top to bottom, outer edges."""

    frame: Frame
    top: float
    bottom: float


@dataclass(slots=True)
class Leaf:
    """One page being filled; `number` counts from 1."""

    number: int
    slabs: list[Placed] = field(default_factory=list)
    frames: list[Framed] = field(default_factory=list)


class TooTallError(ValueError):
    """A slab that no page can hold; `excess` is points."""

    def __init__(self, slab: Slab, excess: float) -> None:
        super().__init__(f"{excess:.0f} pt too tall for a page")
        self.slab = slab
        self.excess = excess


def paginate(slabs: Sequence[Slab], top: float, bottom: float) -> list[Leaf]:
    """Place slabs on pages between `top` and `bottom` (points). Raises TooTallError."""
    press = _Press(top, bottom)
    for group in _groups(slabs):
        press.place(group)
    press.close()
    return press.leaves


def _groups(slabs: Sequence[Slab]) -> list[list[Slab]]:
    """Slabs that want to stay together."""
    groups: list[list[Slab]] = []
    tied = False
    for slab in slabs:
        if tied and slab.page is None:
            groups[-1].append(slab)
        else:
            groups.append([slab])
        tied = slab.keep
    return groups


class _Press:
    """The page being filled, the frames that are open, and where the next slab would go."""

    def __init__(self, top: float, bottom: float) -> None:
        self.top, self.bottom = top, bottom
        self.leaves: list[Leaf] = []
        self._new_leaf()

    def place(self, group: list[Slab]) -> None:
        if group[0].page is not None:
            self._turn(group[0].page)
        elif self._needed(group) > self.bottom + 0.01 and not self.fresh:
            self._close_frames()
            self._new_leaf()
        if self._needed(group) <= self.bottom + 0.01 or len(group) == 1:
            for slab in group:
                self._put(slab)
        else:  # tied together, but taller than a page: it has to break somewhere
            for slab in group:
                self.place([slab])

    def close(self) -> None:
        self._close_frames()

    def _turn(self, side: Side) -> None:
        self._close_frames()
        if not self.fresh:
            self._new_leaf()
        wrong = {"left": 1, "right": 0}.get(side)  # even pages are left pages
        if wrong is not None and self.leaves[-1].number % 2 == wrong:
            self._new_leaf()

    def _new_leaf(self) -> None:
        self.leaves.append(Leaf(len(self.leaves) + 1))
        self.y = self.top
        self.open: tuple[tuple[Frame, float], ...] = ()
        self.fresh = True
        self.tight = True  # nothing above in this page or frame: no space before

    def _needed(self, group: list[Slab]) -> float:
        """The y that the group would reach, closing paddings included."""
        y, frames, tight = self.y, tuple(frame for frame, _ in self.open), self.tight
        for slab in group:
            y, tight = self._advance(y, frames, slab, tight)
            y += slab.height
            frames, tight = slab.frames, False
        return y + sum(frame.pad_bottom for frame in frames)

    def _advance(self, y: float, frames: tuple[Frame, ...], slab: Slab, tight: bool) -> tuple[float, bool]:
        """Where a slab's top comes: frames closed, space before, frames opened."""
        shared = _shared(frames, slab.frames)
        for frame in reversed(frames[shared:]):
            y += frame.pad_bottom + frame.after
        opening = slab.frames[shared:]
        if opening:
            for frame in opening:
                y += (0.0 if tight else frame.before) + frame.pad_top
                y += frame.head.height if frame.head is not None else 0.0
                tight = True
            return y, True
        return y + (0.0 if tight else slab.before), tight

    def _put(self, slab: Slab) -> None:
        leaf = self.leaves[-1]
        frames = tuple(frame for frame, _ in self.open)
        shared = _shared(frames, slab.frames)
        self._close_frames(shared)
        for frame in slab.frames[shared:]:
            self.y += 0.0 if self.tight else frame.before
            self.open = (*self.open, (frame, self.y))
            self.y += frame.pad_top
            self.tight = True
            if frame.head is not None:
                leaf.slabs.append(Placed(frame.head, self.y))
                self.y += frame.head.height
        if not self.tight:
            self.y += slab.before
        if self.y + slab.height + sum(f.pad_bottom for f in slab.frames) > self.bottom + 0.01:
            raise TooTallError(slab, self.y + slab.height - self.bottom)
        leaf.slabs.append(Placed(slab, self.y))
        self.y += slab.height
        self.fresh = self.tight = False

    def _close_frames(self, keep: int = 0) -> None:
        while len(self.open) > keep:
            frame, opened = self.open[-1]
            self.open = self.open[:-1]
            self.y += frame.pad_bottom
            self.leaves[-1].frames.append(Framed(frame, opened, self.y))
            self.y += frame.after


def _shared(one: tuple[Frame, ...], two: tuple[Frame, ...]) -> int:
    """How many frames, from the outside in, are the same."""
    count = 0
    for a, b in zip(one, two, strict=False):
        if a is not b:
            break
        count += 1
    return count
