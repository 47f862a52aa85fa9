"""What a worker should know of a photograph, or of the record made from it, and what to do about it.

All limits stand in one table. Not here: how anything is measured but sharpness and size; how findings are shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import cv2
import numpy as np

from sopprint.photo import blank as empty
from sopprint.photo import faint
from sopprint.photo.glare import BURNT, COARSE, UNSEEN, VEILED
from sopprint.photo.ink import legibility
from sopprint.photo.values import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sopprint.geometry import Box
    from sopprint.photo.arrays import Array, Grey, Light, Mask, Points
    from sopprint.photo.ink import Ink
    from sopprint.photo.values import Blank, Level, Placed


@dataclass(frozen=True, slots=True)
class Limits:
    """Where a finding begins. Densities are pixels per u at the far side; spreads, areas and errors are in u."""

    small: tuple[float, float] = (0.5, 0.35)  # warning, error
    blurred: tuple[float, float] = (7.0, 12.0)
    cut_off: tuple[float, float] = (0.0, 0.02)  # share of the poster
    bulging: float = 2.0
    faint: float = 0.15  # contrast of the faintest tenth of the writing
    faint_area: float = 2500.0  # of strokes hardly there, in a zone
    gone: float = 0.004  # share of a zone that no photograph shows
    gone_area: float = 2500.0
    veiled: float = 0.03  # share of a zone


LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Measures:
    """Of one photograph: pixels per u at the far side and in the middle, 10-90 % width of a printed edge in u (None
    when no mark shows it), share of the poster outside the frame.
    """

    far: float
    middle: float
    spread: float | None
    outside: float

    @property
    def sharpness(self) -> float:
        """Larger is better, for choosing between photographs; edges of printed marks a pixel wide are the best."""
        return 1 / max(self.spread or 4.0, 1.0 / max(self.far, 0.1))


def measure(placed: Placed, grey: Grey) -> Measures:
    """Measure a photograph that lies on its poster."""
    width, height = empty.size(placed.blank)
    grid = np.stack(np.meshgrid(np.linspace(20, width - 20, 25), np.linspace(20, height - 20, 17)), -1).reshape(-1, 2)
    at = placed.to_photo(grid)
    outside = ((at < 0) | (at > (grey.shape[1] - 1, grey.shape[0] - 1))).any(1)
    here, along, down = (placed.to_photo(grid + step) for step in ((0, 0), (4, 0), (0, 4)))
    density = np.minimum(np.linalg.norm(along - here, axis=1), np.linalg.norm(down - here, axis=1))[~outside] / 4
    if not len(density):
        return Measures(0.0, 0.0, None, 1.0)
    return Measures(
        far=float(np.percentile(density, 5)),
        middle=float(np.median(density)),
        spread=_spread(placed, grey),
        outside=float(outside.mean()),
    )


# ------------------------------------------------------------------------------------------ sharpness


def _spread(placed: Placed, grey: Grey) -> float | None:
    """Width in u over which the printed edges of the marks go from 10 to 90 %: blur, whatever was written."""
    found = []
    for index, corners in empty.marks(placed.blank).items():
        if index in placed.marks:
            found += [w for i in range(4) if (w := _edge(placed, grey, np.roll(corners, -i, 0)))]
    return float(np.median(found)) if len(found) >= 3 else None


def _edge(placed: Placed, grey: Grey, corners: Points) -> float | None:
    """Of the edge from the first corner to the second: one cell of black inside, one of quiet white outside."""
    first, second = corners[0], corners[1]
    out = (first + second) / 2 - corners.mean(0)
    away = np.linspace(-15, 15, 121)
    across = away[:, None] * out / np.linalg.norm(out)
    at = placed.to_photo(np.vstack([first + (second - first) * f + across for f in np.linspace(0.2, 0.8, 25)]))
    x, y = at.T.astype(np.float32)
    profile = cv2.remap(grey, x[None], y[None], cv2.INTER_LINEAR).reshape(25, -1).mean(0, dtype=np.float64)
    low, high = profile[:20].min(), profile[-20:].max()
    if high - low < 25:
        return None
    return _rise((profile - low) / (high - low), away)


def _rise(level: Array, away: Array) -> float:
    middle = int(np.argmin(np.abs(level - 0.5)))
    dark = np.flatnonzero(level[: middle + 1] < 0.1)
    light = np.flatnonzero(level[middle:] > 0.9)
    end = away[middle + light[0]] if len(light) else away[-1]
    return float(end - (away[dark[-1]] if len(dark) else away[0]))


# ------------------------------------------------------------------------------------------ findings


def of_photo(placed: Placed, measures: Measures) -> Iterator[Finding]:
    """What is to be said of one photograph by itself."""
    name = placed.photo.name
    if placed.unnamed:
        message = f"{name}: the square code cannot be read; the drawing is that of {placed.blank.tool}"
        yield Finding("note", "by-drawing", message, hint="look whether it is, or name it with --tool")
    if len(placed.marks) < 4:
        message = f"{name}: {len(placed.marks)} of 4 corner marks show; the poster was placed by its drawing too"
        yield Finding("note", "mark-hidden", message, hint="four marks in view place the poster best")
    if measures.outside > LIMITS.cut_off[0]:
        message = f"{name}: {max(measures.outside, 0.01):.0%} of the poster is cut off"
        yield Finding(_level(measures.outside, LIMITS.cut_off), "cut-off", message, hint="step back a little")
    if measures.far < LIMITS.small[0]:
        level: Level = "error" if measures.far < LIMITS.small[1] else "warning"
        message = f"{name}: the poster is small in the picture ({measures.far:.2f} pixels per unit at the far side)"
        yield Finding(level, "too-small", message, hint="go nearer, so that the poster fills the frame")
    if measures.spread is not None and measures.spread > LIMITS.blurred[0]:
        message = f"{name}: the picture is blurred (edges are {measures.spread:.0f} units wide)"
        hint = "hold the phone with both hands and touch the poster on the screen before you press"
        yield Finding(_level(measures.spread, LIMITS.blurred), "blurred", message, hint=hint)
    yield from _of_sheet(placed)


def _of_sheet(placed: Placed) -> Iterator[Finding]:
    name = placed.photo.name
    if placed.error > LIMITS.bulging:
        message = f"{name}: the sheet bulges, or is not quite this poster ({placed.error:.1f} units left over)"
        yield Finding("warning", "bulging", message, hint="press the sheet flat to the wall")
    if len(placed.otherwise) > 1:
        lines = ", ".join(f"“{text}”" for text in placed.otherwise[:3])
        message = f"{name}: {len(placed.otherwise)} printed lines are covered, or read otherwise: {lines}"
        yield Finding("warning", "wording", message, hint="look whether the poster is of this edition and variant")
    if placed.others:
        message = f"{name}: another poster is in the picture too"
        yield Finding("warning", "second-poster", message, hint="look whether the record shows the one you mean")


def _level(value: float, limits: tuple[float, float]) -> Level:
    return "error" if value > limits[1] else "warning"


def of_cover(cover: Mask, name: str) -> Iterator[Finding]:
    """Whether something stands before the poster; `cover` is `covered.covered`'s mask."""
    if cover.any():
        share = max(np.count_nonzero(cover) / cover.size, 0.01)
        message = f"{name}: somebody or something stands before {share:.0%} of the poster"
        yield Finding("warning", "covered", message, hint="take the picture again with nobody before the poster")


