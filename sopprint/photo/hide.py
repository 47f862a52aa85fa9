"""Hidden zones are painted over and lost places hatched, in pixels, before anything is encoded.

Purpose: no pixel of a hidden zone's photograph goes on, in no output; what is hidden and what no photograph shows can
both be told from paper that nobody wrote on. Not here: which zones (`verdict.py`), files (`outputs.py`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import cv2
import numpy as np

from sopprint.photo import zones
from sopprint.photo.blank import picture as blank_picture
from sopprint.photo.values import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sopprint.photo.arrays import Image, Mask
    from sopprint.photo.shareboxes import Privacy
    from sopprint.photo.values import Squared
    from sopprint.photo.verdict import Verdict

GROW: Final = 24.0  # u beyond a zone's edge
HIDDEN: Final = ((146, 146, 146), (118, 118, 118))  # two greys that no ink and no print has
LOST: Final = (205, 148, 38)  # amber stripes on the picture itself
_BAND: Final = 24.0  # u; how broad a stripe is
_LOST_BAND: Final = 9.0
_HEADING_CLEAR: Final = 6.0  # u around a printed name
_CROSSING: Final = 60.0  # u²; as much ink on both sides of an edge is a stroke and not a speck
_NAMED_LOST: Final = 0.002  # of a zone
_INK_EDGE: Final = 1.2  # u


@dataclass(frozen=True, slots=True)
class Pictures:
    """What may leave: the poster, and its handwriting alone on white. `hidden` is where something was painted over."""

    poster: Image
    ink: Image
    hidden: Mask


def pictures(squared: Squared, verdict: Verdict) -> Pictures:
    """Both pictures with lost places hatched and hidden zones painted over, opaque."""
    hidden = zones.mask(squared.blank, verdict.hidden, _size(squared), squared.scale, GROW)
    made = [_covered(image, squared, verdict, hidden) for image in (squared.pixels.copy(), _handwriting(squared))]
    return Pictures(made[0], made[1], hidden)


def _size(squared: Squared) -> tuple[int, int]:
    return squared.pixels.shape[0], squared.pixels.shape[1]


def _covered(image: Image, squared: Squared, verdict: Verdict, hidden: Mask) -> Image:
    _stripe(image, squared.lost, squared.scale * _LOST_BAND, (None, LOST))
    _stripe(image, hidden, squared.scale * _BAND, HIDDEN)
    if hidden.any():
        _keep_headings(image, squared, verdict, hidden)
    return image


def _stripe(image: Image, mask: Mask, band: float, colours: Sequence[tuple[int, int, int] | None]) -> None:
    """Diagonal stripes of two colours; None leaves what is there."""
    rows, columns = np.nonzero(mask)
    stripe = ((rows + columns) / max(band, 1.0)).astype(np.int64) % len(colours)
    for index, colour in enumerate(colours):
        if colour is not None:
            chosen = stripe == index
            image[rows[chosen], columns[chosen]] = colour


def _keep_headings(image: Image, squared: Squared, verdict: Verdict, hidden: Mask) -> None:
    """The printed names of hidden zones, drawn anew from the empty poster: the photograph's own may be written over."""
    empty = None
    for zone in verdict.hidden:
        for box in zones.headings(squared.blank, zone):
            if empty is None:
                empty = blank_picture(squared.blank, squared.scale)
            edges = box.outset(_HEADING_CLEAR).scaled(squared.scale)
            rows, columns = (slice(max(0, round(a)), max(0, round(b))) for a, b in
                             ((edges.top, edges.bottom), (edges.left, edges.right)))  # fmt: skip
            inside = hidden[rows, columns] > 0
            image[rows, columns][inside] = empty[rows, columns][inside]


def _handwriting(squared: Squared) -> Image:
    """The ink in its own colours on white, with soft edges."""
    reach = max(1, round(_INK_EDGE * squared.scale))
    wide = cv2.dilate(squared.ink, np.ones((2 * reach + 1, 2 * reach + 1), np.uint8))
    soft = cv2.GaussianBlur(wide, (0, 0), reach / 2)[..., None].astype(np.uint16)
    mixed = (squared.pixels * soft + 255 * (255 - soft)) // 255
    return mixed.astype(np.uint8)


# ------------------------------------------------------------------------------------------ what to tell


def findings(squared: Squared, verdict: Verdict, privacy: Privacy) -> tuple[Finding, ...]:
    """Ink that crosses the edge of a hidden zone, and zones that no photograph shows whole."""
    return (*_wandering(squared, verdict, privacy), *_lost(squared, verdict, privacy))


def _wandering(squared: Squared, verdict: Verdict, privacy: Privacy) -> Iterator[Finding]:
    if not verdict.hidden:
        return
    _, labels = cv2.connectedComponents(squared.ink, connectivity=8)
    everything = zones.mask(squared.blank, verdict.hidden, _size(squared), squared.scale, GROW) > 0
    for zone in verdict.hidden:
        own = zones.mask(squared.blank, [zone], _size(squared), squared.scale, GROW) > 0
        if _crosses(labels, own, everything, _CROSSING * squared.scale**2):
            message = f"handwriting runs out of “{privacy.name(zone)}”, which is hidden; what is outside can be seen"
            yield Finding("warning", "wandering-ink", message, zone, "look at its edges before you upload anything")


def _crosses(labels: np.ndarray, own: np.ndarray, everything: np.ndarray, least: float) -> bool:
    count = int(labels.max()) + 1
    inside = np.bincount(labels[own], minlength=count)
    outside = np.bincount(labels[~everything], minlength=count)
    return bool(((inside[1:] > least) & (outside[1:] > least)).any())


def _lost(squared: Squared, verdict: Verdict, privacy: Privacy) -> Iterator[Finding]:
    """Name each zone with hatched places, unless the squaring up has told of it."""
    told = {f.zone for f in squared.findings if f.zone is not None and f.level == "error"}
    for zone in verdict.shown:
        if zone in told:
            continue
        inside = zones.mask(squared.blank, [zone], _size(squared), squared.scale) > 0
        share = float((squared.lost[inside] > 0).mean()) if inside.any() else 0.0
        if share > _NAMED_LOST:
            message = f"{share:.1%} of “{privacy.name(zone)}” cannot be seen and is hatched"
            yield Finding("error", "lost", message, zone, "take one more photo from a step to the side")
