"""Cut and stack: the printed pile is cut in half, and the left half laid on the right gives loose leaves in order."""

from __future__ import annotations

from sopprint.press.plan import Plan, Sheet, Side, Spot, padded


def plan(count: int, _thickness: float) -> Plan:
    """A leaf is two pages, front and back; the left halves hold the first half of the leaves."""
    pages = tuple(map(Spot, padded(count, keep_last=False)))
    half = len(pages) // 2

    def sheet(s: int) -> Sheet:
        first, second = pages[2 * s : 2 * s + 2], pages[half + 2 * s : half + 2 * s + 2]
        return Sheet(Side(first[0], second[0]), Side(second[1], first[1]))

    return Plan(tuple(sheet(s) for s in range(half // 2)))
