"""The light of a room over a sheet: a smooth quadratic, whatever is written on the sheet or stands before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from sopprint.photo.arrays import Array, Light, Points

TINT, DARK = 0.35, 1.05  # natural logarithms that no room light changes by: a cast of colour, a third of the light
_TERMS = 6
_SOME = 2500  # places that are enough for a fit


def off_light(ratio: Array, tells: Array) -> Light:
    """How far each place is from the room's light, as natural logarithms of `ratio`, photo to print; NaN counts not."""
    logs = np.log(np.maximum(ratio, 1e-3))
    height, width = tells.shape
    y, x = np.mgrid[-1 : 1 : height * 1j, -1 : 1 : width * 1j]
    basis = np.stack([np.ones_like(x), x, y, x * x, x * y, y * y], -1).reshape(-1, _TERMS)
    places = np.flatnonzero(tells.ravel() & np.isfinite(logs).all(2).ravel())
    some = places[:: max(1, len(places) // _SOME)]
    room = basis @ _robust(basis[some], logs.reshape(-1, 3)[some])
    return np.asarray(logs - room.reshape(height, width, 3), np.float32)


def foreign(off: Light) -> Array:
    """Where something is that no room light makes: another colour, or far too dark."""
    with np.errstate(invalid="ignore"):
        return np.asarray((off.mean(2) < -DARK) | (off.max(2) - off.min(2) > TINT))


def _robust(basis: Points, values: Light) -> Array:
    """Coefficients by weighted least squares, what is far off weighing less and less; _TERMS x 3."""
    found: Array = np.zeros((_TERMS, 3))
    if len(basis) < 4 * _TERMS:
        return found
    found[0] = np.median(values, 0)
    for _ in range(15):
        off = np.abs(values - basis @ found).max(1)
        weight = 1 / (1 + (off / max(0.08, float(np.median(off)))) ** 2) ** 2
        weighted = basis * weight[:, None]
        found = np.linalg.solve(basis.T @ weighted + 1e-3 * np.eye(_TERMS), weighted.T @ values)
    return found