def of_changes(change: Mask, names: tuple[str, str], blank: Blank, scale: float) -> Iterator[Finding]:
    """Where two photographs show other writing; `change` is `changes.changed`'s mask."""
    which, zones = _zone_of(blank, change.shape, scale / COARSE)
    numbers = np.unique(which[change > 0])
    level: Level = "error" if sum(zones[number] is not None for number in numbers) > 1 else "warning"
    for number in numbers:
        where = f"“{zones[number]}”" if zones[number] else "a place outside all zones"
        message = f"{names[0]} and {names[1]} show other writing in {where}"
        hint = "two posters, or two states of one: give each its own record, with --separate"
        yield Finding(level, "disagree", message, zones[number], hint)


def of_writing(found: Ink, blank: Blank, scale: float) -> Iterator[Finding]:
    """Whether the handwriting can be read, and what is too faint to be taken for writing."""
    hint = "trace it with a fresh dark pen and take the picture again"
    sure = legibility(found.mask, found.dark, scale)
    if sure.pixels >= 50 and sure.faintest < LIMITS.faint:
        yield Finding("warning", "faint", f"some writing is faint (contrast {sure.faintest:.2f})", hint=hint)
    which, zones = _zone_of(blank, found.faint.shape, faint.SCALE)
    for number, zone in enumerate(zones):
        area = np.count_nonzero((which == number) & (found.faint > 0)) / faint.SCALE**2
        if area > LIMITS.faint_area:
            where = f"“{zone}”" if zone else "a place outside all zones"
            message = f"something in {where} is too faint to be taken for writing"
            yield Finding("warning", "faint", message, zone, hint)


