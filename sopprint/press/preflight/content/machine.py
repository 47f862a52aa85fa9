"""The machine that content runs on: state, stack, path, and what has been painted so far.

Operators are in `operators.py`; here is what they share. Forms and patterns run on a machine of their own that writes
to the same page.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from sopprint.geometry import Box, Matrix
from sopprint.press.preflight.bounds import Budget, ExhaustedError
from sopprint.press.preflight.content import glyphs, spaces
from sopprint.press.preflight.content.state import EVERYWHERE, State
from sopprint.press.preflight.facts import Font, Mark, Space
from sopprint.press.preflight.objects import get, key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sopprint.press.preflight.content.glyphs import Face
    from sopprint.press.preflight.facts import Kind, Paint, Picture

_STACK = 500
_NOWHERE = Box(0, 0, 0, 0)


@dataclass(slots=True)
class Sketch:
    """What is known of a page while its content runs. Dictionaries are sets that keep their order.

    `play` runs content on a machine; it is handed in because forms are content within content.
    """

    budget: Budget
    play: Callable[[Machine, bytes], None]
    marks: list[Mark] = field(default_factory=list)
    spaces: dict[Space, None] = field(default_factory=dict)
    filters: dict[str, None] = field(default_factory=dict)
    forbidden: dict[str, None] = field(default_factory=dict)
    groups: dict[str, None] = field(default_factory=dict)
    missing: dict[str, None] = field(default_factory=dict)
    unread: dict[str, None] = field(default_factory=dict)
    faces: dict[tuple[int, int], Face] = field(default_factory=dict)
    fonts: dict[Font, None] = field(default_factory=dict)
    running: set[tuple[int, int]] = field(default_factory=set)


@dataclass(slots=True)
class Machine:
    """One content stream's run. `area` replaces the place of every mark inside a pattern cell."""

    sketch: Sketch
    resources: Any
    state: State
    depth: int = 0
    area: Box | None = None
    stack: list[State] = field(default_factory=list)
    points: list[tuple[float, float]] = field(default_factory=list)
    pen: tuple[float, float] = (0.0, 0.0)
    clipping: bool = False
    text: Matrix = field(default_factory=Matrix)
    line: Matrix = field(default_factory=Matrix)

    def save(self) -> None:
        """q. Raises ExhaustedError past any sensible nesting."""
        if len(self.stack) >= _STACK:
            raise ExhaustedError(f"more than {_STACK} saved states")
        self.stack.append(self.state)

    def restore(self) -> None:
        if self.stack:
            self.state = self.stack.pop()

    def change(self, **values: Any) -> None:
        self.state = replace(self.state, **values)

    def resource(self, kind: str, name: str) -> Any:
        """A named resource; what is missing is noted, for a printer would leave it out or stop."""
        found = get(get(self.resources, f"/{kind}"), f"/{name}")
        if found is None:
            self.sketch.missing[f"{kind} {name}"] = None
        return found

    def space(self, name: str) -> Space:
        if not spaces.named(name, self.resources):
            self.sketch.missing[f"ColorSpace {name}"] = None
        return spaces.read(name, self.resources)

    def face(self, font: Any) -> Face:
        """A font's widths, read once a page."""
        identity = key(font)
        known = self.sketch.faces.get(identity) if identity else None
        face = known or glyphs.face(font)
        if identity:
            self.sketch.faces[identity] = face
        self.sketch.fonts[face.font] = None
        return face

    def trace(self, *points: tuple[float, float]) -> None:
        """Add points of the path, in user space."""
        self.points.extend(self.state.matrix.apply(x, y) for x, y in points)
        self.pen = points[-1]

    def outline(self) -> Box | None:
        return around(self.points)

    def put(
        self, kind: Kind, box: Box, paint: Paint, *, alpha: float, overprint: bool, size: float = 0.0, name: str = "",
        picture: Picture | None = None,
    ) -> None:  # fmt: skip
        """Note a mark, as far as its clip shows it."""
        seen = self.area or shared(box, self.state.clip)
        if seen is None:
            return
        self.sketch.budget.mark()
        self.sketch.spaces[paint.space] = None
        transparent = self.state.see_through(alpha)
        self.sketch.marks.append(Mark(kind, seen, paint, size, name, overprint, transparent, picture))

    def inner(self, resources: Any, matrix: Matrix, clip: Box | None, area: Box | None = None) -> Machine:
        """A machine for a form or a pattern cell; without resources of its own it uses these (7.8.3)."""
        state = replace(self.state, matrix=matrix, clip=EVERYWHERE if clip is None else clip)
        found = self.resources if resources is None else resources
        return Machine(self.sketch, found, state, self.depth + 1, area or self.area)


def around(points: Iterable[tuple[float, float]]) -> Box | None:
    """The box around points; None without any."""
    listed = list(points)
    if not listed:
        return None
    xs, ys = [x for x, _ in listed], [y for _, y in listed]
    return Box(min(xs), min(ys), max(xs), max(ys))


def shared(box: Box, clip: Box) -> Box | None:
    """What two boxes have in common; None where they do not meet. A line has no area and may still be seen."""
    left, top = max(box.left, clip.left), max(box.top, clip.top)
    right, bottom = min(box.right, clip.right), min(box.bottom, clip.bottom)
    return Box(left, top, right, bottom) if left <= right and top <= bottom else None


def moved(box: Box, matrix: Matrix) -> Box:
    """The upright box around a transformed one."""
    corners = ((box.left, box.top), (box.right, box.top), (box.right, box.bottom), (box.left, box.bottom))
    return around(matrix.apply(x, y) for x, y in corners) or _NOWHERE
