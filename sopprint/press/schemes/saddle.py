"""Saddle stitch: sheets folded together, one inside the other, and stapled on the fold.

With N pages, sheet s from the outside has N-2s and 1+2s on its front, 2+2s and N-1-2s on its back (counting from 1).
Creep: each sheet is pushed out by the thickness of those around it, so its pages move in by as much.
"""

from __future__ import annotations

from sopprint.press.plan import Plan, Sheet, Side, Spot, padded


def plan(count: int, thickness: float) -> Plan:
    """`thickness` of one sheet in points; the outermost sheet does not move."""
    pages = padded(count, keep_last=True)
    last = len(pages) - 1

    def sheet(s: int) -> Sheet:
        inward = s * thickness
        front, back = (pages[last - 2 * s], pages[2 * s]), (pages[2 * s + 1], pages[last - 2 * s - 1])
        return Sheet(*(Side(Spot(left, inward), Spot(right, inward)) for left, right in (front, back)))

    return Plan(tuple(sheet(s) for s in range(len(pages) // 4)))