def of_lost(lost: Light, blank: Blank, scale: float) -> Iterator[Finding]:
    """What no photograph shows, zone by zone. `lost` is `glare.glare`'s level of the merged picture."""
    which, names = _zone_of(blank, lost.shape, scale / COARSE)
    for number, name in enumerate(names):
        within = which == number
        if within.any():
            where = f"“{name}”" if name else "the rest of the poster"
            yield from _unseen(lost[within], where, name, scale)
            yield from _glare(lost, within, where, name, scale)


def _unseen(level: Light, where: str, zone: str | None, scale: float) -> Iterator[Finding]:
    count = int(np.count_nonzero(level >= UNSEEN))
    if _much(count, len(level), scale):
        message = f"{max(count / len(level), 0.001):.1%} of {where} is not in the picture: cut off or covered"
        hint = "take one more picture that shows all of it"
        yield Finding("error" if zone else "warning", "not-shown", message, zone, hint)


def _glare(lost: Light, within: Array, where: str, zone: str | None, scale: float) -> Iterator[Finding]:
    level = lost[within]
    burnt = int(np.count_nonzero((level > BURNT) & (level < UNSEEN)))
    veiled = np.count_nonzero((level > VEILED) & (level < UNSEEN)) / len(level)
    if _much(burnt, len(level), scale):
        message = f"glare hides {max(burnt / len(level), 0.001):.1%} of {where}"
        yield Finding("error", "glare", message, zone, _step(lost, within))
    elif veiled > LIMITS.veiled:
        yield Finding("warning", "veil", f"glare lies over {veiled:.0%} of {where}", zone, _step(lost, within))


def _much(count: int, of: int, scale: float) -> bool:
    """Whether coarse pixels of a zone are enough to hide a word."""
    return count > LIMITS.gone * of or count * (COARSE / scale) ** 2 > LIMITS.gone_area


def _step(lost: Light, within: Array) -> str:
    """A reflection goes along with the one who steps aside, half as far."""
    columns = np.flatnonzero(((lost > VEILED) & (lost < UNSEEN) & within).any(0))
    side = "left" if columns.mean() < lost.shape[1] / 2 else "right"
    return f"take one more picture from a step to the {side}"


def _zone_of(blank: Blank, shape: tuple[int, ...], scale: float) -> tuple[Array, Sequence[str | None]]:
    """The zone of every coarse pixel as a number, the innermost where they lie in each other, and the zones' names."""
    names: list[str | None] = [None]
    which = np.zeros(shape, np.int32)
    for name, box in sorted(empty.zones(blank), key=lambda zone: -zone[1].width * zone[1].height):
        if name not in names:
            names.append(name)
        which[_rows(box, scale)] = names.index(name)
    return which, names


def _rows(box: Box, scale: float) -> tuple[slice, slice]:
    at = box.scaled(scale)
    return slice(max(0, round(at.top)), round(at.bottom)), slice(max(0, round(at.left)), round(at.right))
