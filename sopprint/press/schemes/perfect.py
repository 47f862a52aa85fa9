"""Perfect binding of single folded sheets: each is folded by itself, stacked, and glued along the folds. No creep."""

from __future__ import annotations

from sopprint.press.plan import Plan, Sheet, Side, Spot, padded


def plan(count: int, _thickness: float) -> Plan:
    """Four pages to a sheet, in order."""
    pages = tuple(map(Spot, padded(count, keep_last=True)))
    fours = (pages[start : start + 4] for start in range(0, len(pages), 4))
    return Plan(tuple(Sheet(Side(d, a), Side(b, c)) for a, b, c, d in fours))
